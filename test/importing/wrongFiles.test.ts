/**
 * Files in the wrong state: each is read, or refused with a message of its own that says what to do; the messages are pinned in
 * wrongFiles.txt (UPDATE_GOLDEN=1 writes it). Whatever comes, every row is accounted for and nothing breaks the terminal.
 */
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/connection.js';
import type { ImportResult } from '../../src/importing/importFile.js';
import { importPath } from '../../src/importing/importPath.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { expectGolden } from '../cli/transcript.js';
import { ODD_NAMES, ORDERS, TRAFFIC, WRONG_FILES } from './wrongFiles.js';

interface ImportRow {
  readonly file: string;
  readonly status: string;
  readonly message: string | null;
  readonly rows_read: number;
  readonly rows_new: number;
  readonly rows_changed: number;
  readonly rows_unchanged: number;
  readonly rows_ignored: number;
  readonly rows_rejected: number;
}

function write(context: TestContext, name: string, content: string | Uint8Array): void {
  writeFileSync(join(context.dir, name), content);
  utimesSync(join(context.dir, name), 1_795_000_000, 1_795_000_000);
}

async function imported(context: TestContext, ...words: string[]) {
  const { exitCode, out, err } = await run(context, 'import', ...words, '--format', 'json');
  const { rows } = JSON.parse(out) as { rows: ImportRow[] };
  return { exitCode, rows, err };
}

function stored(row: ImportRow): number {
  return row.rows_new + row.rows_changed + row.rows_unchanged;
}

describe('a file in the wrong state', () => {
  it('has a message of its own, or is simply read', async () => {
    let told = '';
    for (const [name, content] of Object.entries(WRONG_FILES)) {
      const context = testContext();
      write(context, name, content);
      const { exitCode, rows, err } = await imported(context, name);
      expect(err, name).toBe('');
      told += `${name}\n`;
      for (const row of rows) {
        const part = row.file === name ? '' : `${row.file.slice(name.length)}: `;
        const read = row.rows_read > 0 ? `, ${row.rows_read} rows read, ${stored(row)} stored` : '';
        told += `  ${part}${row.status}${read}, exit code ${exitCode}\n${row.message === null ? '' : `  ${row.message}\n`}`;
      }
      told += '\n';
    }
    expectGolden(fileURLToPath(new URL('./wrongFiles.txt', import.meta.url)), told);
  });

  it('stores, ignores or rejects every row of it', async () => {
    for (const [name, content] of Object.entries(WRONG_FILES)) {
      const context = testContext();
      write(context, name, content);
      const [row] = (await imported(context, name, '--skip-bad-rows', '--period', '2026-11-20')).rows as [ImportRow];
      expect(stored(row) + row.rows_ignored + row.rows_rejected, name).toBe(row.rows_read);
      expect(['imported', 'partial', 'rejected', 'skipped'], name).toContain(row.status);
      if (row.status === 'rejected' || row.status === 'skipped')
        expect([stored(row), (row.message ?? '').length > 10], name).toEqual([0, true]);
    }
  });

  it('is refused or read the same in a folder of many, and the rest is in', async () => {
    const context = testContext();
    mkdirSync(join(context.dir, 'downloads', 'deeper'), { recursive: true });
    for (const [name, content] of Object.entries(WRONG_FILES)) write(context, join('downloads', name), content);
    write(context, join('downloads', 'deeper', 'good.txt'), ORDERS.replaceAll('111-', '222-'));
    symlinkSync('deeper/good.txt', join(context.dir, 'downloads', 'link.txt'));
    symlinkSync('/nowhere/at/all.csv', join(context.dir, 'downloads', 'broken link.csv'));
    symlinkSync('..', join(context.dir, 'downloads', 'circle'));
    const { exitCode, rows } = await imported(context, 'downloads');
    expect(exitCode).toBe(4);
    const names = Object.keys(WRONG_FILES).flatMap((name) =>
      name === 'two reports.xlsx' ? [`${name}#October`, `${name}#November`] : [name],
    );
    expect(rows.map((row) => row.file).sort()).toEqual([...names, 'deeper/good.txt', 'link.txt'].sort());
    expect(rows.find((row) => row.file === 'link.txt')?.status).toBe('unchanged');
    expect((await run(context, 'db', 'check', '--deep')).exitCode).toBe(0);
  });
});

