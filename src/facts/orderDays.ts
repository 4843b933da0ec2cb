/**
 * Sums of orders by store and day (`order_days`), which reports read instead of the orders: a year of a busy shop is thousands of rows
 * here and millions there. Orders that come are added as they are written; the days of those that change or go are summed anew. Orders
 * without a day are in no sum.
 */
import type { Database } from '../db/connection.js';
import { known } from './orderParts.js';

/** What the orders of a row are to the sales, as `order_days.sale` says it. */
export const SALE = { none: 0, unpriced: 1, priced: 2 } as const;

/** What the lines of an order that count come to. */
export interface LineSums {
  lines: number;
  /** Of these, lines with an amount. */
  priced: number;
  units: number;
  unknownUnits: boolean;
  salesMinor: number;
  /** NaN where no line tells. */
  refundedMinor: number;
}

export function noLines(): LineSums {
  return { lines: 0, priced: 0, units: 0, unknownUnits: false, salesMinor: 0, refundedMinor: Number.NaN };
}

export function clearSums(sums: LineSums): void {
  sums.lines = 0;
  sums.priced = 0;
  sums.units = 0;
  sums.unknownUnits = false;
  sums.salesMinor = 0;
  sums.refundedMinor = Number.NaN;
}

/** Adds a line that counts. NaN: unknown. */
export function addLine(sums: LineSums, quantity: number, amountMinor: number, refundedMinor: number): void {
  sums.lines++;
  if (Number.isNaN(quantity)) sums.unknownUnits = true;
  else sums.units += quantity;
  if (!Number.isNaN(amountMinor)) {
    sums.priced++;
    sums.salesMinor += amountMinor;
  }
  if (!Number.isNaN(refundedMinor)) sums.refundedMinor = plus(sums.refundedMinor, refundedMinor);
}

/** Of two numbers of which the first may be unknown. */
function plus(sum: number, more: number): number {
  return Number.isNaN(sum) ? more : sum + more;
}

interface Sums {
  readonly day: string;
  orders: number;
  units: number;
  unknownUnits: number;
  salesMinor: number;
  unpriced: number;
  refundedMinor: number;
  tellRefunds: number;
  refunds: number;
}

/** Orders that have a store and what `order_profiles` says in common. */
export interface OrdersAlike {
  /** `refundedMinor`: what the head of the order says; NaN where it does not. */
  add(day: string, lines: LineSums, refundedMinor: number): void;
}

export interface OrderDays {
  alike(storeId: number, profilePk: number): OrdersAlike;
  /** An order of this day changes or goes. */
  touch(storeId: number, day: string | null): void;
  /** Writes the sums, when all orders are in their table. */
  finish(): void;
}

