/** While a first import appends, it keeps few pages in memory; afterwards the connection has what it had, however the import ended. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/db/connection.js';
import type { ImportOptions } from '../../src/importing/importFile.js';
import { importPath } from '../../src/importing/importPath.js';
import { testContext } from '../cli/testContext.js';
import { orderFile, scatteredOrders, sortedOrders, spoiled } from './largeFiles.js';

const options: Omit<ImportOptions, 'databaseFile'> = {
  ...{ as: null, store: null, client: null, period: null, skipBadRows: false, replace: false, dryRun: false },
  ...{ now: 1_795_000_000, localZone: () => 'UTC', onProgress: () => undefined },
};

it.each([
  ['in order', orderFile(sortedOrders(20)), 'imported'],
  ['whose lines are scattered, which is seen midway', orderFile(scatteredOrders(20)), 'imported'],
  ['with a row that cannot be read', orderFile(sortedOrders(20).map((row, at) => (at === 5 ? spoiled(row) : row))), 'rejected'],
])('a first file %s leaves the connection its cache', async (_, content, status) => {
  const context = testContext();
  const path = join(context.dir, 'orders.txt');
  writeFileSync(path, content);
  const db = openDatabase(join(context.dir, 'shop.db'));
  const before = db.pragma('cache_size', { simple: true });
  expect(await importPath(db, path, 'orders.txt', { ...options, databaseFile: db.name })).toMatchObject([{ status }]);
  expect(db.pragma('cache_size', { simple: true })).toBe(before);
  db.close();
});
