/**
 * The figures of one listing: stock and how long it lasts, sales of the 30 finished days and by week, traffic. The same formulas
 * as `inventory status` and `products list` (measures/), on one listing.
 */
import { addDays, type Day, type Period } from '../core/day.js';
import { zone } from '../core/zone.js';
import { daysOf, knownDaysByStore } from '../measures/coverage.js';
import { sumKnown } from '../measures/grouping.js';
import { daysInStock, type LocationPosition, type Position, positionsOf, totalPosition } from '../measures/stock.js';
import { daysWithout, tile } from '../measures/tiling.js';
import { type TrafficSums, trafficSums } from '../measures/traffic.js';
import { daysOfCover, stockOutOn, velocityPerDay } from '../measures/velocity.js';
import type { ShowFacts } from './listing.js';

/** Weeks of the sales chart. */
const WEEKS = 8;

interface Week {
  readonly from: Day;
  /** Days of the week of which orders are known. */
  readonly daysKnown: number;
  /** null where no day of it is known. */
  readonly units: number | null;
}

export interface Figures {
  readonly currency: string | null;
  readonly positions: readonly LocationPosition[];
  readonly total: Position;
  readonly daysKnown: number;
  readonly daysCounted: number;
  readonly units: number | null;
  /** Sales in the listing's currency; null where unknown. */
  readonly salesMinor: number | null;
  readonly velocity: number | null;
  readonly cover: number | null;
  readonly stockOut: Day | null;
  readonly weeks: readonly Week[];
  readonly traffic: TrafficSums | null;
  readonly trafficMissing: readonly Day[];
}

/** `month`: the finished days of velocity, sales and traffic. */
export function figuresOf(facts: ShowFacts, asOf: Day, month: Period): Figures {
  const { listing, store } = facts;
  const dayOf = zone(store.timeZone).dayOf;
  const weeksPeriod = weeksBefore(asOf);
  const known = knownDaysByStore(weeksPeriod, [store], facts.orderFiles, facts.orderDays).get(store.storeId) ?? [];
  const knownOfMonth = known.filter((day) => day >= month.from && day <= month.to);
  const sold = new Map(facts.days.map((entry) => [entry.day, entry.units]));
  const unitsOn = (days: readonly Day[]) => days.reduce((sum, day) => sum + (sold.get(day) ?? 0), 0);
  const snapshots = facts.snapshots.map((snapshot) => ({ ...snapshot, takenOn: dayOf(snapshot.takenAt) as Day }));
  const positions = positionsOf(snapshots);
  const total = totalPosition(positions);
  const counted = daysInStock(knownOfMonth, snapshots, (day) => (sold.get(day) ?? 0) > 0);
  const velocity = velocityPerDay(unitsOn(knownOfMonth), counted.length);
  const cover = daysOfCover(total.available, velocity);
  const currency = listing.currency ?? store.currency;
  return {
    currency,
    positions,
    total,
    daysKnown: knownOfMonth.length,
    daysCounted: counted.length,
    units: knownOfMonth.length === 0 ? null : unitsOn(knownOfMonth),
    salesMinor: salesIn(facts, currency, knownOfMonth.length > 0),
    velocity,
    cover,
    stockOut: stockOutOn(asOf, cover),
    weeks: weeksOf(weeksPeriod, known, unitsOn),
    ...trafficOf(facts, month),
  };
}

/** The weeks of the chart: seven days each, the last one ending with the last finished day. */
export function weeksBefore(asOf: Day): Period {
  return { from: addDays(asOf, -7 * WEEKS), to: addDays(asOf, -1) };
}

function salesIn({ sales }: ShowFacts, currency: string | null, isKnown: boolean): number | null {
  const own = sales.filter((sold) => sold.salesMinor !== null && (sold.currency ?? currency) === currency);
  if (own.length === 0) return isKnown && sales.length === 0 ? 0 : null;
  return sumKnown(own.map((sold) => sold.salesMinor));
}

function weeksOf(period: Period, known: readonly Day[], unitsOn: (days: readonly Day[]) => number): Week[] {
  const days = daysOf(period);
  return Array.from({ length: WEEKS }, (_, index) => {
    const knownDays = days.slice(index * 7, index * 7 + 7).filter((day) => known.includes(day));
    return { from: days[index * 7] as Day, daysKnown: knownDays.length, units: knownDays.length === 0 ? null : unitsOn(knownDays) };
  });
}

function trafficOf(facts: ShowFacts, month: Period): Pick<Figures, 'traffic' | 'trafficMissing'> {
  const { chosen } = tile(facts.trafficUnits, month);
  if (chosen.length === 0) return { traffic: null, trafficMissing: daysOf(month) };
  const ids = new Set(chosen.map((unit) => unit.id));
  return { traffic: trafficSums(facts.trafficRows.filter((row) => ids.has(row.unit))), trafficMissing: daysWithout(chosen, month) };
}
