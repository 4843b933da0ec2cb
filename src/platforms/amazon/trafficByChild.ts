/** Detail Page Sales and Traffic by child item: one row a child ASIN, or one for each parent it stands under, with the same sessions repeated: units and sales add up, sessions do not. The file has no dates, unless it was made day by day. */
import { column, defineReport, required } from '../define.js';
import { CHILD_ASIN, PARENT_ASIN, TRAFFIC_COLUMNS, TRAFFIC_SKU, TRAFFIC_SOURCE } from './trafficColumns.js';

export const amazonTrafficByChild = defineReport({
  id: 'amazon.traffic-by-child',
  platform: 'amazon',
  report: 'Business Report: Detail Page Sales and Traffic by Child Item',
  fills: ['traffic'],
  certainty: 'A',
  source: TRAFFIC_SOURCE,
  download: 'Seller Central > Reports > Business Reports > Detail Page Sales and Traffic by Child Item',
  notes: [
    'ordered product sales are what buyers ordered, cancelled or not, with tax where prices are shown with it',
    'sessions are repeated on each row of an ASIN that stands under several parents: they are never added within it',
  ],
  columns: [required('asin', ...CHILD_ASIN), column('parentAsin', ...PARENT_ASIN), ...TRAFFIC_COLUMNS],
  not: TRAFFIC_SKU,
  unit: ['day'],
  period: 'none',
  grain: 'child',
});
