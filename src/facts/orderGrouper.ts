/**
 * From rows to orders: the rows of an order stand side by side in a report; an order-level value stands on one of them, the first as
 * a rule. Pure, and done row by row where the rows are read, so that a large file is grouped by the worker while the main thread writes.
 */
import type { FieldValue } from '../core/fields.js';
import type { Batch } from './fold.js';
import { OrderBuffers } from './orderBuffers.js';
import { HEAD_NUMBERS, LINE_NUMBERS, type OrderGroups, type Profile } from './orderGroups.js';

type Values = readonly FieldValue[];
/** Where a name stands among the values of a row; 0 for a name that the report does not have, where null stands. */
type Place = (name: string) => number;

export interface OrderGrouper {
  add(batch: Batch): void;
  /** Takes rows one by one instead of batches. */
  rows(place: Place): (values: Values) => void;
  /** Emits what is left. */
  end(): void;
}

/** Rows from which orders are emitted. */
const MANY_ROWS = 2000;
/** An item that nothing is said of. */
export const NO_ITEM = '\u001f\u001f\u001f\u001f';
const HASH_MODULUS = 2 ** 52;
const PROFILE_TEXTS = ['orderStatus', 'salesChannel', 'fulfilment', 'currency', 'storeBy'] as const;
/** Of these only whether it is so. */
const PROFILE_FLAGS = ['cancelledAt', 'isReplacement', 'unpaid'] as const;
const PROFILE_FIELDS = [...PROFILE_TEXTS, ...PROFILE_FLAGS];
const CANCELLED = PROFILE_FIELDS.indexOf('cancelledAt');

/** Emits whole orders only: the last one waits for the next row, which may go on with it. */
export function orderGrouper(emit: (groups: OrderGroups) => void): OrderGrouper {
  let taker: ((values: Values) => void) | null = null;
  let end = () => {};

  function rows(place: Place): (values: Values) => void {
    const rowGrouper = groupRows(place, emit);
    end = rowGrouper.end;
    return rowGrouper.take;
  }

  function add(batch: Batch): void {
    const names = Object.keys(batch.columns);
    taker ??= rows((name) => names.indexOf(name) + 1);
    const columns = Object.values(batch.columns);
    const values: FieldValue[] = [null, ...columns.map(() => null)];
    for (let at = 0; at < batch.count; at++) {
      for (let column = 0; column < columns.length; column++) {
        values[column + 1] = (columns[column] as readonly FieldValue[])[at] as FieldValue;
      }
      taker(values);
    }
  }

  return { add, rows, end: () => end() };
}

function groupRows(place: Place, emit: (groups: OrderGroups) => void) {
  const heads = HEAD_NUMBERS.map(([column, field]) => ({ column, at: place(field) })).filter(({ at }) => at > 0);
  const lines = LINE_NUMBERS.map(([column, fields]) => ({ column, at: fields.map(place).filter((field) => field > 0) })).filter(
    ({ at }) => at.length > 0,
  );
  const at = {
    unit: place('unit'),
    orderedAt: place('orderedAt'),
    paidAt: place('paidAt'),
    stamp: place('stampAt'),
    line: place('line'),
    hash: place('hash'),
    buyer: place('buyerKey'),
    item: place('item'),
    itemNo: place('itemNo'),
    quantity: place('quantity'),
    amount: place('lineAmount'),
    price: place('unitPrice'),
    status: place('lineStatus'),
  };
  const buffers = new OrderBuffers(
    heads.map(({ column }) => column),
    lines.map(({ column }) => column),
    { buyers: at.buyer > 0, lineStatus: at.status > 0 },
  );
  const profileCode = profileCoder(place);
  const itemCode = textCoder(NO_ITEM);
  /** Codes of items by the number that the reader gave them, where it did. */
  const codes: number[] = [];
  const statusCode = textCoder(null);
  let lastUnit = '';

  function take(values: Values): void {
    const unit = values[at.unit] as string;
    const { orders } = buffers;
    if (orders === 0 || !isSame(unit, lastUnit)) begin(unit, values);
    else goOn(orders - 1, values);
    addLine(values);
  }

  function begin(unit: string, values: Values): void {
    if (buffers.orders > 0) buffers.profiles[buffers.orders - 1] = profileCode.end();
    if (buffers.rows >= MANY_ROWS) flush();
    lastUnit = unit;
    const order = buffers.begin(unit);
    profileCode.begin(values);
    buffers.orderedAt[order] = numberOf(values[at.orderedAt]);
    buffers.paidAt[order] = numberOf(values[at.paidAt]);
    buffers.stamp[order] = numberOf(values[at.stamp]);
    buffers.line[order] = values[at.line] as number;
    buffers.hash[order] = values[at.hash] as number;
    for (let head = 0; head < heads.length; head++) {
      (buffers.heads[head] as Float64Array)[order] = numberOf(values[(heads[head] as { at: number }).at]);
    }
    if (at.buyer > 0) buffers.buyers[order] = values[at.buyer] as string | null;
  }

  /** The first known value among an order's rows counts. */
  function goOn(order: number, values: Values): void {
    profileCode.goOn(values);
    fill(buffers.orderedAt, order, values[at.orderedAt]);
    fill(buffers.paidAt, order, values[at.paidAt]);
    fill(buffers.stamp, order, values[at.stamp]);
    const hash = (buffers.hash[order] as number) + (values[at.hash] as number);
    buffers.hash[order] = hash >= HASH_MODULUS ? hash - HASH_MODULUS : hash;
    for (let head = 0; head < heads.length; head++) {
      fill(buffers.heads[head] as Float64Array, order, values[(heads[head] as { at: number }).at]);
    }
    if (at.buyer > 0) buffers.buyers[order] ??= values[at.buyer] as string | null;
  }

  function addLine(values: Values): void {
    const row = buffers.nextRow();
    buffers.items[row] = itemOf(values);
    const quantity = numberOf(values[at.quantity]);
    buffers.quantity[row] = quantity;
    // Price of the goods: as stated, else unit price × quantity.
    const stated = numberOf(values[at.amount]);
    buffers.amount[row] = at.price > 0 && Number.isNaN(stated) ? numberOf(values[at.price]) * quantity : stated;
    for (let line = 0; line < lines.length; line++) {
      (buffers.lines[line] as Float64Array)[row] = knownSum(values, (lines[line] as { at: readonly number[] }).at);
    }
    if (at.status > 0) buffers.lineStatus[row] = statusCode.of(values[at.status] as FieldValue);
  }

  function itemOf(values: Values): number {
    const no = values[at.itemNo] as number | null;
    if (no === null) return itemCode.of(values[at.item] as FieldValue);
    let code = codes[no];
    if (code === undefined) {
      code = itemCode.of(values[at.item] as FieldValue);
      codes[no] = code;
    }
    return code;
  }

  function flush(): void {
    emit(buffers.taken({ profiles: profileCode.taken(), items: itemCode.taken(), statuses: statusCode.taken() }));
  }

  return {
    take,
    end(): void {
      if (buffers.orders === 0) return;
      buffers.profiles[buffers.orders - 1] = profileCode.end();
      flush();
    },
  };
}

