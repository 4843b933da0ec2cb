/** Runs `eco report compare A B`: two periods of each store, or two stores in one period. */
import { addDays, type Day, type Period } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { type Store, storesOf } from '../../facts/stores.js';
import { LOOK_BACK_DAYS } from '../../measures/coverage.js';
import { currencyOption } from '../../measures/profit/options.js';
import type { Session } from '../../session.js';
import { type Dimension, explain } from '../kpis/adtributor.js';
import { parsePeriod } from '../kpis/calendar.js';
import { carriersOfSales, elementsOf, isDivided } from '../kpis/carriers.js';
import { type SalesPart, salesByChannel, salesBySku } from '../kpis/dimensionQueries.js';
import { type Exchange, exchanged, exchangeNotes, figuresIn } from '../kpis/exchange.js';
import { readFacts, type StoreRead } from '../kpis/factQueries.js';
import { figuresOfStore, type PeriodFigures } from '../kpis/periodFigures.js';
import { exchangesOf, lastDayOver, overPeriod } from '../kpis/run.js';
import { profitOfPeriods } from '../profit/runProfitOf.js';
import { comparePage } from './comparePage.js';
import { type Comparison, compareSides, overlap, type Side } from './comparison.js';

export interface CompareFlags {
  readonly period?: string;
  readonly currency?: string;
}

const USUAL_DAYS = 28;

