/** Holds `eco report profit` of an imported demo against the truth that the demo was drawn from: every listing, every settled day, to the cent. */
import { expect } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { WITHOUT_COST } from '../../src/shop/demo/costs.js';
import { createWorld } from '../../src/shop/demo/world.js';
import { run, type TestContext } from '../cli/testContext.js';

/** Days before the last one on which everything is settled and what comes back has come back. */
const SETTLED = { from: -70, to: -45 };

export async function expectProfitTruth(context: TestContext, seed: number, lastDay: Day): Promise<void> {
  const [from, to] = [addDays(lastDay, SETTLED.from), addDays(lastDay, SETTLED.to)];
  const days = ['--from', from, '--to', to, '--as-of', addDays(lastDay, 1)];
  const asked = ['report', 'profit', '--store', 'us', '--by', 'listing,day', '--refunds', 'by-order-date', ...days, '--format', 'json'];
  const { exitCode, out, err } = await run(context, ...asked);
  expect(exitCode, err).toBe(0);
  const told = new Map<string, number>();
  for (const row of (JSON.parse(out) as { rows: Record<string, string | null>[] }).rows) {
    // The truth is by order; what Amazon pays for lost stock belongs to none, ads are told by campaign.
    const minor = cents(row.profit_amount) - cents(row.reimbursements_amount) - cents(row.ads_amount);
    if (row.sku !== null && minor !== 0) told.set(`${row.sku} ${row.day}`, minor);
  }
  const world = createWorld(seed, lastDay);
  const truth = new Map<string, number>();
  for (const money of world.truth.money) {
    const listing = world.listings[money.listing] as (typeof world.listings)[number];
    if (listing.store !== 'us') continue;
    if (WITHOUT_COST.includes(listing.code)) for (const key of [...told.keys()]) if (key.startsWith(`${listing.code} `)) told.delete(key);
    if (WITHOUT_COST.includes(listing.code)) continue;
    for (let t = world.axis.indexOf(from); t <= world.axis.indexOf(to); t++) {
      const minor = ((money.profitMinor as number[])[t] as number) + (money.adSpendMinor[t] as number);
      if (minor !== 0) truth.set(`${listing.code} ${world.axis.day(t)}`, minor);
    }
  }
  expect(told).toEqual(truth);
  expect(truth.size).toBeGreaterThan(500);
}

function cents(text: string | null | undefined): number {
  return Math.round(Number(text) * 100);
}
