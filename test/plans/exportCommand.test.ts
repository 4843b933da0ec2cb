/** `eco plan export` as a seller meets it: what goes out, what stays, and what is said. */
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkbookReader } from '../../src/files/workbook.js';
import { workbook } from '../../src/shop/demo/encode.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { backToNothing } from './priceOfNothing.js';

type Edit = readonly [id: string, field: string, after: string, status?: string];

async function shopWith(catalogue: string | { readonly name: string; readonly text: string }, ...args: string[]): Promise<TestContext> {
  const context = testContext();
  const path = typeof catalogue === 'string' ? resolve('fixtures/platforms', catalogue) : join(context.dir, catalogue.name);
  if (typeof catalogue !== 'string') {
    writeFileSync(path, catalogue.text);
    utimesSync(path, new Date('2026-11-20T08:00:00Z'), new Date('2026-11-20T08:00:00Z'));
  }
  const { exitCode, err } = await run(context, 'import', path, ...args);
  expect(exitCode === 0 ? '' : err).toBe('');
  return context;
}

function plan(context: TestContext, edits: readonly Edit[], name = 'plan.csv'): string {
  const lines = edits.map(([id, field, after, status = 'accepted']) =>
    [id, field, after, status].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  writeFileSync(join(context.dir, name), ['entity_id,field,after,status', ...lines].join('\n'));
  return name;
}

const text = (context: TestContext, name: string) => readFileSync(join(context.dir, name), 'utf8');

const SHOPIFY = {
  name: 'products.csv',
  text: 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\nmug,Mug,Color,Blue,M-B,12.00\nmug,,,Red,M-R,13.00\ntray,Tray,Title,Default Title,TRAY,20.00\n',
};

describe('what goes out', () => {
  it('is what is accepted: not what is proposed, never what is declined', async () => {
    const context = await shopWith(SHOPIFY);
    const file = plan(context, [
      ['mug', 'title', 'Big Mug'],
      ['tray', 'title', 'Big Tray', 'proposed'],
      ['mug/Red', 'price', '14.00', 'declined'],
    ]);
    const { exitCode, out, err } = await run(context, 'plan', 'export', file);
    expect(exitCode, err).toBe(0);
    expect(text(context, 'shopify-products-e-0001.csv')).toBe('Handle,Title\nmug,Big Mug\n');
    expect(out).toContain('shopify.products: 1 row, 1 change of Title. Nothing else can change.');
    expect(out).toContain('tick "Overwrite products with matching handles"');
    expect(out).toContain('eco plan mark e-0001 --uploaded today');
    const all = await run(context, 'plan', 'export', 'e-0001', '--all', '--output', 'all.csv');
    expect(all.exitCode).toBe(0);
    expect(text(context, 'all.csv')).toBe('Handle,Title\nmug,Big Mug\ntray,Big Tray\n');
    expect(all.err).toContain('1 change of e-0001 exported without review (--all)');
    expect(all.err).toContain('1 change of e-0001 had been exported before and is in it again');
  });

  it('is nothing where nothing is accepted, and the plan file is not even kept', async () => {
    const context = await shopWith(SHOPIFY);
    const file = plan(context, [['mug', 'title', 'Big Mug', 'proposed']]);
    const { exitCode, err } = await run(context, 'plan', 'export', file);
    expect(exitCode).toBe(1);
    expect(err).toBe(
      'eco: Nothing in plan.csv is accepted, so there is nothing to export. Write accepted into its column status, or: eco plan review plan.csv --accept all   (or all of it unreviewed: --all)\n',
    );
    expect(JSON.parse((await run(context, 'plan', 'list', '--format', 'json')).out).rows).toEqual([]);
  });

  it('keeps every variant of a touched handle, and takes the title of the same plan along', async () => {
    const context = await shopWith(SHOPIFY);
    const file = plan(context, [
      ['mug', 'title', 'Big Mug'],
      ['mug/Red', 'price', '14.00'],
    ]);
    const { err } = await run(context, 'plan', 'export', file, '--output', 'up');
    expect(text(context, 'up/shopify-products-e-0001-price.csv')).toBe(
      'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\nmug,Big Mug,Color,Blue,M-B,12.00\nmug,,,Red,M-R,14.00\n',
    );
    expect(err).toContain('1 of 2 variant rows carry the price that stands: Shopify deletes variants that are not in the file');
  });

  it('is left out where the options are unknown: Shopify would delete the variants', async () => {
    const context = await shopWith({
      name: 'trimmed.csv',
      text: 'Handle,Title,Variant SKU,Variant Price\nmug,Mug,M-B,12.00\ntray,Tray,TRAY,20.00\n',
    });
    const file = plan(context, [['tray', 'price', '21.00']]);
    const { exitCode, err } = await run(context, 'plan', 'export', file);
    expect(exitCode).toBe(1);
    expect(err).toContain(
      'Nothing of e-0001 can be exported:\n  TRAY: the last products export has no option columns, without which Shopify deletes the variants: import one with all columns\n',
    );
    expect(readdirSync(context.dir).filter((name) => name.startsWith('shopify'))).toEqual([]);
  });

  it('leaves out what has changed since, says so, and exits with 4', async () => {
    const context = await shopWith(SHOPIFY);
    const file = plan(context, [
      ['mug', 'title', 'Big Mug'],
      ['tray', 'title', 'Big Tray'],
    ]);
    await run(context, 'plan', 'review', file);
    writeFileSync(join(context.dir, 'newer.csv'), SHOPIFY.text.replace('tray,Tray,', 'tray,Wooden Tray,'));
    utimesSync(join(context.dir, 'newer.csv'), new Date('2026-11-21T08:00:00Z'), new Date('2026-11-21T08:00:00Z'));
    await run(context, 'import', 'newer.csv');
    const { exitCode, err } = await run(context, 'plan', 'export', 'e-0001');
    expect(exitCode).toBe(4);
    expect(text(context, 'shopify-products-e-0001.csv')).toBe('Handle,Title\nmug,Big Mug\n');
    expect(err).toContain(
      '1 change of e-0001 kept out, because something else stands there now: eco plan rebase e-0001\n  TRAY title is "Wooden Tray" now and not "Tray"\n',
    );
  });
});

describe('where the files go', () => {
  it('one file may be named, several need a folder; a wrong name writes nothing and records nothing', async () => {
    const context = await shopWith(SHOPIFY);
    const file = plan(context, [
      ['mug', 'title', 'Big Mug'],
      ['tray', 'price', '21.00'],
    ]);
    const { exitCode, err } = await run(context, 'plan', 'export', file, '--output', 'one.csv');
    expect(exitCode).toBe(2);
    expect(err).toContain(
      '--output one.csv: the plan makes 2 files (shopify-products-e-0001-title.csv, shopify-products-e-0001-price.csv). Name a folder: --output one/',
    );
    expect(existsSync(join(context.dir, 'one.csv'))).toBe(false);
    const list = JSON.parse((await run(context, 'plan', 'list', '--format', 'json')).out) as { rows: Record<string, unknown>[] };
    expect(list.rows[0]).toMatchObject({ accepted: 2, sent: 0 });
  });

  it('nothing is left behind where a file cannot be written', async () => {
    const context = await shopWith(SHOPIFY);
    const file = plan(context, [
      ['mug', 'title', 'Big Mug'],
      ['tray', 'price', '21.00'],
    ]);
    mkdirSync(join(context.dir, 'up/shopify-products-e-0001-price.csv'), { recursive: true });
    const { exitCode, err } = await run(context, 'plan', 'export', file, '--output', 'up');
    expect(exitCode).toBe(1);
    expect(err).toContain('shopify-products-e-0001-price.csv cannot be written: it is a folder. Nothing is exported.');
    expect(readdirSync(join(context.dir, 'up'))).toEqual(['shopify-products-e-0001-price.csv']);
  });

  it('--for chooses an upload; what goes by another is counted', async () => {
    const context = await shopWith('amazon/listings/all-us.txt');
    const file = plan(context, [
      ['SKILLET-12', 'title', 'Cast Iron Skillet'],
      ['SKILLET-12', 'price', '37.50'],
    ]);
    const { exitCode, err } = await run(context, 'plan', 'export', file, '--for', 'amazon.price-quantity');
    expect(exitCode).toBe(0);
    expect(text(context, 'amazon-price-quantity-e-0001.txt')).toBe('sku\tprice\nSKILLET-12\t37.50\n');
    expect(err).toContain('1 change goes by another upload (amazon.listings-partial): export again without --for');
    const wrong = await run(context, 'plan', 'export', 'e-0001', '--for', 'amazon.prices');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.err).toContain('--for amazon.prices: there is no such upload. The nearest is');
  });
});

