/** The version of an order that stands, and how it makes room for another one. */
import type { FieldValue } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import type { FoldContext } from './fold.js';
import type { OrderDays } from './orderDays.js';

export interface Standing {
  readonly order_pk: number;
  readonly import_id: number;
  readonly stamp: number | null;
  readonly hash: number;
  readonly lines: number;
  /** `TOLD` of orderParts.ts. */
  readonly told: number;
}

/** Moves the standing version of an order into the record of what was said before. */
export function superseder(db: Database, fold: FoldContext, days: OrderDays): (unit: string, standing: Standing) => void {
  const readOrder = db.prepare('SELECT * FROM orders WHERE order_pk = ?');
  const readLines = db.prepare(`SELECT l.*, i.ident FROM order_lines l JOIN items i USING (item_pk) WHERE order_pk = ? ORDER BY line_no`);
  const keep = db.prepare(
    `INSERT INTO superseded_units (subject, account_id, unit, import_id, superseded_by, content) VALUES ('orders', ?, ?, ?, ?, ?)`,
  );
  const dropLines = db.prepare('DELETE FROM order_lines WHERE order_pk = ?');
  const dropOrder = db.prepare('DELETE FROM order_heads WHERE order_pk = ?');
  return (unit, standing) => {
    const { order_pk, account_id, order_id, hash, ...order } = readOrder.get(standing.order_pk) as Record<string, FieldValue>;
    const lines = (readLines.all(standing.order_pk) as Record<string, FieldValue>[]).map(({ order_pk: _, item_pk: __, ...line }) => line);
    days.touch(order.store_id as number, order.ordered_on as string | null);
    keep.run(fold.accountId, unit, standing.import_id, fold.importId, JSON.stringify({ ...order, lines }));
    dropLines.run(standing.order_pk);
    dropOrder.run(standing.order_pk);
  };
}
