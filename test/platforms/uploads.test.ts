/**
 * Every upload format: declared whole, and its files byte for byte as they were written down. `UPDATE_GOLDEN=1` writes them anew;
 * read the difference before keeping it.
 *
 * fixtures/uploads/<upload>/<case>/<file>: what `eco plan export` makes of the catalogue and the edits that the case names below.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/core/fields.js';
import { headersOf, LISTING_FIELDS, type ListingFieldName, ownerOf } from '../../src/core/listingField.js';
import type { Change } from '../../src/core/plan.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
import type { CatalogueRow, UploadInput } from '../../src/platforms/upload.js';
import { PLAIN_AMOUNTS } from '../../src/platforms/uploadAmounts.js';
import { UPLOAD_FORMATS, uploadFor } from '../../src/platforms/uploads.js';
import { run, testContext } from '../cli/testContext.js';

const ROOT = 'fixtures/uploads';

interface Case {
  readonly upload: string;
  readonly name: string;
  readonly catalogue: string;
  readonly import?: readonly string[];
  /** After the import: what the store is. */
  readonly store?: readonly string[];
  readonly edits: readonly (readonly [id: string, field: string, after: string])[];
}

const CASES: readonly Case[] = [
  {
    upload: 'shopify.products',
    name: 'texts-and-price-old-names',
    catalogue: 'shopify/products/old-names.csv',
    edits: [
      ['pour-over-kettle', 'title', 'Pour-Over Kettle, "Slow"'],
      ['paper-filters', 'seo_title', 'Paper Filters for Pour-Over'],
      ['pour-over-kettle/White/0.9 l', 'price', '55.00'],
    ],
  },
  {
    upload: 'shopify.products',
    name: 'title-and-price-new-names',
    catalogue: 'shopify/products/new-names.csv',
    edits: [
      ['linen-apron', 'title', 'Linen Apron, Washed'],
      ['linen-apron/M', 'price', '41.00'],
    ],
  },
  {
    upload: 'woocommerce.products',
    name: 'french-sale-price',
    catalogue: 'woocommerce/products/french.csv',
    edits: [
      ['301', 'price', '22.90'],
      ['302', 'title', 'Guide du café (PDF)'],
    ],
  },
  {
    upload: 'woocommerce.products',
    name: 'saved-by-a-spreadsheet',
    catalogue: 'woocommerce/products/german-saved-by-a-spreadsheet.csv',
    edits: [['204', 'title', 'Löffel; Holz, groß']],
  },
  {
    upload: 'amazon.listings-partial',
    name: 'titles',
    catalogue: 'amazon/listings/all-us.txt',
    edits: [
      ['SKILLET-12', 'title', 'Cast Iron Skillet 12" with Lid, Seasoned'],
      ['BRUSH-2PK', 'title', 'Grill Brush, 2 Pack'],
    ],
  },
  { upload: 'amazon.price-quantity', name: 'price', catalogue: 'amazon/listings/all-us.txt', edits: [['SKILLET-12', 'price', '37.50']] },
  {
    upload: 'ebay.revise',
    name: 'uk',
    catalogue: 'ebay/active-listings/uk-variations.csv',
    edits: [
      ['800000000022', 'title', 'Tea Towel, Linen'],
      ['800000000022/Colour=Red', 'price', '15.99'],
      ['800000000022/Colour=Blue', 'quantity', '9'],
    ],
  },
  {
    upload: 'google.supplemental-feed',
    name: 'gb',
    catalogue: 'google/merchant-feed/feed-gb.txt',
    edits: [
      ['KET-09-BK', 'title', 'Gooseneck Kettle 0.9 l, Matt Black'],
      ['PF-100', 'price', '4.20'],
      ['KET-09-SV', 'price', '33.00'],
    ],
  },
  {
    upload: 'rakuten.items',
    name: 'texts-and-price',
    catalogue: 'rakuten/items/normal-item.csv',
    edits: [
      ['kettle-09', 'title', '細口ケトル 900ml \u301cドリップ用\u301c'],
      ['filter-100', 'title', 'ペーパーフィルター, 100枚'],
      ['filter-100', 'subtitle', '円すい形'],
      ['kettle-09/sku_a000002', 'price', '4980'],
    ],
  },
  {
    upload: 'yahoojp.items',
    name: 'texts-and-prices',
    catalogue: 'yahoojp/items/data.csv',
    edits: [
      ['kettle-09', 'title', '細口ケトル 900ml'],
      ['mug-350', 'price', '1180'],
      ['filter-100', 'price', '398'],
    ],
  },
  {
    upload: 'qoo10.items',
    name: 'titles',
    catalogue: 'qoo10/items/edit-item-list.xlsx',
    edits: [['900000001', 'title', '細口ケトル 900ml']],
  },
  {
    upload: 'qoo10.price-quantity',
    name: 'price',
    catalogue: 'qoo10/items/edit-item-list.xlsx',
    edits: [
      ['900000001', 'price', '4780'],
      ['900000002', 'quantity', '200'],
    ],
  },
  {
    upload: 'checklist',
    name: 'taobao',
    catalogue: 'taobao/item-package/80-columns.csv',
    edits: [['680000000000001', 'title', '手冲咖啡壶 细口壶 <0.9升> & 不锈钢']],
  },
];

