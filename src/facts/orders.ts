/**
 * Orders with their lines. The unit is the order: a newer export of it replaces it whole, the same content confirms it,
 * an older stamp leaves it alone.
 *
 * The rows of an order stand side by side in the file (otherwise `ScatteredUnits` asks for them sorted).
 */
import type { FieldValue } from '../core/fields.js';
import { bulkInsert } from '../db/bulkInsert.js';
import type { Database } from '../db/connection.js';
import { BehindNewer, type FoldContext, noCounts, ScatteredUnits, type StepCounts, type StoreRef, type SubjectWriter } from './fold.js';
import { itemLookup } from './items.js';
import { orderGrouper } from './orderGrouper.js';
import type { OrderGroups, Profile } from './orderGroups.js';
import { orderLoading } from './orderLoading.js';
import { UnitSet } from './unitSet.js';

interface Standing {
  order_pk: number;
  import_id: number;
  stamp: number | null;
  hash: number;
  lines: number;
}

const HEAD_COLUMNS = ['order_pk', 'order_id', 'store_id', 'profile_pk', 'ordered_at', 'ordered_on', 'line', 'stamp', 'hash'];
const LINE_COLUMNS = ['order_pk', 'line_no', 'item_pk', 'ordered_on', 'counts', 'quantity', 'amount_minor'];

/** Orders that are compared as they come, where the index would notice a repeat anyway. */
const FIRST_ORDERS = 20_000;

/** A writer that takes rows, as every subject's, or whole orders that a worker has grouped. */
export interface OrdersWriter extends SubjectWriter {
  applyOrders(groups: OrderGroups): void;
}

export function ordersWriter(db: Database, fold: FoldContext): OrdersWriter {
  const counts = noCounts();
  const loading = orderLoading(db, fold.accountId, fold.expectedRows);
  // A file whose rows are scattered shows it soon; a late repeat is noticed when the index is made.
  const remembered = loading.noticesRepeats ? FIRST_ORDERS : Number.POSITIVE_INFINITY;
  const seen = new UnitSet(Math.min(fold.expectedRows / 2, remembered));
  const find = db.prepare(
    `SELECT order_pk, import_id, stamp, hash, (SELECT count(*) FROM order_lines WHERE order_pk = o.order_pk) AS lines
     FROM order_heads o WHERE account_id = ? AND order_id = ?`,
  );
  const supersede = superseder(db, fold);
  const grouper = orderGrouper(applyOrders);
  let inserter: ReturnType<typeof orderInserter> | null = null;

  function applyOrders(groups: OrderGroups): void {
    inserter ??= orderInserter(db, fold, groups, loading.headTable);
    inserter.learn(groups);
    for (let order = 0; order < groups.count; order++) if (stands(groups, order)) inserter.write(groups, order);
  }

  /** Whether this version of the order is the one to keep; the standing one then makes room. */
  function stands(groups: OrderGroups, order: number): boolean {
    const unit = groups.units[order] as string;
    if (seen.size < remembered && !seen.add(unit)) throw new ScatteredUnits();
    const rows = (groups.firstRow[order + 1] as number) - (groups.firstRow[order] as number);
    if (fold.rejectedUnits.has(unit)) {
      counts.leftOut += rows;
      return false;
    }
    const standing = !loading.mayStand(unit) ? undefined : (find.get(fold.accountId, unit) as Standing | undefined);
    if (!standing) {
      counts.added += rows;
      return true;
    }
    if (!fold.newest) throw new BehindNewer();
    if (standing.hash === groups.hash[order] || isOlder(groups.stamp[order] as number, standing.stamp)) {
      counts.unchanged += rows;
      return false;
    }
    supersede(unit, standing);
    counts.changed += rows;
    counts.removed += Math.max(0, standing.lines - rows);
    return true;
  }

  return {
    apply: grouper.add,
    applyOrders,
    finish(): StepCounts {
      grouper.end();
      inserter?.flush();
      loading.finish();
      return counts;
    },
  };
}

/** An order's own stamp wins over how new its file is. */
function isOlder(stamp: number, standing: number | null): boolean {
  return standing !== null && stamp < standing;
}

