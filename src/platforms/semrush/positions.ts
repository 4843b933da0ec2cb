/** Semrush Organic Research, positions: the keywords under which a site is found on Google. From the interface with commas, from the API with semicolons. */
import { column, defineReport, required } from '../define.js';

export const semrushPositions = defineReport({
  id: 'semrush.positions',
  platform: 'semrush',
  report: 'Semrush: Organic Research, positions',
  fills: ['marketKeywords'],
  certainty: 'A-',
  source: 'a header stated to be copied from a real export; the API’s documentation',
  download: 'Semrush > Organic Research > Positions > Export > CSV',
  notes: ['places on Google of the site that was looked up, which the file does not name but in its addresses'],
  columns: [
    required('searchTerm', 'Keyword'),
    required('organicRank', 'Position'),
    required('searchVolume', 'Search Volume', 'Volume'),
    column('difficulty', 'Keyword Difficulty', 'Keyword Difficulty Index', 'KD %'),
    column('intent', 'Keyword Intents', 'Intent'),
    column('history', 'Trends', 'Trend'),
    column('cpc', 'CPC ({currency})', 'CPC'),
    column('competitionIndex', 'Competition', 'Competitive Density'),
  ],
  hasOneOf: ['Previous position', 'Traffic (%)', 'Traffic Cost', 'Position Type', 'Position Difference'],
  serves: 'any',
  unit: ['searchTerm'],
  period: 'snapshot',
  grain: 'keyword',
});
