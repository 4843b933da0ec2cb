/** `eco titles effect`. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import { UsageError, UserError } from '../core/errors.js';

interface EffectFlags {
  readonly sku?: string;
  readonly plan?: string;
  readonly days?: string;
}

const USUAL_DAYS = 28;

export function configureEffect(command: Command, act: Act): void {
  command
    .command('effect')
    .description('did a title change pay? Before and after, against listings that nobody touched')
    .option('--sku <sku>', 'only changes of this listing: its SKU or id')
    .option('--plan <id>', 'only changes that this plan made')
    .option('--days <n>', 'at most so many days before and after (default: 28)')
    .addHelpText('before', EFFECT_EXAMPLES)
    .action(
      act(async (session, flags: EffectFlags) => {
        const mostDays = flags.days === undefined ? USUAL_DAYS : Number(flags.days);
        if (!Number.isInteger(mostDays) || mostDays < 7 || mostDays > 364) {
          throw new UsageError(`--days ${flags.days}: a number of days from 7 to 364 expected, such as 28`);
        }
        const { loadEffects } = await import('./runEffectFacts.js');
        const loaded = await loadEffects(session, mostDays);
        const { changeEffect } = await import('./effect/effects.js');
        const { effectTable } = await import('./effect/effectTable.js');
        const wanted = flags.sku?.toLowerCase();
        const named = loaded.texts.map(({ id, listings }) =>
          [id, ...listings.flatMap((listing) => [listing.sku, listing.listingId])].some((name) => name?.toLowerCase() === wanted),
        );
        if (wanted !== undefined && !named.includes(true)) {
          throw new UserError(`There is no listing with the SKU or id "${flags.sku}". "eco products list" shows all.`);
        }
        const titles = loaded.changes.filter((change) => change.field === 'title');
        const ofPlan = flags.plan === undefined ? titles : titles.filter((change) => change.planId === flags.plan);
        if (flags.plan !== undefined && ofPlan.length === 0) {
          throw new UserError(
            `No title change of a plan "${flags.plan}" is known. It counts once it is uploaded: eco plan mark ${flags.plan} --uploaded DATE`,
          );
        }
        const chosen = wanted === undefined ? ofPlan : ofPlan.filter((change) => named[change.text]);
        const effects = chosen.map((change) => changeEffect(change, { ...loaded, mostDays }));
        const params = { sku: flags.sku ?? null, plan: flags.plan ?? null, days: mostDays };
        await session.print(effectTable({ ...loaded, effects, mostDays, params }));
      }),
    );
}

const EFFECT_EXAMPLES = `  $ eco titles effect
  $ eco titles effect --sku GOOSE-09-BLK --format md
  $ eco titles effect --plan t-0042 --days 56
`;
