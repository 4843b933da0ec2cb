/** Helium 10 Xray: the offers on a page of search results, as the browser extension sees them. */
import { column, defineReport } from '../define.js';
import { HELIUM_OFFERS, HELIUM_UNKNOWN } from './offerColumns.js';

export const helium10Xray = defineReport({
  id: 'helium10.xray',
  platform: 'helium10',
  report: 'Helium 10: Xray',
  fills: ['offers'],
  certainty: 'B',
  source: 'headers in several public readers of the file (US, India, Europe)',
  download: 'Amazon’s search results > Helium 10 extension > Xray > Export > CSV',
  notes: ['units and sales are estimates of Helium 10 for thirty days'],
  columns: [
    ...HELIUM_OFFERS,
    column('title', 'Product Details', 'Title'),
    column('listPosition', 'Display Order', '#'),
    {
      ...column('isSponsored', 'Sponsored'),
      only: /^(?:true|false|yes|no|y|n|0|1|sponsored|organic)$/i,
      words: { sponsored: 'yes', organic: 'no' },
    },
  ],
  hasOneOf: ['Product Details', 'Title Char. Count', 'ABA Most Clicked', 'Review velocity'],
  noText: HELIUM_UNKNOWN,
  serves: ['amazon'],
  unit: ['offerId'],
  period: 'snapshot',
  grain: 'offer',
});
