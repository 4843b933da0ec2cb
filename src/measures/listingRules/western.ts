/**
 * Length rules of the western platforms, with their sources. Collected in November 2026.
 *
 * Left out: limits that a category lowers below the platform's (Amazon style guides). Rules about words and characters are
 * in textRules*.ts.
 */
import type { LengthRule } from './rule.js';

const FROM_MEMORY = 'general knowledge of the trade; no published source kept';

/** Books, music, video and software: Amazon's own type names for them begin with ABIS_ or are one of these words. */
export const AMAZON_MEDIA = [
  'ABIS_*',
  'BOOK',
  'BOOKS',
  'BOOKS_1973_AND_LATER',
  'EBOOK',
  'MUSIC',
  'VIDEO',
  'DVD',
  'VIDEO_DVD',
  'VIDEO_VHS',
  'SOFTWARE',
];

/** The announcement of the limit of 75 characters and of item highlights. */
export const AMAZON_75 =
  'Amazon, "Updates to improve your product titles begin on July 27", 2026-06-10, sellercentral.amazon.com/seller-forums/discussions/t/145b6d0f-999c-4555-896c-c694bda2e470';

const AMAZON: readonly LengthRule[] = [
  {
    id: 'amazon/title-length',
    platform: 'amazon',
    field: 'title',
    limit: 200,
    unit: 'characters',
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: 'Amazon, "Product title requirements and guidelines", sellercentral-europe.amazon.com/help/hub/reference/external/201100890',
  },
  {
    id: 'amazon/title-length',
    platform: 'amazon',
    field: 'title',
    limit: 75,
    unit: 'characters',
    effectiveFrom: '2026-07-27',
    severity: 'error',
    certainty: 'quoted',
    source: AMAZON_75,
    remark: 'Amazon shortens longer titles itself.',
    exceptMarketplaces: ['SA', 'EG', 'TR', 'AE'],
    exceptProductTypes: AMAZON_MEDIA,
  },
  {
    id: 'amazon/item-highlights-length',
    platform: 'amazon',
    field: 'item_highlights',
    limit: 125,
    unit: 'characters',
    effectiveFrom: '2026-07-27',
    severity: 'error',
    certainty: 'quoted',
    source: AMAZON_75,
    remark: 'Amazon takes item highlights only with a title of at most 75 characters.',
    exceptMarketplaces: ['SA', 'EG', 'TR', 'AE'],
  },
  {
    id: 'amazon/search-terms-length',
    platform: 'amazon',
    field: 'search_terms',
    limit: 249,
    unit: 'utf8-bytes',
    effectiveFrom: null,
    severity: 'error',
    certainty: 'quoted',
    source:
      'dev.to/toolmaxo/amazon-cut-product-titles-to-75-characters-a-small-checker-that-finds-every-problem-2b0a: search terms must stay under 250 bytes',
    remark: 'Over the limit Amazon ignores the whole field.',
    // Amazon sets other limits there, and no source for them is at hand.
    exceptMarketplaces: ['IN', 'JP'],
  },
];

const EBAY_SOURCE = 'eBay, developer.ebay.com/api-docs/user-guides/static/trading-user-guide/listing-title.html';

const OTHERS: readonly LengthRule[] = [
  {
    id: 'ebay/title-length',
    platform: 'ebay',
    field: 'title',
    limit: 80,
    unit: 'characters',
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: EBAY_SOURCE,
  },
  {
    id: 'ebay/subtitle-length',
    platform: 'ebay',
    field: 'subtitle',
    limit: 55,
    unit: 'characters',
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: EBAY_SOURCE,
  },
  {
    id: 'etsy/title-length',
    platform: 'etsy',
    field: 'title',
    limit: 140,
    unit: 'characters',
    effectiveFrom: '2011-07-05',
    severity: 'error',
    certainty: 'official',
    source: 'Etsy, "Listing title validation changes", groups.google.com/g/etsy-api-v2/c/TROSD3BdGIE',
  },
  {
    id: 'google/title-length',
    platform: 'google',
    field: 'title',
    limit: 150,
    unit: 'characters',
    effectiveFrom: null,
    severity: 'error',
    certainty: 'quoted',
    source: 'docs.commercetools.com/agentic-commerce/ai-hub/google/product-data: "Limit to 150 characters"',
  },
  {
    id: 'google/short-title-length',
    platform: 'google',
    field: 'short_title',
    limit: 150,
    unit: 'characters',
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: 'Google, support.google.com/merchants/answer/11551083',
    remark: 'Google recommends 5 to 65 characters.',
  },
  {
    id: 'shopify/title-length',
    platform: 'shopify',
    field: 'title',
    limit: 255,
    unit: 'characters',
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'memory',
    source: FROM_MEMORY,
  },
  {
    id: 'shopify/seo-title-length',
    platform: 'shopify',
    field: 'seo_title',
    limit: 70,
    unit: 'characters',
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'memory',
    source: FROM_MEMORY,
    remark: 'Search engines show about 60 characters.',
  },
  {
    id: 'walmart/title-length',
    platform: 'walmart',
    field: 'title',
    limit: 200,
    unit: 'characters',
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'memory',
    source: FROM_MEMORY,
    remark: 'Walmart recommends 50 to 75 characters.',
  },
];

export const WESTERN_RULES: readonly LengthRule[] = [...AMAZON, ...OTHERS];
