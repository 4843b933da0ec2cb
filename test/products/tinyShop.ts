/**
 * A small shop whose figures are worked out by hand, in files as the platforms write them. All questions are asked on the morning
 * of 22 November 2026, so the 30 finished days are 23 October to 21 November.
 *
 * Store us (Amazon.com, Los Angeles, USD). Order lines that count in the 30 days:
 *
 * | SKU | units | sales | |
 * |---|---|---|---|
 * | KETTLE-17 | 2 + 3 + 4 + 1 = 10 | 275.00 | 5 more on 22 October are a day too early, 2 on 15 November were cancelled |
 * | MUG-4 | 6 + 6 = 12 | 138.00 | |
 * | TRAY-M | 1 | – | not paid yet, so without a price |
 * | GHOST-9 | 1 | 9.00 | in no catalogue |
 *
 * Stock: KETTLE-17 40 and LID-1 5 in the seller's own warehouse (21 November). MUG-4 at FBA: 0 on 7 and on 14 November, 40 on
 * 20 November, 38 on 22 November (with 2 for orders, 3 under way between warehouses, 1 damaged: 44 on hand; 10 inbound).
 * So 7 to 13 November are known to be without stock, and 14 to 19 November are not: nobody saw when the 40 came.
 *
 * Store web (Shopify, no orders imported): a mug set in two colours, 10 and 4 pieces, cost 5.40 and unknown.
 */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';

export const MORNING = '2026-11-22';

export interface ShopFile {
  readonly name: string;
  /** When it was downloaded; decides how new its content is. */
  readonly at: string;
  readonly text: string;
}

/** [day, order, status, SKU, title, quantity, price] */
type Line = readonly [string, string, string, string, string, number, string];

const ORDER_HEADER =
  'amazon-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel product-name sku asin item-status quantity currency item-price';

const LINES: readonly Line[] = [
  ['2026-10-20', 'A-0', 'Shipped', 'MUG-4', 'Mugs', 1, '11.50'],
  ['2026-10-22', 'A-1', 'Shipped', 'KETTLE-17', 'Kettle', 5, '137.50'],
  ['2026-10-23', 'A-2', 'Shipped', 'KETTLE-17', 'Kettle', 2, '55.00'],
  ['2026-11-01', 'A-3', 'Shipped', 'KETTLE-17', 'Kettle', 3, '82.50'],
  ['2026-11-02', 'A-4', 'Shipped', 'MUG-4', 'Mugs', 6, '69.00'],
  ['2026-11-05', 'A-5', 'Shipped', 'MUG-4', 'Mugs', 6, '69.00'],
  ['2026-11-10', 'A-6', 'Shipped', 'KETTLE-17', 'Kettle', 4, '110.00'],
  ['2026-11-12', 'A-7', 'Shipped', 'GHOST-9', 'Ghost candle', 1, '9.00'],
  ['2026-11-15', 'A-8', 'Cancelled', 'KETTLE-17', 'Kettle', 2, '55.00'],
  ['2026-11-20', 'A-9', 'Pending', 'TRAY-M', 'Tray', 1, ''],
  ['2026-11-21', 'A-10', 'Shipped', 'KETTLE-17', 'Kettle', 1, '27.50'],
];

/** Orders are placed at noon in Los Angeles: the day is the same in every reading. */
function orders(lines: readonly Line[]): string {
  const rows = lines.map(([day, order, status, sku, title, quantity, price]) => {
    const at = `${day}T20:00:00+00:00`;
    return [order, at, at, status, 'Amazon', 'Amazon.com', title, sku, `B0${sku}`, status, quantity, price === '' ? '' : 'USD', price].join(
      '\t',
    );
  });
  return `${[ORDER_HEADER.split(' ').join('\t'), ...rows].join('\n')}\n`;
}

export const LONG_TITLE = 'Bamboo Serving Tray, Medium, with Handles, for Breakfast in Bed, Coffee Table, Tea and Drinks';

/** [SKU, title, price, quantity, status] */
function listings(rows: readonly (readonly [string, string, string, string, string])[]): string {
  const cells = rows.map(([sku, title, price, quantity, status]) => [
    title,
    `L-${sku}`,
    sku,
    price,
    quantity,
    `B0${sku.replace('-', '').padEnd(8, '0')}`,
    status,
  ]);
  const header = ['item-name', 'listing-id', 'seller-sku', 'price', 'quantity', 'asin1', 'status'];
  return `${[header, ...cells].map((row) => row.join('\t')).join('\n')}\n`;
}

