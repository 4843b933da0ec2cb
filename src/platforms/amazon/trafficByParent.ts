/** Detail Page Sales and Traffic by parent item: one row a parent ASIN, its children together. The file has no dates, unless it was made day by day. */
import { defineReport, required } from '../define.js';
import { CHILD_ASIN, PARENT_ASIN, TRAFFIC_COLUMNS, TRAFFIC_SOURCE } from './trafficColumns.js';

export const amazonTrafficByParent = defineReport({
  id: 'amazon.traffic-by-parent',
  platform: 'amazon',
  report: 'Business Report: Detail Page Sales and Traffic by Parent Item',
  fills: ['traffic'],
  certainty: 'A-',
  source: TRAFFIC_SOURCE,
  download: 'Seller Central > Reports > Business Reports > Detail Page Sales and Traffic by Parent Item',
  notes: ['ordered product sales are what buyers ordered, cancelled or not, with tax where prices are shown with it'],
  columns: [required('asin', ...PARENT_ASIN), ...TRAFFIC_COLUMNS],
  not: CHILD_ASIN,
  unit: ['day'],
  period: 'none',
  grain: 'parent',
});
