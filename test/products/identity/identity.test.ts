/** `eco products identity`: the map of a seller on two channels (shop.ts), and what people say about it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForReading } from '../../../src/db/connection.js';
import { identityRows } from '../../../src/facts/identityQueries.js';
import { besideOf } from '../../../src/products/identity/beside.js';
import { CHECK_COLUMNS } from '../../../src/products/identity/checkTable.js';
import { IMPORT_COLUMNS } from '../../../src/products/identity/importPage.js';
import { IDENTITY_COLUMNS } from '../../../src/products/identity/listTable.js';
import { identityMap } from '../../../src/products/identity/map.js';
import { expectPublishedSchema, expectValidJson } from '../../cli/schema.js';
import { json, run, type TestContext } from '../../cli/testContext.js';
import { expectTranscript } from '../../cli/transcript.js';
import { importFiles } from '../tinyShop.js';
import { MORNING, PRODUCTS, twoChannels } from './shop.js';

const identity = (context: TestContext, ...words: string[]) => run(context, 'products', 'identity', ...words);

/** Says something by hand; it must be taken. */
async function set(context: TestContext, ...words: string[]): Promise<string> {
  const { exitCode, err } = await identity(context, 'set', ...words);
  expect(exitCode, err).toBe(0);
  return err;
}

function write(context: TestContext, name: string, text: string | Uint8Array): void {
  writeFileSync(join(context.dir, name), text);
}

/** `own SKU ×units: store listing by, …` of products with a listing. */
async function products(context: TestContext): Promise<string[]> {
  const { rows } = await json(context, 'products', 'identity', 'list');
  const found = new Map<string, string[]>();
  for (const row of rows.filter((each) => each.product !== null && each.listing_id !== null)) {
    const key = String(row.product);
    found.set(key, [...(found.get(key) ?? []), `${row.store} ${row.listing_id} ${row.joined_by}`]);
  }
  return [...found].map(([product, listings]) => `${product}: ${listings.join(', ')}`);
}

async function findings(context: TestContext, ...words: string[]): Promise<unknown[][]> {
  const { rows } = await json(context, 'products', 'identity', 'check', '--as-of', MORNING, ...words);
  return rows.map((row) => [row.kind, row.store, row.listing_id, row.units_30d]);
}

describe('products identity list', () => {
  it('joins by SKU and GTIN before anybody has said a word', async () => {
    expect(await products(await twoChannels())).toEqual([
      'KETTLE-17: us KETTLE-17 sku, web kettle sku',
      'gtin:09783161484100: us VASE-US gtin, web vase gtin',
    ]);
  });

  it('counts channels, hides what is by itself, and shows what a conflict holds back', async () => {
    const { rows, notes } = await json(await twoChannels(), 'products', 'identity', 'list');
    expect(rows.map((row) => [row.own_sku, row.units, row.channels, row.listing_id, row.conflict])).toEqual([
      ['KETTLE-17', 1, 2, 'KETTLE-17', null],
      ['KETTLE-17', 1, 2, 'kettle', null],
      [null, 1, 2, 'VASE-US', null],
      [null, 1, 2, 'vase', null],
      [null, null, null, 'LAMP-FBA', 'shared_gtin'],
      [null, null, null, 'LAMP-FBM', 'shared_gtin'],
      [null, null, null, 'candle/Rose', 'shared_sku'],
      [null, null, null, 'candle/White', 'shared_sku'],
    ]);
    expect(notes).toEqual([
      '8 listings are by themselves: --all shows them, "eco products identity check" what they sell.',
      '2 conflicts, 1 proposal: "eco products identity check" says more.',
    ]);
    expect((await json(await twoChannels(), 'products', 'identity', 'list', '--all')).rows).toHaveLength(16);
    expect((await json(await twoChannels(), 'products', 'identity', 'list', '--store', 'web')).rows.map((row) => row.listing_id)).toEqual([
      'kettle',
      'vase',
      'candle/Rose',
      'candle/White',
    ]);
  });

  it('can be written, filled in and read as a mapping file', async () => {
    const context = await twoChannels();
    await set(context, 'FILTER', 'us', 'FILTER-3PK', '--units', '3', '--name', '=Filter', '--note', 'three, "as one"');
    await run(context, 'products', 'identity', 'list', '--all', '--format', 'csv', '--output', 'all.csv');
    const { exitCode, err } = await identity(context, 'import', 'all.csv');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: expect.stringContaining('columns not read: channels, title, joined_by') });
    await identity(context, 'unset', 'us', 'FILTER-3PK');
    const { rows } = await json(context, 'products', 'identity', 'list', '--where', 'joined_by=file');
    // The vases have no SKU of one's own yet, and rows without one say nothing.
    expect(rows.map((row) => [row.own_sku, row.own_name, row.units, row.listing_id, row.note])).toEqual([
      ['FILTER', '=Filter', 1, 'filter', null],
      ['FILTER', '=Filter', 3, 'FILTER-3PK', 'three, "as one"'],
      ['KETTLE-17', null, 1, 'KETTLE-17', null],
      ['KETTLE-17', null, 1, 'kettle', null],
    ]);
  });
});

