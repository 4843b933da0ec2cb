/** Google Ads: products of Shopping and Performance Max campaigns, by the item id of the Merchant feed, which is the seller's SKU as a rule. */
import { column, required } from '../define.js';
import { COST } from './adsColumns.js';
import { ITEM_ID, SEARCH_TERM } from './adsNames.js';
import { adsReport } from './adsReport.js';

export const googleAdsProducts = adsReport({
  id: 'google.ads-products',
  report: 'Google Ads: products (Shopping, Performance Max)',
  fills: ['ads'],
  certainty: 'C',
  source: 'column names of the report editor from documentation and memory; figures as in real exports of the other reports',
  grain: 'item',
  columns: [
    required('productId', ...ITEM_ID),
    column('sku', ...ITEM_ID),
    column(
      'title',
      'Product title',
      'Title',
      'Product',
      'Produkttitel',
      'Titre du produit',
      'Título del producto',
      '商品タイトル',
      '商品名称',
    ),
  ],
  hasOneOf: ['Impr.', ...COST],
  not: [...SEARCH_TERM, 'Order ID', 'Available', 'Quantity', 'Availability'],
});
