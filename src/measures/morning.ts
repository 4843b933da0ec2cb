/**
 * The morning of a day, up to which snapshots count when a question is asked "as of" it: until noon in the store's time zone,
 * which takes in the exports that a seller downloads before work. On the day itself everything up to now counts.
 */
import type { Day } from '../core/day.js';
import { zone } from '../core/zone.js';

const NOON_SECONDS = 43_200;

/** The first instant (epoch seconds) that does not count any more, by store. `now`: the clock in epoch milliseconds; null where the day is not today. */
export function untilMorning<Store extends { readonly storeId: number; readonly timeZone: string }>(
  stores: readonly Store[],
  asOf: Day,
  now: number | null,
): { storeId: number; until: number }[] {
  const localNoon = Date.parse(`${asOf}T00:00:00Z`) / 1000 + NOON_SECONDS;
  return stores.map(({ storeId, timeZone }) => {
    const noon = localNoon - zone(timeZone).offsetAtLocal(localNoon);
    const seconds = now === null ? null : Math.floor(now / 1000);
    const isToday = seconds !== null && zone(timeZone).dayOf(seconds) <= asOf;
    return { storeId, until: isToday ? Math.max(noon, seconds + 1) : noon };
  });
}