describe('a path that leads to no file', () => {
  it('is an error that says so', async () => {
    const context = testContext();
    symlinkSync('/nowhere/at/all.csv', join(context.dir, 'broken.csv'));
    for (const name of ['missing.csv', 'broken.csv']) {
      expect(await run(context, 'import', name)).toEqual({
        exitCode: 1,
        out: '',
        err: `eco: ${join(context.dir, name)} does not exist. Give the path of an export, or of the folder that you download to.\n`,
      });
    }
  });

  it('says that a folder is empty', async () => {
    const context = testContext();
    mkdirSync(join(context.dir, 'inbox'));
    const { exitCode, out } = await run(context, 'import', 'inbox');
    expect([exitCode, out]).toEqual([0, expect.stringContaining('There is no file in it. Name the folder that your exports are in.')]);
  });

  it('refuses a device, which cannot be read twice', async () => {
    const { exitCode, rows } = await imported(testContext(), '/dev/null');
    expect({ exitCode, message: rows[0]?.message }).toEqual({
      exitCode: 1,
      message: 'cannot be read: this is a pipe or a device, and a file is read twice. Save it as a file first.',
    });
  });

  it.skipIf(process.getuid?.() === 0)('refuses what it may not read', async () => {
    const context = testContext();
    write(context, 'secret.txt', ORDERS);
    chmodSync(join(context.dir, 'secret.txt'), 0);
    const { exitCode, rows } = await imported(context, 'secret.txt');
    expect({ exitCode, message: rows[0]?.message }).toEqual({
      exitCode: 1,
      message: 'cannot be read: you may not read the file. Change its permissions.',
    });
  });
});

describe('a file that changes while it is read', () => {
  it('is refused, and taken when it has come to rest', async () => {
    const context = testContext();
    write(context, 'orders.txt', ORDERS);
    const db = openDatabase(context.env.ECO_DB as string);
    const options = {
      as: null,
      store: null,
      client: null,
      period: null,
      skipBadRows: false,
      replace: false,
      dryRun: false,
      now: 1_795_000_000,
      localZone: () => 'UTC',
      databaseFile: context.env.ECO_DB as string,
    };
    const path = join(context.dir, 'orders.txt');
    const more = ORDERS.split('\n')[1]?.replace('111-', '333-');
    let writing = true;
    const onProgress = () => {
      if (writing) appendFileSync(path, `${more}\n`);
      writing = false;
    };
    const [first] = (await importPath(db, path, 'orders.txt', { ...options, onProgress })) as [ImportResult];
    expect([first.status, first.message]).toEqual([
      'rejected',
      'cannot be read: the file changed while it was read. Import it again when its download is finished.',
    ]);
    expect(db.prepare('SELECT count(*) FROM order_heads').pluck().get()).toBe(0);
    const [again] = (await importPath(db, path, 'orders.txt', { ...options, onProgress: () => undefined })) as [ImportResult];
    expect([again.status, again.rowsRead]).toEqual(['imported', 4]);
    db.close();
  });
});

describe('names of files', () => {
  it.each(ODD_NAMES)('%j breaks no line of the terminal and comes back whole', async (name) => {
    const context = testContext();
    write(context, name, ORDERS);
    const page = await run(context, 'import', `./${name}`);
    expect(page.exitCode).toBe(0);
    const bare = (text: string) => text.replaceAll('\n', '');
    expect(bare(page.out + page.err)).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
    expect(page.out.split('\n').filter((line) => line.includes('3 rows'))).toHaveLength(1);
    const list = await run(context, 'files', 'list', '--format', 'json');
    expect((JSON.parse(list.out) as { rows: { file: string }[] }).rows[0]?.file).toBe(name);
    write(context, name, ORDERS.slice(0, -40));
    const rejects = await run(context, 'import', `./${name}`, '--rejects', 'rejects.csv');
    expect(rejects.exitCode).toBe(1);
    expect(bare(rejects.out + rejects.err)).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
  });
});

