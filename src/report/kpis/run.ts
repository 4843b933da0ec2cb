/** What the verbs about KPIs take from their session. */
import { basename } from 'node:path';
import type { Database } from '../../db/connection.js';
import { storesOf } from '../../facts/stores.js';
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
