/** `eco files map`: from a file that eco does not know to a format like any other, and what becomes of it when it is edited. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForReading } from '../../../src/db/connection.js';
import { dumpFacts } from '../../../src/importing/compareFold.js';
import { json, run, type TestContext, testContext } from '../../cli/testContext.js';
import { amazonOrders, FIRST_ORDERS, writeFiles } from '../sampleShop.js';

const STOCK = `Lagerliste Stand 20.11.2026

Art.-Nr.;Bezeichnung;VK brutto;EK netto;Lagerbestand;Lager;Letzter Abverkauf;Zuständig
KETTLE-17;Wasserkessel;49,90;21,35;112;Hamburg;03.11.2026;anna@example.com
MUG-4-BLUE;Becher blau;24,90;8,10;40;Hamburg;18.11.2026;bert@example.com
GOOSE-09;Schwanenhals;1.089,00;400,00;7;Berlin;12.10.2026;anna@example.com
`;

const ORDERS = `Order no.,Order date,Status,Customer,SKU,Qty,Unit price
1001,05/11/2026,shipped,Anne Example,KETTLE-17,1,49.90
1002,06/11/2026,cancelled,Bert Example,MUG-4-BLUE,2,24.90
`;

function withFiles(files: Readonly<Record<string, string>>, options: Parameters<typeof testContext>[0] = {}): TestContext {
  const context = testContext(options);
  writeFiles(context, files);
  return context;
}

/** A shop with the stock list imported by a profile of its own. */
async function mapped(): Promise<TestContext> {
  const context = withFiles({ 'stock.csv': STOCK });
  expect(await run(context, 'files', 'map', 'stock.csv', '--name', 'my-erp.stock', '--currency', 'EUR', '--quiet')).toMatchObject({
    exitCode: 0,
    err: '',
  });
  expect((await run(context, 'import', 'stock.csv')).exitCode).toBe(0);
  return context;
}

function profileOf(context: TestContext, name = 'my-erp.stock'): string {
  return join(context.dir, 'formats', `${name}.yaml`);
}

function edit(context: TestContext, from: string, to: string, name?: string): void {
  const before = readFileSync(profileOf(context, name), 'utf8');
  expect(before).toContain(from);
  writeFileSync(profileOf(context, name), before.replace(from, to));
}

function facts(context: TestContext) {
  const db = openForReading(context.env.ECO_DB as string);
  try {
    return dumpFacts(db as NonNullable<typeof db>);
  } finally {
    db?.close();
  }
}

