/**
 * What the order files tell of a period. Orders count on days that an order file covers whole (measures/coverage.ts), or in part
 * where nothing better is known; days that none covers are named, never filled up.
 */
import { addDays, type Day, type Period } from '../../core/day.js';
import { startOfDay, zone } from '../../core/zone.js';
import { daysOf, type FileSpan, knownUntil } from '../../measures/coverage.js';
import { sumKnown } from '../../measures/grouping.js';

/** Orders of a day that count, in one currency. */
export interface OrderFacts {
  readonly day: Day;
  readonly currency: string | null;
  readonly orders: number;
  readonly units: number | null;
  readonly sales: number | null;
  readonly unpriced: number;
  readonly refunded: number | null;
}

export interface OrderFile extends Period {
  readonly evidenceAt: number;
}

/** What the order files know of a day. `part`: the newest of them was made before the day was over. */
type Coverage = 'whole' | 'part' | 'none';

export interface PeriodOrders {
  /** Null where there are orders and none of them has a price yet: what they come to is unknown, not nothing. */
  readonly sales: number | null;
  /** Null where an order does not tell its pieces. */
  readonly units: number | null;
  readonly orders: number;
  readonly unpriced: number;
  readonly refunded: number | null;
  readonly missing: readonly Day[];
  readonly inPart: boolean;
  /** Orders in other currencies than the store's, which no figure holds. */
  readonly foreign: number;
}

/** The orders of a period, null where no order file covers any of its days. */
export function ordersOf(
  rows: readonly OrderFacts[],
  coverageOn: (day: Day) => Coverage,
  period: Period,
  currency: string | null,
): PeriodOrders | null {
  const coverage = new Map(daysOf(period).map((day) => [day, coverageOn(day)]));
  const days = [...coverage.keys()];
  const missing = days.filter((day) => coverage.get(day) === 'none');
  if (missing.length === days.length) return null;
  const known = new Set(days.filter((day) => !missing.includes(day)));
  const inside = rows.filter((row) => known.has(row.day));
  const own = inside.filter((row) => isOwn(row.currency, currency));
  const total = (of: (row: OrderFacts) => number) => own.reduce((sum, row) => sum + of(row), 0);
  return {
    sales: salesOf(own),
    units: own.some((row) => row.units === null) ? null : total((row) => row.units as number),
    orders: total((row) => row.orders),
    unpriced: total((row) => row.unpriced),
    refunded: sumKnown(own.map((row) => row.refunded)),
    missing,
    inPart: days.some((day) => coverage.get(day) === 'part'),
    foreign: inside.reduce((sum, row) => sum + (isOwn(row.currency, currency) ? 0 : row.orders), 0),
  };
}

/** Of what has a price; 0 where nothing was ordered. */
export function salesOf(rows: readonly { readonly sales: number | null }[]): number | null {
  return rows.length === 0 ? 0 : sumKnown(rows.map((row) => row.sales));
}

/** What tells how well the files know a day. `end`: the last day that will be asked for; `orderDays`: from well before the first one on. */
export function orderCoverage(end: Day, files: readonly OrderFile[], orderDays: readonly Day[], timeZone: string): (day: Day) => Coverage {
  const spans = files.map((file) => ({ ...file, madeOn: madeOn(file.evidenceAt, timeZone) }));
  const isKnown = knownUntil(end, spans, orderDays);
  return (day) => (isKnown(day) ? coverageOf(day, spans, timeZone) : 'none');
}

function coverageOf(day: Day, files: readonly (FileSpan & { readonly evidenceAt: number })[], timeZone: string): Coverage {
  const newest = files.reduce((at, file) => (file.from <= day ? Math.max(at, file.evidenceAt) : at), 0);
  return newest >= endOf(day, timeZone) ? 'whole' : 'part';
}

/** What names no currency is in the store's. */
export function isOwn(found: string | null, currency: string | null): boolean {
  return found === null || found === currency;
}

export function madeOn(evidenceAt: number, timeZone: string): Day {
  return zone(timeZone).dayOf(evidenceAt) as Day;
}

/** The first moment after a day in a zone, epoch seconds. */
export function endOf(day: Day, timeZone: string): number {
  return startOfDay(addDays(day, 1), timeZone);
}
