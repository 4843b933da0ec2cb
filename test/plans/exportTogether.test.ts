/**
 * Several plans on one product, exported one after the other or together, without an import between them: an upload never carries a
 * value that an earlier one has just changed. What the files do to the shop is simulated (simulatedShops.ts).
 */
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkbookReader } from '../../src/files/workbook.js';
import { workbook } from '../../src/shop/demo/encode.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { type Grid, qoo10, readGrid, type Simulate, shopify, woocommerce } from './simulatedShops.js';

type Edit = readonly [id: string, field: string, after: string];

interface Shop {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly simulate: Simulate;
  /** Rows of guidance below the header: a workbook. */
  readonly guidance?: number;
}

const SHOPIFY: Shop = {
  name: 'products.csv',
  header: ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Variant SKU', 'Variant Price', 'Variant Compare At Price', 'SEO Title'],
  rows: [
    ['mug', 'Blue Mug', 'Size', 'S', 'M-S', '12.00', '', 'Old seo'],
    ['mug', '', '', 'L', 'M-L', '13.00', '', ''],
    ['tray', 'Tray', 'Title', 'Default Title', 'TRAY', '20.00', '', ''],
  ],
  simulate: shopify,
};

const WOO: Shop = {
  name: 'wc-product-export.csv',
  header: ['ID', 'Type', 'SKU', 'Name', 'Published', 'Sale price', 'Regular price'],
  rows: [
    ['10', 'simple', 'MUG', 'Mug', '1', '', '12'],
    ['11', 'simple', 'TRAY', 'Tray', '1', '9', '20'],
  ],
  simulate: woocommerce,
};

const QOO10: Shop = {
  name: 'Qoo10_EditItemList.xlsx',
  header: ['item_number', 'seller_unique_item_id', 'item_name', 'price_yen', 'retail_price_yen', 'quantity', 'item_promotion_name'],
  rows: [['900000001', 'KETTLE', 'ケトル', '4980', '', '12', '広告']],
  simulate: qoo10,
  guidance: 3,
};

/** [shop, the edits of each plan, the cells that the shop has then]. */
const TOGETHER: readonly (readonly [
  string,
  Shop,
  readonly (readonly Edit[])[],
  readonly (readonly [row: number, column: string, text: string])[],
])[] = [
  [
    'Shopify: a title and a price',
    SHOPIFY,
    [[['mug', 'title', 'Blue Mug XL']], [['mug/L', 'price', '14.00']]],
    [
      [0, 'Title', 'Blue Mug XL'],
      [1, 'Variant Price', '14.00'],
    ],
  ],
  [
    'Shopify: a title and a search title',
    SHOPIFY,
    [[['mug', 'title', 'Blue Mug XL']], [['mug', 'seo_title', 'New seo']]],
    [
      [0, 'Title', 'Blue Mug XL'],
      [0, 'SEO Title', 'New seo'],
    ],
  ],
  [
    'Shopify: the prices of two variants, and the title',
    SHOPIFY,
    [[['mug/S', 'price', '11.00']], [['mug/L', 'price', '14.00']], [['mug', 'title', 'Blue Mug XL']]],
    [
      [0, 'Title', 'Blue Mug XL'],
      [0, 'Variant Price', '11.00'],
      [1, 'Variant Price', '14.00'],
    ],
  ],
  [
    'Shopify: a price and a compare-at price of another variant',
    SHOPIFY,
    [[['mug/S', 'price', '11.00']], [['mug/L', 'compare_at_price', '15.00']]],
    [
      [0, 'Variant Price', '11.00'],
      [1, 'Variant Compare At Price', '15.00'],
    ],
  ],
  [
    'WooCommerce: a price and what it is compared with',
    WOO,
    [[['10', 'price', '11.50']], [['10', 'compare_at_price', '15.00']]],
    [
      [0, 'Sale price', '11.5'],
      [0, 'Regular price', '15'],
    ],
  ],
  [
    'Qoo10: a title, a price and a quantity',
    QOO10,
    [
      [['900000001', 'title', '細口ケトル']],
      [
        ['900000001', 'price', '4800'],
        ['900000001', 'quantity', '9'],
      ],
    ],
    [
      [0, 'item_name', '細口ケトル'],
      [0, 'price_yen', '4800'],
      [0, 'quantity', '9'],
    ],
  ],
];

