/** What is told of people, and what the shop looks like at the end of a period: visitors, buyers, followers, scores, reviews. */
import { daysBetween, type Period } from '../../core/day.js';
import { sumKnown } from '../../measures/grouping.js';
import { daysWithout, tile } from '../../measures/tiling.js';
import type { Figures } from './figures.js';
import { endOf } from './orderFigures.js';
import type { ShopUnit } from './reportFacts.js';
import { isSame, type StoreFacts } from './storeFacts.js';

/** People and scores, as the shop report of exactly this period tells them; what stands at its end, as the newest inside it. */
export function shopOf(facts: StoreFacts, period: Period): Partial<Figures> {
  const inside = facts.shop.filter((unit) => unit.from >= period.from && unit.to <= period.to);
  const same = inside.filter((unit) => isSame(unit, period));
  const people = (of: (unit: ShopUnit) => number | null) => same.map(of).find((value) => value !== null) ?? null;
  const latest = (of: (unit: ShopUnit) => number | null) => inside.findLast((unit) => of(unit) !== null && isLast(unit, inside, of));
  const atEnd = (of: (unit: ShopUnit) => number | null) => {
    const unit = latest(of);
    return unit ? of(unit) : null;
  };
  return {
    visitors: people((unit) => unit.visitors),
    cartUsers: people((unit) => unit.cartUsers),
    buyers: people((unit) => unit.buyers),
    liveViewers: people((unit) => unit.liveViewers),
    followers: atEnd((unit) => unit.followers),
    dsrDescription: atEnd((unit) => unit.dsrDescription),
    dsrService: atEnd((unit) => unit.dsrService),
    dsrShipping: atEnd((unit) => unit.dsrShipping),
    experience: atEnd((unit) => unit.experience),
  };
}

function isLast(unit: ShopUnit, inside: readonly ShopUnit[], of: (unit: ShopUnit) => number | null): boolean {
  return inside.every((other) => of(other) === null || other.to <= unit.to);
}

/** Who has not ordered within this many days of imported orders counts as new; with fewer of them everybody would. */
const HISTORY_DAYS = 180;

/** The platform's own figure, else what the hashes in the orders tell, where every order names its buyer and older ones are known. */
export function buyersOf(facts: StoreFacts, period: Period): Pick<Figures, 'newBuyers' | 'returningBuyers' | 'buyersBy'> {
  const told = facts.shop.find((unit) => isSame(unit, period) && unit.newBuyers !== null && unit.returningBuyers !== null);
  if (told) return { newBuyers: told.newBuyers, returningBuyers: told.returningBuyers, buyersBy: 'shop report' };
  const hashed = facts.buyers.find((each) => isSame(each, period));
  if (!hashed || hashed.nameless > 0 || daysBetween(hashed.since, period.from) < HISTORY_DAYS)
    return { newBuyers: null, returningBuyers: null, buyersBy: null };
  return { newBuyers: hashed.newBuyers, returningBuyers: hashed.buyers - hashed.newBuyers, buyersBy: 'orders' };
}

export function reviewsOf(facts: StoreFacts, period: Period): Pick<Figures, 'reviews' | 'rated' | 'stars'> {
  const told = facts.reviews.find((each) => isSame(each, period));
  const isTold = told && told.since <= period.from && told.evidenceAt >= endOf(period.to, facts.timeZone);
  if (isTold) return { reviews: told.reviews, rated: told.rated, stars: told.stars };
  const { chosen } = tile(
    facts.shop.filter((unit) => unit.reviews !== null),
    period,
  );
  return {
    reviews: daysWithout(chosen, period).length > 0 ? null : sumKnown(chosen.map((unit) => unit.reviews)),
    rated: null,
    stars: null,
  };
}
