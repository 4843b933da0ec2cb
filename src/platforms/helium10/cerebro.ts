/**
 * Helium 10 Cerebro: the keywords under which one or more ASINs are found. Of several ASINs each has a column of its organic ranks, headed
 * by the ASIN. The ASIN of a search for one stands in the file's name only: US_AMAZON_cerebro_B0…_2026-11-20.csv.
 */
import { defineReport } from '../define.js';
import { HELIUM_KEYWORDS } from './keywordColumns.js';

export const helium10Cerebro = defineReport({
  id: 'helium10.cerebro',
  platform: 'helium10',
  report: 'Helium 10: Cerebro',
  fills: ['marketKeywords'],
  certainty: 'B',
  source: 'headers in several public readers of the file',
  download: 'Helium 10 > Cerebro > Get Keywords > Export Data > CSV',
  notes: [
    'all figures are estimates of Helium 10',
    'of two files of one day, the one imported last stands for the keywords that are in both',
  ],
  columns: HELIUM_KEYWORDS,
  collect: [{ into: 'ranks', headers: /^(B0[A-Z0-9]{8}|\d{9}[\dX])$/ }],
  hasOneOf: [
    ...['Cerebro IQ Score', 'Position (Rank)', 'Competitor Rank (avg)', 'Ranking Competitors (count)', 'Competitor Performance Score'],
    ...['Relative Rank', 'Organic Rank'],
  ],
  not: ['Magnet IQ Score', 'Smart Score'],
  serves: ['amazon'],
  unit: ['searchTerm'],
  period: 'snapshot',
  grain: 'keyword',
});