describe('eco files map FILE', () => {
  it('shows what every column is taken for, how surely and why', async () => {
    const { rows } = await json(withFiles({ 'stock.csv': STOCK }), 'files', 'map', 'stock.csv', '--dry-run', '--quiet');
    expect(rows.map(({ column, field, certainty }) => [column, field, certainty])).toEqual([
      ['Art.-Nr.', 'sku', 'sure'],
      ['Bezeichnung', 'title', 'sure'],
      ['VK brutto', 'price', 'sure'],
      ['EK netto', 'unitCost', 'sure'],
      ['Lagerbestand', 'available', 'sure'],
      ['Lager', 'location', 'sure'],
      ['Letzter Abverkauf', null, 'unread'],
      ['Zuständig', null, 'personal'],
    ]);
    expect(rows[2]).toMatchObject({ samples: '49,90 · 24,90 · 1.089,00', why: 'so called in German' });
    expect(rows[7]).toMatchObject({ samples: null, why: 'may hold people: never kept' });
  });

  it('keeps nothing on a dry run', async () => {
    const context = withFiles({ 'stock.csv': STOCK });
    const { exitCode, err } = await run(context, 'files', 'map', 'stock.csv', '--dry-run');
    expect({ exitCode, err: err.split('\n').slice(-2) }).toEqual({ exitCode: 0, err: ['Dry run: nothing was kept.', ''] });
    expect([existsSync(context.env.ECO_DB as string), existsSync(join(context.dir, 'formats'))]).toEqual([false, false]);
  });

  it('makes a format like any other: recognised by content, listed, documented', async () => {
    const context = await mapped();
    const imported = await json(context, 'files', 'list');
    expect(imported.rows).toMatchObject([
      { report_format: 'my-erp.stock', platform: 'other', store: 'my-erp', status: 'imported', rows_read: 3, rows_new: 3 },
    ]);
    const products = await json(context, 'products', 'list', '--columns', 'sku,title,price_amount,currency,available');
    expect(products.rows).toEqual([
      { sku: 'GOOSE-09', title: 'Schwanenhals', price_amount: '1089.00', currency: 'EUR', available: 7 },
      { sku: 'KETTLE-17', title: 'Wasserkessel', price_amount: '49.90', currency: 'EUR', available: 112 },
      { sku: 'MUG-4-BLUE', title: 'Becher blau', price_amount: '24.90', currency: 'EUR', available: 40 },
    ]);
    const formats = await json(context, 'files', 'formats', '--where', 'certainty=yours');
    expect(formats.rows).toMatchObject([{ report_format: 'my-erp.stock', fills: 'listings, stock', report: 'stock' }]);
    expect((await json(context, 'files', 'formats', 'my-erp.stock')).rows[0]).toEqual({
      field: 'sku',
      kind: 'identifier',
      required: true,
      names: 'Art.-Nr.',
    });
  });

  it('drops people, whatever their column is called', async () => {
    const context = await mapped();
    expect((await run(context, 'files', 'show', '1')).out).toMatch(/not kept\s+1, as they are or may be personal: Zuständig/);
    expect(JSON.stringify([...facts(context).values()])).not.toContain('example.com');
    expect(readFileSync(profileOf(context), 'utf8')).toContain('personal: [Zuständig]');
  });

  it('takes rows of totals for none', async () => {
    const context = withFiles({ 'stock.csv': `${STOCK}Summe;;;;159;;;\nTotal-Gym;Gerät;9,90;5,00;1;Berlin;;\n` });
    await run(context, 'files', 'map', 'stock.csv', '--name', 'my-erp.stock', '--quiet');
    await run(context, 'import', 'stock.csv');
    expect((await json(context, 'files', 'list')).rows).toMatchObject([{ rows_read: 5, rows_new: 4, rows_ignored: 1 }]);
    expect((await run(context, 'files', 'show', '1')).out).toMatch(/ignored\s+1 · totals 1/);
  });

  it('says what does not name its columns, and what to do', async () => {
    const files = { 'stock.csv': 'SKU,Name,Type,Stock\nS-1,Kettle,simple,5\nS-2,Mug,simple,6\n' };
    const { exitCode, out, err } = await run(withFiles(files), 'files', 'map', 'stock.csv');
    expect(out).toContain('Type');
    expect({ exitCode, err }).toEqual({
      exitCode: 1,
      err: 'eco: One column is not certain: "Type" (productType or role). Say what they are: --columns \'productType=Type\' (none=… for what is not to be read), or leave them unread: --yes\n',
    });
    const told = await run(withFiles(files), 'files', 'map', 'stock.csv', '--columns', 'none=Type', '--quiet');
    expect(told).toMatchObject({ exitCode: 0, err: '' });
    expect(await run(withFiles(files), 'files', 'map', 'stock.csv', '--yes', '--quiet')).toMatchObject({ exitCode: 0, err: '' });
  });

  it.each([
    [
      'a,b\n1,x\n2,y\n',
      [],
      "No columns say what the file is about. Say it with --fills, and what the columns mean with --columns, such as --fills stock --columns 'sku=…,available=…'",
    ],
    [
      'Name,Stock\nKettle,5\nMug,6\n',
      ['--fills', 'stock'],
      "No column tells one product from another. Say which: --columns 'sku=…' (or productId, asin, gtin)",
    ],
    [
      ORDERS,
      [],
      'In which order day, month and year of "05/11/2026" stand is not certain (dmy or mdy). Say it: --date-order dmy, mdy or ymd',
    ],
    [
      'just a letter to somebody\n',
      [],
      'table.csv: has no row that looks like the header of a table: at least two columns with names, and rows below it',
    ],
    [
      'SKU,Title,Stock\nS-1,Kettle,5\n',
      ['--name', 'amazon.orders'],
      '"amazon.orders" cannot name a profile (letters, digits, ".", "-", "_", and no report of eco\'s own). Say another: --name my-erp',
    ],
  ])('refuses %j %j', async (content, options, message) => {
    const context = withFiles({ 'table.csv': content });
    const { exitCode, err } = await run(context, 'files', 'map', 'table.csv', ...options);
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: `eco: ${message}\n` });
    expect(existsSync(context.env.ECO_DB as string)).toBe(false);
  });

  it.each([
    [['--columns', 'skuu=SKU'], '--columns skuu: there is no such field. The nearest is sku; "eco files map --fields" lists them'],
    [['--columns', 'sku=SKUs'], '--columns: the file has no column "SKUs". The nearest is "SKU"'],
    [
      ['--columns', 'campaign=SKU'],
      '--columns campaign: files about products: prices, costs, stock have no such field. "eco files map --fields" says which have; --fills says what the file is about',
    ],
    [
      ['--fills', 'stocks'],
      '--fills stocks: one or more of listings, stock, orders, traffic, ads, shop, adEntities, adChanges, transactions, movements, marketKeywords, offers, reviews, purchases, costs expected',
    ],
    [['--fills', 'orders,ads'], '--fills orders,ads: eco makes no profile of that. Of these one at a time, but listings,stock together'],
    [['--date-order', 'ydm'], '--date-order ydm: one of dmy, mdy, ymd expected (day, month and year in their order)'],
  ])('does not take %j', async (options, message) => {
    const { exitCode, err } = await run(
      withFiles({ 'table.csv': 'SKU,Title,Stock\nS-1,Kettle,5\n' }),
      'files',
      'map',
      'table.csv',
      ...options,
    );
    expect({ exitCode, err }).toEqual({ exitCode: 2, err: `eco: ${message}\n` });
  });

  it('sends a file that eco knows to the import', async () => {
    const { exitCode, err } = await run(withFiles({ 'o.txt': FIRST_ORDERS }), 'files', 'map', 'o.txt');
    expect({ exitCode, err }).toEqual({
      exitCode: 1,
      err: 'eco: o.txt is known already: amazon.orders (All Orders report). Read it: eco import o.txt. To read it otherwise: eco files map --like amazon.orders --output my.yaml\n',
    });
  });

  it('asks on a terminal, only for what is not certain', async () => {
    const answers = ['\u0000other', 'kind', 'category', 'typed.stock'];
    const context = withFiles({ 'list.csv': 'SKU,Title,Type,Stock\nS-1,Kettle,simple,5\nS-2,Mug,simple,6\n' }, { tty: true, answers });
    const { exitCode, err } = await run(context, 'files', 'map', 'list.csv');
    expect(exitCode).toBe(0);
    expect(err).toContain('field kind: there is no such field. The nearest is ');
    expect(readFileSync(profileOf(context, 'typed.stock'), 'utf8')).toContain('category: { names: [Type], required: true }');
  });

  it('asks what the file is about and how its dates are written, where nobody can know', async () => {
    const context = withFiles({ 'sales.csv': ORDERS }, { tty: true, answers: ['dmy', 'shop.orders'] });
    expect((await run(context, 'files', 'map', 'sales.csv')).exitCode).toBe(0);
    expect(readFileSync(profileOf(context, 'shop.orders'), 'utf8')).toContain('date_order: dmy');
    const unclear = withFiles({ 'x.csv': 'Alpha,Beta\nS-1,5\nS-2,6\n' }, { tty: true, answers: ['0', 'x.stock'] });
    expect((await run(unclear, 'files', 'map', 'x.csv')).err).toBe(
      "eco: No column says anything that eco keeps of it. Say which: --columns 'title=…,price=…'\n",
    );
  });
});

