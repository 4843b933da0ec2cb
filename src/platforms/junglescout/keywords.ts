/** Jungle Scout Keyword Scout. No real export was seen: the names are our best knowledge. */
import { column, defineReport, required } from '../define.js';

export const junglescoutKeywords = defineReport({
  id: 'junglescout.keywords',
  platform: 'junglescout',
  report: 'Jungle Scout: Keyword Scout',
  fills: ['marketKeywords'],
  certainty: 'M',
  source: 'from memory',
  download: 'Jungle Scout > Keyword Scout > Download CSV',
  notes: ['all figures are estimates of Jungle Scout'],
  columns: [
    required('searchTerm', 'Keyword', 'Keywords', 'Keyword Phrase'),
    required(
      'searchVolume',
      ...['30-Day Search Volume (Exact)', '30 Day Search Volume (Exact Match)', 'Monthly Search Volume (Exact)', 'Search Volume (Exact)'],
      ...['Exact Search Volume', 'Exact Match Search Volume', 'Exact Volume'],
    ),
    column('cpc', 'Exact PPC Bid', 'PPC Bid (Exact)', 'Exact Suggested Bid', 'PPC Bid'),
    column('productsOnSale', 'Organic Product Count', 'Organic Products', 'Total Products'),
    column('category', 'Dominant Category', 'Category'),
  ],
  not: ['Magnet IQ Score', 'Cerebro IQ Score'],
  serves: ['amazon'],
  unit: ['searchTerm'],
  period: 'snapshot',
  grain: 'keyword',
});
