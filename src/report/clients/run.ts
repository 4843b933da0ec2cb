/** Runs `eco report clients`: a line a client, for agencies. */
import { addDays, type Day, type Period } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import { withCurrency } from '../../facts/salesQueries.js';
import { LOOK_BACK_DAYS } from '../../measures/coverage.js';
import { currencyOption } from '../../measures/profit/options.js';
import type { Session } from '../../session.js';
import { comparedFigures } from '../kpis/compared.js';
import { comparedIn, type Exchange, exchangeNotes, figuresIn, SAME_RATE } from '../kpis/exchange.js';
import { readFacts, type StoreRead } from '../kpis/factQueries.js';
import { figuresOfStore } from '../kpis/periodFigures.js';
import { atRiskOf, exchangesOf } from '../kpis/run.js';
import { newestDay } from '../kpis/storeFacts.js';
import { profitOfPeriods } from '../profit/runProfitOf.js';
import { type ClientStore, clientsTable } from './clients.js';

const DEFAULT_DAYS = 7;
const MOST_DAYS = 366;
/** 52 weeks: the same weekdays. */
const YEAR_DAYS = 364;

export interface ClientsFlags {
  readonly days?: string;
  readonly currency?: string;
}

export async function runClients(session: Session, flags: ClientsFlags): Promise<void> {
  const days = flags.days === undefined ? DEFAULT_DAYS : Number(flags.days);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new UsageError(`--days ${flags.days}: a whole number of days from 1 to ${MOST_DAYS} expected`);
  const to = flags.currency === undefined ? null : currencyOption(flags.currency);
  const db = await session.database();
  const stores = withCurrency(db, await session.stores(db));
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const asOf = session.asOf(stores);
  const now = session.isMorningNamed ? null : session.context.now();
  const { stockAtRisk } = await import('../../inventory/todo.js');
  const stock = stockAtRisk(db, stores, asOf, now);
  const period = { from: addDays(asOf, -days), to: addDays(asOf, -1) };
  const periods = [period, back(period, days), back(period, YEAR_DAYS)] as const;
  const read = readFacts(
    db,
    stores.map((store) => ({ store, periods })),
    LOOK_BACK_DAYS,
    (store, days) => profitOfPeriods(db, store, days),
  );
  const told = read.map((each) => ({ ...clientStore(each, periods), stockAtRisk: atRiskOf(stock, each.store.name) }));
  if (to === null) return session.print(clientsTable(told, period, asOf));
  const infos = told.map(({ store }) => store);
  const exchanges = exchangesOf(
    db,
    infos.map(({ currency }) => currency),
    to,
    period.to,
  );
  const converted = told.map((each) => inCurrency(each, exchanges.get(each.store.currency ?? '')));
  const notes = exchangeNotes(infos, to, period.to, exchanges);
  await session.print(clientsTable(converted, period, asOf, exchanges.size > 0 ? [...notes, SAME_RATE] : notes));
}

function inCurrency(each: ClientStore, exchange: Exchange | undefined): ClientStore {
  if (!exchange) return each;
  const store = { ...each.store, currency: exchange.to };
  return { ...each, store, now: figuresIn(each.now, exchange), figures: comparedIn(each.figures, exchange) };
}

function back({ from, to }: Period, days: number): Period {
  return { from: addDays(from, -days), to: addDays(to, -days) };
}

function clientStore({ store, facts, subjects }: StoreRead, periods: readonly [Period, Period, Period]): Omit<ClientStore, 'stockAtRisk'> {
  const [period, before, lastYear] = periods;
  const figures = figuresOfStore(facts, period.to);
  const now = figures(period);
  const against = { previous: [figures(before)], usual: [], lastYear: [figures(lastYear)] };
  return {
    client: store.client,
    store: { name: store.name, platform: store.platform, marketplace: store.marketplace, currency: facts.currency },
    now,
    figures: comparedFigures(now, against, 'previous', () => null),
    basis: 'previous',
    newest: newestDay(facts, subjects) as Day | null,
  };
}
