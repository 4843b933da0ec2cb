/** The life of a plan from a file to its undo, by the commands that users type and exports of the shop. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openForReading } from '../../../src/db/connection.js';
import { loadPlan } from '../../../src/plans/kept/keep.js';
import { staleAdvice } from '../../../src/plans/shown/planPage.js';
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
      ['CADDY', 'pending', null, null, 'the newest export, of 2026-11-25, does not have it'],
    ]);
    const count = () => valueIn(shop, 'SELECT count(*) FROM plan_events');
    const events = count();
    const again = await run(second, 'plan', 'verify', '--exit-code');
    expect(again.exitCode).toBe(3);
    expect(again.out).toContain(
      'plan e-0001: 1 pending (the newest export, of 2026-11-25, does not have it) · 1 applied on 2026-11-23 · 1 not applied on 2026-11-25 · ' +
        '1 refused on 2026-11-22 (“8541: brand restricted”) · 1 overridden on 2026-11-23 · 1 drifted on 2026-11-25',
    );
    expect(count()).toBe(events);
    expect(todo(second)).toEqual([
      '1 change exported, not verified: eco plan verify',
      '2 changes not applied: eco plan show e-0001',
      '2 changes overridden or drifted back: eco plan show e-0001',
    ]);
  });

  it('takes a file that was only exported for nobody’s, where another plan was uploaded', async () => {
    const shop = await planShop();
    const exported = async (id: string, title: string) => {
      write(shop, `${id}.csv`, `sku,field,after\nMUG,title,${title}\n`);
      await ok(shop, 'plan', 'review', `${id}.csv`, '--accept', 'all');
      await ok(shop, 'plan', 'export', id, '--output', `${id}-upload.csv`);
    };
    await exported('e-1', 'Mug A');
    await exported('e-2', 'Mug B');
    const next = later(shop, '2026-11-24T06:00:00Z');
    await ok(next, 'plan', 'mark', 'e-1', '--uploaded', '2026-11-22T08:00');
    await importCatalogue(next, '2026-11-23T12:00:00Z', productsWith({ mug: { title: 'Mug A' } }));
    await ok(next, 'plan', 'verify');
    expect([await statuses(next, 'e-1'), await statuses(next, 'e-2')]).toEqual([{ MUG: 'applied' }, { MUG: 'exported' }]);
  });

  it('says which changes a later upload of another plan writes over', async () => {
    const shop = await planShop();
    for (const [id, title] of [
      ['e-1', 'Mug A'],
      ['e-2', 'Mug B'],
    ] as const) {
      write(shop, `${id}.csv`, `sku,field,after\nMUG,title,${title}\n`);
      await ok(shop, 'plan', 'review', `${id}.csv`, '--accept', 'all');
      await ok(shop, 'plan', 'export', id, '--output', `${id}-upload.csv`);
    }
    const next = later(shop, '2026-11-24T06:00:00Z');
    await ok(next, 'plan', 'mark', 'e-1', '--uploaded', '2026-11-22T08:00');
    await ok(next, 'plan', 'mark', 'e-2', '--uploaded', '2026-11-22T09:00');
    await importCatalogue(next, '2026-11-23T12:00:00Z', productsWith({ mug: { title: 'Mug B' } }));
    expect((await ok(next, 'plan', 'verify')).out).toBe(`Verified by what was imported since

plan e-0002: 1 applied on 2026-11-23
plan e-0001: 1 written over by e-0002 (MUG title)
`);
    expect((await ok(next, 'plan', 'verify', 'e-1')).out).toContain('plan e-0001: 1 written over by e-0002 (MUG title)');
  });

  it('takes its verdicts back when the export that they rested on is withdrawn', async () => {
    const shop = later(await uploaded(), '2026-11-24T06:00:00Z');
    await importCatalogue(shop, '2026-11-23T12:00:00Z', productsWith({ kettle: { title: 'Kettle' }, tray: { title: 'Tray by someone' } }));
    await ok(shop, 'plan', 'verify');
    const verdicts = await statuses(shop, 'e-1');
    expect(verdicts).toMatchObject({ KETTLE: 'applied', TRAY: 'overridden', MUG: 'not_applied', LID: 'refused' });
    await ok(shop, 'files', 'undo', String(valueIn(shop, 'SELECT max(import_id) FROM imports')));
    expect((await ok(shop, 'plan', 'verify')).out).toContain('plan e-0001: 6 pending (no export is newer than the upload yet)');
    const sent = { KETTLE: 'uploaded', TRAY: 'uploaded', MUG: 'uploaded', LID: 'refused' };
    expect(await statuses(shop, 'e-1')).toMatchObject(sent);
    expect(valueIn(shop, "SELECT status || ' ' || status_at FROM v_plan_changes WHERE sku = 'KETTLE'")).toBe(
      'uploaded 2026-11-22 06:00:00',
    );
    const events = valueIn(shop, 'SELECT count(*) FROM plan_events');
    await ok(shop, 'plan', 'verify');
    expect(valueIn(shop, 'SELECT count(*) FROM plan_events')).toBe(events);
    await importCatalogue(shop, '2026-11-23T12:00:00Z', productsWith({ kettle: { title: 'Kettle' }, tray: { title: 'Tray by someone' } }));
    await ok(shop, 'plan', 'verify');
    expect(await statuses(shop, 'e-1')).toEqual(verdicts);
  });

  it('keeps a verdict when the listing goes away afterwards', async () => {
    const shop = await planShop();
    const variants = (...rows: string[]) => `Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n${rows.join('\n')}\n`;
    const sand = 'set,,Color,Sand,SAND,6.00';
    await importFiles(shop, [{ name: 'set.csv', at: '2026-11-21T13:00:00Z', text: variants('set,Set,Color,Blue,BLUE,5.00', sand) }]);
    write(shop, 'price.csv', 'sku,field,after\nSAND,price,7\n');
    await ok(shop, 'plan', 'review', 'price.csv', '--accept', 'all');
    await ok(shop, 'plan', 'mark', 'e-1', '--uploaded', 'today');
    const next = later(shop, '2026-11-26T06:00:00Z');
    const raised = variants('set,Set,Color,Blue,BLUE,5.00', sand.replace('6.00', '7.00'));
    await importFiles(next, [{ name: 'set2.csv', at: '2026-11-23T13:00:00Z', text: raised }]);
    await ok(next, 'plan', 'verify');
    expect(await statuses(next, 'e-1')).toEqual({ SAND: 'applied' });
    await importFiles(next, [{ name: 'set3.csv', at: '2026-11-24T13:00:00Z', text: variants('set,Set,Color,Blue,BLUE,5.00') }]);
    const { out } = await ok(next, 'plan', 'verify');
    expect(out).toContain('plan e-0001: 1 applied on 2026-11-23 (it is gone: its product was exported again without it)');
    expect(await statuses(next, 'e-1')).toEqual({ SAND: 'applied' });
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
    // Without the export that showed it, nothing is known to be taken back.
    await ok(after, 'files', 'undo', String(valueIn(after, 'SELECT max(import_id) FROM imports')));
    await ok(after, 'plan', 'verify');
    expect(await statuses(after, 'u-1')).toEqual({ KETTLE: 'uploaded', SPOON: 'uploaded', CADDY: 'uploaded' });
    expect(await statuses(after, 'e-1')).toMatchObject({ KETTLE: 'uploaded', MUG: 'not_applied' });
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
    expect(out).toContain('plan e-0001 · 6 edits of web, from titles.csv · 6 accepted · 2 stale (eco plan rebase e-0001)');
    expect(out).toContain('KETTLE   accepted · stale · 17 → 6 of 255\n  - Kettle [BEST PRICE]\n  + Kettle\n    now: Kettle by someone\n');
    const rows = JSON.parse((await ok(shop, 'plan', 'show', 'e-1', '--format', 'json')).out) as {
      changes: { stale: boolean; current: string | null }[];
    };
    expect(rows.changes.map(({ stale, current }) => [stale, current]).slice(0, 3)).toEqual([
      [true, 'Kettle by someone'],
      [true, 'Mug, Blue'],
      // What is not stale stands there as well.
      [false, 'Tray'],
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
    expect(out).toContain("6 stale (nothing there to change: decline them, eco plan review e-0001 --decline 'stale=true')");
    const rebased = (await ok(shop, 'plan', 'rebase', 'e-1')).out;
    expect(rebased).toContain('6 left as they are');
    expect(rebased).toContain("decline what is left  eco plan review e-0001 --decline 'stale=true'");
    await ok(shop, 'plan', 'review', 'e-1', '--decline', 'stale=true', '--where', 'sku!=MUG');
    expect((await ok(shop, 'plan', 'rebase', 'e-1')).out).toContain('1 left as it is');
    await ok(shop, 'plan', 'review', 'e-1', '--decline', 'stale=true');
    expect(new Set(Object.values(await statuses(shop, 'e-1')))).toEqual(new Set(['declined']));
  });

  it('is told apart in a plan of which only some listings are gone', () => {
    expect(staleAdvice('t-0001', [{ problem: null }, { problem: 'is gone' }])).toBe(
      "eco plan rebase t-0001; 1 of which nothing is there to change: then eco plan review t-0001 --decline 'stale=true'",
    );
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

  it('tells in the list what is over', async () => {
    const shop = await reviewed();
    const before = (await ok(shop, 'plan', 'list')).out;
    expect(before).not.toContain('Discarded');
    await ok(shop, 'plan', 'discard', 'e-1');
    write(shop, 'cup.csv', 'sku,field,after\nMUG,title,Cup\n');
    await ok(shop, 'plan', 'review', 'cup.csv', '--no-input');
    const { out } = await ok(shop, 'plan', 'list');
    expect(out).toMatch(/Plan +What +Changes +Proposed +Accepted +Sent +Applied +Failed +Discarded +Next/);
    expect(out).toMatch(/e-0002 +1 edit of web, from cup.csv +1 +1 +0 +0 +0 +0 +0 +review/);
    expect(out).toMatch(/e-0001 +6 edits of web, from titles.csv +6 +0 +0 +0 +0 +0 +6/);
  });

  it('says which options it does not ask', async () => {
    const shop = await reviewed();
    expect((await ok(shop, 'plan', 'list', '--known-at', '2026-11-20')).err).toBe(
      '--known-at: not asked here; plans are as they are now\n',
    );
    expect((await ok(shop, 'plan', 'show', 'e-1', '--as-of', '2026-11-20')).err).toBe(
      '--as-of: only for the rules about texts; changes and what stands there are as they are now\n',
    );
    expect((await ok(shop, 'plan', 'rebase', 'e-1', '--as-of', '2026-11-20', '--known-at', '2026-11-20')).err).toBe(
      '--as-of and --known-at: not asked here; plans are as they are now\n',
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
