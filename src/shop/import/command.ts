/** `eco import PATH…` */
import { type Command, Option } from 'commander';
import type { Act } from '../../commands.js';
import type { ImportFlags } from './run.js';

export function configure(command: Command, act: Act): void {
  command
    .argument('<path...>', 'files or folders')
    .option('--as <format>', 'read it as this report (eco files formats lists them)')
    .option('--map <file>', 'read it as this profile says, and keep the profile (eco files map makes one)')
    .option('--period <from..to>', 'the days it covers, for reports that do not say')
    .addOption(
      new Option('--date-order <order>', 'how its dates are written where they do not tell, as 05/12/2026').choices(['dmy', 'mdy', 'ymd']),
    )
    .option('--dry-run', 'say what would happen; change nothing')
    .option('--skip-bad-rows', 'leave out rows that cannot be read, with their whole unit, and take the rest')
    .option('--rejects <file>', 'write the rejected rows to a CSV file')
    .option('--replace', 'accept a file that removes an unusual share of the listings')
    .addHelpText(
      'before',
      `  $ eco import ~/Downloads
  $ eco import BusinessReport.csv --period 2026-11-01..2026-11-20
  $ eco import orders.txt --store us --dry-run
  $ eco import erp-stock.csv --map my-erp.yaml
  $ eco import report.csv --skip-bad-rows --rejects bad.csv
`,
    )
    .action(
      act(async (session, paths: string[], flags: ImportFlags) => {
        const { runImport } = await import('./run.js');
        await runImport(session, paths, flags);
      }),
    );
}