function fba(day: string, available: number, reserved: number, committed: number, unsellable: number, inbound: number): string {
  return `"snapshot-date","sku","asin","product-name","available","Total Reserved Quantity","Reserved Customer Order","unfulfillable-quantity","inbound-quantity","marketplace"
"${day}","MUG-4","B0MUG40000","Stoneware Mugs, Set of 4","${available}","${reserved}","${committed}","${unsellable}","${inbound}","US"
`;
}

const TRAFFIC_HEADER =
  '(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Page Views - Total,Featured Offer (Buy Box) Percentage,Units Ordered,Ordered Product Sales,Total Order Items';

const PRODUCTS = `Handle,Title,Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price,Cost per item,Status
mug-set,Stoneware Mugs,ACME,Mugs,true,Color,Blue,MUG-4,shopify,10,32.00,36.00,5.40,active
mug-set,,,,,,Sand,,shopify,4,32.00,,,
`;

const ORDERS: ShopFile = { name: 'orders.txt', at: '2026-11-22T05:00:00Z', text: orders(LINES) };
const WEB: ShopFile = { name: 'products_export.csv', at: '2026-11-21T12:00:00Z', text: PRODUCTS };

/** What Amazon's store has besides orders. Ads are left to the tests of bids. */
const US: readonly ShopFile[] = [
  {
    name: 'all-listings-october.txt',
    at: '2026-10-20T12:00:00Z',
    text: listings([
      ['KETTLE-17', 'Electric Kettle', '29.90', '51', 'Active'],
      ['LID-1', 'Lid', '3.00', '5', 'Active'],
      ['MUG-4', 'Stoneware Mugs, Set of 4', '11.50', '', 'Active'],
      ['TRAY-M', LONG_TITLE, '22.90', '', 'Active'],
    ]),
  },
  { name: 'fba-1.csv', at: '2026-11-07T12:00:00Z', text: fba('2026-11-07', 0, 0, 0, 0, 0) },
  { name: 'fba-2.csv', at: '2026-11-14T12:00:00Z', text: fba('2026-11-14', 0, 0, 0, 0, 40) },
  { name: 'fba-3.csv', at: '2026-11-20T12:00:00Z', text: fba('2026-11-20', 40, 0, 0, 0, 0) },
  {
    name: 'all-listings.txt',
    at: '2026-11-21T12:00:00Z',
    text: listings([
      ['KETTLE-17', 'ACME Electric Kettle, 1.7 L', '27.50', '40', 'Active'],
      ['LID-1', 'Lid', '3.00', '5', 'Inactive'],
      ['MUG-4', 'Stoneware Mugs, Set of 4', '11.50', '', 'Active'],
      ['TRAY-M', LONG_TITLE, '22.90', '', 'Active'],
    ]),
  },
  {
    name: 'BusinessReport 2026-10-23..2026-11-20.csv',
    at: '2026-11-21T12:00:00Z',
    text: `${TRAFFIC_HEADER}\nB0KETTLE17,B0KETTLE17,Kettle,290,380,50.00%,9,$247.50,9\n`,
  },
  {
    name: 'BusinessReport 2026-11-21..2026-11-21.csv',
    at: '2026-11-22T04:00:00Z',
    text: `${TRAFFIC_HEADER}\nB0KETTLE17,B0KETTLE17,Kettle,10,20,100.00%,1,$27.50,1\n`,
  },
  { name: 'fba-4.csv', at: '2026-11-22T12:00:00Z', text: fba('2026-11-22', 38, 5, 2, 1, 10) },
];

/** Writes files into the folder of a test, each as old as it says, and imports them one by one. */
export async function importFiles(context: TestContext, files: readonly ShopFile[], ...options: string[]): Promise<void> {
  for (const { name, at, text } of files) {
    const path = join(context.dir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    utimesSync(path, Date.parse(at) / 1000, Date.parse(at) / 1000);
    const result = await run(context, 'import', name, ...options);
    expect(result.exitCode, `${name}: ${result.out}${result.err}`).toBe(0);
  }
}

/** The shop in a database of its own. */
export async function tinyShop(): Promise<TestContext> {
  const context = testContext();
  // Orders name their marketplace; the other files must be told whose they are.
  await importFiles(context, [ORDERS]);
  await importFiles(context, US, '--store', 'us');
  await importFiles(context, [WEB], '--store', 'web');
  const edited = await run(context, 'store', 'edit', 'web', '--currency', 'USD');
  expect(edited.exitCode, edited.err).toBe(0);
  context.clear();
  return context;
}
