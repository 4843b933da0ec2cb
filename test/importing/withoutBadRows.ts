/** Files that are imported without their bad rows. */
import { expect } from 'vitest';
import { run, type TestContext } from '../cli/testContext.js';
import { put } from './imported.js';

export interface Taken {
  readonly status: string;
  readonly rows_read: number;
  readonly rows_new: number;
  readonly rows_rejected: number;
  readonly message: string | null;
}

/** Imports a file without its bad rows; every one of its rows is stored or rejected. */
export async function take(context: TestContext, name: string, lines: readonly string[], ...words: string[]): Promise<Taken> {
  put(context, name, `${lines.join('\n')}\n`, '2026-11-21');
  const { out, err } = await run(context, 'import', name, ...words, '--skip-bad-rows', '--format', 'json');
  const [taken] = (JSON.parse(out || '{"rows":[]}') as { rows: Taken[] }).rows;
  if (!taken) throw new Error(err);
  if (taken.status !== 'rejected') expect(taken.rows_new + taken.rows_rejected).toBe(taken.rows_read);
  return taken;
}

/** The facts are those of the kept rows: nothing that was left out comes back with a rebuild. */
export async function expectSettled(context: TestContext): Promise<void> {
  expect(await run(context, 'db', 'check', '--deep')).toMatchObject({ exitCode: 0 });
}

/** What each campaign cost. */
export const COSTS = `SELECT coalesce(campaign_id, campaign) AS campaign, period_from, CAST(sum(cost) AS INTEGER) AS cost, count(*) AS lines
  FROM v_ads GROUP BY 1, 2 ORDER BY 1, 2`;

/** A report of Google about campaigns. */
export const HEADER = 'Campaign,Campaign ID,Day,Device,Currency code,Cost,Impr.,Clicks';
export const KETTLES = 'Kettles,678,2026-11-01,Computers,CAD,1.00,10,1';