describe('characters', () => {
  it('that the encoding lacks leave their change out by name; twins are written and become the plan’s value', async () => {
    const context = await shopWith('rakuten/items/normal-item.csv');
    const file = plan(context, [
      ['kettle-09', 'title', 'ケトル \u301c900ml\u301c'],
      ['filter-100', 'title', 'Café フィルター'],
    ]);
    const { exitCode, err } = await run(context, 'plan', 'export', file);
    expect(exitCode).toBe(4);
    expect(err).toContain(
      'filter-100 title: "é" in 商品名 cannot be written in CP932 (Windows Shift_JIS), which the platform wants: edit the change (eco plan review)',
    );
    expect(err).toContain('1 change written with other characters, which the encoding has instead: \u301c → \uff5e');
    const bytes = readFileSync(join(context.dir, 'normal-item-e-0001.csv'));
    expect(new TextDecoder('shift_jis').decode(bytes)).toBe('商品管理番号（商品URL）,商品名\r\nkettle-09,ケトル \uff5e900ml\uff5e\r\n');
    const shown = JSON.parse((await run(context, 'plan', 'show', 'e-0001', '--format', 'json')).out) as { changes: { after: string }[] };
    expect(shown.changes.map(({ after }) => after)).toContain('ケトル \uff5e900ml\uff5e');
  });

  it('a price of 0 is refused before Amazon does it', async () => {
    const context = await shopWith('amazon/listings/all-us.txt');
    const { exitCode, err } = await run(context, 'plan', 'export', await backToNothing(context, 'SKILLET-12'));
    expect(exitCode).toBe(1);
    expect(err).toContain('SKILLET-12: Amazon refuses a price of 0; to stop selling, set the quantity to 0');
  });
});

