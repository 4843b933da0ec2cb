/**
 * Sales and Traffic by date: the shop as a whole, a row a day. The same report can be downloaded with a row a week or a month, under the
 * same name and columns, and nothing in the file says which: it is read where its rows are proven to be days.
 */
import { defineReport, required } from '../define.js';
import { CHILD_ASIN, PARENT_ASIN, TRAFFIC_COLUMNS, TRAFFIC_SKU } from './trafficColumns.js';

/** What the report tells of the shop; its counts of business buyers, devices and deliveries have no place there. */
const SHOP_FIELDS = ['sessions', 'pageViews', 'unitsOrdered', 'orderItems', 'orderedSales'];

export const amazonTrafficByDate = defineReport({
  id: 'amazon.traffic-by-date',
  platform: 'amazon',
  report: 'Business Report: Sales and Traffic by date',
  fills: ['shop'],
  certainty: 'B',
  source: 'public readers of real exports; names as in the reports by ASIN',
  download: 'Seller Central > Reports > Business Reports > Sales and Traffic, by day',
  notes: [
    'read by day only: of weeks and months, which look the same, nothing is taken',
    'ordered product sales are what buyers ordered, cancelled or not, with tax where prices are shown with it',
  ],
  columns: [
    required('day', 'Date', 'Datum', 'Fecha', 'Data', '日期', '日付', '날짜'),
    ...TRAFFIC_COLUMNS.filter(({ field }) => SHOP_FIELDS.includes(field)).map((spec) =>
      spec.field === 'orderedSales' || spec.field === 'unitsOrdered' ? { ...spec, required: true } : spec,
    ),
  ],
  not: [...CHILD_ASIN, ...PARENT_ASIN, ...TRAFFIC_SKU, 'Title', 'ASIN'],
  unit: ['day'],
  period: 'rows',
  provenDays: true,
  grain: 'shop',
});
