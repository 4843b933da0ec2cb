/**
 * The morning of a day, up to which snapshots count when a question is asked "as of" it: until noon in the store's time zone,
 * which takes in the exports that a seller downloads before work. Where the day was not named and is today, everything up to
 * now counts.
 */
import type { Day } from '../core/day.js';
import { zone } from '../core/zone.js';

const NOON_SECONDS = 43_200;

/** The first instant (epoch seconds) that does not count any more, by store. `now` (epoch milliseconds): where the day is today. */
export function untilMorning<Store extends { readonly storeId: number; readonly timeZone: string }>(
  stores: readonly Store[],
  asOf: Day,
  now: number | null,
): { storeId: number; until: number }[] {
  const localNoon = Date.parse(`${asOf}T00:00:00Z`) / 1000 + NOON_SECONDS;
  return stores.map(({ storeId, timeZone }) => {
    const noon = localNoon - zone(timeZone).offsetAtLocal(localNoon);
    return { storeId, until: now === null ? noon : Math.max(noon, Math.floor(now / 1000) + 1) };
  });
}
