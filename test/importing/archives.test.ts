/**
 * Archives and workbooks of several reports: each part comes in as a file of its own, is listed, shown and taken back by itself,
 * and is known when it comes again. What is wrong with an archive is said; nothing of it stays behind on the disk.
 */
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import { json, run, type TestContext, testContext } from '../cli/testContext.js';
import { expectGolden } from '../cli/transcript.js';
import { ORDERS, ORDERS_HEADER, order, workbook } from './wrongFiles.js';
import { type ZipMember, zipFile } from './zipFile.js';

const CHANGED = Date.parse('2026-11-21T12:00:00Z') / 1000;

/** Orders of one number each, so that every file holds another. */
const orders = (...numbers: number[]) => `${[ORDERS_HEADER, ...numbers.map(order)].join('\n')}\n`;

function write(context: TestContext, name: string, content: string | Uint8Array): void {
  writeFileSync(join(context.dir, name), content);
  utimesSync(join(context.dir, name), CHANGED, CHANGED);
}

async function imported(context: TestContext, ...words: string[]) {
  const { exitCode, out, err } = await run(context, 'import', ...words, '--format', 'json');
  expect(err).toBe('');
  const rows = (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows;
  return { exitCode, told: rows.map(({ file, status, rows_read, message }) => [file, status, rows_read, message]) };
}

/** [file, status, rows read, message] of one archive. */
async function taken(members: readonly ZipMember[], options: Parameters<typeof zipFile>[1] = {}) {
  const context = testContext();
  write(context, 'export.zip', zipFile(members, options));
  return imported(context, 'export.zip');
}

const orderIds = async (context: TestContext) =>
  (await json(context, 'orders', 'list', '--sort', 'order_id')).rows.map((row) => String(row.order_id).slice(-1)).join('');

afterEach(() => {
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`eco-unpacked-${process.pid}-`))).toEqual([]);
});

describe('a zip of exports', () => {
  it('is taken member by member, whatever the folders in it; what systems add is passed over', async () => {
    const { exitCode, told } = await taken([
      { name: 'orders/', content: '' },
      { name: 'orders/october.txt', content: orders(1, 2) },
      { name: 'orders/old/september.txt', content: orders(3), method: 0 },
      { name: '__MACOSX/orders/._october.txt', content: 'x' },
      { name: 'orders/.DS_Store', content: 'x' },
      { name: 'orders/Thumbs.db', content: 'x' },
      { name: 'report.xlsx', content: workbook({ Orders: orders(4) }), method: 0 },
      { name: 'manual.pdf', content: '%PDF-1.7\n' },
    ]);
    expect(told).toEqual([
      ['export.zip/orders/october.txt', 'imported', 2, null],
      ['export.zip/orders/old/september.txt', 'imported', 1, null],
      ['export.zip/report.xlsx', 'imported', 1, null],
      ['export.zip/manual.pdf', 'skipped', 0, 'is a PDF, no export'],
    ]);
    expect(exitCode).toBe(0);
  });

  it('may hold another one, and gzip; a third level is refused', async () => {
    const deepest = zipFile([{ name: 'c.txt', content: orders(3) }]);
    const inner = zipFile([
      { name: 'b.txt', content: orders(2) },
      { name: 'deepest.zip', content: deepest, method: 0 },
    ]);
    expect(
      (
        await taken([
          { name: 'a.txt', content: orders(1) },
          { name: 'inner.zip', content: inner, method: 0 },
          { name: 'd.txt.gz', content: gzipSync(orders(4)), method: 0 },
        ])
      ).told,
    ).toEqual([
      ['export.zip/a.txt', 'imported', 1, null],
      ['export.zip/inner.zip/b.txt', 'imported', 1, null],
      [
        'export.zip/inner.zip/deepest.zip',
        'rejected',
        0,
        'is an archive in an archive in an archive. Unpack it and import the files in it',
      ],
      ['export.zip/d.txt.gz', 'imported', 1, null],
    ]);
  });

  it('is read where its names are in the code page of a machine, and where it is written as zip64', async () => {
    const name = iconv.encode('订单/宝贝报表十一月.txt', 'gb18030');
    expect((await taken([{ name, content: orders(1), flags: 0 }])).told).toEqual([
      ['export.zip/订单/宝贝报表十一月.txt', 'imported', 1, null],
    ]);
    expect(
      (
        await taken(
          [
            { name: 'a.txt', content: orders(1) },
            { name: 'b.txt', content: orders(2) },
          ],
          { zip64: true },
        )
      ).told,
    ).toEqual([
      ['export.zip/a.txt', 'imported', 1, null],
      ['export.zip/b.txt', 'imported', 1, null],
    ]);
  });

  it('is no failure where nothing in it is an export', async () => {
    const members = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'].map((name) => ({ name, content: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }));
    expect((await taken(members)).told).toEqual([
      ['export.zip', 'skipped', 0, 'is an archive without exports (4 files: a.jpg, b.jpg, c.jpg, …)'],
    ]);
  });

  it('is dated member by member: the newer member wins, whatever its place', async () => {
    const context = testContext({ timeZone: 'Asia/Shanghai' });
    const stock = (available: number) =>
      `Handle,Title,SKU,Location,Committed (not editable),Available (not editable),On hand (current)\nmug,Mug,MUG,Shop,0,${available},${available}\n`;
    write(
      context,
      'stock.zip',
      zipFile([
        { name: 'unix.csv', content: stock(7), unixTime: CHANGED - 60 },
        { name: 'wall clock.csv', content: stock(5), dosTime: [2026, 11, 21, 19, 58, 0] },
        { name: 'from the future.csv', content: stock(3), dosTime: [2027, 1, 1, 0, 0, 0] },
        { name: 'without a time.csv', content: stock(4) },
      ]),
    );
    expect((await imported(context, 'stock.zip')).exitCode).toBe(0);
    const { rows } = await json(context, 'files', 'list', '--sort', 'import_id');
    expect(rows.map((row) => [row.file, row.evidence_at])).toEqual([
      ['stock.zip/unix.csv', '2026-11-21T11:59:00Z'],
      ['stock.zip/wall clock.csv', '2026-11-21T11:58:00Z'],
      ['stock.zip/from the future.csv', '2026-11-21T12:00:00Z'],
      ['stock.zip/without a time.csv', '2026-11-21T12:00:00Z'],
    ]);
  });

  it('lends its name to its members: the period that they do not carry', async () => {
    const context = testContext();
    const traffic = `(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Page Views - Total,Featured Offer (Buy Box) Percentage,Units Ordered,Unit Session Percentage,Ordered Product Sales,Total Order Items
B0P,B0C,Mug,1,1,90.00%,2,10.00%,$20.00,2
`;
    write(context, 'Business Reports 2026-11-20..2026-11-20.zip', zipFile([{ name: 'by child.csv', content: traffic }]));
    expect((await imported(context, 'Business Reports 2026-11-20..2026-11-20.zip')).exitCode).toBe(0);
    const { rows } = await json(context, 'files', 'list');
    expect(rows.map((row) => [row.period_from, row.period_to])).toEqual([['2026-11-20', '2026-11-20']]);
  });
});

