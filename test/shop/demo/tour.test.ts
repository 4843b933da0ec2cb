/** `eco demo`: a folder of its own, the importer that everybody uses, and a report to look at. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import { type Database, openForReading } from '../../../src/db/connection.js';
import { tourPage } from '../../../src/shop/demo/tour.js';
import { run, testContext } from '../../cli/testContext.js';
import { expectProfitTruth } from '../../report/profitTruth.js';
import { expectTheTruth } from './moneyTruth.js';

const MORNING = '2026-11-21T15:00:00Z';

describe('the folder', () => {
  test('of somebody else is not touched', async () => {
    const context = testContext({ now: MORNING });
    mkdirSync(join(context.dir, 'eco-demo'));
    writeFileSync(join(context.dir, 'eco-demo', 'thesis.txt'), 'years of work');
    const { exitCode, err } = await run(context, 'demo');
    expect(exitCode).toBe(1);
    expect(err).toContain('eco-demo is not a demo folder, so nothing in it was touched. Name another one: eco demo --folder DIR');
    expect(readdirSync(join(context.dir, 'eco-demo'))).toEqual(['thesis.txt']);
  });

  test.each([
    [['--keep'], 1, 'There is no demo in eco-demo yet. Make one: eco demo'],
    [['--keep', '--folder', 'x'], 1, 'There is no demo in x yet. Make one: eco demo --folder x'],
    [['--keep', '--seed', '2'], 2, '--keep: --seed and --last-day make another demo'],
    [['--seed', 'two'], 2, '--seed two: a whole number of 0 or more expected'],
    [['--last-day', '2026-02-30'], 2, '--last-day 2026-02-30: a day such as 2026-11-20 expected'],
  ])('demo %j', async (words, code, message) => {
    const context = testContext({ now: MORNING });
    const { exitCode, err } = await run(context, 'demo', ...words);
    expect(exitCode).toBe(code);
    expect(err).toContain(message);
    expect(readdirSync(context.dir)).toEqual([]);
  });
});

test('commands of the tour quote a folder with a space, and name the morning where it is not today', () => {
  const daily = { title: 'T', blocks: [], data: { id: 'x/1', columns: [], rows: [] } };
  const commands = tourPage(daily, { named: "my demo's", asOf: '2026-11-21' }).blocks.flatMap((block) =>
    block.type === 'steps' ? block.steps.map((step) => step.command) : [],
  );
  expect(commands).toContain("eco files list --db 'my demo'\\''s/demo.db' --as-of 2026-11-21");
});

test('the demo: made, imported, shown, looked at again', { timeout: 600_000 }, async () => {
  const context = testContext({ now: MORNING });
  const { exitCode, out, err } = await run(context, 'demo');
  expect(exitCode, err).toBe(0);
  // Every file was taken: what is not would be named on standard error.
  expect(err).not.toMatch(/rejected|skipped|partial/);
  expect(out).toContain('A made-up seller · Friday 20 November 2026');
  for (const heading of [
    'ca   Amazon.ca · CAD',
    'tmall   Tmall · CNY',
    'us   Amazon.com · USD',
    'web   shopify · USD',
    'us + web together   USD',
  ]) {
    expect(out).toContain(heading);
  }
  // The planned story of the last days: a reseller undercut the kettle, and its buy box went.
  expect(out).toMatch(/KETTLE-17 −\$\d+ \(buy box \d+ %, usually \d+ %\)/);
  expect(out).toMatch(/Why sales moved against a usual Friday, [+−]\$/);
  expect(out).toMatch(/\d+ run out within 14 days in \w+, first .* on 2026-/);
  // What is worth less has a list of its own.
  expect(out).toMatch(/\d+ more: eco report todo/);
  expect(out).toContain('eco inventory status --sort days_of_cover --limit 10 --db eco-demo/demo.db\n');

  // The seller's own database was not made, let alone touched.
  expect(existsSync(join(context.dir, 'eco.db'))).toBe(false);
  expect(readdirSync(join(context.dir, 'eco-demo')).sort()).toEqual([
    '.eco-demo',
    'costs.csv',
    'demo.db',
    'demo.db.key',
    'downloads',
    'eco.config.yaml',
    'rates.csv',
  ]);
  expect(readFileSync(join(context.dir, 'eco-demo', '.eco-demo'), 'utf8')).toBe('1 2026-11-20\n');
  const businessReport = statSync(join(context.dir, 'eco-demo/downloads/us/BusinessReport 2026-11-20..2026-11-20.csv'));
  expect(new Date(businessReport.mtimeMs).toISOString().slice(0, 10)).toBe('2026-11-21');

  const db = openForReading(join(context.dir, 'eco-demo/demo.db')) as Database;
  expectTheTruth(db, 1, '2026-11-20' as Day);
  await expectProfitTruth(testContext({ now: MORNING, env: { ECO_DB: join(context.dir, 'eco-demo', 'demo.db') } }), 1, '2026-11-20' as Day);
  db.close();

  // Its downloads are like anybody's: importing the folder again finds nothing new.
  const again = await run(context, 'import', 'eco-demo/downloads', '--db', 'eco-demo/demo.db', '--format', 'json');
  expect(again.exitCode, again.err).toBe(0);
  const statuses = (JSON.parse(again.out) as { rows: { status: string }[] }).rows.map((row) => row.status);
  expect(new Set(statuses)).toEqual(new Set(['unchanged']));

  const kept = await run(context, 'demo', '--keep', '--format', 'json');
  expect(kept.exitCode, kept.err).toBe(0);
  const { schema, as_of, rows } = JSON.parse(kept.out) as { schema: string; as_of: string; rows: { store: string }[] };
  expect([schema, as_of]).toEqual(['eco.report.daily/1', '2026-11-21']);
  expect([...new Set(rows.map((row) => row.store))]).toEqual(['ca', 'tmall', 'us', 'web']);

  const todo = await run(context, 'report', 'todo', '--db', 'eco-demo/demo.db');
  expect(todo.out).toMatch(/\d+ titles break amazon\/title-length/);

  const inside = testContext({ now: MORNING, dir: join(context.dir, 'eco-demo'), env: { ECO_DB: '' } });
  expect((await run(inside)).out).toContain('us     Amazon.com  USD');
});
