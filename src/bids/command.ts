/** `eco bids`: performance. */
import type { Command } from 'commander';
import type { Act } from '../commands.js';
import { type Day, parseDay } from '../core/day.js';
import { UsageError } from '../core/errors.js';
import { GROUPING_NAMES, type Grouping, isCalendar } from './grouping.js';

interface PerformanceFlags {
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
}

export function configure(command: Command, act: Act): void {
  command.addHelpText('before', `  $ eco bids performance --by campaign\n`);
  command
    .command('performance')
    .description('what advertising cost and brought: sums, and ratios of sums')
    .option('--by <keys>', `group by ${GROUPING_NAMES.join(', ')} (default: campaign)`)
    .option('--from <day>', 'first day (default: 30 days before --as-of)')
    .option('--to <day>', 'last day (default: the day before --as-of)')
    .addHelpText('before', PERFORMANCE_EXAMPLES)
    .action(
      act(async (session, flags: PerformanceFlags) => {
        const groupings = groupingsOption(flags.by ?? 'campaign');
        const db = await session.database();
        const stores = await session.stores(db);
        const asOf = session.asOf(stores);
        const { adPerformance, lastThirtyDays } = await import('./performance.js');
        const { chooseUnits } = await import('./choose.js');
        const { adReports } = await import('../facts/adQueries.js');
        const { adSums, storesWithAds } = await import('./queries.js');
        const usual = lastThirtyDays(asOf);
        const period = { from: dayOption('--from', flags.from) ?? usual.from, to: dayOption('--to', flags.to) ?? usual.to };
        if (period.from > period.to) throw new UsageError(`--from ${period.from} lies after --to ${period.to}: the earlier day first`);
        const storeIds = stores.map((store) => store.storeId);
        const choice = chooseUnits(adReports(db, storeIds, period), storesWithAds(db, storeIds), period, groupings);
        const sums = adSums(db, choice.chosen, groupings);
        await session.print(adPerformance({ asOf, period, groupings, stores, sums, choice }));
      }),
    );
}

function groupingsOption(text: string): Grouping[] {
  const names = [...new Set(text.split(',').map((name) => name.trim().replaceAll('-', '_')))];
  for (const name of names) {
    if (!GROUPING_NAMES.includes(name as Grouping)) throw new UsageError(`--by ${name}: one of ${GROUPING_NAMES.join(', ')} expected`);
  }
  const groupings = names as Grouping[];
  if (groupings.filter(isCalendar).length > 1) throw new UsageError('--by: one of day, week, month at a time');
  return groupings;
}

function dayOption(name: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (!day) throw new UsageError(`${name} ${text}: a day such as 2026-11-22 expected`);
  return day;
}

const PERFORMANCE_EXAMPLES = `  $ eco bids performance
  $ eco bids performance --by search_term --where 'orders=0' --sort -cost_amount --limit 20
  $ eco bids performance --by month --from 2026-01-01 --to 2026-10-31
  $ eco bids performance --by store,match_type --format md
`;
