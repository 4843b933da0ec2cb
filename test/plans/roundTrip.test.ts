/**
 * The whole way of a plan, for each platform, through the command line: catalogue in, plan, review, export, the platform's import of
 * the file (simulatedShops.ts), the shop exported again, verified as applied, taken back by an undo, and the catalogue as it was.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { ebay, type Grid, rakuten, readGrid, type Simulate, shopify, type Written, woocommerce, writeGrid } from './simulatedShops.js';

type Edit = readonly [id: string, field: string, after: string];

interface Trip {
  readonly catalogue: Uint8Array;
  readonly file: Written;
  /** The uploads' own dialect. */
  readonly upload: Written;
  readonly simulate: Simulate;
  readonly edits: readonly Edit[];
  /** Rows and column of each edit in the catalogue, and the cell it becomes: [row of data, column, text]. */
  readonly expected: readonly (readonly [row: number, column: string, text: string])[];
  readonly store?: readonly string[];
}

const UTF8: Written = { encoding: 'utf8' };

describe('a plan goes out, comes back as applied, and is taken back', () => {
  it('Shopify, old names: titles, a search title, prices of some variants', async () => {
    await roundTrip({
      catalogue: Buffer.from(SHOPIFY_OLD),
      file: UTF8,
      upload: UTF8,
      simulate: shopify,
      edits: [
        ['linen-apron', 'title', 'Linen Apron, Washed'],
        ['linen-apron', 'seo_title', 'Washed Linen Apron'],
        ['mug', 'title', 'Café Mug, "Big"'],
        ['linen-apron/M/Blue', 'price', '41.50'],
        ['mug', 'price', '9.90'],
        ['mug', 'compare_at_price', '12.00'],
      ],
      expected: [
        [0, 'Title', 'Linen Apron, Washed'],
        [0, 'SEO Title', 'Washed Linen Apron'],
        [5, 'Title', 'Café Mug, "Big"'],
        [2, 'Variant Price', '41.50'],
        [5, 'Variant Price', '9.90'],
        [5, 'Variant Compare At Price', '12.00'],
      ],
    });
  });

  it('Shopify, new names', async () => {
    await roundTrip({
      catalogue: readFileSync('fixtures/platforms/shopify/products/new-names.csv'),
      file: UTF8,
      upload: UTF8,
      simulate: shopify,
      ...firstTitleAndPrice(readGrid(readFileSync('fixtures/platforms/shopify/products/new-names.csv'), UTF8)),
    });
  });

  it('WooCommerce: names, a sale price in force, a price without one; German, decimal comma', async () => {
    await roundTrip({
      catalogue: Buffer.from(`\uFEFF${WOO_GERMAN}`),
      file: { encoding: 'utf8', bom: true },
      upload: UTF8,
      simulate: woocommerce,
      edits: [
        ['103', 'title', 'Untersetzer aus Kork'],
        ['102', 'price', '11.90'],
        ['103', 'price', '3.50'],
        ['104', 'compare_at_price', '25.00'],
      ],
      expected: [
        [2, 'Name', 'Untersetzer aus Kork'],
        [1, 'Angebotspreis', '11,9'],
        [2, 'Regulärer Preis', '3,5'],
        [3, 'Regulärer Preis', '25'],
        [3, 'Angebotspreis', '20'],
      ],
    });
  });

  it('eBay: a title, prices and quantities, of a listing and of a variation', async () => {
    const catalogue = readFileSync('fixtures/platforms/ebay/active-listings/uk-variations.csv');
    await roundTrip({
      catalogue: Buffer.concat([
        catalogue,
        Buffer.from('800000000023,Teapot 1.2 l,,TP-12,4,FIXED_PRICE,GBP,24.00,,,24.00,2,,,Jan-05-25 10:00:00 GMT,,Teapots,,NEW,,UK,,,\n'),
      ]),
      file: { encoding: 'utf8', bom: true },
      upload: UTF8,
      simulate: ebay,
      edits: [
        ['800000000022', 'title', 'Tea Towel, Linen'],
        ['800000000022/Colour=Red', 'price', '15.99'],
        ['800000000023', 'price', '22.50'],
        ['800000000023', 'quantity', '7'],
      ],
      expected: [
        [0, 'Title', 'Tea Towel, Linen'],
        [1, 'Title', 'Tea Towel, Linen'],
        [2, 'Title', 'Tea Towel, Linen'],
        [2, 'Start price', '15.99'],
        [2, 'Current price', '15.99'],
        [4, 'Start price', '22.50'],
        [4, 'Current price', '22.50'],
        [4, 'Available quantity', '7'],
      ],
    });
  });

  it('Rakuten, CP932: names with a wave dash, a catch copy, the price of a SKU', async () => {
    await roundTrip({
      catalogue: readFileSync('fixtures/platforms/rakuten/items/normal-item.csv'),
      file: { encoding: 'shift_jis', lineEnd: '\r\n' },
      upload: { encoding: 'shift_jis' },
      simulate: rakuten,
      edits: [
        // The keyboard's wave dash is not in CP932; its twin is.
        ['kettle-09', 'title', '細口ケトル 900ml \u301cドリップ用\u301c'],
        ['kettle-09', 'subtitle', 'はじめての一杯に'],
        ['filter-100', 'title', 'ペーパーフィルター 100枚'],
        ['kettle-09/sku_a000002', 'price', '4980'],
      ],
      expected: [
        [0, '商品名', '細口ケトル 900ml \uff5eドリップ用\uff5e'],
        [0, 'キャッチコピー', 'はじめての一杯に'],
        [5, '商品名', 'ペーパーフィルター 100枚'],
        [3, '販売価格', '4980'],
      ],
    });
  });
});

