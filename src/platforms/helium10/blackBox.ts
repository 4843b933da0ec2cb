/** Helium 10 Black Box: offers found by their figures. */
import { column, defineReport } from '../define.js';
import { HELIUM_OFFERS, HELIUM_UNKNOWN } from './offerColumns.js';

export const helium10BlackBox = defineReport({
  id: 'helium10.black-box',
  platform: 'helium10',
  report: 'Helium 10: Black Box, products',
  fills: ['offers'],
  certainty: 'B',
  source: 'headers in several public readers of the file (US, UK, Germany, France, India)',
  download: 'Helium 10 > Black Box > Products > Export Data > CSV or Excel',
  notes: ['units and sales are estimates of Helium 10 for thirty days'],
  columns: [...HELIUM_OFFERS, column('title', 'Title')],
  hasOneOf: ['Best Sales Period', 'Sales Year Over Year', 'Sales to Reviews', 'Last Year Sales', 'Reviews Rating', 'Parent Level Sales'],
  not: ['Product Details', 'Display Order', 'Title Char. Count', 'ABA Most Clicked'],
  noText: HELIUM_UNKNOWN,
  serves: ['amazon'],
  unit: ['offerId'],
  period: 'snapshot',
  grain: 'offer',
});
