/**
 * Orders that two reports tell: one their lines, the other the order as a whole (its total, shipping, state, when it was placed), which
 * the first may not know. What each said last is kept apart (`order_parts`); the order is both together: the lines of the one, and of
 * each value of the head what the report of whole orders says, else what the other does. So a newer version of either replaces only
 * what that report said before, and in whichever order they come, the same order stands.
 */
import type { FieldValue } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import type { FoldContext } from './fold.js';
import { HEAD_NUMBERS, type OrderGroups } from './orderGroups.js';

/** Who told an order, as `order_heads.told` says it. */
export const TOLD = { byLines: 0, whole: 1, both: 2 } as const;

/** What one report says of an order besides its lines, by column of `order_parts`. */
export type OrderPart = Readonly<Record<string, FieldValue>>;

const NUMBERS = HEAD_NUMBERS.map(([column]) => column);
export const PART_COLUMNS = ['store_id', 'profile_pk', 'ordered_at', 'import_id', 'line', 'stamp', 'hash', ...NUMBERS];

/** Of an order, what is said of it together. */
export interface Together {
  readonly orderedOn: string | null;
  /** Whether lines of it that are not cancelled themselves are sales. */
  readonly isSale: boolean;
}

export interface OrderParts {
  /** The part that this report told before, null where it did not. */
  mine(orderId: string): OrderPart | null;
  /** Keeps what the standing head says as the part of the other report. */
  keepOther(orderId: string, orderPk: number): void;
  /** Moves the part that this report told before into the record of what was said before. */
  supersede(orderId: string, orderPk: number): void;
  /** Keeps the part of this report, and writes the head that both make together. */
  together(orderId: string, orderPk: number, part: OrderPart, buyer: FieldValue, dayOf: (at: number) => string): Together;
  /** Lines that stand get the day of the head, and count as it says. `isCancelled`: by the status of the line. */
  recount(orderPk: number, orderedOn: string | null, counts: boolean, isCancelled: (status: string | null) => boolean): void;
  dropLines(orderPk: number): void;
}

