/** Runs `eco report daily`: asks the facts about the days it needs, and prints what the analysis makes of them. */
import { addDays, type Day, parseDay } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import type { Page, Step } from '../../core/page.js';
import type { Database } from '../../db/connection.js';
import type { Store } from '../../facts/stores.js';
import type { StockAtRisk } from '../../inventory/todo.js';
import { LOOK_BACK_DAYS } from '../../measures/coverage.js';
import type { Session } from '../../session.js';
import { carriersOfSales } from '../kpis/carriers.js';
import { salesByChannel } from '../kpis/dimensionQueries.js';
import { readFacts } from '../kpis/factQueries.js';
import { listingDays } from '../kpis/listingDays.js';
import { salesByListing, trafficByListing } from '../kpis/listingQueries.js';
import { figuresOfStore } from '../kpis/periodFigures.js';
import { atRiskOf, targetsOf } from '../kpis/run.js';
import { newestDay } from '../kpis/storeFacts.js';
import { targetOf } from '../kpis/targets.js';
import { profitOfPeriods } from '../profit/runProfitOf.js';
import { analyseStore, comparedDays, neededDays, type StoreReport } from './daily.js';
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
  const days = new Map(stores.map((store) => [store.name, dayOf(session, store, flags)]));
  const asOf = flags.day === undefined ? session.asOf(stores) : addDays([...days.values()][0] as Day, 1);
  const now = session.flags.asOf === undefined && flags.day === undefined ? session.context.now() : null;
  const { stockAtRisk } = await import('../../inventory/todo.js');
  const stock = stockAtRisk(db, stores, asOf, now);
  const reports = reportStores(db, session, stores, days, stock);
  // The morning list is about the morning, so a report of an earlier day has none.
  return dailyPage(reports, asOf, flags.day === undefined ? await todo(session, db, stores, asOf, stock) : []);
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

function reportStores(
  db: Database,
  session: Session,
  stores: readonly Store[],
  days: ReadonlyMap<string, Day>,
  stock: StockAtRisk,
): StoreReport[] {
  const dayOfStore = (store: Store) => days.get(store.name) as Day;
  const asked = stores.map((store) => ({ store, periods: neededDays(dayOfStore(store)).map((day) => ({ from: day, to: day })) }));
  const targets = targetsOf(session, db);
  return readFacts(db, asked, LOOK_BACK_DAYS, (store, periods) => profitOfPeriods(db, store, periods)).map(({ store, facts, subjects }) => {
    const day = dayOfStore(store);
    const needed = neededDays(day);
    const figures = figuresOfStore(facts, { from: needed[0] as Day, to: day });
    const compared = comparedDays(day);
    const sold = salesByListing(db, store.storeId, compared, facts.currency);
    const listings = [...sold, ...trafficByListing(db, store.storeId, compared)];
    const divided = {
      sku: sold.map((row) => ({ from: row.day, to: row.day, label: row.label, sales: row.sales ?? 0 })),
      channel: salesByChannel(
        db,
        store.storeId,
        compared.map((each) => ({ from: each, to: each })),
        facts.currency,
      ),
    };
    const info = { name: store.name, platform: store.platform, marketplace: store.marketplace, currency: facts.currency };
    const today = { ...figures({ from: day, to: day }), stockAtRisk: atRiskOf(stock, store.name) };
    return analyseStore({
      store: info,
      day,
      figures: new Map(needed.map((each) => [each, each === day ? today : figures({ from: each, to: each })])),
      listings: listingDays(listings),
      carriersOf: (now, before) => carriersOfSales(facts, divided, now, before),
      targetOf: targetOf(targets, info, { from: day, to: day }, 'day'),
      hasTraffic: subjects.some(({ subject }) => subject !== 'ads'),
      hasAds: subjects.some(({ subject }) => subject === 'ads'),
      newest: newestDay(facts, subjects),
      foreignOrders: today.foreignOrders,
    });
  });
}

/** The morning list of all departments. */
async function todo(session: Session, db: Database, stores: readonly Store[], asOf: Day, stock: StockAtRisk): Promise<Step[]> {
  const storeIds = stores.map((store) => store.storeId);
  const { inventoryTodo } = await import('../../inventory/todo.js');
  const { titlesTodo } = await import('../../titles/todo.js');
  const { productsTodo } = await import('../../products/todo.js');
  const { plansTodo } = await import('../../plans/todo.js');
  const steps = [...inventoryTodo(stock), ...titlesTodo(db, storeIds, asOf), ...productsTodo(db, storeIds, asOf)];
  const chosen = session.storeNames.map((name) => ` --store ${name}`).join('');
  return [
    ...steps.map((step) => ({ ...step, command: step.command && step.command + chosen })),
    ...plansTodo(
      db,
      stores.map((store) => store.name),
    ),
  ];
}
