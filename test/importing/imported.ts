/** Files put into a test's folder, and what the public views then hold. */
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { run, type TestContext } from '../cli/testContext.js';

/** Writes a file as it was downloaded on a day, at eight in the morning. */
export function put(context: TestContext, name: string, content: string | Buffer, day: string): void {
  writeFileSync(join(context.dir, name), content);
  const at = Date.parse(`${day}T08:00:00Z`) / 1000;
  utimesSync(join(context.dir, name), at, at);
}

/** Imports fixtures under their own names, all of which must succeed. */
export async function importFixtures(context: TestContext, day: string, ...paths: string[]): Promise<void> {
  for (const path of paths) {
    const name = path.replaceAll('/', '_');
    put(context, name, readFileSync(path), day);
    await importAll(context, name);
  }
}

/** Imports files of the test's folder, all of which must succeed. */
export async function importAll(context: TestContext, ...names: string[]): Promise<void> {
  for (const name of names) {
    const { exitCode, err } = await run(context, 'import', name);
    expect({ name, exitCode, err }).toEqual({ name, exitCode: 0, err: '' });
  }
}

/** The cells of a query on the public views. */
export async function rows(context: TestContext, sql: string): Promise<unknown[][]> {
  const { out, err } = await run(context, 'db', 'sql', sql, '--format', 'json');
  expect(err).toBe('');
  return (JSON.parse(out) as { rows: Record<string, unknown>[] }).rows.map((row) => Object.values(row));
}
