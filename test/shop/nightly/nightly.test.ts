/** Whole nights of the tiny shop (test/report/tinyShop.ts): what came in, what was refused, the reports, what the next night does. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import { openDatabase } from '../../../src/db/connection.js';
import { render } from '../../../src/output/index.js';
import { digestPage } from '../../../src/shop/nightly/digest.js';
import { run, type TestContext, testContext } from '../../cli/testContext.js';
import { expectTranscript } from '../../cli/transcript.js';
import { MORNING, ORDERS, ordersFile, writeExport, writeTinyShop } from '../../report/tinyShop.js';

const NIGHT = ['nightly', '--inbox', 'in', '--out', 'reports'] as const;

interface Row {
  readonly step: string;
  readonly subject: string;
  readonly client: string | null;
  readonly morning: string | null;
  readonly status: string;
  readonly message: string | null;
  readonly file: string | null;
}

/** The same folder another day. */
function on(context: TestContext, now: string): TestContext {
  return testContext({ dir: context.dir, now });
}

async function night(context: TestContext, ...more: string[]): Promise<{ rows: Row[]; exitCode: number; err: string }> {
  const { out, exitCode, err } = await run(context, ...NIGHT, '--format', 'json', ...more);
  return { rows: out === '' ? [] : (JSON.parse(out) as { rows: Row[] }).rows, exitCode, err };
}

/** Every file below a folder with its text. */
function filesIn(folder: string): Record<string, string> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => statSync(join(folder, name)).isFile()).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const BAD_ADS =
  'Date,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Spend,7 Day Total Sales ,7 Day Total Orders (#)\n"Nov 19, 2026",USD,Kettles,One,kettle,EXACT,kettle,300,10,n/a%,$22.00,1\n';

describe('nights of a shop', () => {
  const withTrouble = () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    writeExport(context, 'Search term report of Thursday.csv', BAD_ADS);
    writeExport(context, 'invoice.pdf', '%PDF-1.4 no export');
    return context;
  };

  it('as people see them: the first, and the same morning again', async () => {
    await expectTranscript(withTrouble(), 'nightly', [NIGHT, NIGHT]);
  });

  it('as people see them: a file mended, a Monday that was missed', async () => {
    const first = withTrouble();
    await run(on(first, '2026-11-22T14:00:00Z'), ...NIGHT);
    writeExport(first, 'Search term report of Thursday.csv', BAD_ADS.replace('n/a%', '$8.00'));
    await expectTranscript(on(first, '2026-11-24T14:00:00Z'), 'nightly-later', [NIGHT]);
  });

  it('writes the same bytes each time, and touches no file that stays as it was', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    await night(context);
    const reports = join(context.dir, 'reports');
    const before = filesIn(reports);
    expect(Object.keys(before)).toEqual([
      '2026-11-21/daily.html',
      '2026-11-21/daily.json',
      '2026-11-21/daily.md',
      'index.html',
      'index.json',
    ]);
    const old = new Date('2026-01-01T00:00:00Z');
    utimesSync(join(reports, 'index.html'), old, old);
    expect((await night(context)).rows.filter(({ step }) => step === 'report').map(({ status }) => status)).toEqual(
      Array(3).fill('unchanged'),
    );
    expect(filesIn(reports)).toEqual(before);
    expect(statSync(join(reports, 'index.html')).mtime).toEqual(old);
    await run(context, 'nightly', '--out', 'again', '--as-of', '2026-11-21');
    const later = on(context, '2026-12-15T14:00:00Z');
    await run(later, 'nightly', '--out', 'later', '--as-of', '2026-11-21');
    expect(filesIn(join(context.dir, 'later'))).toEqual(filesIn(join(context.dir, 'again')));
  });

  it('writes what the report prints, so that nothing else has to be believed', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    await night(context);
    const { out } = await run(context, 'report', 'daily', '--format', 'json');
    expect(readFileSync(join(context.dir, 'reports/2026-11-21/daily.json'), 'utf8')).toBe(out);
  });
});