const EXPORTS = resolve('../shared/exports/shopify');
const here = existsSync(EXPORTS);
if (!here) process.stderr.write(`plans/roundTrip.test.ts leaves out the real catalogues: there is no ${EXPORTS}\n`);

describe.skipIf(!here)('a real catalogue', () => {
  it('of 3.8 MB: every title changes, and comes back byte for byte', async () => {
    const file = join(EXPORTS, 'products_export_2026-07_3.8MB.csv');
    const shop = readGrid(readFileSync(file), UTF8);
    const titles = titlesOf(shop);
    expect(titles.length).toBe(797);
    const result = await roundTrip({ catalogue: readFileSync(file), file: UTF8, upload: UTF8, simulate: shopify, ...retitled(titles) });
    expect(result).toEqual({ headers: [['Handle', 'Title']], rows: 797 });
  });

  it.each([
    'products_export_2021.csv',
    'products_export_2023.csv',
    'products_export_2025_linkedto_unitprice.csv',
    'products_export_2026-03_multilocation.csv',
    'products_apparel.csv',
    'products_jewelery.csv',
  ])('%s: titles and prices of some, and no variant is lost', async (name) => {
    const bytes = readFileSync(join(EXPORTS, name));
    const shop = readGrid(bytes, UTF8);
    const titles = retitled(titlesOf(shop).slice(0, 20));
    const prices = repriced(shop, 40);
    await roundTrip({
      catalogue: bytes,
      file: UTF8,
      upload: UTF8,
      simulate: shopify,
      edits: [...titles.edits, ...prices.edits],
      expected: [...titles.expected, ...prices.expected],
    });
  });
});

interface Titled {
  readonly index: number;
  readonly handle: string;
  readonly title: string;
}

function titlesOf(shop: Grid): Titled[] {
  const [handle, title] = [shop.header.indexOf('Handle'), shop.header.indexOf('Title')];
  return shop.rows
    .map((row, index) => ({ index, handle: row[handle] as string, title: row[title] as string }))
    .filter((row) => row.title.trim() !== '');
}

function retitled(titles: readonly Titled[]): Pick<Trip, 'edits' | 'expected'> {
  const edits = titles.map(({ handle, title }): Edit => [handle, 'title', `${title.trim()} – new`]);
  return { edits, expected: titles.map(({ index }, at) => [index, 'Title', (edits[at] as Edit)[2]]) };
}

