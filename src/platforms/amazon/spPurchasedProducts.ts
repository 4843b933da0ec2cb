/**
 * Sponsored Products purchased product report: which other products of the brand shoppers bought after a click on an ad, by the
 * advertised product and the target. It tells no cost and no clicks, so it is a grain of its own that answers no question about
 * performance. Sponsored Brands calls its report "Attributed purchases"; it knows all purchases, and no target.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';
import {
  AD_ACCOUNT,
  AD_DAYS,
  AD_GROUP,
  AD_NOTES,
  AD_ORDERS,
  AD_SALES,
  AD_UNITS,
  ADVERTISED_ASIN_NAMES,
  ADVERTISED_SKU_NAMES,
  CAMPAIGN_NAMES,
  MATCH_TYPE,
  NEW_TO_BRAND,
  PURCHASED_ASIN_NAMES,
  SAME_AND_OTHER_SKU,
  TARGETING_NAMES,
  windows,
} from './adColumns.js';

export const amazonSpPurchasedProducts = defineReport({
  id: 'amazon.sp-purchased-products',
  platform: 'amazon',
  report: 'Sponsored Products purchased product report',
  fills: ['ads'],
  certainty: 'A-',
  source:
    'headers that public tests state to be real (Sponsored Products and Sponsored Brands, 2025); localised names from readers and memory',
  download: 'Advertising console > Measurement & Reporting > Sponsored ads reports > Sponsored Products > Purchased product',
  notes: [...AD_NOTES, 'Sponsored Products lists only purchases of products other than the advertised one'],
  columns: [
    ...AD_DAYS,
    ...AD_ACCOUNT,
    required('campaign', ...CAMPAIGN_NAMES),
    AD_GROUP,
    column('sku', ...ADVERTISED_SKU_NAMES),
    column('asin', ...ADVERTISED_ASIN_NAMES),
    column('targeting', ...TARGETING_NAMES),
    MATCH_TYPE,
    required('purchasedAsin', ...PURCHASED_ASIN_NAMES),
    AD_SALES,
    AD_ORDERS,
    AD_UNITS,
    ...SAME_AND_OTHER_SKU,
    column('adOrdersOtherSku', ...windows('{d} Day Other SKU Orders (#)', '{d} Day Brand Halo ASIN Orders (#)', '{d}天内其他SKU订单数(#)')),
    NEW_TO_BRAND,
  ],
  unit: AD_UNIT,
  period: 'span',
  grain: 'purchased-item',
  attribution: true,
  storeBy: 'country',
});
