/** Ahrefs Keywords Explorer: searches on Google in one country. UTF-8 with commas, or UTF-16 with tabs. */
import { column, defineReport, required } from '../define.js';

export const ahrefsKeywords = defineReport({
  id: 'ahrefs.keywords',
  platform: 'ahrefs',
  report: 'Ahrefs: Keywords Explorer',
  fills: ['marketKeywords'],
  certainty: 'A-',
  source: 'a header stated to be copied from a real export',
  download: 'Ahrefs > Keywords Explorer > Export > CSV',
  notes: ['searches on Google in the country of the row, as Ahrefs estimates them'],
  columns: [
    required('searchTerm', 'Keyword'),
    required('difficulty', 'Difficulty', 'KD'),
    required('searchVolume', 'Volume'),
    column('country', 'Country'),
    column('cpc', 'CPC'),
    column('intent', 'Intents', 'Intent'),
    column('category', 'Category'),
  ],
  hasOneOf: ['Parent Keyword', 'Parent topic', 'Global volume', 'Traffic potential', 'CPS'],
  not: ['Position', 'Current position'],
  serves: 'any',
  unit: ['searchTerm'],
  period: 'snapshot',
  grain: 'keyword',
});