describe.each(TOGETHER)('%s', (_, shop, plans, expected) => {
  const wanted = () => expected.map(([row, column]) => [row, column]);
  const standing = (grid: Grid) => expected.map(([row, column]) => [row, column, grid.rows[row]?.[grid.header.indexOf(column)]]);

  it.each([
    ['marked as uploaded', true, false],
    ['marked as uploaded, the other way round', true, true],
    ['only exported', false, false],
    ['only exported, the other way round', false, true],
  ])('one after the other, %s', async (_how, mark, reverse) => {
    const context = await opened(shop);
    let grid: Grid = { header: [...shop.header], rows: shop.rows.map((row) => [...row]) };
    const order = reverse ? [...plans].reverse() : plans;
    for (const [at, edits] of order.entries()) {
      const id = `e-000${at + 1}`;
      const now = later(context, 2 * at + 1);
      await ok(now, 'plan', 'review', planFile(context, id, edits), '--accept', 'all');
      await ok(now, 'plan', 'export', id, '--output', `up-${id}/`);
      if (mark) await ok(later(context, 2 * at + 2), 'plan', 'mark', id, '--uploaded', 'today');
      grid = await uploaded(context, shop, grid, `up-${id}`);
    }
    expect(standing(grid)).toEqual(expected);
    expect(changedCells(shop, grid).sort()).toEqual(wanted().sort());
  });

  it('one plan, in two sittings', async () => {
    const context = await opened(shop);
    let grid: Grid = { header: [...shop.header], rows: shop.rows.map((row) => [...row]) };
    const all = plans.flat();
    await ok(later(context, 1), 'plan', 'review', planFile(context, 'all', all), '--decline', 'all');
    for (const [at, [id, field]] of all.entries()) {
      const accept = all.filter((each) => each[1] === field).length === 1 ? `field=${field}` : `entity_id=${id}`;
      await ok(later(context, 2 * at + 2), 'plan', 'review', 'e-0001', '--accept', accept);
      await ok(later(context, 2 * at + 2), 'plan', 'export', 'e-0001', '--output', `sitting-${at}/`);
      await ok(later(context, 2 * at + 3), 'plan', 'mark', 'e-0001', '--uploaded', 'today');
      grid = await uploaded(context, shop, grid, `sitting-${at}`);
    }
    expect(standing(grid)).toEqual(expected);
  });

  it('together, as a group: the files in either order', async () => {
    const context = await opened(shop);
    const ids = plans.map((_edits, at) => `e-000${at + 1}`);
    for (const [at, edits] of plans.entries())
      await ok(context, 'plan', 'review', planFile(context, ids[at] as string, edits), '--accept', 'all');
    await ok(context, 'plan', 'group', 'promo', ...ids);
    await ok(context, 'plan', 'export', '--group', 'promo', '--output', 'up/');
    const start: Grid = { header: [...shop.header], rows: shop.rows.map((row) => [...row]) };
    for (const reverse of [false, true]) {
      const grid = await uploaded(context, shop, start, 'up', reverse);
      expect(standing(grid)).toEqual(expected);
      expect(changedCells(shop, grid).sort()).toEqual(wanted().sort());
    }
  });
});

function changedCells({ header, rows }: Shop, grid: Grid): (readonly [number, string])[] {
  return rows.flatMap((row, at) =>
    header.flatMap((name, column): (readonly [number, string])[] => (grid.rows[at]?.[column] === row[column] ? [] : [[at, name]])),
  );
}

const DAY = '2026-11-20';

async function opened(shop: Shop): Promise<TestContext> {
  const context = testContext({ now: `${DAY}T12:00:00Z`, timeZone: 'UTC' });
  const path = join(context.dir, shop.name);
  const blank = Array.from({ length: shop.guidance ?? 0 }, () => ['-', ...shop.header.slice(1).map(() => '')]);
  if (shop.guidance) writeFileSync(path, workbook('Sheet1', [shop.header, ...blank, ...shop.rows]));
  else writeFileSync(path, [shop.header, ...shop.rows].map((row) => `${row.join(',')}\n`).join(''));
  utimesSync(path, new Date(`${DAY}T08:00:00Z`), new Date(`${DAY}T08:00:00Z`));
  await ok(context, 'import', shop.name);
  return context;
}

/** The same shop some minutes later. */
function later(context: TestContext, minutes: number): TestContext {
  return testContext({ dir: context.dir, now: `${DAY}T13:${String(minutes).padStart(2, '0')}:00Z`, timeZone: 'UTC' });
}

function planFile(context: TestContext, name: string, edits: readonly Edit[]): string {
  writeFileSync(join(context.dir, `${name}.csv`), ['entity_id,field,after', ...edits.map((edit) => edit.join(','))].join('\n'));
  return `${name}.csv`;
}

async function ok(context: TestContext, ...argv: string[]): Promise<string> {
  const { exitCode, out, err } = await run(context, ...argv);
  expect(`${argv.join(' ')}: ${exitCode}\n${exitCode === 0 ? '' : err}`).toBe(`${argv.join(' ')}: 0\n`);
  return out;
}

/** The shop after the files of a folder. */
async function uploaded(context: TestContext, shop: Shop, before: Grid, folder: string, reverse = false): Promise<Grid> {
  mkdirSync(join(context.dir, folder), { recursive: true });
  const names = readdirSync(join(context.dir, folder)).sort();
  let grid = before;
  for (const name of reverse ? names.reverse() : names) {
    const bytes = readFileSync(join(context.dir, folder, name));
    const done = shop.simulate(grid, shop.guidance ? await sheetOf(bytes, shop.guidance) : readGrid(bytes, { encoding: 'utf8' }));
    expect({ deleted: done.deleted, created: done.created }).toEqual({ deleted: 0, created: 0 });
    grid = done.shop;
  }
  return grid;
}

async function sheetOf(bytes: Uint8Array, guidance: number): Promise<Grid> {
  const rows = [...((await loadWorkbookReader())(bytes)[0]?.rows ?? [])].map(({ line, cells }) => ({ line, cells }));
  return { header: [...(rows[0]?.cells ?? [])], rows: rows.filter(({ line }) => line > 1 + guidance).map(({ cells }) => [...cells]) };
}