function numberOf(value: FieldValue | undefined): number {
  return value === null || value === undefined ? Number.NaN : (value as number);
}

function fill(known: Float64Array, order: number, value: FieldValue | undefined): void {
  if (Number.isNaN(known[order])) known[order] = numberOf(value);
}

/** The sum of what is known; unknown when nothing is. */
function knownSum(values: Values, fields: readonly number[]): number {
  let sum = Number.NaN;
  for (let field = 0; field < fields.length; field++) {
    const value = values[fields[field] as number] as number | null;
    if (value !== null) sum = Number.isNaN(sum) ? value : sum + value;
  }
  return sum;
}

/** Neighbouring order numbers have one length and differ in their last digits: that is seen sooner than by comparing all. */
function isSame(one: string, other: string): boolean {
  const { length } = one;
  return length === other.length && one.charCodeAt(length - 1) === other.charCodeAt(length - 1) && one === other;
}

/** Texts as their index among those met so far, −1 for `none`. */
function textCoder(none: FieldValue) {
  const met = new Map<FieldValue, number>([[none, -1]]);
  let added: string[] = [];
  let last: FieldValue = none;
  let lastCode = -1;
  return {
    of(text: FieldValue): number {
      if (text === last) return lastCode;
      let code = met.get(text);
      if (code === undefined) {
        code = met.size - 1;
        met.set(text, code);
        added.push(text as string);
      }
      last = text;
      lastCode = code;
      return code;
    },
    /** Those met first since it was last asked. */
    taken(): string[] {
      const taken = added;
      added = [];
      return taken;
    },
  };
}

/** What an order has in common with many, as its index among those met so far. */
function profileCoder(place: Place) {
  const places = PROFILE_FIELDS.map(place);
  const met = new Map<string, number>();
  const values: FieldValue[] = places.map(() => null);
  const before: FieldValue[] = places.map(() => null);
  let lastCode = -1;
  let added: Profile[] = [];
  return {
    begin(row: Values): void {
      for (let field = 0; field < places.length; field++) values[field] = row[places[field] as number] as FieldValue;
    },
    goOn(row: Values): void {
      for (let field = 0; field < places.length; field++) values[field] ??= row[places[field] as number] as FieldValue;
    },
    /** The order has no more rows. */
    end(): number {
      let isNew = lastCode < 0;
      for (let field = 0; field < places.length; field++) {
        const value = profileValue(field, values[field] as FieldValue);
        if (value === before[field]) continue;
        before[field] = value;
        isNew = true;
      }
      // Neighbours are alike as a rule, and comparing is cheaper than joining.
      if (!isNew) return lastCode;
      const key = JSON.stringify(before);
      let code = met.get(key);
      if (code === undefined) {
        code = met.size;
        met.set(key, code);
        const [status, channel, fulfilment, currency, storeBy] = before as (string | null)[];
        const texts = { status, channel, fulfilment, currency, storeBy } as Omit<Profile, 'cancelled' | 'replacement' | 'unpaid'>;
        const [cancelled, replacement, unpaid] = before.slice(CANCELLED).map((flag) => flag === 1) as [boolean, boolean, boolean];
        added.push({ ...texts, cancelled, replacement, unpaid });
      }
      lastCode = code;
      return code;
    },
    taken(): Profile[] {
      const taken = added;
      added = [];
      return taken;
    },
  };
}

/** Texts as they are; of a cancellation, a replacement and an unpaid order only whether it is one. */
function profileValue(field: number, value: FieldValue): FieldValue {
  if (field < CANCELLED) return value;
  if (field === CANCELLED) return value === null ? 0 : 1;
  return value === 1 ? 1 : 0;
}
