/** `eco store`: what people say of their stores, and that figures follow at once. */

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openForReading } from '../../../src/db/connection.js';
import { compareWithFold } from '../../../src/importing/compareFold.js';
import { PLATFORM_NAMES } from '../../../src/platforms/marketplaces.js';
import { run, type TestContext, testContext } from '../../cli/testContext.js';
import { FIRST_ORDERS, SECOND_ORDERS, SHOPIFY_ORDERS, writeFiles } from '../sampleShop.js';

async function rows(context: TestContext, ...argv: string[]) {
  const result = await run(context, ...argv, '--format', 'json');
  expect({ exitCode: result.exitCode, err: result.err }).toEqual({ exitCode: 0, err: '' });
  return (JSON.parse(result.out) as { rows: Record<string, unknown>[] }).rows;
}

async function shop(): Promise<TestContext> {
  const context = testContext();
  writeFiles(context, { 'in/first.txt': FIRST_ORDERS, 'in/second.txt': SECOND_ORDERS });
  await run(context, 'import', 'in');
  return context;
}

describe('eco store add', () => {
  it('takes currency and time zone from the marketplace', async () => {
    const [store] = await rows(testContext(), 'store', 'add', 'britain', '--platform', 'Amazon', '--marketplace', 'amazon.co.uk');
    expect(store).toMatchObject({
      store: 'britain',
      platform: 'amazon',
      marketplace: 'Amazon.co.uk',
      currency: 'GBP',
      time_zone: 'Europe/London',
      assumed: false,
      client: null,
    });
  });

  it('belongs to the client that is named, with what was said', async () => {
    const argv = [
      'store',
      'add',
      'acme-web',
      '--platform',
      'shopify',
      '--currency',
      'eur',
      '--timezone',
      'Europe/Berlin',
      '--client',
      'acme',
    ];
    const [store] = await rows(testContext(), ...argv);
    expect(store).toMatchObject({ store: 'acme-web', client: 'acme', currency: 'EUR', time_zone: 'Europe/Berlin' });
  });

  it('takes the time zone of a platform of one country from the platform', async () => {
    const context = testContext();
    const added = await run(context, 'store', 'add', 'rak', '--platform', 'rakuten', '--format', 'json');
    expect(JSON.parse(added.out)).toMatchObject({
      rows: [{ time_zone: 'Asia/Tokyo', currency: null }],
      notes: [expect.stringContaining('rak has no currency yet: the first file that names one decides')],
    });
    const path = fileURLToPath(new URL('../../../fixtures/platforms/rakuten/items/normal-item.csv', import.meta.url));
    await run(context, 'import', path);
    expect(await rows(context, 'store', 'list')).toMatchObject([{ store: 'rak', time_zone: 'Asia/Tokyo', currency: 'JPY', files: 1 }]);
  });

  it('learns its currency from the first file that names one, also after another thing of it was said', async () => {
    const context = testContext();
    await run(context, 'store', 'add', 'web', '--platform', 'shopify');
    await run(context, 'store', 'edit', 'web', '--timezone', 'Europe/Berlin');
    writeFiles(context, { 'orders.csv': SHOPIFY_ORDERS });
    await run(context, 'import', 'orders.csv');
    const [web] = await rows(context, 'store', 'list');
    expect(web).toMatchObject({ store: 'web', currency: 'EUR', time_zone: 'Europe/Berlin', assumed: false });
  });

  it('then takes the files of its marketplace', async () => {
    const context = testContext();
    await run(context, 'store', 'add', 'america', '--platform', 'amazon', '--marketplace', 'Amazon.com');
    writeFiles(context, { 'first.txt': FIRST_ORDERS });
    await run(context, 'import', 'first.txt');
    expect((await rows(context, 'store', 'list')).map((store) => [store.store, store.files])).toEqual([['america', 1]]);
  });

  it.each([
    [
      ['--platform', 'amzon'],
      `eco: --platform amzon: no such platform. The nearest is "amazon"; all: ${Object.keys(PLATFORM_NAMES).sort().join(', ')}\n`,
    ],
    [['--platform', 'amazon', '--currency', 'USX'], 'eco: --currency USX: a currency code of ISO 4217 such as USD, EUR or CNY expected\n'],
    [
      ['--platform', 'amazon', '--timezone', 'Europe/Berln'],
      'eco: --timezone Europe/Berln: a time zone such as Europe/Berlin or America/Los_Angeles expected. The nearest name is Europe/Berlin\n',
    ],
    [
      ['--platform', 'amazon', '--timezone', '+02:00'],
      'eco: --timezone +02:00: a time zone such as Europe/Berlin or America/Los_Angeles expected\n',
    ],
  ])('refuses %j', async (options, err) => {
    expect(await run(testContext(), 'store', 'add', 'x', ...options)).toEqual({ exitCode: 2, out: '', err });
  });

  it('refuses a name that is taken', async () => {
    const context = await shop();
    const { exitCode, err } = await run(context, 'store', 'add', 'us', '--platform', 'amazon');
    expect({ exitCode, err }).toEqual({ exitCode: 1, err: 'eco: There is a store "us" already. Choose another name.\n' });
  });
});

