/** An import that is stopped: what was in stays in, nothing of the file under way, and the same command goes on. */
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { json, run, type TestContext, testContext } from '../../cli/testContext.js';
import { ORDERS_HEADER, order } from '../../importing/wrongFiles.js';
import { zipFile } from '../../importing/zipFile.js';

const CHANGED = Date.parse('2026-11-21T12:00:00Z') / 1000;

function folderOf(context: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(context.dir, 'Downloads');
  mkdirSync(folder);
  Object.entries(files).forEach(([name, content], age) => {
    writeFileSync(join(folder, name), content);
    utimesSync(join(folder, name), CHANGED + age, CHANGED + age);
  });
  return folder;
}

const orders = (number: number) => `${ORDERS_HEADER}\n${order(number)}\n`;

it('by Ctrl-C before its first file takes nothing, says so, and goes on with the same command', async () => {
  let presses = 1;
  const context = testContext({
    onInterrupt: (listener) => {
      if (presses-- > 0) listener();
    },
  });
  const folder = folderOf(context, { '1.txt': orders(1), '2.zip': zipFile([{ name: 'a.txt', content: orders(2) }]), '3.txt': orders(3) });
  expect(await run(context, 'import', folder)).toEqual({
    exitCode: 130,
    out: '',
    err: 'eco: stopped: nothing was taken.\n',
  });
  expect((await run(context, 'import', folder)).exitCode).toBe(0);
  expect((await json(context, 'orders', 'list')).rows).toHaveLength(3);
});

it('by Ctrl-C within a file takes what came before it, and leaves nothing behind', async () => {
  let press: () => void = () => undefined;
  let reads = 0;
  const context = testContext({
    onInterrupt: (listener) => {
      press = listener;
    },
  });
  const folder = folderOf(context, { '1.txt': orders(1), '2.zip': zipFile([{ name: 'a.txt', content: orders(2) }]), '3.txt': orders(3) });
  // Progress asks for the clock: after the first file, Ctrl-C is pressed while the archive is under way.
  const now = context.now();
  const clock = () => {
    if (++reads > 4) press();
    return now;
  };
  const pressing: TestContext = { ...context, stderr: { ...context.stderr, isTTY: true }, now: clock };
  const { exitCode, err } = await run(pressing, 'import', folder);
  const after = Number(/stopped after (\d) of 3 files/.exec(err)?.[1]);
  expect([exitCode, after]).toEqual([130, 1]);
  expect((await json(context, 'orders', 'list')).rows).toHaveLength(after);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`eco-unpacked-${process.pid}-`))).toEqual([]);
  press = () => undefined;
  const again = await run(context, 'import', folder, '--format', 'csv', '--columns', 'file,status');
  expect(again.out.match(/unchanged/g)?.length ?? 0).toBe(after);
  expect((await json(context, 'orders', 'list')).rows).toHaveLength(3);
  expect((await run(context, 'db', 'check', '--deep')).exitCode).toBe(0);
});
