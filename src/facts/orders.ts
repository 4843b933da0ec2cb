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

/** Columns of the order that stand in a report's own field: [column, field]. Only those that a file has are written. */
const HEAD_FIELDS: readonly (readonly [string, string])[] = [
  ['updated_at', 'updatedAt'],
  ['cancelled_at', 'cancelledAt'],
  ['buyer', 'buyerKey'],
  ['subtotal_minor', 'orderSubtotal'],
  ['shipping_minor', 'orderShipping'],
  ['tax_minor', 'orderTax'],
  ['discount_minor', 'orderDiscount'],
  ['total_minor', 'orderTotal'],
  ['refunded_minor', 'orderRefunded'],
];

const HEAD_COLUMNS = ['order_pk', 'account_id', 'order_id', 'store_id', 'profile_pk', 'ordered_at', 'ordered_on', 'import_id', 'line', 'stamp', 'hash'];
const LINE_COLUMNS = ['order_pk', 'line_no', 'item_pk', 'ordered_on', 'counts', 'quantity', 'amount_minor'];

/** Rows of one order as they stand in one batch: from and to (excluded). */
interface Segment {
  readonly columns: Columns;
  readonly from: number;
  to: number;
}

export function ordersWriter(db: Database, fold: FoldContext): SubjectWriter {
  const counts = noCounts();
  const fresh = isEmpty(db);
  const loading = fresh ? startLoading(db) : null;
  const seen = new UnitSet();
  const find = db.prepare(
    `SELECT order_pk, import_id, stamp, hash, (SELECT count(*) FROM order_lines WHERE order_pk = o.order_pk) AS lines
     FROM order_heads o WHERE account_id = ? AND order_id = ?`,
  );
  const supersede = superseder(db, fold);
  let write: ReturnType<typeof orderInserter> | null = null;
  // The order that is being read: its rows may begin in the batch before.
  let unit: string | null = null;
  let segments: Segment[] = [];

  function apply(batch: Batch): void {
    const { columns } = batch;
    write ??= orderInserter(db, fold, columns);
    const units = columns.unit as readonly string[];
    for (let at = 0; at < batch.count; at++) {
      if (unit === units[at]) {
        const last = segments[segments.length - 1] as Segment;
        if (last.columns === columns) last.to = at + 1;
        else segments.push({ columns, from: at, to: at + 1 });
      } else {
        settle();
        unit = units[at] as string;
        segments = [{ columns, from: at, to: at + 1 }];
      }
    }
  }

  function settle(): void {
    if (unit === null || !write) return;
    if (!seen.add(unit)) throw new ScatteredUnits();
    let rows = 0;
    let hash = 0;
    for (const { columns, from, to } of segments) {
      const hashes = columns.hash as readonly number[];
      for (let at = from; at < to; at++) hash = (hash + (hashes[at] as number)) % 2 ** 52;
      rows += to - from;
    }
    if (fold.rejectedUnits.has(unit)) {
      counts.leftOut += rows;
      return;
    }
    const stamp = first(segments, 'stampAt') as number | null;
    const standing = fresh ? undefined : (find.get(fold.accountId, unit) as Standing | undefined);
    if (standing && (standing.hash === hash || isOlder(stamp, standing.stamp))) {
      counts.unchanged += rows;
      return;
    }
    if (standing) {
      supersede(unit, standing);
      counts.changed += rows;
      counts.removed += Math.max(0, standing.lines - rows);
    } else counts.added += rows;
    write(unit, segments, hash, stamp);
  }

  function finish(): StepCounts {
    settle();
    unit = null;
    loading?.finish();
    return counts;
  }

  return { apply, finish };
}

/** An order's own stamp wins over how new its file is. */
function isOlder(stamp: number | null, standing: number | null): boolean {
  return stamp !== null && standing !== null && stamp < standing;
}

