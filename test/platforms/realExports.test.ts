/**
 * Real exports that lie beside the repository (never in it): every row is accounted for, and the sums of the columns that matter
 * are those of an independent count: csv-parse or the workbook library, the column by its own header, and plain arithmetic.
 * Without the folder the tests are skipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/core/fields.js';
import { openSource } from '../../src/importing/source.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
import { type ReadExport, readExport } from './readExport.js';

const ROOT = '../shared/exports';

/** What the file holds besides its header. `sums`: field → [header in the file, how many of our units make one of the file's]. */
interface Expected {
  readonly format: string;
  readonly rows: number;
  readonly span?: readonly [string, string] | null;
  readonly sums: Readonly<Partial<Record<FieldName, readonly [header: string, scale: number]>>>;
}

const CENT = 100;
const MICRO = 1_000_000;

const AD_SUMS = {
  impressions: ['Impressions', 1],
  clicks: ['Clicks', 1],
  adCost: ['Spend', MICRO],
  adOrders: ['7 Day Total Orders (#)', 1],
  adUnits: ['7 Day Total Units (#)', 1],
  adUnitsSameSku: ['7 Day Advertised SKU Units (#)', 1],
  adUnitsOtherSku: ['7 Day Other SKU Units (#)', 1],
} as const;

const WITHOUT_UNITS_14 = {
  impressions: ['Impressions', 1],
  clicks: ['Clicks', 1],
  adCost: ['Spend', MICRO],
  adOrders: ['14 Day Total Orders (#)', 1],
  adSales: ['14 Day Total Sales (₹)', MICRO],
} as const;

const AD_SUMS_14 = { ...WITHOUT_UNITS_14, adUnits: ['14 Day Total Units (#)', 1] } as const;

const FILES: Readonly<Record<string, Expected>> = {
  'amazon/ActiveListingsReport_resaved_as_csv.csv': {
    format: 'amazon.listings',
    rows: 4736,
    sums: { price: ['price', CENT], available: ['quantity', 1] },
  },
  'amazon/InventoryReport_IT_tsv.txt': {
    format: 'amazon.open-listings',
    rows: 4880,
    sums: { price: ['price', CENT], available: ['quantity', 1] },
  },
  'amazon/BusinessReport-2025-10-15_UK.csv': {
    format: 'amazon.traffic-by-child',
    rows: 3513,
    sums: {
      sessions: ['Sessions – Total', 1],
      sessionsB2b: ['Sessions – Total – B2B', 1],
      pageViews: ['Page views – Total', 1],
      unitsOrdered: ['Units ordered', 1],
      unitsOrderedB2b: ['Units ordered – B2B', 1],
      orderedSales: ['Ordered Product Sales', CENT],
      orderedSalesB2b: ['Ordered product sales – B2B', CENT],
      orderItems: ['Total order items', 1],
    },
  },
  'amazon/BusinessReport_US.csv': {
    format: 'amazon.traffic-by-child',
    rows: 1,
    sums: {
      sessions: ['Sessions - Total', 1],
      sessionsApp: ['Sessions - Mobile App', 1],
      sessionsBrowser: ['Sessions - Browser', 1],
      pageViews: ['Page Views - Total', 1],
      unitsOrdered: ['Units Ordered', 1],
      orderedSales: ['Ordered Product Sales', CENT],
      unitsRefunded: ['Units Refunded', 1],
      shippedSales: ['Shipped Product Sales', CENT],
      unitsShipped: ['Units Shipped', 1],
      ordersShipped: ['Orders Shipped', 1],
    },
  },
  'amazon/SP_SearchTermReport_2019.xlsx': {
    format: 'amazon.sp-search-terms',
    rows: 24575,
    span: ['2019-05-01', '2019-05-31'],
    sums: { ...AD_SUMS, adSales: ['7 Day Total Sales', MICRO] },
  },
  'amazon/SP_SearchTermReport_2023.xlsx': {
    format: 'amazon.sp-search-terms',
    rows: 2399,
    span: null,
    sums: { ...AD_SUMS, adSales: ['7 Day Total Sales', MICRO] },
  },
  'amazon/SponsoredProducts_SearchTermReport.xlsx': {
    format: 'amazon.sp-search-terms',
    rows: 7764,
    span: ['2024-03-29', '2024-04-28'],
    sums: { ...AD_SUMS, adSales: ['7 Day Total Sales ($)', MICRO], adSalesSameSku: ['7 Day Advertised SKU Sales ($)', MICRO] },
  },
  'amazon/SP_Targeting_report_2020.xlsx': { format: 'amazon.sp-targeting', rows: 1683, span: null, sums: AD_SUMS_14 },
  'amazon/SP_Advertised_product_report_2020.xlsx': { format: 'amazon.sp-advertised-products', rows: 265, span: null, sums: AD_SUMS_14 },
  'amazon/SP_Campaign_report_2020.csv': {
    format: 'amazon.sp-campaigns',
    rows: 182,
    span: null,
    sums: { ...WITHOUT_UNITS_14, budget: ['Budget', MICRO] },
  },
  'amazon/AmazonAds_History_bidchanges.csv': { format: 'amazon.ads-history', rows: 5271, span: null, sums: {} },
  'amazon/SponsoredAds_custom_searchterm_unified.csv': {
    format: 'amazon.ads-search-terms-unified',
    rows: 2332,
    span: ['2025-06-21', '2026-03-20'],
    sums: {
      impressions: ['Impressions', 1],
      clicks: ['Clicks', 1],
      adCost: ['Total cost', MICRO],
      adOrders: ['Purchases', 1],
      adSales: ['Sales', MICRO],
      adUnits: ['Units sold', 1],
    },
  },
};