describe('days that were missed', () => {
  it('get their reports, as of their mornings', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    await night(context);
    writeExport(
      context,
      'later.txt',
      ordersFile([...ORDERS, { id: '20', day: '2026-11-22', sku: 'MUG', price: '18.00' }]),
      Date.parse('2026-11-24T13:00:00Z') / 1000,
    );
    const { rows } = await night(on(context, '2026-11-24T14:00:00Z'));
    const mornings = rows.filter(({ file }) => file?.endsWith('daily.json')).map(({ morning }) => morning);
    expect(rows.filter(({ file }) => file?.endsWith('weekly.json')).map(({ morning }) => morning)).toEqual(['2026-11-23']);
    expect(mornings).toEqual(['2026-11-22', '2026-11-23', '2026-11-24']);
    const sales = JSON.parse(readFileSync(join(context.dir, 'reports/2026-11-23/daily.json'), 'utf8')) as {
      rows: { metric: string; value: string; day: string }[];
    };
    expect(sales.rows[0]).toMatchObject({ metric: 'sales', value: '18.00', day: '2026-11-22' });
  });

  it('are said where they lie further back than a month', async () => {
    const nothing = { hasInbox: false, imported: [], verified: [], mornings: [], reports: [], failures: [], delivered: [], verbose: false };
    const night = { ...nothing, morning: '2027-01-31' as Day, tooOld: 40, out: '/shop/reports', cwd: '/shop' };
    const page = digestPage(openDatabase(':memory:'), night);
    expect(await render(page, 'md', { color: false, width: null })).toContain(
      '40 mornings further back than a month without a report: eco report daily --as-of DAY',
    );
  });

  it('are forgotten with their folder: what a person cleared away does not come back', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    await night(context);
    rmSync(join(context.dir, 'reports'), { recursive: true });
    const { rows } = await night(on(context, '2026-11-24T14:00:00Z'));
    expect(rows.filter(({ step, file }) => step === 'report' && file?.endsWith('daily.json')).map(({ morning }) => morning)).toEqual([
      '2026-11-24',
    ]);
  });
});

describe('a file that was refused', () => {
  const stock = 'Artikelnummer;Lagerbestand heute\nA-1;7\nA-2;0\n';

  async function refusedOnce(): Promise<TestContext> {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    writeExport(context, 'bad.csv', BAD_ADS);
    const { rows, exitCode } = await night(context);
    expect(rows.find(({ subject }) => subject === 'bad.csv')).toMatchObject({ step: 'import', status: 'rejected' });
    expect(exitCode).toBe(4);
    return context;
  }
  const imports = async (context: TestContext) =>
    (
      JSON.parse((await run(context, 'files', 'list', '--format', 'json')).out) as {
        rows: { import_id: number; file: string; status: string }[];
      }
    ).rows;

  it('is not tried again, and is no failure of the nights after', async () => {
    const context = await refusedOnce();
    const before = await imports(context);
    const later = on(context, '2026-11-22T14:00:00Z');
    const { exitCode, out } = await run(later, ...NIGHT);
    expect(exitCode).toBe(0);
    expect(out).toContain('1 file was refused before and not tried again: bad.csv. Why: eco files list --where status=rejected');
    expect(await imports(later)).toEqual(before);
  });

  it('is known by its bytes where it was moved', async () => {
    const context = await refusedOnce();
    rmSync(join(context.dir, 'in/bad.csv'));
    writeExport(context, 'deep/copy.csv', BAD_ADS);
    expect((await run(context, ...NIGHT)).out).toContain('1 file was refused before and not tried again: deep/copy.csv.');
  });

  it('is tried again when it changes', async () => {
    const context = await refusedOnce();
    writeExport(context, 'bad.csv', BAD_ADS.replace('n/a%', '$8.00'));
    const { rows, exitCode } = await night(context);
    expect(rows.find(({ subject }) => subject === 'bad.csv')).toMatchObject({ status: 'imported' });
    expect(exitCode).toBe(0);
  });

  it('is tried again when a person imports it, and when the stores are others', async () => {
    const context = await refusedOnce();
    expect((await run(context, 'import', 'in/bad.csv')).exitCode).toBe(1);
    await run(context, 'store', 'add', 'uk', '--platform', 'amazon');
    expect((await night(context)).exitCode).toBe(4);
    expect((await night(context)).exitCode).toBe(0);
  });

  it('is tried again when a profile for it was made', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    writeExport(context, 'stock.csv', stock);
    expect((await night(context)).rows.find(({ subject }) => subject === 'stock.csv')?.status).not.toBe('imported');
    const { exitCode, err } = await run(
      context,
      'files',
      'map',
      'in/stock.csv',
      '--columns',
      'sku=Artikelnummer,available=Lagerbestand heute',
      '--name',
      'my-erp',
    );
    expect(exitCode, err).toBe(0);
    expect((await night(context)).rows.find(({ subject }) => subject === 'stock.csv')).toMatchObject({ status: 'imported' });
  });

  it('is left in its archive, whose other files are in', async () => {
    const { zipSync, strToU8 } = await import('fflate');
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    const zip = zipSync({ 'bad.csv': strToU8(BAD_ADS), 'good.csv': strToU8(BAD_ADS.replace('n/a%', '$8.00')) });
    writeFileSync(join(context.dir, 'in/both.zip'), zip);
    const stamp = Date.parse('2026-11-21T13:10:00Z') / 1000;
    utimesSync(join(context.dir, 'in/both.zip'), stamp, stamp);
    const statuses = async () =>
      (await night(context)).rows.filter(({ subject }) => subject.startsWith('both.zip')).map(({ subject, status }) => [subject, status]);
    expect(await statuses()).toEqual([
      ['both.zip/bad.csv', 'rejected'],
      ['both.zip/good.csv', 'imported'],
    ]);
    expect(await statuses()).toEqual([
      ['both.zip/bad.csv', 'rejected'],
      ['both.zip/good.csv', 'unchanged'],
    ]);
  });
});

