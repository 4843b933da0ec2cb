/** Runs `eco report daily`: asks the facts about the days it needs, and prints what the analysis makes of them. */
import { addDays, type Day, parseDay } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import type { Page } from '../../core/page.js';
import type { Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import { costEntries } from '../../facts/costQueries.js';
import type { Store } from '../../facts/stores.js';
import type { StockAtRisk } from '../../inventory/todo.js';
import { LOOK_BACK_DAYS } from '../../measures/coverage.js';
import type { Session } from '../../session.js';
import type { Element } from '../kpis/adtributor.js';
import { carriersOfSales, elementsOf } from '../kpis/carriers.js';
import { salesByChannel } from '../kpis/dimensionQueries.js';
import { type ProfitOf, readFacts, type StoreRead } from '../kpis/factQueries.js';
import type { Figures } from '../kpis/figures.js';
import { listingDays } from '../kpis/listingDays.js';
import { type SoldListing, salesByListing, soldItems, trafficByListing } from '../kpis/listingQueries.js';
import { figuresOfStore } from '../kpis/periodFigures.js';
import { atRiskOf, targetsOf } from '../kpis/run.js';
import { newestDay } from '../kpis/storeFacts.js';
import { targetOf } from '../kpis/targets.js';
import { type AskedLevel, type LevelFlags, levelOption, runLevels } from '../levels/run.js';
import { type ArrivalMetric, arrivedOf } from '../restated/arrived.js';
import { learnedArrivals } from '../restated/runArrivals.js';
import { analyseStore, comparedDays, lastYearDay, neededDays, previousDay, type Sold, type StoreReport } from './daily.js';
import { dailyPage } from './dailyPage.js';

export interface DailyFlags extends LevelFlags {
  readonly day?: string;
}

export async function runDaily(session: Session, flags: DailyFlags): Promise<void> {
  const level = levelOption(flags);
  await session.print(level ? await dailyLevels(session, flags, level) : await dailyReport(session, flags));
}

export async function dailyReport(session: Session, flags: DailyFlags): Promise<Page> {
  const { told, asOf, ...morning } = await tellStores(session, flags);
  const { todoSteps } = await import('../todo/todo.js');
  // The morning list is about the morning, so a report of an earlier day has none.
  const chosen = { stores: session.storeNames, client: session.client };
  const steps = flags.day === undefined ? await todoSteps({ asOf, chosen, ...morning }) : [];
  return dailyPage(
    told.map(({ report }) => report),
    asOf,
    steps,
  );
}

async function dailyLevels(session: Session, flags: DailyFlags, level: AskedLevel): Promise<Table> {
  const { db, asOf, told } = await tellStores(session, flags);
  const inputs = told.map(({ read, report: { today, against, figures } }) => ({
    read,
    now: today,
    against,
    basis: 'usual' as const,
    figures,
  }));
  return runLevels(db, level, inputs, asOf);
}

interface Told {
  readonly db: Database;
  readonly stores: readonly Store[];
  readonly asOf: Day;
  /** Epoch milliseconds where `asOf` is today, else null. */
  readonly now: number | null;
  readonly stock: StockAtRisk;
  readonly told: readonly { readonly read: StoreRead; readonly report: StoreReport }[];
}

async function tellStores(session: Session, flags: DailyFlags): Promise<Told> {
  const db = await session.database();
  const stores = await session.stores(db);
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const days = new Map(stores.map((store) => [store.name, dayOf(session, store, flags)]));
  const asOf = flags.day === undefined ? session.asOf(stores) : addDays([...days.values()][0] as Day, 1);
  const now = !session.isMorningNamed && flags.day === undefined ? session.context.now() : null;
  const { stockAtRisk } = await import('../../inventory/todo.js');
  const stock = stockAtRisk(db, stores, asOf, now);
  return { db, stores, asOf, now, stock, told: reportStores(db, session, stores, days, stock, await profitsFor(db, stores)) };
}

/** What tells profits. Without any cost there are none, and all that they are reckoned with need not be loaded. */
async function profitsFor(db: Database, stores: readonly Store[]): Promise<ProfitOf> {
  const costs = costEntries(
    db,
    stores.map(({ storeId }) => storeId),
  );
  if (costs.length === 0) return () => [];
  const { profitOfPeriods } = await import('../profit/runProfitOf.js');
  return (store, periods) => profitOfPeriods(db, store, periods);
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
  profitOf: ProfitOf,
): Told['told'] {
  const dayOfStore = (store: Store) => days.get(store.name) as Day;
  const single = (day: Day) => ({ from: day, to: day });
  const asked = stores.map((store) => {
    const day = dayOfStore(store);
    const told = [...new Set([...comparedDays(day), previousDay(day), lastYearDay(day)])];
    return { store, periods: neededDays(day).map(single), told: told.map(single) };
  });
  const targets = targetsOf(session, db);
  return readFacts(db, asked, LOOK_BACK_DAYS).map((read) => {
    const { store, facts, subjects } = read;
    const day = dayOfStore(store);
    const needed = neededDays(day);
    const figures = figuresOfStore(facts, day);
    const info = { name: store.name, platform: store.platform, marketplace: store.marketplace, currency: facts.currency };
    const today = { ...figures({ from: day, to: day }), stockAtRisk: atRiskOf(stock, store.name) };
    const report = analyseStore({
      store: info,
      day,
      figures: new Map(needed.map((each) => [each, each === day ? today : figures({ from: each, to: each })])),
      profitsOf: (each) => new Map(profitOf(store, each.map(single)).map(({ from, profit }) => [from, profit])),
      soldOn: (now, before) => soldOn(db, read, now, before),
      targetOf: targetOf(targets, info, { from: day, to: day }, 'day'),
      hasTraffic: subjects.some(({ subject }) => subject !== 'ads'),
      hasAds: subjects.some(({ subject }) => subject === 'ads'),
      arrived: arrivedOf(learnedArrivals(db, { ...store, currency: facts.currency }, addDays(day, 1)), day, (metric) =>
        youngValue(metric, today),
      ),
      newest: newestDay(facts, subjects),
      foreignOrders: today.foreignOrders,
    });
    return { read, report };
  });
}

/** What the listings sold on the day and on those before, and what carried the move between them. */
function soldOn(db: Database, { store, facts }: StoreRead, now: Figures, before: readonly Figures[]): Sold {
  const periods = [now, ...before].map(({ from, to }) => ({ from, to }));
  const days = periods.map(({ from }) => from);
  const sold = salesByListing(db, store.storeId, days, facts.currency);
  const traffic = trafficByListing(db, store.storeId, days);
  const byItem = traffic.length === 0 ? new Map<string, string>() : soldItems(db, store.storeId, days, facts.currency);
  const divided = [
    { name: 'SKU', elements: soldElements(sold) },
    { name: 'channel', elements: elementsOf(salesByChannel(db, store.storeId, periods, facts.currency), now, before) },
  ];
  return {
    listings: listingDays(sold, traffic, byItem),
    carriers: carriersOfSales(facts, divided, now, before),
  };
}

/** What each listing sold on the day, and the mean of those before, by what sellers call it: two listings may have one SKU. */
function soldElements(sold: readonly SoldListing[]): Element[] {
  const sums = new Map<string, { label: string; before: number; after: number }>();
  for (const { label, now, usual } of sold) {
    const sum = sums.get(label);
    if (sum === undefined) sums.set(label, { label, before: usual, after: now });
    else {
      sum.after += now;
      sum.before += usual;
    }
  }
  return [...sums.values()];
}

/** What is there of a figure whose arrival is learned: of sales and orders by the orders only, not by another report of them. */
function youngValue(metric: ArrivalMetric, { salesSource, ...today }: Figures): number | null {
  const values = { sales: today.sales, orders: today.orders, ad_sales: today.adSales, ad_spend: today.adSpend };
  return (metric === 'sales' || metric === 'orders') && salesSource !== 'orders' ? null : values[metric];
}
