/**
 * From rows to orders: the rows of an order stand side by side in a report; an order-level value stands on one of them, the first as
 * a rule. Pure, and done where the rows are read, so that a large file is grouped by the worker while the main thread writes.
 *
 * Numbers are in typed arrays (NaN: unknown), so that a batch crosses between threads without being copied.
 */
import type { FieldValue } from '../core/fields.js';
import type { Batch } from './fold.js';

/** Order-level numbers besides those that every report has: [column of the table, field]. */
export const HEAD_NUMBERS: readonly (readonly [string, string])[] = [
  ['cancelled_at', 'cancelledAt'],
  ['subtotal_minor', 'orderSubtotal'],
  ['shipping_minor', 'orderShipping'],
  ['tax_minor', 'orderTax'],
  ['discount_minor', 'orderDiscount'],
  ['total_minor', 'orderTotal'],
  ['paid_minor', 'orderPaid'],
  ['refunded_minor', 'orderRefunded'],
];

/** Amounts of a line, each the sum of what is known of its fields. */
export const LINE_NUMBERS: readonly (readonly [string, readonly string[]])[] = [
  ['tax_minor', ['lineTax', 'lineShippingTax']],
  ['shipping_minor', ['lineShipping', 'lineGiftWrap']],
  ['discount_minor', ['lineDiscount', 'lineShippingDiscount']],
  ['refunded_minor', ['lineRefunded']],
];

/** What many orders have in common. */
export interface Profile {
  readonly status: string | null;
  readonly channel: string | null;
  readonly fulfilment: string | null;
  readonly currency: string | null;
  readonly storeBy: string | null;
  readonly cancelled: boolean;
  readonly replacement: boolean;
  readonly unpaid: boolean;
}

/** Whole orders with their rows; the rows of order i are those from `firstRow[i]` up to `firstRow[i + 1]`. */
export interface OrderGroups {
  readonly count: number;
  readonly units: readonly string[];
  readonly firstRow: Int32Array;
  /** Index into all profiles met so far; `newProfiles` are those met first in this batch. */
  readonly profiles: Int32Array;
  readonly newProfiles: readonly Profile[];
  readonly orderedAt: Float64Array;
  readonly stamp: Float64Array;
  readonly line: Float64Array;
  readonly hash: Float64Array;
  readonly heads: Readonly<Record<string, Float64Array>>;
  readonly buyers: readonly (string | null)[] | null;
  /** Index into all items met so far; −1 where the row names none and speaks of the order only. */
  readonly items: Int32Array;
  readonly newItems: readonly string[];
  readonly quantity: Float64Array;
  readonly amount: Float64Array;
  readonly lines: Readonly<Record<string, Float64Array>>;
  /** Index into all statuses of lines met so far, −1 where the line has none; null where the report tells none. */
  readonly lineStatus: Int32Array | null;
  readonly newStatuses: readonly string[];
}

export interface OrderGrouper {
  add(batch: Batch): void;
  /** Emits what is left. */
  end(): void;
}

/** An item that nothing is said of. */
export const NO_ITEM = '\u001f\u001f\u001f\u001f';
const HASH_MODULUS = 2 ** 52;

/** Groups rows and emits whole orders; the last order of a batch waits for the next, which may go on with it. */
export function orderGrouper(emit: (groups: OrderGroups) => void): OrderGrouper {
  const profiles = new Map<string, number>();
  const items = new Map<string, number>();
  const statuses = new Map<string, number>();
  let waiting: Batch | null = null;

  function add(batch: Batch): void {
    let whole = batch;
    if (waiting) {
      const goesOn = unitOf(waiting, 0) === unitOf(batch, 0);
      if (goesOn) whole = joined(waiting, batch);
      else emit(group(waiting, waiting.count, { profiles, items, statuses }));
    }
    let end = whole.count - 1;
    while (end > 0 && unitOf(whole, end - 1) === unitOf(whole, end)) end--;
    waiting = slice(whole, end);
    if (end > 0) emit(group(whole, end, { profiles, items, statuses }));
  }

  return {
    add,
    end() {
      if (waiting && waiting.count > 0) emit(group(waiting, waiting.count, { profiles, items, statuses }));
      waiting = null;
    },
  };
}

function unitOf(batch: Batch, at: number): FieldValue {
  return (batch.columns.unit as readonly FieldValue[])[at] as FieldValue;
}

function joined(one: Batch, other: Batch): Batch {
  const columns: Record<string, readonly FieldValue[]> = {};
  for (const name in other.columns) columns[name] = [...(one.columns[name] ?? []), ...(other.columns[name] as readonly FieldValue[])];
  return { count: one.count + other.count, columns };
}

