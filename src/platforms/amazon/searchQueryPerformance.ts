/**
 * Brand Analytics search query performance: of the searches that matter most for a brand, or for one ASIN, how many shoppers saw, clicked,
 * carted and bought, and how many of these the brand or ASIN. A line above the header names it and the days. Rates are of the search
 * volume; rates and shares are percentages without a sign.
 */
import { column, defineReport, type RatioSpec, required } from '../define.js';
import { REPORTING_RANGE } from './topSearchTerms.js';

/** "Impressions: Brand Share %", "Impressions: ASIN Share %", "Eindrücke: Markenanteil %", "曝光量：品牌占比%". */
function share(step: string, german: string, chinese: string, of: RatioSpec['of'], by: RatioSpec['by']): RatioSpec {
  const names = [`${step}: Brand Share %`, `${step}: ASIN Share %`, `${step}: Brand Share`, `${step}: ASIN Share`];
  return { names: [...names, `${german}: Markenanteil %`, `${chinese}：品牌占比%`, `${chinese}：ASIN 占比%`], of, by };
}

export const amazonSearchQueryPerformance = defineReport({
  id: 'amazon.search-query-performance',
  platform: 'amazon',
  report: 'Brand Analytics: Search Query Performance',
  fills: ['marketKeywords'],
  certainty: 'A',
  source:
    'two rows of a real export (US, August 2026) in a public test; headers of the ASIN view, German, Italian and Chinese names from public readers',
  download: 'Seller Central > Brands > Brand Analytics > Search Analytics > Search Query Performance, brand or ASIN view',
  notes: [
    'market_rank is the query’s score: 1 matters most for the brand or ASIN',
    'own figures are those of the brand, or of the ASIN in its view: never added to each other',
    'counts are of searches shown, clicked, carted, bought from the search results, within 24 hours',
  ],
  fromPreamble: [
    { field: 'asin', in: /ASIN[^=,]*=\["+(?<value>[A-Z0-9]{10})"+\]/ },
    { field: 'brand', in: /(?:Brand|Marchio|Marke|Marque|Marca|品牌|ブランド)=\["+(?<value>[^"\]]+)"+\]/ },
  ],
  columns: [
    column('asin', 'ASIN'),
    required('searchTerm', 'Search Query', 'Query di ricerca', 'Suchabfrage', 'Suchanfrage', '搜索查询', '検索クエリ'),
    column('marketRank', 'Search Query Score', 'Punteggio delle query di ricerca', '搜索查询分数'),
    required(
      'searchVolume',
      'Search Query Volume',
      'Volume delle query di ricerca',
      'Volumen der Suchabfrage',
      'Suchanfragevolumen',
      '搜索查询数量',
      '検索クエリのボリューム',
    ),
    column('impressions', 'Impressions: Total Count', 'Impressioni: numero totale', 'Eindrücke: Gesamtanzahl', '曝光量：总数'),
    column(
      'ownImpressions',
      'Impressions: Brand Count',
      'Impressions: ASIN Count',
      'Impressioni: numero del marchio',
      'Eindrücke: Markenanzahl',
      '曝光量：品牌数量',
      '曝光量：ASIN 数量',
    ),
    column('clicks', 'Clicks: Total Count', 'Clic: numero totale', 'Klicks: Gesamtanzahl', '点击量：总数'),
    column(
      'ownClicks',
      ...['Clicks: Brand Count', 'Clicks: ASIN Count', 'Clic: numero del marchio', 'Klicks: Markenanzahl'],
      ...['点击量：品牌数量', '点击量：ASIN 数量'],
    ),
    column('cartUnits', 'Cart Adds: Total Count', 'Basket Adds: Total Count', 'In den Einkaufswagen: Gesamtanzahl', '购物车加入：总数'),
    column(
      'ownCarts',
      ...['Cart Adds: Brand Count', 'Cart Adds: ASIN Count', 'Basket Adds: Brand Count', 'Basket Adds: ASIN Count'],
      ...['In den Einkaufswagen: Markenanzahl', '购物车加入：品牌数量', '购物车加入：ASIN 数量'],
    ),
    column('purchases', 'Purchases: Total Count', 'Acquisti: numero totale', 'Käufe: Gesamtanzahl', '购买量：总数'),
    column(
      'ownPurchases',
      ...['Purchases: Brand Count', 'Purchases: ASIN Count', 'Acquisti: numero del marchio', 'Käufe: Markenanzahl'],
      ...['购买量：品牌数量', '购买量：ASIN 数量'],
    ),
  ],
  ratios: [
    share('Impressions', 'Eindrücke', '曝光量', ['ownImpressions'], ['impressions']),
    share('Clicks', 'Klicks', '点击量', ['ownClicks'], ['clicks']),
    share('Cart Adds', 'In den Einkaufswagen', '购物车加入', ['ownCarts'], ['cartUnits']),
    share('Purchases', 'Käufe', '购买量', ['ownPurchases'], ['purchases']),
  ],
  unit: ['brand', 'asin'],
  period: 'preamble',
  periodIn: REPORTING_RANGE,
  grain: 'keyword',
});
