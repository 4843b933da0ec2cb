/** What the verbs about KPIs take from their session. */
import { basename } from 'node:path';
import { addDays, type Day, type Period } from '../../core/day.js';
import { UsageError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { ratesUpTo } from '../../facts/rates.js';
import { type Store, storesOf } from '../../facts/stores.js';
import type { StockAtRisk } from '../../inventory/todo.js';
import { datedRateTable } from '../../measures/profit/rates.js';
import type { Session } from '../../session.js';
import { type Exchange, exchangesOn } from './exchange.js';
import { checkTargets } from './targets.js';

/** The targets of the configuration, checked. */
export function targetsOf(session: Session, db: Database): Session['config']['targets'] {
  const { targets } = session.config;
  if (targets) {
    const names = storesOf(db, {}).map((store) => store.name);
    checkTargets(targets, names, basename(session.configFile ?? 'eco.config.yaml'));
  }
  return targets;
}

/** Rates from the currencies of some stores into `to` on a day, as imported tables have them. */
export function exchangesOf(db: Database, currencies: readonly (string | null)[], to: string, day: Day): Map<string, Exchange> {
  const named = [to, ...currencies.filter((currency) => currency !== null)];
  if (named.every((currency) => currency === to)) return new Map();
  return exchangesOn(currencies, to, day, datedRateTable(ratesUpTo(db, day, { since: day, currencies: named })));
}

/** Listings of a store that are sold out or run out soon; null where no snapshot is new enough to tell. */
export function atRiskOf({ out, soon, known }: StockAtRisk, store: string): number | null {
  return known.has(store) ? [...out, ...soon].filter((row) => row.store === store).length : null;
}

/** The last day that is over in all of the stores: they lie in several time zones. */
export function lastDayOver(session: Session, stores: readonly Store[]): Day {
  return stores.map((store) => addDays(session.asOf([store]), -1)).sort()[0] as Day;
}

/** A period that is over; `text`: what named it. */
export function overPeriod(text: string, { from, to }: Period, lastDay: Day): Period {
  if (to <= lastDay) return { from, to };
  if (from > lastDay) throw new UsageError(`${text}: no day of it is over yet; the last one that is: ${lastDay}`);
  throw new UsageError(`${text}: it is not over yet. As far as it is: ${from}..${lastDay}`);
}
