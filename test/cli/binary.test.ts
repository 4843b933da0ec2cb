/** The real binary, as few times as will do: it needs the build (`npm test` makes it). */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { FIRST_ORDERS, writeFiles } from '../shop/sampleShop.js';
import { run, testContext } from './testContext.js';

const BINARY = fileURLToPath(new URL('../../bin/eco.js', import.meta.url));

function eco(dir: string, command: string) {
  const env = { PATH: process.env.PATH, HOME: dir, ECO_DB: join(dir, 'eco.db') };
  return spawnSync('bash', ['-c', `set -o pipefail; ${command}`], {
    cwd: dir,
    encoding: 'utf8',
    env: { ...env, ECO: `${process.execPath} ${BINARY}` },
  });
}

describe('bin/eco.js', () => {
  it('imports, prints and sets the exit code', async () => {
    const context = testContext();
    writeFiles(context, { 'first.txt': FIRST_ORDERS });
    expect(eco(context.dir, '$ECO import first.txt --format csv --columns file,status,rows_read')).toMatchObject({
      status: 0,
      stdout: 'file,status,rows_read\nfirst.txt,imported,4\n',
    });
    const inProcess = await run(context, 'orders', 'list', '--format', 'json');
    expect(eco(context.dir, '$ECO orders list --format json')).toMatchObject({ status: 0, stdout: inProcess.out, stderr: '' });
    expect(eco(context.dir, '$ECO orders list --sate x').status).toBe(2);
    expect(eco(context.dir, '$ECO orders list --store uk').status).toBe(1);
  });

  it('ends quietly when its reader has read enough', async () => {
    const context = testContext();
    await run(context, 'store', 'add', 'us', '--platform', 'amazon');
    // A megabyte, far more than a pipe holds.
    const query = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i, 'a long row' AS t FROM n";
    expect(eco(context.dir, `$ECO db sql "${query}" --format csv | head -1`)).toMatchObject({ status: 0, stdout: 'i,t\n', stderr: '' });
    const whole = eco(context.dir, `$ECO db sql "${query}" --format csv | wc -l`);
    expect(whole.stdout.trim()).toBe('100001');
  });

  it('loads a package that is needed late, twice the same way', () => {
    const context = testContext();
    const book = {
      Sheets: {
        orders: utils.aoa_to_sheet(
          FIRST_ORDERS.trimEnd()
            .split('\n')
            .map((row) => row.split('\t')),
        ),
      },
      SheetNames: ['orders'],
    };
    writeFileSync(join(context.dir, 'orders.xls'), write(book, { type: 'buffer', bookType: 'biff8' }));
    const command = '$ECO -q import orders.xls --dry-run --format csv --columns file,status';
    for (const _ of ['compiled', 'with what was compiled']) {
      expect(eco(context.dir, command)).toMatchObject({ status: 0, stdout: 'file,status\norders.xls,imported\n', stderr: '' });
    }
  });

  it('says the same with what V8 compiled before, without it, and with something else in its place', () => {
    const context = testContext();
    const compiled = join(BINARY, '../../dist/compiled', `calendar-list-${process.version}-${process.arch}`);
    const list = () => eco(context.dir, '$ECO -q calendar list --as-of 2026-11-20 --format csv');
    rmSync(compiled, { force: true });
    const first = list();
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const kept = readFileSync(compiled);
    const broken = Buffer.from(kept).fill(0, kept.indexOf('\n') + 1);
    const written = statSync(compiled).mtimeMs;
    expect(list()).toEqual({ ...first, pid: expect.anything() });
    expect(statSync(compiled).mtimeMs, 'what fits is kept as it is').toBe(written);
    for (const content of [kept, broken, kept.subarray(0, kept.length / 2), Buffer.from('[["main.js",16]]\n'), Buffer.from('')]) {
      writeFileSync(compiled, content);
      expect(list()).toEqual({ ...first, pid: expect.anything() });
    }
  });

  it('runs what its files say when others of the same length and time take their place', () => {
    const context = testContext();
    const [from, to] = [join(BINARY, '../..'), join(context.dir, 'eco')];
    const chunk = join(to, 'dist/events.js');
    for (const name of ['bin', 'dist'])
      cpSync(join(from, name), join(to, name), { recursive: true, filter: (path) => !path.endsWith('compiled') });
    symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
    const list = () => eco(context.dir, `${process.execPath} eco/bin/eco.js -q calendar list --as-of 2026-11-20 --format csv`).stdout;
    const first = list();
    expect(first).toContain('Boxing Day');
    expect(statSync(join(to, 'dist/compiled')).isDirectory()).toBe(true);
    const { atimeMs, mtimeMs } = statSync(chunk);
    writeFileSync(chunk, readFileSync(chunk, 'latin1').replaceAll('Boxing Day', 'BOXING DAY'), 'latin1');
    utimesSync(chunk, atimeMs / 1000, mtimeMs / 1000);
    for (const _ of ['compiled anew', 'with that']) expect(list()).toBe(first.replaceAll('Boxing Day', 'BOXING DAY'));
  });
});