export async function runCompare(session: Session, a: string, b: string, flags: CompareFlags): Promise<void> {
  const db = await session.database();
  const known = storesOf(db, {});
  if (known.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const [one, other] = [a, b].map((name) => known.find((store) => store.name === name));
  if (one && other) {
    if (one === other) throw new UsageError(`${a} is one store: two different stores, or two periods, are compared`);
    if (session.flags.store !== undefined || session.flags.client !== undefined)
      throw new UsageError('--store and --client choose whose periods are compared; A and B are stores themselves');
    const period = periodOf(flags, lastDayOver(session, [one, other]));
    const to = flags.currency === undefined ? null : currencyOption(flags.currency);
    await session.print(comparePage([compareStores(db, one, other, period, to)], session.asOf([one, other])));
    return;
  }
  const stores = await session.stores(db);
  const lastDay = lastDayOver(session, stores);
  const periods = [namedPeriod(a, lastDay, known), namedPeriod(b, lastDay, known)] as [Period, Period];
  if (flags.period !== undefined) throw new UsageError('--period goes with two stores; A and B are periods themselves');
  if (flags.currency !== undefined) throw new UsageError('--currency goes with two stores; the periods of one have one currency');
  const shared = overlap(...periods);
  if (shared) throw new UsageError(`${a} and ${b} share ${shared}: periods that overlap cannot be taken from each other`);
  await session.print(comparePage(comparePeriods(db, stores, periods, [a, b]), session.asOf(stores)));
}

function namedPeriod(text: string, lastDay: Day, known: readonly Store[]): Period {
  const period = parsePeriod(text, lastDay);
  if (period) return overPeriod(text, period, lastDay);
  const stores = known.map((store) => store.name).join(', ');
  throw new UsageError(`${text}: two periods such as 2026-10, W47 or 2026-10-01..2026-10-31 expected, or two stores of ${stores}`);
}

/** Of two stores: the four weeks before the morning, or what was asked for. */
function periodOf(flags: CompareFlags, lastDay: Day): Period {
  if (flags.period === undefined) return { from: addDays(lastDay, 1 - USUAL_DAYS), to: lastDay };
  const period = parsePeriod(flags.period, lastDay);
  if (period) return overPeriod(`--period ${flags.period}`, period, lastDay);
  throw new UsageError(`--period ${flags.period}: a period such as 2026-10, W47 or 2026-10-01..2026-10-31 expected`);
}

function comparePeriods(
  db: Database,
  stores: readonly Store[],
  [a, b]: readonly [Period, Period],
  labels: readonly [string, string],
): Comparison[] {
  const periods = [a, b].map(({ from, to }) => ({ from, to })) as [Period, Period];
  const read = readFacts(
    db,
    stores.map((store) => ({ store, periods })),
    LOOK_BACK_DAYS,
    (store, days) => profitOfPeriods(db, store, days),
  );
  return read.map((each) => {
    const [now, before] = figuresOf(each, periods) as [PeriodFigures, PeriodFigures];
    const { storeId } = each.store;
    const divided = [
      { name: 'SKU', elements: elementsOf(salesBySku(db, storeId, periods, each.facts.currency), now, [before]) },
      { name: 'channel', elements: elementsOf(salesByChannel(db, storeId, periods, each.facts.currency), now, [before]) },
    ];
    const carriers = carriersOfSales(each.facts, divided, now, [before]);
    return compareSides({ a: sideOf(labels[0], each, now), b: sideOf(labels[1], each, before), carriers, exchangeNotes: [] });
  });
}

/** `currency`: that both are told in; null: A's. */
function compareStores(db: Database, a: Store, b: Store, period: Period, currency: string | null): Comparison {
  const asked = [a, b].map((store) => ({ store, periods: [period] }));
  const [one, other] = readFacts(db, asked, LOOK_BACK_DAYS, (store, days) => profitOfPeriods(db, store, days)) as [StoreRead, StoreRead];
  const [now, before] = [one, other].map((read) => figuresOf(read, [period])[0]) as [PeriodFigures, PeriodFigures];
  const named = [one, other].map(({ store, facts }) => ({ name: store.name, currency: facts.currency }));
  const to = currency ?? one.facts.currency ?? other.facts.currency;
  const currencies = named.map((store) => store.currency);
  const exchanges = to === null ? new Map<string, Exchange>() : exchangesOf(db, currencies, to, period.to);
  const exchangeFor = ({ facts }: StoreRead) => exchanges.get(facts.currency ?? '') ?? null;
  return compareSides({
    a: sideOf(a.name, one, now, exchangeFor(one)),
    b: sideOf(b.name, other, before, exchangeFor(other)),
    carriers: explain(skusOf(db, one, other, period, exchangeFor).filter(isDivided)),
    exchangeNotes: to === null ? [] : exchangeNotes(named, to, period.to, exchanges),
  });
}

/** Sales of both stores by SKU: what one sells that the other does not. */
function skusOf(
  db: Database,
  one: StoreRead,
  other: StoreRead,
  period: Period,
  exchangeFor: (read: StoreRead) => Exchange | null,
): Dimension[] {
  const partsOf = (read: StoreRead) => {
    const exchange = exchangeFor(read);
    const parts = salesBySku(db, read.store.storeId, [period], read.facts.currency);
    return exchange === null ? parts : parts.map((part) => ({ ...part, sales: exchanged(part.sales, exchange) }));
  };
  const [after, before] = [partsOf(one), partsOf(other)];
  const sum = (parts: readonly SalesPart[], label: string) =>
    parts.reduce((total, part) => total + (part.label === label ? part.sales : 0), 0);
  const labels = [...new Set([...after, ...before].map(({ label }) => label))];
  return [{ name: 'SKU', elements: labels.map((label) => ({ label, before: sum(before, label), after: sum(after, label) })) }];
}

function figuresOf({ facts }: StoreRead, periods: readonly Period[]): PeriodFigures[] {
  const days = periods.flatMap(({ from, to }) => [from, to]).sort();
  return periods.map(figuresOfStore(facts, days.at(-1) as Day));
}

function sideOf(label: string, { store, facts }: StoreRead, own: PeriodFigures, exchange: Exchange | null = null): Side {
  const currency = exchange?.to ?? facts.currency;
  const info = { name: store.name, platform: store.platform, marketplace: store.marketplace, currency };
  return { label, store: info, figures: exchange === null ? own : figuresIn(own, exchange), foreignOrders: own.foreignOrders };
}
