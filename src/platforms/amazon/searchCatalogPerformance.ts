/**
 * Brand Analytics search catalog performance: what came of searches for each own ASIN: shown, clicked, carted, bought, and the sales.
 * A line above the header names the days. Another count than the Business Report's: only what came from search, so a grain of its own.
 */
import { column, defineReport, required } from '../define.js';
import { REPORTING_RANGE } from './topSearchTerms.js';

export const amazonSearchCatalogPerformance = defineReport({
  id: 'amazon.search-catalog-performance',
  platform: 'amazon',
  report: 'Brand Analytics: Search Catalog Performance',
  fills: ['traffic'],
  certainty: 'B',
  source: 'headers in five public readers of real exports (2026)',
  download: 'Seller Central > Brands > Brand Analytics > Search Analytics > Search Catalog Performance',
  notes: ['what came from Amazon’s search results only; conversions are purchases, carts additions to the cart'],
  columns: [
    required('asin', 'ASIN'),
    column('title', 'ASIN Title'),
    required('impressions', 'Impressions: Impressions'),
    required('clicks', 'Clicks: Clicks'),
    column('cartUnits', 'Cart Adds: Cart Adds', 'Basket Adds: Basket Adds'),
    column('conversions', 'Purchases: Purchases'),
    column('orderedSales', 'Purchases: Search Traffic Sales'),
  ],
  ratios: [{ names: ['Clicks: Click Rate (CTR)'], of: ['clicks'], by: ['impressions'] }],
  unit: [],
  period: 'preamble',
  periodIn: REPORTING_RANGE,
  grain: 'search',
});
