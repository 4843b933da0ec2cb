/**
 * Headers of the unified custom reports of the advertising console (2025 and later): columns and grouping are the seller's choice, so
 * which dimensions stand in the file decides what a row is about. `Date range` is the first to the last day on which the row had
 * traffic, not the report's period. Ids are guarded as `="468170906203317"`. Amazon may split one row in two: traffic, and the
 * conversions of earlier clicks; they add up. Sales are counted over the account's own window, which the headers do not tell, and
 * include the brand's other products. English names from a real file; Chinese, German and Korean ones from public readers.
 */
import { AD_UNIT, type ColumnSpec, column, type RatioSpec, type ReportFormat, required } from '../define.js';

export const UNIFIED_SEARCH_TERM = ['Search term', '搜索词', 'Suchbegriff', '검색어'];

export const UNIFIED_PRODUCT = [
  ...['Advertised product ID', 'Advertised product SKU', '推广的商品编号', '推广的商品 SKU', '推广的商品SKU'],
  ...['推广的商品 SKU-Advertised product SKU', 'ID des beworbenen Produkts', 'SKU des beworbenen Produkts'],
];

export const UNIFIED_TARGET = [
  ...['Target value', 'Target', 'Targeting', 'Target ID', 'Targeting ID', '投放方案', '投放值', '投放', '投放方案编号', '投放编号'],
];

export const UNIFIED_PLACEMENT = ['Placement classification', 'Placement name', '广告位分类', '广告位名称', '广告位'];

/** Reports of what was bought list sales under the product bought: another grain, which eco does not read. */
const CONVERTED_PRODUCT = ['Converted product ID', 'Purchased product ID', '达成转化的商品编号', '达成转化的商品的编号'];

export const UNIFIED_AD_GROUP = ['Ad group name', '广告组名称', 'Name der Anzeigengruppe', 'Anzeigengruppenname', '광고 그룹 이름'];

/** Headers of other reports that share campaigns with these. */
export const NOT_UNIFIED = [
  ...['Customer Search Term', '客户搜索词', 'Added/Excluded', 'Campaign type', 'Spend', 'Spend(USD)', 'State', 'Entity', 'Operation'],
  ...CONVERTED_PRODUCT,
];

/** A day in daily reports; else the first and last day with traffic of the row. */
export const UNIFIED_DAYS: readonly ColumnSpec[] = [
  column('day', 'Date', '日期', 'Datum', '날짜'),
  column('dateRange', 'Date range', '日期范围', 'Datumsbereich'),
  column('firstDay', 'Start date', '开始日期', 'Startdatum'),
  column('lastDay', 'End date', '结束日期', 'Enddatum'),
];

export const UNIFIED_CAMPAIGN: readonly ColumnSpec[] = [
  column('campaignType', 'Ad product', '广告产品', 'Anzeigenprodukt'),
  column('portfolio', 'Portfolio name', '广告组合名称', 'Portfolioname', '포트폴리오 이름'),
  required('campaign', 'Campaign name', '广告活动名称', 'Kampagnenname', 'Kampagnen-Name', '캠페인 이름'),
  column('campaignId', 'Campaign ID', '广告活动编号', '广告活动ID', 'Kampagnen-ID', '캠페인 ID'),
  // A row of conversions alone may name its country in one of them only.
  {
    ...column(
      'country',
      ...['Country', 'Marketplace', 'Advertised product marketplace', 'Campaign country', '国家/地区', '推广的商品站点'],
      ...['投放广告活动的国家/地区', 'Land'],
    ),
    firstFilled: true,
  },
  column('retailer', 'Retailer'),
  column('currency', 'Budget currency', 'Currency', '预算货币', 'Budgetwährung', '예산 통화'),
];

export const UNIFIED_AD_GROUP_COLUMNS: readonly ColumnSpec[] = [
  column('adGroup', ...UNIFIED_AD_GROUP),
  column('adGroupId', 'Ad group ID', '广告组编号', '广告组ID', 'Anzeigengruppen-ID'),
];

export const UNIFIED_TARGET_COLUMNS: readonly ColumnSpec[] = [
  column('targetId', 'Target ID', 'Targeting ID', '投放方案编号', '投放编号'),
  column('targeting', 'Target value', 'Target', 'Targeting', '投放方案', '投放值', '投放', '匹配的目标'),
  column(
    'matchType',
    ...['Target match type', 'Targeting match type', 'Match type', '投放匹配类型', '投放匹配类型-Targeting match type', '匹配类型'],
    'Übereinstimmungstyp',
  ),
];

export const UNIFIED_PRODUCT_COLUMNS: readonly ColumnSpec[] = [
  column('asin', 'Advertised product ID', '推广的商品编号', 'ID des beworbenen Produkts'),
  column(
    'sku',
    ...[
      'Advertised product SKU',
      '推广的商品 SKU',
      '推广的商品SKU',
      '推广的商品 SKU-Advertised product SKU',
      'SKU des beworbenen Produkts',
    ],
  ),
];

export const UNIFIED_PLACEMENT_COLUMN = column('placement', ...UNIFIED_PLACEMENT);

export const UNIFIED_MEASURES: readonly ColumnSpec[] = [
  column('impressions', 'Impressions', '展示量', 'Impressionen', '노출수'),
  required('clicks', 'Clicks', '点击量', 'Klicks', '클릭수'),
  required(
    'adCost',
    ...['Total cost', 'Total cost ({currency})', '总成本', '总成本 ({currency})', 'Gesamtkosten', 'Gesamtkosten ({currency})', '총 비용'],
  ),
  column('adOrders', 'Purchases', '购买量', 'Käufe', '구매수'),
  column('adSales', 'Sales', 'Sales ({currency})', '销售额', '销售额 ({currency})', 'Verkäufe', 'Verkäufe ({currency})', '매출'),
  column('adUnits', 'Units sold', '已售商品数量', 'Verkaufte Einheiten'),
  column('adUnitsSameSku', 'Units sold (promoted)', '已售商品数量(推广)'),
  column('adUnitsOtherSku', 'Units sold (halo)', '已售商品数量(光环)'),
  column('adSalesSameSku', 'Sales (promoted)', '推广商品的销量'),
  column('adSalesOtherSku', 'Sales (halo)', '销售额(光环)'),
  column('adOrdersSameSku', 'Purchases (promoted)', '推广商品的购买量'),
  column('adOrdersOtherSku', 'Purchases (halo)', '购买量(光环)'),
  column('adNewBuyers', 'Purchases (new to brand)', 'Purchases (new-to-brand)', '购买量(品牌新客)'),
];

export const UNIFIED_RATIOS: readonly RatioSpec[] = [
  { names: ['CTR'], of: ['clicks'], by: ['impressions'] },
  { names: ['CPC'], of: ['adCost'], by: ['clicks'] },
  { names: ['ROAS'], of: ['adSales'], by: ['adCost'] },
];

/** What all of these reports have in common. */
export const UNIFIED = {
  platform: 'amazon',
  notes: ['sales and purchases are counted over the account’s own window after a click, which the file does not tell'],
  unit: AD_UNIT,
  period: 'span',
  attribution: true,
  storeBy: 'country',
} satisfies Partial<ReportFormat>;
