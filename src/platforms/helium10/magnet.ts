/** Helium 10 Magnet: keywords like a given one. */
import { defineReport } from '../define.js';
import { HELIUM_KEYWORDS } from './keywordColumns.js';

export const helium10Magnet = defineReport({
  id: 'helium10.magnet',
  platform: 'helium10',
  report: 'Helium 10: Magnet',
  fills: ['marketKeywords'],
  certainty: 'B',
  source: 'headers in several public readers of the file',
  download: 'Helium 10 > Magnet > Get Keywords > Export Data > CSV',
  notes: ['all figures are estimates of Helium 10'],
  columns: HELIUM_KEYWORDS,
  hasOneOf: ['Magnet IQ Score', 'Smart Score'],
  not: ['Cerebro IQ Score'],
  serves: ['amazon'],
  unit: ['searchTerm'],
  period: 'snapshot',
  grain: 'keyword',
});
