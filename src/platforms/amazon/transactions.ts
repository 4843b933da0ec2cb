/**
 * Date range report of transactions ("Monthly Unified Transaction"): every amount of the account in a period, a row an order's item or fee,
 * with a column for each kind of amount and their total. Seven to nine lines above the header explain it and name the currency; headers and
 * months are in the marketplace's language, the time is in its own zone or UTC. Orders carry the buyer's city, which is dropped. A day is
 * whole: what was deferred today and released tomorrow replaces it.
 */
import { defineReport } from '../define.js';
import { TRANSACTION_COLUMNS, TRANSACTION_PARTS } from './transactionColumns.js';

export const amazonTransactions = defineReport({
  id: 'amazon.transactions',
  platform: 'amazon',
  report: 'Date range report: transactions',
  fills: ['transactions'],
  certainty: 'A-',
  source: 'headers of real files in many public readers (US, CA, MX, UK, DE, FR, ES, IT, NL, SE, PL, IN, AU, JP, 2017 to 2026)',
  download: 'Seller Central > Payments > Reports Repository > Transaction, or Date Range Reports',
  notes: [
    'status: Deferred amounts are not paid out yet; reports until 2025 do not tell',
    'transfers to the bank stand among the rows: leave out their type where you add up earnings',
    'what the columns of a row leave of its total is a part of its own, "not itemised"',
    'the same amounts stand in settlements: never add the two',
  ],
  fromPreamble: [{ field: 'currency', in: /\b(?:in|en|em|w|i) (?<value>[A-Z]{3})\b/ }],
  columns: TRANSACTION_COLUMNS,
  parts: { kind: 'money', columns: TRANSACTION_PARTS },
  people: {},
  days: [{ day: 'day', of: 'postedAt' }],
  unit: ['day'],
  period: 'rows',
  grain: 'transaction',
  storeBy: 'marketplace',
});