const here = existsSync(ROOT);
if (!here) process.stderr.write(`realExports.test.ts is skipped: there is no ${ROOT}\n`);

describe.runIf(here).each(Object.entries(FILES))('%s', (file, expected) => {
  const path = join(ROOT, file);

  it('is read whole, with the sums of an independent count', async () => {
    const got = await readExport(path);
    expect(got.binding.format.id).toBe(expected.format);
    expect(got.rejected).toEqual([]);
    const table = independent(path);
    expect([got.read, got.rows.length, table.length - 1]).toEqual([expected.rows, expected.rows, expected.rows]);
    if (expected.span !== undefined) expect(got.span && [got.span.from, got.span.to]).toEqual(expected.span);
    for (const [field, [header, scale]] of Object.entries(expected.sums) as [FieldName, readonly [string, number]][]) {
      expect(sumOf(got, field), field).toBe(Math.round(columnSum(table, header) * scale));
      expect(sumOf(got, field), `${field} is not all zero`).toBeGreaterThan(0);
    }
  });
});

describe.runIf(here)('every other file beside the repository', () => {
  const others = here
    ? readdirSync(ROOT, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(csv|txt|tsv|xlsx?)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => !Object.keys(FILES).some((file) => path.endsWith(file)))
    : [];

  it.each(others)('%s is refused, or every row of it is accounted for', async (path) => {
    const { identified, problem } = await openSource(path, REPORT_FORMATS, null);
    if (!identified) {
      expect(problem).toBeTruthy();
      return;
    }
    const { rows, ignored, rejected, read } = await readExport(path);
    expect(read).toBe(rows.length + Object.values(ignored).reduce((sum, count) => sum + count, 0) + rejected.length);
    expect(read > 0, 'only a header has no rows').toBe(!path.endsWith('HEADER_ONLY.txt'));
  });
});

/** Every cell of the file as the library gives it; the header is the first row. */
function independent(path: string): unknown[][] {
  if (!path.endsWith('.xlsx')) {
    const tab = path.endsWith('.txt');
    return parse(readFileSync(path), { bom: true, delimiter: tab ? '\t' : ',', quote: tab ? null : '"', relax_quotes: true });
  }
  const { Sheets, SheetNames } = xlsx.read(readFileSync(path));
  return xlsx.utils.sheet_to_json(Sheets[SheetNames[0] as string] as xlsx.WorkSheet, { header: 1, raw: true });
}

/** Every cell counts with its own value, rounded to millionths so that a long sum of fractions stays exact. */
function columnSum([header = [], ...rows]: unknown[][], name: string): number {
  const at = header.findIndex((cell) => String(cell).trim() === name);
  expect(at, `the file has the column ${name}`).toBeGreaterThanOrEqual(0);
  const millionths = rows.map((row) =>
    Math.round(
      Number(
        String(row[at] ?? '')
          .replace(/^Rs\./, '')
          .replace(/[^\d.-]/g, '') || 0,
      ) * MICRO,
    ),
  );
  return millionths.reduce((sum, value) => sum + value, 0) / MICRO;
}

function sumOf({ rows }: ReadExport, field: FieldName): number {
  return rows.reduce((sum, row) => sum + Number(row[field] ?? 0), 0);
}
