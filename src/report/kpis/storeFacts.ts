/** All that is known of a store around some periods: what the figures of each of them are made of. */
import { addDays, type Day, daysBetween, type Period } from '../../core/day.js';
import type { PeriodUnit } from '../../measures/tiling.js';
import type { Profit } from './figures.js';
import { madeOn, type OrderFacts, type OrderFile } from './orderFigures.js';
import type { AdSums, BuyerFacts, CoveringFile, Evidence, ReviewFacts, ShopUnit, TrafficUnit } from './reportFacts.js';

export interface StoreFacts {
  readonly platform: string;
  readonly timeZone: string;
  readonly currency: string | null;
  readonly orders: readonly OrderFacts[];
  readonly orderFiles: readonly OrderFile[];
  /** Days with an order, from well before the first period on. */
  readonly orderDays: readonly Day[];
  readonly traffic: readonly TrafficUnit[];
  readonly shop: readonly ShopUnit[];
  readonly ads: readonly AdSums[];
  readonly reportFiles: readonly CoveringFile[];
  readonly buyers: readonly BuyerFacts[];
  readonly reviews: readonly ReviewFacts[];
  readonly profit: readonly (Period & { readonly profit: Profit | null })[];
}

/** Of the reports that are added, how new the oldest is; one that a newer file confirmed is as new as that. */
export function newestOf(chosen: readonly (PeriodUnit & Evidence)[], facts: StoreFacts): number {
  return Math.min(
    ...chosen.map((unit) =>
      facts.reportFiles.reduce(
        (at, file) =>
          file.reportFormat === unit.reportFormat && file.from <= unit.from && unit.to <= file.to ? Math.max(at, file.evidenceAt) : at,
        unit.evidenceAt,
      ),
    ),
  );
}

export function isSame(one: Period, other: Period): boolean {
  return one.from === other.from && one.to === other.to;
}

/** How many days a period has. */
export function lengthOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

/** The newest day that is over in the newest file, and of which something is known. */
export function newestDay(facts: StoreFacts, subjects: readonly { readonly newest: Day }[]): Day | null {
  const made = facts.orderFiles.map((file) => addDays(madeOn(file.evidenceAt, facts.timeZone), -1)).sort();
  const ordered = facts.orderDays.at(-1);
  const sold = ordered !== undefined && made.length > 0 ? [ordered < (made.at(-1) as Day) ? ordered : (made.at(-1) as Day)] : [];
  return [...sold, ...subjects.map(({ newest }) => newest)].sort().at(-1) ?? null;
}
