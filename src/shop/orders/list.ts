/** Orders as a table: state, units and amounts. Buyers are never among the columns. */
import { type Day, parseDay } from '../../core/day.js';
import { UsageError } from '../../core/errors.js';
import type { Column, Row, Table } from '../../core/table.js';
import type { OrderState } from '../../facts/fold.js';
import { listOrders, type OrderRow } from '../../facts/orderQueries.js';
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
  await session.print(orderTable('orders.list/1', listOrders(db, { storeIds, from, to, state: flags.state, excluded: flags.excluded })));
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

export function orderTable(id: string, orders: readonly OrderRow[], notes: readonly string[] = []): Table {
  return { id, columns: COLUMNS, rows: orders.map(rowOf), totals: totals(orders), notes };
}

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

/** Sums of what is known, by currency; orders without a currency have no amounts to add. */
function totals(orders: readonly OrderRow[]): Row[] {
  const currencies = [...new Set(orders.map((order) => order.currency))].filter((currency) => currency !== null).sort();
  return currencies.map((currency) => {
    const rows = orders.filter((order) => order.currency === currency);
    const sum = (pick: (order: OrderRow) => number | null) => {
      const known = rows.map(pick).filter((value) => value !== null);
      return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
    };
    return {
      lines: sum((order) => order.lines),
      units: sum((order) => order.units),
      goods_amount: sum((order) => order.goodsMinor),
      shipping_amount: sum((order) => order.shippingMinor),
      tax_amount: sum((order) => order.taxMinor),
      discount_amount: sum((order) => order.discountMinor),
      refunded_amount: sum((order) => order.refundedMinor),
      total_amount: sum((order) => order.totalMinor),
      currency,
    };
  });
}
