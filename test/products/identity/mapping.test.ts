/** Mapping files: how their columns are known, what becomes of each row, and what a second reading changes. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { mappingColumns } from '../../../src/products/identity/mappingHeader.js';
import { json, run, type TestContext } from '../../cli/testContext.js';
import { twoChannels } from './shop.js';

async function read(context: TestContext, name: string, bytes: string | Uint8Array, ...words: string[]) {
  writeFileSync(join(context.dir, name), bytes);
  return run(context, 'products', 'identity', 'import', name, ...words);
}

/** Every row of the file with what became of it: `line outcome: message`. */
async function outcomes(context: TestContext, name: string, bytes: string | Uint8Array, ...words: string[]): Promise<string[]> {
  const { out, err } = await read(context, name, bytes, '--format', 'json', ...words);
  expect(out, err).not.toBe('');
  const { rows } = JSON.parse(out) as { rows: Record<string, unknown>[] };
  return rows.map((row) => `${row.line} ${row.outcome}${row.message === null ? '' : `: ${row.message}`}`);
}

const mapped = async (context: TestContext) =>
  (
    await json(
      context,
      'db',
      'sql',
      'SELECT own_sku, own_name, store, listing_id, units, said_listing, note FROM v_identities ORDER BY 1, 3, 4',
    )
  ).rows.map((row) => [row.own_sku, row.own_name, row.store, row.listing_id, row.units, row.said_listing, row.note]);

describe('the columns of a mapping file', () => {
  const columns = (header: string, hasStore = false) => {
    const { unread, ...found } = mappingColumns('map.csv', header.split('|'), hasStore);
    const name = (at: number) => (at === -1 ? null : (header.split('|')[at] as string));
    return {
      ...Object.fromEntries(Object.entries(found).map(([key, at]) => [key, Array.isArray(at) ? at.map(name) : name(at as number)])),
      unread,
    };
  };

  it.each([
    [
      'own_sku|store|listing_id|units|name|note',
      { ownSku: 'own_sku', store: 'store', listing: ['listing_id'], units: 'units', name: 'name', note: 'note' },
    ],
    ['Master SKU|Channel|ASIN|Qty', { ownSku: 'Master SKU', store: 'Channel', listing: ['ASIN'], units: 'Qty' }],
    ['SKU|Platform|Item ID', { ownSku: 'SKU', store: 'Platform', listing: ['Item ID'] }],
    ['Own SKU|Store|SKU|ASIN', { ownSku: 'Own SKU', store: 'Store', listing: ['ASIN', 'SKU'] }],
    [
      '货号|店铺|商品ID|数量|商品名称|备注',
      { ownSku: '货号', store: '店铺', listing: ['商品ID'], units: '数量', name: '商品名称', note: '备注' },
    ],
    ['商家编码|平台|宝贝ID', { ownSku: '商家编码', store: '平台', listing: ['宝贝ID'] }],
    [
      'Artikelnummer|Plattform|Angebotsnummer|Menge|Bezeichnung',
      { ownSku: 'Artikelnummer', store: 'Plattform', listing: ['Angebotsnummer'], units: 'Menge', name: 'Bezeichnung' },
    ],
    ['品番|モール|商品管理番号|入数', { ownSku: '品番', store: 'モール', listing: ['商品管理番号'], units: '入数' }],
    ['store|platform|sku|listing id', { ownSku: 'sku', store: 'store', listing: ['listing id'] }],
  ])('are known by their names: %s', (header, expected) => {
    expect(columns(header)).toMatchObject(expected);
  });

  it('may lack the store where the command line says it, and the listing where products are named', () => {
    expect(columns('sku|asin', true)).toMatchObject({ ownSku: 'sku', store: null, listing: ['asin'] });
    expect(columns('sku|name')).toMatchObject({ ownSku: 'sku', listing: [], name: 'name' });
  });

  it('that are not read are named', () => {
    expect(columns('own_sku|store|asin|Warehouse|').unread).toEqual(['Warehouse']);
  });

  it.each([
    [
      'store|asin',
      'map.csv: no column tells your own SKU (own_sku, master sku, 货号, 商家编码, Artikelnummer). Its columns: "store", "asin". Nothing was taken from the file.',
    ],
    [
      'own_sku|store',
      'map.csv: no column tells the listing (listing_id, item id, channel sku, asin, 商品ID). Its columns: "own_sku", "store". Nothing was taken from the file.',
    ],
    [
      'own_sku|asin',
      'map.csv: no column tells the store (store, channel, platform, 店铺), or --store NAME for the whole file. Its columns: "own_sku", "asin". Nothing was taken from the file.',
    ],
  ])('that are missing are named: %s', (header, message) => {
    expect(() => columns(header)).toThrow(message);
  });
});

