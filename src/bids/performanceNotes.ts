/** What a reader of `bids performance` must know beside the rows. */
import { counted, thousands } from '../core/count.js';
import { addDays, type Day } from '../core/day.js';
import { daysOf, periodsOf } from '../measures/coverage.js';
import { groupBy } from '../measures/grouping.js';
import type { PerformanceInput } from './performance.js';

/** Amazon's longest window in these reports, where a report does not tell its own. */
const LONGEST_WINDOW_DAYS = 14;

/** A note that nobody reads to its end says less. */
const MOST_PERIODS = 5;

/** Sentences: days without figures, reports that could not be used, sales still to come, different windows, unknown sales. */
export function performanceNotes(input: PerformanceInput): string[] {
  return [...missing(input), ...reachOut(input), ...unfinished(input), ...windows(input), ...withoutSales(input)];
}

function missing({ choice, period, stores }: PerformanceInput): string[] {
  if (choice.missing.length === 0) return ['No ad reports of these stores are imported.'];
  return choice.missing
    .filter(({ days }) => days.length > 0)
    .map(({ storeId, days }) => {
      const name = stores.find((store) => store.storeId === storeId)?.name ?? '';
      const first = days[0] as Day;
      if (days.length > 1 && first === period.from && days.at(-1) === period.to && periodsOf(days).length === 1) {
        return `${name}: no ad report can answer for ${first} … ${period.to}.`;
      }
      const periods = periodsOf(days).map(({ from, to }) => (from === to ? from : `${from} … ${to}`));
      const more = periods.length - MOST_PERIODS;
      return `${name}: no ad figures for ${periods.slice(0, MOST_PERIODS).join(', ')}${more > 0 ? ` and ${more} more periods` : ''}.`;
    });
}

/** A report is never cut: how far it would have to be is said, so that the question can be asked for its own days. */
function reachOut({ choice }: PerformanceInput): string[] {
  const periods = groupBy(choice.reachOut, (unit) => `${unit.from} … ${unit.to}`);
  return [...periods.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST_PERIODS)
    .map(([period, units]) => `Not used, since a report cannot be cut: ${counted(units.length, 'campaign', 'campaigns')} of ${period}.`);
}

function unfinished({ asOf, period, sums, choice }: PerformanceInput): string[] {
  if (sums.length === 0) return [];
  const days = Math.max(...sums.map((group) => group.attribution_days ?? LONGEST_WINDOW_DAYS));
  const since = addDays(asOf, -days);
  const open = daysOf({ from: since > period.from ? since : period.from, to: period.to });
  if (!choice.missing.some((store) => open.some((day) => !store.days.includes(day)))) return [];
  return [`Unfinished: sales count up to ${days} days after the click, so sales of clicks since ${since} still arrive.`];
}

function windows({ sums }: PerformanceInput): string[] {
  const days = [...new Set(sums.map((group) => group.attribution_days))].sort((a, b) => (a ?? 0) - (b ?? 0));
  if (days.length < 2) return [];
  const named = days.map((count) => (count === null ? 'an unknown number of' : String(count))).join(', ');
  return [`Sales are counted over ${named} days after the click in different reports: such rows stand apart (column attribution_days).`];
}

function withoutSales({ sums }: PerformanceInput): string[] {
  const rows = sums.reduce((sum, group) => sum + group.rows_without_sales, 0);
  return rows === 0
    ? []
    : [`${thousands(rows)} rows of the reports say nothing about sales: ACOS and ROAS hold for the others only in part.`];
}
