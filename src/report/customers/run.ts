/** Runs `eco report customers`: who buys, how often, and who comes again; no buyer is named. */
import { addDays, type Day } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { withCurrency } from '../../facts/salesQueries.js';
import type { Store } from '../../facts/stores.js';
import type { Session } from '../../session.js';
import { cohorts, MOST_PURCHASES, medianGap, repeatRate, segments } from './customers.js';
import { buyersByCohort, buyersByRecency, buyersOfPeriod, knownBuyers } from './queries.js';
import { BY, type By, customersTable, type StoreCustomers } from './tables.js';

export interface CustomersFlags {
  readonly by?: string;
  readonly days?: string;
}

const DEFAULT_DAYS = 365;
const MOST_DAYS = 3660;

export async function runCustomers(session: Session, flags: CustomersFlags): Promise<void> {
  const by = (flags.by ?? 'store') as By;
  if (!BY.includes(by)) throw new UsageError(`--by ${flags.by}: one of ${BY.join(', ')} expected`);
  const days = flags.days === undefined ? DEFAULT_DAYS : Number(flags.days);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new UsageError(`--days ${flags.days}: a whole number of days from 1 to ${MOST_DAYS} expected`);
  const db = await session.database();
  const stores = withCurrency(db, await session.stores(db));
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const asOf = session.asOf(stores);
  const period = { from: addDays(asOf, -days), to: addDays(asOf, -1) };
  const told = stores.map((store) => customersOf(db, store, period.from, asOf));
  await session.print(customersTable(by, { asOf, period, stores: told }));
}

function customersOf(db: Database, store: Store, from: Day, asOf: Day): StoreCustomers {
  const scope = { storeId: store.storeId, currency: store.currency, to: addDays(asOf, -1) };
  const byRecency = buyersByRecency(db, scope, MOST_PURCHASES);
  const byCohort = buyersByCohort(db, scope);
  const known = knownBuyers(db, scope);
  // What happened after the newest order is unknown, not nothing.
  const knownTo = known.lastDay ?? scope.to;
  return {
    store: store.name,
    currency: store.currency,
    known,
    period: buyersOfPeriod(db, { ...scope, from }),
    repeatRate: repeatRate(byRecency),
    medianGapDays: medianGap(byCohort),
    segments: segments(byRecency, addDays(knownTo, 1)),
    cohorts: cohorts(byCohort, knownTo),
  };
}
