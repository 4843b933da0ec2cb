/** What bare `eco` asks: a few rows each, so that it answers at once. */
import type { Database } from '../../db/connection.js';

export interface StoreGlance {
  readonly storeId: number;
  readonly name: string;
  readonly platform: string;
  readonly marketplace: string | null;
  readonly currency: string | null;
  readonly timeZone: string;
  readonly assumed: number;
  readonly listings: number;
  /** How new the newest file of the store is, epoch seconds. */
  readonly evidenceAt: number | null;
}

export function glanceAtStores(db: Database): StoreGlance[] {
  return db
    .prepare(
      `SELECT s.store_id AS storeId, s.name, a.platform, s.marketplace, s.currency, s.time_zone AS timeZone, s.assumed,
         (SELECT count(*) FROM listings l WHERE l.store_id = s.store_id AND l.removed_at IS NULL AND l.role IS NOT 'parent') AS listings,
         (SELECT max(evidence_at) FROM imports i WHERE i.store_id = s.store_id AND i.status IN ('imported', 'partial')) AS evidenceAt
       FROM stores s JOIN accounts a USING (account_id) ORDER BY s.name`,
    )
    .all() as StoreGlance[];
}

export interface LastImport {
  readonly importedAt: number;
  readonly files: number;
  readonly rejected: number;
}

/** The files of the last import: those of its hour. Rejected ones that came in well later are none of them. */
export function lastImport(db: Database): LastImport | null {
  const found = db
    .prepare(
      `SELECT max(imported_at) AS importedAt, count(*) AS files, coalesce(sum(status = 'rejected'), 0) AS rejected
       FROM imports WHERE imported_at > (SELECT max(imported_at) FROM imports) - 3600`,
    )
    .get() as Omit<LastImport, 'importedAt'> & { importedAt: number | null };
  return found.importedAt === null ? null : (found as LastImport);
}

/** Whether facts wait to be brought up to date, after an import that was interrupted or a store that was changed. */
export function hasFoldsDue(db: Database): boolean {
  return db.prepare('SELECT 1 FROM folds_due LIMIT 1').get() !== undefined;
}

/** Whether anything is known that a day can be told from. */
export function knowsSales(db: Database): boolean {
  return db.prepare('SELECT EXISTS (SELECT 1 FROM order_heads) OR EXISTS (SELECT 1 FROM period_units)').pluck().get() === 1;
}
