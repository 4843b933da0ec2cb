/**
 * The law of evidence as a property: whatever the order of imports, re-imports and undos, the facts are those of a fresh fold of
 * the active imports; and the same set of files gives the same facts in every order.
 */
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Database, inTransaction, openDatabase } from '../../src/db/connection.js';
import { markFoldDue, setImportStatus } from '../../src/facts/imports.js';
import { wrongDays } from '../../src/facts/orderDays.js';
import { createStore } from '../../src/facts/stores.js';
import { compareWithFold, dumpFacts } from '../../src/importing/compareFold.js';
import { foldDue } from '../../src/importing/folding.js';
import type { ImportOptions, ImportResult } from '../../src/importing/importFile.js';
import { importPath } from '../../src/importing/importPath.js';
import { reportFormat } from '../../src/platforms/registry.js';
import { testContext } from '../cli/testContext.js';

const RUNS = Number(process.env.ECO_PROPERTY_RUNS ?? 40);

interface Made {
  readonly name: string;
  readonly text: string;
  /** Hours after a common start: how new the file is. Few values, so that equal evidence occurs. */
  readonly hours: number;
}

const small = fc.integer({ min: 0, max: 3 });
const hours = fc.integer({ min: 0, max: 12 });
/** Now and then one that nobody can read: its row is left out, with all that it may belong to. */
const price = fc.constantFrom('10.00', '10.00', '12.50', '12.50', '', 'ten');

const orders: fc.Arbitrary<Made> = fc
  .tuple(
    fc.array(fc.tuple(small, small, price, fc.constantFrom('Shipped', 'Pending', 'Cancelled'), small), { minLength: 1, maxLength: 8 }),
    hours,
  )
  .map(([rows, at]) => {
    const header =
      'amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tsales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price';
    // One row that can be read tells the store.
    const lines = [...rows, [4, 0, '10.00', 'Shipped', 0] as const].map(([order, sku, amount, status, updated]) =>
      [
        `111-000000${order}-0000000`,
        `2026-11-0${order + 1}T10:00:00+00:00`,
        `2026-11-1${updated}T10:00:00+00:00`,
        status,
        order === 3 ? 'Amazon.ca' : 'Amazon.com',
        `Mug ${sku}`,
        `MUG-${sku}`,
        `B0MUG0000${sku}`,
        status,
        '1',
        order === 3 ? 'CAD' : 'USD',
        amount,
      ].join('\t'),
    );
    return { name: 'orders.txt', text: `${[header, ...lines].join('\n')}\n`, hours: at };
  });

