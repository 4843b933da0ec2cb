/**
 * Real exports of shops that lie beside the repository (never in it): every row is stored or is a row of a further image, and
 * the sums of prices and stock are those of an independent count with csv-parse. Without the folder the tests are skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/core/fields.js';
import { readExport } from './readExport.js';

const ROOT = '../shared/exports';
const CENT = 100;
const MICRO = 1_000_000;

type Sums = Readonly<Partial<Record<FieldName, readonly [header: string, scale: number]>>>;

interface Expected {
  readonly format: string;
  readonly stored: number;
  readonly images: number;
  readonly sums: Sums;
}

const OLD: Sums = { price: ['Variant Price', CENT], compareAtPrice: ['Variant Compare At Price', CENT] };
const WITH_COST: Sums = { ...OLD, unitCost: ['Cost per item', MICRO] };
const product = (stored: number, images: number, sums: Sums): Expected => ({ format: 'shopify.products', stored, images, sums });
const QUANTITY: Sums = { available: ['Variant Inventory Qty', 1] };

const FILES: Readonly<Record<string, Expected>> = {
  'shopify/products_apparel.csv': product(22, 0, { ...OLD, ...QUANTITY }),
  'shopify/products_export_2021.csv': product(3675, 413, { ...WITH_COST, ...QUANTITY }),
  'shopify/products_export_2023.csv': product(548, 597, WITH_COST),
  'shopify/products_export_2025_linkedto_unitprice.csv': product(89, 170, WITH_COST),
  'shopify/products_export_2026-03_multilocation.csv': product(1842, 0, WITH_COST),
  'shopify/products_export_2026-06.csv': product(212, 26, { ...WITH_COST, ...QUANTITY }),
  'shopify/products_export_2026-07_3.8MB.csv': product(797, 8278, { ...WITH_COST, ...QUANTITY }),
  'shopify/products_export_trimmed_quoted_barcode.csv': product(814, 0, QUANTITY),
  'shopify/products_home-and-garden.csv': product(21, 0, { ...WITH_COST, ...QUANTITY }),
  'shopify/products_jewelery.csv': product(23, 18, { ...OLD, ...QUANTITY }),
  'shopify/inventory_export_2023_allstates.csv': {
    format: 'shopify.inventory',
    stored: 67,
    images: 0,
    sums: {
      onHand: ['On hand', 1],
      available: ['Available', 1],
      committed: ['Committed', 1],
      reserved: ['Unavailable', 1],
      inbound: ['Incoming', 1],
    },
  },
  'shopify/inventory_export_2024_locationcolumn.csv': { format: 'shopify.inventory', stored: 15_700, images: 0, sums: {} },
  'woocommerce/sample_products.csv': {
    format: 'woocommerce.products',
    stored: 24,
    images: 0,
    sums: { price: ['Regular price', CENT], salePrice: ['Sale price', CENT] },
  },
  'woocommerce/wc-product-export_brands_gtin_meta.csv': {
    format: 'woocommerce.products',
    stored: 243,
    images: 0,
    sums: { price: ['Regular price', CENT], salePrice: ['Sale price', CENT], available: ['Stock', 1] },
  },
  'etsy/EtsyListingsDownload.csv': {
    format: 'etsy.listings',
    stored: 133,
    images: 0,
    sums: { price: ['PRICE', CENT], available: ['QUANTITY', 1] },
  },
};

const here = existsSync(ROOT);
if (!here) process.stderr.write(`realShopExports.test.ts is skipped: there is no ${ROOT}\n`);

describe.runIf(here).each(Object.entries(FILES))('%s', (file, expected) => {
  const path = join(ROOT, file);

  it('is read whole, with the sums of an independent count', async () => {
    const { binding, rows, ignored, rejected } = await readExport(path);
    expect(binding.format.id).toBe(expected.format);
    expect(rejected).toEqual([]);
    expect(rows.length).toBe(expected.stored);
    expect(ignored['rows of further images'] ?? 0).toBe(expected.images);
    const table = independent(path);
    expect(table.length).toBe(expected.stored + expected.images);
    for (const [field, [header, scale]] of Object.entries(expected.sums) as [FieldName, readonly [string, number]][]) {
      const got = rows.reduce((sum, row) => sum + Number(row[field] ?? 0), 0);
      expect(got, field).toBe(columnSum(table, header, scale));
    }
  });

  it('gives every listing a key of its own', async () => {
    const { binding, rows } = await readExport(path);
    const keys = rows.map((row) => [row.listingKey, binding.format.id === 'shopify.inventory' ? row.location : ''].join('|'));
    expect(new Set(keys).size).toBe(rows.length);
  });
});

describe.runIf(here)('stock by location', () => {
  it('is that of the location’s own column', async () => {
    const path = join(ROOT, 'shopify/inventory_export_2024_locationcolumn.csv');
    const { rows } = await readExport(path);
    const got = rows.flatMap((row) =>
      row.stock === undefined ? [] : (JSON.parse(String(row.stock)) as { location: string; available: number }[]),
    );
    expect(new Set(got.map((record) => record.location))).toEqual(new Set(['POPTOYS']));
    expect(got.reduce((sum, record) => sum + record.available, 0)).toBe(columnSum(independent(path), 'POPTOYS', 1));
  });

  it('is unknown where nobody tracks it', async () => {
    const path = join(ROOT, 'shopify/products_export_2021.csv');
    const { rows } = await readExport(path);
    const tracked = independent(path).filter((row) => row['Variant Inventory Tracker'] !== '').length;
    expect(rows.filter((row) => row.stock !== undefined).length).toBe(tracked);
  });
});

function independent(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { bom: true, columns: true, relax_column_count: true });
}

function columnSum(table: readonly Record<string, string>[], header: string, scale: number): number {
  return table.reduce((sum, row) => sum + Math.round(Number((row[header] ?? '').replace(/^'/, '') || 0) * scale), 0);
}
