/**
 * Stock that came, went, was lost or paid for: returns, reimbursements, ledgers. A report with a column for each kind of movement
 * gives one row for each that is not zero; a row without any movement gives none.
 */
import type { Database } from '../db/connection.js';
import type { FoldContext, SubjectWriter } from './fold.js';
import { type PeriodTable, rowInsert } from './periodRows.js';
import { halfHourOf, periodWriter } from './periods.js';
import { partsOf } from './transactions.js';

const MOVEMENTS: PeriodTable = {
  subject: 'movements',
  table: 'movements',
  item: 'always',
  columns: [
    ['moved_at', 'movedAt'],
    ['reason', 'reason'],
    ['disposition', 'disposition'],
    ['location', 'location'],
    ['status', 'status'],
    ['order_id', 'orderId'],
    ['reference', 'reference'],
    ['amount_minor', 'amount'],
    ['currency', 'currency'],
  ],
};

export function movementsWriter(db: Database, fold: FoldContext): SubjectWriter {
  const insert = rowInsert(db, fold, MOVEMENTS, ['part_no', 'movement', 'quantity']);
  return periodWriter(db, fold, {
    subject: 'movements',
    about: (row) => halfHourOf(row('movedAt')),
    write(unitPk, storeId, row) {
      const parts = row('parts');
      if (parts === null) insert(unitPk, storeId, row, [0, row('movement') ?? fold.grain, row('quantity')]);
      else
        partsOf(parts).forEach(([movement, quantity], at) => {
          insert(unitPk, storeId, row, [at, movement, quantity]);
        });
    },
  });
}
