/**
 * A shop with ad reports that overlap, worked out by hand. Store us (Amazon.com, USD); listings KETTLE-17, MUG-4, TRAY-9, LID-3, CUP-2.
 *
 * October, one report of the month: ad group KETTLE-17, "electric kettle" 90 clicks, 8 orders, 200.00; "tea kettle" 10 clicks, none.
 * 31 October to 2 November by day: "electric kettle" 4 (1 order, 27.50), 6, 10 clicks (2 orders, 55.00). 31 October is in both.
 * So 1 October to 2 November are 90 + 6 + 10 = 106 clicks and 10 orders, 255.00, of "electric kettle", and 33 days.
 * Ad group "Mugs broad", of no SKU's name: "stoneware mugs" 20 clicks, 1 order, 11.50.
 */
import { run, type TestContext, testContext } from '../../cli/testContext.js';
import { importFiles, type ShopFile } from '../../products/tinyShop.js';

type Row = readonly (string | number)[];

const MEASURES = ['Impressions', 'Clicks', 'Spend', '7 Day Total Sales', '7 Day Total Orders (#)', '7 Day Total Units (#)'];
const TARGET = ['Portfolio name', 'Currency', 'Campaign Name', 'Ad Group Name', 'Targeting', 'Match Type', 'Customer Search Term'];

export function adReport(dates: readonly string[], rows: readonly Row[]): string {
  return `${[[...dates, ...TARGET, ...MEASURES], ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;
}

export function catalogue(rows: readonly (readonly [sku: string, title: string])[]): string {
  const cells = rows.map(([sku, title]) => [title, `L-${sku}`, sku, '20.00', '5', `B0${sku.replaceAll('-', '').padEnd(8, '0')}`, 'Active']);
  return `${[['item-name', 'listing-id', 'seller-sku', 'price', 'quantity', 'asin1', 'status'], ...cells].map((row) => row.join('\t')).join('\n')}\n`;
}

const KETTLE = ['', 'USD', 'SP | Kettles', 'KETTLE-17', 'electric kettle', 'EXACT'];
const MUGS = ['', 'USD', 'SP | Broad', 'Mugs broad', 'mugs', 'BROAD'];

export const TITLES: readonly (readonly [string, string])[] = [
  ['KETTLE-17', 'ACME Electric Kettle, 1.7 L, Black'],
  ['MUG-4', 'ACME Stoneware Mugs, Set of 4'],
  ['TRAY-9', 'ACME Bamboo Tray'],
  ['LID-3', 'ACME Glass Lid'],
  ['CUP-2', 'ACME Paper Cup'],
];

export const OVERLAPPING: readonly ShopFile[] = [
  { name: 'all-listings.txt', at: '2026-11-20T12:00:00Z', text: catalogue(TITLES) },
  {
    name: 'ads 2026-10-01..2026-10-31.csv',
    at: '2026-11-01T12:00:00Z',
    text: adReport(
      ['Start Date', 'End Date'],
      [
        ['Oct 2, 2026', 'Oct 31, 2026', ...KETTLE, 'Electric  Kettle', 900, 90, '45.00', '200.00', 8, 9],
        ['Oct 3, 2026', 'Oct 30, 2026', ...KETTLE, 'tea kettle', 100, 10, '5.00', '0.00', 0, 0],
        ['Oct 3, 2026', 'Oct 30, 2026', ...KETTLE, 'b0abcdef12', 100, 7, '5.00', '0.00', 0, 0],
        ['Oct 5, 2026', 'Oct 20, 2026', ...MUGS, 'stoneware mugs', 500, 20, '10.00', '11.50', 1, 1],
      ],
    ),
  },
  {
    name: 'ads-daily.csv',
    at: '2026-11-03T12:00:00Z',
    text: adReport(
      ['Date'],
      [
        ['Oct 31, 2026', ...KETTLE, 'electric kettle', 40, 4, '2.00', '27.50', 1, 1],
        ['Nov 1, 2026', ...KETTLE, 'electric kettle', 60, 6, '3.00', '0.00', 0, 0],
        ['Nov 2, 2026', ...KETTLE, 'electric kettle', 100, 10, '5.00', '55.00', 2, 2],
      ],
    ),
  },
];

export async function keywordShop(files: readonly ShopFile[] = OVERLAPPING): Promise<TestContext> {
  const context = testContext();
  await importFiles(context, files, '--store', 'us');
  return context;
}

export interface Json {
  readonly rows: readonly Record<string, unknown>[];
  readonly notes: readonly string[];
}

export async function asJson(context: TestContext, ...argv: string[]): Promise<Json> {
  const result = await run(context, ...argv, '--as-of', '2026-11-22', '--format', 'json');
  if (result.exitCode !== 0) throw new Error(result.err);
  return JSON.parse(result.out) as Json;
}
