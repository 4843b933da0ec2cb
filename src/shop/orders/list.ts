/** Orders as a table: state, units and amounts. Buyers are never among the columns. */
import { type Day, parseDay } from '../../core/day.js';
import { UsageError } from '../../core/errors.js';
import type { Column, Row, Table } from '../../core/table.js';
import type { OrderState } from '../../facts/fold.js';
import { eachOrder, type OrderRow } from '../../facts/orderQueries.js';
import { rowsNeeded } from '../../printing.js';
import type { Session } from '../../session.js';

export interface ListFlags {
  readonly from?: string;
  readonly to?: string;
  readonly state?: OrderState;
  readonly excluded?: boolean;
}

export async function printOrders(session: Session, flags: ListFlags): Promise<void> {
  const from = dayOption('--from', flags.from);
  const to = dayOption('--to', flags.to);
  const db = await session.database();
  const storeIds = (await session.stores(db)).map((store) => store.storeId);
  const asked = { storeIds, from, to, state: flags.state, excluded: flags.excluded, limit: rowsNeeded(session.flags) };
  await session.print(orderTable('orders.list/1', eachOrder(db, asked)));
}

function dayOption(name: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (!day) throw new UsageError(`${name} ${text}: a day such as 2026-11-22 expected`);
  return day;
}

const COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'order_id', header: 'Order', kind: 'text' },
  { key: 'day', header: 'Day', kind: 'day' },
  { key: 'ordered_at', header: 'Ordered', kind: 'instant', detail: true },
  { key: 'state', header: 'State', kind: 'text' },
  { key: 'status', header: 'Status', kind: 'text', detail: true },
  { key: 'counts', header: 'Counts', kind: 'boolean' },
  { key: 'excluded', header: 'Excluded', kind: 'boolean', detail: true },
  { key: 'reason', header: 'Excluded as', kind: 'text' },
  { key: 'lines', header: 'Lines', kind: 'integer', detail: true },
  { key: 'units', header: 'Units', kind: 'integer' },
  { key: 'goods_amount', header: 'Goods', kind: 'money' },
  { key: 'shipping_amount', header: 'Shipping', kind: 'money', detail: true },
  { key: 'tax_amount', header: 'Tax', kind: 'money', detail: true },
  { key: 'discount_amount', header: 'Discount', kind: 'money', detail: true },
  { key: 'refunded_amount', header: 'Refunded', kind: 'money', detail: true },
  { key: 'total_amount', header: 'Total', kind: 'money' },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'sales_channel', header: 'Channel', kind: 'text', detail: true },
  { key: 'fulfilment', header: 'Fulfilment', kind: 'text', detail: true },
];

export function orderTable(id: string, orders: Iterable<OrderRow>, notes: readonly string[] = []): Table {
  const rows: Row[] = [];
  const totals = new Map<string, Record<string, number | null>>();
  for (const order of orders) {
    const row = rowOf(order);
    rows.push(row);
    // Orders without a currency have no amounts to add.
    if (order.currency === null) continue;
    const sums = totals.get(order.currency) ?? {};
    totals.set(order.currency, sums);
    for (const key of SUMMED) {
      const value = row[key] as number | null;
      if (value !== null) sums[key] = (sums[key] ?? 0) + value;
      else sums[key] ??= null;
    }
  }
  const currencies = [...totals.keys()].sort();
  return { id, columns: COLUMNS, rows, totals: currencies.map((currency) => ({ ...totals.get(currency), currency })), notes };
}

/** Of which the totals are sums of what is known. */
const SUMMED = [
  'lines',
  'units',
  'goods_amount',
  'shipping_amount',
  'tax_amount',
  'discount_amount',
  'refunded_amount',
  'total_amount',
] as const;

function rowOf(order: OrderRow): Row {
  return {
    store: order.store,
    order_id: order.orderId,
    day: order.day,
    ordered_at: order.orderedAt,
    state: order.state,
    status: order.status,
    counts: order.countingLines > 0,
    excluded: order.reason !== null,
    reason: order.reason,
    lines: order.lines,
    units: order.units,
    goods_amount: order.goodsMinor,
    shipping_amount: order.shippingMinor,
    tax_amount: order.taxMinor,
    discount_amount: order.discountMinor,
    refunded_amount: order.refundedMinor,
    total_amount: order.totalMinor,
    currency: order.currency,
    sales_channel: order.salesChannel,
    fulfilment: order.fulfilment,
  };
}
