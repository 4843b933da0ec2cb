/** `eco calendar`: list. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import { type Day, parseDay, sameDateInYear } from '../core/day.js';
import { UsageError } from '../core/errors.js';

interface ListFlags {
  readonly from?: string;
  readonly to?: string;
  readonly market?: string;
  readonly platform?: string;
}

export function configure(command: Command, act: Act): void {
  command.addHelpText('before', `  $ eco calendar list --market US\n`);
  command
    .command('list')
    .description('promotions, holidays and seasons with their dates, and how sure the dates are')
    .option('--from <day>', 'first day (default: the morning of --as-of)')
    .option('--to <day>', 'last day (default: a year after the first)')
    .option('--market <code>', 'only events of this country: US, CN, DE …')
    .option('--platform <name>', 'only events of this platform and those of all platforms: amazon, tmall …')
    .addHelpText('before', LIST_EXAMPLES)
    .action(
      act(async (session, flags: ListFlags) => {
        const { listEvents } = await import('./list.js');
        const db = await session.databaseIfAny();
        const asOf = session.asOf(db ? await session.stores(db) : []);
        const from = dayOption('--from', flags.from) ?? asOf;
        const to = dayOption('--to', flags.to) ?? sameDateInYear(from, Number(from.slice(0, 4)) + 1);
        if (from > to) throw new UsageError(`--from ${from} lies after --to ${to}: the earlier day first`);
        await session.print(listEvents({ from, to, asOf, market: flags.market, platform: flags.platform }));
      }),
    );
}

function dayOption(name: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (!day) throw new UsageError(`${name} ${text}: a day such as 2026-11-22 expected`);
  return day;
}

const LIST_EXAMPLES = `  $ eco calendar list                                     the next 12 months
  $ eco calendar list --market US --platform amazon
  $ eco calendar list --market CN --from 2027-05-01 --to 2027-06-30
  $ eco calendar list --format csv --output events.csv
`;
