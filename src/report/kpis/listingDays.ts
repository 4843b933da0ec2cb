/** Days of listings, brought together from orders and traffic. */
import type { Day } from '../../core/day.js';
import type { ListingTraffic, SoldListing } from './listingQueries.js';
import type { ListingDays, ListingViews } from './movers.js';

/**
 * The listings that sold, with how often they were seen. Orders name a thing by its SKU, traffic by its ASIN. Where no listing says that
 * they are one, the ASIN of the orders does (`byItem`: things by ASIN).
 */
export function listingDays(
  sold: readonly SoldListing[],
  traffic: readonly ListingTraffic[],
  byItem: ReadonlyMap<string, string>,
): ListingDays[] {
  const views = viewsByThing(sold, traffic, byItem);
  return sold.map(({ thing, label, now, usual }) => ({ label, now, usual, views: views.get(thing) ?? NO_VIEWS }));
}

const NO_VIEWS: ReadonlyMap<Day, ListingViews> = new Map();

function viewsByThing(
  sold: readonly SoldListing[],
  traffic: readonly ListingTraffic[],
  byItem: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlyMap<Day, ListingViews>> {
  const views = new Map<string, Map<Day, ListingViews>>();
  if (traffic.length === 0) return views;
  const things = new Set(sold.map(({ thing }) => thing));
  for (const { thing: named, platformItem, day, sessions, buyBox } of traffic) {
    const thing = things.has(named) || platformItem === null ? named : (byItem.get(platformItem) ?? named);
    const days = views.get(thing) ?? new Map<Day, ListingViews>();
    const before = days.get(day);
    days.set(day, { sessions: sessions ?? before?.sessions ?? null, buyBox: buyBox ?? before?.buyBox ?? null });
    views.set(thing, days);
  }
  return views;
}
