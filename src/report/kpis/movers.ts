/**
 * The listings whose sales moved the most against the usual weekday: sales of the day less the mean over the usual days, minor
 * units. All listings together add up to the move of the store. Left out: moves below 2 % of what the store sells.
 *
 * Beside a fall stands the featured offer (buy box) where it was lost: below the usual by a fifth of all views or more.
 */
import type { Day } from '../../core/day.js';

/** What a traffic report tells of a listing on a day. */
export interface ListingViews {
  readonly sessions: number | null;
  readonly buyBox: number | null;
}

export interface ListingDays {
  /** What the seller calls it: the SKU, else the platform's key. */
  readonly label: string;
  /** What it sold on the day, minor units. */
  readonly now: number;
  /** The mean of what it sold on the usual days. */
  readonly usual: number;
  readonly views: ReadonlyMap<Day, ListingViews>;
}

export interface Mover {
  readonly label: string;
  readonly change: number;
  /** Share of views with the featured offer, where it fell. */
  readonly buyBox: { readonly now: number; readonly usual: number } | null;
}

const MOST = 3;
const LEAST_SHARE = 0.02;
const LOST_BOX = 0.2;

export function moversOf(
  listings: readonly ListingDays[],
  day: Day,
  usualDays: readonly Day[],
): { readonly down: readonly Mover[]; readonly up: readonly Mover[] } {
  // One listing, or orders that name none, move as the store does.
  if (usualDays.length === 0 || listings.length < 2) return { down: [], up: [] };
  let [soldNow, soldUsually] = [0, 0];
  const all = listings.map((listing) => {
    soldNow += listing.now;
    soldUsually += listing.usual;
    return { listing, change: listing.now - listing.usual };
  });
  const size = Math.max(soldNow, soldUsually);
  const moved = all.filter(({ change }) => Math.abs(change) >= LEAST_SHARE * size && Math.round(change) !== 0);
  const ranked = moved.sort((a, b) => a.change - b.change || (a.listing.label < b.listing.label ? -1 : 1));
  const mover = ({ listing, change }: (typeof ranked)[number]): Mover => ({
    label: listing.label,
    change: Math.round(change),
    buyBox: change < 0 ? lostBox(listing, day, usualDays) : null,
  });
  return {
    down: ranked
      .filter(({ change }) => change < 0)
      .slice(0, MOST)
      .map(mover),
    up: ranked
      .filter(({ change }) => change > 0)
      .reverse()
      .slice(0, MOST)
      .map(mover),
  };
}

/** The usual share is weighted by sessions. */
function lostBox(listing: ListingDays, day: Day, usualDays: readonly Day[]): Mover['buyBox'] {
  const now = listing.views.get(day)?.buyBox ?? null;
  let views = 0;
  let won = 0;
  for (const usual of usualDays) {
    const known = listing.views.get(usual);
    if (!known || known.buyBox === null || known.sessions === null) continue;
    views += known.sessions;
    won += known.sessions * known.buyBox;
  }
  if (now === null || views === 0) return null;
  const usual = won / views;
  return usual - now >= LOST_BOX ? { now, usual } : null;
}