/** Writes orders with the columns that this file has: a million nulls more would cost a second. */
function orderInserter(db: Database, fold: FoldContext, columns: Columns) {
  const lookup = itemLookup(db);
  const profile = profileLookup(db, fold);
  const heads = HEAD_FIELDS.filter(([, field]) => field in columns);
  const lines = LINE_AMOUNTS.filter(([, fields]) => fields.some((field) => field in columns));
  const headColumns = [...HEAD_COLUMNS, ...heads.map(([column]) => column)];
  const lineColumns = [...LINE_COLUMNS, ...lines.map(([column]) => column), ...('lineStatus' in columns ? ['status'] : [])];
  const insertHead = db.prepare(`INSERT INTO order_heads (${headColumns.join(', ')}) VALUES (${marks(headColumns.length)})`);
  const insertLine = db.prepare(`INSERT INTO order_lines (${lineColumns.join(', ')}) VALUES (${marks(lineColumns.length)})`);
  const excluded = new Set(
    db.prepare('SELECT order_id FROM order_exclusions WHERE account_id = ?').pluck().all(fold.accountId) as string[],
  );
  let nextPk = Number(db.prepare('SELECT coalesce(max(order_pk), 0) FROM order_heads').pluck().get()) + 1;

  return (unit: string, segments: readonly Segment[], hash: number, stamp: number | null): void => {
    const store = fold.storeOf(first(segments, 'storeBy') as string | null);
    const orderedAt = (first(segments, 'orderedAt') ?? first(segments, 'paidAt')) as number | null;
    const orderedOn = orderedAt === null ? null : store.dayOf(orderedAt);
    const { profilePk, counting } = profile(segments);
    const orderPk = nextPk++;
    const start = segments[0] as Segment;
    const head = [orderPk, fold.accountId, unit, store.storeId, profilePk, orderedAt, orderedOn, fold.importId];
    head.push((start.columns.line as readonly number[])[start.from] as number, stamp, hash);
    for (const [, field] of heads) head.push(first(segments, field) as number);
    insertHead.run(head);
    const counts = counting && !excluded.has(unit);
    let lineNo = 0;
    for (const { columns: cells, from, to } of segments) {
      const items = cells.item as readonly string[];
      for (let at = from; at < to; at++) {
        const item = items[at] as string;
        // A row that names no item speaks of the order only.
        if (item === NO_ITEM) continue;
        const status = value(cells, 'lineStatus', at) as string | null;
        const lives = counts && (status === null || fold.stateOf(status) !== 'cancelled') ? 1 : 0;
        const line = [orderPk, ++lineNo, lookup(store.storeId, item), orderedOn, lives, value(cells, 'quantity', at), goods(cells, at)];
        for (const [, fields] of lines) line.push(sum(cells, at, fields));
        if ('lineStatus' in cells) line.push(status);
        insertLine.run(line);
      }
    }
  };
}

/** Amounts of a line, each the sum of what is known of its fields. */
const LINE_AMOUNTS: readonly (readonly [string, readonly string[]])[] = [
  ['tax_minor', ['lineTax', 'lineShippingTax']],
  ['shipping_minor', ['lineShipping', 'lineGiftWrap']],
  ['discount_minor', ['lineDiscount', 'lineShippingDiscount']],
  ['refunded_minor', ['lineRefunded']],
];

/** What orders have in common, found or made; the last one is remembered, since neighbours are alike. */
function profileLookup(db: Database, fold: FoldContext): (segments: readonly Segment[]) => { profilePk: number; counting: boolean } {
  const find = db
    .prepare(
      `SELECT profile_pk FROM order_profiles
       WHERE status IS ? AND state = ? AND is_sale = ? AND sales_channel IS ? AND fulfilment IS ? AND currency IS ?`,
    )
    .pluck();
  const insert = db.prepare('INSERT INTO order_profiles (status, state, is_sale, sales_channel, fulfilment, currency) VALUES (?, ?, ?, ?, ?, ?)');
  const known = new Map<string, { profilePk: number; counting: boolean }>();
  return (segments) => {
    const status = first(segments, 'orderStatus') as string | null;
    const channel = first(segments, 'salesChannel') as string | null;
    const fulfilment = first(segments, 'fulfilment') as string | null;
    const currency = first(segments, 'currency') as string | null;
    const cancelled = first(segments, 'cancelledAt') !== null;
    const replacement = first(segments, 'isReplacement') === 1;
    const key = `${status}\u001f${channel}\u001f${fulfilment}\u001f${currency}\u001f${cancelled}\u001f${replacement}`;
    let found = known.get(key);
    if (!found) {
      const state = cancelled ? 'cancelled' : fold.stateOf(status);
      const isSale = fold.isSaleChannel(channel) && !replacement;
      const values = [status, state, isSale ? 1 : 0, channel, fulfilment, currency];
      const profilePk = (find.get(values) as number | undefined) ?? Number(insert.run(values).lastInsertRowid);
      known.set(key, (found = { profilePk, counting: isSale && state !== 'cancelled' }));
    }
    return found;
  };
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
function first(segments: readonly Segment[], name: string): FieldValue {
  for (const { columns, from, to } of segments) {
    const column = columns[name];
    if (column === undefined) return null;
    for (let at = from; at < to; at++) if (column[at] !== null) return column[at] as FieldValue;
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

/** The sum of what is known; null when nothing is. */
function sum(columns: Columns, at: number, fields: readonly string[]): number | null {
  let total: number | null = null;
  for (const field of fields) {
    const part = value(columns, field, at) as number | null;
    if (part !== null) total = (total ?? 0) + part;
  }
  return total;
}

function isEmpty(db: Database): boolean {
  return db.prepare('SELECT 1 FROM order_heads LIMIT 1').get() === undefined;
}

/** Into an empty table rows go first and indexes after: sorting once is cheaper than a million insertions into a tree. */
function startLoading(db: Database): { finish(): void } {
  const indexes = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('order_heads', 'order_lines') AND sql IS NOT NULL")
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
  const dropOrder = db.prepare('DELETE FROM order_heads WHERE order_pk = ?');
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
  db.prepare('DELETE FROM order_lines WHERE order_pk IN (SELECT order_pk FROM order_heads WHERE account_id = ?)').run(accountId);
  db.prepare('DELETE FROM order_heads WHERE account_id = ?').run(accountId);
  db.prepare("DELETE FROM superseded_units WHERE subject = 'orders' AND account_id = ?").run(accountId);
}