describe('gzip', () => {
  it('is opened; its content has the name of the file', async () => {
    const context = testContext();
    write(context, 'orders.txt.gz', gzipSync(orders(1)));
    expect((await imported(context, 'orders.txt.gz')).told).toEqual([['orders.txt.gz', 'imported', 1, null]]);
    expect((await imported(context, 'orders.txt.gz')).told).toEqual([['orders.txt.gz', 'unchanged', 0, 'already imported as 1']]);
  });
});

describe('parts', () => {
  const members = [
    { name: 'a.txt', content: orders(1) },
    { name: 'b.txt', content: orders(2) },
    { name: 'book.xlsx', content: workbook({ Notes: 'Read me', March: orders(3), February: orders(4) }), method: 0 },
  ];
  const begun = async () => {
    const context = testContext();
    write(context, 'export.zip', zipFile(members));
    await imported(context, 'export.zip');
    return context;
  };
  const names = ['export.zip/a.txt', 'export.zip/b.txt', 'export.zip/book.xlsx#March', 'export.zip/book.xlsx#February'];

  it('are all known when the same archive comes again, by its stamp or under another name', async () => {
    const context = await begun();
    expect(await orderIds(context)).toBe('1234');
    const again = (name: string) =>
      names.map((part, at) => [part.replace('export.zip', name), 'unchanged', 0, `already imported as ${at + 1}`]);
    expect((await imported(context, 'export.zip')).told).toEqual(again('export.zip'));
    write(context, 'renamed.zip', zipFile(members));
    expect((await imported(context, 'renamed.zip')).told).toEqual(again('renamed.zip'));
    write(context, 'b alone.txt', orders(2));
    expect((await imported(context, 'b alone.txt')).told).toEqual([['b alone.txt', 'unchanged', 0, 'already imported as 2']]);
  });

  it('are known without being unpacked', async () => {
    const context = await begun();
    write(context, 'new.zip', zipFile([{ name: 'c.txt', content: orders(5) }]));
    const { TMPDIR } = process.env;
    process.env.TMPDIR = '/nowhere';
    const known = await imported(context, 'export.zip');
    const unknown = await imported(context, 'new.zip');
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    expect(known.told.map((row) => row[1])).toEqual(Array(4).fill('unchanged'));
    expect(unknown.told[0]?.[3]).toBe(
      'cannot be unpacked: nothing can be written to /nowhere (ENOENT). Name another folder: TMPDIR=… eco import …',
    );
  });

  it('are shown and taken back one by one, and only what was taken back comes in again', async () => {
    const context = await begun();
    const { out } = await run(context, 'files', 'show', '3');
    expect(out).toContain('Import 3: export.zip/book.xlsx#March');
    expect(out).toMatch(/sheet +March of a workbook of several reports/);
    expect((await run(context, 'files', 'undo', '3')).exitCode).toBe(0);
    expect(await orderIds(context)).toBe('124');
    expect((await imported(context, 'export.zip')).told.map(([file, status]) => [file, status])).toEqual([
      [names[0], 'unchanged'],
      [names[1], 'unchanged'],
      [names[2], 'imported'],
      [names[3], 'unchanged'],
    ]);
    expect(await orderIds(context)).toBe('1234');
    expect((await run(context, 'db', 'check', '--deep')).exitCode).toBe(0);
  });

  it('that are no reports are named to those who ask', async () => {
    const context = testContext();
    write(context, 'book.xlsx', workbook({ Notes: 'Read me', March: orders(3), February: orders(4) }));
    const quiet = await run(context, 'import', 'book.xlsx', '--dry-run');
    expect(quiet.out).not.toContain('Notes');
    const { out } = await run(context, 'import', 'book.xlsx', '--verbose');
    expect(out).toContain('book.xlsx#March: the sheet "Notes" is no export that eco knows');
  });

  it('of which one is refused are looked at again', async () => {
    const context = testContext();
    write(context, 'export.zip', zipFile([members[0] as ZipMember, { name: 'cut.txt', content: orders(2).slice(0, -40) }]));
    const told = async () => (await imported(context, 'export.zip')).told.map(([file, status]) => [file, status]);
    expect(await told()).toEqual([
      ['export.zip/a.txt', 'imported'],
      ['export.zip/cut.txt', 'rejected'],
    ]);
    expect(await told()).toEqual([
      ['export.zip/a.txt', 'unchanged'],
      ['export.zip/cut.txt', 'rejected'],
    ]);
    expect((await json(context, 'files', 'list')).rows.map((row) => row.file)).toEqual(['export.zip/cut.txt', 'export.zip/a.txt']);
  });
});

