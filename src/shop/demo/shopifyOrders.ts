/**
 * Shopify's `orders_export.csv`: a row per line item, order-level cells only on an order's first row, local times with
 * their offset, buyers that are nobody (people.ts). A file a calendar quarter and one of the last 30 days; the running
 * quarter was last downloaded a week ago, so orders repeat with what became of them.
 */
import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';
import { localTime, monthStart } from './days.js';
import { type DemoFile, demoFile, downloadInstant } from './demoFile.js';
import { csv, money, utf8 } from './encode.js';
import { personOf } from './people.js';
import { at } from './rng.js';
import type { DemoOrder, DemoOrderLine } from './truth.js';
import type { World } from './world.js';

export const SHOPIFY_ORDER_HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References'.split(
    ',',
  );

const FREE_SHIPPING_FROM = 4500;
const SHIPPING_MINOR = 595;

/** A period of an order download and the morning on which it was made. */
interface OrderDownload {
  readonly from: Day;
  readonly to: Day;
  readonly on: Day;
}

/** Quarters, finished ones downloaded 30 days after their end, the running one a week ago; then the last 30 days. */
export function orderDownloads(first: Day, last: Day): OrderDownload[] {
  const morning = addDays(last, 1);
  const downloads: OrderDownload[] = [];
  for (let from = first; from <= last; ) {
    const month = Number(from.slice(5, 7));
    const next = monthStart(from, 3 - ((month - 1) % 3));
    const end = addDays(next, -1);
    const to = end < addDays(morning, -8) ? end : addDays(morning, -8);
    const later = addDays(end, 31);
    const on = end === to && later < addDays(morning, -7) ? later : addDays(morning, -7);
    if (from <= to) downloads.push({ from, to, on });
    from = next;
  }
  return [...downloads, { from: addDays(morning, -30), to: last, on: morning }];
}

export function shopifyOrderFiles(world: World): DemoFile[] {
  const orders = world.truth.orders.filter((order) => order.store === 'web').sort((a, b) => b.createdAt - a.createdAt);
  return orderDownloads(world.axis.first, world.axis.last).map(({ from, to, on }) => {
    const [first, last] = [world.axis.indexOf(from), world.axis.indexOf(to)];
    const knownAt = downloadInstant(on, 'web');
    const knownDay = world.axis.indexOf(on) - 1;
    const rows = orders
      .filter((order) => order.day >= first && order.day <= last)
      .flatMap((order) => orderRows(world, order, knownAt, knownDay));
    return demoFile(`shopify/orders_export_${from}..${to}.csv`, utf8(csv([SHOPIFY_ORDER_HEADER, ...rows])), 'web', on);
  });
}

type Cells = Readonly<Record<string, string>>;

const POSITIONS: ReadonlyMap<string, number> = new Map(SHOPIFY_ORDER_HEADER.map((name, i) => [name, i]));

/** One row from groups of cells. Most of the 79 are empty: one big object a row would cost more than all the rest. */
function rowOf(groups: readonly Cells[]): string[] {
  const row = SHOPIFY_ORDER_HEADER.map(() => '');
  for (const cells of groups) {
    for (const name of Object.keys(cells)) row[POSITIONS.get(name) as number] = cells[name] ?? '';
  }
  return row;
}

function orderRows(world: World, order: DemoOrder, knownAt: number, knownDay: number): string[][] {
  const everyRow: Cells = { Name: order.id, Email: personOf(order.buyer).email, Vendor: 'Tarn & Kettle' };
  const firstRow = [moneyCells(order, knownAt, knownDay), ...peopleCells(order), lifeCells(order, knownAt)];
  return order.lines.map((line, i) => rowOf([everyRow, lineCells(world, order, line, knownAt), ...(i === 0 ? firstRow : [])]));
}

function lineCells(world: World, order: DemoOrder, line: DemoOrderLine, knownAt: number): Cells {
  const listing = at(world.listings, line.listing);
  const list = at(at(world.prices, line.listing).listMinor, order.day);
  const variant = listing.options[0] === 'Default Title' ? '' : ` - ${listing.options.join(' / ')}`;
  return {
    'Lineitem quantity': String(line.quantity),
    'Lineitem name': `${listing.title}${variant}`,
    'Lineitem price': money(line.unitPriceMinor),
    'Lineitem compare at price': line.unitPriceMinor < list ? money(list) : '',
    'Lineitem sku': listing.sku ?? '',
    'Lineitem requires shipping': 'true',
    'Lineitem taxable': 'true',
    'Lineitem fulfillment status': isSent(order, knownAt) ? 'fulfilled' : 'pending',
    'Lineitem discount': '0.00',
  };
}

