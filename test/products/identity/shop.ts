/**
 * A seller on two channels, small enough to be worked out by hand. Asked on the morning of 22 November 2026; the 30 finished days are
 * 23 October to 21 November.
 *
 * | us (Amazon.com, USD) | GTIN | units | web (Shopify) | SKU | GTIN | |
 * |---|---|---|---|---|---|---|
 * | KETTLE-17 | A | 2 | kettle | KETTLE-17 | A | the same SKU and GTIN |
 * | MUG-4 | | | mug | mug-4 | | SKUs that differ in case only |
 * | FILTER-3PK | | 4 | filter | FILTER | | three of it and one, which nobody can know |
 * | LAMP-FBA, LAMP-FBM | B | 0, 5 | lamp | LMP | B, as a UPC | two listings with one GTIN |
 * | CANDLE | | | candle/White, candle/Rose | CANDLE | | two listings with one SKU |
 * | SOAP | C, misspelt | 1 | tea | – | | |
 * | VASE-US | C | | vase | VASE | C | joined by GTIN only |
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { run, type TestContext, testContext } from '../../cli/testContext.js';
import { importFiles, MORNING } from '../tinyShop.js';

export { MORNING };

const ORDER_HEADER =
  'amazon-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel product-name sku asin item-status quantity currency item-price';

const ORDERS: readonly (readonly [day: string, sku: string, quantity: number, price: string])[] = [
  ['2026-10-20', 'TRAY', 1, '20.00'],
  ['2026-10-25', 'KETTLE-17', 2, '55.00'],
  ['2026-11-01', 'LAMP-FBM', 5, '100.00'],
  ['2026-11-10', 'SOAP', 1, '4.00'],
  ['2026-11-21', 'FILTER-3PK', 4, '36.00'],
];

function orders(): string {
  const rows = ORDERS.map(([day, sku, quantity, price], at) => {
    const placed = `${day}T20:00:00+00:00`;
    return [`A-${at}`, placed, placed, 'Shipped', 'Amazon', 'Amazon.com', sku, sku, `B0${sku}`, 'Shipped', quantity, 'USD', price].join(
      '\t',
    );
  });
  return `${[ORDER_HEADER.split(' ').join('\t'), ...rows].join('\n')}\n`;
}

const US: readonly (readonly [sku: string, title: string, gtin: string])[] = [
  ['CANDLE', 'Scented Candle', ''],
  ['FILTER-3PK', 'Paper Filters, 3 Packs', ''],
  ['KETTLE-17', 'Electric Kettle 1.7 L', '4006381333931'],
  ['LAMP-FBA', 'Desk Lamp', '0036000291452'],
  ['LAMP-FBM', 'Desk Lamp', '0036000291452'],
  ['MUG-4', 'Stoneware Mugs, Set of 4', ''],
  ['SOAP', 'Olive Soap', '9783161484101'],
  ['VASE-US', 'Glass Vase', '9783161484100'],
];

function listings(): string {
  const header = ['item-name', 'listing-id', 'seller-sku', 'price', 'quantity', 'asin1', 'product-id', 'product-id-type', 'status'];
  const rows = US.map(([sku, title, gtin]) => {
    const asin = `B0${sku.replace('-', '').padEnd(8, '0').slice(0, 8)}`;
    return [title, `L-${sku}`, sku, '10.00', '5', asin, gtin || asin, gtin === '' ? '1' : '4', 'Active'];
  });
  return `${[header, ...rows].map((row) => row.join('\t')).join('\n')}\n`;
}

export const PRODUCTS = `Handle,Title,Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Barcode,Status
kettle,Kettle,ACME,Kettles,true,Title,Default Title,KETTLE-17,30.00,4006381333931,active
mug,Mugs,ACME,Mugs,true,Title,Default Title,mug-4,32.00,,active
filter,Paper filter,ACME,Filters,true,Title,Default Title,FILTER,4.00,,active
lamp,Lamp,ACME,Lamps,true,Title,Default Title,LMP,22.00,036000291452,active
candle,Candle,ACME,Candles,true,Colour,White,CANDLE,9.00,,active
candle,,,,,,Rose,CANDLE,9.00,,
tea,Tea,ACME,Tea,true,Title,Default Title,,6.00,,active
vase,Vase,ACME,Vases,true,Title,Default Title,VASE,19.00,9783161484100,active
`;

/** The shop's database, made once and copied for each test. */
let made: { readonly file: Buffer; readonly key: Buffer } | null = null;

/** The shop in a database of its own. */
export async function twoChannels(): Promise<TestContext> {
  const context = testContext();
  const file = context.env.ECO_DB as string;
  if (made === null) {
    await importFiles(context, [{ name: 'orders.txt', at: '2026-11-22T05:00:00Z', text: orders() }]);
    await importFiles(context, [{ name: 'all-listings.txt', at: '2026-11-21T12:00:00Z', text: listings() }], '--store', 'us');
    await importFiles(context, [{ name: 'products_export.csv', at: '2026-11-21T12:00:00Z', text: PRODUCTS }], '--store', 'web');
    await run(context, 'store', 'edit', 'web', '--currency', 'USD');
    context.clear();
    made = { file: readFileSync(file), key: readFileSync(`${file}.key`) };
  } else {
    writeFileSync(file, made.file);
    writeFileSync(`${file}.key`, made.key);
  }
  return context;
}