describe('products identity set', () => {
  it('counts more than the SKU, carries the pieces, and goes on to the same SKU', async () => {
    const context = await twoChannels();
    expect(await set(context, 'FILTER', 'us', 'FILTER-3PK', '--units', '3')).toBe(
      'note: FILTER-3PK of us: 3 × FILTER by hand; before: by itself\n',
    );
    expect(await products(context)).toContain('FILTER: web filter sku');
    expect(await products(context)).toContain('FILTER ×3: us FILTER-3PK hand');
    expect(await set(context, 'K9', 'web', 'kettle')).toContain('kettle of web: K9 by hand; before: KETTLE-17 by its SKU');
    expect(await products(context)).toContain('K9: us KETTLE-17 sku, web kettle hand');
  });

  it('takes a SKU or an ASIN for the listing, and replaces what was said before', async () => {
    const context = await twoChannels();
    await set(context, 'K9', 'us', 'B0KETTLE17');
    expect(await set(context, 'K10', 'us', 'KETTLE-17')).toBe('note: KETTLE-17 of us: K10 by hand; before: K9 by hand\n');
    expect(await products(context)).toContain('K10: us KETTLE-17 hand, web kettle sku');
    const { rows } = await json(context, 'db', 'sql', 'SELECT own_sku, store, listing_id, units, said_by FROM v_identities');
    expect(rows).toEqual([{ own_sku: 'K10', store: 'us', listing_id: 'KETTLE-17', units: 1, said_by: 'hand' }]);
  });

  it('says what else would be needed, and joins no second listing of a store by itself', async () => {
    const context = await twoChannels();
    const err = await set(context, 'KETTLE-17', 'us', 'LAMP-FBM');
    expect(err).toContain('KETTLE-17 of us: the SKU KETTLE-17 would make KETTLE-17, LAMP-FBM of us both KETTLE-17');
    expect(await products(context)).toContain('KETTLE-17: us LAMP-FBM hand, web kettle sku');
    await set(context, 'KETTLE-17', 'us', 'KETTLE-17');
    expect(await products(context)).toContain('KETTLE-17: us KETTLE-17 hand, us LAMP-FBM hand, web kettle sku');
  });

  it('keeps a name as long as something is said by hand of its product', async () => {
    const context = await twoChannels();
    const names = async () => (await json(context, 'db', 'sql', 'SELECT own_sku, own_name FROM v_own_products')).rows;
    await set(context, 'K9', 'web', 'kettle', '--name', 'Kettle');
    await set(context, 'K9', 'us', 'KETTLE-17', '--name', 'The kettle');
    expect(await names()).toEqual([{ own_sku: 'K9', own_name: 'The kettle' }]);
    await identity(context, 'unset', 'web', 'kettle');
    expect(await names()).toHaveLength(1);
    await set(context, 'K10', 'us', 'KETTLE-17');
    expect(await names()).toEqual([]);
  });

  it.each([
    [
      ['X', 'us', 'KETTEL-17'],
      1,
      'eco: There is no listing "KETTEL-17" in us. The nearest is "KETTLE-17"; "eco products list --store us" shows all. Nothing was changed.\n',
    ],
    [
      ['X', 'web', 'CANDLE'],
      1,
      'eco: "CANDLE" is 2 listings of web: candle/Rose, candle/White. Give the listing id of one. Nothing was changed.\n',
    ],
    [['X', 'uk', 'KETTLE-17'], 1, 'eco: There is no store "uk". Known: us, web.\n'],
    [
      ['X', 'us', 'KETTLE-17', '--units', '0'],
      2,
      'eco: --units 0: a whole number from 1 on expected, the pieces of OWN_SKU in one unit of the listing\n',
    ],
    [[' ', 'us', 'KETTLE-17'], 2, 'eco: OWN_SKU is empty: your own number of the product expected\n'],
  ])('refuses %j', async (words, exitCode, err) => {
    const context = await twoChannels();
    expect(await identity(context, 'set', ...words)).toEqual({ exitCode, out: '', err });
    expect((await json(context, 'db', 'sql', 'SELECT * FROM v_identities')).rows).toEqual([]);
  });
});

