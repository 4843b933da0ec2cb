/** Days of listings, brought together from orders and traffic. */
import type { Day } from '../../core/day.js';
import type { ListingTraffic, SoldListing } from './listingQueries.js';
import type { ListingDay, ListingDays } from './movers.js';

/** Orders name a thing by its SKU, traffic by its ASIN. Where no listing says that they are one, the ASIN of the orders does. */
export function listingDays(sold: readonly SoldListing[], traffic: readonly ListingTraffic[]): ListingDays[] {
  const listings = new Map<string, { label: string; days: Map<Day, ListingDay> }>();
  for (const { thing, label, sales } of sold) {
    const days = new Map<Day, ListingDay>();
    for (const [day, minor] of sales) days.set(day, { sales: minor, sessions: null, buyBox: null });
    listings.set(thing, { label, days });
  }
  const byItem = new Map(sold.flatMap(({ thing, platformItems }) => platformItems.map((item) => [item, thing] as const)));
  for (const { platformItem, label, day, sessions, buyBox, ...row } of traffic) {
    const isSold = platformItem === null || listings.has(row.thing);
    const thing = isSold ? row.thing : (byItem.get(platformItem) ?? row.thing);
    const listing = listings.get(thing) ?? { label, days: new Map<Day, ListingDay>() };
    const before = listing.days.get(day);
    listing.days.set(day, {
      sales: before?.sales ?? 0,
      sessions: sessions ?? before?.sessions ?? null,
      buyBox: buyBox ?? before?.buyBox ?? null,
    });
    listings.set(thing, listing);
  }
  return [...listings.values()];
}
