/** The life of a plan from a file to its undo, by the commands that users type and exports of the shop. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForReading } from '../../../src/db/connection.js';
import { loadPlan } from '../../../src/plans/keep.js';
import { plansTodo } from '../../../src/plans/todo.js';
import { LIST_COLUMNS } from '../../../src/shop/plan/list.js';
import { REBASE_COLUMNS } from '../../../src/shop/plan/rebase.js';
import { VERIFY_COLUMNS } from '../../../src/shop/plan/verify.js';
import { expectPublishedSchema, expectValidJson } from '../../cli/schema.js';
import { run, type TestContext } from '../../cli/testContext.js';
import { importFiles } from '../../products/tinyShop.js';
import { importCatalogue, later, NEW_TITLES, ok, planShop, productsWith, statuses, valueIn, write } from './planShop.js';

async function reviewed(): Promise<TestContext> {
  const shop = await planShop();
  write(shop, 'titles.csv', NEW_TITLES);
  const { err } = await ok(shop, 'plan', 'review', 'titles.csv', '--accept', 'all');
  expect(err).toBe('titles.csv is kept as e-0001 (6 changes)\n');
  return shop;
}

/** The plan uploaded on 22 November, 6:00; LID refused by the platform. */
async function uploaded(): Promise<TestContext> {
  const shop = await reviewed();
  write(
    shop,
    'report.txt',
    'sku\terror-code\terror-type\terror-message\nLID\t8541\tError\tbrand restricted\nTRAY\t1\tWarning\tlong\nGHOST\t2\tError\tno\n',
  );
  const { err } = await ok(shop, 'plan', 'mark', 'e-1', '--uploaded', 'today', '--refused', 'report.txt');
  expect(err).toBe(
    '6 changes uploaded, as of 2026-11-22 06:00 UTC; a newer export of the shop verifies them\n' +
      'report.txt: 1 refused by the platform; 1 of its rows is of other items (line 4)\n',
  );
  return shop;
}

function todo(context: TestContext): string[] {
  const db = openForReading(join(context.dir, 'eco.db')) as NonNullable<ReturnType<typeof openForReading>>;
  const steps = plansTodo(db, ['web']).map(
    ({ text, command }) => `${text.map((part) => (typeof part === 'string' ? part : part.value)).join('')}: ${command}`,
  );
  db.close();
  return steps;
}

it('publishes the shapes of its tables', () => {
  expectPublishedSchema({ id: 'plan.list/1', columns: LIST_COLUMNS });
  expectPublishedSchema({ id: 'plan.verify/1', columns: VERIFY_COLUMNS });
  expectPublishedSchema({ id: 'plan.rebase/1', columns: REBASE_COLUMNS });
});