describe('a mapping file', () => {
  it('names listings by id, SKU or ASIN, stores by name, marketplace or platform', async () => {
    const context = await twoChannels();
    const text = `own_sku,store,listing_id,units,name,note
K,us,KETTLE-17,,Kettle,
K,Shopify,kettle,,,same
M,AMAZON.COM,B0MUG40000,2,,
V,WEB,VASE,1,,
`;
    expect(await outcomes(context, 'map.csv', text)).toEqual(['2 new', '3 new', '4 new', '5 new']);
    expect(await mapped(context)).toEqual([
      ['K', 'Kettle', 'us', 'KETTLE-17', 1, 'KETTLE-17', null],
      ['K', 'Kettle', 'web', 'kettle', 1, 'kettle', 'same'],
      ['M', null, 'us', 'MUG-4', 2, 'B0MUG40000', null],
      ['V', null, 'web', 'vase', 1, 'VASE', null],
    ]);
  });

  it('has every row stored, ignored or refused, each with its reason', async () => {
    const context = await twoChannels();
    const text = `own_sku,store,listing_id,units,name
K,us,KETTLE-17,1,Kettle
,web,kettle,1,
K,us,KETTLE-17,1,Kettle
K,web,kettle,1,Teapot
L,uk,KETTLE-17,1,
L,,KETTLE-17,1,
L,us,KETTLE-17,0,
L,us,KETTLE-17,1.5,
L,us,4.68E+14,1,
9.1E+11,us,KETTLE-17,1,
L,us,,1,
L,us,,1,Lamp
L,web,CANDLE,1,
L,web,gone,1,
L,us,"LAMP-FBA",1,,
`;
    const excel = 'destroyed by Excel: export again and do not open the file in Excel before the import';
    const units = 'a whole number from 1 on expected: pieces of your own SKU in one unit of the listing';
    expect(await outcomes(context, 'map.csv', text)).toEqual([
      '2 new',
      '3 ignored',
      '4 ignored: repeats line 2',
      '5 new: the name "Teapot" was not taken: line 2 says "Kettle"',
      '6 refused: there is no store "uk", the nearest is "us" of us, web',
      '7 refused: it names no store, one of us, web expected',
      `8 refused: the units are "0", ${units}`,
      `9 refused: the units are "1.5", ${units}`,
      `10 refused: the listing is "4.68E+14": ${excel}`,
      `11 refused: the own SKU is "9.1E+11": ${excel}`,
      '12 refused: it names neither a listing nor a product name',
      '13 new',
      '14 new: 2 listings of web go by "CANDLE", so it joins none: give the listing id (eco products list)',
      '15 new: no listing of web goes by "gone" yet; it counts as soon as one does',
      '16 new',
    ]);
    expect((await read(context, 'map.csv', text)).exitCode).toBe(4);
    expect((await json(context, 'db', 'sql', 'SELECT own_sku, own_name, line FROM v_own_products')).rows).toEqual([
      { own_sku: 'K', own_name: 'Kettle', line: 2 },
      { own_sku: 'L', own_name: 'Lamp', line: 13 },
    ]);
  });

  it('that contradicts itself is stored as it is, and joins nothing', async () => {
    const context = await twoChannels();
    await read(context, 'map.csv', 'own_sku,store,listing_id\nK,us,KETTLE-17\nL,us,KETTLE-17\n');
    const { rows } = await json(context, 'products', 'identity', 'check', '--where', 'kind=claimed_twice');
    expect(rows.map((row) => row.message)).toEqual(['map.csv, line 2, says K; map.csv, line 3, says L: it is neither until you say which']);
  });

  it('read again replaces what it said, and says what changed', async () => {
    const context = await twoChannels();
    await read(context, 'map.csv', 'own_sku,store,listing_id,name\nK,us,KETTLE-17,Kettle\nM,us,MUG-4,\nS,us,SOAP,\nP,,,Pan\n');
    const second = 'own_sku,store,listing_id,name\nK,us,KETTLE-17,Big kettle\nM,us,MUG-4,\nV,web,vase,\n';
    const { out, exitCode } = await read(context, 'map.csv', second);
    expect(exitCode).toBe(0);
    expect(out).toContain('3 rows: 1 new, 1 same, 1 changed; 2 gone from the file.');
    expect((await mapped(context)).map(([own, name, , listing]) => [own, name, listing])).toEqual([
      ['K', 'Big kettle', 'KETTLE-17'],
      ['M', null, 'MUG-4'],
      ['V', null, 'vase'],
    ]);
    expect(await outcomes(context, 'map.csv', second)).toEqual(['2 same', '3 same', '4 same']);
  });

  it('is the same file when it has moved, and another one beside it is not', async () => {
    const context = await twoChannels();
    const text = 'own_sku,store,listing_id\nK,us,KETTLE-17\n';
    await read(context, 'map.csv', text);
    mkdirSync(join(context.dir, 'moved'));
    renameSync(join(context.dir, 'map.csv'), join(context.dir, 'moved/map.csv'));
    expect(await outcomes(context, 'moved/map.csv', text)).toEqual(['2 same']);
    await read(context, 'map.csv', 'own_sku,store,listing_id\nM,us,MUG-4\n');
    expect((await mapped(context)).map(([own]) => own)).toEqual(['K', 'M']);
  });

  it('changes nothing with --dry-run', async () => {
    const context = await twoChannels();
    const { out, exitCode } = await read(context, 'map.csv', 'own_sku,store,listing_id\nK,us,KETTLE-17\n', '--dry-run');
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: expect.stringContaining('map.csv: dry run, nothing was changed') });
    expect(await mapped(context)).toEqual([]);
  });

  it('takes its store from the command line', async () => {
    const context = await twoChannels();
    expect(await outcomes(context, 'map.csv', 'sku,asin\nK,B0KETTLE17\n', '--store', 'us')).toEqual(['2 new']);
    expect(await mapped(context)).toEqual([['K', null, 'us', 'KETTLE-17', 1, 'B0KETTLE17', null]]);
  });

  it('may be in any encoding, with any delimiter, or a workbook', async () => {
    const context = await twoChannels();
    const chinese = iconv.encode('货号;店铺;商品ID;商品名称\r\nK;web;kettle;水壶\r\n', 'gb18030');
    expect(await outcomes(context, 'chinese.csv', chinese)).toEqual(['2 new']);
    expect((await mapped(context))[0]?.[1]).toBe('水壶');
    const wide = new Uint8Array(Buffer.from('\ufeffown sku\tstore\tasin\tname\nW\tus\tB0SOAP0000\tÖl\n', 'utf16le'));
    expect(await outcomes(context, 'wide.txt', wide)).toEqual(['2 new']);
    expect((await mapped(context))[1]?.[1]).toBe('Öl');
    const sheet = xlsx.utils.aoa_to_sheet([
      ['own_sku', 'store', 'listing_id', 'units'],
      ['M', 'us', 'MUG-4', 4],
    ]);
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, sheet, 'map');
    expect(await outcomes(context, 'map.xlsx', xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)).toEqual(['2 new']);
    expect((await mapped(context))[1]).toEqual(['M', null, 'us', 'MUG-4', 4, 'MUG-4', null]);
  });

  it.each([
    ['', 'map.csv: a header and at least one row expected, found nothing.'],
    ['own_sku,store,listing_id\n', 'map.csv: a header and at least one row expected, found one row.'],
    [
      'own_sku,store,listing_id\nK,uk,x\nL,uk,x\n',
      'map.csv: all of its rows with an own SKU are refused. The first, line 2: there is no store "uk", the nearest is "us" of us, web. Nothing was changed.',
    ],
    ['own_sku,store,listing_id\n,us,x\n', 'map.csv: no row has an own SKU. Nothing was changed.'],
    [
      '<html><body>Please log in</body></html>',
      'map.csv is no table. A mapping file expected: CSV, TSV or Excel with own_sku, store, listing_id, units.',
    ],
    [
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      'map.csv is no table. A mapping file expected: CSV, TSV or Excel with own_sku, store, listing_id, units.',
    ],
  ])('is refused where nothing of it can be taken (%#)', async (bytes, message) => {
    const context = await twoChannels();
    await read(context, 'map.csv', 'own_sku,store,listing_id\nK,us,KETTLE-17\n');
    expect(await read(context, 'map.csv', bytes)).toEqual({ exitCode: 1, out: '', err: `eco: ${message}\n` });
    expect(await mapped(context)).toHaveLength(1);
  });

  it('that is not there, or a folder, is told so', async () => {
    const context = await twoChannels();
    const what = 'A mapping file expected: CSV, TSV or Excel with own_sku, store, listing_id, units.';
    expect((await run(context, 'products', 'identity', 'import', 'none.csv')).err).toBe(`eco: none.csv is not there. ${what}\n`);
    expect((await run(context, 'products', 'identity', 'import', '.')).err).toBe(`eco: . is a folder. ${what}\n`);
  });
});
