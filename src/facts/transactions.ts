/**
 * Settlements and statements: what a platform paid, kept back and charged. One row an amount under the platform's own name: a report
 * with one amount a row gives one; a report with a column for each kind of amount gives one for each that is not zero.
 */
import type { FieldValue } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import type { FoldContext, SubjectWriter } from './fold.js';
import { type PeriodTable, rowInsert } from './periodRows.js';
import { halfHourOf, periodWriter } from './periods.js';

const TRANSACTIONS: PeriodTable = {
  subject: 'transactions',
  table: 'transactions',
  item: 'ifNamed',
  columns: [
    ['settlement_id', 'settlementId'],
    ['transaction_id', 'transactionId'],
    ['posted_at', 'postedAt'],
    ['posted_on', 'postedOn'],
    ['type', 'transactionType'],
    ['amount_type', 'amountType'],
    ['status', 'status'],
    ['description', 'description'],
    ['order_id', 'orderId'],
    ['quantity', 'quantity'],
    ['marketplace', 'marketplace'],
    ['fulfilment', 'fulfilment'],
    ['balance_minor', 'balance'],
    ['currency', 'currency'],
  ],
  otherwise: { posted_on: (row) => row('day') },
};

export function transactionsWriter(db: Database, fold: FoldContext): SubjectWriter {
  const insert = rowInsert(db, fold, TRANSACTIONS, ['part_no', 'part', 'amount_minor']);
  const settlement = db.prepare(
    'INSERT INTO settlements (unit_pk, line, settlement_id, from_at, to_at, deposited_at, total_minor, currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return periodWriter(db, fold, {
    subject: 'transactions',
    // In a statement by days, a row without a settlement today belongs to one tomorrow.
    about: (row) => (fold.grain === 'settlement' ? String(row('settlementId') ?? '') : halfHourOf(row('postedAt'))),
    write(unitPk, storeId, row) {
      const total = row('settlementTotal');
      if (total !== null)
        settlement.run(
          unitPk,
          ...['line', 'settlementId', 'settlementFrom', 'settlementTo', 'depositedAt', 'settlementTotal', 'currency'].map(row),
        );
      const parts = partsOf(row('parts'));
      // The line that only says what the settlement comes to is no amount of its own.
      if (parts.length === 0 && row('amount') === null && total !== null) return;
      if (parts.length === 0) insert(unitPk, storeId, row, [0, row('amountPart'), row('amount')]);
      parts.forEach(([part, amount], at) => {
        insert(unitPk, storeId, row, [at, part, amount]);
      });
    },
  });
}

/** The parts of a row as the reader hands them over: name and number, in the order of the report's columns. */
export function partsOf(parts: FieldValue): (readonly [string, number])[] {
  return parts === null ? [] : (JSON.parse(String(parts)) as [string, number][]);
}