describe('a file that a person took back', () => {
  it('does not come in again by night, but by hand', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    await night(context);
    const {
      rows: [taken],
    } = JSON.parse((await run(context, 'files', 'list', '--format', 'json', '--where', 'file=1234567890.txt')).out) as {
      rows: { import_id: number }[];
    };
    await run(context, 'files', 'undo', String(taken?.import_id), '--yes');
    const orders = (found: { rows: Row[] }) => found.rows.find(({ subject }) => subject === '1234567890.txt');
    const told = { status: 'skipped', message: `import ${taken?.import_id} was taken back; to have it again: eco import FILE` };
    expect(orders(await night(context))).toMatchObject(told);
    expect(orders(await night(context))).toMatchObject(told);
    expect((await run(context, 'import', 'in/1234567890.txt')).exitCode).toBe(0);
    expect(orders(await night(context))).toMatchObject({ status: 'unchanged' });
  });
});

describe('what goes wrong', () => {
  it('leaves the other folders alone: an inbox that is not there', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    const { rows, exitCode } = await night(context, '--inbox', 'nowhere');
    expect(exitCode).toBe(4);
    expect(rows.filter(({ status }) => status === 'failed')).toMatchObject([
      {
        step: 'import',
        subject: 'nowhere',
        message: `${context.dir}/nowhere does not exist. Give the path of an export, or of the folder that you download to.`,
      },
    ]);
    expect(rows.filter(({ status }) => status === 'imported')).toHaveLength(5);
  });

  it('leaves the other steps alone: a folder of reports that cannot be made', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    writeFileSync(join(context.dir, 'reports'), 'a file');
    const { rows, exitCode } = await night(context);
    expect(exitCode).toBe(4);
    expect(rows.filter(({ status }) => status === 'failed')).toMatchObject([
      {
        step: 'report',
        subject: 'daily 2026-11-21',
        message: `${context.dir}/reports/2026-11-21 cannot be made: ENOTDIR. Name another with --out`,
      },
      { step: 'index', message: `${context.dir}/reports cannot be made: EEXIST. Name another with --out` },
    ]);
    expect(rows.filter(({ step, status }) => step === 'import' && status === 'imported')).toHaveLength(5);
  });

  it('is made up for: a report that failed is written the next night', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    mkdirSync(join(context.dir, 'reports/2026-11-21/daily.json'), { recursive: true });
    expect((await night(context)).rows.filter(({ status }) => status === 'failed').map(({ message }) => message)).toEqual([
      `${context.dir}/reports/2026-11-21/daily.json cannot be written: EISDIR`,
    ]);
    expect(readFileSync(join(context.dir, 'reports/index.html'), 'utf8')).toContain('daily failed');
    rmSync(join(context.dir, 'reports/2026-11-21/daily.json'), { recursive: true });
    const { rows } = await night(on(context, '2026-11-22T14:00:00Z'));
    expect(rows.filter(({ step, file }) => step === 'report' && file?.endsWith('daily.json')).map(({ morning }) => morning)).toEqual([
      '2026-11-21',
      '2026-11-22',
    ]);
    expect(readFileSync(join(context.dir, 'reports/index.html'), 'utf8')).not.toContain('failed');
  });

  it('ends with 1 where nothing was done', async () => {
    const context = testContext({ now: MORNING });
    mkdirSync(join(context.dir, 'in'));
    const { rows, exitCode } = await night(context);
    expect({ rows, exitCode }).toMatchObject({
      exitCode: 1,
      rows: [
        {
          step: 'report',
          subject: 'daily, weekly, monthly',
          status: 'failed',
          message: 'nothing has been imported yet: put exports into the inbox',
        },
      ],
    });
    expect(await run(testContext(), 'nightly')).toMatchObject({ exitCode: 1, err: expect.stringMatching(/There is no database at/) });
  });

  it.each([
    [['--known-at', '2026-11-20'], 2, 'eco: --known-at: a night imports and writes; it cannot be run as of earlier imports\n'],
    [
      ['--print-schedule', 'at'],
      2,
      "error: option '--print-schedule <scheduler>' argument 'at' is invalid. Allowed choices are cron, systemd, launchd.\n(eco COMMAND --help shows how)\n",
    ],
  ])('%j is refused', async (options, exitCode, err) => {
    expect(await run(testContext(), 'nightly', ...options)).toEqual({ exitCode, out: '', err });
  });
});

