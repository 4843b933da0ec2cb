/** Runs `eco report health`: asks the facts for what the limits speak of and prints how each stands. */
import { addDays, type Day, type Period } from '../../core/day.js';
import { UserError } from '../../core/errors.js';
import { zone } from '../../core/zone.js';
import type { Database } from '../../db/connection.js';
import { orderEvidence } from '../../facts/salesQueries.js';
import type { Store } from '../../facts/stores.js';
import { knownDaysByStore, LOOK_BACK_DAYS } from '../../measures/coverage.js';
import type { Session } from '../../session.js';
import { type HealthFacts, type HealthFinding, healthOf, TREND_DAYS } from './health.js';
import { healthPage } from './healthPage.js';
import type { HealthLimit } from './limits/limit.js';
import { limitsOn } from './limits.js';
import { ordersByDay, ratingsByDay, scoresByDay } from './queries.js';

export async function runHealth(session: Session, flags: { readonly all?: boolean }): Promise<void> {
  const db = await session.database();
  const stores = await session.stores(db);
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const asOf = session.asOf(stores);
  const found = stores.map((store) => ({ store: store.name, platform: store.platform, findings: storeHealth(db, store, asOf) }));
  const unknown = found.flatMap(({ findings }) => findings.filter(({ status }) => status === 'unknown')).length;
  const bounds = found.some(({ findings }) =>
    findings.some(({ limit, status }) => limit.from.startsWith('cancelled') && status !== 'unknown'),
  );
  const notes = [
    ...(unknown > 0 && flags.all !== true
      ? [`${unknown} metrics with a limit are told by no imported report; --all names the report that would.`]
      : []),
    ...(bounds ? ['Cancellations are an upper bound: order reports do not tell whether the buyer or the seller cancelled.'] : []),
  ];
  await session.print(healthPage(found, asOf, flags.all === true, notes));
  session.findings(found.flatMap(({ findings }) => findings.filter(({ status }) => status === 'over' || status === 'soon')).length);
}

/** Whether the orders themselves tell the metric: of a busy shop they are many, so no more days of them are asked for. */
function isOfOrders({ from }: HealthLimit): boolean {
  return from.startsWith('cancelled') || from === 'refunded';
}

/** How each limit of a store's platform stands on a morning. */
export function storeHealth(db: Database, store: Store, asOf: Day): HealthFinding[] {
  const limits = limitsOn(store.platform, asOf);
  if (limits.length === 0) return [];
  const reach = Math.max(TREND_DAYS, ...limits.map(({ windowDays }) => windowDays));
  const period = { from: addDays(asOf, -reach), to: addDays(asOf, -1) };
  const facts = {
    ...ordersTold(db, store, asOf, limits.filter(isOfOrders), period),
    scores: scoresByDay(db, store.storeId, period),
    ratings: ratingsByDay(db, store.storeId, period),
  };
  return healthOf(limits, facts, asOf);
}

/** What the orders tell where limits ask for it, and the days on which they are all known. `period`: as far back as any limit of the store reaches. */
function ordersTold(
  db: Database,
  { storeId, timeZone }: Store,
  asOf: Day,
  limits: readonly HealthLimit[],
  period: Period,
): Pick<HealthFacts, 'knownDays' | 'orders'> {
  if (limits.length === 0) return { knownDays: new Set(), orders: [] };
  const evidence = orderEvidence(db, [storeId], addDays(period.from, -LOOK_BACK_DAYS));
  const known = knownDaysByStore(period, [{ storeId, timeZone }], evidence.orderFiles, evidence.orderDays).get(storeId) ?? [];
  const newest = evidence.orderFiles.reduce((at, { evidenceAt }) => Math.max(at, evidenceAt), 0);
  const reach = Math.max(TREND_DAYS, ...limits.map(({ windowDays }) => windowDays));
  return {
    // The day on which the newest file was made is not over in it.
    knownDays: new Set(known.filter((day) => day < (zone(timeZone).dayOf(newest) as Day))),
    orders: ordersByDay(db, storeId, { ...period, from: addDays(asOf, -reach) }),
  };
}
