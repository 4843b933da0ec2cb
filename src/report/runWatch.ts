/** `eco report todo|anomalies|health|restated|coverage`: what to do this morning, what changed beyond chance, what nears a limit, what newer files say otherwise, what is missing. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import type { AnomaliesFlags } from './anomalies/runAnomalies.js';
import type { HealthFlags } from './health/runHealth.js';

export function configureWatch(command: Command, act: Act): void {
  command
    .command('todo')
    .description('what to do this morning, of all departments, what is worth most first')
    .addHelpText(
      'before',
      `  $ eco report todo
  $ eco report todo --store us --format csv --columns rank,step,worth_amount,currency,command
  $ eco report todo --format json | jq '.rows[] | {step, how}'
`,
    )
    .action(
      act(async (session) => {
        const { runTodo } = await import('./todo/run.js');
        await runTodo(session);
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

  command
    .command('health')
    .description('account and shop metrics against their dated limits, and the day on which these would be crossed')
    .option('--all', 'also the metrics that no imported report tells, with the report or page that would')
    .option('--record <metric=value...>', 'keep what a page of the platform shows and no report tells, of one store; none takes it back')
    .option('--day <day>', 'with --record: of this day (default: --as-of)')
    .addHelpText(
      'before',
      `  $ eco report health
  $ eco report health --all --store us
  $ eco report health --store us --record order_defect_rate=0.8% late_shipment_rate=2.1%
  $ eco report health --where 'status=over' --format json
`,
    )
    .action(
      act(async (session, flags: HealthFlags) => {
        const { runHealth } = await import('./health/runHealth.js');
        await runHealth(session, flags);
      }),
    );

  command
    .command('restated')
    .description('days that newer files tell otherwise: late orders, cancellations, ad sales that were still on their way')
    .option('--since <day>', 'files made since this day count as newer (default: the day of the newest file)')
    .option('--curve', 'how much of a day is there after so many days, as learned from the files of the shop')
    .addHelpText(
      'before',
      `  $ eco report restated
  $ eco report restated --since 2026-11-15 --where metric=sales
  $ eco report restated --known-at 2026-11-20T06:00:00Z     # what was imported by then, against now
  $ eco report restated --curve
`,
    )
    .action(
      act(async (session, flags: { readonly since?: string; readonly curve?: boolean }) => {
        const { runRestated } = await import('./restated/run.js');
        await runRestated(session, flags);
      }),
    );

  command
    .command('coverage')
    .description('what is missing of each store, the money that it hides, and the report or command that closes it')
    .option('--days <n>', 'the last finished days that are looked at (default: 30)')
    .addHelpText(
      'before',
      `  $ eco report coverage
  $ eco report coverage --days 90 --where 'hides_amount>0' --sort -hides_amount
`,
    )
    .action(
      act(async (session, flags: { readonly days?: string }) => {
        const { runCoverage } = await import('./coverage/run.js');
        await runCoverage(session, flags);
      }),
    );
}