function slice(batch: Batch, from: number): Batch {
  const columns: Record<string, readonly FieldValue[]> = {};
  for (const name in batch.columns) columns[name] = (batch.columns[name] as readonly FieldValue[]).slice(from);
  return { count: batch.count - from, columns };
}

/** What was met so far, with its index. */
interface Met {
  readonly profiles: Map<string, number>;
  readonly items: Map<string, number>;
  readonly statuses: Map<string, number>;
}

function group({ columns }: Batch, rows: number, met: Met): OrderGroups {
  const units: string[] = [];
  const starts: number[] = [];
  const unit = columns.unit as readonly string[];
  for (let at = 0; at < rows; at++) {
    if (at > 0 && unit[at] === unit[at - 1]) continue;
    units.push(unit[at] as string);
    starts.push(at);
  }
  starts.push(rows);
  const firstRow = Int32Array.from(starts);
  const newProfiles: Profile[] = [];
  const newItems: string[] = [];
  const newStatuses: string[] = [];
  const buyers = columns.buyerKey;
  const count = units.length;
  return {
    count,
    units,
    firstRow,
    profiles: profileCodes(columns, firstRow, met.profiles, newProfiles),
    newProfiles,
    orderedAt: firstNumbers(firstRow, columns.orderedAt, columns.paidAt),
    stamp: firstNumbers(firstRow, columns.stampAt),
    line: firstNumbers(firstRow, columns.line),
    hash: hashes(firstRow, columns.hash as readonly number[]),
    heads: Object.fromEntries(
      HEAD_NUMBERS.flatMap(([column, field]) => (columns[field] ? [[column, firstNumbers(firstRow, columns[field])]] : [])),
    ),
    buyers: buyers ? units.map((_, order) => first(buyers, firstRow, order) as string | null) : null,
    items: codesOf(columns.item as readonly string[], NO_ITEM, rows, met.items, newItems),
    newItems,
    quantity: numbers(columns.quantity, rows),
    amount: goods(columns, rows),
    lines: Object.fromEntries(LINE_NUMBERS.flatMap(([column, fields]) => lineSums(column, fields, columns, rows))),
    lineStatus: columns.lineStatus ? codesOf(columns.lineStatus, null, rows, met.statuses, newStatuses) : null,
    newStatuses,
  };
}

/** The first known value among an order's rows. */
function first(column: readonly FieldValue[] | undefined, firstRow: Int32Array, order: number): FieldValue {
  if (!column) return null;
  const end = firstRow[order + 1] as number;
  for (let at = firstRow[order] as number; at < end; at++) if (column[at] !== null) return column[at] as FieldValue;
  return null;
}

function firstNumbers(firstRow: Int32Array, column: readonly FieldValue[] | undefined, other?: readonly FieldValue[]): Float64Array {
  const found = new Float64Array(firstRow.length - 1);
  for (let order = 0; order < found.length; order++) {
    const value = first(column, firstRow, order) ?? first(other, firstRow, order);
    found[order] = value === null ? Number.NaN : (value as number);
  }
  return found;
}

function hashes(firstRow: Int32Array, column: readonly number[]): Float64Array {
  const found = new Float64Array(firstRow.length - 1);
  for (let order = 0; order < found.length; order++) {
    let hash = 0;
    for (let at = firstRow[order] as number; at < (firstRow[order + 1] as number); at++) {
      hash += column[at] as number;
      if (hash >= HASH_MODULUS) hash -= HASH_MODULUS;
    }
    found[order] = hash;
  }
  return found;
}

const PROFILE_FIELDS = [
  'orderStatus',
  'salesChannel',
  'fulfilment',
  'currency',
  'storeBy',
  'cancelledAt',
  'isReplacement',
  'unpaid',
] as const;
const CANCELLED = PROFILE_FIELDS.indexOf('cancelledAt');
const REPLACEMENT = PROFILE_FIELDS.indexOf('isReplacement');
const UNPAID = PROFILE_FIELDS.indexOf('unpaid');