function isSent(order: DemoOrder, knownAt: number): boolean {
  return order.shippedAt !== null && order.shippedAt <= knownAt;
}

/** What an order comes to, in cents. */
export function totalsOf(order: DemoOrder): { discount: number; subtotal: number; shipping: number; tax: number; total: number } {
  const discount = order.lines.reduce((total, line) => total + line.discountMinor, 0);
  const subtotal = order.lines.reduce((total, line) => total + line.unitPriceMinor * line.quantity, 0) - discount;
  const shipping = subtotal >= FREE_SHIPPING_FROM ? 0 : SHIPPING_MINOR;
  const tax = Math.round(subtotal * personOf(order.buyer).place.taxRatio);
  return { discount, subtotal, shipping, tax, total: subtotal + shipping + tax };
}

function moneyCells(order: DemoOrder, knownAt: number, knownDay: number): Cells {
  const sum = (pick: (line: DemoOrderLine) => number) => order.lines.reduce((total, line) => total + pick(line), 0);
  const { place } = personOf(order.buyer);
  const { discount, subtotal, shipping, tax, total } = totalsOf(order);
  const isCancelled = order.cancelledAt !== null && order.cancelledAt <= knownAt;
  const returned = sum((line) => (line.returned && line.returned.day <= knownDay ? line.returned.amountMinor : 0));
  const refunded = isCancelled ? total : returned;
  return {
    'Financial Status': refunded === 0 ? 'paid' : isCancelled || refunded >= subtotal ? 'refunded' : 'partially_refunded',
    Currency: 'USD',
    Subtotal: money(subtotal),
    Shipping: money(shipping),
    Taxes: money(tax),
    Total: money(total),
    'Discount Code': order.discountCode ?? '',
    'Discount Amount': money(discount),
    'Refunded Amount': money(refunded),
    'Outstanding Balance': '0.00',
    'Tax 1 Name': tax > 0 ? `${place.stateName} State Tax ${Math.round(place.taxRatio * 1e5) / 1e3}%` : '',
    'Tax 1 Value': tax > 0 ? money(tax) : '',
    'Shipping Method': shipping === 0 ? 'Free Shipping' : 'Standard',
  };
}

function peopleCells(order: DemoOrder): Cells[] {
  const { name, street, place } = personOf(order.buyer);
  const address = (kind: 'Billing' | 'Shipping'): Cells => ({
    [`${kind} Name`]: name,
    [`${kind} Street`]: street,
    [`${kind} Address1`]: street,
    [`${kind} City`]: place.city,
    [`${kind} Zip`]: `'${place.postalCode}`,
    [`${kind} Province`]: place.state,
    [`${kind} Country`]: place.country,
    [`${kind} Province Name`]: place.stateName,
  });
  return [address('Billing'), address('Shipping'), { 'Accepts Marketing': order.buyer % 3 === 0 ? 'yes' : 'no' }];
}

function lifeCells(order: DemoOrder, knownAt: number): Cells {
  const isCancelled = order.cancelledAt !== null && order.cancelledAt <= knownAt;
  const number = Number(order.id.slice(1));
  return {
    'Created at': stamp(order.createdAt),
    'Paid at': stamp(order.paidAt),
    'Fulfillment Status': isSent(order, knownAt) ? 'fulfilled' : 'unfulfilled',
    'Fulfilled at': isSent(order, knownAt) ? stamp(order.shippedAt) : '',
    'Cancelled at': isCancelled ? stamp(order.cancelledAt) : '',
    'Payment Method': 'Shopify Payments',
    'Payment Reference': `rExample${number}`,
    'Payment ID': `rExample${number}`,
    'Payment References': `rExample${number}`,
    Id: String(5_900_000_000_000 + number * 32_768),
    'Risk Level': 'Low',
    Source: 'web',
  };
}

/** `2026-11-20 14:05:59 -0800`. */
function stamp(instant: number | null): string {
  if (instant === null) return '';
  const { day, time, offset } = localTime(instant, 'pacific');
  return `${day} ${time} -0${-offset}00`;
}