/** `importId`: the import that tells all the orders that are added. */
export function orderDays(db: Database, importId: number): OrderDays {
  const added = new Map<string, { readonly storeId: number; readonly profilePk: number; readonly days: Map<string, Sums>[] }>();
  const touched = new Map<string, { readonly storeId: number; readonly day: string }>();
  return {
    alike(storeId, profilePk) {
      const key = `${storeId} ${profilePk}`;
      const found = added.get(key) ?? { storeId, profilePk, days: [new Map(), new Map(), new Map()] };
      added.set(key, found);
      return ordersAlike(found.days);
    },
    touch(storeId, day) {
      if (day !== null) touched.set(`${storeId} ${day}`, { storeId, day });
    },
    finish() {
      const insert = db.prepare(`INSERT INTO order_days (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
      for (const { storeId, profilePk, days } of added.values()) {
        for (const [sale, sums] of days.entries()) {
          for (const each of sums.values()) {
            if (!touched.has(`${storeId} ${each.day}`)) insert.run(storeId, each.day, importId, profilePk, sale, ...valuesOf(sale, each));
          }
        }
      }
      sumDays(db, [...touched.values()]);
    },
  };
}

function ordersAlike(days: readonly Map<string, Sums>[]): OrdersAlike {
  // Orders come by day, more or less.
  const last: (Sums | undefined)[] = days.map(() => undefined);
  return {
    add(day, lines, refundedMinor) {
      const sale = lines.lines === 0 ? SALE.none : lines.priced === 0 ? SALE.unpriced : SALE.priced;
      let sums = last[sale];
      if (sums?.day !== day) {
        sums = (days[sale] as Map<string, Sums>).get(day) ?? newSums(day);
        (days[sale] as Map<string, Sums>).set(day, sums);
        last[sale] = sums;
      }
      sums.orders++;
      if (!Number.isNaN(refundedMinor)) {
        sums.tellRefunds++;
        if (refundedMinor > 0) sums.refunds++;
      }
      if (sale === SALE.none) return;
      sums.units += lines.units;
      if (lines.unknownUnits) sums.unknownUnits++;
      sums.salesMinor += lines.salesMinor;
      if (lines.priced < lines.lines) sums.unpriced++;
      const refunded = Number.isNaN(refundedMinor) ? lines.refundedMinor : refundedMinor;
      if (!Number.isNaN(refunded)) sums.refundedMinor = plus(sums.refundedMinor, refunded);
    },
  };
}

function newSums(day: string): Sums {
  return {
    day,
    orders: 0,
    units: 0,
    unknownUnits: 0,
    salesMinor: 0,
    unpriced: 0,
    refundedMinor: Number.NaN,
    tellRefunds: 0,
    refunds: 0,
  };
}

const COLUMNS =
  'store_id, ordered_on, import_id, profile_pk, sale, orders, units, unknown_units, sales_minor, unpriced, refunded_minor, tell_refunds, refunds';

function valuesOf(sale: number, sums: Sums): (number | null)[] {
  const sales = sale === SALE.priced ? sums.salesMinor : null;
  return [sums.orders, sums.units, sums.unknownUnits, sales, sums.unpriced, known(sums.refundedMinor), sums.tellRefunds, sums.refunds];
}

/** SQL of the rows that `order_days` has for the orders `h` of which this is true. */
function sumsOf(which: string): string {
  return `SELECT store_id, ordered_on, import_id, profile_pk, sale, count(*) AS orders, coalesce(sum(units), 0) AS units,
      sum(unknown_units) AS unknown_units, sum(sales) AS sales_minor, sum(unpriced) AS unpriced, sum(refunded) AS refunded_minor,
      count(told) AS tell_refunds, coalesce(sum(told > 0), 0) AS refunds
    FROM (SELECT h.store_id, h.ordered_on, h.import_id, h.profile_pk, h.refunded_minor AS told,
            CASE WHEN count(l.amount_minor) > 0 THEN ${SALE.priced} WHEN count(l.order_pk) > 0 THEN ${SALE.unpriced} ELSE ${SALE.none} END AS sale,
            sum(l.quantity) AS units, max(l.order_pk IS NOT NULL AND l.quantity IS NULL) AS unknown_units, sum(l.amount_minor) AS sales,
            max(l.order_pk IS NOT NULL AND l.amount_minor IS NULL) AS unpriced,
            CASE WHEN count(l.order_pk) > 0 THEN coalesce(h.refunded_minor, sum(l.refunded_minor)) END AS refunded
          FROM order_heads h LEFT JOIN order_lines l ON l.order_pk = h.order_pk AND l.counts = 1
          WHERE h.ordered_on IS NOT NULL AND ${which} GROUP BY h.order_pk)
    GROUP BY store_id, ordered_on, import_id, profile_pk, sale`;
}

/** Sums days anew, from the orders that stand. */
function sumDays(db: Database, days: readonly { readonly storeId: number; readonly day: string }[]): void {
  if (days.length === 0) return;
  const drop = db.prepare('DELETE FROM order_days WHERE store_id = ? AND ordered_on = ?');
  const sum = db.prepare(`INSERT INTO order_days (${COLUMNS}) ${sumsOf('h.store_id = ? AND h.ordered_on = ?')}`);
  for (const { storeId, day } of days) {
    drop.run(storeId, day);
    sum.run(storeId, day);
  }
}

/** Sums the days of these orders anew. */
export function sumDaysOf(db: Database, orderPks: readonly number[]): void {
  const days = db
    .prepare(
      `SELECT DISTINCT store_id AS storeId, ordered_on AS day FROM order_heads
       WHERE ordered_on IS NOT NULL AND order_pk IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(orderPks)) as { storeId: number; day: string }[];
  sumDays(db, days);
}

/** Stores and days whose sums are not what their orders come to. */
export function wrongDays(db: Database): { readonly store: string; readonly day: string }[] {
  const kept = `SELECT ${COLUMNS} FROM order_days`;
  const summed = `SELECT ${COLUMNS} FROM (${sumsOf('1')})`;
  return db
    .prepare(
      `SELECT DISTINCT coalesce(s.name, store_id) AS store, ordered_on AS day
       FROM (SELECT * FROM (${kept} EXCEPT ${summed}) UNION ALL SELECT * FROM (${summed} EXCEPT ${kept})) LEFT JOIN stores s USING (store_id)
       ORDER BY store, day`,
    )
    .all() as { store: string; day: string }[];
}
