/**
 * Orders with their lines. The unit is the order: a newer export of it replaces it whole, the same content confirms it,
 * an older stamp leaves it alone.
 *
 * The rows of an order stand side by side in the file (otherwise `ScatteredUnits` asks for them sorted). An order that one report tells
 * by its lines and another as a whole is put together of both (orderParts.ts).
 */
import type { FieldValue } from '../core/fields.js';
import { bulkInsert } from '../db/bulkInsert.js';
import type { Database } from '../db/connection.js';
import { BehindNewer, type FoldContext, noCounts, ScatteredUnits, type StepCounts, type StoreRef, type SubjectWriter } from './fold.js';
import { setPeriod } from './imports.js';
import { itemLookup } from './items.js';
import { addLine, clearSums, type LineSums, noLines, type OrderDays, type OrdersAlike, orderDays } from './orderDays.js';
import { NO_ITEM, orderGrouper } from './orderGrouper.js';
import type { OrderGroups, Profile } from './orderGroups.js';
import { orderLoading } from './orderLoading.js';
import { known, orderParts, partOf, profileKeys, TOLD } from './orderParts.js';
import { type Standing, superseder } from './orderVersions.js';
import { UnitSet } from './unitSet.js';

const HEAD_COLUMNS = ['order_pk', 'order_id', 'store_id', 'profile_pk', 'ordered_at', 'ordered_on', 'line', 'stamp', 'hash'];
const LINE_COLUMNS = ['order_pk', 'line_no', 'item_pk', 'ordered_on', 'counts', 'quantity', 'amount_minor'];

const DAY_SECONDS = 86_400;

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
    `SELECT order_pk, import_id, stamp, hash, told, (SELECT count(*) FROM order_lines WHERE order_pk = o.order_pk) AS lines
     FROM order_heads o WHERE account_id = ? AND order_id = ?`,
  );
  const days = orderDays(db, fold.importId);
  const supersede = superseder(db, fold, days);
  const grouper = orderGrouper(applyOrders);
  const told = fold.wholeOrders ? TOLD.whole : TOLD.byLines;
  let inserter: OrderInserter | null = null;
  // First and last moment of an order, epoch seconds: which days the file tells, whether or not it brings something new.
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;

  function applyOrders(groups: OrderGroups): void {
    inserter ??= orderInserter(db, fold, groups, loading.headTable, days);
    inserter.learn(groups);
    loading.expect(groups.count, outOfOrder(groups.orderedAt, last), groups.buyers !== null);
    for (let order = 0; order < groups.count; order++) {
      const at = groups.orderedAt[order] as number;
      if (at < first) first = at;
      if (at > last) last = at;
      if (stands(groups, order)) inserter.write(groups, order);
    }
  }

  /** Whether this version of the order is the one to keep; the standing one then makes room. */
  function stands(groups: OrderGroups, order: number): boolean {
    const unit = groups.units[order] as string;
    if (seen.size < remembered && !seen.add(unit)) throw new ScatteredUnits();
    const rows = (groups.firstRow[order + 1] as number) - (groups.firstRow[order] as number);
    // Looking into an empty set works out the hash of each of a million ids.
    if (fold.rejectedUnits.size > 0 && fold.rejectedUnits.has(unit)) {
      counts.leftOut += rows;
      return false;
    }
    const standing = !loading.mayStand(unit) ? undefined : (find.get(fold.accountId, unit) as Standing | undefined);
    if (!standing) {
      counts.added += rows;
      return true;
    }
    if (!fold.newest) throw new BehindNewer();
    if (standing.told !== told) {
      counts[(inserter as OrderInserter).join(groups, order, standing)] += rows;
      return false;
    }
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
      days.finish();
      if (first <= last && fold.period === null) setPeriod(db, fold.importId, fold.dayOf(first), fold.dayOf(last));
      return counts;
    },
  };
}

/** How many of the moments (epoch seconds) lie more than a day before one that came earlier; `last`: the latest of the batches before. */
function outOfOrder(moments: Float64Array, last: number): number {
  let latest = last;
  let out = 0;
  for (const moment of moments) {
    if (moment < latest - DAY_SECONDS) out++;
    else if (moment > latest) latest = moment;
  }
  return out;
}

