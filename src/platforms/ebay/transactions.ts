/**
 * Transaction report of Seller Hub's payments: one row a booking (order, refund, fee, claim, hold, payout). Some ten lines stand above
 * the header; `--` is an empty cell.
 *
 * The gross amount is made of item, shipping and the tax that the seller collects; fees are negative; the net amount is what is left.
 * The tax that eBay collects and remits itself is in neither and is left out. What the columns leave of the net amount is kept as "not
 * itemised". A payout's row takes the sum of the rows it pays out away again: sums over types mean nothing.
 *
 * The headers come from public readers of real files, English and German; some rare German names are from memory. Real files hold buyers.
 */
import { column, defineReport, required } from '../define.js';

export const ebayTransactions = defineReport({
  id: 'ebay.transactions',
  platform: 'ebay',
  report: 'Transaction report',
  fills: ['transactions'],
  certainty: 'A-',
  source: 'headers in public readers of real files (English, German)',
  download: 'Seller Hub > Payments > Reports > Transaction report',
  notes: [
    'tax that eBay collects and remits is not in it',
    'where a buyer pays in another currency than the payout, the amounts are those of the payout only in `Net amount`; the rest is "not itemised"',
  ],
  columns: [
    required('postedAt', 'Transaction creation date', 'Datum der Transaktionserstellung'),
    required('transactionType', 'Type', 'Typ'),
    column('orderId', 'Order number', 'Bestellnummer'),
    column('settlementId', 'Payout ID', 'Auszahlung Nr.'),
    column('depositedAt', 'Payout date', 'Auszahlungsdatum'),
    column('productId', 'Item ID', 'Artikelnummer'),
    column('title', 'Item title', 'Angebotstitel'),
    column('sku', 'Custom label', 'Custom label (SKU)', 'Bestandseinheit'),
    column('quantity', 'Quantity', 'Stückzahl'),
    column('transactionId', 'Reference ID', 'Transaction ID', 'Referenznummer'),
    column('description', 'Description', 'Beschreibung'),
    required('amount', 'Net amount', 'Betrag abzügl. Kosten'),
    column('currency', 'Payout currency', 'Auszahlungswährung'),
  ],
  parts: {
    kind: 'money',
    columns: [
      { part: 'Item subtotal', names: ['Item subtotal', 'Zwischensumme Artikel'] },
      { part: 'Shipping and handling', names: ['Shipping and handling', 'Postage and packaging', 'Verpackung und Versand'] },
      { part: 'Seller collected tax', names: ['Seller collected tax', 'Vom Verkäufer eingezogene Steuer'] },
      { part: 'Final Value Fee - fixed', names: ['Final Value Fee - fixed', 'Fixer Anteil der Verkaufsprovision'] },
      { part: 'Final Value Fee - variable', names: ['Final Value Fee - variable', 'Variabler Anteil der Verkaufsprovision'] },
      { part: 'Regulatory operating fee', names: ['Regulatory operating fee', 'Gebühr für den Betrieb gemäß gesetzlicher Vorschriften'] },
      {
        part: 'Very high "item not as described" fee',
        names: ['Very high "item not as described" fee', 'Gebühr für sehr hohe Quote an „nicht wie beschriebenen Artikeln“'],
      },
      {
        part: 'Below standard performance fee',
        names: [
          ...['Below standard performance fee', 'Gebühr für unterdurchschnittlichen Servicestatus'],
          'Gebühr für unterdurchschnittlichen Service',
        ],
      },
      { part: 'International fee', names: ['International fee', 'Internationale Gebühr'] },
      { part: 'Charity donation', names: ['Charity donation', 'Spende für wohltätige Zwecke'] },
      { part: 'Deposit processing fee', names: ['Deposit processing fee', 'Gebühr für Einzahlungen'] },
    ],
  },
  not: ['Order earnings', 'Order creation date'],
  people: {},
  noText: /^-+$/,
  days: [{ day: 'day', of: 'postedAt' }],
  unit: ['day'],
  period: 'rows',
  grain: 'transaction',
});
