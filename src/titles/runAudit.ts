/** `eco titles audit`. */
import { type Command, Option } from 'commander';
import type { Act } from '../commands.js';
import { UsageError } from '../core/errors.js';

interface AuditFlags {
  readonly failOn?: 'error' | 'warning';
  readonly rule?: readonly string[];
}

export function configureAudit(command: Command, act: Act): void {
  command
    .command('audit')
    .description("titles that break their platform's rules, now or from a day that is known")
    .option('--rule <rule>', 'only this rule: amazon/title-length, or all of a platform: amazon (repeatable)', collect)
    .addOption(new Option('--fail-on <severity>', 'exit with 3 when there are such findings (or worse)').choices(['error', 'warning']))
    .addHelpText('before', AUDIT_EXAMPLES)
    .action(
      act(async (session, flags: AuditFlags) => {
        const db = await session.database();
        const stores = await session.stores(db);
        const asOf = session.asOf(stores);
        const { auditTitles } = await import('./audit.js');
        const { textListings } = await import('./queries.js');
        const { judgedOnce } = await import('./judged.js');
        const { likelyRules, onlyRules, rulesMeant } = await import('./chosen.js');
        const words = flags.rule ?? [];
        for (const word of words) {
          if (rulesMeant(word).length === 0) throw new UsageError(`--rule ${word}: no such rule. Known: ${likelyRules(word).join(', ')}`);
        }
        const storeIds = stores.map((store) => store.storeId);
        const audit = auditTitles(judgedOnce(textListings(db, storeIds)), { asOf });
        const table = words.length === 0 ? audit : onlyRules(audit, words.flatMap(rulesMeant));
        await session.print(table);
        const failing = table.rows.filter((row) => row.severity === 'error' || flags.failOn === 'warning').length;
        if (flags.failOn !== undefined && failing > 0) session.setExitCode(3);
        session.findings(table.rows.length);
      }),
    );
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

const AUDIT_EXAMPLES = `  $ eco titles audit
  $ eco titles audit --rule amazon/title-length --store us
  $ eco titles audit --fail-on error                      for cron: exit code 3 when a title is refused
  $ eco titles audit --format csv --output findings.csv
`;