describe('what the user says of a file', () => {
  const begun = async () => {
    const context = testContext();
    write(context, 'orders.txt', ORDERS);
    write(context, 'traffic.csv', TRAFFIC);
    return context;
  };
  const messageOf = async (context: TestContext, ...words: string[]) => {
    const { exitCode, rows } = await imported(context, ...words);
    return [exitCode, rows[0]?.status, rows[0]?.message];
  };

  it('is refused where the file is another report', async () => {
    const context = await begun();
    const [exitCode, status, message] = await messageOf(context, 'orders.txt', '--as', 'shopify.orders');
    expect([exitCode, status]).toEqual([1, 'rejected']);
    expect(message).toMatch(/^is no shopify\.orders\. It lacks the columns "Name", "Financial Status"/);
    const { exitCode: code, err } = await run(context, 'import', 'orders.txt', '--as', 'nonsense');
    expect([code, err]).toEqual([2, expect.stringMatching(/^eco: --as nonsense: no such report\. Known: amazon\./)]);
  });

  it.each(['2026-11', '2026-11-20..2026-11-01', '2026-11-01..2026-11-20..2026-11-21', 'yesterday', '2026-02-30'])(
    'is wrong usage where the period is %s',
    async (period) => {
      const { exitCode, err } = await run(await begun(), 'import', 'traffic.csv', '--period', period);
      expect([exitCode, err]).toEqual([
        2,
        `eco: --period ${period}: a period such as 2026-11-01..2026-11-20 or a day expected, the earlier day first\n`,
      ]);
    },
  );

  it('is refused where the store is on another platform or of another client', async () => {
    const context = await begun();
    await run(context, 'store', 'add', 'shop', '--platform', 'shopify');
    await run(context, 'store', 'add', 'us-b', '--platform', 'amazon', '--marketplace', 'Amazon.com', '--client', 'beta');
    expect(await messageOf(context, 'orders.txt', '--store', 'shop')).toEqual([
      1,
      'rejected',
      'is a report of amazon, but the store "shop" is on shopify. Name another store with --store',
    ]);
    expect(await messageOf(context, 'orders.txt', '--store', 'us-b', '--client', 'alpha')).toEqual([
      1,
      'rejected',
      'the store "us-b" is of client "beta", not of client "alpha". Name another with --store, or leave --client out',
    ]);
    const { exitCode, err } = await run(context, 'import', 'orders.txt', '--store', 'shop', '--store', 'us-b');
    expect([exitCode, err]).toEqual([2, 'eco: --store: one store at a time for an import\n']);
  });

  it('names where the rejected rows go, which is looked at before anything is imported', async () => {
    const context = await begun();
    mkdirSync(join(context.dir, 'folder'));
    for (const [target, message] of [
      ['orders.txt', `--rejects ${context.dir}/orders.txt: that is a file to be imported. Name a new file.`],
      ['folder', `--rejects ${context.dir}/folder: that is a folder. Name a file in it.`],
      ['nowhere/r.csv', `--rejects ${context.dir}/nowhere/r.csv: there is no folder ${context.dir}/nowhere. Make it, or name another.`],
    ] as const) {
      const { exitCode, err } = await run(context, 'import', 'orders.txt', '--rejects', target);
      expect([exitCode, err]).toEqual([1, `eco: ${message}\n`]);
    }
    expect(readFileSync(join(context.dir, 'orders.txt'), 'utf8')).toBe(ORDERS);
    expect((await run(context, 'files', 'list')).err).toContain('no database');
  });
});