describe('orders of a stranger', () => {
  async function ordered(): Promise<TestContext> {
    const context = withFiles({ 'sales.csv': ORDERS });
    const made = await run(
      context,
      'files',
      'map',
      'sales.csv',
      '--name',
      'my-erp.orders',
      '--date-order',
      'dmy',
      '--currency',
      'EUR',
      '--quiet',
    );
    expect(made).toMatchObject({ exitCode: 0, err: '' });
    expect((await run(context, 'import', 'sales.csv')).exitCode).toBe(0);
    return context;
  }

  it('count as orders do: by day, without those that were cancelled', async () => {
    const { rows } = await json(await ordered(), 'orders', 'list', '--columns', 'order_id,day,state,units,goods_amount,currency');
    expect(rows).toEqual([
      { order_id: '1001', day: '2026-11-05', state: 'placed', units: 1, goods_amount: '49.90', currency: 'EUR' },
      { order_id: '1002', day: '2026-11-06', state: 'cancelled', units: 2, goods_amount: '49.80', currency: 'EUR' },
    ]);
  });

  it('keep nothing that is not declared: their other columns may hold people', async () => {
    const { out } = await run(await ordered(), 'files', 'show', '1');
    expect(out).toMatch(/not kept\s+1, as they are or may be personal: Customer/);
  });

  it('are of the shop that their profile is called after, with the stock of my-erp.stock', async () => {
    const context = await ordered();
    writeFiles(context, { 'stock.csv': STOCK, 'other.csv': STOCK.replace('Art.-Nr.', 'Artikelcode') });
    await run(context, 'files', 'map', 'stock.csv', '--name', 'my-erp.stock', '--quiet');
    await run(context, 'files', 'map', 'other.csv', '--name', 'other-shop', '--quiet');
    await run(context, 'import', 'stock.csv');
    await run(context, 'import', 'other.csv');
    const { rows } = await json(context, 'files', 'list', '--columns', 'report_format,store');
    expect(rows).toEqual([
      { report_format: 'other-shop', store: 'other-shop' },
      { report_format: 'my-erp.stock', store: 'my-erp' },
      { report_format: 'my-erp.orders', store: 'my-erp' },
    ]);
  });
});

