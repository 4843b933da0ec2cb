/** What departments ask of the catalogue before they look at it. */
import type { Database } from '../db/connection.js';

/** Whether any of the stores has a catalogue. */
export function hasListings(db: Database, storeIds: readonly number[]): boolean {
  const ask = db.prepare('SELECT 1 FROM json_each(?) s WHERE EXISTS (SELECT 1 FROM listings l WHERE l.store_id = s.value) LIMIT 1');
  return ask.get(JSON.stringify(storeIds)) !== undefined;
}