describe('eco store edit', () => {
  it('moves sales to the days of a new time zone at once, and says so', async () => {
    const context = await shop();
    const days = async () => (await rows(context, 'orders', 'list', '--columns', 'order_id,day')).map((row) => [row.order_id, row.day]);
    expect(await days()).toEqual([
      ['A-1', '2026-11-19'],
      ['A-2', '2026-11-19'],
      ['A-3', '2026-11-20'],
      ['A-4', '2026-11-20'],
    ]);
    const edited = await run(context, 'store', 'edit', 'us', '--timezone', 'UTC', '--format', 'json');
    expect(JSON.parse(edited.out)).toMatchObject({
      rows: [{ store: 'us', time_zone: 'UTC', assumed: false }],
      notes: ['2 files were read again: every figure of this account now goes by the new time zone'],
    });
    expect((await days()).find(([order]) => order === 'A-2')).toEqual(['A-2', '2026-11-20']);
    const db = openForReading(context.env.ECO_DB as string) as NonNullable<ReturnType<typeof openForReading>>;
    expect(compareWithFold(db)).toEqual([]);
    db.close();
  });

  it('reads amounts again in a new currency', async () => {
    const context = testContext();
    writeFiles(context, { 'kc.txt': 'sku\tasin\tprice\tquantity\nA\tB0EXAMPL01\t1500\t4\n' });
    await run(context, 'import', 'kc.txt');
    expect((await run(context, 'store', 'edit', 'amazon', '--currency', 'USD')).exitCode).toBe(0);
    const price = async () => (await rows(context, 'db', 'sql', 'SELECT price, currency FROM v_listings'))[0];
    expect(await price()).toEqual({ price: 1500, currency: 'USD' });
    await run(context, 'store', 'edit', 'amazon', '--currency', 'JPY');
    expect(await price()).toEqual({ price: 1500, currency: 'JPY' });
    expect(await rows(context, 'db', 'sql', 'SELECT price_minor FROM listings')).toEqual([{ price_minor: 1500 }]);
  });

  it('renames without reading anything again', async () => {
    const context = await shop();
    const edited = await run(context, 'store', 'edit', 'us', '--name', 'america', '--format', 'json');
    expect(JSON.parse(edited.out)).toMatchObject({ rows: [{ store: 'america', files: 2, assumed: false }], notes: [] });
    expect((await run(context, 'db', 'check')).exitCode).toBe(0);
    expect((await rows(context, 'orders', 'list')).map((row) => row.store)).toEqual(Array(4).fill('america'));
  });

  it('gives the account to a client', async () => {
    const context = await shop();
    expect((await rows(context, 'store', 'edit', 'us', '--client', 'acme'))[0]).toMatchObject({ client: 'acme' });
    expect((await rows(context, 'orders', 'list', '--client', 'acme')).length).toBe(4);
  });

  it('does not merge two accounts of a client', async () => {
    const context = await shop();
    await run(context, 'store', 'add', 'other', '--platform', 'amazon', '--client', 'acme');
    const { exitCode, err } = await run(context, 'store', 'edit', 'us', '--client', 'acme');
    expect(exitCode).toBe(1);
    expect(err).toContain('The client "acme" has an account on amazon already');
    expect((await rows(context, 'store', 'list')).map((store) => [store.store, store.client])).toEqual([
      ['other', 'acme'],
      ['us', null],
    ]);
  });

  it.each([
    [['us'], 2, 'eco: Say what to change: --name, --marketplace, --currency, --timezone or --client\n'],
    [['uk', '--currency', 'GBP'], 1, 'eco: There is no store "uk". Known: us.\n'],
  ])('refuses %j', async (argv, exitCode, err) => {
    expect(await run(await shop(), 'store', 'edit', ...argv)).toEqual({ exitCode, out: '', err });
  });

  it('needs a database', async () => {
    const context = testContext();
    const { exitCode, err } = await run(context, 'store', 'edit', 'us', '--currency', 'USD');
    expect(exitCode).toBe(1);
    expect(err).toBe(
      `eco: There is no database at ${context.dir}/eco.db yet. Begin with: eco import FOLDER   (or look around first: eco demo)\n`,
    );
  });
});

describe('eco store list', () => {
  it('names what was assumed and how to mend it', async () => {
    const context = testContext({ timeZone: 'Europe/Berlin' });
    writeFiles(context, { 'first.txt': FIRST_ORDERS, 'web.csv': SHOPIFY_ORDERS });
    await run(context, 'import', '.');
    const { out } = await run(context, 'store', 'list', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      rows: [
        { store: 'shopify', platform: 'shopify', currency: 'EUR', time_zone: 'Europe/Berlin', assumed: true, files: 1 },
        { store: 'us', marketplace: 'Amazon.com', currency: 'USD', time_zone: 'America/Los_Angeles', assumed: true, files: 1 },
      ],
      notes: ['assumed: shopify, us. Not right? eco store edit shopify --currency … --timezone …'],
    });
  });
});