describe('an edited profile', () => {
  it('reads again what was imported with it, at the next import', async () => {
    const context = await mapped();
    edit(context, 'price: { names: [VK brutto], required: true }', 'compareAtPrice: { names: [VK brutto], required: true }');
    writeFiles(context, { 'o.txt': amazonOrders([['A-1', '2026-11-19T20:00:00Z', '', 'Shipped', 'KETTLE-17', 'Shipped', 1, '55.00']]) });
    const { exitCode, err } = await run(context, 'import', 'o.txt');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: 'my-erp.stock is changed: the file that was imported with it is read again.\n' });
    const { rows } = await json(context, 'products', 'list', '--store', 'my-erp', '--columns', 'sku,price_amount');
    expect(rows[0]).toEqual({ sku: 'GOOSE-09', price_amount: null });
  });

  it('is refused where it would lose rows, and nothing changes', async () => {
    const context = await mapped();
    const before = facts(context);
    edit(
      context,
      'title: { names: [Bezeichnung], required: true }',
      'title: { names: [Bezeichnung], required: true }\n  inbound: { names: [VK brutto] }',
    );
    edit(context, '  price: { names: [VK brutto], required: true } # money\n', '');
    const { err, exitCode } = await run(context, 'db', 'rebuild');
    expect({ exitCode, err }).toEqual({
      exitCode: 0,
      err: 'The changed my-erp.stock does not read what was imported with it: import 1 (stock.csv) has 2 rows that it cannot read (line 4, column "VK brutto": integer expected (it has decimals)). Nothing was changed. If the change is right, take them back first (eco files undo 1), then import the files again. Until that is mended, what was kept of it before counts.\n',
    });
    expect(facts(context)).toEqual(before);
  });

  it('that is no profile any more is said, with file, line and key; what it said before counts', async () => {
    const context = await mapped();
    edit(context, 'sku: {', 'skuu: {');
    const again = await run(context, 'import', 'stock.csv');
    expect(again.err).toMatch(
      /^formats\/my-erp\.stock\.yaml, line \d+: columns\.skuu: there is no field "skuu"\. Did you mean sku\? "eco files map --fields" lists them all\.\. Until/,
    );
    expect((await json(context, 'files', 'list')).rows).toHaveLength(1);
  });

  it('reads no column that was not kept, and says how to have it', async () => {
    const context = withFiles({ 'sales.csv': `${ORDERS.replace('Unit price', 'Unit price,Shipping')}`.replace(/\.90\n/g, '.90,4.90\n') });
    const options = ['--columns', 'none=Shipping', '--date-order', 'dmy', '--name', 'shop.orders', '--quiet'];
    expect(await run(context, 'files', 'map', 'sales.csv', ...options)).toMatchObject({ exitCode: 0, err: '' });
    expect((await run(context, 'import', 'sales.csv')).exitCode).toBe(0);
    edit(context, 'columns:\n', 'columns:\n  orderShipping: Shipping\n', 'shop.orders');
    const { err } = await run(context, 'import', 'sales.csv');
    expect(err).toBe(
      'shop.orders is changed: the file that was imported with it is read again.\nsales.csv: "Shipping" were not kept. To read them: eco files undo 1, then import the file again\n',
    );
  });

  it('may vanish: the database keeps what it says', async () => {
    const context = await mapped();
    const before = facts(context);
    rmSync(join(context.dir, 'formats'), { recursive: true });
    expect((await run(context, 'db', 'rebuild')).exitCode).toBe(0);
    expect(facts(context)).toEqual(before);
    expect((await run(context, 'db', 'check')).exitCode).toBe(0);
    expect((await run(context, 'files', 'map', '--like', 'my-erp.stock')).out).toContain('name: my-erp.stock');
  });
});

