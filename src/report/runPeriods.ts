/** `eco report daily|weekly|monthly|compare|funnel`: the figures of a day, a week, a month, of two of them side by side, and on the way to an order. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import type { CompareFlags } from './compare/run.js';
import type { DailyFlags } from './daily/runDaily.js';
import type { PeriodFlags } from './periodic/run.js';

const BY = 'a table by client, store, category or sku instead of the page';
const CURRENCY = 'by client or store: all amounts in this currency, at the imported rate of the last day';

export function configurePeriods(command: Command, act: Act): void {
  command
    .command('daily')
    .description('a day of each store: what it is compared with, and why sales moved')
    .option('--day <day>', 'this day (default: the last one that is over, the day before --as-of)')
    .option('--by <level>', BY)
    .option('--currency <code>', CURRENCY)
    .addHelpText(
      'before',
      `  $ eco report daily
  $ eco report daily --store us --day 2026-11-20
  $ eco report daily --format html --output daily.html
  $ eco report daily --format json | jq '.rows[] | select(.metric == "sales")'
`,
    )
    .action(
      act(async (session, flags: DailyFlags) => {
        const { runDaily } = await import('./daily/runDaily.js');
        await runDaily(session, flags);
      }),
    );

  command
    .command('weekly')
    .description('a week of each store against the week before, the same a year before and the target, and why sales moved')
    .option('--period <week>', 'this week of ISO 8601, such as 2026-W47 (default: the last one that is over)')
    .option('--by <level>', BY)
    .option('--currency <code>', CURRENCY)
    .addHelpText(
      'before',
      `  $ eco report weekly
  $ eco report weekly --store us --period 2026-W47
  $ eco report weekly --by sku --where metric=sales --sort change_ratio --limit 20
  $ eco report weekly --by client --currency EUR
  $ eco report weekly --format md --output week.md
`,
    )
    .action(
      act(async (session, flags: PeriodFlags) => {
        const { runPeriodic } = await import('./periodic/run.js');
        await runPeriodic(session, 'week', flags);
      }),
    );

  command
    .command('monthly')
    .description('a month of each store against the month before, the same a year before and the target, and why sales moved')
    .option('--period <month>', 'this month, such as 2026-10 (default: the last one that is over)')
    .option('--by <level>', BY)
    .option('--currency <code>', CURRENCY)
    .addHelpText(
      'before',
      `  $ eco report monthly
  $ eco report monthly --store us --period 2026-10
  $ eco report monthly --format html --output october.html
`,
    )
    .action(
      act(async (session, flags: PeriodFlags) => {
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
    .option('--currency <code>', "of two stores: both in this currency, at the imported rate of the last day (default: A's)")
    .addHelpText(
      'before',
      `  $ eco report compare 2026-10 2026-09
  $ eco report compare W47 W46 --store us
  $ eco report compare us web --period 2026-10
  $ eco report compare us web --currency EUR
`,
    )
    .action(
      act(async (session, a: string, b: string, flags: CompareFlags) => {
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
}