describe('an agency', () => {
  it('has a folder a client, and one index', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    await run(context, 'import', 'in', '--client', 'Müller & Söhne');
    await run(context, 'store', 'add', 'shop', '--platform', 'shopify', '--client', 'Zoë');
    await run(context, 'store', 'add', 'mine', '--platform', 'etsy');
    const { out, exitCode } = await run(context, 'nightly', '--out', 'reports', '--format', 'md');
    expect(exitCode).toBe(0);
    expect(out).toContain('## Müller & Söhne · 2026-11-20 · each against the usual day of the week');
    const files = Object.keys(filesIn(join(context.dir, 'reports')));
    expect(files.filter((file) => file.endsWith('.html'))).toEqual([
      'Müller-Söhne/2026-11-21/daily.html',
      'Zoë/2026-11-21/daily.html',
      'index.html',
      'own/2026-11-21/daily.html',
    ]);
    const index = readFileSync(join(context.dir, 'reports/index.html'), 'utf8');
    expect(index).toContain('<a href="M%C3%BCller-S%C3%B6hne/2026-11-21/daily.html" title="Friday 20 November 2026">daily</a>');
    expect(index).toContain('<td>Zoë</td>');
    expect(await run(context, 'nightly', '--out', 'reports', '--client', 'Zoë')).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(context.dir, 'reports/index.html'), 'utf8')).toBe(index);
  });
});

describe('eco.config.yaml', () => {
  it.each([
    ['nightly: 7', 'key "nightly": inbox, out, reports or formats expected, found 7'],
    ['nightly: { inbxo: a }', 'there is no key "nightly.inbxo". Known keys: inbox, out, reports, formats'],
    ['nightly: { formats: [pdf] }', 'key "nightly.formats": a list of html, md, json, csv, tsv, jsonl expected, found ["pdf"]'],
    ['nightly: { reports: [dialy] }', /key "nightly\.reports": there is no report "dialy"\. Known: daily/],
    ['mail: { host: a, from: b }', 'key "mail": to is missing'],
    ['mail: { host: a, from: b, to: c, password: d }', /there is no key "mail\.password"\. Known keys: .*password_env, password_command/],
    ['mail: { host: a, from: b, to: c, port: 99999 }', 'key "mail.port": a whole number from 1 to 65535 expected, found 99999'],
    ['webhook: { url: "ftp://x" }', 'key "webhook.url": an address such as https://example.com/hook expected, found "ftp://x"'],
    ['webhook: { format: slack }', 'key "webhook": url is missing'],
  ])('%j is refused, with the key', async (text, message) => {
    const context = testContext();
    writeFileSync(join(context.dir, 'eco.config.yaml'), `${text}\n`);
    const { exitCode, out, err } = await run(context, 'nightly');
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
    if (typeof message === 'string') expect(err).toBe(`eco: ${context.dir}/eco.config.yaml: ${message}\n`);
    else expect(err).toMatch(message);
  });

  it('a damaged index is said, and written anew', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    writeFileSync(join(context.dir, 'eco.config.yaml'), 'nightly: { inbox: in, out: there, formats: [md] }\n');
    mkdirSync(join(context.dir, 'there'));
    writeFileSync(join(context.dir, 'there', 'index.json'), '{"schema":"eco.nightly');
    expect((await run(context, 'nightly')).err).toContain('index.json is no index of eco, or damaged: it is written anew');
    expect((await run(context, 'nightly')).err).not.toContain('damaged');
  });

  it('says what a night does; its paths are relative to it', async () => {
    const context = testContext({ now: MORNING });
    writeTinyShop(context);
    writeFileSync(join(context.dir, 'eco.config.yaml'), 'nightly: { inbox: in, out: there, formats: [md] }\n');
    mkdirSync(join(context.dir, 'deep'));
    const deep = testContext({ dir: join(context.dir, 'deep'), now: MORNING, env: { ECO_DB: join(context.dir, 'eco.db') } });
    expect((await run(deep, 'nightly')).exitCode).toBe(0);
    expect(Object.keys(filesIn(join(context.dir, 'there')))).toEqual(['2026-11-21/daily.md', 'index.html', 'index.json']);
  });
});
