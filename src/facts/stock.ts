/**
 * Stock: how many of an item lie where at a moment. The unit is an item at a location at a moment, so snapshots of different
 * moments stand beside each other and none is ever replaced by a later one.
 */
import type { Database } from '../db/connection.js';
import { type Batch, BehindNewer, type FoldContext, noCounts, type StepCounts, type SubjectWriter } from './fold.js';
import { itemLookup } from './items.js';

interface StockRecord {
  location: string;
  onHand?: number | null;
  available?: number | null;
  committed?: number | null;
  reserved?: number | null;
  unsellable?: number | null;
  inbound?: number | null;
  ages?: unknown;
}

export function stockWriter(db: Database, fold: FoldContext): SubjectWriter {
  const counts = noCounts();
  const lookup = itemLookup(db);
  const put = db.prepare(
    `INSERT INTO stock (store_id, item_pk, location, taken_at, on_hand, available, committed, reserved, unsellable, inbound, ages, import_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET on_hand = excluded.on_hand, available = excluded.available, committed = excluded.committed,
       reserved = excluded.reserved, unsellable = excluded.unsellable, inbound = excluded.inbound, ages = excluded.ages,
       import_id = excluded.import_id`,
  );
  const standing = db.prepare(
    'SELECT on_hand, available, committed, reserved, unsellable, inbound, ages FROM stock WHERE store_id = ? AND item_pk = ? AND location = ? AND taken_at = ?',
  );

  function apply(batch: Batch): void {
    const { unit, item, stock, storeBy, stampAt } = batch.columns;
    for (let at = 0; at < batch.count; at++) {
      if (fold.rejectedUnits.has(unit?.[at] as string)) {
        counts.leftOut++;
        continue;
      }
      const json = stock?.[at] as string | null;
      if (json === null) {
        counts.unchanged++;
        continue;
      }
      const { storeId } = fold.storeOf((storeBy?.[at] ?? null) as string | null);
      const itemPk = lookup(storeId, item?.[at] as string);
      const takenAt = (stampAt?.[at] ?? fold.evidenceAt) as number;
      let outcome: 'added' | 'changed' | 'unchanged' = 'unchanged';
      for (const record of JSON.parse(json) as StockRecord[]) {
        const values = quantities(record);
        const before = standing.raw().get(storeId, itemPk, record.location, takenAt) as unknown[] | undefined;
        if (before && !fold.newest) throw new BehindNewer();
        if (before?.every((value, index) => value === values[index])) continue;
        if (!before) outcome = 'added';
        else if (outcome === 'unchanged') outcome = 'changed';
        put.run(storeId, itemPk, record.location, takenAt, ...values, fold.importId);
      }
      counts[outcome]++;
    }
  }

  return { apply, finish: (): StepCounts => counts };
}

function quantities(record: StockRecord): (number | string | null)[] {
  const { onHand, available, committed, reserved, unsellable, inbound, ages } = record;
  return [
    onHand ?? null,
    available ?? null,
    committed ?? null,
    reserved ?? null,
    unsellable ?? null,
    inbound ?? null,
    ages === undefined ? null : JSON.stringify(ages),
  ];
}

/** Takes an account's stock away, to fold it again. */
export function clearStock(db: Database, accountId: number): void {
  db.prepare('DELETE FROM stock WHERE store_id IN (SELECT store_id FROM stores WHERE account_id = ?)').run(accountId);
}