describe('parts that do not say their days', () => {
  const QUERIES = 'Top queries,Clicks,Impressions,CTR,Position\nteapot,2,20,10%,12.4\n';
  const PAGES = 'Top pages,Clicks,Impressions,CTR,Position\nhttps://example.com/,2,35,5.71%,14\n';
  const dates = (first: number) =>
    `Date,Clicks,Impressions,CTR,Position\n2026-08-${first},2,20,10%,12\n2026-08-${first + 1},0,15,0%,18.5\n`;
  const days = async (context: TestContext) =>
    (await json(context, 'files', 'list', '--sort', 'file')).rows.map((row) => [row.file, row.status, row.period_from, row.period_to]);

  it('cover those of the part of the same zip that does, in whatever order they lie there', async () => {
    const context = testContext();
    const members = [
      { name: 'Queries.csv', content: QUERIES },
      { name: 'Chart.csv', content: dates(10) },
      { name: 'Pages.csv.gz', content: gzipSync(PAGES) },
    ];
    write(context, 'search.zip', zipFile(members));
    expect((await imported(context, 'search.zip')).told).toEqual([
      ['search.zip/Queries.csv', 'imported', 1, null],
      ['search.zip/Chart.csv', 'imported', 2, null],
      ['search.zip/Pages.csv.gz', 'imported', 1, null],
    ]);
    expect(await days(context)).toEqual([
      ['search.zip/Chart.csv', 'imported', '2026-08-10', '2026-08-11'],
      ['search.zip/Pages.csv.gz', 'imported', '2026-08-10', '2026-08-11'],
      ['search.zip/Queries.csv', 'imported', '2026-08-10', '2026-08-11'],
    ]);
    // With a part that is no export the zip is opened again.
    write(context, 'again.zip', zipFile([...members, { name: 'Filters.csv', content: 'Filter,Value\nSearch type,Web\n' }]));
    expect((await imported(context, 'again.zip')).told.map(([, status]) => status)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'rejected',
    ]);
  });

  it('cover those of the sheet of the same workbook that does', async () => {
    const context = testContext();
    const tabs = (text: string) => text.replaceAll(',', '\t');
    write(context, 'search.xlsx', workbook({ Queries: tabs(QUERIES), Pages: tabs(PAGES), Chart: tabs(dates(10)) }));
    await imported(context, 'search.xlsx');
    expect(await days(context)).toEqual([
      ['search.xlsx#Chart', 'imported', '2026-08-10', '2026-08-11'],
      ['search.xlsx#Pages', 'imported', '2026-08-10', '2026-08-11'],
      ['search.xlsx#Queries', 'imported', '2026-08-10', '2026-08-11'],
    ]);
  });

  it('are refused where no part does, or where two say different days', async () => {
    const refusal = expect.stringMatching(/^does not say which days it covers/);
    expect((await taken([{ name: 'Queries.csv', content: QUERIES }])).told).toEqual([['export.zip/Queries.csv', 'rejected', 0, refusal]]);
    const { told } = await taken([
      { name: 'one/Queries.csv', content: QUERIES },
      { name: 'one/Chart.csv', content: dates(10) },
      { name: 'two/Chart.csv', content: dates(20) },
    ]);
    expect(told).toEqual([
      ['export.zip/one/Queries.csv', 'rejected', 0, refusal],
      ['export.zip/one/Chart.csv', 'imported', 2, null],
      ['export.zip/two/Chart.csv', 'imported', 2, null],
    ]);
  });

  it('cover what the command says, whatever the others say', async () => {
    const context = testContext();
    write(
      context,
      'search.zip',
      zipFile([
        { name: 'Queries.csv', content: QUERIES },
        { name: 'Chart.csv', content: dates(10) },
      ]),
    );
    await imported(context, 'search.zip', '--period', '2026-08-01..2026-08-31');
    expect((await days(context)).find(([file]) => file === 'search.zip/Queries.csv')).toEqual([
      'search.zip/Queries.csv',
      'imported',
      '2026-08-01',
      '2026-08-31',
    ]);
  });
});

