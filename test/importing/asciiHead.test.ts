/** The encoding of files whose first quarter of a megabyte is plain ASCII: it is told by what follows. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { run, testContext } from '../cli/testContext.js';
import { orderFile, sortedOrders } from './largeFiles.js';

const HEAD_BYTES = 1 << 18;
/** How much is read at once for the hash. */
const READ_BYTES = 1 << 20;

/** Orders of which the title of the last is `title`, in a file whose lines end as told. */
function ordersWith(title: string, encoding: string, lineEnd = '\n', orders = 400): Buffer {
  const rows = sortedOrders(orders);
  const last = (rows.at(-1) as string).replace(/Mug \d+ with a title of a usual length/, title);
  return iconv.encode(orderFile([...rows.slice(0, -1), last]).replaceAll('\n', lineEnd), encoding);
}

async function titleIn(bytes: Buffer): Promise<string> {
  const context = testContext();
  writeFileSync(join(context.dir, 'orders.txt'), bytes);
  expect((await run(context, 'import', 'orders.txt')).exitCode).toBe(0);
  const query = "SELECT title FROM v_order_lines WHERE title NOT LIKE 'Mug %' ORDER BY 1";
  return (await run(context, 'db', 'sql', query, '--format', 'csv')).out.split('\n')[1] ?? '';
}

it.each([
  ['厨房电热水壶', 'gb18030'],
  ['Küche groß', 'windows-1252'],
  ['厨房电热水壶', 'utf-8'],
  ['厨房电热水壶', 'utf-16le'],
  ['厨房电热水壶', 'utf-16be'],
])('%s in %s, behind lines that end in CR or in LF', async (title, encoding) => {
  for (const lineEnd of ['\n', '\r']) {
    const bytes = ordersWith(title, encoding, lineEnd);
    expect(bytes.findIndex((byte) => byte >= 0x80)).toBeGreaterThan(HEAD_BYTES);
    expect(await titleIn(bytes)).toBe(title);
  }
});

it('is told where the first byte that tells it is the last of those that are read at once', async () => {
  const title = 'Maß';
  const bytes = ordersWith(title, 'windows-1252', '\n', 1200);
  const at = bytes.findIndex((byte) => byte >= 0x80);
  const missing = READ_BYTES - 1 - at;
  expect(missing).toBeGreaterThan(0);
  // The first title becomes longer by what is missing.
  const filled = Buffer.from(bytes.toString('latin1').replace('Mug 0 with', `Mug 0 ${'x'.repeat(missing - 1)} with`), 'latin1');
  expect(filled.findIndex((byte) => byte >= 0x80)).toBe(READ_BYTES - 1);
  expect(await titleIn(filled)).toBe(title);
});
