/**
 * Questions about orders, and the orders that people took out of the sales. An excluded order stays where it is; its lines only
 * stop counting (`order_lines.counts`), here at once and after every fold by the same list.
 */
import type { Database } from '../db/connection.js';
import type { OrderState } from './fold.js';
import { sumDaysOf } from './orderDays.js';

export interface OrderFilter {
  readonly storeIds: readonly number[];
  /** Days in the store's time zone, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly state?: OrderState;
  readonly excluded?: boolean;
  readonly orderIds?: readonly string[];
  /** The first so many. */
  readonly limit?: number;
}

export interface OrderRow {
  readonly orderPk: number;
  readonly accountId: number;
  readonly importId: number;
  readonly store: string;
  readonly orderId: string;
  readonly orderedAt: number | null;
  readonly day: string | null;
  readonly state: OrderState;
  readonly status: string | null;
  /** 0: a replacement, or a delivery for another shop. */
  readonly isSale: number;
  readonly salesChannel: string | null;
  readonly fulfilment: string | null;
  readonly currency: string | null;
  /** Why it is excluded; null when it is not. */
  readonly reason: string | null;
  readonly lines: number;
  readonly countingLines: number;
  readonly units: number | null;
  /** Price of the goods; null where a line has none (payment pending). */
  readonly goodsMinor: number | null;
  readonly shippingMinor: number | null;
  readonly taxMinor: number | null;
  readonly discountMinor: number | null;
  readonly refundedMinor: number | null;
  /** As the platform states it; null where it does not. */
  readonly totalMinor: number | null;
}

/** Orders by store, day, time and id. Where the platform states an amount of the whole order, that counts, else the sum of its lines. */
export function listOrders(db: Database, filter: OrderFilter): OrderRow[] {
  return [...eachOrder(db, filter)];
}

/** The same one by one: a shop of years has a million. */
export function eachOrder(db: Database, filter: OrderFilter): IterableIterator<OrderRow> {
  const conditions = ['o.store_id IN (SELECT value FROM json_each(@storeIds))'];
  if (filter.from !== undefined) conditions.push('o.ordered_on >= @from');
  if (filter.to !== undefined) conditions.push('o.ordered_on <= @to');
  if (filter.state !== undefined) conditions.push('o.state = @state');
  if (filter.excluded !== undefined) conditions.push(`e.order_id IS ${filter.excluded ? 'NOT ' : ''}NULL`);
  if (filter.orderIds !== undefined) {
    conditions.push('o.account_id IN (SELECT account_id FROM stores WHERE store_id IN (SELECT value FROM json_each(@storeIds)))');
    conditions.push('o.order_id IN (SELECT value FROM json_each(@orderIds))');
  }
  const order = 'store, o.ordered_on, o.ordered_at, o.order_id';
  return db
    .prepare(
      `SELECT o.order_pk AS orderPk, o.account_id AS accountId, o.import_id AS importId, o.store, o.order_id AS orderId,
         o.ordered_at AS orderedAt, o.ordered_on AS day, o.state, o.status, o.is_sale AS isSale, o.sales_channel AS salesChannel, o.fulfilment,
         o.currency, o.reason, count(l.order_pk) AS lines, coalesce(sum(l.counts), 0) AS countingLines, sum(l.quantity) AS units,
         CASE WHEN count(l.amount_minor) = count(l.order_pk) THEN sum(l.amount_minor) END AS goodsMinor,
         coalesce(o.shipping_minor, sum(l.shipping_minor)) AS shippingMinor, coalesce(o.tax_minor, sum(l.tax_minor)) AS taxMinor,
         coalesce(o.discount_minor, sum(l.discount_minor)) AS discountMinor, coalesce(o.refunded_minor, sum(l.refunded_minor)) AS refundedMinor,
         o.total_minor AS totalMinor
       FROM (SELECT o.*, s.name AS store, e.reason FROM orders o JOIN stores s USING (store_id)
               LEFT JOIN order_exclusions e ON e.account_id = o.account_id AND e.order_id = o.order_id
             WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT @limit) o
         LEFT JOIN order_lines l ON l.order_pk = o.order_pk
       GROUP BY o.order_pk ORDER BY ${order}`,
    )
    .iterate({
      ...filter,
      storeIds: JSON.stringify(filter.storeIds),
      orderIds: JSON.stringify(filter.orderIds ?? []),
      limit: filter.limit ?? -1,
    }) as IterableIterator<OrderRow>;
}

/** What counts as sales in some orders, by currency. */
export interface Counting {
  readonly currency: string | null;
  readonly orders: number;
  readonly units: number;
  readonly goodsMinor: number;
}

/** What of these orders counts at the moment. */
export function countingIn(db: Database, orderPks: readonly number[]): Counting[] {
  return db
    .prepare(
      `SELECT o.currency, count(DISTINCT l.order_pk) AS orders, coalesce(sum(l.quantity), 0) AS units, coalesce(sum(l.amount_minor), 0) AS goodsMinor
       FROM order_lines l JOIN orders o USING (order_pk)
       WHERE l.counts = 1 AND l.order_pk IN (SELECT value FROM json_each(?)) GROUP BY o.currency ORDER BY o.currency`,
    )
    .all(JSON.stringify(orderPks)) as Counting[];
}

type OrderKey = Pick<OrderRow, 'orderPk' | 'accountId' | 'orderId'>;

/** Takes orders out of the sales. An order that is out already gets the new reason. */
export function excludeOrders(db: Database, orders: readonly OrderKey[], reason: string, at: number): void {
  const put = db.prepare(
    `INSERT INTO order_exclusions (account_id, order_id, reason, excluded_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET reason = excluded.reason, excluded_at = excluded.excluded_at`,
  );
  const quiet = db.prepare('UPDATE order_lines SET counts = 0 WHERE order_pk = ?');
  for (const order of orders) {
    put.run(order.accountId, order.orderId, reason, at);
    quiet.run(order.orderPk);
  }
  sumDaysOf(db, pksOf(orders));
}

/** Lets orders count again. `lineCounts` says whether a line of this status is a sale in itself. */
export function includeOrders(
  db: Database,
  orders: readonly OrderRow[],
  lineCounts: (order: OrderRow, status: string | null) => boolean,
): void {
  const drop = db.prepare('DELETE FROM order_exclusions WHERE account_id = ? AND order_id = ?');
  const lines = db.prepare('SELECT line_no AS lineNo, status FROM order_lines WHERE order_pk = ?');
  const count = db.prepare('UPDATE order_lines SET counts = 1 WHERE order_pk = ? AND line_no = ?');
  for (const order of orders) {
    drop.run(order.accountId, order.orderId);
    if (order.isSale !== 1 || order.state === 'cancelled') continue;
    for (const line of lines.all(order.orderPk) as { lineNo: number; status: string | null }[]) {
      if (lineCounts(order, line.status)) count.run(order.orderPk, line.lineNo);
    }
  }
  sumDaysOf(db, pksOf(orders));
}

function pksOf(orders: readonly Pick<OrderRow, 'orderPk'>[]): number[] {
  return orders.map(({ orderPk }) => orderPk);
}

/** The report format of each import. */
export function formatsOfImports(db: Database): Map<number, string | null> {
  const rows = db.prepare('SELECT import_id AS importId, report_format AS format FROM imports').all() as {
    importId: number;
    format: string | null;
  }[];
  return new Map(rows.map((row) => [row.importId, row.format]));
}
