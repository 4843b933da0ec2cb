/** Runs `eco report weekly` and `eco report monthly`: asks the facts about three periods of each store, and prints what comes of them. */
import { addDays, type Day, type Period } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import type { Page } from '../../core/page.js';
import type { Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import type { Store } from '../../facts/stores.js';
import type { StockAtRisk } from '../../inventory/todo.js';
import { daysOf, LOOK_BACK_DAYS } from '../../measures/coverage.js';
import type { Session } from '../../session.js';
import { parsePeriod, periodAround, periodBefore } from '../kpis/calendar.js';
import { carriersOfSales, elementsOf } from '../kpis/carriers.js';
import { salesByChannel, salesBySku } from '../kpis/dimensionQueries.js';
import { readFacts, type StoreRead } from '../kpis/factQueries.js';
import { figuresOfStore } from '../kpis/periodFigures.js';
import { atRiskOf, lastDayOver, targetsOf } from '../kpis/run.js';
import { targetOf } from '../kpis/targets.js';
import { type AskedLevel, type LevelFlags, levelOption, runLevels } from '../levels/run.js';
import { profitOfPeriods } from '../profit/runProfitOf.js';
import { analysePeriod, type PeriodReport, type Periods, periodsOf } from './period.js';
import { periodPage } from './periodPage.js';

export interface PeriodFlags extends LevelFlags {
  readonly period?: string;
}

type Span = 'week' | 'month';

export async function runPeriodic(session: Session, span: Span, flags: PeriodFlags): Promise<void> {
  const level = levelOption(flags);
  await session.print(level ? await periodLevels(session, span, flags, level) : await periodReport(session, span, flags));
}

export async function periodReport(session: Session, span: Span, flags: PeriodFlags): Promise<Page> {
  const { told, asOf } = await tellStores(session, span, flags);
  return periodPage(
    told.map(({ report }) => report),
    asOf,
  );
}

async function periodLevels(session: Session, span: Span, flags: PeriodFlags, level: AskedLevel): Promise<Table> {
  const { db, told, asOf } = await tellStores(session, span, flags);
  const inputs = told.map(({ read, report: { now, against, figures } }) => ({ read, now, against, basis: 'previous' as const, figures }));
  return runLevels(db, level, inputs, asOf);
}

interface Told {
  readonly db: Database;
  readonly asOf: Day;
  readonly told: readonly { readonly read: StoreRead; readonly report: PeriodReport }[];
}

async function tellStores(session: Session, span: Span, flags: PeriodFlags): Promise<Told> {
  const db = await session.database();
  const stores = await session.stores(db);
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const told = await reportsOf(session, db, askedPeriods(session, stores, span, flags));
  return { db, told, asOf: session.asOf(stores) };
}

/** The last week or month that is over in all stores, or the one that was asked for: of each store as far as it is over there. */
function askedPeriods(session: Session, stores: readonly Store[], span: Span, flags: PeriodFlags): { store: Store; periods: Periods }[] {
  const lastDayOf = (store: Store) => addDays(session.asOf([store]), -1);
  const earliest = lastDayOver(session, stores);
  const whole = flags.period === undefined ? lastOver(earliest, span) : namedPeriod(flags.period, span, earliest);
  const early = stores.find((store) => whole.from > lastDayOf(store));
  if (early)
    throw new UsageError(`--period ${flags.period}: no day of it is over in ${early.name} on the morning of ${session.asOf([early])}`);
  return stores.map((store) => ({ store, periods: periodsOf(whole, span, lastDayOf(store)) }));
}

function lastOver(lastDay: Day, span: Span): Period {
  const around = periodAround(lastDay, span);
  return around.to === lastDay ? around : periodBefore(around, span);
}

function namedPeriod(text: string, span: Span, today: Day): Period {
  const named = parsePeriod(text, today);
  if (named?.span === span) return { from: named.from, to: named.to };
  const example = span === 'week' ? 'a week such as 2026-W47 or W47' : 'a month such as 2026-10';
  throw new UsageError(`--period ${text}: ${example} expected. Two periods of any length: eco report compare A B`);
}

async function reportsOf(
  session: Session,
  db: Database,
  asked: readonly { readonly store: Store; readonly periods: Periods }[],
): Promise<Told['told']> {
  const { stockAtRisk } = await import('../../inventory/todo.js');
  const read = readFacts(
    db,
    asked.map(({ store, periods: { now, before, lastYear } }) => ({ store, periods: [now, before, lastYear] })),
    LOOK_BACK_DAYS,
    (store, days) => profitOfPeriods(db, store, days),
  );
  const targets = targetsOf(session, db);
  return read.map((each, at) => {
    const { periods } = asked[at] as { periods: Periods };
    // Stock of the morning after the period.
    const stock = stockAtRisk(db, [each.store], addDays(periods.now.to, 1), null);
    const report = reportOf(db, each, periods, stock, (info) => targetOf(targets, info, periods.whole, periods.span));
    return { read: each, report };
  });
}

function reportOf(
  db: Database,
  { store, facts, subjects }: StoreRead,
  periods: Periods,
  stock: StockAtRisk,
  targetsFor: (store: { readonly name: string; readonly currency: string | null }) => ReturnType<typeof targetOf>,
): PeriodReport {
  const { now, before, lastYear } = periods;
  const figures = figuresOfStore(facts, now.to);
  const info = { name: store.name, platform: store.platform, marketplace: store.marketplace, currency: facts.currency };
  const current = { ...figures(now), stockAtRisk: atRiskOf(stock, store.name) };
  const earlier = figures(before);
  const sides: Period[] = [now, before];
  const divided = [
    { name: 'SKU', elements: elementsOf(salesBySku(db, store.storeId, sides, facts.currency), now, [before]) },
    { name: 'channel', elements: elementsOf(salesByChannel(db, store.storeId, sides, facts.currency), now, [before]) },
  ];
  return analysePeriod({
    store: info,
    periods,
    now: current,
    before: earlier,
    lastYear: figures(lastYear),
    // A week is told with the one before it: seven days make no curve.
    days: daysOf({ from: periods.span === 'week' ? before.from : now.from, to: now.to }).map((day) => figures({ from: day, to: day })),
    daysBefore: daysOf(before).map((day) => figures({ from: day, to: day }).sales),
    carriers: carriersOfSales(facts, divided, current, [earlier]),
    targetOf: targetsFor(info),
    hasTraffic: subjects.some(({ subject }) => subject !== 'ads') || facts.traffic.length > 0,
    hasAds: facts.ads.length > 0,
    foreignOrders: current.foreignOrders,
  });
}