const products: fc.Arbitrary<Made> = fc
  .tuple(
    fc.array(fc.tuple(small, fc.uniqueArray(small, { minLength: 1, maxLength: 3 }), price), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
    hours,
  )
  .map(([rows, withPrice, at]) => {
    const header = [
      'Handle',
      'Title',
      'Vendor',
      'Option1 Name',
      'Option1 Value',
      'Variant SKU',
      'Variant Inventory Qty',
      ...(withPrice ? ['Variant Price'] : []),
      'Status',
    ];
    const unique = new Map(rows.map((row) => [row[0], row]));
    const lines = [...unique.values()].flatMap(([handle, options, amount]) =>
      options.map((option, index) =>
        [
          `mug-${handle}`,
          index === 0 ? `Mug ${handle}${amount}` : '',
          index === 0 ? 'Tarn' : '',
          index === 0 ? 'Size' : '',
          `S${option}`,
          option === 0 ? '' : `MUG-${option}`,
          String(option),
          ...(withPrice ? [amount] : []),
          index === 0 ? 'active' : '',
        ].join(','),
      ),
    );
    return { name: 'products_export.csv', text: `${[header.join(','), ...lines].join('\n')}\n`, hours: at };
  });

const traffic: fc.Arbitrary<Made> = fc
  .tuple(
    fc.constantFrom('2026-11-01..2026-11-01', '2026-11-02..2026-11-02', '2026-11-01..2026-11-02'),
    fc.array(fc.tuple(small, small), { minLength: 1, maxLength: 4 }),
    hours,
  )
  .map(([period, rows, at]) => {
    const lines = rows.map(
      ([item, units]) => `B0PARENT,B0MUG0000${item},Mug ${item},${item + units},${units + 5},50.00%,${units},10.00%,$${units}.50,${units}`,
    );
    const header =
      '(Parent) ASIN,(Child) ASIN,Title,Sessions - Total,Page Views - Total,Featured Offer (Buy Box) Percentage,Units Ordered,Unit Session Percentage,Ordered Product Sales,Total Order Items';
    return { name: `BusinessReport ${period}.csv`, text: `${[header, ...lines].join('\n')}\n`, hours: at };
  });

const campaigns: fc.Arbitrary<Made> = fc
  .tuple(fc.array(fc.tuple(small, fc.constantFrom('', '1', '2'), small, price), { minLength: 2, maxLength: 6 }), hours)
  .map(([rows, at]) => {
    const lines = rows.map(([name, id, day, cost], line) => `Mugs ${name},${id},2026-11-0${1 + (day % 2)},Device ${line},USD,${cost},10,1`);
    return {
      name: 'campaigns.csv',
      text: `${['Campaign,Campaign ID,Day,Device,Currency code,Cost,Impr.,Clicks', ...lines].join('\n')}\n`,
      hours: at,
    };
  });

/** The same bytes are the same import, whatever the file's time, so each content occurs once. */
const files = fc.uniqueArray(fc.oneof(orders, products, traffic, campaigns), {
  minLength: 2,
  maxLength: 6,
  selector: (made) => made.name + made.text,
});
/** Takes a file in, or takes the n-th import back. */
const step = fc.oneof({ weight: 4, arbitrary: fc.record({ take: fc.nat(9) }) }, { weight: 1, arbitrary: fc.record({ undo: fc.nat(9) }) });

const START = Date.parse('2026-11-05T00:00:00Z') / 1000;

function newDatabase(dir: string, name: string): { db: Database; options: ImportOptions } {
  const databaseFile = join(dir, name);
  const db = openDatabase(databaseFile);
  const us = {
    platform: 'amazon',
    client: null,
    name: 'us',
    marketplace: 'Amazon.com',
    currency: 'USD',
    timeZone: 'America/Los_Angeles',
    assumed: false,
  };
  createStore(db, us);
  createStore(db, { ...us, name: 'ca', marketplace: 'Amazon.ca', currency: 'CAD' });
  createStore(db, { ...us, platform: 'shopify', name: 'web', marketplace: null });
  const options: ImportOptions = {
    as: null,
    store: null,
    client: null,
    period: null,
    skipBadRows: true,
    replace: true,
    dryRun: false,
    now: START,
    localZone: () => 'UTC',
    databaseFile,
    onProgress: () => undefined,
  };
  return { db, options };
}

function writeFiles(dir: string, files: readonly Made[]): string[] {
  return files.map((made, index) => {
    const path = join(dir, `${index} ${made.name}`);
    writeFileSync(path, made.text);
    utimesSync(path, START + made.hours * 3600, START + made.hours * 3600);
    return path;
  });
}

async function take(db: Database, options: ImportOptions, path: string): Promise<number | null> {
  const store = /BusinessReport|campaigns/.test(path) ? 'us' : null;
  const [result] = (await importPath(db, path, path.split('/').at(-1) as string, { ...options, store })) as [ImportResult];
  expect(result.message === null || result.status === 'unchanged' || result.rowsRejected > 0, result.message ?? '').toBe(true);
  inTransaction(db, () => foldDue(db));
  expectAccounted(db);
  return result.status === 'rejected' ? null : result.importId;
}

/** Every row that was read is accounted for, however often it was folded, and days sum to what their orders come to. */
function expectAccounted(db: Database): void {
  const sum = 'rows_new + rows_changed + rows_unchanged + rows_ignored + rows_rejected';
  expect(db.prepare(`SELECT file FROM imports WHERE status IN ('imported', 'partial') AND rows_read <> ${sum}`).pluck().all()).toEqual([]);
  expect(wrongDays(db)).toEqual([]);
}

function undo(db: Database, importId: number): void {
  inTransaction(db, () => {
    const row = db.prepare('SELECT account_id, report_format, status FROM imports WHERE import_id = ?').get(importId) as {
      account_id: number;
      report_format: string;
      status: string;
    };
    if (row.status === 'withdrawn') return;
    setImportStatus(db, importId, 'withdrawn', null);
    for (const subject of reportFormat(row.report_format)?.fills ?? []) markFoldDue(db, row.account_id, subject);
    foldDue(db);
  });
  expectAccounted(db);
}

describe('the fold', () => {
  it('holds after any imports, re-imports and undos', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.array(step, { minLength: 2, maxLength: 12 }), async (files, steps) => {
        const dir = testContext().dir;
        const paths = writeFiles(dir, files);
        const { db, options } = newDatabase(dir, 'a.db');
        const taken: number[] = [];
        for (const what of steps) {
          if ('take' in what) {
            const importId = await take(db, options, paths[what.take % paths.length] as string);
            if (importId !== null) taken.push(importId);
          } else if (taken.length > 0) undo(db, taken[what.undo % taken.length] as number);
        }
        expect(compareWithFold(db)).toEqual([]);
        db.close();
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on the order of the imports', async () => {
    const shuffled = files.chain((made) => fc.tuple(fc.constant(made), fc.shuffledSubarray([...made.keys()], { minLength: made.length })));
    await fc.assert(
      fc.asyncProperty(shuffled, async ([made, order]) => {
        const dir = testContext().dir;
        const paths = writeFiles(dir, made);
        const one = newDatabase(dir, 'a.db');
        const other = newDatabase(dir, 'b.db');
        for (const path of paths) await take(one.db, one.options, path);
        for (const at of order) await take(other.db, other.options, paths[at] as string);
        expect(dumpFacts(other.db)).toEqual(dumpFacts(one.db));
        one.db.close();
        other.db.close();
      }),
      { numRuns: RUNS },
    );
  });
});
