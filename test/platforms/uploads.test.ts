/**
 * Every upload format: declared whole, and its files byte for byte as they were written down. `UPDATE_GOLDEN=1` writes them anew;
 * read the difference before keeping it.
 *
 * fixtures/uploads/<upload>/<case>/<file>: what `eco plan export` makes of the catalogue and the edits that the case names below.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LISTING_FIELDS } from '../../src/core/listingField.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
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

it('every field of a platform has one upload, the checklist at last', () => {
  expect(uploadFor('shopify', 'title').id).toBe('shopify.products');
  expect(uploadFor('amazon', 'title').id).toBe('amazon.listings-partial');
  expect(uploadFor('amazon', 'price').id).toBe('amazon.price-quantity');
  expect(uploadFor('shopify', 'quantity').id).toBe('checklist');
  expect(uploadFor('etsy', 'title').id).toBe('checklist');
  expect(uploadFor('taobao', 'price').id).toBe('checklist');
});
