/**
 * What came back, day by day, out of what was sold in the four weeks before: a promotion brings more of it weeks later, and that is no
 * change. Returns are units, by a report of returned goods or beside the traffic of an item: these two count otherwise, so that of a store
 * the one that knows more days stands for all of them. Refunds are orders, by what settlements and payments say.
 */
import { type Day, daysBetween } from '../../core/day.js';
import { zone } from '../../core/zone.js';
import { groupBy } from '../../measures/grouping.js';
import type { ReturnsOfDay, TrafficOfDay } from './queries.js';

/** Days of sales that the refunds of a day are out of. */
export const SOLD_DAYS = 28;

type Values = readonly (number | null)[];

/** A file that tells all of its days, those without a refund too. */
export interface RefundFile {
  readonly from: Day;
  readonly to: Day;
  readonly evidenceAt: number;
}

export interface RefundRows {
  readonly days: readonly Day[];
  readonly timeZone: string;
  readonly traffic: readonly TrafficOfDay[];
  readonly returns: readonly ReturnsOfDay[];
  readonly returnFiles: readonly RefundFile[];
  /** Orders that money was given back of, by the day on which it was booked. */
  readonly payments: readonly { readonly day: Day; readonly orders: number }[];
  readonly paymentFiles: readonly RefundFile[];
}

/** What the store sold: null on days whose orders are not known. */
export interface Sold {
  readonly orders: Values;
  readonly units: Values;
  readonly unitsOf: ReadonlyMap<string, Values>;
}

export interface Refunds {
  /** Null: the store. */
  readonly thing: string | null;
  readonly hits: Values;
  readonly trials: Values;
}

/** Units that came back: of the store first, then of its things. */
export function returnsOf(rows: RefundRows, sold: Sold): Refunds[] {
  const known = ([store]: readonly Refunds[]) => (store === undefined ? 0 : store.hits.filter((value) => value !== null).length);
  const [traffic, returns] = [byTraffic(rows, sold), byReturns(rows, sold)];
  return known(traffic) > known(returns) ? traffic : returns;
}

/** Orders of which money was given back, of the store. */
export function refundsOf(rows: RefundRows, sold: Sold): Refunds[] {
  if (rows.payments.length === 0) return [];
  const known = rows.days.map((day) => isTold(rows, rows.paymentFiles, day));
  const hits = daily(rows, known, rows.payments, ({ orders }) => orders);
  return [outOf(null, hits, sold.orders)];
}

function byTraffic(rows: RefundRows, sold: Sold): Refunds[] {
  const told = rows.traffic.filter(({ unitsRefunded }) => unitsRefunded !== null);
  const reported = new Set(told.filter(({ day, evidenceAt }) => isOver(rows, day, evidenceAt)).map(({ day }) => day));
  return byUnits(
    rows,
    sold,
    told.map(({ thing, day, unitsRefunded }) => ({ thing, day, units: unitsRefunded as number })),
    (day) => reported.has(day),
  );
}

function byReturns(rows: RefundRows, sold: Sold): Refunds[] {
  return byUnits(rows, sold, rows.returns, (day) => isTold(rows, rows.returnFiles, day));
}

function byUnits(rows: RefundRows, sold: Sold, returns: readonly ReturnsOfDay[], isKnown: (day: Day) => boolean): Refunds[] {
  const known = rows.days.map(isKnown);
  const hitsOf = (own: readonly ReturnsOfDay[]) => daily(rows, known, own, ({ units }) => units);
  const things = [...groupBy(returns, ({ thing }) => thing)].flatMap(([thing, own]) => {
    const units = sold.unitsOf.get(thing);
    return units === undefined ? [] : [outOf(thing, hitsOf(own), units)];
  });
  return returns.length === 0 ? [] : [outOf(null, hitsOf(returns), sold.units), ...things];
}

function isTold(rows: RefundRows, files: readonly RefundFile[], day: Day): boolean {
  return files.some(({ from, to, evidenceAt }) => from <= day && day <= to && isOver(rows, day, evidenceAt));
}

function isOver({ timeZone }: RefundRows, day: Day, evidenceAt: number): boolean {
  return (zone(timeZone).dayOf(evidenceAt) as Day) > day;
}

function daily<Row extends { readonly day: Day }>(
  { days }: RefundRows,
  known: readonly boolean[],
  rows: readonly Row[],
  of: (row: Row) => number,
): Values {
  const values: (number | null)[] = known.map((isKnown) => (isKnown ? 0 : null));
  for (const row of rows) {
    const index = daysBetween(days[0] as Day, row.day);
    const before = values[index];
    if (before !== null && before !== undefined) values[index] = before + of(row);
  }
  return values;
}

/** What was sold in the four weeks before each day; a day after a gap of the orders is not known. More cannot come back than was sold. */
function outOf(thing: string | null, hits: Values, sold: Values): Refunds {
  const trials = sold.map((_, index) => {
    const before = sold.slice(index - SOLD_DAYS, index);
    if (index < SOLD_DAYS || before.includes(null)) return null;
    return before.reduce<number>((sum, value) => sum + (value as number), 0);
  });
  return {
    thing,
    trials,
    hits: hits.map((value, index) => {
      const most = trials[index] ?? null;
      return value === null || most === null ? null : Math.min(value, most);
    }),
  };
}