describe('eco import --map', () => {
  it('reads a file by a profile that somebody shared, and keeps the profile', async () => {
    const shared = await mapped();
    const context = withFiles({ 'stock.csv': STOCK, 'theirs.yaml': readFileSync(profileOf(shared), 'utf8') });
    expect(await run(context, 'import', 'stock.csv', '--map', 'theirs.yaml')).toMatchObject({
      exitCode: 0,
      err: 'my-erp.stock is a format of yours now.\n',
    });
    expect(readFileSync(profileOf(context), 'utf8')).toBe(readFileSync(join(context.dir, 'theirs.yaml'), 'utf8'));
    const products = ['products', 'list', '--columns', 'sku,price_amount,currency,available'];
    expect((await json(context, ...products)).rows).toEqual((await json(shared, ...products)).rows);
  });

  it('keeps nothing on a dry run', async () => {
    const shared = await mapped();
    const context = withFiles({ 'stock.csv': STOCK, 'theirs.yaml': readFileSync(profileOf(shared), 'utf8') });
    const { exitCode, out } = await run(context, 'import', 'stock.csv', '--map', 'theirs.yaml', '--dry-run');
    expect(exitCode).toBe(0);
    expect(out).toContain('my-erp.stock');
    expect([existsSync(context.env.ECO_DB as string), existsSync(join(context.dir, 'formats'))]).toEqual([false, false]);
  });

  it('takes a profile that was put into the folder without being named', async () => {
    const shared = await mapped();
    const context = withFiles({ 'stock.csv': STOCK });
    mkdirSync(join(context.dir, 'formats'));
    writeFileSync(join(context.dir, 'formats', 'from-anna.yaml'), readFileSync(profileOf(shared), 'utf8'));
    writeFileSync(join(context.dir, 'formats', 'notes.yaml'), 'to do: [nothing of eco]\n');
    expect(await run(context, 'import', 'stock.csv')).toMatchObject({ exitCode: 0, err: 'my-erp.stock is a format of yours now.\n' });
    writeFileSync(join(context.dir, 'formats', 'copy.yaml'), `${readFileSync(profileOf(shared), 'utf8')}# a copy\n`);
    expect((await run(context, 'import', 'stock.csv')).err).toBe(
      'formats/copy.yaml and formats/from-anna.yaml are both my-erp.stock: take one of them away. Until that is mended, what was kept of it before counts.\n',
    );
  });

  it.each([
    [['--map', 'none.yaml'], 1, 'There is no file none.yaml. Expected: a profile (YAML): docs/PROFILES.md; check its name and folder'],
    [['--map', 'stock.csv', '--as', 'amazon.orders'], 2, '--as and --map both say how to read the files: give one of them'],
  ])('refuses %j', async (options, exitCode, message) => {
    const context = withFiles({ 'stock.csv': STOCK });
    expect(await run(context, 'import', 'stock.csv', ...options)).toMatchObject({ exitCode, err: `eco: ${message}\n` });
  });
});