/** The last variant of each handle gets another price. */
function repriced(shop: Grid, most: number): Pick<Trip, 'edits' | 'expected'> {
  const cell = (row: readonly string[], name: string) => row[shop.header.indexOf(name)] ?? '';
  const last = new Map<string, { index: number; id: string; price: string }>();
  shop.rows.forEach((row, index) => {
    const options = [1, 2, 3].map((n) => cell(row, `Option${n} Value`));
    if (options[0] === '' || cell(row, 'Variant Price') === '') return;
    const handle = cell(row, 'Handle');
    const id = [handle, ...options.filter((option) => option.trim() !== '' && option !== 'Default Title')].join('/');
    last.set(handle, { index, id, price: `${Math.floor(Number(cell(row, 'Variant Price'))) + 1}.77` });
  });
  const chosen = [...last.values()].slice(0, most);
  return {
    edits: chosen.map(({ id, price }): Edit => [id, 'price', price]),
    expected: chosen.map(({ index, price }) => [index, 'Variant Price', price]),
  };
}

/** Goes the whole way. Returns what the upload held. */
async function roundTrip(trip: Trip): Promise<{ headers: string[][]; rows: number }> {
  const dir = testContext().dir;
  const before = readGrid(trip.catalogue, trip.file);
  const at = (now: string) => testContext({ dir, now, timeZone: 'UTC' });
  put(dir, 'shop-a.csv', trip.catalogue, '2026-11-20T08:00:00Z');
  await ok(at('2026-11-20T12:00:00Z'), 'import', 'shop-a.csv');
  writeFileSync(join(dir, 'plan.csv'), ['entity_id,field,after', ...trip.edits.map(planLine)].join('\n'));
  await ok(at('2026-11-20T12:10:00Z'), 'plan', 'review', 'plan.csv', '--accept', 'all');

  const uploads = await exported(at('2026-11-20T12:20:00Z'), 'e-0001', 'up', trip);
  const first = applied(trip, before, uploads);
  expect(differences(before, first)).toEqual(differencesOf(before, trip.expected));
  await ok(at('2026-11-20T13:00:00Z'), 'plan', 'mark', 'e-0001', '--uploaded', 'today');
  put(dir, 'shop-b.csv', writeGrid(first, trip.file), '2026-11-21T08:00:00Z');
  await ok(at('2026-11-21T12:00:00Z'), 'import', 'shop-b.csv');
  expect(await statuses(at('2026-11-21T12:10:00Z'), 'e-0001')).toEqual(trip.edits.map(() => 'applied'));

  await ok(at('2026-11-21T12:20:00Z'), 'plan', 'undo', 'e-0001', '--save');
  await ok(at('2026-11-21T12:30:00Z'), 'plan', 'review', 'u-0001', '--accept', 'all');
  const back = applied(trip, first, await exported(at('2026-11-21T12:40:00Z'), 'u-0001', 'back', trip));
  expect(differences(before, back)).toEqual([]);
  await ok(at('2026-11-21T13:00:00Z'), 'plan', 'mark', 'u-0001', '--uploaded', 'today');
  // The same bytes as an earlier export would be no new evidence; a real one differs somewhere.
  put(dir, 'shop-c.csv', Buffer.concat([writeGrid(back, trip.file), Buffer.from('\n')]), '2026-11-22T08:00:00Z');
  await ok(at('2026-11-22T12:00:00Z'), 'import', 'shop-c.csv');
  expect(await statuses(at('2026-11-22T12:10:00Z'), 'u-0001')).toEqual(trip.edits.map(() => 'applied'));
  return { headers: uploads.map(({ header }) => header), rows: uploads.reduce((sum, { rows }) => sum + rows.length, 0) };
}

function put(dir: string, name: string, bytes: Uint8Array, time: string): void {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  utimesSync(path, new Date(time), new Date(time));
}

async function ok(context: TestContext, ...argv: string[]): Promise<string> {
  const { exitCode, out, err } = await run(context, ...argv);
  expect(`${exitCode}\n${exitCode === 0 ? '' : err}`).toBe('0\n');
  return out;
}