describe.each(CASES)('$upload, $name', ({ upload, name, catalogue, import: more = [], store, edits }) => {
  it('makes the files written down, and no others', async () => {
    const context = testContext();
    const source = join('fixtures/platforms', catalogue);
    expect((await run(context, 'import', resolve(source), ...more)).exitCode).toBe(0);
    if (store) expect((await run(context, 'store', 'edit', ...store)).exitCode).toBe(0);
    const lines = edits.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
    writeFileSync(join(context.dir, 'plan.csv'), ['entity_id,field,after', ...lines].join('\n'));
    const { exitCode, err } = await run(context, 'plan', 'export', 'plan.csv', '--all', '--for', upload, '--output', 'out/');
    expect(`${exitCode} ${exitCode === 0 ? '' : err}`).toBe('0 ');
    const made = new Map(readdirSync(join(context.dir, 'out')).map((file) => [file, readFileSync(join(context.dir, 'out', file))]));
    const folder = join(ROOT, upload, name);
    if (process.env.UPDATE_GOLDEN) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const [file, bytes] of made) writeFileSync(join(folder, file), bytes);
    }
    expect([...made.keys()].sort()).toEqual(existsSync(folder) ? readdirSync(folder).sort() : []);
    for (const [file, bytes] of made) expect(bytes.equals(readFileSync(join(folder, file))), `${basename(folder)}/${file}`).toBe(true);
  });
});

describe.each(UPLOAD_FORMATS)('$id', (upload) => {
  it('has a golden file', () => {
    expect(CASES.some((each) => each.upload === upload.id)).toBe(true);
  });

  it('says what a blank cell and a missing column mean, with a source, and how to upload', () => {
    for (const rule of [upload.blank, upload.missing]) {
      expect(rule.text).not.toBe('');
      expect(rule.source).not.toBe('');
    }
    expect(upload.steps.length).toBeGreaterThan(0);
    expect(upload.limits.source).not.toBe('');
  });

  it('reads reports of its own platform, and carries fields that there are', () => {
    for (const id of upload.reads) expect(REPORT_FORMATS.find((report) => report.id === id)?.platform, id).toBe(upload.platform);
    for (const field of upload.carries) expect(Object.keys(LISTING_FIELDS)).toContain(field);
    if (upload.platform !== null) expect(upload.id.startsWith(`${upload.platform}.`)).toBe(true);
  });
});

