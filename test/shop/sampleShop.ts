/**
 * A small shop in files, worked out by hand.
 *
 * Amazon orders (store us, Los Angeles), first export:
 *   A-1  2026-11-19 20:00 UTC = 19 Nov   KETTLE-17 × 2, 55.00          shipped
 *   A-2  2026-11-20 05:30 UTC = 19 Nov   MUG-4 × 1, 11.50; LID-1 × 1, 3.00 (this line cancelled)
 *   A-3  2026-11-20 18:00 UTC = 20 Nov   MUG-4 × 3, 34.50              cancelled
 * The second export, a day newer: A-2 again with MUG-4 × 2, 23.00; A-4 on 20 Nov, KETTLE-17 × 1, 27.50.
 * Shopify orders (store shopify, EUR): #1001 of jane@example.com, 2 × 10.00; #1002 of bob@example.com, 1 × 10.00.
 */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestContext } from '../cli/testContext.js';

const AMAZON_HEADER = [
  'amazon-order-id',
  'purchase-date',
  'last-updated-date',
  'order-status',
  'fulfillment-channel',
  'sales-channel',
  'product-name',
  'sku',
  'asin',
  'item-status',
  'quantity',
  'currency',
  'item-price',
  'ship-city',
];

/** [order, ordered at, updated at, status, sku, line status, quantity, price] */
export type AmazonLine = readonly [string, string, string, string, string, string, number, string];

export function amazonOrders(lines: readonly AmazonLine[], channel = 'Amazon.com'): string {
  const rows = lines.map(([order, at, updated, status, sku, lineStatus, quantity, price]) =>
    [
      order,
      at,
      updated,
      status,
      'Merchant',
      channel,
      `Title of ${sku}`,
      sku,
      `B0${sku}`,
      lineStatus,
      quantity,
      'USD',
      price,
      'SEATTLE',
    ].join('\t'),
  );
  return `${[AMAZON_HEADER.join('\t'), ...rows].join('\n')}\n`;
}

export const FIRST_ORDERS = amazonOrders([
  ['A-1', '2026-11-19T20:00:00Z', '2026-11-19T21:00:00Z', 'Shipped', 'KETTLE-17', 'Shipped', 2, '55.00'],
  ['A-2', '2026-11-20T05:30:00Z', '2026-11-20T06:00:00Z', 'Shipped', 'MUG-4', 'Shipped', 1, '11.50'],
  ['A-2', '2026-11-20T05:30:00Z', '2026-11-20T06:00:00Z', 'Shipped', 'LID-1', 'Cancelled', 1, '3.00'],
  ['A-3', '2026-11-20T18:00:00Z', '2026-11-20T19:00:00Z', 'Cancelled', 'MUG-4', 'Cancelled', 3, '34.50'],
]);

export const SECOND_ORDERS = amazonOrders([
  ['A-2', '2026-11-20T05:30:00Z', '2026-11-21T06:00:00Z', 'Shipped', 'MUG-4', 'Shipped', 2, '23.00'],
  ['A-4', '2026-11-20T20:00:00Z', '2026-11-21T07:00:00Z', 'Shipped', 'KETTLE-17', 'Shipped', 1, '27.50'],
]);

export const SHOPIFY_ORDERS = `Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name
#1001,Jane@Example.com,paid,2026-11-20 10:00:00 +0100,EUR,20.00,0.00,3.19,20.00,0.00,2026-11-20 10:00:00 +0100,1,Mug,10.00,MUG-4,Jane Doe
#1001,,,,,,,,,,2026-11-20 10:00:00 +0100,1,Lid,10.00,LID-1,
#1002,bob@example.com,paid,2026-11-20 11:00:00 +0100,EUR,10.00,0.00,1.60,10.00,0.00,2026-11-20 11:00:00 +0100,1,Mug,10.00,MUG-4,Bob Roe
`;

export const LISTINGS = `sku\tasin\tprice\tquantity
KETTLE-17\tB0KETTLE-1\t27.50\t40
MUG-4\tB0MUG-4000\t11.50\t231
`;

/** Writes files into the folder of a test; each is a day newer than the one before, the first of 20 November 2026, 06:00 UTC. */
export function writeFiles(context: TestContext, files: Readonly<Record<string, string>>): void {
  Object.entries(files).forEach(([name, content], at) => {
    const path = join(context.dir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    const time = Date.parse('2026-11-20T06:00:00Z') / 1000 + at * 86_400;
    utimesSync(path, time, time);
  });
}
