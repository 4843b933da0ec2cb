/**
 * A small Amazon shop (us, Los Angeles) as its exports, worked out by hand. Its morning is Saturday 21 November 2026, 6 a.m.
 *
 * | day | orders that count | sessions |
 * |---|---|---|
 * | Fri 21 Nov 2025, a year ago | 1: 60.00 | |
 * | Fri 23 Oct | 1: 10.00 | |
 * | Fri 30 Oct | 2: 20.00 + 20.00 | 40 |
 * | Fri  6 Nov | 2: 30.00 + 30.00 | 60 |
 * | Fri 13 Nov | 1: 500.00, an unusual day | |
 * | Thu 19 Nov | 1: 80.00 | |
 * | Fri 20 Nov | KETTLE 30.00; MUG × 2 for 36.00; MUG × 1 pending, no price; one cancelled | 100 |
 *
 * The usual Friday is 30 Oct and 6 Nov, the middle two of 10, 40, 60, 500: 50.00 of 2 orders, 50 sessions.
 * Ads of 20 November: 11.00 spent, 22.00 sold within 7 days of the click.
 */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from '../cli/testContext.js';

/** 6 a.m. of Saturday 21 November in Los Angeles. */
export const MORNING = '2026-11-21T14:00:00Z';
const DOWNLOADED = Date.parse('2026-11-21T13:00:00Z') / 1000;

/** Writes an export into the folder `in`, as if it had been downloaded at a time (epoch seconds). */
export function writeExport(context: TestContext, name: string, text: string, at = DOWNLOADED): void {
  const path = join(context.dir, 'in', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, at, at);
}

const ORDER_HEADER =
  'amazon-order-id purchase-date last-updated-date order-status sales-channel product-name sku asin item-status quantity currency item-price';

export interface TinyOrder {
  readonly id: string;
  readonly day: string;
  readonly sku: string;
  readonly quantity?: number;
  readonly price?: string;
  readonly status?: string;
}

/** An All Orders report; every order was placed at noon in Los Angeles (20:00 UTC in winter). */
export function ordersFile(orders: readonly TinyOrder[]): string {
  const rows = orders.map(({ id, day, sku, quantity = 1, price = '', status = 'Shipped' }) => {
    const at = `${day}T20:00:00+00:00`;
    return [id, at, at, status, 'Amazon.com', sku, sku, `B0${sku}`, status, quantity, price === '' ? '' : 'USD', price];
  });
  return [ORDER_HEADER.split(' '), ...rows].map((row) => `${row.join('\t')}\n`).join('');
}

export const ORDERS: readonly TinyOrder[] = [
  { id: '1', day: '2025-11-21', sku: 'KETTLE', price: '60.00' },
  { id: '2', day: '2026-10-23', sku: 'KETTLE', price: '10.00' },
  { id: '3', day: '2026-10-30', sku: 'KETTLE', price: '20.00' },
  { id: '4', day: '2026-10-30', sku: 'MUG', price: '20.00' },
  { id: '5', day: '2026-11-06', sku: 'KETTLE', price: '30.00' },
  { id: '6', day: '2026-11-06', sku: 'KETTLE', price: '30.00' },
  { id: '7', day: '2026-11-13', sku: 'KETTLE', price: '500.00' },
  { id: '8', day: '2026-11-19', sku: 'KETTLE', price: '80.00' },
  { id: '9', day: '2026-11-20', sku: 'KETTLE', price: '30.00' },
  { id: '10', day: '2026-11-20', sku: 'MUG', quantity: 2, price: '36.00' },
  { id: '11', day: '2026-11-20', sku: 'MUG', status: 'Pending' },
  { id: '12', day: '2026-11-20', sku: 'MUG', quantity: 0, status: 'Cancelled' },
];

export interface TrafficRow {
  readonly parent: string;
  readonly child: string;
  readonly sessions: number;
  readonly views: number;
  readonly buyBox: string;
  readonly units: number;
  readonly sales: string;
}

/** A Business Report by child item. */
export function trafficFile(rows: readonly TrafficRow[]): string {
  const header =
    '(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Page Views - Total,Featured Offer (Buy Box) Percentage,Units Ordered,Ordered Product Sales';
  const lines = rows.map((row) =>
    [row.parent, row.child, row.child, row.sessions, row.views, row.buyBox, row.units, `$${row.sales}`].join(','),
  );
  return `${[header, ...lines].join('\n')}\n`;
}

const KETTLE = { parent: 'B0PARENT1', child: 'B0KETTLE', buyBox: '97.00%' };

/** On the 20th the kettle stands under two parents: its sessions and views are said twice, its units and sales are shared. */
export const TRAFFIC: Readonly<Record<string, readonly TrafficRow[]>> = {
  '2026-10-30': [{ ...KETTLE, sessions: 40, views: 50, units: 2, sales: '40.00' }],
  '2026-11-06': [{ ...KETTLE, sessions: 60, views: 80, units: 2, sales: '60.00' }],
  '2026-11-20': [
    { ...KETTLE, sessions: 60, views: 70, buyBox: '40.00%', units: 1, sales: '30.00' },
    { ...KETTLE, parent: 'B0PARENT2', sessions: 60, views: 70, buyBox: '40.00%', units: 0, sales: '0.00' },
    { parent: 'B0PARENT1', child: 'B0MUG', sessions: 40, views: 50, buyBox: '99.00%', units: 3, sales: '54.00' },
  ],
};

export const ADS = `Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Spend,7 Day Total Sales ,7 Day Total Orders (#)
"Nov 20, 2026",All,USD,Kettles,One,kettle,EXACT,kettle,300,10,$8.00,$22.00,1
"Nov 20, 2026",All,USD,Kettles,One,kettle,EXACT,tea kettle,100,4,$3.00,$0.00,0
`;

/** Writes all of it. */
export function writeTinyShop(context: TestContext): void {
  writeExport(context, '1234567890.txt', ordersFile(ORDERS));
  for (const [day, rows] of Object.entries(TRAFFIC)) {
    writeExport(context, `BusinessReport ${day}..${day}.csv`, trafficFile(rows), DOWNLOADED + 60);
  }
  writeExport(context, 'Sponsored Products Search term report.csv', ADS, DOWNLOADED + 120);
}
