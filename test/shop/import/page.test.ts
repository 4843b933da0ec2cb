/** What an import prints, over a folder of everything that a downloads folder may hold. `UPDATE_GOLDEN=1` writes it anew. */
import { copyFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, type TestContext, testContext } from '../../cli/testContext.js';
import { expectGolden } from '../../cli/transcript.js';

const FIXTURES = 'fixtures/platforms';

/** [name in the folder, fixture or text], in the order of their age. */
const DOWNLOADS: readonly (readonly [string, string | { readonly text: string }])[] = [
  ['products_export_1.csv', 'shopify/products/new-names-images.csv'],
  ['inventory_export_1.csv', 'shopify/inventory/three-locations-2026.csv'],
  ['110793675556020213.txt', 'amazon/orders/eu-2024-vat.txt'],
  ['Sponsored_Products_Search_term_report (3) copy of March.xlsx', 'amazon/sp-search-terms/summary.xlsx'],
  ['宝贝报表/ExportItemList202605.csv', 'taobao/order-items/gbk.csv'],
  ['BusinessReport-11-21-26.csv', 'amazon/traffic-by-child/us-all-columns.csv'],
  ['x.csv', 'etsy/listings/euro.csv'],
  [
    'orders_export.csv',
    { text: 'Name,Financial Status,Lineitem quantity,Lineitem name,Lineitem price\n#1,paid,1,Mug,12.00\n#2,paid,two,Mug,12.00\n' },
  ],
  [
    'Search terms report.csv',
    { text: 'Search terms report\n"1 May 2026 - 8 May 2026"\nSearch term,Match type,Added/Excluded,Cost\nmug,Exact match,None,1.20\n' },
  ],
  ['payouts.csv', { text: 'Payout Status,Payout Date,Amount\npaid,2026-11-20,12.00\n' }],
  ['推广计划.csv', { text: '日期,创意ID,关键词,展现量,点击量,花费\n2026-11-20,1,锅,1200,14,9.80\n' }],
  ['friends.csv', { text: 'Canary Personname,77 Canary Street\nAnother Personname,78 Canary Street\n' }],
  ['letter.txt', { text: 'Dear supplier,\nplease send forty kettles.\n' }],
  ['invoice.pdf', { text: '%PDF-1.7\n' }],
  ['holiday.jpg', { text: '\u00ff\u00d8\u00ff' }],
  ['notes.md', { text: '# To do\n' }],
];

function downloads(context: TestContext): string {
  const folder = join(context.dir, 'Downloads');
  DOWNLOADS.forEach(([name, content], age) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'string') copyFileSync(join(FIXTURES, content), path);
    else writeFileSync(path, content.text, name.endsWith('.jpg') ? 'latin1' : 'utf8');
    const changed = Date.parse('2026-11-21T12:00:00Z') / 1000 + age * 60;
    utimesSync(path, changed, changed);
  });
  return folder;
}

describe('an import prints', () => {
  it('what was understood, refused, assumed, and what to do next', async () => {
    const context = testContext();
    const folder = downloads(context);
    const first = await run(context, 'import', folder);
    expect([first.exitCode, first.err]).toEqual([4, '']);
    expectGolden('test/shop/import/golden/first.txt', first.out);
    const second = await run(context, 'import', folder);
    expect(second.exitCode).toBe(4);
    expectGolden('test/shop/import/golden/second.txt', second.out);
  });

  it('the same on a terminal, wrapped to its width', async () => {
    const context = testContext({ tty: true, columns: 120 });
    const { out } = await run(context, 'import', downloads(context), '--color', 'never');
    expectGolden('test/shop/import/golden/terminal.txt', out);
  });

  it('nothing of what a file that is no export holds', async () => {
    const context = testContext();
    const folder = downloads(context);
    const { out } = await run(context, 'import', folder, '--verbose');
    const list = await run(context, 'files', 'list', '--format', 'csv');
    expect(out + list.out).not.toMatch(/Personname|Canary Street|forty kettles/);
  });

  it('what would happen, and changes nothing', async () => {
    const context = testContext();
    const folder = downloads(context);
    const { out } = await run(context, 'import', folder, '--dry-run');
    expect(out).toContain('dry run: nothing was changed');
    const { out: after } = await run(context, 'import', folder, '--format', 'csv', '--columns', 'import_id,status');
    expect(after).toContain('1,imported');
    expect(after).not.toContain('unchanged');
  });
});

