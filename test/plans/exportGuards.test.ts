/** What a template must not do, what an encoding leaves out, and what the export says of itself to a script. */
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkbookReader } from '../../src/files/workbook.js';
import { workbook } from '../../src/shop/demo/encode.js';
import { EXPORT_COLUMNS } from '../../src/shop/plan/exportPage.js';
import { expectPublishedSchema, expectValidJson } from '../cli/schema.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { backToNothing } from './priceOfNothing.js';

type Edit = readonly [id: string, field: string, after: string];

async function shopWith(catalogue: string, ...store: string[]): Promise<TestContext> {
  const context = testContext();
  expect((await run(context, 'import', resolve('fixtures/platforms', catalogue))).exitCode).toBe(0);
  if (store.length > 0) expect((await run(context, 'store', 'edit', ...store)).err).not.toContain('eco:');
  return context;
}

function plan(context: TestContext, edits: readonly Edit[]): string {
  const lines = edits.map((cells) => [...cells, 'accepted'].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  writeFileSync(join(context.dir, 'plan.csv'), ['entity_id,field,after,status', ...lines].join('\n'));
  return 'plan.csv';
}

async function fill(context: TestContext, template: string, bytes: string | Uint8Array, edits: readonly Edit[], ...more: string[]) {
  writeFileSync(join(context.dir, template), bytes);
  return run(context, 'plan', 'export', plan(context, edits), '--template', template, '--output', `up${template}`, ...more);
}

const text = (context: TestContext, name: string) => readFileSync(join(context.dir, name), 'utf8');

describe('a flat file of Amazon', () => {
  it('without update_delete is refused: its rows could be full updates, whose blanks erase', async () => {
    const context = await shopWith('amazon/listings/all-us.txt');
    const template = 'TemplateType=fptcustom\tVersion=2023\t\nSeller SKU\tProduct Name\t\nitem_sku\titem_name\tbrand_name\n';
    const { exitCode, err } = await fill(context, 't.txt', template, [['SKILLET-12', 'title', 'Skillet']]);
    expect(exitCode).toBe(1);
    expect(err).toContain(
      'Amazon flat file template: row 3 has no column update_delete, without which a row may be taken as a full update, whose blank cells erase what stands. Download a template that has it; nothing was written.',
    );
    expect(readdirSync(context.dir)).not.toContain('upt.txt');
  });

  it('whose labels say SKU too has its names in the row below', async () => {
    const context = await shopWith('amazon/listings/all-us.txt');
    const template = 'TemplateType=fptcustom\tVersion=2023\t\nSKU\titem_name\tUpdate Delete\nitem_sku\titem_name\tupdate_delete\n';
    const { exitCode, err } = await fill(context, 't.txt', template, [['SKILLET-12', 'title', 'Skillet']]);
    expect(exitCode, err).toBe(0);
    expect(text(context, 'upt.txt')).toBe(`${template}SKILLET-12\tSkillet\tPartialUpdate\n`);
  });

  it('for prices only needs no update_delete', async () => {
    const context = await shopWith('amazon/listings/all-us.txt');
    const template = 'TemplateType=PriceInventory\tVersion=2018\t\nsku\tprice\tquantity\n';
    const { exitCode, err } = await fill(context, 't.txt', template, [['SKILLET-12', 'price', '37.50']]);
    expect(exitCode, err).toBe(0);
    expect(text(context, 'upt.txt')).toBe(`${template}SKILLET-12\t37.50\t\n`);
  });

  it('gets no price of 0', async () => {
    const context = await shopWith('amazon/listings/all-us.txt');
    const template = 'TemplateType=PriceInventory\tVersion=2018\t\nsku\tprice\tquantity\n';
    writeFileSync(join(context.dir, 't.txt'), template);
    const file = await backToNothing(context, 'SKILLET-12');
    const { exitCode, err } = await run(context, 'plan', 'export', file, '--template', 't.txt', '--output', 'up.txt');
    expect(exitCode).toBe(1);
    expect(err).toContain('SKILLET-12: Amazon refuses a price of 0; to stop selling, set the quantity to 0');
  });
});

describe('a workbook of Amazon for several marketplaces', () => {
  const price = (id: string, audience: string) =>
    `purchasable_offer[marketplace_id=${id}][audience=${audience}]#1.our_price#1.schedule#1.value_with_tax`;
  const CA = 'A2EUQ1WTGCTBG2';
  const US = 'ATVPDKIKX0DER';
  const book = (...columns: string[]) =>
    workbook('Template', [
      ['settings=attributeRow=3&dataRow=4&labelRow=2', null, ...columns.map(() => null)],
      ['SKU', 'Listing Action', ...columns.map(() => 'Price')],
      ['contribution_sku#1.value', '::record_action', ...columns],
    ]);
  const EDIT: Edit = ['SKILLET-12', 'price', '25.00'];

  it('gets the price in the column of the store’s marketplace, for all buyers', async () => {
    const context = await shopWith('amazon/listings/all-us.txt', 'amazon', '--marketplace', 'Amazon.com');
    const { exitCode, err } = await fill(context, 't.xlsx', book(price(CA, 'ALL'), price(US, 'B2B'), price(US, 'ALL')), [EDIT]);
    expect(exitCode, err).toBe(0);
    const rows = (await loadWorkbookReader())(readFileSync(join(context.dir, 'upt.xlsx')))[0]?.rows ?? [];
    expect([...rows].find(({ line }) => line === 4)?.cells).toEqual(['SKILLET-12', 'partial_update', '', '', '25.00']);
  });

  it('leaves the price out where it has no column of that marketplace, or none is known', async () => {
    const elsewhere = await shopWith('amazon/listings/all-us.txt', 'amazon', '--marketplace', 'Amazon.co.uk');
    const other = await fill(elsewhere, 't.xlsx', book(price(CA, 'ALL'), price(US, 'ALL')), [EDIT]);
    expect(other.exitCode).toBe(1);
    expect(other.err).toContain('has its price for other marketplaces than that of amazon: download the template for it');
    const unknown = await shopWith('amazon/listings/all-us.txt');
    const several = await fill(unknown, 't.xlsx', book(price(CA, 'ALL'), price(US, 'ALL')), [EDIT]);
    expect(several.exitCode).toBe(1);
    expect(several.err).toContain('and that of amazon is not known: eco store edit amazon --marketplace US');
  });
});

describe('a download of eBay', () => {
  const HEADER = 'Action,Item number,Title,Start price,Available quantity,Condition,Relationship,Relationship details';

  it('that a title goes into says nothing of price and quantity; what else goes up is named', async () => {
    const context = await shopWith('ebay/active-listings/uk-variations.csv');
    const { exitCode, err, out } = await fill(context, 't.csv', `${HEADER}\n,800000000022,Tea Towel,16.49,15,NEW,,\n`, [
      ['800000000022', 'title', 'Tea Towel, Linen'],
    ]);
    expect(exitCode, err).toBe(0);
    expect(text(context, 'upt.csv')).toBe(`${HEADER}\nRevise,800000000022,"Tea Towel, Linen",,,NEW,,\n`);
    expect(out).not.toContain('Nothing else can change');
    expect(out).toContain('1 column goes up with it (Condition), as the template has them');
  });

  it('whose parent row lists the values of its variations takes a title there', async () => {
    const context = await shopWith('ebay/active-listings/uk-variations.csv');
    const rows = [',800000000022,Tea Towel,,,,,Colour=Blue;Red', ',,,16.49,5,,Variation,Colour=Blue', ',,,17.49,5,,Variation,Colour=Red'];
    for (const header of [HEADER, HEADER.replace(',Relationship,', ',Kind,')]) {
      const { exitCode, err } = await fill(context, 't.csv', [header, ...rows].join('\n'), [['800000000022', 'title', 'Tea Towel, Linen']]);
      expect(exitCode, err).toBe(0);
      expect(text(context, 'upt.csv').split('\n')[1]).toBe('Revise,800000000022,"Tea Towel, Linen",,,,,Colour=Blue;Red');
    }
  });

  it('gets no price of an auction', async () => {
    const context = await shopWith('ebay/active-listings/uk-variations.csv');
    const { exitCode, err } = await fill(context, 't.csv', `${HEADER},Format\n,800000000021,"Kettle, ""Old Style""",,,,,,AUCTION\n`, [
      ['800000000021', 'price', '15.99'],
    ]);
    expect(exitCode).toBe(1);
    expect(err).toContain('it is an auction: its price is the standing bid');
  });
});

it('a template that is older than an upload gets what was uploaded', async () => {
  const context = await shopWith('qoo10/items/edit-item-list.xlsx');
  const source = readFileSync(resolve('fixtures/platforms/qoo10/items/edit-item-list.xlsx'));
  const first = await run(context, 'plan', 'export', plan(context, [['900000001', 'title', '細口ケトル']]), '--output', 'first.xlsx');
  expect(first.exitCode, first.err).toBe(0);
  const { exitCode, err } = await fill(context, 't.xlsx', source, [['900000001', 'price', '4780']]);
  expect(exitCode, err).toBe(0);
  expect(err).toContain('1 cell of the template held what stood there before eco’s own uploads');
  const rows = (await loadWorkbookReader())(readFileSync(join(context.dir, 'upt.xlsx')))[0]?.rows ?? [];
  const header = [...rows][0]?.cells ?? [];
  const item = [...rows].find(({ cells }) => cells.includes('900000001'))?.cells ?? [];
  expect([item[header.indexOf('item_name')], item[header.indexOf('price_yen')]]).toEqual(['細口ケトル', '4780']);
});

it('a character that the encoding lacks leaves its own change out, not the others of the row', async () => {
  const context = await shopWith('rakuten/items/normal-item.csv');
  const file = plan(context, [
    ['filter-100', 'title', 'Café フィルター'],
    ['filter-100', 'subtitle', '円すい形'],
  ]);
  const { exitCode, err } = await run(context, 'plan', 'export', file, '--output', 'up.csv');
  expect(exitCode).toBe(4);
  expect(err).toContain('1 change of e-0001 left out:\n  filter-100 title: "é" in 商品名 cannot be written');
  expect(new TextDecoder('shift_jis').decode(readFileSync(join(context.dir, 'up.csv')))).toBe(
    '商品管理番号（商品URL）,キャッチコピー\r\nfilter-100,円すい形\r\n',
  );
});

it('another plan that has sent the same field is named; two that go out together are not both sent', async () => {
  const context = await shopWith('amazon/listings/all-us.txt');
  const edit = (name: string, title: string) => {
    writeFileSync(join(context.dir, name), `entity_id,field,after,status\nSKILLET-12,title,${title},accepted\n`);
    return name;
  };
  await run(context, 'plan', 'export', edit('a.csv', 'Skillet A'));
  const second = await run(context, 'plan', 'export', edit('b.csv', 'Skillet B'));
  expect(second.err).toContain(
    'e-0001 changes the same to another value: SKILLET-12 title (exported). The file that is uploaded last decides',
  );
  await run(context, 'plan', 'group', 'both', 'e-0001', 'e-0002');
  const { exitCode, err } = await run(context, 'plan', 'export', '--group', 'both', '--output', 'both.txt');
  expect(exitCode).toBe(4);
  expect(err).toContain('SKILLET-12 title: e-0001, which goes out with it, changes the same: decline one of them');
  expect(text(context, 'both.txt')).toContain('Skillet A');
});

describe('for a script', () => {
  it('files and changes that are in none are rows, with a published schema', async () => {
    expectPublishedSchema({ id: 'plan.export/1', columns: EXPORT_COLUMNS });
    const context = testContext();
    const catalogue = (title: string) =>
      `Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\nmug,Mug,Title,Default Title,MUG,12.00\ntray,${title},Title,Default Title,TRAY,9.00\n`;
    const put = (name: string, day: string, content: string) => {
      writeFileSync(join(context.dir, name), content);
      utimesSync(join(context.dir, name), new Date(day), new Date(day));
    };
    put('a.csv', '2026-11-20T08:00:00Z', catalogue('Tray'));
    await run(context, 'import', 'a.csv');
    const file = plan(context, [
      ['mug', 'title', 'Big Mug'],
      ['tray', 'title', 'Big Tray'],
    ]);
    await run(context, 'plan', 'review', file);
    put('b.csv', '2026-11-21T08:00:00Z', catalogue('Wooden Tray'));
    await run(context, 'import', 'b.csv');
    const { out, exitCode } = await run(context, 'plan', 'export', 'e-0001', '--format', 'json');
    expect(exitCode).toBe(4);
    expectValidJson(out);
    expect((JSON.parse(out) as { rows: Record<string, unknown>[] }).rows).toMatchObject([
      { plan_id: 'e-0001', outcome: 'written', changes: 1, columns_changed: 'Title', reason: null },
      {
        plan_id: 'e-0001',
        outcome: 'stale',
        file: null,
        sku: 'TRAY',
        field: 'title',
        reason: 'TRAY title is "Wooden Tray" now and not "Tray"',
      },
    ]);
  });
});