function planLine(edit: Edit): string {
  return edit.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

async function exported(context: TestContext, plan: string, folder: string, trip: Trip): Promise<Grid[]> {
  mkdirSync(join(context.dir, folder));
  await ok(context, 'plan', 'export', plan, '--output', folder);
  return readdirSync(join(context.dir, folder))
    .sort()
    .map((name) => readGrid(readFileSync(join(context.dir, folder, name)), trip.upload));
}

/** The uploads one after the other, in either order: none may undo what another did. */
function applied({ simulate }: Trip, shop: Grid, uploads: readonly Grid[]): Grid {
  const through = (order: readonly Grid[]) =>
    order.reduce((standing, upload) => {
      const { shop: next, deleted, created } = simulate(standing, upload);
      expect({ deleted, created }).toEqual({ deleted: 0, created: 0 });
      return next;
    }, shop);
  const result = through(uploads);
  expect(through([...uploads].reverse())).toEqual(result);
  return result;
}

async function statuses(context: TestContext, plan: string): Promise<string[]> {
  const out = await ok(context, 'plan', 'verify', plan, '--format', 'json');
  return (JSON.parse(out) as { rows: { status: string }[] }).rows.map(({ status }) => status);
}

/** Every cell that differs, as [row, column, text]. */
function differences(before: Grid, after: Grid): (readonly [number, string, string])[] {
  expect(after.header).toEqual(before.header);
  expect(after.rows.length).toBe(before.rows.length);
  return before.rows.flatMap((row, index) =>
    before.header.flatMap((column, place): (readonly [number, string, string])[] => {
      const text = after.rows[index]?.[place] ?? '';
      return text === (row[place] ?? '') ? [] : [[index, column, text]];
    }),
  );
}

function differencesOf(before: Grid, expected: Trip['expected']): (readonly [number, string, string])[] {
  const place = (column: string) => before.header.indexOf(column);
  return [...expected].sort((a, b) => a[0] - b[0] || place(a[1]) - place(b[1]));
}

/** A title and, where the catalogue has options, the price of the last variant of the first product. */
function firstTitleAndPrice(shop: Grid): Pick<Trip, 'edits' | 'expected'> {
  const column = (name: string) => shop.header.indexOf(name);
  const handle = shop.rows[0]?.[column('URL handle')] as string;
  const own = shop.rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row[column('URL handle')] === handle && row[column('Option1 value')] !== '');
  const last = own.at(-1) as (typeof own)[number];
  const options = [1, 2, 3]
    .map((n) => last.row[column(`Option${n} value`)] ?? '')
    .filter((value) => value !== '' && value !== 'Default Title');
  return {
    edits: [
      [handle, 'title', 'A title nobody had'],
      [[handle, ...options].join('/'), 'price', '77.70'],
    ],
    expected: [
      [0, 'Title', 'A title nobody had'],
      [last.index, 'Price', '77.70'],
    ],
  };
}

/** Spaces at the end, an image row, two options, a variant without SKU. */
const SHOPIFY_OLD = `Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Image Position,SEO Title,SEO Description,Status
linen-apron,Linen Apron ,"<p>Linen.
Washed.</p>",Hearth,Aprons,"linen, apron",true,Size,S,Color,Blue,,,APR-S,300.0,shopify,deny,manual,39.00,,'720602828605,https://x.example/1.jpg,1,Apron,d,active
linen-apron,,,,,,,,S,,Red,,,APR-SR,300.0,shopify,deny,manual,39.00,45.00,"",https://x.example/2.jpg,2,,,
linen-apron,,,,,,,,M,,Blue,,,,310.0,shopify,deny,manual,40.00,,"",,,,,
linen-apron,,,,,,,,,,,,,,,,,,,,,https://x.example/3.jpg,3,,,
linen-apron,,,,,,,,M,,Red,,,APR-MR,310.0,shopify,deny,manual,40.00,,"",,,,,
mug,Café Mug,,Hearth,Mugs,,true,Title,Default Title,,,,,MUG,350.0,shopify,deny,manual,12.00,,"",,,,,active
`;

const WOO_GERMAN = `ID,Typ,Artikelnummer,Name,Veröffentlicht,Ist hervorgehoben?,Sichtbarkeit im Katalog,Vorrätig?,Bestand,Angebotspreis,Regulärer Preis,Kategorien,Übergeordnetes Produkt
101,variable,KANNE,Kanne,1,0,visible,1,,,,Küche,
102,variation,KANNE-BL,Kanne - Blau,1,,,1,3,"12,5","1249,9",,KANNE
103,simple,,Untersetzer &amp; mehr,1,0,visible,1,9,,3,Küche,
104,simple,DOSE,Dose,1,0,visible,1,2,,20,Küche,
`;
