/**
 * How a file of orders gets into the tables, by its size against what stands there. Sorting an index once is far cheaper than a
 * million insertions at random places of it (measured; see bench/):
 *
 * - into empty tables: rows are appended, the indexes made after; that of days at once while the orders come in the order of their
 *   days, as reports have them, since it is then appended to as well, in time that the thread which reads the file needs anyway; that of
 *   buyers, too, as long as the report names none;
 * - a large file: orders wait in a temporary table while the standing ones are looked up; then all are appended and the indexes
 *   made again. A set of hashes tells at once which orders cannot be there yet;
 * - a small one: row by row, indexes kept.
 */
import { type Database, usualCache, writeOutBeside } from '../db/connection.js';
import { ScatteredUnits } from './fold.js';
import { UnitSet } from './unitSet.js';

export interface OrderLoading {
  /** Where heads of orders are to be inserted. */
  readonly headTable: string;
  /** False only when no order of this id stands in the account. */
  mayStand(orderId: string): boolean;
  /** Whether `finish` would notice an order that came twice, by throwing `ScatteredUnits`. */
  readonly noticesRepeats: boolean;
  /** Told of every batch before it is written: how many orders it has, how many of them are out of the order of days, and whether it names buyers. */
  expect(orders: number, outOfOrder: number, namesBuyers: boolean): void;
  /** Puts everything in its place. */
  finish(): void;
}

const BY_DAY = 'order_heads_by_day';
/** Has no entry of an order without a buyer. */
const BY_BUYER = 'order_heads_by_buyer';
/** From this share of orders out of order on, the index of days is better made at the end. */
const DISORDER = 0.05;

/** Below this many rows a file is small against any table. */
const SMALL_ROWS = 50_000;

export function orderLoading(db: Database, accountId: number, expectedRows: number): OrderLoading {
  const standing = Number(db.prepare('SELECT coalesce(max(order_pk), 0) FROM order_heads').pluck().get());
  if (standing === 0) return intoEmpty(db);
  if (expectedRows >= SMALL_ROWS && expectedRows * 4 > standing) return largeFile(db, accountId, standing);
  return { headTable: 'order_heads', mayStand: () => true, noticesRepeats: false, expect: () => undefined, finish: () => undefined };
}

function intoEmpty(db: Database): OrderLoading {
  const indexes = dropIndexes(db, ['order_heads', 'order_lines']);
  smallCache(db);
  let areDaysIndexed: boolean | null = null;
  indexes.restore(BY_BUYER);
  let areBuyersIndexed = true;
  return {
    headTable: 'order_heads',
    mayStand: () => false,
    noticesRepeats: true,
    expect(orders, outOfOrder, namesBuyers) {
      if (areBuyersIndexed && namesBuyers) {
        indexes.drop(BY_BUYER);
        areBuyersIndexed = false;
      }
      const isInOrder = outOfOrder <= orders * DISORDER;
      if (areDaysIndexed === null && isInOrder) indexes.restore(BY_DAY);
      else if (areDaysIndexed && !isInOrder) indexes.drop(BY_DAY);
      areDaysIndexed = areDaysIndexed !== false && isInOrder;
    },
    finish() {
      writeOutBeside(db);
      try {
        indexes.restoreAll();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'SQLITE_CONSTRAINT_UNIQUE') throw new ScatteredUnits();
        throw error;
      } finally {
        usualCache(db);
      }
    },
  };
}

function largeFile(db: Database, accountId: number, standing: number): OrderLoading {
  const known = new UnitSet(standing);
  for (const id of db.prepare('SELECT order_id FROM order_heads WHERE account_id = ?').pluck().iterate(accountId)) known.add(id as string);
  db.exec('DROP TABLE IF EXISTS temp.waiting_heads; CREATE TEMP TABLE waiting_heads AS SELECT * FROM order_heads WHERE 0');
  const lines = dropIndexes(db, ['order_lines']);
  return {
    headTable: 'temp.waiting_heads',
    mayStand: (orderId) => known.has(orderId),
    noticesRepeats: false,
    expect: () => undefined,
    finish() {
      smallCache(db);
      try {
        const heads = dropIndexes(db, ['order_heads']);
        db.exec('INSERT INTO order_heads SELECT * FROM temp.waiting_heads; DROP TABLE temp.waiting_heads');
        heads.restoreAll();
        lines.restoreAll();
      } finally {
        usualCache(db);
      }
    },
  };
}

/** Indexes that are away for a while. */
interface Dropped {
  restore(name: string): void;
  /** Drops one again that was restored. */
  drop(name: string): void;
  restoreAll(): void;
}

/** Drops the named indexes of tables. */
function dropIndexes(db: Database, tables: readonly string[]): Dropped {
  const indexes = db
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (SELECT value FROM json_each(?))",
    )
    .all(JSON.stringify(tables)) as { name: string; sql: string }[];
  const away = new Map<string, string>();
  const drop = (name: string) => {
    away.set(name, indexes.find((index) => index.name === name)?.sql as string);
    db.exec(`DROP INDEX ${name}`);
  };
  const restore = (name: string) => {
    db.exec(away.get(name) as string);
    away.delete(name);
  };
  for (const { name } of indexes) drop(name);
  return {
    drop,
    restore,
    restoreAll() {
      // One beside this one sorts; more are no faster.
      db.pragma('threads = 1');
      try {
        for (const name of [...away.keys()]) restore(name);
      } finally {
        db.pragma('threads = 0');
      }
    },
  };
}

/**
 * Rows are only appended and sorted: a cache as small as this leaves room in the processor's own. With a larger one SQLite would also
 * sort in larger pieces than the 250 pages, 2 MB, that are the least; those of 8 MB take a third longer, of 64 MB twice as long.
 */
const SMALL_CACHE_KB = 500;

function smallCache(db: Database): void {
  db.pragma(`cache_size = -${SMALL_CACHE_KB}`);
}
