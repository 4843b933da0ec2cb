/**
 * Amazon's All Orders reports (flat file by order date): tab-separated, unquoted, UTF-8, LF, times in UTC, a row per item.
 *
 * One file holds Amazon.com, Amazon.ca and the deliveries for the Shopify shop (sales channel Non-Amazon, no price). Pending
 * and cancelled rows have no price, cancelled ones quantity 0. A calendar month a file, downloaded 5 days after its end; for
 * the last months one a week, each over 30 days, so that orders repeat with what became of them.
 */
import type { Day } from '../../core/day.js';
import { addDays, daysBetween } from '../../core/day.js';
import { isoSeconds, monthStart, monthsOf } from './days.js';
import { type DemoFile, demoFile, downloadInstant } from './demoFile.js';
import { money, tsv, utf8 } from './encode.js';
import { identifier, type Listing } from './listings.js';
import { type Place, placeOf } from './people.js';
import { at } from './rng.js';
import type { DemoOrder, DemoOrderLine } from './truth.js';
import type { World } from './world.js';

export const ORDER_HEADER =
  'amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel order-channel url ship-service-level product-name sku asin item-status quantity currency item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount ship-city ship-state ship-postal-code ship-country promotion-ids is-business-order purchase-order-number price-designation is-iba'.split(
    ' ',
  );

const DOWNLOAD_LAG_DAYS = 5;
const SHIPPING_MINOR = 599;

/** All order files; together they cover every day. */
export function amazonOrderFiles(world: World): DemoFile[] {
  const { axis } = world;
  const orders = world.truth.orders.filter((order) => order.store === 'us' || order.store === 'ca' || order.deliveryId);
  const file = (from: Day, to: Day, downloaded: Day) =>
    demoFile(
      `amazon/${reportNumber(from, downloaded)}.txt`,
      orderReport(world, orders, from, to, downloadInstant(downloaded, null)),
      null,
      downloaded,
    );
  const firstWeekly = monthStart(axis.last, -2);
  const monthly = monthsOf(axis.first, addDays(firstWeekly, -1));
  const files = monthly.map(({ from, to }) => file(from, to, addDays(to, 1 + DOWNLOAD_LAG_DAYS)));
  const downloads: Day[] = [];
  for (let day = addDays(axis.last, 1); ; day = addDays(day, -7)) {
    downloads.push(day);
    if (addDays(day, -30) <= firstWeekly) break;
  }
  return [...files, ...downloads.reverse().map((day) => file(addDays(day, -30), addDays(day, -1), day))];
}

/** Eighteen digits, as Amazon names its reports. */
function reportNumber(from: Day, downloaded: Day): string {
  return `${daysBetween('1970-01-01' as Day, downloaded)}${identifier(`report/${from}/${downloaded}`, '0123456789', 13)}`;
}

function orderReport(world: World, orders: readonly DemoOrder[], from: Day, to: Day, knownAt: number): Uint8Array {
  const first = world.axis.indexOf(from);
  const last = world.axis.indexOf(to);
  const rows = orders
    .filter((order) => order.day >= first && order.day <= last)
    .sort((a, b) => a.createdAt - b.createdAt)
    .flatMap((order) => orderRows(world, order, knownAt));
  return utf8(tsv([ORDER_HEADER, ...rows]));
}

interface Status {
  readonly text: 'Pending' | 'Unshipped' | 'Shipped' | 'Cancelled';
  readonly updatedAt: number;
}

function statusOf(order: DemoOrder, knownAt: number): Status {
  if (order.cancelledAt !== null && order.cancelledAt <= knownAt) return { text: 'Cancelled', updatedAt: order.cancelledAt };
  if (order.shippedAt !== null && order.shippedAt <= knownAt) return { text: 'Shipped', updatedAt: order.shippedAt };
  if (order.paidAt !== null && order.paidAt <= knownAt) return { text: 'Unshipped', updatedAt: order.paidAt };
  return { text: 'Pending', updatedAt: order.createdAt };
}

function orderRows(world: World, order: DemoOrder, knownAt: number): string[][] {
  const status = statusOf(order, knownAt);
  const isDelivery = order.deliveryId !== null;
  const lines = order.lines.filter((line) => !isDelivery || at(world.listings, line.listing).fulfilment === 'amazon');
  return lines.map((line, i) => (isDelivery ? deliveryRow(world, order, line, status) : saleRow(world, order, line, status, i)));
}

function saleRow(world: World, order: DemoOrder, line: DemoOrderLine, status: Status, position: number): string[] {
  const listing = at(world.listings, line.listing);
  const isCanada = order.store === 'ca';
  const place = placeOf(order.buyer, isCanada ? 'CA' : 'US');
  const isPriced = status.text === 'Shipped' || status.text === 'Unshipped';
  const amount = line.unitPriceMinor * line.quantity;
  const shipping = order.buyer % 7 === 0 && position === 0 ? SHIPPING_MINOR : 0;
  const priced = (minor: number) => (isPriced ? money(minor) : '');
  const ifAny = (minor: number) => (minor > 0 ? priced(minor) : '');
  const channel = isCanada ? 'Amazon.ca' : 'Amazon.com';
  return [
    ...head(order, order.id, '', status, listing.fulfilment === 'amazon' ? 'Amazon' : 'Merchant', channel),
    shipping > 0 ? 'Standard' : 'Expedited',
    ...item(world, listing, line, status),
    isPriced ? listing.currency : '',
    priced(amount),
    priced(Math.round((amount - line.discountMinor) * place.taxRatio)),
    ifAny(shipping),
    shipping > 0 ? priced(0) : '',
    '',
    '',
    ifAny(line.discountMinor),
    order.buyer % 14 === 0 ? ifAny(shipping) : '',
    ...address(place),
    line.discountMinor > 0 && isPriced ? `PAWS-V2-${identifier(`coupon/${listing.code}`, '0123456789', 10)}` : '',
    String(order.business),
    '',
    order.business ? 'Business Price' : '',
    'false',
  ];
}

function deliveryRow(world: World, order: DemoOrder, line: DemoOrderLine, status: Status): string[] {
  const listing = at(world.listings, line.listing);
  return [
    ...head(order, order.deliveryId ?? '', order.id, status, 'Amazon', 'Non-Amazon'),
    'Standard',
    ...item(world, listing, line, status),
    ...Array.from({ length: 9 }, () => ''),
    ...address(placeOf(order.buyer, 'US')),
    '',
    'false',
    '',
    '',
    'false',
  ];
}

function head(order: DemoOrder, id: string, merchantId: string, status: Status, fulfilment: string, channel: string): string[] {
  const stamp = (instant: number) => `${isoSeconds(instant)}+00:00`;
  return [id, merchantId, stamp(order.createdAt), stamp(status.updatedAt), status.text, fulfilment, channel, '', ''];
}

function item(world: World, listing: Listing, line: DemoOrderLine, status: Status): string[] {
  const title = listing.store === 'web' ? amazonTitle(world, listing) : listing.title;
  const isCancelled = status.text === 'Cancelled';
  return [title, listing.code, listing.asin, status.text, isCancelled ? '0' : String(line.quantity)];
}

/** A Shopify variant that Amazon delivers goes by its title there. */
function amazonTitle(world: World, listing: Listing): string {
  return world.listings.find((other) => other.store === 'us' && other.code === listing.code)?.title ?? listing.title;
}

function address(place: Place): string[] {
  return [place.city, place.state, place.postalCode, place.country];
}
