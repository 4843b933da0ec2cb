/** What tells that a file is the same without reading it. */
import { copyFileSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileStamp } from '../../src/importing/fileStamp.js';
import { run, testContext } from '../cli/testContext.js';

const DAY = new Date('2026-11-20T08:00:00Z');
const NOW = Date.parse('2026-11-22T06:00:00Z') / 1000;
const HEADER = 'Handle,Title,Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price\n';

it('is the same while nothing touches the file, and another after any change, whatever its times are set to', () => {
  const file = join(testContext().dir, 'a.csv');
  writeFileSync(file, 'one');
  utimesSync(file, DAY, DAY);
  const stamp = fileStamp(file, NOW);
  readFileSync(file);
  expect(fileStamp(file, NOW)).toBe(stamp);
  writeFileSync(file, 'two');
  utimesSync(file, DAY, DAY);
  expect(fileStamp(file, NOW)).not.toBe(stamp);
});

it('is not told of a file that was just written, nor of a folder or nothing', () => {
  const { dir } = testContext();
  const file = join(dir, 'a.csv');
  writeFileSync(file, 'one');
  const written = new Date((NOW - 2) * 1000);
  utimesSync(file, written, written);
  expect([fileStamp(file, NOW), fileStamp(dir, NOW), fileStamp(join(dir, 'none.csv'), NOW)]).toEqual([null, null, null]);
});

it('never hides a change: another content of the same size and time is imported', async () => {
  const context = testContext();
  const file = join(context.dir, 'products.csv');
  const write = (title: string) => {
    writeFileSync(file, `${HEADER}mug,${title},ACME,Mug,,true,Title,Default Title,M-1,9.00\n`);
    utimesSync(file, DAY, DAY);
  };
  const statusOf = async (path: string) =>
    (JSON.parse((await run(context, 'import', path, '--format', 'json')).out) as { rows: { status: string }[] }).rows.map(
      (row) => row.status,
    );
  write('Mug one');
  expect(await statusOf('products.csv')).toEqual(['imported']);
  expect(await statusOf('products.csv')).toEqual(['unchanged']);
  copyFileSync(file, join(context.dir, 'copy.csv'));
  expect(await statusOf('copy.csv')).toEqual(['unchanged']);
  write('Mug two');
  expect(await statusOf('products.csv')).toEqual(['imported']);
});