describe('verify', () => {
  it('tells all outcomes apart, dated, and changes nothing the second time', async () => {
    const shop = await uploaded();
    expect(await statuses(shop, 'e-1')).toMatchObject({ KETTLE: 'uploaded', LID: 'refused' });
    const before = await ok(shop, 'plan', 'verify');
    expect(before.out).toContain('plan e-0001: 6 pending (no export is newer than the upload yet)');

    const first = later(shop, '2026-11-24T06:00:00Z');
    const applied = { kettle: { title: 'Kettle' }, spoon: { title: 'Spoon, Brass' } };
    await importCatalogue(first, '2026-11-23T12:00:00Z', productsWith({ ...applied, tray: { title: 'Tray by someone' }, caddy: null }));
    await ok(first, 'plan', 'verify', 'e-0001');
    expect(await statuses(first, 'e-1')).toEqual({
      KETTLE: 'applied',
      MUG: 'not_applied',
      TRAY: 'overridden',
      LID: 'refused',
      SPOON: 'applied',
      CADDY: 'uploaded',
    });

    const second = later(shop, '2026-11-26T06:00:00Z');
    await importCatalogue(
      second,
      '2026-11-25T12:00:00Z',
      productsWith({ spoon: { title: 'Spoon, Brass' }, tray: { title: 'Tray by someone' }, caddy: null }),
    );
    const { out } = await ok(second, 'plan', 'verify', '--format', 'json');
    expectValidJson(out);
    const { rows } = JSON.parse(out) as { rows: Record<string, unknown>[] };
    expect(rows.map(({ sku, status, status_at, current, message }) => [sku, status, status_at, current, message])).toEqual([
      ['KETTLE', 'drifted', '2026-11-25T12:00:00Z', 'Kettle BEST PRICE', null],
      ['MUG', 'not_applied', '2026-11-25T12:00:00Z', 'Mug', null],
      ['TRAY', 'overridden', '2026-11-23T12:00:00Z', 'Tray by someone', null],
      ['LID', 'refused', '2026-11-22T06:00:00Z', 'Lid', '8541: brand restricted'],
      ['SPOON', 'applied', '2026-11-23T12:00:00Z', 'Spoon, Brass', null],
      ['CADDY', 'pending', null, null, 'no export is newer than the upload yet'],
    ]);
    const count = () => valueIn(shop, 'SELECT count(*) FROM plan_events');
    const events = count();
    const again = await run(second, 'plan', 'verify', '--exit-code');
    expect(again.exitCode).toBe(3);
    expect(again.out).toContain(
      'plan e-0001: 1 pending (no export is newer than the upload yet) · 1 applied on 2026-11-23 · 1 not applied on 2026-11-25 · ' +
        '1 refused on 2026-11-22 (“8541: brand restricted”) · 1 overridden on 2026-11-23 · 1 drifted on 2026-11-25',
    );
    expect(count()).toBe(events);
    expect(todo(second)).toEqual([
      '1 change exported, not verified: eco plan verify',
      '2 changes not applied: eco plan show e-0001',
      '2 changes overridden or drifted back: eco plan show e-0001',
    ]);
  });

  it('does not take an export without the field for a word about it', async () => {
    const shop = await planShop();
    const listings = (title: string) => `seller-sku\titem-name\tprice\tquantity\tasin1\nK-1\t${title}\t10.00\t5\tB000000001\n`;
    await importFiles(shop, [{ name: 'all.txt', at: '2026-11-21T12:00:00Z', text: listings('Old') }], '--store', 'us');
    write(shop, 'both.csv', 'store,sku,field,after\nus,K-1,title,New\nus,K-1,price,11\n');
    await ok(shop, 'plan', 'review', 'both.csv', '--accept', 'all');
    await ok(shop, 'plan', 'mark', 'e-1', '--uploaded', 'today');
    const next = later(shop, '2026-11-24T06:00:00Z');
    const open = 'sku\tasin\tprice\tquantity\nK-1\tB000000001\t11.00\t5\n';
    await importFiles(next, [{ name: 'open.txt', at: '2026-11-23T12:00:00Z', text: open }], '--store', 'us');
    const { out } = await ok(next, 'plan', 'verify', '--format', 'jsonl');
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map(({ field, status }) => [field, status])).toEqual([
      ['title', 'pending'],
      ['price', 'applied'],
    ]);
  });
});

describe('undo', () => {
  it('takes back what is still the plan’s own; once verified, the plan is undone', async () => {
    const shop = later(await uploaded(), '2026-11-24T06:00:00Z');
    const first = {
      kettle: { title: 'Kettle' },
      spoon: { title: 'Spoon, Brass' },
      tray: { title: 'Tray by someone' },
      caddy: { title: 'Caddy, Tin' },
    };
    await importCatalogue(shop, '2026-11-23T12:00:00Z', productsWith(first));
    await ok(shop, 'plan', 'verify');
    const { out } = await ok(shop, 'plan', 'undo', 'e-1', '--save');
    expect(out).toContain('plan u-0001 · 3 changes of e-0001 back in web');
    expect(out).toContain('left alone: MUG has its old value already');
    expect(out).toContain('left alone: TRAY is "Tray by someone" now, which is not what the plan wrote');
    expect(out).toContain('  - Kettle\n  + Kettle [BEST PRICE]'.replace('[', '').replace(']', ''));
    await ok(shop, 'plan', 'review', 'u-1', '--accept', 'all');
    await ok(shop, 'plan', 'mark', 'u-1', '--uploaded', 'today');

    const after = later(shop, '2026-11-26T06:00:00Z');
    await importCatalogue(after, '2026-11-25T12:00:00Z', productsWith({ tray: { title: 'Tray by someone' } }));
    await ok(after, 'plan', 'verify');
    expect(await statuses(after, 'u-1')).toEqual({ KETTLE: 'applied', SPOON: 'applied', CADDY: 'applied' });
    // The old values are back by our own hand: that is no drift.
    expect(await statuses(after, 'e-1')).toEqual({
      KETTLE: 'undone',
      MUG: 'not_applied',
      TRAY: 'overridden',
      LID: 'refused',
      SPOON: 'undone',
      CADDY: 'undone',
    });
    const again = await ok(after, 'plan', 'undo', 'e-1', '--save');
    expect(again.out).toContain('no change is proposed');
    expect(again.err).toBe('Nothing is proposed, so nothing was kept.\n');
  });

  it('can follow at once, before any export has seen the upload', async () => {
    const shop = await reviewed();
    await ok(shop, 'plan', 'mark', 'e-1', '--uploaded', 'today');
    const { out } = await ok(shop, 'plan', 'undo', 'e-1', '--save');
    expect(out).toContain('plan u-0001 · 6 changes of e-0001 back in web');
    // What was uploaded stands there as far as anybody knows, so the undo is not stale.
    expect((await ok(shop, 'plan', 'rebase', 'u-1')).out).toBe('plan u-0001 · no change is stale\n');
  });

  it('has nothing to take back of what never left', async () => {
    const shop = await reviewed();
    const { out, err } = await ok(shop, 'plan', 'undo', 'e-1');
    expect(out).toBe('no change is proposed\n');
    expect(err).toBe('Nothing of e-0001 was uploaded, so there is nothing to take back. To drop the plan: eco plan discard e-0001\n');
  });
});

