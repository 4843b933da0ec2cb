import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { importFiles, MORNING, tinyShop } from '../products/tinyShop.js';

const HEADER = 'Handle,Title,Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Status,SEO Title';

/** A Shopify shop with slips. */
async function shop(rows: readonly string[]): Promise<TestContext> {
  const context = testContext();
  const text = `${[HEADER, ...rows].join('\n')}\n`;
  expect((await run(context, 'store', 'add', 'web', '--platform', 'shopify', '--currency', 'USD')).exitCode).toBe(0);
  await importFiles(context, [{ name: 'products_export.csv', at: '2026-11-21T12:00:00Z', text }], '--store', 'web');
  return context;
}

const SLIPS = [
  'mug,Blue  Mug,ACME,Mugs,true,Title,Default Title,M-1,9.00,active,Mug for tea',
  'lid,Lid &amp; Spoon,ACME,Lids,true,Title,Default Title,L-1,3.00,active,Lid  of glass',
  'tray,Tray,ACME,Trays,true,Title,Default Title,T-1,7.00,active,',
];

const rowsOf = (out: string) => (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows;
const audit = (context: TestContext, ...options: string[]) => run(context, 'titles', 'audit', '--as-of', MORNING, ...options);
const rulesOf = async (context: TestContext, ...options: string[]) => {
  const { out, err } = await audit(context, ...options, '--format', 'json');
  expect(err).toBe('');
  return rowsOf(out).map((row) => `${row.listing_id} ${row.rule}`);
};

describe('titles audit', () => {
  it('judges all texts, or those that are asked for', async () => {
    const context = await shop(SLIPS);
    expect(await rulesOf(context)).toEqual(['lid shopify/seo-title-spaces', 'lid shopify/title-html', 'mug shopify/title-spaces']);
    expect(await rulesOf(context, '--fields', 'seo-title')).toEqual(['lid shopify/seo-title-spaces']);
    expect((await audit(context, '--fields', 'colour')).err).toContain('--fields colour: no such text. Known: title, subtitle');
  });

  it('leaves rules out, and knows only rules that there are', async () => {
    const context = await shop(SLIPS);
    expect(await rulesOf(context, '--disable', 'spaces')).toEqual(['lid shopify/title-html']);
    expect(await rulesOf(context, '--rule', 'html')).toEqual(['lid shopify/title-html']);
    expect(await rulesOf(context, '--severity', 'error')).toEqual([]);
    const { exitCode, err } = await audit(context, '--disable', 'titel-html');
    expect([exitCode, err.slice(0, 66)]).toEqual([2, 'eco: --disable titel-html: no such rule. Known: title-html, 1688, ']);
  });

  it('goes by the configuration, and names a key that is wrong', async () => {
    const context = await shop(SLIPS);
    const configure = (text: string) => writeFileSync(join(context.dir, 'eco.config.yaml'), text);
    configure(
      'titles:\n  disable: [title-html]\n  stores:\n    web:\n      severity: { shopify/title-spaces: error }\n      disable: seo-title-spaces\n',
    );
    const { out } = await audit(context, '--format', 'json');
    expect(rowsOf(out).map((row) => [row.rule, row.severity])).toEqual([['shopify/title-spaces', 'error']]);
    const messages: [string, string][] = [
      ['titles: spaces', 'key "titles": disable, severity, allow_words or stores expected, found "spaces"'],
      ['titles: { disabel: [x] }', 'there is no key "titles.disabel". Known keys: disable, severity, allow_words, stores'],
      ['titles: { disable: [x] }', 'key "titles.disable": no such rule "x". Known: '],
      ['titles: { severity: { spaces: bad } }', 'key "titles.severity.spaces": one of error, warning, hint expected, found "bad"'],
      ['titles: { stores: { us: {} } }', 'key "titles.stores.us": there is no such store. Known: web'],
      [
        'titles: { stores: { web: { allow_words: 3 } } }',
        'key "titles.stores.web.allow_words": a name or a list of names expected, found 3',
      ],
    ];
    for (const [text, message] of messages) {
      configure(text);
      const { exitCode, err } = await audit(context);
      expect(exitCode, text).toBe(1);
      expect(err, text).toContain(`eco.config.yaml: ${message}`);
    }
  });

  it('prints a summary by rule before many findings, and all of them for machines', async () => {
    const context = await shop(
      Array.from({ length: 60 }, (_, n) => `p${n},Mug  ${n},ACME,Mugs,true,Title,Default Title,S-${n},9.00,active,`),
    );
    const { out } = await audit(context);
    expect(out.split('\n').slice(0, 6)).toEqual([
      'Titles: 60 findings',
      '',
      'By rule',
      '  Findings  Severity  Rule                  Example',
      expect.stringMatching(/^ {2}─+$/),
      '        60  warning   shopify/title-spaces  A space too many: in a row.  Mug  0',
    ]);
    expect(out).toContain('eco titles audit --fix --save');
    expect(rowsOf((await audit(context, '--format', 'json')).out)).toHaveLength(60);
    expect((await audit(context, '--format', 'csv')).out.trim().split('\n')).toHaveLength(61);
    expect((await audit(context, '--limit', '55')).out).not.toContain('By rule');
  });

  it('is SARIF where that is asked for, and nothing else is', async () => {
    const context = await shop(SLIPS);
    const log = JSON.parse((await audit(context, '--format', 'sarif')).out) as {
      version: string;
      runs: { results: { ruleId: string }[] }[];
    };
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain('shopify/title-html');
    const other = await run(context, 'titles', 'keywords', '--format', 'sarif');
    expect([other.exitCode, other.out, other.err]).toEqual([
      2,
      '',
      'eco: --format sarif: only "eco titles audit" writes it. One of table, csv, tsv, json, jsonl, md, html expected\n',
    ]);
    expect((await run(context, 'products', 'list', '--format', 'sarif')).err).toContain(
      'Allowed choices are table, csv, tsv, json, jsonl, md, html.',
    );
    writeFileSync(join(context.dir, 'eco.config.yaml'), 'format: sarif\n');
    expect((await audit(context)).err).toContain('key "format": one of table, csv');
  });

  it('proposes the certain mendings as a plan, and keeps it', async () => {
    const context = await shop(SLIPS);
    const { exitCode, out } = await audit(context, '--fix', '--save', '--format', 'json');
    expect(exitCode).toBe(0);
    const plan = JSON.parse(out) as { id: string | null; kind: string; changes: Record<string, unknown>[] };
    expect(plan.kind).toBe('titles');
    expect(plan.id).toMatch(/^t-\d+$/);
    expect(plan.changes.map((change) => [change.entity, change.entity_id, change.field, change.before, change.after])).toEqual([
      ['product', 'lid', 'title', 'Lid &amp; Spoon', 'Lid & Spoon'],
      ['product', 'lid', 'seo_title', 'Lid  of glass', 'Lid of glass'],
      ['product', 'mug', 'title', 'Blue  Mug', 'Blue Mug'],
    ]);
    const one = JSON.parse((await audit(context, '--fix', '--rule', 'html', '--format', 'json')).out) as { changes: unknown[] };
    expect(one.changes).toHaveLength(1);
    expect((await audit(context, '--save')).err).toContain('--save keeps the plan of --fix');
  });

  it('tells what is coming into force', async () => {
    const { out } = await run(await tinyShop(), 'titles', 'audit', '--as-of', '2026-07-01', '--format', 'json');
    expect(rowsOf(out).map((row) => [row.rule, row.severity, row.effective_from])).toEqual([
      ['amazon/title-length-upcoming', 'warning', '2026-07-27'],
    ]);
  });
});

describe('titles audit FILE', () => {
  function folder(): TestContext {
    const context = testContext();
    mkdirSync(context.dir, { recursive: true });
    return context;
  }
  const put = (context: TestContext, name: string, content: string | Uint8Array) => writeFileSync(join(context.dir, name), content);

  it('finds the column of the titles, and needs no database', async () => {
    const context = folder();
    put(
      context,
      'titles.csv',
      '宝贝id,标题,店名\n1,最佳保温杯不锈钢便携大容量办公室家用学生女士运动,甲\n2,"保温杯, 不锈钢便携大容量办公室家用学生女士运动水",乙\n',
    );
    const { exitCode, out, err } = await audit(context, 'titles.csv', '--platform', 'tmall', '--format', 'json', '--fail-on', 'error');
    expect([exitCode, err]).toEqual([3, '']);
    expect(rowsOf(out).map((row) => [row.store, row.listing_id, row.rule, row.level])).toEqual([['甲', '1', 'taobao/title-ad-law', 'law']]);
  });

  it('reads tabs, other encodings, workbooks, and a column that is named', async () => {
    const context = folder();
    put(context, 'a.tsv', 'sku\titem-name\nM-1\tMug!\n');
    put(context, 'b.csv', Buffer.from('Artikel;Bezeichnung\nT-1;Größe  XL\n', 'latin1'));
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Title'], ['Blue  Mug'], ['']]), 'Sheet1');
    put(context, 'c.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const found = async (...options: string[]) =>
      rowsOf((await audit(context, ...options, '--format', 'json')).out).map((row) => [row.listing_id, row.text, row.rule]);
    expect(await found('a.tsv', '--platform', 'amazon')).toEqual([['M-1', 'Mug!', 'amazon/title-banned-characters']]);
    expect(await found('b.csv', '--platform', 'ebay', '--column', 'bezeichnung')).toEqual([['line 2', 'Größe  XL', 'ebay/title-spaces']]);
    expect(await found('c.xlsx', '--platform', 'shopify')).toEqual([['line 2', 'Blue  Mug', 'shopify/title-spaces']]);
  });

  it('judges a listing once, however many days it stands in the file', async () => {
    const context = folder();
    put(context, 't.csv', 'id,title\n1,Blue  Mug\n1,Blue  Mug\n1,Red  Mug\n');
    const { out } = await audit(context, 't.csv', '--platform', 'shopify', '--format', 'json');
    expect(rowsOf(out)).toHaveLength(2);
    expect((JSON.parse(out) as { notes: string[] }).notes[0]).toBe(
      't.csv: 3 rows, titles from column "title"; 1 row repeats a listing and its title.',
    );
  });

  it.each<[string[], string, RegExp | string]>([
    [['t.csv'], 'a,b\n1,2\n', /whose rules\? --platform with one of 1688, aliexpress, amazon, /],
    [['t.csv', '--platform', 'ozon'], 'a,b\n1,2\n', 'no rules of "ozon" are known. --platform with one of'],
    [
      ['t.csv', '--platform', 'ebay'],
      'a,b\n1,2\n',
      't.csv: no column is known to hold titles. Its columns: "a", "b". Say which with --column NAME',
    ],
    [['t.csv', '--platform', 'ebay', '--column', 'c'], 'a,b\n1,2\n', 't.csv: there is no column "c". Its columns: "a", "b".'],
    [['t.csv', '--platform', 'ebay'], 'title\n', 't.csv: a header and at least one row expected, found one row'],
    [['t.csv', '--platform', 'ebay'], '', 't.csv: a header and at least one row expected, found nothing'],
    [['t.csv', '--platform', 'ebay'], '\u0000\u0001\u0002title\u0000', 'is neither text nor a workbook'],
    [
      ['none.csv', '--platform', 'ebay'],
      '',
      /There is no file none\.csv\. Expected: a CSV, TSV or Excel file with a column of titles; check its name and folder/,
    ],
    [['t.csv', '--platform', 'ebay', '--fix'], 'title\na\n', '--fix makes a plan for imported listings'],
    [['--platform', 'ebay'], '', '--platform is for a file'],
  ])('says what is wrong: %j', async (options, content, message) => {
    const context = folder();
    put(context, 't.csv', content);
    const { exitCode, err } = await audit(context, ...options);
    expect(exitCode).toBeGreaterThan(0);
    if (typeof message === 'string') expect(err).toContain(message);
    else expect(err).toMatch(message);
  });
});
