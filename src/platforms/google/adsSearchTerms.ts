/**
 * Google Ads: search terms report. One row a search term, campaign, ad group and, where the advertiser shows it, the keyword that it
 * matched, decorated by its match type (`[exact]`, `"phrase"`), as Google prints it; the match type column is that of the search term.
 * Performance Max search terms have no campaign column by default.
 */
import { column, required } from '../define.js';
import { COST } from './adsColumns.js';
import { ADDED_OR_EXCLUDED, CAMPAIGN, KEYWORD, SEARCH_TERM } from './adsNames.js';
import { adsReport } from './adsReport.js';
import { MATCH_TYPE } from './adsSettings.js';

export const googleAdsSearchTerms = adsReport({
  id: 'google.ads-search-terms',
  report: 'Google Ads: search terms',
  fills: ['ads'],
  certainty: 'A',
  source: 'three real exports (2024, 2026; comma and UTF-16 with tabs); German, Portuguese and Chinese headers in public readers',
  grain: 'search-term',
  notes: ['Google leaves rare search terms out: their sum is less than the campaign’s'],
  columns: [required('searchTerm', ...SEARCH_TERM), column('targeting', ...KEYWORD), column('matchType', ...MATCH_TYPE)],
  hasOneOf: ['Impr.', ...ADDED_OR_EXCLUDED, ...COST, ...CAMPAIGN],
  not: ['Advertised SKU', 'Placement', 'Top queries'],
});
