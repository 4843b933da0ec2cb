/**
 * Rows sorted by unit, for the rare file whose units are scattered over it: they are put into a temporary table (on disk, so
 * memory stays bounded) and come back unit by unit, within a unit in the order of the file.
 */

import type { FieldValue } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import { BATCH_ROWS, type RecordBatch } from '../platforms/rowReader.js';

export interface Spool {
  add(batch: RecordBatch): void;
}

export function spool(db: Database): Spool {
  db.exec('DROP TABLE IF EXISTS temp.spooled_rows');
  db.exec('CREATE TEMP TABLE spooled_rows (unit TEXT NOT NULL, line INTEGER NOT NULL, record TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO temp.spooled_rows (unit, line, record) VALUES (?, ?, ?)');
  return {
    add(batch) {
      const names = Object.keys(batch.columns);
      for (let at = 0; at < batch.count; at++) {
        const record = names.map((name) => (batch.columns[name] as FieldValue[])[at]);
        insert.run(batch.columns.unit?.[at], batch.columns.line?.[at], JSON.stringify([names, record]));
      }
    },
  };
}

export function* sortedBatches(db: Database): Generator<RecordBatch> {
  db.exec('DROP TABLE IF EXISTS temp.sorted_rows');
  db.exec('CREATE TEMP TABLE sorted_rows AS SELECT record FROM temp.spooled_rows ORDER BY unit, line');
  db.exec('DROP TABLE temp.spooled_rows');
  // A page at a time: a statement that is still being read would keep others from writing.
  const page = db.prepare('SELECT record FROM temp.sorted_rows WHERE rowid > ? ORDER BY rowid LIMIT ?').pluck();
  for (let from = 0; ; from += BATCH_ROWS) {
    const rows = page.all(from, BATCH_ROWS) as string[];
    if (rows.length === 0) break;
    yield batchOf(rows);
  }
  db.exec('DROP TABLE temp.sorted_rows');
}

function batchOf(rows: readonly string[]): RecordBatch {
  const parsed = rows.map((row) => JSON.parse(row) as [string[], FieldValue[]]);
  const names = (parsed[0] as [string[], FieldValue[]])[0];
  const columns = Object.fromEntries(names.map((name, index) => [name, parsed.map(([, values]) => values[index] as FieldValue)]));
  return { count: rows.length, columns };
}
