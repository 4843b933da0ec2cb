/** Days of listings, brought together from orders and traffic. */
import type { Day } from '../../core/day.js';
import { groupBy } from '../../measures/grouping.js';
import type { ListingRow } from './listingQueries.js';
import type { ListingDay, ListingDays } from './movers.js';

/** Orders name a thing by its SKU, traffic by its ASIN. Where no listing says that they are one, the ASIN of the orders does. */
export function listingDays(rows: readonly ListingRow[]): ListingDays[] {
  const sold = rows.filter((row) => row.sales !== null);
  const things = new Set(sold.map((row) => row.thing));
  const byItem = new Map(sold.map((row) => [row.platformItem, row.thing]));
  const thingOf = (row: ListingRow) =>
    things.has(row.thing) || row.platformItem === null ? row.thing : (byItem.get(row.platformItem) ?? row.thing);
  return [...groupBy(rows, thingOf).values()].map((ofThing) => {
    const days = new Map<Day, ListingDay>();
    for (const { day, sales, sessions, buyBox } of ofThing) {
      const before = days.get(day);
      days.set(day, {
        sales: (before?.sales ?? 0) + (sales ?? 0),
        sessions: sessions ?? before?.sessions ?? null,
        buyBox: buyBox ?? before?.buyBox ?? null,
      });
    }
    return { label: (ofThing[0] as ListingRow).label, days };
  });
}
