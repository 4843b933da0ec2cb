/**
 * Monthly statement of the payment account: one row a sale, fee, tax, refund, label or deposit. `Amount` and `Fees & Taxes` make `Net`;
 * a row has one of the two. What the row is about stands in its texts: "Payment for Order #4137418052", "Listing #123".
 *
 * The headers come from tests that were made of real files. In German only they are translated: types, titles and months stay English
 * (`15. July 2025`). Amounts carry the sign of their currency, the minus in front of it.
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
  source: 'tests of public programs made of real files (English; German of July 2025)',
  download: 'Shop Manager > Finances > Monthly statements > Generate CSV',
  notes: ['deposits to the bank are rows too: leave them out of a profit'],
  columns: [
    required('day', 'Date', 'Datum'),
    required('transactionType', 'Type', 'Art'),
    column('description', 'Title', 'Titel'),
    { ...column('orderId', 'Info', 'Title', 'Titel'), ...numbered('Order') },
    { ...column('productId', 'Info', 'Title', 'Titel'), ...numbered('Listing') },
    required('currency', 'Currency', 'Währung'),
    required('amount', 'Net', 'Netto'),
  ],
  parts: {
    kind: 'money',
    columns: [
      { part: 'Amount', names: ['Amount', 'Betrag'] },
      { part: 'Fees & Taxes', names: ['Fees & Taxes', 'Gebühren & Steuern'] },
    ],
  },
  hasOneOf: ['Fees & Taxes', 'Gebühren & Steuern'],
  people: {},
  unit: ['day'],
  period: 'rows',
  grain: 'transaction',
});