/** An order's own stamp wins over how new its file is. */
function isOlder(stamp: FieldValue, standing: FieldValue): boolean {
  return typeof standing === 'number' && typeof stamp === 'number' && stamp < standing;
}

/** The value of a column, null where it is unknown or the report does not have the column (−1). */
function numberIn(columns: readonly Float64Array[], column: number, at: number): number | null {
  return column < 0 ? null : known((columns[column] as Float64Array)[at] as number);
}

type OrderInserter = ReturnType<typeof orderInserter>;

/** Writes orders with the columns that this file has: a million nulls more would cost a second. */
function orderInserter(db: Database, fold: FoldContext, like: OrderGroups, headTable: string, days: OrderDays) {
  const lookup = itemLookup(db);
  const profileOf = profileLookup(db, fold, days);
  const { headNames, lineNames } = like;
  const [headRefunded, lineRefunded] = [headNames.indexOf('refunded_minor'), lineNames.indexOf('refunded_minor')];
  const headColumns = [...HEAD_COLUMNS, ...headNames, ...(like.buyers ? ['buyer'] : [])];
  const told = fold.wholeOrders ? TOLD.whole : TOLD.byLines;
  const ofFile = { account_id: fold.accountId, import_id: fold.importId, told };
  const insertHead = bulkInsert(db, headTable, { each: headColumns, alike: 'ordered_on', constants: ofFile });
  const lineColumns = [...LINE_COLUMNS, ...lineNames, ...(like.lineStatus ? ['status'] : [])];
  const insertLine = bulkInsert(db, 'order_lines', { each: lineColumns, alike: 'ordered_on', constants: {} });
  // Used again for every row: a million short-lived arrays would cost more than filling them.
  const head: FieldValue[] = headColumns.map(() => null);
  const line: FieldValue[] = lineColumns.map(() => null);
  const sums = noLines();
  const excluded = new Set(
    db.prepare('SELECT order_id FROM order_exclusions WHERE account_id = ?').pluck().all(fold.accountId) as string[],
  );
  const dayOfOrder = db.prepare('SELECT store_id AS storeId, ordered_on AS day FROM order_heads WHERE order_pk = ?');
  const profiles: KnownProfile[] = [];
  let parts: ReturnType<typeof orderParts> | null = null;
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
    const { profilePk, counting, store, itemPks, alike } = profiles[groups.profiles[order] as number] as KnownProfile;
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
    for (let each = 0; each < headNames.length; each++) head[column++] = numberIn(groups.heads, each, order);
    if (groups.buyers) head[column] = groups.buyers[order] as string | null;
    insertHead.add(head);
    const counts = counting && !(excluded.size > 0 && excluded.has(unit));
    const lineSums = addLines(groups, order, { orderPk, orderedOn, counts, store, itemPks });
    if (orderedOn !== null) alike.add(orderedOn, lineSums, numberIn(groups.heads, headRefunded, order) ?? Number.NaN);
  }

  /** What those come to that count, until the next lines are added. */
  function addLines(groups: OrderGroups, order: number, { orderPk, orderedOn, counts, store, itemPks }: LinesOf): LineSums {
    clearSums(sums);
    const end = groups.firstRow[order + 1] as number;
    let lineNo = 0;
    for (let at = groups.firstRow[order] as number; at < end; at++) {
      const item = groups.items[at] as number;
      if (item < 0 && !fold.wholeOrders) continue;
      // What a report of whole orders does not name is still sold.
      if (item >= 0) itemPks[item] ??= lookup(store.storeId, items[item] as string);
      const itemPk = item < 0 ? lookup(store.storeId, NO_ITEM) : (itemPks[item] as number);
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
      for (let each = 0; each < lineNames.length; each++) line[column++] = numberIn(groups.lines, each, at);
      if (groups.lineStatus) line[column] = status?.text ?? null;
      insertLine.add(line);
      if (lives)
        addLine(sums, groups.quantity[at] as number, groups.amount[at] as number, numberIn(groups.lines, lineRefunded, at) ?? Number.NaN);
    }
    return sums;
  }

  function touchDay(orderPk: number): void {
    const { storeId, day } = dayOfOrder.get(orderPk) as { storeId: number; day: string | null };
    days.touch(storeId, day);
  }

  /** Puts an order together that another report tells already; says what that changed of what this one said before. */
  function join(groups: OrderGroups, order: number, standing: Standing): 'added' | 'changed' | 'unchanged' {
    parts ??= orderParts(db, fold);
    const unit = groups.units[order] as string;
    const { store, itemPks, profilePk } = profiles[groups.profiles[order] as number] as KnownProfile;
    const part = partOf(groups, order, { store_id: store.storeId, profile_pk: profilePk, import_id: fold.importId });
    const before = standing.told === TOLD.both ? parts.mine(unit) : null;
    if (before && (before.hash === part.hash || isOlder(part.stamp ?? null, before.stamp ?? null))) return 'unchanged';
    touchDay(standing.order_pk);
    if (before) parts.supersede(unit, standing.order_pk);
    else if (standing.told !== TOLD.both) parts.keepOther(unit, standing.order_pk);
    const { isSale, orderedOn } = parts.together(unit, standing.order_pk, part, groups.buyers?.[order] ?? null, store.dayOf);
    const counts = isSale && !excluded.has(unit);
    if (fold.wholeOrders) parts.recount(standing.order_pk, orderedOn, counts, (status) => fold.stateOf(status) === 'cancelled');
    else {
      parts.dropLines(standing.order_pk);
      addLines(groups, order, { orderPk: standing.order_pk, orderedOn, counts, store, itemPks });
    }
    touchDay(standing.order_pk);
    return before ? 'changed' : 'added';
  }

  return {
    learn,
    write,
    join,
    flush() {
      insertHead.flush();
      insertLine.flush();
    },
  };
}

