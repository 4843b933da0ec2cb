/** How a plan-making verb ends, shown on `plan undo`: what it prints, writes, keeps, and its exit code. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { planSchema } from '../../src/plans/file/planSchema.js';
import { run, type TestContext } from '../cli/testContext.js';
import { NEW_TITLES, ok, planShop, statuses, valueIn, write } from '../shop/plan/planShop.js';

async function uploaded(): Promise<TestContext> {
  const shop = await planShop();
  write(shop, 'titles.csv', NEW_TITLES);
  await ok(shop, 'plan', 'review', 'titles.csv', '--accept', 'all');
  await ok(shop, 'plan', 'mark', 'e-1', '--uploaded', 'today');
  return shop;
}

describe('a verb that proposes', () => {
  it('prints its plan and keeps nothing unless asked', async () => {
    const shop = await uploaded();
    const { out } = await ok(shop, 'plan', 'undo', 'e-1');
    expect(out).toContain(
      'plan, not kept · 6 changes of e-0001 back in web\n\nKETTLE\n  - Kettle\n  + Kettle BEST PRICE\n    takes back e-0001\n',
    );
    expect(out).toContain('Keep it: the same command with --save, or as a file: --output plan.csv');
    expect(valueIn(shop, 'SELECT count(*) FROM plans')).toBe(1);
    expect((await run(shop, 'plan', 'undo', 'e-1', '--exit-code')).exitCode).toBe(3);
  });

  it('keeps what --where chose, and all of it however few --limit shows', async () => {
    const shop = await uploaded();
    const { out } = await ok(shop, 'plan', 'undo', 'e-1', '--where', 'entity_id=kettle', '--save');
    expect(out).toContain('plan u-0001 · 1 of 6 changes of e-0001 back in web');
    expect(valueIn(shop, "SELECT group_concat(entity_id) FROM plan_changes JOIN plans USING (plan_pk) WHERE plan_id = 'u-0001'")).toBe(
      'kettle',
    );
    const none = await ok(shop, 'plan', 'undo', 'e-1', '--where', 'entity_id=nothing', '--save');
    expect(none.err).toContain('Nothing is proposed, so nothing was kept.');
    await ok(shop, 'plan', 'undo', 'e-1', '--limit', '1', '--save');
    expect(valueIn(shop, "SELECT count(*) FROM plan_changes JOIN plans USING (plan_pk) WHERE plan_id = 'u-0002'")).toBe(6);
  });

  it('has the keys of the interface in every machine format', async () => {
    const shop = await uploaded();
    const keys = 'plan_id change_id action store entity entity_id sku field before after reason expected status'.split(' ');
    const json = JSON.parse((await ok(shop, 'plan', 'undo', 'e-1', '--format', 'json')).out) as { changes: object[] };
    expect(new Ajv2020({ strict: false }).compile(planSchema())(json)).toBe(true);
    expect(Object.keys(json.changes[0] ?? {})).toEqual(expect.arrayContaining(keys));
    const [line = ''] = (await ok(shop, 'plan', 'undo', 'e-1', '--format', 'jsonl')).out.split('\n');
    expect(Object.keys(JSON.parse(line) as object)).toEqual(expect.arrayContaining(keys));
    for (const [format, delimiter] of [
      ['csv', ','],
      ['tsv', '\t'],
    ] as const) {
      const [header = ''] = (await ok(shop, 'plan', 'undo', 'e-1', '--format', format)).out.split('\n');
      expect(header.split(delimiter)).toEqual(expect.arrayContaining(keys));
    }
  });

  it.each(['u.json', 'u.csv'])('writes a plan file that is a plan again: %s', async (name) => {
    const shop = await uploaded();
    const { out } = await ok(shop, 'plan', 'undo', 'e-1', '--output', name);
    expect(out).toBe('');
    const text = readFileSync(join(shop.dir, name), 'utf8');
    const { err } = await ok(shop, 'plan', 'review', name, '--no-input');
    expect(err).toBe(`${name} is kept as u-0001 (6 changes)\n`);
    // What the plan takes back is part of it, so verifying the undo closes the first plan.
    expect(valueIn(shop, "SELECT created_from ->> '$.params.undo_of' FROM plans WHERE plan_id = 'u-0001'")).toBe('e-0001');
    await ok(shop, 'plan', 'show', 'u-1', '--output', `again-${name}`);
    const again = readFileSync(join(shop.dir, `again-${name}`), 'utf8');
    if (name === 'u.csv') expect(again.replaceAll('u-0001', '')).toBe(text);
    expect(await statuses(shop, 'u-1')).toMatchObject({ KETTLE: 'proposed' });
  });

  it('keeps what it writes into a file with --save, and says where', async () => {
    const shop = await uploaded();
    const { err } = await ok(shop, 'plan', 'undo', 'e-1', '--save', '--output', 'u.json');
    expect(err).toBe('kept as u-0001\n');
    expect((JSON.parse(readFileSync(join(shop.dir, 'u.json'), 'utf8')) as { id: string }).id).toBe('u-0001');
    expect(existsSync(join(shop.dir, 'u.json'))).toBe(true);
  });
});