function profileCodes(columns: Batch['columns'], firstRow: Int32Array, profiles: Map<string, number>, added: Profile[]): Int32Array {
  const codes = new Int32Array(firstRow.length - 1);
  const sources = PROFILE_FIELDS.map((name) => columns[name]);
  const values: FieldValue[] = sources.map(() => null);
  for (let order = 0; order < codes.length; order++) {
    let isNew = order === 0;
    for (let at = 0; at < sources.length; at++) {
      const value = profileValue(at, first(sources[at], firstRow, order));
      if (value === values[at]) continue;
      values[at] = value;
      isNew = true;
    }
    // Neighbours are alike as a rule, and comparing is cheaper than joining.
    if (!isNew) {
      codes[order] = codes[order - 1] as number;
      continue;
    }
    const key = JSON.stringify(values);
    let code = profiles.get(key);
    if (code === undefined) {
      code = profiles.size;
      profiles.set(key, code);
      const [status, channel, fulfilment, currency, storeBy] = values as (string | null)[];
      const texts = { status, channel, fulfilment, currency, storeBy } as Pick<
        Profile,
        'status' | 'channel' | 'fulfilment' | 'currency' | 'storeBy'
      >;
      const [cancelled, replacement, unpaid] = [CANCELLED, REPLACEMENT, UNPAID].map((at) => values[at] === 1) as [
        boolean,
        boolean,
        boolean,
      ];
      added.push({ ...texts, cancelled, replacement, unpaid });
    }
    codes[order] = code;
  }
  return codes;
}

/** Of a cancellation and a replacement only whether it is one. */
function profileValue(at: number, value: FieldValue): FieldValue {
  if (at === CANCELLED) return value === null ? 0 : 1;
  return at === REPLACEMENT || at === UNPAID ? (value === 1 ? 1 : 0) : value;
}

/** Each text as its index among those met so far, −1 for `none`. */
function codesOf(column: readonly FieldValue[], none: FieldValue, rows: number, met: Map<string, number>, added: string[]): Int32Array {
  const codes = new Int32Array(rows);
  for (let at = 0; at < rows; at++) {
    const text = column[at] as string;
    if (text === none) codes[at] = -1;
    else if (at > 0 && text === column[at - 1]) codes[at] = codes[at - 1] as number;
    else {
      let code = met.get(text);
      if (code === undefined) {
        code = met.size;
        met.set(text, code);
        added.push(text);
      }
      codes[at] = code;
    }
  }
  return codes;
}

function numbers(column: readonly FieldValue[] | undefined, rows: number): Float64Array {
  const found = new Float64Array(rows).fill(Number.NaN);
  if (column) for (let at = 0; at < rows; at++) if (column[at] !== null) found[at] = column[at] as number;
  return found;
}

/** Price of the goods of a line: as stated, else unit price × quantity. */
function goods(columns: Batch['columns'], rows: number): Float64Array {
  const stated = numbers(columns.lineAmount, rows);
  if (!columns.unitPrice) return stated;
  const price = numbers(columns.unitPrice, rows);
  const quantity = numbers(columns.quantity, rows);
  return stated.map((amount, at) => (Number.isNaN(amount) ? (price[at] as number) * (quantity[at] as number) : amount));
}

/** The sum of what is known; unknown when nothing is. */
function lineSums(name: string, fields: readonly string[], columns: Batch['columns'], rows: number): [string, Float64Array][] {
  const known = fields.map((field) => columns[field]).filter((column) => column !== undefined);
  if (known.length === 0) return [];
  const sums = numbers(known[0], rows);
  for (const column of known.slice(1)) {
    for (let at = 0; at < rows; at++) {
      if (column[at] === null) continue;
      const before = sums[at] as number;
      sums[at] = (Number.isNaN(before) ? 0 : before) + (column[at] as number);
    }
  }
  return [[name, sums]];
}

/** Orders on their way between threads: their keys as one text, since a thousand short ones take longer to hand over than to read. */
export interface PackedOrders {
  readonly groups: Omit<OrderGroups, 'units'>;
  readonly unitText: string;
  readonly unitLengths: Int32Array;
}

/** What is to be sent, and the buffers that are handed over with it. */
export function packOrders({ units, ...groups }: OrderGroups): { packed: PackedOrders; transfer: ArrayBuffer[] } {
  const unitLengths = new Int32Array(units.length);
  for (let order = 0; order < units.length; order++) unitLengths[order] = (units[order] as string).length;
  const arrays = [unitLengths, ...Object.values(groups), ...Object.values(groups.heads), ...Object.values(groups.lines)];
  const transfer = arrays.filter((array) => ArrayBuffer.isView(array)).map((array) => array.buffer as ArrayBuffer);
  return { packed: { groups, unitText: units.join(''), unitLengths }, transfer };
}

export function unpackOrders({ groups, unitText, unitLengths }: PackedOrders): OrderGroups {
  const units = new Array<string>(unitLengths.length);
  for (let order = 0, at = 0; order < units.length; order++) {
    const end = at + (unitLengths[order] as number);
    units[order] = unitText.slice(at, end);
    at = end;
  }
  return { ...groups, units };
}