describe('products identity unset', () => {
  it('takes back a word by hand', async () => {
    const context = await twoChannels();
    const before = await products(context);
    await set(context, 'K9', 'web', 'kettle');
    const { exitCode, err } = await identity(context, 'unset', 'web', 'kettle');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: 'note: kettle of web: KETTLE-17 by its SKU; before: K9 by hand\n' });
    expect(await products(context)).toEqual(before);
  });

  it('takes it back of a listing that is gone, too', async () => {
    const context = await twoChannels();
    await set(context, 'K9', 'web', 'kettle');
    const { rows } = await json(context, 'files', 'list');
    await run(context, 'files', 'undo', String(rows.find((row) => row.file === 'products_export.csv')?.import_id));
    expect(await findings(context)).toContainEqual(['no_listing', 'web', null, null]);
    expect((await identity(context, 'unset', 'web', 'kettle')).err).toBe('kettle of web: taken back; no listing goes by that name now\n');
    expect((await json(context, 'db', 'sql', 'SELECT * FROM v_identities')).rows).toEqual([]);
  });

  it('takes back all that a file says', async () => {
    const context = await twoChannels();
    write(context, 'map.csv', 'own_sku,store,listing_id\nK9,web,kettle\nK9,us,KETTLE-17\n');
    await identity(context, 'import', 'map.csv');
    expect(await products(context)).toContain('K9: us KETTLE-17 file, web kettle file');
    const { exitCode, err } = await identity(context, 'unset', '--file', 'map.csv');
    expect({ exitCode, err }).toEqual({
      exitCode: 0,
      err: 'map.csv: 2 mappings taken back. Back again: eco products identity import map.csv\n',
    });
    expect(await products(context)).toContain('KETTLE-17: us KETTLE-17 sku, web kettle sku');
  });

  it.each([
    [
      ['web', 'kettle'],
      1,
      'eco: Nothing is said by hand of kettle of web; it is KETTLE-17 by its SKU. To keep it apart, give it a SKU of its own: eco products identity set OWN_SKU web kettle.\n',
    ],
    [
      ['web', 'vase'],
      1,
      'eco: Nothing is said by hand of vase of web; map.csv, line 2 says what it is: change the file and import it again, or say by hand what it is instead.\n',
    ],
    [['--file', 'other.csv'], 1, /^eco: other\.csv was never read as a mapping file\. Read were: .*map\.csv\.\n$/],
    [['web'], 2, 'eco: Say what to take back in one way: STORE LISTING, or --file FILE\n'],
    [['web', 'vase', '--file', 'map.csv'], 2, 'eco: Say what to take back in one way: STORE LISTING, or --file FILE\n'],
  ])('refuses %j', async (words, exitCode, err) => {
    const context = await twoChannels();
    write(context, 'map.csv', 'own_sku,store,listing_id\nV,web,vase\n');
    await identity(context, 'import', 'map.csv');
    const result = await identity(context, 'unset', ...words);
    expect(result).toMatchObject({ exitCode, out: '' });
    expect(result.err).toEqual(typeof err === 'string' ? err : expect.stringMatching(err));
  });
});

