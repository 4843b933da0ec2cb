/** Rows by the dozen: whatever they hold and however they are cut, they are in the table as they were added. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulkInsert, type SqlValue } from '../../src/db/bulkInsert.js';
import { openDatabase } from '../../src/db/connection.js';

function tableOf(rows: readonly (readonly SqlValue[])[], flushAfter: ReadonlySet<number>): unknown[] {
  const db = openDatabase(':memory:');
  try {
    db.exec('CREATE TABLE t (pk INTEGER PRIMARY KEY, told INTEGER, day TEXT, amount INTEGER, source INTEGER) STRICT');
    const insert = bulkInsert(db, 't', { each: ['pk', 'day', 'amount'], alike: 'day', constants: { source: 7, told: 2 } });
    rows.forEach((row, at) => {
      insert.add(row);
      if (flushAfter.has(at)) insert.flush();
    });
    insert.flush();
    insert.flush();
    return db.prepare('SELECT pk, day, amount, source, told FROM t ORDER BY pk').raw().all();
  } finally {
    db.close();
  }
}

/** Days in runs, as files of orders have them: mostly that of the row before. */
const days = fc
  .array(fc.tuple(fc.constantFrom('2026-11-01', '2026-11-02', '', null), fc.integer({ min: 1, max: 70 })), { maxLength: 8 })
  .map((runs) => runs.flatMap(([day, length]) => Array<string | null>(length).fill(day)));

describe('rows that are inserted by the dozen', () => {
  it('are all there, in order, whatever days they share and wherever they are flushed', () => {
    fc.assert(
      fc.property(days, fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 6 }), (all, flushes) => {
        const rows = all.map((day, at) => [at + 1, day, at % 5 === 0 ? null : at * 100] as const);
        expect(tableOf(rows, new Set(flushes))).toEqual(rows.map(([pk, day, amount]) => [pk, day, amount, 7, 2]));
      }),
      { numRuns: 60 },
    );
  });

  it('name a row that does not fit', () => {
    expect(() =>
      tableOf(
        [...Array(40).keys(), 3].map((pk) => [pk, '2026-11-01', 1]),
        new Set(),
      ),
    ).toThrow(/UNIQUE constraint failed: t\.pk/);
  });
});
