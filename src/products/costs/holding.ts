/** Which of the dated costs of a listing holds on a day. */
import type { Day } from '../../core/day.js';
import type { CostEntry } from '../../facts/costQueries.js';

/**
 * What people say comes before what exports say; among either the latest from no later than the day. Null where nothing holds yet.
 * `entries`: of one listing, in the order of `costEntries`.
 */
export function holdingOn(entries: readonly CostEntry[], day: Day): CostEntry | null {
  const begun = entries.filter((entry) => entry.from === null || entry.from <= day);
  const peoples = begun.filter((entry) => entry.saidBy === 'hand' || entry.saidBy === 'file');
  const reports = begun.filter((entry) => entry.saidBy === 'report');
  return peoples.at(-1) ?? reports.at(-1) ?? begun.at(-1) ?? null;
}

/** Before every day of a calendar: what has no first day holds from here on. */
const EVER = '0000-01-01' as Day;

/** What an entry is on a day: it holds, held earlier, will hold later, or never does because others say otherwise of its first day. */
export function stateOn(entries: readonly CostEntry[], entry: CostEntry, day: Day): 'today' | 'earlier' | 'later' | 'overruled' {
  if (holdingOn(entries, day) === entry) return 'today';
  if (entry.from !== null && entry.from > day) return 'later';
  return holdingOn(entries, entry.from ?? EVER) === entry ? 'earlier' : 'overruled';
}