describe('a stale change', () => {
  it('is shown, and rebased against what stands there today', async () => {
    const shop = later(await reviewed(), '2026-11-24T06:00:00Z');
    await importCatalogue(
      shop,
      '2026-11-23T12:00:00Z',
      productsWith({ kettle: { title: 'Kettle by someone' }, mug: { title: 'Mug, Blue' } }),
    );
    const { out } = await ok(shop, 'plan', 'show', 'e-1');
    expect(out).toContain('plan e-0001 · 6 edits of web · 6 accepted · 2 stale (eco plan rebase e-0001)');
    expect(out).toContain('KETTLE   accepted · stale\n  - Kettle [BEST PRICE]\n  + Kettle\n    now: Kettle by someone\n');
    const rows = JSON.parse((await ok(shop, 'plan', 'show', 'e-1', '--format', 'json')).out) as {
      changes: { stale: boolean; current: string | null }[];
    };
    expect(rows.changes.map(({ stale, current }) => [stale, current]).slice(0, 3)).toEqual([
      [true, 'Kettle by someone'],
      [true, 'Mug, Blue'],
      [false, null],
    ]);
    const rebased = await ok(shop, 'plan', 'rebase', 'e-1');
    expect(rebased.out).toContain('plan e-0001 · 1 rebased and proposed again · 1 no longer needed\n');
    expect(await statuses(shop, 'e-1')).toMatchObject({ KETTLE: 'proposed', MUG: 'discarded', TRAY: 'accepted' });
    expect(valueIn(shop, "SELECT before FROM v_plan_changes WHERE sku = 'KETTLE'")).toBe('Kettle by someone');
    expect((await ok(shop, 'plan', 'rebase', 'e-1')).out).toBe('plan e-0001 · no change is stale\n');
  });

  it('can be one whose listing is gone', async () => {
    const shop = await reviewed();
    const importId = valueIn(shop, 'SELECT max(import_id) FROM imports');
    await ok(shop, 'files', 'undo', String(importId));
    const { out } = await ok(shop, 'plan', 'show', 'e-1', '--limit', '1');
    expect(out).toContain('now: it is in no catalogue that was imported for web');
    expect((await ok(shop, 'plan', 'rebase', 'e-1')).out).toContain('6 left as they are');
  });
});

