/** `eco report daily` */
import type { Command } from 'commander';
import type { Act } from '../commands.js';

export function configure(command: Command, act: Act): void {
  command.addHelpText('before', `  $ eco report daily\n`);
  command
    .command('daily')
    .description('a day of each store: what it is compared with, and why sales moved')
    .option('--day <day>', 'this day (default: the last one that is over, the day before --as-of)')
    .addHelpText(
      'before',
      `  $ eco report daily
  $ eco report daily --store us --day 2026-11-20
  $ eco report daily --format html --output daily.html
  $ eco report daily --format json | jq '.rows[] | select(.metric == "sales")'
`,
    )
    .action(
      act(async (session, flags: { readonly day?: string }) => {
        const { runDaily } = await import('./daily/runDaily.js');
        await runDaily(session, flags);
      }),
    );
}
