/** What people read on their platform's page about the health of a shop: a metric's value of a day. The later word about a day counts. */
import type { Day, Period } from '../core/day.js';
import { type Database, inTransaction } from '../db/connection.js';

export interface HealthReading {
  readonly metric: string;
  readonly day: Day;
  /** A ratio, or a score on its own scale; null: none of that day any more. */
  readonly value: number | null;
}

export function recordHealth(db: Database, storeId: number, readings: readonly HealthReading[], saidAt: number): void {
  const forget = db.prepare('DELETE FROM own_health WHERE store_id = ? AND metric = ? AND day = ?');
  const put = db.prepare('INSERT INTO own_health (store_id, metric, day, value, said_at) VALUES (?, ?, ?, ?, ?)');
  inTransaction(db, () => {
    for (const { metric, day, value } of readings) {
      forget.run(storeId, metric, day);
      if (value !== null) put.run(storeId, metric, day, value, saidAt);
    }
  });
}

/** By metric and day. */
export function recordedHealth(db: Database, storeId: number, period: Period): (HealthReading & { readonly value: number })[] {
  return db
    .prepare('SELECT metric, day, value FROM own_health WHERE store_id = @storeId AND day BETWEEN @from AND @to ORDER BY metric, day')
    .all({ storeId, ...period }) as (HealthReading & { readonly value: number })[];
}
