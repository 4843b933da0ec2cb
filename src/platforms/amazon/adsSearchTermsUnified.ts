/**
 * The search terms of the unified custom report of the Ads console (2025 and later): columns and grouping are the seller's choice.
 * `Date range` is the first to the last day on which the row had traffic, not the report's period (in a real file the rows' ranges
 * differ and overlap). Ids are guarded as `="468170906203317"`. Sales are counted over the account's own window, which the
 * headers do not tell. English names from a real file; Chinese, German and Korean ones from public readers.
 */
import { column, defineReport, required } from '../define.js';

export const amazonAdsSearchTermsUnified = defineReport({
  id: 'amazon.ads-search-terms-unified',
  platform: 'amazon',
  report: 'Sponsored ads custom report with search terms',
  fills: ['ads'],
  certainty: 'A',
  source: 'a real export (US, 2026); localised names from public readers',
  download: 'Advertising console > Measurement & Reporting > Create report > Custom, with "Search term"',
  notes: ['sales and purchases are counted over the account’s own window after a click, which the file does not tell'],
  columns: [
    column('day', 'Date', '日期', 'Datum', '날짜'),
    column('dateRange', 'Date range', '日期范围', 'Datumsbereich'),
    column('firstDay', 'Start date', '开始日期', 'Startdatum'),
    column('lastDay', 'End date', '结束日期', 'Enddatum'),
    column('portfolio', 'Portfolio name', '广告组合名称', 'Portfolioname', '포트폴리오 이름'),
    required('campaign', 'Campaign name', '广告活动名称', 'Kampagnenname', 'Kampagnen-Name', '캠페인 이름'),
    column('campaignId', 'Campaign ID', '广告活动编号', '广告活动ID', 'Kampagnen-ID', '캠페인 ID'),
    column('adGroup', 'Ad group name', '广告组名称', 'Name der Anzeigengruppe', 'Anzeigengruppenname', '광고 그룹 이름'),
    column('adGroupId', 'Ad group ID', '广告组编号', '广告组ID', 'Anzeigengruppen-ID'),
    column('targeting', 'Target value', 'Target', 'Targeting', '投放方案', '匹配的目标'),
    column('matchType', 'Target match type', 'Match type', '投放匹配类型', 'Übereinstimmungstyp'),
    required('searchTerm', 'Search term', '搜索词', 'Suchbegriff', '검색어'),
    column('country', 'Country', 'Marketplace', '国家/地区', 'Land'),
    column('retailer', 'Retailer'),
    column('currency', 'Budget currency', 'Currency', '预算货币', 'Budgetwährung', '예산 통화'),
    column('impressions', 'Impressions', '展示量', 'Impressionen', '노출수'),
    required('clicks', 'Clicks', '点击量', 'Klicks', '클릭수'),
    required(
      'adCost',
      'Total cost',
      'Total cost ({currency})',
      '总成本',
      '总成本 ({currency})',
      'Gesamtkosten',
      'Gesamtkosten ({currency})',
      '총 비용',
    ),
    column('adOrders', 'Purchases', '购买量', 'Käufe', '구매수'),
    column('adSales', 'Sales', 'Sales ({currency})', '销售额', '销售额 ({currency})', 'Verkäufe', 'Verkäufe ({currency})', '매출'),
    column('adUnits', 'Units sold', '已售商品数量', 'Verkaufte Einheiten'),
    column('adUnitsSameSku', 'Units sold (promoted)', '已售商品数量(推广)'),
    column('adUnitsOtherSku', 'Units sold (halo)', '已售商品数量(光环)'),
    column('adSalesSameSku', 'Sales (promoted)', '推广商品的销量'),
    column('adSalesOtherSku', 'Sales (halo)', '销售额(光环)'),
  ],
  ratios: [
    { names: ['CTR'], of: ['clicks'], by: ['impressions'] },
    { names: ['CPC'], of: ['adCost'], by: ['clicks'] },
    { names: ['ROAS'], of: ['adSales'], by: ['adCost'] },
    { names: ['Cost per purchase'], of: ['adCost'], by: ['adOrders'] },
    { names: ['Purchase rate'], of: ['adOrders'], by: ['impressions'] },
  ],
  not: ['Customer Search Term', '客户搜索词', 'Added/Excluded', 'Campaign type', 'Spend', 'Spend(USD)'],
  unit: ['campaign', 'campaignId', 'day'],
  period: 'span',
  grain: 'search-term',
  attribution: true,
  storeBy: 'country',
});
