/** `eco report`: what happened, why, what is missing, and what it is worth. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import type { AnomaliesFlags } from './anomalies/runAnomalies.js';
import type { ReportProfitFlags } from './profit/runProfit.js';

const BY = 'a table by client, store, category or sku instead of the page';

export function configure(command: Command, act: Act): void {
  command.addHelpText('before', `  $ eco report daily\n`);
  command
    .command('daily')
    .description('a day of each store: what it is compared with, and why sales moved')
    .option('--day <day>', 'this day (default: the last one that is over, the day before --as-of)')
    .option('--by <level>', BY)
    .addHelpText(
      'before',
      `  $ eco report daily
  $ eco report daily --store us --day 2026-11-20
  $ eco report daily --format html --output daily.html
  $ eco report daily --format json | jq '.rows[] | select(.metric == "sales")'
`,
    )
    .action(
      act(async (session, flags: { readonly day?: string; readonly by?: string }) => {
        const { runDaily } = await import('./daily/runDaily.js');
        await runDaily(session, flags);
      }),
    );

  command
    .command('weekly')
    .description('a week of each store against the week before, the same a year before and the target, and why sales moved')
    .option('--period <week>', 'this week of ISO 8601, such as 2026-W47 (default: the last one that is over)')
    .option('--by <level>', BY)
    .addHelpText(
      'before',
      `  $ eco report weekly
  $ eco report weekly --store us --period 2026-W47
  $ eco report weekly --by sku --where metric=sales --sort change_ratio --limit 20
  $ eco report weekly --format md --output week.md
`,
    )
    .action(
      act(async (session, flags: { readonly period?: string; readonly by?: string }) => {
        const { runPeriodic } = await import('./periodic/run.js');
        await runPeriodic(session, 'week', flags);
      }),
    );

  command
    .command('monthly')
    .description('a month of each store against the month before, the same a year before and the target, and why sales moved')
    .option('--period <month>', 'this month, such as 2026-10 (default: the last one that is over)')
    .option('--by <level>', BY)
    .addHelpText(
      'before',
      `  $ eco report monthly
  $ eco report monthly --store us --period 2026-10
  $ eco report monthly --format html --output october.html
`,
    )
    .action(
      act(async (session, flags: { readonly period?: string; readonly by?: string }) => {
        const { runPeriodic } = await import('./periodic/run.js');
        await runPeriodic(session, 'month', flags);
      }),
    );

  command
    .command('compare')
    .description('two periods, or two stores, side by side: every KPI, the difference, and what drove it')
    .argument('<a>', 'a period (2026-10, W47, 2026-10-01..2026-10-31) or a store')
    .argument('<b>', 'what it is compared with')
    .option('--period <period>', 'of two stores: this period (default: the 28 days before --as-of)')
    .addHelpText(
      'before',
      `  $ eco report compare 2026-10 2026-09
  $ eco report compare W47 W46 --store us
  $ eco report compare us web --period 2026-10
`,
    )
    .action(
      act(async (session, a: string, b: string, flags: { readonly period?: string }) => {
        const { runCompare } = await import('./compare/run.js');
        await runCompare(session, a, b, flags);
      }),
    );

  command
    .command('funnel')
    .description('impressions, clicks, visits, carts, orders, kept: the rate of each step, and where it loses')
    .option('--period <period>', 'a week, month or span such as 2026-10 (default: the 28 days before --as-of)')
    .option('--by <what>', 'one row a listing, campaign or source, beside each other (default: the store, beside its periods before)')
    .addHelpText(
      'before',
      `  $ eco report funnel
  $ eco report funnel --store us --by listing --limit 10
  $ eco report funnel --by campaign --period 2026-10
`,
    )
    .action(
      act(async (session, flags: { readonly period?: string; readonly by?: string }) => {
        const { runFunnel } = await import('./funnel/run.js');
        await runFunnel(session, flags);
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

  command
    .command('customers')
    .description('who buys, how often, and who comes again; buyers are keyed hashes, nobody is named')
    .option('--by <what>', 'store, segment (how recent and how often) or cohort (month of the first purchase)', 'store')
    .option('--days <n>', 'the last finished days whose buyers are counted (default: 365)')
    .addHelpText(
      'before',
      `  $ eco report customers
  $ eco report customers --by cohort --store web
  $ eco report customers --by segment --format csv
`,
    )
    .action(
      act(async (session, flags: { readonly by?: string; readonly days?: string }) => {
        const { runCustomers } = await import('./customers/run.js');
        await runCustomers(session, flags);
      }),
    );

  command
    .command('clients')
    .description('a line a client: sales of the last days beside the days before and a year ago, ads, profit, stock, what is missing')
    .option('--days <n>', 'the last finished days (default: 7)')
    .addHelpText(
      'before',
      `  $ eco report clients
  $ eco report clients --days 30 --sort change_ratio --format csv
`,
    )
    .action(
      act(async (session, flags: { readonly days?: string }) => {
        const { runClients } = await import('./clients/run.js');
        await runClients(session, flags);
      }),
    );

  configureProfit(command, act);
  configureWatch(command, act);

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
}

function configureWatch(command: Command, act: Act): void {
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
    .option('--all', 'also the metrics that no imported report tells, with the report that would')
    .addHelpText(
      'before',
      `  $ eco report health
  $ eco report health --all --store us
  $ eco report health --where 'status=over' --format json
`,
    )
    .action(
      act(async (session, flags: { readonly all?: boolean }) => {
        const { runHealth } = await import('./health/runHealth.js');
        await runHealth(session, flags);
      }),
    );
}

function configureProfit(command: Command, act: Act): void {
  command
    .command('profit')
    .description('profit line by line: what was sold, what it cost, what is estimated and what is missing')
    .option('--period <period>', 'a month (2026-10), a year (2026), or days (2026-10-01..2026-10-15)')
    .option('--from <day>', 'first day (default: 30 days before --as-of)')
    .option('--to <day>', 'last day (default: the day before --as-of)')
    .option('--by <keys>', 'client, store, channel, listing, category, day, week, month, line (default: store,line)')
    .option('--refunds <view>', 'by-refund-date or by-order-date (default: by-refund-date)')
    .option('--cost <method>', 'period, average or fifo (default: period)')
    .option('--currency <code>', 'all amounts in this currency, at the imported rate of their day')
    .option('--settlements', 'settlement by settlement: whether its rows add up to its total')
    .option('--explain', 'formula, files and lines behind each line')
    .option('--line <line>', 'with --explain: this line only, row by row')
    .option('--sku <sku>', 'with --explain: this listing only, row by row')
    .addHelpText('before', PROFIT_EXAMPLES)
    .action(
      act(async (session, flags: ReportProfitFlags) => {
        const { runProfit } = await import('./profit/runProfit.js');
        await runProfit(session, flags);
      }),
    );
}

const PROFIT_EXAMPLES = `  $ eco report profit
  $ eco report profit --period 2026-10 --by listing --sort -profit_amount --limit 20
  $ eco report profit --period 2026 --by month,line --refunds by-order-date --format csv
  $ eco report profit --by store --currency EUR
  $ eco report profit --settlements
  $ eco report profit --explain --line commission --sku KETTLE-17
`;