export function orderParts(db: Database, fold: FoldContext): OrderParts {
  const whole = fold.wholeOrders ? 1 : 0;
  const columns = PART_COLUMNS.join(', ');
  const find = db.prepare(`SELECT ${columns} FROM order_parts WHERE account_id = ? AND order_id = ? AND whole = ?`);
  const put = db.prepare(
    `INSERT OR REPLACE INTO order_parts (account_id, order_id, whole, ${columns}) VALUES (?, ?, ?, ${PART_COLUMNS.map(() => '?').join(', ')})`,
  );
  const head = db.prepare(`SELECT ${columns} FROM order_heads WHERE order_pk = ?`);
  const profile = db.prepare('SELECT status, state, is_sale, sales_channel, fulfilment, currency FROM order_profiles WHERE profile_pk = ?');
  const profilePkOf = profileKeys(db);
  const setHead = db.prepare(
    `UPDATE order_heads SET store_id = ?, profile_pk = ?, ordered_at = ?, ordered_on = ?, buyer = coalesce(?, buyer), import_id = ?, line = ?,
       stamp = NULL, hash = 0, told = ${TOLD.both}${NUMBERS.map((column) => `, ${column} = ?`).join('')} WHERE order_pk = ?`,
  );
  const readLines = db.prepare(`SELECT l.*, i.ident FROM order_lines l JOIN items i USING (item_pk) WHERE order_pk = ? ORDER BY line_no`);
  const keep = db.prepare(
    `INSERT INTO superseded_units (subject, account_id, unit, import_id, superseded_by, content) VALUES ('orders', ?, ?, ?, ?, ?)`,
  );
  const statuses = db.prepare('SELECT line_no, status FROM order_lines WHERE order_pk = ?');
  const setLine = db.prepare('UPDATE order_lines SET ordered_on = ?, counts = ? WHERE order_pk = ? AND line_no = ?');
  const dropLines = db.prepare('DELETE FROM order_lines WHERE order_pk = ?');

  const part = (orderId: string, of: number) => (find.get(fold.accountId, orderId, of) as OrderPart | undefined) ?? null;
  const write = (orderId: string, of: number, values: OrderPart) =>
    put.run(fold.accountId, orderId, of, ...PART_COLUMNS.map((column) => values[column] ?? null));

  return {
    mine: (orderId) => part(orderId, whole),
    keepOther: (orderId, orderPk) => write(orderId, 1 - whole, head.get(orderPk) as OrderPart),
    supersede(orderId, orderPk) {
      const { profile_pk, hash: _, ...said } = part(orderId, whole) as OrderPart;
      const lines = whole ? [] : (readLines.all(orderPk) as Record<string, FieldValue>[]);
      const content = {
        ...said,
        ...(profile.get(profile_pk) as OrderPart),
        lines: lines.map(({ order_pk: __, item_pk: ___, ...line }) => line),
      };
      keep.run(fold.accountId, orderId, said.import_id, fold.importId, JSON.stringify(content));
    },
    together(orderId, orderPk, said, buyer, dayOf) {
      write(orderId, whole, said);
      const [first, second] = [part(orderId, 1) as OrderPart, part(orderId, 0) as OrderPart];
      const value = (column: string) => first[column] ?? second[column] ?? null;
      const profilePk = profilePkOf(joined(profile.get(first.profile_pk) as OrderPart, profile.get(second.profile_pk) as OrderPart));
      const { state, is_sale } = profile.get(profilePk) as OrderPart;
      const orderedAt = value('ordered_at') as number | null;
      const orderedOn = orderedAt === null ? null : dayOf(orderedAt);
      setHead.run(
        ...[value('store_id'), profilePk, orderedAt, orderedOn, buyer, said.import_id ?? null, said.line ?? null],
        ...NUMBERS.map(value),
        orderPk,
      );
      return { orderedOn, isSale: is_sale === 1 && state !== 'cancelled' };
    },
    recount(orderPk, orderedOn, counts, isCancelled) {
      for (const { line_no, status } of statuses.all(orderPk) as { line_no: number; status: string | null }[])
        setLine.run(orderedOn, counts && !isCancelled(status) ? 1 : 0, orderPk, line_no);
    },
    dropLines: (orderPk) => dropLines.run(orderPk),
  };
}

/** What the report says of an order besides its lines. */
export function partOf(groups: OrderGroups, order: number, more: OrderPart): OrderPart {
  const numbers = groups.headNames.map((column, at) => [column, known((groups.heads[at] as Float64Array)[order] as number)] as const);
  return {
    ...more,
    ordered_at: known(groups.orderedAt[order] as number),
    line: groups.line[order] as number,
    stamp: known(groups.stamp[order] as number),
    hash: groups.hash[order] as number,
    ...Object.fromEntries(numbers),
  };
}

/** The state is that of whoever names one; the report of whole orders first, since the other may know only those of lines. */
function joined(whole: OrderPart, lines: OrderPart): OrderPart {
  const { status, state } = whole.status !== null || lines.status === null ? whole : lines;
  return {
    status: status ?? null,
    state: state ?? null,
    is_sale: whole.is_sale === 1 && lines.is_sale === 1 ? 1 : 0,
    sales_channel: whole.sales_channel ?? lines.sales_channel ?? null,
    fulfilment: whole.fulfilment ?? lines.fulfilment ?? null,
    currency: whole.currency ?? lines.currency ?? null,
  };
}

/** The row of what orders have in common, found or made. */
export function profileKeys(db: Database): (profile: OrderPart) => number {
  const find = db
    .prepare(
      `SELECT profile_pk FROM order_profiles
       WHERE status IS ? AND state = ? AND is_sale = ? AND sales_channel IS ? AND fulfilment IS ? AND currency IS ?`,
    )
    .pluck();
  const insert = db.prepare(
    'INSERT INTO order_profiles (status, state, is_sale, sales_channel, fulfilment, currency) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return ({ status, state, is_sale, sales_channel, fulfilment, currency }) => {
    const values = [status, state, is_sale, sales_channel, fulfilment, currency];
    return (find.get(values) as number | undefined) ?? Number(insert.run(values).lastInsertRowid);
  };
}

/** A number, null where it is not known. */
export function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
