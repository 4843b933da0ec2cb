/** Every file of the demo in its platform's dialect: header, encoding, line ends, and periods that leave no day out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/core/day.js';
import { SEARCH_TERM_HEADER } from '../../../src/shop/demo/amazonAds.js';
import { LISTING_HEADER } from '../../../src/shop/demo/amazonListings.js';
import { ORDER_HEADER } from '../../../src/shop/demo/amazonOrders.js';
import { REIMBURSEMENT_HEADER, RETURN_HEADER } from '../../../src/shop/demo/amazonReturns.js';
import { SETTLEMENT_HEADER } from '../../../src/shop/demo/amazonSettlements.js';
import { FBA_INVENTORY_HEADER, MANAGE_FBA_HEADER } from '../../../src/shop/demo/amazonStock.js';
import { TRAFFIC_HEADER } from '../../../src/shop/demo/amazonTraffic.js';
import { encoded, gbkLength, grouped, money, percent, tsv } from '../../../src/shop/demo/encode.js';
import { type DemoFile, type DemoShop, generateDemo } from '../../../src/shop/demo/index.js';
import { INVENTORY_HEADER } from '../../../src/shop/demo/shopifyInventory.js';
import { orderDownloads, SHOPIFY_ORDER_HEADER } from '../../../src/shop/demo/shopifyOrders.js';
import { PAYMENT_HEADER, PAYOUT_HEADER } from '../../../src/shop/demo/shopifyPayments.js';
import { PRODUCT_HEADER } from '../../../src/shop/demo/shopifyProducts.js';
import { ITEM_KEYS, ITEM_NAMES, TMALL_ORDER_HEADER } from '../../../src/shop/demo/tmallFiles.js';
import { SYCM_SHOP_HEADER } from '../../../src/shop/demo/tmallShop.js';
import { createWorld } from '../../../src/shop/demo/world.js';
import { decode, headerOf, readCsv, readSheet, readTsv } from './reading.js';

const LAST = '2026-02-28' as Day;
let demo: DemoShop;
let first: Day;
beforeAll(() => {
  demo = generateDemo({ seed: 1, lastDay: LAST });
  first = demo.truth.days[0] as Day;
});

const files = (pattern: RegExp) => demo.files.filter((file) => pattern.test(file.path));
const every = (pattern: RegExp, check: (file: DemoFile) => void, count: number) => {
  expect(files(pattern).length).toBe(count);
  for (const file of files(pattern)) check(file);
};
const tab = '\t';

describe('headers, encodings and line ends', () => {
  it('Amazon orders: 33 columns, unquoted tabs, UTF-8 without mark, LF', () => {
    expect(ORDER_HEADER.length).toBe(33);
    expect([ORDER_HEADER[0], ORDER_HEADER[16], ORDER_HEADER[31]]).toEqual(['amazon-order-id', 'item-price', 'price-designation']);
    for (const file of files(/^amazon\/\d{18}\.txt$/)) {
      expect(headerOf(file)).toBe(ORDER_HEADER.join(tab));
      expect(decode(file)).not.toContain('\r');
      expect(readTsv(file).length).toBeGreaterThan(50);
    }
  });

  it('Amazon listings and FBA stock: windows-1252, FBA rows without quantity', () => {
    every(
      /All Listings Report/,
      (file) => {
        expect(headerOf(file, 'windows-1252')).toBe(LISTING_HEADER.join(tab));
        expect(() => decode(file)).toThrow();
        for (const row of readTsv(file, 'windows-1252')) expect(row.quantity === '').toBe(row['fulfillment-channel'] === 'AMAZON_NA');
      },
      6,
    ); // prettier-ignore
    every(/Manage FBA/, (file) => expect(headerOf(file, 'windows-1252')).toBe(MANAGE_FBA_HEADER.join(tab)), 14);
    every(
      /FBA Inventory .*csv/,
      (file) => {
        expect(headerOf(file)).toBe(FBA_INVENTORY_HEADER.map((name) => `"${name}"`).join(','));
        expect(readCsv(file).length).toBeGreaterThan(50);
      },
      8,
    ); // prettier-ignore
  });

  it('Business Reports: byte order mark, US spelling, money and counts that need quotes', () => {
    for (const file of files(/BusinessReport/)) expect(headerOf(file)).toBe(`\uFEFF${TRAFFIC_HEADER.join(',')}`);
    expect(TRAFFIC_HEADER).toContain('Featured Offer (Buy Box) Percentage');
    const december = files(/^amazon\/BusinessReport 2025-12-01/)[0] as DemoFile;
    expect(readCsv(december).some((row) => /^\$\d,\d{3}\.\d\d$/.test(row['Ordered Product Sales'] ?? ''))).toBe(true);
    const canada = files(/^amazon\/ca\/BusinessReport 2025-12-01/)[0] as DemoFile;
    expect(readCsv(canada).every((row) => row['Ordered Product Sales']?.startsWith('CA$'))).toBe(true);
  });

  it('search terms: serial dates and fractions in workbooks, text in CSV', () => {
    every(
      /Sponsored.*xlsx/,
      (file) => {
        const rows = readSheet(file);
        expect(rows.length).toBeGreaterThan(200);
        for (const row of rows) {
          expect(row.Date).toBeGreaterThan(45_000);
          expect(row['Click-Thru Rate (CTR)']).toBe(Number(row.Clicks) / Number(row.Impressions));
          expect('Total Advertising Cost of Sales (ACOS) ' in row).toBe(row['7 Day Total Sales '] !== 0);
        }
      },
      9,
    ); // prettier-ignore
    for (const file of files(/Sponsored.*csv/)) {
      expect(headerOf(file)).toBe(SEARCH_TERM_HEADER.join(','));
      expect(readCsv(file).every((row) => /^[A-Z][a-z]{2} \d\d, 20\d\d$/.test(row.Date ?? '') && row.Spend?.startsWith('$'))).toBe(true);
    }
  });

  it('Shopify orders and stock: UTF-8 without mark, LF, the header of the admin', () => {
    expect(SHOPIFY_ORDER_HEADER.length).toBe(79);
    for (const file of files(/orders_export/)) expect(headerOf(file)).toBe(SHOPIFY_ORDER_HEADER.join(','));
    every(/inventory_export/, (file) => expect(headerOf(file)).toBe(INVENTORY_HEADER.join(',')), 8);
    every(/products_export/, (file) => expect(headerOf(file)).toBe(PRODUCT_HEADER.join(',')), 2);
  });

  it('Shopify products: 45 handles, 110 variants, image rows, missing and shared SKUs, a German label, market prices', () => {
    const rows = readCsv(files(/products_export_2026-03-01/)[0] as DemoFile);
    const variants = rows.filter((row) => row['Variant Price'] !== '');
    expect(new Set(rows.map((row) => row.Handle)).size).toBe(45);
    expect(variants.length).toBe(110);
    expect(rows.length).toBeGreaterThan(150);
    const skus = variants.map((row) => row['Variant SKU'] ?? '');
    expect(skus.filter((sku) => sku === '').length).toBe(10);
    expect(skus.filter((sku) => sku === 'TIMER-4').length).toBe(2);
    expect(Object.keys(rows[0] ?? {})).toContain('Farbe (product.metafields.shopify.color-pattern)');
    expect(variants.every((row) => Number(row['Price / Canada']) > Number(row['Variant Price']))).toBe(true);
    expect(new Set(variants.map((row) => [row.Handle, row['Option1 Value'], row['Option2 Value']].join('/'))).size).toBe(110);
  });

  it('Amazon settlements: unquoted tabs, LF, the total on a row of its own; returns and reimbursements', () => {
    every(
      /^amazon\/2\d{10}\.txt$/,
      (file) => {
        const [header = '', first = '', ...rows] = decode(file, 'utf-8').trimEnd().split('\n');
        expect(header).toBe(SETTLEMENT_HEADER.join(tab));
        const cells = (row: string) => Object.fromEntries(row.split(tab).map((cell, i) => [SETTLEMENT_HEADER[i], cell]));
        expect(cells(first)['amount-type']).toBe('');
        expect(rows.every((row) => cells(row)['total-amount'] === '' && /^-?\d+\.\d\d$/.test(cells(row).amount ?? ''))).toBe(true);
        expect(cells(rows[0] as string)['amount-description']).toBe('Previous Reserve Amount Balance');
        expect(cells(rows.at(-1) as string)['amount-description']).toBe('Current Reserve Amount');
      },
      12,
    );
    const text = files(/^amazon\/2\d{10}\.txt$/)
      .map((file) => decode(file, 'utf-8'))
      .join('');
    for (const name of [
      'Commission',
      'RefundCommission',
      'FBAPerUnitFulfillmentFee',
      'Storage Fee',
      'WAREHOUSE_LOST',
      'Inbound Pallet Recount',
    ]) {
      expect(text).toContain(`${tab}${name}${tab}`);
    }
    for (const file of files(/FBA returns/)) expect(headerOf(file)).toBe(RETURN_HEADER.join(tab));
    for (const file of files(/FBA reimbursements/)) expect(headerOf(file)).toBe(REIMBURSEMENT_HEADER.join(tab));
  });

  it('Shopify payments: UTF-8, LF; Tmall: the shop by day in GBK, reviews with byte order mark and without writers', () => {
    for (const file of files(/payment_transactions/)) expect(headerOf(file)).toBe(PAYMENT_HEADER.join(','));
    every(/payouts_export/, (file) => expect(headerOf(file)).toBe(PAYOUT_HEADER.join(',')), 1);
    for (const file of files(/生意参谋/)) expect(headerOf(file, 'gb18030')).toBe(SYCM_SHOP_HEADER.join(','));
    every(/评价/, (file) => expect(headerOf(file).replace('\uFEFF', '')).toBe('评论ID,评价时间,商品ID,SKU,评分,初评内容,有图片'), 1);
  });

  it('Tmall items: UTF-16LE with mark, three header rows of equal length; orders: GBK with CRLF', () => {
    every(
      /item_package/,
      (file) => {
        const lines = decode(file, 'utf-16le').split('\r\n');
        expect(lines[0]).toBe('\uFEFFversion 1.00');
        expect([lines[1], lines[2]]).toEqual([ITEM_KEYS.join(tab), ITEM_NAMES.join(tab)]);
        expect([ITEM_KEYS.length, ITEM_KEYS.indexOf('outer_id')]).toEqual([ITEM_NAMES.length, ITEM_NAMES.indexOf('商家编码')]);
        expect(lines.length).toBe(34);
        for (const line of lines.slice(3, -1)) expect(line.split(tab).length).toBe(lines[1]?.split(tab).length);
      },
      2,
    ); // prettier-ignore
    for (const file of files(/ExportItemlList/)) {
      const text = decode(file, 'gb18030');
      expect(headerOf(file, 'gb18030')).toBe(TMALL_ORDER_HEADER.join(','));
      expect(text).not.toMatch(/[^\r]\n/);
      expect(text).not.toContain('?');
    }
  });
});

describe('periods', () => {
  const tiles = (pattern: RegExp) => files(pattern).map((file) => /(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)/.exec(file.path) ?? []);

  it('Business Reports tile the 18 months without gap or overlap, 60 of them single days', () => {
    for (const pattern of [/^amazon\/BusinessReport/, /^amazon\/ca\/BusinessReport/]) {
      let next = first;
      for (const [, from, to] of tiles(pattern)) {
        expect(from).toBe(next);
        next = addDays(to as Day, 1);
      }
      expect(next).toBe('2026-03-01');
    }
    expect(tiles(/^amazon\/BusinessReport/).filter(([, from, to]) => from === to).length).toBe(60);
  });

  it('order files hold orders of every day in every shop', () => {
    const days = (store: string) => new Set(demo.truth.orders.filter((order) => order.store === store).map((order) => order.day));
    for (const store of ['us', 'web', 'tmall']) expect(days(store).size).toBe(demo.truth.days.length);
    const covered = new Set<string>();
    for (const [, from, to] of tiles(/shopify\/orders_export/))
      for (let d = from as Day; d <= (to as Day); d = addDays(d, 1)) covered.add(d);
    expect([...covered].sort()).toEqual(demo.truth.days);
  });

  it('no file is younger than the morning after the last day, and later downloads of a shop are younger', () => {
    const morning = Date.parse('2026-03-01T14:00:00Z') / 1000;
    expect(Math.max(...demo.files.map((file) => file.downloadedAt))).toBe(morning);
    const quarters = files(/orders_export/).map((file) => file.downloadedAt);
    expect(quarters.at(-1)).toBe(morning);
    expect(quarters).toEqual([...quarters].sort((a, b) => a - b));
    const stockOf = files(/inventory_export_2026-02-22/)[0];
    expect(stockOf?.downloadedAt).toBe(Date.parse('2026-02-22T14:00:00Z') / 1000);
  });

  it('order downloads by quarter leave no day out, whatever the last day', () => {
    for (let last = '2026-09-25' as Day; last <= '2026-11-20'; last = addDays(last, 1)) {
      const start = '2025-05-21' as Day;
      let covered = addDays(start, -1);
      for (const { from, to, on } of orderDownloads(start, last)) {
        expect(from <= addDays(covered, 1)).toBe(true);
        expect(from <= to && to < on && on <= addDays(last, 1)).toBe(true);
        if (to > covered) covered = to;
      }
      expect(covered).toBe(last);
    }
  });

  it.each([
    [1, '2026-07-04'],
    [2, '2028-02-29'],
    [3, '2027-01-01'],
  ])('any day can be the last: seed %i, %s', (seed, last) => {
    const { axis, truth } = createWorld(seed, last as Day);
    expect(axis.last).toBe(last);
    expect(axis.count).toBeGreaterThanOrEqual(546);
    expect(axis.count).toBeLessThanOrEqual(550);
    expect(truth.listings.every((l) => l.daily.expectedDemand.every((units) => units >= 0))).toBe(true);
  });
});

describe('cells', () => {
  it('are written as the platforms write them', () => {
    expect(() => money(1.5)).toThrow('1.5');
    expect([money(5), money(123456), money(-80)]).toEqual(['0.05', '1234.56', '-0.80']);
    expect([grouped(1234567.891, 2), grouped(999, 0), grouped(12345.6789, 4)]).toEqual(['1,234,567.89', '999', '12,345.6789']);
    expect([percent(1, 16), percent(0, 0), percent(15, 1)]).toEqual(['6.25%', '0.00%', '1,500.00%']);
  });

  it('refuse what their encoding or dialect cannot hold, instead of writing a question mark', () => {
    expect(() => encoded('茶壶', 'windows-1252')).toThrow('windows-1252');
    expect(() => encoded('茶😀', 'gbk')).toThrow('😀');
    expect(() => tsv([['a\tb']])).toThrow('A tab');
    expect(gbkLength('茶 a')).toBe(4);
  });
});