describe('files of several clients', () => {
  const agency = async () => {
    const context = testContext();
    write(context, 'orders.txt', ORDERS);
    write(context, 'traffic.csv', TRAFFIC);
    const add = (name: string, marketplace: string, client: string) =>
      run(context, 'store', 'add', name, '--platform', 'amazon', '--marketplace', marketplace, '--client', client);
    await add('us-a', 'Amazon.com', 'alpha');
    await add('us-b', 'Amazon.com', 'beta');
    await add('ca-b', 'Amazon.ca', 'beta');
    return context;
  };
  const storesOf = async (context: TestContext) => {
    const { out } = await run(context, 'orders', 'list', '--format', 'json');
    return [...new Set((JSON.parse(out) as { rows: { store: string }[] }).rows.map((row) => row.store))].sort();
  };

  it('are never guessed where two of them sell on one marketplace', async () => {
    const context = await agency();
    const { exitCode, rows } = await imported(context, 'orders.txt');
    expect([exitCode, rows[0]?.message]).toEqual([
      1,
      'the file does not say which store it is of. Say it: --store NAME (one of us-a of alpha, us-b of beta), or put it into a folder of that name',
    ]);
    expect((await imported(context, 'traffic.csv', '--period', '2026-11-20', '--client', 'alpha')).exitCode).toBe(0);
    expect((await imported(context, 'traffic.csv', '--period', '2026-11-20')).rows[0]?.message).toContain(
      '(one of ca-b of beta, us-a of alpha, us-b of beta)',
    );
  });

  it('go to the client or the store that is named, or whose folder they lie in', async () => {
    const byClient = await agency();
    expect((await imported(byClient, 'orders.txt', '--client', 'beta')).exitCode).toBe(0);
    expect(await storesOf(byClient)).toEqual(['us-b']);
    const byFolder = await agency();
    mkdirSync(join(byFolder.dir, 'us-a'));
    write(byFolder, 'us-a/orders.txt', ORDERS);
    expect((await imported(byFolder, 'us-a/orders.txt')).exitCode).toBe(0);
    expect(await storesOf(byFolder)).toEqual(['us-a']);
  });

  it('make a new client its own store', async () => {
    const context = await agency();
    const { exitCode, rows } = await imported(context, 'orders.txt', '--client', 'new');
    expect([exitCode, rows[0]?.status]).toEqual([0, 'imported']);
    expect(await storesOf(context)).toEqual(['us']);
    const { out } = await run(context, 'store', 'list', '--format', 'json');
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toContainEqual(expect.objectContaining({ store: 'us', client: 'new' }));
  });

  it('keep their rows to themselves: another client’s store is no store for them', async () => {
    const context = await agency();
    const canadian = ORDERS.split('\n')[1]?.replace('111-', '444-').replace('Amazon.com', 'Amazon.ca').replace('USD', 'CAD');
    write(context, 'both.txt', `${ORDERS}${canadian}\n`);
    expect((await imported(context, 'both.txt', '--client', 'alpha')).exitCode).toBe(0);
    expect(await storesOf(context)).toEqual(['ca', 'us-a']);
    const { out } = await run(context, 'store', 'list', '--format', 'json');
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toContainEqual(expect.objectContaining({ store: 'ca', client: 'alpha' }));
  });

  it('are not given to a client’s store where they are your own', async () => {
    const context = testContext();
    await run(context, 'store', 'add', 'own-us', '--platform', 'amazon', '--marketplace', 'Amazon.com');
    await run(context, 'store', 'add', 'ca-b', '--platform', 'amazon', '--marketplace', 'Amazon.ca', '--client', 'beta');
    const canadian = ORDERS.split('\n')[1]?.replace('111-', '444-').replace('Amazon.com', 'Amazon.ca').replace('USD', 'CAD');
    write(context, 'both.txt', `${ORDERS}${canadian}\n`);
    expect((await imported(context, 'both.txt')).exitCode).toBe(0);
    expect(await storesOf(context)).toEqual(['ca', 'own-us']);
  });
});

describe('a dry run', () => {
  it('says what would happen and leaves nothing behind', async () => {
    const context = testContext();
    const name = 'saved by a German Excel.csv';
    write(context, name, WRONG_FILES[name] as string);
    const dry = await imported(context, name, '--dry-run');
    expect(dry).toMatchObject({ exitCode: 0, rows: [{ status: 'imported', rows_read: 2, rows_new: 2 }] });
    expect(readdirSync(context.dir)).toEqual([name]);
    await run(context, 'import', name);
    const before = readdirSync(context.dir);
    write(context, 'orders.txt', ORDERS);
    expect(await imported(context, 'orders.txt', '--dry-run')).toMatchObject({ exitCode: 0, rows: [{ rows_new: 3 }] });
    expect(readdirSync(context.dir).sort()).toEqual([...before, 'orders.txt'].sort());
    const { out } = await run(context, 'files', 'list', '--format', 'json');
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toHaveLength(1);
  });
});
