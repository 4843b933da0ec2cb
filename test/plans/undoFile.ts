/** A plan file that takes a price back to 0, which nobody may write by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { run, type TestContext } from '../cli/testContext.js';

export async function backToNothing(context: TestContext, id: string): Promise<string> {
  writeFileSync(join(context.dir, 'hand.csv'), `entity_id,field,after,status\n${id},price,1.00,accepted\n`);
  expect((await run(context, 'plan', 'show', 'hand.csv', '--output', 'undo.json')).exitCode).toBe(0);
  const file = join(context.dir, 'undo.json');
  const text = readFileSync(file, 'utf8').replace('"kind": "edits"', '"kind": "undo"').replace('"after": "1.00"', '"after": "0.00"');
  writeFileSync(file, text);
  return 'undo.json';
}
