/** A kept plan that takes a price at Amazon back to 0, which nobody may write by hand. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { openDatabase } from '../../src/db/connection.js';
import { keepPlan } from '../../src/plans/kept/keep.js';
import { run, type TestContext } from '../cli/testContext.js';
import { change, planOf } from './samplePlan.js';

/** The id of the plan. */
export async function backToNothing(context: TestContext, id: string): Promise<string> {
  const db = openDatabase(join(context.dir, 'eco.db'));
  try {
    const sql = 'SELECT store, price, currency FROM v_listings WHERE listing_id = ?';
    const row = db.prepare(sql).get(id) as Record<'store' | 'currency', string> & { readonly price: number };
    const { store, currency } = row;
    const before = row.price.toFixed(2);
    const target = { platform: 'amazon', store, entity: 'listing', id } as const;
    keepPlan(db, planOf([change('c1', { target, sku: id, field: 'price', before, after: '0.00', currency })], { kind: 'undo' }), 1);
  } finally {
    db.close();
  }
  expect((await run(context, 'plan', 'review', 'u-1', '--yes')).exitCode).toBe(0);
  return 'u-1';
}
