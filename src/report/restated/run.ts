/** Runs `eco report restated`: what newer files changed of days that were known before. */
import { addDays, type Day, parseDay } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import { startOfDay, zone } from '../../core/zone.js';
import type { Database } from '../../db/connection.js';
import { withCurrency } from '../../facts/salesQueries.js';
import type { Store } from '../../facts/stores.js';
import { LOOK_BACK_DAYS } from '../../measures/coverage.js';
import type { Session } from '../../session.js';
import { knownBefore, type OrderChange, restatedOrders, restatedPeriods } from './changes.js';
import { curveTable } from './curve.js';
import {
  attachPresent,
  type Before,
  changedOrders,
  changedPeriods,
  daysWithOrders,
  fileNames,
  newestEvidence,
  orderFilesBefore,
  standingDays,
} from './queries.js';
import { learnedArrivals } from './runArrivals.js';
import { restatedTable } from './table.js';

export interface RestatedFlags {
  readonly since?: string;
  readonly curve?: boolean;
}

export async function runRestated(session: Session, flags: RestatedFlags): Promise<void> {
  if (flags.curve) return printCurves(session);
  const { db, stores, before } = await compared(session, flags);
  const storeIds = stores.map((store) => store.storeId);
  const changes = changedOrders(db, storeIds, before);
  const asOf = session.asOf(stores);
  const isOver = ({ day }: { readonly day: Day }) => day < asOf;
  const orders = restatedOrders(changes, knownDaysBefore(db, stores, before, changes)).filter(isOver);
  const periods = restatedPeriods(changedPeriods(db, storeIds, before)).filter(isOver);
  const importIds = [...orders.flatMap((day) => day.importIds), ...periods.map((figure) => figure.importId)];
  const table = restatedTable({
    asOf,
    stores,
    orders,
    standing: standingDays(db, storeIds, orders, before),
    periods,
    files: fileNames(db, importIds, before),
    params: { before: momentOf(before) },
    notes: notesOf(before, orders.length + periods.length === 0),
  });
  await session.print(table);
  session.findings(table.rows.length);
}

async function printCurves(session: Session): Promise<void> {
  const db = await session.database();
  const stores = withCurrency(db, await session.stores(db));
  const asOf = session.asOf(stores);
  const curves = stores.flatMap((store) =>
    learnedArrivals(db, store, asOf).map(({ metric, curve }) => ({ store: store.name, metric, curve })),
  );
  await session.print(curveTable(curves, asOf));
}

interface Compared {
  readonly db: Database;
  readonly stores: readonly Store[];
  readonly before: Before;
}

/** With `--known-at`, what was imported by then against what is known now; else what older files said against newer ones. */
async function compared(session: Session, { since }: RestatedFlags): Promise<Compared> {
  if (since !== undefined && session.knownAt !== null)
    throw new UsageError('--since and --known-at both say what "before" is: give one of them');
  const db = await session.database();
  const stores = await session.stores(db);
  if (session.knownAt === null) return { db, stores, before: { kind: 'evidence', since: sinceOf(session, db, stores, since) } };
  attachPresent(db, session.databaseFile);
  return { db, stores, before: { kind: 'imported', until: session.knownAt } };
}

/** The start of the day that was asked for, else of the day of the newest file, in the time zone of the stores. */
function sinceOf(session: Session, db: Database, stores: readonly Store[], since: string | undefined): number {
  const { timeZone } = stores[0] ?? { timeZone: session.context.timeZone };
  if (since === undefined) {
    const newest = newestEvidence(
      db,
      stores.map((store) => store.storeId),
      startOfDay(addDays(session.asOf(stores), 1), timeZone),
    );
    if (newest === null)
      throw new UserError(
        stores.length === 0
          ? 'Nothing has been imported yet. Begin with: eco import FOLDER'
          : `Every file that is in was made after the morning of ${session.asOf(stores)}, so none is newer than another. Ask with a later --as-of; when each was made: eco files list`,
      );
    return startOfDay(zone(timeZone).dayOf(newest) as Day, timeZone);
  }
  const day = parseDay(since);
  if (!day) throw new UsageError(`--since ${since}: a day such as 2026-11-20 expected`);
  return startOfDay(day, timeZone);
}

function knownDaysBefore(db: Database, stores: readonly Store[], before: Before, changes: readonly OrderChange[]) {
  const days = changes.flatMap(({ was, is }) => [was?.day ?? [], is?.day ?? []].flat()).sort();
  if (days.length === 0) return () => false;
  const storeIds = stores.map((store) => store.storeId);
  const zones = new Map(stores.map((store) => [store.storeId, store.timeZone]));
  return knownBefore(orderFilesBefore(db, storeIds, before), daysWithOrders(db, storeIds, addDays(days[0] as Day, -LOOK_BACK_DAYS)), zones);
}

function momentOf(before: Before): string {
  const at = before.kind === 'evidence' ? before.since : before.until;
  return new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}

function notesOf(before: Before, isEmpty: boolean): string[] {
  const moment = momentOf(before);
  const compared =
    before.kind === 'evidence'
      ? `files made since ${moment} against older ones`
      : `what is known now against what was imported by ${moment}`;
  return [
    isEmpty ? `nothing was restated: ${compared}` : `compared: ${compared}`,
    'days that were not known as a whole before are news, not restatements, and not listed',
  ];
}
