/** A Shopify shop of single products, in exports of different days, and plans made by hand for it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openForReading } from '../../../src/db/connection.js';
import { run, type TestContext, type TestOptions, testContext } from '../../cli/testContext.js';
import { importFiles } from '../../products/tinyShop.js';

/** [handle, title, price]; the SKU is the handle in capitals. */
export type Product = readonly [handle: string, title: string, price: string];

export const PRODUCTS: readonly Product[] = [
  ['kettle', 'Kettle BEST PRICE', '29.90'],
  ['mug', 'Mug', '12.00'],
  ['tray', 'Tray', '22.90'],
  ['lid', 'Lid', '3.00'],
  ['spoon', 'Spoon', '9.50'],
  ['caddy', 'Caddy', '14.20'],
];

export function catalogue(products: readonly Product[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = products.map(([handle, title, price]) =>
    [handle, cell(title), 'ACME', 'Title', 'Default Title', handle.toUpperCase(), price, 'active'].join(','),
  );
  return `${['Handle,Title,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Price,Status', ...rows].join('\n')}\n`;
}

/** The products with other titles or prices. */
export function productsWith(changes: Readonly<Record<string, { title?: string; price?: string } | null>>): Product[] {
  return PRODUCTS.filter(([handle]) => changes[handle] !== null).map(([handle, title, price]) => {
    return [handle, changes[handle]?.title ?? title, changes[handle]?.price ?? price];
  });
}

export async function planShop(products: readonly Product[] = PRODUCTS, options: TestOptions = {}): Promise<TestContext> {
  const context = testContext(options);
  await importCatalogue(context, '2026-11-21T12:00:00Z', products);
  expect((await run(context, 'store', 'edit', 'shopify', '--name', 'web', '--currency', 'USD')).exitCode).toBe(0);
  return context;
}

let files = 0;

/** Imports an export that was made at this time. */
export async function importCatalogue(context: TestContext, at: string, products: readonly Product[]): Promise<void> {
  await importFiles(context, [{ name: `products_${++files}.csv`, at, text: catalogue(products) }]);
}

/** The same shop at another time, or at a terminal. */
export function later(context: TestContext, now: string, options: TestOptions = {}): TestContext {
  return testContext({ dir: context.dir, now, ...options });
}

export function write(context: TestContext, name: string, text: string): void {
  writeFileSync(join(context.dir, name), text);
}

/** Runs a command that must succeed, and returns what it wrote. */
export async function ok(context: TestContext, ...argv: string[]): Promise<{ out: string; err: string }> {
  const { exitCode, out, err } = await run(context, ...argv);
  expect({ exitCode, err: exitCode === 0 ? '' : err }, argv.join(' ')).toEqual({ exitCode: 0, err: '' });
  return { out, err };
}

/** The statuses of a kept plan by SKU, as `plan show` tells them. */
export async function statuses(context: TestContext, id: string): Promise<Record<string, string>> {
  const { out } = await ok(context, 'plan', 'show', id, '--format', 'jsonl');
  const rows = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { sku: string; status: string });
  return Object.fromEntries(rows.map(({ sku, status }) => [sku, status]));
}

/** One value of the database. */
export function valueIn(context: TestContext, sql: string): unknown {
  const db = openForReading(join(context.dir, 'eco.db')) as NonNullable<ReturnType<typeof openForReading>>;
  try {
    return db.prepare(sql).pluck().get();
  } finally {
    db.close();
  }
}

/** New titles for all products, as a hand-made plan. */
export const NEW_TITLES = `sku,field,after
KETTLE,title,Kettle
MUG,title,"Mug, Blue"
TRAY,title,"Tray, Oak"
LID,title,"Lid, Steel"
SPOON,title,"Spoon, Brass"
CADDY,title,"Caddy, Tin"
`;