/** A shop of two products as any platform's catalogue would tell it. */
function twoProducts(platform: string, fields: readonly ListingFieldName[]): UploadInput {
  const catalogue = REPORT_FORMATS.find((report) => report.platform === platform && report.listingKey !== undefined);
  const named = new Map((catalogue?.columns ?? []).map((column) => [column.field, column.names[0] as string]));
  const texts = fields.flatMap((field) => headersOf(platform, field).slice(0, 1));
  const header = [...new Set([...named.values(), ...texts])];
  const rows = ['1', '2'].map((id): CatalogueRow => {
    const own: Partial<Record<FieldName, string>> = {
      productId: id,
      variationId: `v${id}`,
      sku: `S-${id}`,
      title: `Title ${id}`,
      price: '20.00',
      option1Name: 'Size',
      option1: `O${id}`,
    };
    const known = Object.fromEntries([...named.keys()].map((field) => [field, own[field] ?? '']));
    return { listingId: id, productId: id, isParent: false, cells: Object.fromEntries(header.map((name) => [name, ''])), fields: known };
  });
  // Each product changes other fields, so that a file for both would have cells that say nothing.
  const changes = fields.map((field, at): Change => {
    const isMoney = LISTING_FIELDS[field] === 'money';
    return {
      id: field,
      action: 'set',
      target: { platform, store: 'shop', entity: ownerOf(platform, field), id: at % 2 === 0 ? '1' : '2' },
      sku: null,
      field,
      before: isMoney ? '20.00' : 'old',
      after: field === 'compare_at_price' ? '25.00' : isMoney ? '15.00' : field === 'quantity' ? '7' : `New ${field}`,
      currency: isMoney ? 'GBP' : null,
      reason: { code: 'test', text: 'test' },
      expected: null,
      inverse: 'exact',
    };
  });
  const store = { name: 'shop', platform, marketplace: platform === 'ebay' ? 'UK' : null, currency: 'GBP' };
  return {
    changes,
    spelled: new Map(),
    rows,
    after: rows,
    last: { header, names: Object.fromEntries(named), amounts: PLAIN_AMOUNTS },
    store,
  };
}

describe.each(UPLOAD_FORMATS.filter((upload) => upload.platform !== null))('$id, where units change other fields', (upload) => {
  const input = twoProducts(upload.platform as string, upload.carries);
  const { sheets, leftOut } = upload.write(input);

  it('carries every change once', () => {
    expect(leftOut).toEqual([]);
    expect(sheets.flatMap(({ rows }) => rows.flatMap(({ changeIds }) => changeIds)).sort()).toEqual([...upload.carries].sort());
  });

  it('leaves no cell of a changed column blank, unless the platform leaves blank cells as they are', () => {
    if (/left as it is|leaves/.test(upload.blank.text)) return;
    for (const { header, changed, rows } of sheets)
      for (const { cells, changeIds } of rows)
        for (const column of changed)
          if (changeIds.length > 0) expect(cells[header.indexOf(column)], `${column} of ${changeIds}`).not.toBe('');
  });

  it('has no column but the key, the changed ones and those that the platform demands', () => {
    for (const { header, changed, carried, rows } of sheets) {
      const rest = header.filter((name) => !changed.includes(name) && !carried.includes(name));
      expect(rest.length, rest.join()).toBeLessThanOrEqual(4);
      for (const { cells } of rows) expect(cells.length).toBe(header.length);
    }
  });
});

it('every field of a platform has one upload, the checklist at last', () => {
  expect(uploadFor('shopify', 'title').id).toBe('shopify.products');
  expect(uploadFor('amazon', 'title').id).toBe('amazon.listings-partial');
  expect(uploadFor('amazon', 'price').id).toBe('amazon.price-quantity');
  expect(uploadFor('shopify', 'quantity').id).toBe('checklist');
  expect(uploadFor('etsy', 'title').id).toBe('checklist');
  expect(uploadFor('taobao', 'price').id).toBe('checklist');
});
