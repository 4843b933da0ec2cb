/**
 * The database as it would be had nothing been imported after a time: a copy in memory with the later imports withdrawn, folded
 * again. Exact by construction, and as slow as a fold.
 */
import type { Database } from '../db/connection.js';
import { copyInMemory } from '../db/maintenance.js';
import { foldsDue } from '../facts/imports.js';
import { foldEverything } from './folding.js';

export function databaseKnownAt(db: Database, epochSeconds: number): Database {
  const copy = copyInMemory(db);
  const later = copy
    .prepare("UPDATE imports SET status = 'withdrawn' WHERE imported_at > ? AND status IN ('imported', 'partial')")
    .run(epochSeconds).changes;
  if (later > 0 || foldsDue(copy).length > 0) foldEverything(copy);
  copy.pragma('query_only = ON');
  return copy;
}