describe('an archive that cannot be opened', () => {
  const good = { name: 'good.txt', content: orders(1) };
  const archive = zipFile([good, { name: 'other.txt', content: orders(2) }]);
  const zeros = Buffer.alloc(60e6);
  const ARCHIVES: Readonly<Record<string, Uint8Array>> = {
    'empty.zip': Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
    'only folders.zip': zipFile([{ name: 'folder/', content: '' }]),
    'half downloaded.zip': archive.subarray(0, archive.length - 60),
    'damaged in one member.zip': Buffer.concat([archive.subarray(0, 60), Buffer.from([1, 2, 3, 4]), archive.subarray(64)]),
    'wrong checksum.zip': zipFile([{ ...good, declared: { crc: 1 } }]),
    'longer than it says.zip': zipFile([{ ...good, declared: { bytes: 3 } }]),
    'half downloaded.txt.gz': gzipSync(ORDERS).subarray(0, -12),
    'with a password.zip': zipFile([{ ...good, flags: 0x801 }]),
    'one member with a password.zip': zipFile([good, { name: 'secret.txt', content: orders(2), flags: 0x801 }]),
    'AES.zip': zipFile([good, { name: 'packed.txt', content: orders(2), method: 93 }]),
    'names that lead out.zip': zipFile([
      good,
      ...['../../up.txt', '/etc/absolute.txt', 'C:\\windows.txt'].map((name) => ({ name, content: orders(2) })),
    ]),
    'bomb.zip': zipFile([{ name: 'zeros.csv', content: zeros }]),
    'bomb that lies.zip': zipFile([{ name: 'zeros.csv', content: zeros, declared: { bytes: 1000 } }]),
    'bomb.csv.gz': gzipSync(zeros),
    'three of 4 GB.zip': zipFile([1, 2, 3].map((at) => ({ name: `${at}.csv`, content: orders(at), declared: { bytes: 0xfffffff0 } }))),
    'report.rar': Buffer.from('Rar!\x1a\x07\x01\x00…', 'latin1'),
    'letter.docx': zipFile([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: '<w/>' },
    ]),
  };

  it('says so, member by member where it can', async () => {
    let told = '';
    for (const [name, content] of Object.entries(ARCHIVES)) {
      const context = testContext();
      write(context, name, content);
      const { exitCode, told: rows } = await imported(context, name);
      told += `${name}, exit code ${exitCode}\n${rows.map(([file, status, , message]) => `  ${file}: ${status}${message === null ? '' : `, ${message}`}\n`).join('')}\n`;
      const listed = (await run(context, 'files', 'list', '--format', 'json')).out;
      for (const [file, status] of rows) if (status === 'rejected') expect(listed).toContain(JSON.stringify(file));
    }
    expectGolden('test/importing/golden/archives.txt', told);
  });

  it('leaves nothing behind in the folder for temporary files, nor what a killed import left there', async () => {
    const left = join(tmpdir(), 'eco-unpacked-999999999-abc');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'member'), ORDERS);
    const context = testContext();
    write(context, 'export.zip', archive);
    expect((await imported(context, 'export.zip')).exitCode).toBe(0);
    expect(readdirSync(tmpdir())).not.toContain('eco-unpacked-999999999-abc');
  });
});
