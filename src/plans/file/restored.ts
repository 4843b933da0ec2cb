/** What a plan file that takes a plan back may restore, however wrong it is by today's rules: what that plan took the place of. */

import type { Database } from '../../db/connection.js';
import { isKept, loadPlan } from '../kept/keep.js';
import { targetKey } from '../sound.js';
import { UNDO_OF } from '../verified/verify.js';
import type { Envelope } from './planKeys.js';

/** The old values by target; none in a file that takes nothing back, or of a plan that is not in this database. */
export function restoredValues(db: Database, envelope: Envelope | null): ReadonlyMap<string, string | null> {
  const source = envelope?.kind === 'undo' ? envelope.created_from.params[UNDO_OF] : null;
  if (typeof source !== 'string' || !isKept(db, source)) return new Map();
  return new Map(loadPlan(db, source).states.map(({ change }) => [targetKey(change), change.before]));
}
