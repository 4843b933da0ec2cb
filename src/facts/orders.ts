/**
 * Orders with their lines. The unit is the order: a newer export of it replaces it whole, the same content confirms it,
 * an older stamp leaves it alone.
 *
 * The rows of an order stand side by side in the file (otherwise `ScatteredUnits` asks for them sorted).
 */
import type { FieldValue } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import { type Batch, type FoldContext, noCounts, ScatteredUnits, type StepCounts, type SubjectWriter } from './fold.js';
import { itemLookup } from './items.js';
import { UnitSet } from './unitSet.js';

type Columns = Readonly<Record<string, readonly FieldValue[]>>;

interface Standing {
  order_pk: number;
  import_id: number;
  stamp: number | null;
  hash: number;
  lines: number;
}

const ORDER_COLUMNS = `account_id, order_id, store_id, ordered_at, ordered_on, updated_at, cancelled_at, status, state, is_sale, sales_channel,
  fulfilment, currency, buyer, subtotal_minor, shipping_minor, tax_minor, discount_minor, total_minor, refunded_minor, import_id, line, stamp, hash`;

const LINE_COLUMNS = `order_pk, line_no, item_pk, ordered_on, counts, quantity, amount_minor, tax_minor, shipping_minor, discount_minor, refunded_minor, status`;

export function ordersWriter(db: Database, fold: FoldContext): SubjectWriter {
  const counts = noCounts();
  const fresh = isEmpty(db);
  const loading = fresh ? startLoading(db) : null;
  const lookup = itemLookup(db);
  const seen = new UnitSet();
  const find = db.prepare(
    `SELECT order_pk, import_id, stamp, hash, (SELECT count(*) FROM order_lines WHERE order_pk = o.order_pk) AS lines
     FROM orders o WHERE account_id = ? AND order_id = ?`,
  );
  const insertOrder = db.prepare(`INSERT INTO orders (order_pk, ${ORDER_COLUMNS}) VALUES (${marks(25)})`);
  const insertLine = db.prepare(`INSERT INTO order_lines (${LINE_COLUMNS}) VALUES (${marks(12)})`);
  const excluded = new Set(
    db.prepare('SELECT order_id FROM order_exclusions WHERE account_id = ?').pluck().all(fold.accountId) as string[],
  );
  const supersede = superseder(db, fold);
  let nextPk = Number(db.prepare('SELECT coalesce(max(order_pk), 0) FROM orders').pluck().get()) + 1;
  // The rows of the order that is being read, possibly begun in the batch before.
  let open: { unit: string; rows: { columns: Columns; at: number }[] } | null = null;

  function apply(batch: Batch): void {
    const units = batch.columns.unit as readonly string[];
    for (let at = 0; at < batch.count; at++) {
      const unit = units[at] as string;
      if (open && open.unit === unit) {
        open.rows.push({ columns: batch.columns, at });
      } else {
        if (open) settle(open);
        open = { unit, rows: [{ columns: batch.columns, at }] };
      }
    }
  }

  function settle(order: NonNullable<typeof open>): void {
    if (!seen.add(order.unit)) throw new ScatteredUnits();
    const rows = order.rows.length;
    if (fold.rejectedUnits.has(order.unit)) {
      counts.leftOut += rows;
      return;
    }
    let hash = 0;
    for (const row of order.rows) hash = (hash + ((row.columns.hash as readonly number[])[row.at] as number)) % 2 ** 52;
    const standing = fresh ? undefined : (find.get(fold.accountId, order.unit) as Standing | undefined);
    const stamp = first(order.rows, 'stampAt') as number | null;
    if (standing) {
      if (standing.hash === hash) {
        counts.unchanged += rows;
        return;
      }
      if (stamp !== null && standing.stamp !== null && stamp < standing.stamp) {
        counts.unchanged += rows;
        return;
      }
      supersede(order.unit, standing);
      counts.changed += rows;
      counts.removed += Math.max(0, standing.lines - rows);
    } else counts.added += rows;
    write(order.unit, order.rows, hash, stamp);
  }

  function write(unit: string, rows: readonly { columns: Columns; at: number }[], hash: number, stamp: number | null): void {
    const channel = first(rows, 'salesChannel') as string | null;
    const store = fold.storeOf(first(rows, 'storeBy') as string | null);
    const orderedAt = (first(rows, 'orderedAt') ?? first(rows, 'paidAt')) as number | null;
    const orderedOn = orderedAt === null ? null : store.dayOf(orderedAt);
    const status = first(rows, 'orderStatus') as string | null;
    const cancelledAt = first(rows, 'cancelledAt') as number | null;
    const state = cancelledAt === null ? fold.stateOf(status) : 'cancelled';
    const isSale = fold.isSaleChannel(channel) && first(rows, 'isReplacement') !== 1 ? 1 : 0;
    const orderPk = nextPk++;
    const firstRow = rows[0] as { columns: Columns; at: number };
    insertOrder.run(
      orderPk, fold.accountId, unit, store.storeId, orderedAt, orderedOn, first(rows, 'updatedAt'), cancelledAt, status, state, isSale, channel,
      first(rows, 'fulfilment'), first(rows, 'currency'), first(rows, 'buyerKey'), first(rows, 'orderSubtotal'), first(rows, 'orderShipping'),
      first(rows, 'orderTax'), first(rows, 'orderDiscount'), first(rows, 'orderTotal'), first(rows, 'orderRefunded'), fold.importId,
      value(firstRow.columns, 'line', firstRow.at), stamp, hash,
    );
    const counting = isSale === 1 && state !== 'cancelled' && !excluded.has(unit);
    let lineNo = 0;
    for (const { columns, at } of rows) {
      const item = value(columns, 'item', at) as string;
      // A row that names no item speaks of the order only.
      if (item === NO_ITEM) continue;
      const lineStatus = value(columns, 'lineStatus', at) as string | null;
      const lives = counting && (lineStatus === null || fold.stateOf(lineStatus) !== 'cancelled');
      insertLine.run(
        orderPk, ++lineNo, lookup(store.storeId, item), orderedOn, lives ? 1 : 0, value(columns, 'quantity', at), goods(columns, at),
        sum(columns, at, 'lineTax', 'lineShippingTax'), sum(columns, at, 'lineShipping', 'lineGiftWrap'),
        sum(columns, at, 'lineDiscount', 'lineShippingDiscount'), value(columns, 'lineRefunded', at), lineStatus,
      );
    }
  }

  function finish(): StepCounts {
    if (open) settle(open);
    open = null;
    loading?.finish();
    return counts;
  }

  return { apply, finish };
}

