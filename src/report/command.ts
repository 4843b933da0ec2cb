/** `eco report`: daily, anomalies, health. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import type { AnomaliesFlags } from './anomalies/runAnomalies.js';

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
        const { runDaily } = await import('./runDaily.js');
        await runDaily(session, flags);
      }),
    );

  command
    .command('anomalies')
    .description('what changed beyond chance: spikes, new levels, broken weekdays, drifts, within a budget of false alarms')
    .option('--day <day>', 'what is to be told of this day (default: the last one that is over)')
    .option('--since <day>', 'of all days from this one on')
    .option('--budget <n/time>', 'false alarms that may come: 1/month (default), 2/week, 3/year')
    .option('--by <level>', 'only figures of each store, or of each sku')
    .addHelpText(
      'before',
      `  $ eco report anomalies
  $ eco report anomalies --since 2026-11-01 --by sku
  $ eco report anomalies --budget 1/week --format json | jq '.rows[] | select(.kind == "level")'
`,
    )
    .action(
      act(async (session, flags: AnomaliesFlags) => {
        const { runAnomalies } = await import('./anomalies/runAnomalies.js');
        await runAnomalies(session, flags);
      }),
    );
}