/** Writes orders with the columns that this file has: a million nulls more would cost a second. */
function orderInserter(db: Database, fold: FoldContext, like: OrderGroups, headTable: string) {
  const lookup = itemLookup(db);
  const profileOf = profileLookup(db, fold);
  const heads = Object.keys(like.heads);
  const lines = Object.keys(like.lines);
  const headColumns = [...HEAD_COLUMNS, ...heads, ...(like.buyers ? ['buyer'] : [])];
  const insertHead = bulkInsert(db, headTable, headColumns, { account_id: fold.accountId, import_id: fold.importId });
  const lineColumns = [...LINE_COLUMNS, ...lines, ...(like.lineStatus ? ['status'] : [])];
  const insertLine = bulkInsert(db, 'order_lines', lineColumns);
  // Used again for every row: a million short-lived arrays would cost more than filling them.
  const head: FieldValue[] = headColumns.map(() => null);
  const line: FieldValue[] = lineColumns.map(() => null);
  const excluded = new Set(
    db.prepare('SELECT order_id FROM order_exclusions WHERE account_id = ?').pluck().all(fold.accountId) as string[],
  );
  const profiles: KnownProfile[] = [];
  const items: string[] = [];
  const statuses: { readonly text: string; readonly cancelled: boolean }[] = [];
  let nextPk = Number(db.prepare('SELECT coalesce(max(order_pk), 0) FROM order_heads').pluck().get()) + 1;

  function learn(groups: OrderGroups): void {
    for (const profile of groups.newProfiles) profiles.push(profileOf(profile));
    for (const item of groups.newItems) items.push(item);
    for (const text of groups.newStatuses) statuses.push({ text, cancelled: fold.stateOf(text) === 'cancelled' });
  }

  function write(groups: OrderGroups, order: number): void {
    const unit = groups.units[order] as string;
    const { profilePk, counting, store, itemPks } = profiles[groups.profiles[order] as number] as KnownProfile;
    const orderedAt = known(groups.orderedAt[order] as number);
    const orderedOn = orderedAt === null ? null : store.dayOf(orderedAt);
    const orderPk = nextPk++;
    head[0] = orderPk;
    head[1] = unit;
    head[2] = store.storeId;
    head[3] = profilePk;
    head[4] = orderedAt;
    head[5] = orderedOn;
    head[6] = groups.line[order] as number;
    head[7] = known(groups.stamp[order] as number);
    head[8] = groups.hash[order] as number;
    let column = HEAD_COLUMNS.length;
    for (const name of heads) head[column++] = known((groups.heads[name] as Float64Array)[order] as number);
    if (groups.buyers) head[column] = groups.buyers[order] as string | null;
    insertHead.add(head);
    const counts = counting && !excluded.has(unit);
    const end = groups.firstRow[order + 1] as number;
    let lineNo = 0;
    for (let at = groups.firstRow[order] as number; at < end; at++) {
      const item = groups.items[at] as number;
      if (item < 0) continue;
      itemPks[item] ??= lookup(store.storeId, items[item] as string);
      const itemPk = itemPks[item] as number;
      const status = groups.lineStatus ? statuses[groups.lineStatus[at] as number] : undefined;
      const lives = counts && !status?.cancelled ? 1 : 0;
      line[0] = orderPk;
      line[1] = ++lineNo;
      line[2] = itemPk;
      line[3] = orderedOn;
      line[4] = lives;
      line[5] = known(groups.quantity[at] as number);
      line[6] = known(groups.amount[at] as number);
      let column = LINE_COLUMNS.length;
      for (const name of lines) line[column++] = known((groups.lines[name] as Float64Array)[at] as number);
      if (groups.lineStatus) line[column] = status?.text ?? null;
      insertLine.add(line);
    }
  }

  return {
    learn,
    write,
    flush() {
      insertHead.flush();
      insertLine.flush();
    },
  };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

interface KnownProfile {
  readonly profilePk: number;
  readonly counting: boolean;
  readonly store: StoreRef;
  /** Items of the store by their index in the file, filled as they are met. */
  readonly itemPks: number[];
}

/** The row of what orders have in common, found or made, and the store they belong to. */
function profileLookup(db: Database, fold: FoldContext): (profile: Profile) => KnownProfile {
  const find = db
    .prepare(
      `SELECT profile_pk FROM order_profiles
       WHERE status IS ? AND state = ? AND is_sale = ? AND sales_channel IS ? AND fulfilment IS ? AND currency IS ?`,
    )
    .pluck();
  const insert = db.prepare(
    'INSERT INTO order_profiles (status, state, is_sale, sales_channel, fulfilment, currency) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return (profile) => {
    const state = profile.cancelled ? 'cancelled' : fold.stateOf(profile.status);
    const isSale = fold.isSaleChannel(profile.channel) && !profile.replacement;
    const values = [profile.status, state, isSale ? 1 : 0, profile.channel, profile.fulfilment, profile.currency];
    const profilePk = (find.get(values) as number | undefined) ?? Number(insert.run(values).lastInsertRowid);
    return { profilePk, counting: isSale && state !== 'cancelled', store: fold.storeOf(profile.storeBy), itemPks: [] };
  };
}

/** Moves the standing version of an order into the record of what was said before. */
function superseder(db: Database, fold: FoldContext): (unit: string, standing: Standing) => void {
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