describe('products identity check', () => {
  it('names what is open, with the sales that hang on it, those that sell most first', async () => {
    expect(await findings(await twoChannels())).toEqual([
      ['shared_gtin', 'us', 'LAMP-FBM', 5],
      ['unjoined', 'us', 'FILTER-3PK', 4],
      ['unjoined', 'us', 'SOAP', 1],
      ['shared_gtin', 'us', 'LAMP-FBA', 0],
      ['unjoined', 'us', 'CANDLE', 0],
      ['unjoined', 'us', 'MUG-4', 0],
      // Of web no orders are known.
      ['shared_sku', 'web', 'candle/Rose', null],
      ['shared_sku', 'web', 'candle/White', null],
      ['similar_sku', 'web', 'mug', null],
      ['unjoined', 'web', 'filter', null],
      ['unjoined', 'web', 'lamp', null],
      ['unjoined', 'web', 'tea', null],
    ]);
  });

  it('proposes a command for each that ends it', async () => {
    const context = await twoChannels();
    const { rows } = await json(context, 'products', 'identity', 'check', '--as-of', MORNING);
    for (const { fix } of rows) {
      const words = (fix as string).replace('OWN_SKU', 'NEW').split(' ').slice(1);
      await run(context, ...words.map((word) => word.replaceAll("'", '')));
    }
    expect(await findings(context)).toEqual([]);
    expect((await identity(context, 'check', '--exit-code')).exitCode).toBe(0);
  });

  it('exits with 3 where something is open, when asked to', async () => {
    const context = await twoChannels();
    expect((await identity(context, 'check')).exitCode).toBe(0);
    expect((await identity(context, 'check', '--exit-code')).exitCode).toBe(3);
  });

  it('has nothing to say of a seller with one store', async () => {
    const context = await twoChannels();
    const { rows } = await json(context, 'files', 'list');
    await run(context, 'files', 'undo', String(rows.find((row) => row.file === 'products_export.csv')?.import_id));
    const { notes } = await json(context, 'products', 'identity', 'check', '--as-of', MORNING, '--store', 'us');
    expect(await findings(context)).toEqual([
      ['shared_gtin', 'us', 'LAMP-FBM', 5],
      ['shared_gtin', 'us', 'LAMP-FBA', 0],
    ]);
    expect(notes).toContain('us: the only store with listings, so there is nothing to join them to.');
  });
});

describe('the map', () => {
  it('is the same whether all listings are looked at or those around one', async () => {
    const context = await twoChannels();
    await set(context, 'K9', 'web', 'kettle');
    await set(context, 'FILTER', 'us', 'FILTER-3PK', '--units', '3');
    await set(context, 'LMP', 'us', 'LAMP-FBA');
    const db = openForReading(context.env.ECO_DB as string) as NonNullable<ReturnType<typeof openForReading>>;
    try {
      const storeIds = db.prepare('SELECT store_id FROM stores').pluck().all() as number[];
      const whole = identityMap(identityRows(db, storeIds));
      for (const { listingPk } of whole.rows.listings) {
        const part = identityMap(identityRows(db, storeIds, [listingPk]));
        expect(besideOf(part, listingPk)).toEqual(besideOf(whole, listingPk));
      }
      expect(whole.rows.listings).toHaveLength(16);
      expect(identityRows(db, storeIds, [whole.rows.listings[0]?.listingPk as number]).listings.length).toBeLessThan(16);
    } finally {
      db.close();
    }
  });

  it('keeps clients apart', async () => {
    const context = await twoChannels();
    await importFiles(
      context,
      [{ name: 'acme/products_export.csv', at: '2026-11-21T12:00:00Z', text: PRODUCTS.replace('Kettle,', 'Acme kettle,') }],
      '--client',
      'acme',
    );
    expect(await products(context)).toEqual([
      'KETTLE-17: us KETTLE-17 sku, web kettle sku',
      'gtin:09783161484100: us VASE-US gtin, web vase gtin',
    ]);
  });

  it('outlives a rebuild, which people’s words are not part of', async () => {
    const context = await twoChannels();
    await set(context, 'K9', 'web', 'kettle');
    const before = await products(context);
    expect((await run(context, 'db', 'rebuild')).exitCode).toBe(0);
    expect(await products(context)).toEqual(before);
  });
});

