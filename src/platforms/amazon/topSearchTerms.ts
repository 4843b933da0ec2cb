/**
 * Brand Analytics top search terms: the search terms of the whole marketplace by the frequency of their searches, each with the three
 * products clicked most. A line above the header names the filter and the days: a day, week, month or quarter. Shares are percentages without
 * a sign. Until 2023 "#1 Clicked ASIN" instead of "Top Clicked Product #1: ASIN". Files may have a million rows and more.
 */
import { column, defineReport, required } from '../define.js';

/** "Select week=["Week 15 | 2026-04-05 - 2026-04-11 2026"]", "Select year=["2026"],Select month=["January"]", in any language. */
export const REPORTING_RANGE =
  /(?<period>\d{4}-\d{2}-\d{2} - \d{4}-\d{2}-\d{2})|=\["+(?<year>\d{4})"+\].*=\["+(?:(?<quarter>(?:Q|Quarter |Quartal |Trimestre )?[1-4])|(?<month>\p{L}{3,}|\d{1,2}月?))"+\]|=\["+\d{4}-\d{2}-\d{2}"+\]/u;

export const amazonTopSearchTerms = defineReport({
  id: 'amazon.top-search-terms',
  platform: 'amazon',
  report: 'Brand Analytics: Top Search Terms',
  fills: ['marketKeywords'],
  certainty: 'A-',
  source:
    'the header of a real export (US, April 2026) in a public reader; names until 2023 and in other languages from readers and memory',
  download: 'Seller Central > Brands > Brand Analytics > Search Analytics > Top Search Terms',
  notes: [
    'the rank orders terms by how often they are searched; Amazon gives no volume',
    'leaders: the three products clicked most, with their shares as printed (18 is 18 %)',
  ],
  columns: [
    required('marketRank', 'Search Frequency Rank', 'Rang der Suchhäufigkeit', 'Suchfrequenz-Rang', '搜索频率排名', '検索頻度ランク'),
    required(
      'searchTerm',
      'Search Term',
      'Suchbegriff',
      '搜索词',
      '検索キーワード',
      'Término de búsqueda',
      'Terme de recherche',
      'Termine di ricerca',
    ),
    column('category', 'Top Clicked Category #1', 'Department'),
  ],
  collect: [
    {
      into: 'leaders',
      headers:
        /^((?:Top Clicked Product #\d|#\d): ?(?:ASIN|Click Share|Conversion Share)|#\d (?:Clicked ASIN|Click Share|Conversion Share)|Top Clicked Brands? #\d)$/i,
    },
  ],
  not: ['Search Query', 'Campaign Name'],
  unit: [],
  period: 'preamble',
  periodIn: REPORTING_RANGE,
  grain: 'keyword',
});
