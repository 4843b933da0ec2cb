/**
 * Amazon's Business Report "Detail Page Sales and Traffic by Child Item": UTF-8 with byte order mark, LF, no dates inside
 * and no totals; the period is in the file's name. Amazon.com: a file a day for the last 60 days, a file a month before;
 * Amazon.ca: a file a month. Orders that were cancelled later count as ordered. Page views are 1.35 of sessions, 4 % of
 * sessions are business customers' (rounded down): these two are not drawn.
 */
import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';
import { titleOn } from './amazonListings.js';
import { monthsOf } from './days.js';
import { type DemoFile, demoFile } from './demoFile.js';
import { csv, grouped, percent, utf8 } from './encode.js';
import { at } from './rng.js';
import type { World } from './world.js';

export const TRAFFIC_HEADER =
  '(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Sessions - Total - B2B,Session Percentage - Total,Session Percentage - Total - B2B,Page Views - Total,Page Views - Total - B2B,Page Views Percentage - Total,Page Views Percentage - Total - B2B,Featured Offer (Buy Box) Percentage,Featured Offer (Buy Box) Percentage - B2B,Units Ordered,Units Ordered - B2B,Unit Session Percentage,Unit Session Percentage - B2B,Ordered Product Sales,Ordered Product Sales - B2B,Total Order Items,Total Order Items - B2B'.split(
    ',',
  );

const DAILY_FILES = 60;

export function amazonTrafficFiles(world: World): DemoFile[] {
  const { axis } = world;
  const firstDaily = addDays(axis.last, 1 - DAILY_FILES);
  const days = axis.days.slice(-DAILY_FILES).map((day) => ({ from: day, to: day }));
  const us = [...monthsOf(axis.first, addDays(firstDaily, -1)), ...days];
  const sales = salesOf(world);
  const file = (store: 'us' | 'ca', folder: string) => (period: { from: Day; to: Day }) =>
    demoFile(
      `${folder}/BusinessReport ${period.from}..${period.to}.csv`,
      trafficReport(world, sales, store, axis.indexOf(period.from), axis.indexOf(period.to)),
      store,
      addDays(period.to, 1),
    );
  return [...us.map(file('us', 'amazon')), ...monthsOf(axis.first, axis.last).map(file('ca', 'amazon/ca'))];
}

interface Sales {
  units: number;
  amountMinor: number;
  items: number;
  businessUnits: number;
  businessAmountMinor: number;
  businessItems: number;
}

/** What was ordered of each listing on each day, cancelled or not. */
function salesOf(world: World): Map<string, Sales> {
  const sales = new Map<string, Sales>();
  for (const order of world.truth.orders) {
    if (order.store !== 'us' && order.store !== 'ca') continue;
    for (const line of order.lines) {
      const key = `${line.listing}/${order.day}`;
      const entry = sales.get(key) ?? { units: 0, amountMinor: 0, items: 0, businessUnits: 0, businessAmountMinor: 0, businessItems: 0 };
      const amount = line.unitPriceMinor * line.quantity;
      entry.units += line.quantity;
      entry.amountMinor += amount;
      entry.items += 1;
      if (order.business) {
        entry.businessUnits += line.quantity;
        entry.businessAmountMinor += amount;
        entry.businessItems += 1;
      }
      sales.set(key, entry);
    }
  }
  return sales;
}

interface Totals extends Sales {
  readonly listing: number;
  readonly sessions: number;
  readonly businessSessions: number;
  readonly pageViews: number;
  readonly businessPageViews: number;
  readonly buyBox: number;
}

function trafficReport(world: World, sales: ReadonlyMap<string, Sales>, store: 'us' | 'ca', from: number, to: number): Uint8Array {
  const totals = world.listings
    .filter((listing) => listing.store === store)
    .map((listing) => totalsOf(world, sales, listing.index, from, to))
    .filter((row) => row.sessions > 0 || row.units > 0);
  const sum = (pick: (row: Totals) => number) => totals.reduce((total, row) => total + pick(row), 0);
  const shop = {
    sessions: sum((row) => row.sessions),
    businessSessions: sum((row) => row.businessSessions),
    pageViews: sum((row) => row.pageViews),
    businessPageViews: sum((row) => row.businessPageViews),
  };
  const rows = totals.sort((a, b) => b.sessions - a.sessions || a.listing - b.listing).map((row) => trafficRow(world, row, shop, to));
  return utf8(csv([TRAFFIC_HEADER, ...rows]), { bom: true });
}

function totalsOf(world: World, sales: ReadonlyMap<string, Sales>, listing: number, from: number, to: number): Totals {
  const { daily } = at(world.truth.listings, listing);
  const total = { units: 0, amountMinor: 0, items: 0, businessUnits: 0, businessAmountMinor: 0, businessItems: 0 };
  let sessions = 0;
  let boxes = 0;
  for (let t = from; t <= to; t += 1) {
    const visits = at(daily.sessions, t);
    sessions += visits;
    boxes += visits * at(daily.buyBoxRatio, t);
    const day = sales.get(`${listing}/${t}`);
    if (!day) continue;
    total.units += day.units;
    total.amountMinor += day.amountMinor;
    total.items += day.items;
    total.businessUnits += day.businessUnits;
    total.businessAmountMinor += day.businessAmountMinor;
    total.businessItems += day.businessItems;
  }
  const businessSessions = Math.floor(sessions * 0.04);
  const pageViews = Math.round(sessions * 1.35);
  return {
    ...total,
    listing,
    sessions,
    businessSessions,
    pageViews,
    businessPageViews: Math.round(businessSessions * 1.35),
    buyBox: boxes,
  };
}

type Shop = Pick<Totals, 'sessions' | 'businessSessions' | 'pageViews' | 'businessPageViews'>;

function trafficRow(world: World, row: Totals, shop: Shop, to: number): string[] {
  const listing = at(world.listings, row.listing);
  const siblings = world.listings.filter((other) => other.store === listing.store && other.family === listing.family);
  const parent = siblings.length > 1 ? at(siblings, 0).asin : listing.asin;
  const sign = listing.store === 'ca' ? 'CA$' : '$';
  const amount = (minor: number) => `${sign}${grouped(minor / 100, 2)}`;
  return [
    parent,
    listing.asin,
    titleOn(world, listing, to),
    ...[row.sessions, row.businessSessions].map((count) => grouped(count, 0)),
    percent(row.sessions, shop.sessions),
    percent(row.businessSessions, shop.businessSessions),
    ...[row.pageViews, row.businessPageViews].map((count) => grouped(count, 0)),
    percent(row.pageViews, shop.pageViews),
    percent(row.businessPageViews, shop.businessPageViews),
    percent(row.buyBox, row.sessions),
    row.businessSessions > 0 ? percent(row.buyBox, row.sessions) : '0.00%',
    ...[row.units, row.businessUnits].map((count) => grouped(count, 0)),
    percent(row.units, row.sessions),
    percent(row.businessUnits, row.businessSessions),
    amount(row.amountMinor),
    amount(row.businessAmountMinor),
    ...[row.items, row.businessItems].map((count) => grouped(count, 0)),
  ];
}
