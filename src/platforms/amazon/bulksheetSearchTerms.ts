/**
 * The search term sheets of a bulk file (Sponsored Products and Brands): what shoppers typed, by keyword or target with their ids, over the
 * days that the file's name tells (`bulk-…-20260401-20260430-….xlsx`). The bids beside it stand in the other sheets.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';
import { BULK_CAMPAIGN, BULK_TARGET } from './bulkColumns.js';

export const amazonBulksheetSearchTerms = defineReport({
  id: 'amazon.bulksheet-search-terms',
  platform: 'amazon',
  report: 'Advertising bulk file: search term sheet',
  fills: ['ads'],
  certainty: 'A-',
  source: 'headers of real bulk files of 2023 to 2026 in public readers and notes (English, German, Spanish)',
  download: 'Advertising console > Bulk operations > Create & download a custom spreadsheet, with "Search term data"',
  notes: ['sales and orders are counted over 7 days after a click, for Brands over 14; the file does not tell'],
  columns: [
    ...BULK_CAMPAIGN,
    ...BULK_TARGET,
    required(
      'searchTerm',
      ...['Customer Search Term', 'Suchbegriff eines Kunden', 'Término de búsqueda de cliente', 'Término de búsqueda', '客户搜索词'],
    ),
    column('impressions', 'Impressions', 'Impresiones', '展示量'),
    required('clicks', 'Clicks', 'Klicks', 'Clics', '点击量'),
    required('adCost', 'Spend', 'Ausgaben', 'Gasto', 'Inversión', '花费'),
    column('adSales', 'Sales', 'Verkäufe', 'Ventas', '销售额'),
    column('adOrders', 'Orders', 'Bestellungen', 'Pedidos', '订单数量'),
    column('adUnits', 'Units', 'Einheiten', 'Unidades', '商品数量'),
  ],
  ratios: [
    { names: ['Click-through Rate', 'Klickrate'], of: ['clicks'], by: ['impressions'] },
    { names: ['Conversion Rate', 'Conversion-Rate'], of: ['adOrders'], by: ['clicks'] },
    { names: ['ACOS'], of: ['adCost'], by: ['adSales'] },
    { names: ['CPC'], of: ['adCost'], by: ['clicks'] },
    { names: ['ROAS'], of: ['adSales'], by: ['adCost'] },
  ],
  hasOneOf: [
    ...['Keyword ID', 'Product Targeting ID', 'Keyword-ID', 'Produkt-Targeting-ID', 'ID de palabra clave'],
    ...['ID de segmentación por productos', '关键词编号', '商品投放编号'],
  ],
  not: ['Entity', 'Entität', 'Entidad', 'Record Type', 'Date range', 'Total cost'],
  unit: AD_UNIT,
  period: 'none',
  grain: 'search-term',
});
