/** eRank: what shoppers search on Etsy. Small figures are bands ("< 20"), some are "Unknown"; a title may stand above the header. */
import { column, defineReport, required } from '../define.js';

export const erankKeywords = defineReport({
  id: 'erank.keywords',
  platform: 'erank',
  report: 'eRank: keyword tool, bulk keywords',
  fills: ['marketKeywords'],
  certainty: 'B',
  source: 'headers in two public readers of the file',
  download: 'eRank > Keyword Tool (or Bulk Keyword Tool) > Export > CSV',
  notes: ['searches and clicks a month on Etsy, as eRank estimates them'],
  columns: [
    required('searchTerm', 'Keywords', 'Keyword'),
    { ...column('searchVolume', 'Avg. Searches', 'Avg Searches', 'Average Searches'), only: /\d/ },
    { ...column('clickVolume', 'Avg. Clicks', 'Avg Clicks', 'Average Clicks'), only: /\d/ },
    { ...column('clickRatio', 'Avg. CTR', 'Avg CTR', 'Average CTR'), only: /\d/ },
    { ...column('productsOnSale', 'Etsy Competition', 'Competition'), only: /\d/ },
    { ...column('difficulty', 'KD', 'Keyword Difficulty'), only: /\d/ },
  ],
  hasOneOf: ['Avg. Searches', 'Avg Searches', 'Etsy Competition', 'Avg. CTR', 'Avg CTR'],
  not: ['Volume', 'CPC'],
  serves: ['etsy'],
  unit: ['searchTerm'],
  period: 'snapshot',
  grain: 'keyword',
});