const NO_ITEM = '\u001f\u001f\u001f\u001f';

function marks(count: number): string {
  return Array(count).fill('?').join(', ');
}

function value(columns: Columns, name: string, at: number): FieldValue {
  const column = columns[name];
  return column === undefined ? null : (column[at] as FieldValue);
}

/** Order-level values stand on one of the order's rows, the first as a rule. */
function first(rows: readonly { columns: Columns; at: number }[], name: string): FieldValue {
  for (const { columns, at } of rows) {
    const found = value(columns, name, at);
    if (found !== null) return found;
  }
  return null;
}

/** Price of the goods of a line: as stated, else unit price × quantity. */
function goods(columns: Columns, at: number): number | null {
  const stated = value(columns, 'lineAmount', at) as number | null;
  if (stated !== null) return stated;
  const price = value(columns, 'unitPrice', at) as number | null;
  const quantity = value(columns, 'quantity', at) as number | null;
  return price === null || quantity === null ? null : price * quantity;
}

function sum(columns: Columns, at: number, one: string, other: string): number | null {
  const a = value(columns, one, at) as number | null;
  const b = value(columns, other, at) as number | null;
  return a === null ? b : a + (b ?? 0);
}

function isEmpty(db: Database): boolean {
  return db.prepare('SELECT 1 FROM orders LIMIT 1').get() === undefined;
}

/** Into an empty table rows go first and indexes after: sorting once is cheaper than a million insertions into a tree. */
function startLoading(db: Database): { finish(): void } {
  const indexes = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('orders', 'order_lines') AND sql IS NOT NULL")
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  return {
    finish() {
      const cache = db.pragma('cache_size', { simple: true });
      // A small cache and sorter threads with file storage halve the time of a sort (measured; see bench/).
      db.pragma('cache_size = -8000');
      db.pragma('threads = 2');
      for (const { sql } of indexes) db.exec(sql);
      db.pragma('threads = 0');
      db.pragma(`cache_size = ${cache}`);
    },
  };
}

/** Moves the standing version of an order into the record of what was said before. */
function superseder(db: Database, fold: FoldContext): (unit: string, standing: Standing) => void {
  const readOrder = db.prepare('SELECT * FROM orders WHERE order_pk = ?');
  const readLines = db.prepare(
    `SELECT l.*, i.ident FROM order_lines l JOIN items i USING (item_pk) WHERE order_pk = ? ORDER BY line_no`,
  );
  const keep = db.prepare(
    `INSERT INTO superseded_units (subject, account_id, unit, import_id, superseded_by, content) VALUES ('orders', ?, ?, ?, ?, ?)`,
  );
  const dropLines = db.prepare('DELETE FROM order_lines WHERE order_pk = ?');
  const dropOrder = db.prepare('DELETE FROM orders WHERE order_pk = ?');
  return (unit, standing) => {
    const { order_pk, account_id, order_id, hash, ...order } = readOrder.get(standing.order_pk) as Record<string, FieldValue>;
    const lines = (readLines.all(standing.order_pk) as Record<string, FieldValue>[]).map(({ order_pk: _, item_pk: __, ...line }) => line);
    keep.run(fold.accountId, unit, standing.import_id, fold.importId, JSON.stringify({ ...order, lines }));
    dropLines.run(standing.order_pk);
    dropOrder.run(standing.order_pk);
  };
}

/** Takes an account's orders away, to fold them again. */
export function clearOrders(db: Database, accountId: number): void {
  db.prepare('DELETE FROM order_lines WHERE order_pk IN (SELECT order_pk FROM orders WHERE account_id = ?)').run(accountId);
  db.prepare('DELETE FROM orders WHERE account_id = ?').run(accountId);
  db.prepare("DELETE FROM superseded_units WHERE subject = 'orders' AND account_id = ?").run(accountId);
}
