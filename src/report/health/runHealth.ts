/** Runs `eco report health`: asks the facts for what the limits speak of and prints how each stands. */

import { counted } from '../../core/count.js';
import { addDays, type Day, type Period } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import { shellWord } from '../../core/shellWord.js';
import { zone } from '../../core/zone.js';
import type { Database } from '../../db/connection.js';
import { recordedHealth, recordHealth } from '../../facts/ownHealth.js';
import { orderEvidence } from '../../facts/salesQueries.js';
import type { Store } from '../../facts/stores.js';
import { knownDaysByStore, LOOK_BACK_DAYS } from '../../measures/coverage.js';
import type { Session } from '../../session.js';
import { type HealthFacts, type HealthFinding, healthOf, TREND_DAYS } from './health.js';
import { healthPage } from './healthPage.js';
import { type HealthLimit, isOfOrders } from './limits/limit.js';
import { limitsOn } from './limits.js';
import { ordersByDay, ratingsByDay, scoresByDay } from './queries.js';
import { type RecordFlags, readingsOf } from './record.js';

export interface HealthFlags extends RecordFlags {
  readonly all?: boolean;
}

export async function runHealth(session: Session, flags: HealthFlags): Promise<void> {
  const db = await (flags.record === undefined ? session.database() : session.writableDatabase());
  const stores = await session.stores(db);
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const asOf = session.asOf(stores);
  recordFigures(session, db, stores, flags, asOf);
  const found = stores.map((store) => ({ store: store.name, platform: store.platform, findings: storeHealth(db, store, asOf) }));
  const unknown = found.flatMap(({ findings }) => findings.filter(({ status }) => status === 'unknown')).length;
  const bounds = found.some(({ findings }) =>
    findings.some(({ limit, status, byHand }) => limit.from.startsWith('cancelled') && status !== 'unknown' && !byHand),
  );
  const notes = [
    ...(unknown > 0 && flags.all !== true
      ? [
          `${counted(unknown, 'metric with a limit is', 'metrics with a limit are')} told by no imported report; --all names the report or the page that would.`,
        ]
      : []),
    ...pageNote(found, flags.all === true),
    ...(bounds ? ['Cancellations are an upper bound: order reports do not tell whether the buyer or the seller cancelled.'] : []),
  ];
  await session.print(healthPage(found, asOf, flags.all === true, notes));
  session.findings(found.flatMap(({ findings }) => findings.filter(({ status }) => status === 'over' || status === 'soon')).length);
}

/** Of one store: the figures that `--record` names. */
function recordFigures(session: Session, db: Database, stores: readonly Store[], flags: HealthFlags, asOf: Day): void {
  const [store] = stores as [Store];
  if (flags.record !== undefined && stores.length > 1)
    throw new UsageError(`--record is of one store: add --store, one of ${stores.map(({ name }) => name).join(', ')}`);
  const readings = readingsOf(flags, limitsOn(store.platform, asOf), asOf);
  if (readings.length > 0) recordHealth(db, store.storeId, readings, Math.floor(session.context.now() / 1000));
}

/** What no report tells, its page does. */
function pageNote(found: readonly { readonly store: string; readonly findings: readonly HealthFinding[] }[], all: boolean): string[] {
  const onPages = found.flatMap(({ store, findings }) =>
    findings.filter(({ limit, status }) => status === 'unknown' && limit.from === 'none').map(({ limit }) => ({ store, limit })),
  );
  const [first] = onPages;
  if (!all || first === undefined) return [];
  const { unit, limit } = first.limit;
  const example = unit === 'ratio' ? `${Number((limit * 100).toFixed(2))}%` : String(limit);
  return [
    `What stands on a page only is kept by hand, and its trend told from the fifth reading on: eco report health --store ${shellWord(first.store)} --record ${first.limit.metric}=${example}`,
  ];
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
    // A page shows what was until now.
    recorded: recordedHealth(db, store.storeId, { ...period, to: asOf }),
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