describe('a template', () => {
  it('of eBay keeps its Info line, its blanks and its other rows', async () => {
    const context = await shopWith('ebay/active-listings/uk-variations.csv');
    const template =
      'Info,Version=1.0.0,Template=fx_category_template_EBAY_UK\r\n*Action(SiteID=UK|Country=GB|Currency=GBP|Version=1193|CC=UTF-8),Item number,Title,Start price,Relationship,Relationship details\r\n,800000000022,Tea Towel,,,\r\n,,,16.49,Variation,Colour=Blue\r\n,,,17.49,Variation,Colour=Red\r\n,800000000099,"Else, ""where""",1.00,,\r\n';
    writeFileSync(join(context.dir, 'template.csv'), template);
    const file = plan(context, [
      ['800000000022', 'title', 'Tea Towel, Linen'],
      ['800000000022/Colour=Red', 'price', '15.99'],
    ]);
    const { exitCode, err, out } = await run(context, 'plan', 'export', file, '--template', 'template.csv', '--output', 'filled.csv');
    expect(exitCode, err).toBe(0);
    expect(text(context, 'filled.csv')).toBe(
      template.replace(',800000000022,Tea Towel', 'Revise,800000000022,"Tea Towel, Linen"').replace(',,,17.49', 'Revise,,,15.99'),
    );
    expect(out).toContain('eBay template: 2 rows, 2 changes of Title, Start price. Nothing else can change.');
  });

  it('of Amazon as a flat file gets a partial update below its three header rows', async () => {
    const context = await shopWith('amazon/listings/all-us.txt');
    const template =
      'TemplateType=fptcustom\tVersion=2023.1116\tTemplateSignature=Q0FSUg==\t\nProduct Type\tSeller SKU\tProduct Name\tUpdate Delete\nfeed_product_type\titem_sku\titem_name\tupdate_delete\n';
    writeFileSync(join(context.dir, 'kitchen.txt'), template);
    await run(context, 'plan', 'export', plan(context, [['SKILLET-12', 'title', 'Skillet 12"']]), '--template', 'kitchen.txt');
    expect(text(context, 'kitchen-e-0001.txt')).toBe(`${template}\tSKILLET-12\tSkillet 12"\tPartialUpdate\n`);
  });

  it('of Amazon as a workbook says itself which rows are which', async () => {
    const context = await shopWith('amazon/listings/all-us.txt');
    const header = [
      'contribution_sku#1.value',
      '::record_action',
      'product_type#1.value',
      'item_name[marketplace_id=ATVPDKIKX0DER][language_tag=en_US]#1.value',
    ];
    writeFileSync(
      join(context.dir, 'kitchen.xlsm'),
      workbook('Template', [
        ['settings=attributeRow=3&dataRow=5&labelRow=2&primaryMarketplaceId=ATVPDKIKX0DER', null, null, null],
        ['SKU', 'Listing Action', 'Product Type', 'Item Name'],
        header,
        ['ABC123', 'Edit (Partial Update)', 'SKILLET', 'Example'],
        ['BRUSH-2PK', 'Create or Replace (Full Update)', 'BRUSH', '"Old Stove" Grill Brush, pack of 2'],
      ]),
    );
    const file = plan(context, [
      ['BRUSH-2PK', 'title', 'Grill Brush, 2 Pack'],
      ['SKILLET-12', 'title', 'Skillet 12"'],
    ]);
    const { exitCode, err } = await run(context, 'plan', 'export', file, '--template', 'kitchen.xlsm', '--output', 'up.xlsm');
    expect(exitCode, err).toBe(0);
    expect(await rows(context, 'up.xlsm')).toEqual([
      ['ABC123', 'Edit (Partial Update)', 'SKILLET', 'Example'],
      ['BRUSH-2PK', 'partial_update', 'BRUSH', 'Grill Brush, 2 Pack'],
      ['SKILLET-12', 'partial_update', '', 'Skillet 12"'],
    ]);
  });

  it.each([
    ['shopee/sales-info/mass_update_sales_info.xlsx', '57952761129/345266719515', '41.50', 8, 6, '41.5'],
    ['lazada/price-stock/pricestock.xlsx', '4400000001/5500000001', '33.90', 4, 7, '33.9'],
    ['lazada/price-stock/pricestock.xlsx', '4400000001/5500000002', '40.00', 5, 10, '40'],
    ['tiktokshop/batch-edit/batchedit.xlsx', '1729500000000000001/1729500000000100002', '39.00', 7, 8, '39.00'],
  ])('%s: the price of %s', async (fixture, id, price, line, column, expected) => {
    const context = await shopWith(fixture);
    const source = resolve('fixtures/platforms', fixture);
    const { exitCode, err } = await run(
      context,
      'plan',
      'export',
      plan(context, [[id, 'price', price]]),
      '--template',
      source,
      '--output',
      'up.xlsx',
    );
    expect(exitCode, err).toBe(0);
    const before = await sheet(source);
    const after = await sheet(join(context.dir, 'up.xlsx'));
    const changed = after.flatMap((row, at) =>
      row.cells.flatMap((cell, index) => (cell === before[at]?.cells[index] ? [] : [[row.line, index, cell]])),
    );
    expect(changed).toEqual([[line, column, expected]]);
  });

  it('that does not list an item is named with row and column, and nothing is written', async () => {
    const context = await shopWith('shopee/sales-info/mass_update_sales_info.xlsx');
    const reader = await loadWorkbookReader();
    const all = reader(readFileSync(resolve('fixtures/platforms/shopee/sales-info/mass_update_sales_info.xlsx')))[0]?.rows ?? [];
    const lines = Array.from({ length: 7 }, (_, at) => all.find(({ line }) => line === at + 1)?.cells ?? []);
    writeFileSync(join(context.dir, 'other.xlsx'), workbook('Sheet1', lines));
    const file = plan(context, [['57952761129/345266719515', 'price', '41.50']]);
    const { exitCode, err } = await run(context, 'plan', 'export', file, '--template', 'other.xlsx');
    expect(exitCode).toBe(1);
    expect(err).toContain(
      'Shopee mass update, sales info: none of its 1 rows from row 7 on has 57952761129/345266719515 in "et_title_product_id" or "et_title_variation_id" or "et_title_variation_sku" or "et_title_parent_sku". Download the template with these items in it; nothing was written.',
    );
    expect(readdirSync(context.dir).filter((name) => name.startsWith('other-'))).toEqual([]);
  });

  it('whose row holds another value than the plan knows is newer evidence: the change is left out', async () => {
    const context = await shopWith('ebay/active-listings/uk-variations.csv');
    writeFileSync(
      join(context.dir, 't.csv'),
      'Action,Item number,Title\n,800000000022,Tea Towel (2)\n,800000000021,"Kettle, ""Old Style"""\n',
    );
    const file = plan(context, [
      ['800000000022', 'title', 'Tea Towel, Linen'],
      ['800000000021', 'title', 'Kettle, Old'],
    ]);
    const { exitCode, err } = await run(context, 'plan', 'export', file, '--template', 't.csv', '--output', 'up.csv');
    expect(exitCode).toBe(4);
    expect(err).toContain('row 2 of the template, Title, holds "Tea Towel (2)" and not "Tea Towel": somebody changed it since.');
    expect(text(context, 'up.csv')).toBe('Action,Item number,Title\n,800000000022,Tea Towel (2)\nRevise,800000000021,"Kettle, Old"\n');
  });

  it('that is none is refused with those that are known', async () => {
    const context = await shopWith(SHOPIFY);
    writeFileSync(join(context.dir, 'x.csv'), 'a,b\n1,2\n');
    const { exitCode, err } = await run(context, 'plan', 'export', plan(context, [['mug', 'title', 'Big']]), '--template', 'x.csv');
    expect(exitCode).toBe(1);
    expect(err).toContain('x.csv is no template that eco knows. Known: Amazon flat file template; Amazon listing template; eBay template;');
  });
});

async function sheet(path: string) {
  return (await loadWorkbookReader())(readFileSync(path))[0]?.rows ?? [];
}

/** The rows of a workbook from row 4 on. */
async function rows(context: TestContext, name: string): Promise<string[][]> {
  return (await sheet(join(context.dir, name))).filter(({ line }) => line >= 4).map(({ cells }) => cells);
}