/** Where the lines of an order go. */
interface LinesOf {
  readonly orderPk: number;
  readonly orderedOn: string | null;
  readonly counts: boolean;
  readonly store: StoreRef;
  readonly itemPks: number[];
}

interface KnownProfile {
  readonly profilePk: number;
  readonly counting: boolean;
  readonly store: StoreRef;
  readonly alike: OrdersAlike;
  /** Items of the store by their index in the file, filled as they are met. */
  readonly itemPks: number[];
}

/** The row of what orders have in common, found or made, and the store they belong to. */
function profileLookup(db: Database, fold: FoldContext, days: OrderDays): (profile: Profile) => KnownProfile {
  const profilePkOf = profileKeys(db);
  return ({ status, channel, fulfilment, currency, ...profile }) => {
    const told = profile.cancelled ? 'cancelled' : fold.stateOf(status);
    const state = profile.unpaid && status === null && told === 'placed' ? 'pending' : told;
    const isSale = fold.isSaleChannel(channel) && !profile.replacement;
    const profilePk = profilePkOf({ status, state, is_sale: isSale ? 1 : 0, sales_channel: channel, fulfilment, currency });
    const store = fold.storeOf(profile.storeBy);
    return { profilePk, counting: isSale && state !== 'cancelled', store, alike: days.alike(store.storeId, profilePk), itemPks: [] };
  };
}

/** Takes an account's orders away, to fold them again. */
export function clearOrders(db: Database, accountId: number): void {
  db.prepare('DELETE FROM order_days WHERE store_id IN (SELECT store_id FROM stores WHERE account_id = ?)').run(accountId);
  db.prepare('DELETE FROM order_lines WHERE order_pk IN (SELECT order_pk FROM order_heads WHERE account_id = ?)').run(accountId);
  db.prepare('DELETE FROM order_heads WHERE account_id = ?').run(accountId);
  db.prepare('DELETE FROM order_parts WHERE account_id = ?').run(accountId);
  db.prepare("DELETE FROM superseded_units WHERE subject = 'orders' AND account_id = ?").run(accountId);
}