describe('products show', () => {
  it('has the other listings of the product beside it, packs too, and finds it by one’s own SKU', async () => {
    const context = await twoChannels();
    await set(context, 'F-100', 'web', 'filter', '--name', 'Paper filter');
    await set(context, 'F-100', 'us', 'FILTER-3PK', '--units', '3');
    const { out } = await run(context, 'products', 'show', 'FILTER', '--as-of', MORNING);
    expect(out).toContain('The same product elsewhere   F-100 · Paper filter · this one by hand');
    expect(out).toMatch(/ us +FILTER-3PK +FILTER-3PK +3 +hand +Paper Filters, 3 Packs +10\.00/);
    expect((await run(context, 'products', 'show', 'f-100', '--as-of', MORNING)).out).toContain('f-100 is 2 listings');
  });

  it('says why a listing with the same SKU is not among them', async () => {
    const { out } = await run(await twoChannels(), 'products', 'show', 'candle/Rose', '--as-of', MORNING);
    expect(out).toContain('The same SKU elsewhere');
    expect(out).toContain('2 listings of web have the SKU CANDLE (candle/Rose, candle/White), so it joins none of them.');
  });
});

describe('what is printed', () => {
  it('is the help of the group where no verb is given, and of a verb that is asked about', async () => {
    const context = await twoChannels();
    for (const words of [
      ['products', 'identity'],
      ['help', 'products', 'identity'],
      ['products', 'identity', '--help'],
    ]) {
      const { exitCode, out, err } = await run(context, ...words);
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
      expect(out).toContain('Usage: eco products identity [options] [command]');
    }
    expect((await run(context, 'help', 'products', 'identity', 'set')).out).toContain('--units <n>');
  });

  it('is what the transcript says', async () => {
    const context = await twoChannels();
    write(
      context,
      'mapping.csv',
      `own_sku;store;listing_id;units;name
FILTER;web;FILTER;;Paper filter
FILTER;us;FILTER-3PK;3;
LMP;us;LAMP-FBA;;Desk lamp
LMP;us;LAMP-FBM;;
TEAPOT;web;teapot;1;
MUG;webb;mug;1;
`,
    );
    await expectTranscript(context, 'products-identity', [
      ['products', 'identity', 'check', '--as-of', MORNING],
      ['products', 'identity', 'import', 'mapping.csv'],
      ['products', 'identity', 'set', 'MUG-4', 'web', 'mug', '--note', 'the web shop writes it small'],
      ['products', 'identity', 'list'],
      ['products', 'identity', 'check', '--as-of', MORNING, '--where', 'finding!=unjoined', '--columns', 'finding,listing_id,message,fix'],
      ['products', 'show', 'LMP', '--store', 'web', '--as-of', MORNING],
    ]);
  });

  it('has a published shape', async () => {
    expectPublishedSchema({ id: 'products.identity-list/1', columns: IDENTITY_COLUMNS });
    expectPublishedSchema({ id: 'products.identity-check/1', columns: CHECK_COLUMNS });
    expectPublishedSchema({ id: 'products.identity-import/1', columns: IMPORT_COLUMNS });
    const context = await twoChannels();
    write(context, 'map.csv', 'own_sku,store,listing_id\nK9,web,kettle\nK9,us,gone\n');
    expectValidJson((await identity(context, 'import', 'map.csv', '--format', 'json')).out);
    expectValidJson((await identity(context, 'list', '--all', '--format', 'json')).out);
    expectValidJson((await identity(context, 'check', '--as-of', MORNING, '--format', 'json')).out);
  });
});
