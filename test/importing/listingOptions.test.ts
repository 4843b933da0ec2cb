/** The names of a variation's options, as the catalogues of several platforms tell them. */

import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { run, testContext } from '../cli/testContext.js';
import { importAll, importFixtures, put, rows } from './imported.js';

const HEADER = 'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price,Status';
const catalogue = (price: string) => `${HEADER}
mug,Mug,Glaze,Ash,Size,350,MUG-A,${price},active
mug,,,Sea,,500,MUG-S,${price},active
lid,Lid,Title,Default Title,,,LID,4.00,active
`;
const OPTIONS = 'SELECT sku, options FROM v_listings ORDER BY sku';
const KNOWN = [
  ['LID', null],
  ['MUG-A', '{"Glaze":"Ash","Size":"350"}'],
  ['MUG-S', '{"Glaze":"Sea","Size":"500"}'],
];

it('Shopify has columns for them', async () => {
  const context = testContext();
  put(context, 'products.csv', catalogue('12.00'), '2026-11-01');
  await importAll(context, 'products.csv');
  expect(await rows(context, OPTIONS)).toEqual(KNOWN);
});

it('a template and a condition use them, whatever the values look like', async () => {
  const context = testContext();
  put(context, 'products.csv', catalogue('12.00').replace('mug,,,Sea,,500,MUG-S,12.00,active\n', ''), '2026-11-01');
  await importAll(context, 'products.csv');
  const { out } = await run(
    context,
    'titles',
    'edit',
    '--template',
    '{title}, {size} ml, {glaze}',
    '--only',
    'glaze = ash',
    '--format',
    'csv',
  );
  expect(out).toContain(',Mug,"Mug, 350 ml, Ash",');
});

it('eBay has them in a cell, WooCommerce in pairs of columns of the seller’s language', async () => {
  const context = testContext();
  await importFixtures(
    context,
    '2026-11-01',
    'fixtures/platforms/ebay/active-listings/uk-variations.csv',
    'fixtures/platforms/woocommerce/products/german.csv',
  );
  const found = await rows(context, 'SELECT sku, options FROM v_listings WHERE options IS NOT NULL ORDER BY sku');
  expect(found).toEqual(
    expect.arrayContaining([
      ['TT-B', '{"Colour":"Blue"}'],
      ['TT-R', '{"Colour":"Red"}'],
      ['KANNE-BL', '{"Farbe":"Blau"}'],
    ]),
  );
  expect(found.map(([sku]) => sku)).not.toContain('KANNE');
});

it('a listing kept by an eco that did not know them gets them from the next export, or from the kept cells', async () => {
  const context = testContext();
  put(context, 'products.csv', catalogue('12.00'), '2026-11-01');
  await importAll(context, 'products.csv');
  const forget = () => {
    const db = new Sqlite(join(context.dir, 'eco.db'));
    db.exec('UPDATE listings SET options = NULL');
    db.close();
  };
  forget();
  put(context, 'later.csv', `${catalogue('12.00')}\n`, '2026-11-02');
  const { out } = await run(context, 'import', 'later.csv');
  expect(out).not.toMatch(/changed/);
  expect(await rows(context, OPTIONS)).toEqual(KNOWN);
  forget();
  await run(context, 'db', 'rebuild');
  expect(await rows(context, OPTIONS)).toEqual(KNOWN);
});

it('a catalogue that does not speak of them leaves them', async () => {
  const context = testContext();
  put(context, 'products.csv', catalogue('12.00'), '2026-11-01');
  put(context, 'titles.csv', 'Handle,Title,Variant SKU,Variant Price\nmug,Cup,MUG-A,12.00\nmug,,MUG-S,12.00\n', '2026-11-02');
  await importAll(context, 'products.csv', 'titles.csv');
  expect(await rows(context, `${OPTIONS.replace('options', 'title, options')}`)).toEqual([
    ['LID', 'Lid', null],
    ['MUG-A', 'Cup', KNOWN[1]?.[1]],
    ['MUG-S', 'Cup', KNOWN[2]?.[1]],
  ]);
});