/** A seller's folder of a year: more files than fit on a screen, with days that nobody downloaded. */
function longFolder(context: TestContext): string {
  const folder = join(context.dir, 'Downloads');
  const write = (name: string, content: string, day: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    utimesSync(join(folder, name), Date.parse(`${day}T12:00:00Z`) / 1000, Date.parse(`${day}T12:00:00Z`) / 1000);
  };
  const traffic = (day: string) =>
    `(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Page Views - Total,Featured Offer (Buy Box) Percentage,Units Ordered,Unit Session Percentage,Ordered Product Sales,Total Order Items
B0P,B0C,Mug,${Number(day.slice(-2)) + 1},40,90.00%,2,10.00%,$20.00,2
`;
  const days = Array.from({ length: 28 }, (_, at) => `2026-10-${String(at + 1).padStart(2, '0')}`);
  // Three days were never downloaded, and the first half was downloaded once more as a whole.
  for (const day of days.filter((day) => !['2026-10-09', '2026-10-19', '2026-10-20'].includes(day)))
    write(`traffic/BusinessReport ${day}..${day}.csv`, traffic(day), '2026-11-01');
  write('traffic/BusinessReport 2026-10-01..2026-10-14.csv', traffic('2026-10-00'), '2026-11-01');
  const orders = (number: number, day: string) =>
    `amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\n${[
      0, 1,
    ]
      .map(
        (at) =>
          `111-0000000-00000${number}${at}\t${day}${at + 1}T10:00:00+00:00\t${day}${at + 1}T11:00:00+00:00\tShipped\tAmazon.com\tMug\tMUG\tB0C\tShipped\t1\tUSD\t10.00\n`,
      )
      .join('')}`;
  ['2026-10-0', '2026-10-1', '2026-11-1'].forEach((day, at) => {
    write(`orders/${at}.txt`, orders(at, day), '2026-11-20');
  });
  for (let at = 0; at < 12; at++) write(`broken/${at}.txt`, orders(at, '2026-10-0').slice(0, -30), '2026-11-20');
  copyFileSync(join(FIXTURES, 'shopify/products/new-names-images.csv'), join(folder, 'products_export_1.csv'));
  return folder;
}

describe('an import of more files than fit on a screen', () => {
  it('is summed up by platform and report, with the days and reports that are missing', async () => {
    const context = testContext();
    const folder = longFolder(context);
    const first = await run(context, 'import', folder);
    expect([first.exitCode, first.err]).toEqual([4, '']);
    expectGolden('test/shop/import/golden/long.txt', first.out);
    const { out } = await run(context, 'import', folder, '--format', 'csv', '--columns', 'file,status');
    expect(out.trimEnd().split('\n')).toHaveLength(1 + 26 + 3 + 12 + 1);
  });

  it('is told file by file to those who ask', async () => {
    const context = testContext();
    const { out } = await run(context, 'import', longFolder(context), '--verbose');
    expect(out.split('\n').filter((line) => /^ {2}[✓✗]/.test(line))).toHaveLength(26 + 3 + 12 + 1);
  });

  it('says nothing of what is missing when nothing came in', async () => {
    const context = testContext();
    const folder = longFolder(context);
    await run(context, 'import', folder);
    const { out } = await run(context, 'import', folder);
    expect(out).not.toContain('Missing for a complete picture');
  });
});

it('a file that is refused every night is remembered once', async () => {
  const context = testContext();
  const folder = downloads(context);
  for (let night = 0; night < 3; night++) await run(context, 'import', folder);
  const { out } = await run(
    context,
    'db',
    'sql',
    'SELECT max(n) AS most FROM (SELECT count(*) AS n FROM imports GROUP BY sha256)',
    '--format',
    'csv',
  );
  expect(out).toBe('most\n1\n');
});
