/**
 * Monthly statement of the payment account: one row a sale, fee, tax, refund, label or deposit. `Amount` and `Fees & Taxes` make `Net`;
 * a row has one of the two. What the row is about stands in its texts: "Payment for Order #4137418052", "Listing #123".
 *
 * The header comes from a test that was made of a real file. Amounts carry the sign of their currency, the minus in front of it.
 */
import { column, defineReport, required } from '../define.js';

/** The number behind a word, wherever in the text: "Order #41374". */
function numbered(word: string): { readonly strip: RegExp; readonly only: RegExp; readonly firstFilled: boolean } {
  return { strip: new RegExp(`^.*?${word}\\s*#?\\s*(?=\\d{5,})|(?<=\\d{5,})\\D.*$`, 'gi'), only: /^\d{5,}$/, firstFilled: true };
}

export const etsyStatement = defineReport({
  id: 'etsy.statement',
  platform: 'etsy',
  report: 'Monthly statement (etsy_statement_2026_7.csv)',
  fills: ['transactions'],
  certainty: 'A-',
  source: 'a test of a public program made of a real file',
  download: 'Shop Manager > Finances > Monthly statements > Generate CSV',
  notes: ['deposits to the bank are rows too: leave them out of a profit'],
  columns: [
    required('day', 'Date'),
    required('transactionType', 'Type'),
    column('description', 'Title'),
    { ...column('orderId', 'Info', 'Title'), ...numbered('Order') },
    { ...column('productId', 'Info', 'Title'), ...numbered('Listing') },
    required('currency', 'Currency'),
    required('amount', 'Net'),
  ],
  parts: {
    kind: 'money',
    columns: [
      { part: 'Amount', names: ['Amount'] },
      { part: 'Fees & Taxes', names: ['Fees & Taxes'] },
    ],
  },
  hasOneOf: ['Fees & Taxes'],
  people: {},
  unit: ['day'],
  period: 'rows',
  grain: 'transaction',
});
