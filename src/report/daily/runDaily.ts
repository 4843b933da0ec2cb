/** Runs `eco report daily`: asks the facts about the days it needs, and prints what the analysis makes of them. */
import { addDays, type Day, parseDay } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import type { Page, Step } from '../../core/page.js';
import type { Database } from '../../db/connection.js';
import { orderEvidence } from '../../facts/salesQueries.js';
import type { Store } from '../../facts/stores.js';
import { LOOK_BACK_DAYS } from '../../measures/coverage.js';
import type { Session } from '../../session.js';
import { assemble, currencyOf, type StoreRows } from '../kpis/assemble.js';
import { adsByDay, dailySubjects, ordersByDay, reportFiles, salesByListing, trafficByDay, trafficByListing } from '../kpis/queries.js';
import { analyseStore, lastYearDay, listingDays, neededDays, type StoreReport } from './daily.js';
import { dailyPage } from './dailyPage.js';

export interface DailyFlags {
  readonly day?: string;
}

export async function runDaily(session: Session, flags: DailyFlags): Promise<void> {
  await session.print(await dailyReport(session, flags));
}

export async function dailyReport(session: Session, flags: DailyFlags): Promise<Page> {
  const db = await session.database();
  const stores = await session.stores(db);
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const reports = reportStores(db, stores, (store) => dayOf(session, store, flags));
  const asOf = flags.day === undefined ? session.asOf(stores) : addDays((reports[0] as StoreReport).day, 1);
  return dailyPage(reports, asOf, await todo(session, db, stores, flags));
}

/** The day before the store's morning, or the one that was asked for. */
function dayOf(session: Session, store: Store, flags: DailyFlags): Day {
  const morning = session.asOf([store]);
  if (flags.day === undefined) return addDays(morning, -1);
  const day = parseDay(flags.day);
  if (!day) throw new UsageError(`--day ${flags.day}: a day such as 2026-11-20 expected`);
  if (day >= morning) throw new UsageError(`--day ${flags.day}: that day is not over in ${store.name} on the morning of ${morning}`);
  return day;
}

function reportStores(db: Database, stores: readonly Store[], dayOfStore: (store: Store) => Day): StoreReport[] {
  const days = new Map(stores.map((store) => [store.storeId, dayOfStore(store)]));
  const first = [...days.values()].sort()[0] as Day;
  const since = addDays(lastYearDay(first), -LOOK_BACK_DAYS);
  const evidence = orderEvidence(
    db,
    stores.map((store) => store.storeId),
    since,
  );
  return stores.map((store) => {
    const isOwn = (row: { readonly storeId: number }) => row.storeId === store.storeId;
    const ordered = evidence.orderDays.filter(isOwn).map((row) => row.day);
    return reportStore(db, store, days.get(store.storeId) as Day, evidence.orderFiles.filter(isOwn), ordered);
  });
}

function reportStore(db: Database, store: Store, day: Day, files: StoreRows['orderFiles'], ordered: readonly Day[]): StoreReport {
  const { storeId } = store;
  const days = neededDays(day);
  const rows: StoreRows = {
    store,
    day,
    days,
    orders: ordersByDay(db, storeId, [
      { from: days[1] as Day, to: day },
      { from: lastYearDay(day), to: lastYearDay(day) },
    ]),
    orderFiles: files,
    orderDays: ordered,
    traffic: trafficByDay(db, storeId, days),
    ads: adsByDay(db, storeId, days),
    reportFiles: reportFiles(db, storeId),
    subjects: dailySubjects(db, storeId),
  };
  const compared = listingDays(day);
  const listings = [...salesByListing(db, storeId, compared, currencyOf(rows)), ...trafficByListing(db, storeId, compared)];
  return analyseStore(assemble(rows, listings));
}

/** The morning list of all departments. It is about the morning, so a report of an earlier day has none. */
async function todo(session: Session, db: Database, stores: readonly Store[], flags: DailyFlags): Promise<Step[]> {
  if (flags.day !== undefined) return [];
  const asOf = session.asOf(stores);
  const now = session.flags.asOf === undefined ? session.context.now() : null;
  const storeIds = stores.map((store) => store.storeId);
  const { inventoryTodo } = await import('../../inventory/todo.js');
  const { titlesTodo } = await import('../../titles/todo.js');
  const { productsTodo } = await import('../../products/todo.js');
  const { plansTodo } = await import('../../plans/todo.js');
  const steps = [...inventoryTodo(db, stores, asOf, now), ...titlesTodo(db, storeIds, asOf), ...productsTodo(db, storeIds, asOf)];
  const chosen = session.storeNames.map((name) => ` --store ${name}`).join('');
  return [
    ...steps.map((step) => ({ ...step, command: step.command && step.command + chosen })),
    ...plansTodo(
      db,
      stores.map((store) => store.name),
    ),
  ];
}
