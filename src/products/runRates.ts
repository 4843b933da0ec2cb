/** `eco products costs rates import|list|remove`: tables of exchange rates, for amounts in another currency than the store's. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';

/** Adds the group with its verbs. */
export function configureRates(costs: Command, act: Act): void {
  const command = costs
    .command('rates')
    .description('dated exchange rates, by which amounts in other currencies are converted; without one, they stay apart')
    .addHelpText('before', EXAMPLES);

  command
    .command('import')
    .description("read a table of rates: the European Central Bank's (eurofxref-hist.zip), or one with day, from, to, rate")
    .argument('<file>', 'CSV, TSV, Excel, or a zip with one of them; rates of the same day are replaced')
    .option('--since <day>', 'leave out earlier days')
    .option('--dry-run', 'say what would happen; change nothing')
    .addHelpText('before', IMPORT_EXAMPLES)
    .action(
      act(async (session, file: string, flags: { since?: string; dryRun?: boolean }) =>
        (await import('./rates/runRates.js')).importRates(session, file, flags),
      ),
    );

  command
    .command('list')
    .description('each pair with its newest rate, and the days that are known')
    .addHelpText('before', LIST_EXAMPLES)
    .action(act(async (session) => (await import('./rates/runRates.js')).listRates(session)));

  command
    .command('remove')
    .description('take back a table of rates')
    .argument('<source>', 'ECB, or the name of the file')
    .addHelpText('before', REMOVE_EXAMPLES)
    .action(act(async (session, source: string) => (await import('./rates/runRates.js')).removeRates(session, source)));
}

const EXAMPLES = `  $ eco products costs rates import eurofxref-hist.zip
  $ eco products costs rates list
`;

const IMPORT_EXAMPLES = `  $ eco products costs rates import eurofxref-hist.zip --since 2024-01-01
  $ eco products costs rates import own-rates.csv --dry-run
`;

const LIST_EXAMPLES = `  $ eco products costs rates list
  $ eco products costs rates list --where to_currency=USD --as-of 2026-10-31
`;

const REMOVE_EXAMPLES = `  $ eco products costs rates remove ECB
  $ eco products costs rates remove own-rates.csv
`;