describe('discard, group, list', () => {
  it('drops what is not at the platform', async () => {
    const shop = await reviewed();
    await ok(shop, 'plan', 'discard', 'e-1');
    expect(await statuses(shop, 'e-1')).toMatchObject({ KETTLE: 'discarded', CADDY: 'discarded' });
    expect(todo(shop)).toEqual([]);
    const twice = await run(shop, 'plan', 'discard', 'e-1');
    expect(twice).toMatchObject({ exitCode: 1, err: 'eco: e-0001 was discarded before; there is nothing left to discard.\n' });
    const sent = await uploaded();
    await ok(later(sent, '2026-11-22T06:00:00Z'), 'plan', 'discard', 'e-1');
    // Only the refused change never got there.
    expect(await statuses(sent, 'e-1')).toMatchObject({ LID: 'discarded', KETTLE: 'uploaded' });
    expect((await run(sent, 'plan', 'discard', 'e-1')).err).toBe(
      'eco: e-0001 is at the platform already, so it cannot be discarded. To take it back: eco plan undo e-0001\n',
    );
  });

  it('puts plans of one promotion together', async () => {
    const shop = await planShop();
    write(shop, 'titles.csv', NEW_TITLES);
    write(shop, 'prices.csv', 'sku,field,after\nMUG,price,11\n');
    await ok(shop, 'plan', 'review', 'titles.csv', '--no-input');
    await ok(shop, 'plan', 'review', 'prices.csv', '--no-input');
    expect(todo(shop)).toEqual(['2 plans wait for review: eco plan list']);
    await ok(shop, 'plan', 'group', 'double-11', 'e-1', 'e-0002');
    await ok(shop, 'plan', 'review', '--group', 'double-11', '--accept', 'all');
    const { out } = await ok(shop, 'plan', 'list', '--group', 'double-11', '--format', 'json');
    expectValidJson(out);
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toMatchObject([
      { plan_id: 'e-0002', group: 'double-11', changes: 1, accepted: 1, next: 'export' },
      { plan_id: 'e-0001', group: 'double-11', changes: 6, accepted: 6, next: 'export' },
    ]);
    await ok(shop, 'plan', 'group', '--none', 'e-1');
    expect((await ok(shop, 'plan', 'list', '--format', 'csv', '--columns', 'plan_id,group')).out).toBe(
      'plan_id,group\ne-0002,double-11\ne-0001,\n',
    );
    expect((await run(shop, 'plan', 'list', '--group', 'double')).err).toBe(
      'eco: There is no plan of group "double". Groups: double-11.\n',
    );
  });

  it('keeps plans when facts are folded again, and their events for good', async () => {
    const shop = await uploaded();
    const before = await ok(shop, 'plan', 'show', 'e-1', '--format', 'json');
    await ok(shop, 'db', 'rebuild', '--yes');
    expect(await ok(shop, 'plan', 'show', 'e-1', '--format', 'json')).toEqual(before);
    expect(valueIn(shop, 'SELECT count(*) FROM v_plan_changes c WHERE status IS NULL')).toBe(0);
    const db = openForReading(join(shop.dir, 'eco.db')) as NonNullable<ReturnType<typeof openForReading>>;
    const folded = loadPlan(db, 'e-1').states.map((state) => `${state.change.id} ${state.status} ${state.change.before}`);
    const viewed = db.prepare("SELECT change_id || ' ' || status || ' ' || before FROM v_plan_changes").pluck().all();
    db.pragma('query_only = OFF');
    expect(() => db.exec('DELETE FROM plan_events')).toThrow('never deleted');
    expect(() => db.exec("UPDATE plan_events SET event = 'applied'")).toThrow('never changed');
    db.close();
    expect(viewed.sort()).toEqual(folded.sort());
  });
});

describe('marking', () => {
  it('needs something that can have been uploaded, and a time', async () => {
    const shop = await planShop();
    write(shop, 'titles.csv', NEW_TITLES);
    const nothing = await run(shop, 'plan', 'mark', 'titles.csv', '--uploaded', 'today');
    expect(nothing.exitCode).toBe(1);
    expect(nothing.err).toContain(
      'Nothing of e-0001 was exported or accepted, so nothing can have been uploaded (6 proposed). First: eco plan review e-0001',
    );
    expect((await run(shop, 'plan', 'mark', 'e-1')).exitCode).toBe(2);
    await ok(shop, 'plan', 'review', 'e-1', '--accept', 'all');
    write(shop, 'other.csv', 'sku,error message\nGHOST,no\n');
    expect((await run(shop, 'plan', 'mark', 'e-1', '--refused', 'other.csv')).err).toBe(
      'eco: other.csv: none of its 1 refused items is in e-0001 (line 2: GHOST). Is it the report of another upload?\n',
    );
  });
});

it('a plan file of the shop is byte for byte the same when it is shown again', async () => {
  const shop = await reviewed();
  await ok(shop, 'plan', 'show', 'e-1', '--output', 'one.csv');
  await ok(shop, 'plan', 'show', 'one.csv', '--output', 'two.csv');
  expect(readFileSync(join(shop.dir, 'two.csv'), 'utf8')).toBe(readFileSync(join(shop.dir, 'one.csv'), 'utf8'));
});
