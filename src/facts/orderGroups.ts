/**
 * Whole orders as they are handed to their writer, from another thread too: numbers are in typed arrays (NaN: unknown), so that they
 * cross between threads without being copied. orderGrouper.ts makes them of rows.
 */

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
  /** Columns of the table that the report tells of, and the values of each. */
  readonly headNames: readonly string[];
  readonly heads: readonly Float64Array[];
  readonly buyers: readonly (string | null)[] | null;
  /** Index into all items met so far; −1 where the row names none and speaks of the order only. */
  readonly items: Int32Array;
  readonly newItems: readonly string[];
  readonly quantity: Float64Array;
  readonly amount: Float64Array;
  readonly lineNames: readonly string[];
  readonly lines: readonly Float64Array[];
  /** Index into all statuses of lines met so far, −1 where the line has none; null where the report tells none. */
  readonly lineStatus: Int32Array | null;
  readonly newStatuses: readonly string[];
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
  const arrays = [unitLengths, ...Object.values(groups), ...groups.heads, ...groups.lines];
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
  // Each written out: of what is spread from a message, every look at a field would be a search by its name.
  return {
    count: groups.count,
    units,
    firstRow: groups.firstRow,
    profiles: groups.profiles,
    newProfiles: groups.newProfiles,
    orderedAt: groups.orderedAt,
    stamp: groups.stamp,
    line: groups.line,
    hash: groups.hash,
    headNames: groups.headNames,
    heads: groups.heads,
    buyers: groups.buyers,
    items: groups.items,
    newItems: groups.newItems,
    quantity: groups.quantity,
    amount: groups.amount,
    lineNames: groups.lineNames,
    lines: groups.lines,
    lineStatus: groups.lineStatus,
    newStatuses: groups.newStatuses,
  };
}