describe('a report that eco has built in', () => {
  it('can be written as a profile, changed, and replaced by it: what was imported before is read the new way', async () => {
    const context = withFiles({ 'o.txt': FIRST_ORDERS });
    await run(context, 'import', 'o.txt');
    const before = (await json(context, 'orders', 'list', '--columns', 'order_id,state')).rows;
    expect((await run(context, 'files', 'map', '--like', 'amazon.orders', '--output', 'my.yaml')).exitCode).toBe(0);
    const file = join(context.dir, 'my.yaml');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('replaces: amazon.orders\n');
    writeFileSync(file, text.replace(/cancelled: .*?, pending/, 'cancelled: /^shipped/i, pending'));
    const { exitCode, err } = await run(context, 'import', 'o.txt', '--map', 'my.yaml');
    expect({ exitCode, err }).toEqual({
      exitCode: 0,
      err: 'amazon.orders is a format of yours now: the file that was imported with it is read again.\n',
    });
    const after = (await json(context, 'orders', 'list', '--columns', 'order_id,state')).rows;
    expect(after).not.toEqual(before);
    expect((await json(context, 'files', 'formats', '--where', 'report_format=amazon.orders')).rows).toMatchObject([
      { certainty: 'yours' },
    ]);
    expect((await run(context, 'files', 'map', '--forget', 'amazon.orders')).exitCode).toBe(0);
    expect((await json(context, 'orders', 'list', '--columns', 'order_id,state')).rows).toEqual(before);
  });

  it('goes before a profile of yours that fits too, and that is said', async () => {
    const context = withFiles({ 'o.txt': FIRST_ORDERS });
    await run(context, 'files', 'map', '--like', 'amazon.orders', '--output', 'my.yaml');
    const file = join(context.dir, 'my.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('replaces: amazon.orders', 'name: mine'));
    await run(context, 'import', 'o.txt', '--map', 'my.yaml', '--quiet');
    writeFiles(context, { 'p.txt': amazonOrders([['A-9', '2026-11-19T20:00:00Z', '', 'Shipped', 'X', 'Shipped', 1, '5.00']]) });
    const { out } = await run(context, 'import', 'p.txt');
    expect(out).toContain('fits your mine too; it was read as amazon.orders, which eco has built in. To read it as yours: --as mine');
    expect((await json(context, 'files', 'list')).rows.map((row) => row.report_format)).toEqual(['amazon.orders', 'mine']);
  });
});

describe('two profiles that fit one file', () => {
  it('are both named', async () => {
    const context = await mapped();
    writeFileSync(profileOf(context, 'second'), readFileSync(profileOf(context), 'utf8').replace('name: my-erp.stock', 'name: second'));
    writeFiles(context, { 'more.csv': STOCK.replace(';40;', ';41;') });
    const { exitCode, out } = await run(context, 'import', 'more.csv');
    expect(exitCode).toBe(1);
    expect(out).toContain('fits more than one report: my-erp.stock, second. Say which: --as my-erp.stock');
  });
});

describe('eco files map --forget', () => {
  it('is refused while imports need the profile', async () => {
    const context = await mapped();
    expect(await run(context, 'files', 'map', '--forget', 'my-erp.stock')).toEqual({
      exitCode: 1,
      out: '',
      err: 'eco: 1 import was read with my-erp.stock and could not be read without it. Take it back first: eco files undo 1\n',
    });
    await run(context, 'files', 'undo', '1');
    expect((await run(context, 'files', 'map', '--forget', 'my-erp.stock')).exitCode).toBe(0);
    expect(existsSync(profileOf(context))).toBe(false);
    expect((await run(context, 'import', 'stock.csv')).exitCode).toBe(1);
  });
});
