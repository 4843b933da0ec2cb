/** Detail Page Sales and Traffic by SKU: one row a SKU. Sessions belong to the ASIN and are repeated on each of its SKUs: units and sales add up, sessions do not. The file has no dates, unless it was made day by day. */
import { column, defineReport, required } from '../define.js';
import { CHILD_ASIN, PARENT_ASIN, TRAFFIC_COLUMNS, TRAFFIC_SKU, TRAFFIC_SOURCE } from './trafficColumns.js';

export const amazonTrafficBySku = defineReport({
  id: 'amazon.traffic-by-sku',
  platform: 'amazon',
  report: 'Business Report: Detail Page Sales and Traffic by SKU',
  fills: ['traffic'],
  certainty: 'A-',
  source: TRAFFIC_SOURCE,
  download: 'Seller Central > Reports > Business Reports > Detail Page Sales and Traffic by SKU',
  notes: [
    'ordered product sales are what buyers ordered, cancelled or not, with tax where prices are shown with it',
    'sessions are those of the ASIN, repeated on each of its SKUs: they are never added within it',
  ],
  columns: [required('sku', ...TRAFFIC_SKU), required('asin', ...CHILD_ASIN), column('parentAsin', ...PARENT_ASIN), ...TRAFFIC_COLUMNS],
  unit: ['day'],
  period: 'none',
  grain: 'sku',
});
