/** What the verbs about KPIs take from their session. */
import { basename } from 'node:path';
import type { Database } from '../../db/connection.js';
import { storesOf } from '../../facts/stores.js';
import type { StockAtRisk } from '../../inventory/todo.js';
import type { Session } from '../../session.js';
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

/** Listings of a store that are sold out or run out soon; null where no snapshot is new enough to tell. */
export function atRiskOf({ out, soon, known }: StockAtRisk, store: string): number | null {
  return known.has(store) ? [...out, ...soon].filter((row) => row.store === store).length : null;
}
