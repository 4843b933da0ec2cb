/** Semrush Keyword Magic Tool and Keyword Overview: searches on Google. The trend is that of twelve months, 1 being the greatest. */
import { column, defineReport, required } from '../define.js';

export const semrushKeywords = defineReport({
  id: 'semrush.keywords',
  platform: 'semrush',
  report: 'Semrush: Keyword Magic Tool',
  fills: ['marketKeywords'],
  certainty: 'A-',
  source: 'a header stated to be copied from a real export',
  download: 'Semrush > Keyword Magic Tool > Export > CSV',
  notes: ['searches on Google, as Semrush estimates them'],
  columns: [
    required('searchTerm', 'Keyword'),
    required('searchVolume', 'Volume', 'Search Volume'),
    required('difficulty', 'Keyword Difficulty', 'Keyword Difficulty Index', 'KD %', 'KD'),
    column('intent', 'Intent', 'Intents', 'Keyword Intents'),
    column('history', 'Trend', 'Trends'),
    column('cpc', 'CPC ({currency})', 'CPC'),
    column('competitionIndex', 'Competitive Density', 'Com.', 'Competition'),
  ],
  hasOneOf: ['Competitive Density', 'Number of Results', 'SERP Features', 'SERP Features by Keyword', 'Com.'],
  not: ['Position', 'Previous position', 'Parent Keyword', 'Difficulty', 'Etsy Competition'],
  serves: 'any',
  unit: ['searchTerm'],
  period: 'snapshot',
  grain: 'keyword',
});
