/**
 * Google Analytics 4: reports, snapshots and explorations, downloaded as CSV. One file holds several tables; they reach this format
 * melted into one (src/files/tableBlocks.ts) with a column for each metric of any of them. What is told by country, channel or page,
 * and rows whose metrics have no field of their own, are left out by name.
 */
import type { FieldName } from '../../core/fields.js';
import { column, defineReport, required } from '../define.js';

export const googleGa4 = defineReport({
  id: 'google.ga4',
  platform: 'google',
  report: 'Google Analytics 4: reports, snapshots, explorations (CSV)',
  fills: ['traffic'],
  certainty: 'A-',
  source: 'a real snapshot export of 2023 (daily users, countries); explorations as public readers describe them',
  download: 'Google Analytics > Reports > a report > Share this report > Download file > CSV; with a line for each day',
  notes: [
    'only figures of the whole property are kept, a day or a period at a time; countries, channels and pages are left out',
    'revenue is in the currency of the property, which the file does not say: that of the store is taken',
  ],
  columns: [
    required('fromDay', 'start'),
    required('toDay', 'end'),
    column('visitors', 'Total users', 'Users', 'Active users'),
    column('newVisitors', 'New users'),
    column('returningVisitors', 'Returning users'),
    column('sessions', 'Sessions'),
    column('pageViews', 'Views', 'Screen page views', 'Page views'),
    column('unitsOrdered', 'Items purchased'),
    column('paidOrders', 'Ecommerce purchases', 'Purchases', 'Transactions'),
    column('conversions', 'Key events', 'Conversions'),
    column('orderedSales', 'Purchase revenue', 'Total revenue'),
  ],
  hasOneOf: ['block'],
  unit: ['fromDay', 'toDay'],
  period: 'rows',
  grain: 'property',
  rounded: true,
  ignore: [
    { rule: 'totals', firstCell: /^totals / },
    { rule: 'tables without dates', firstCell: /^undated / },
    { rule: 'by country, channel, page or other', firstCell: /^split / },
    {
      rule: 'other metrics',
      blank: [
        ...['visitors', 'newVisitors', 'returningVisitors', 'sessions', 'pageViews'],
        ...['unitsOrdered', 'paidOrders', 'conversions', 'orderedSales'],
      ] as FieldName[],
      filled: ['fromDay'],
    },
  ],
});
