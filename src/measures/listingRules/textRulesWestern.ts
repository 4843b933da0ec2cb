/**
 * Rules about words and characters of the other western platforms and of a shop's own site, with their sources. Collected in
 * November 2026. A shop's own site may be written as its owner likes: what Google Shopping asks are hints there.
 */
import { PROSE_FIELDS } from './checkListing.js';
import type { TextRule } from './textRule.js';

const FROM_MEMORY = 'general knowledge of the trade; no published source kept';
const GOOGLE_TITLE = 'Google, support.google.com/merchants/answer/6324415';

const ETSY_API = 'Etsy Open API v3, createDraftListing: title';

const ETSY: readonly TextRule[] = [
  {
    name: 'characters',
    platforms: ['etsy'],
    fields: ['title'],
    check: {
      kind: 'outside-class',
      outside: /[^\p{L}\p{Nd}\p{P}\p{Sm}\p{Zs}™©®]/u,
      asked: 'letters, digits, punctuation, mathematical signs, spaces, ™ © ®',
    },
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: ETSY_API,
  },
  {
    name: 'once-only',
    platforms: ['etsy'],
    fields: ['title'],
    check: { kind: 'once-only', characters: '%:&+' },
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: ETSY_API,
  },
  {
    name: 'words',
    platforms: ['etsy'],
    fields: ['title'],
    check: { kind: 'words', most: 15 },
    effectiveFrom: '2025-07-01',
    severity: 'hint',
    certainty: 'memory',
    source: 'Etsy’s advice of 2025: a short, clear noun phrase of fewer than about 15 words; no published source kept',
    optional: true,
  },
  {
    name: 'limits',
    platforms: ['etsy'],
    fields: ['tags'],
    check: { kind: 'tags', most: 13, longest: 20 },
    effectiveFrom: null,
    severity: 'error',
    certainty: 'quoted',
    source: 'apify.com/autoaugeo/listing-seo-length-auditor-for-online-se-8a73: 13 tags of at most 20 characters',
  },
  {
    name: 'characters',
    platforms: ['etsy'],
    fields: ['tags'],
    check: {
      kind: 'outside-class',
      // The comma and the underscore are how its export writes a list and the spaces in it.
      outside: /[^\p{L}\p{Nd}\p{Zs}\p{M}\-'™©®,_]/u,
      asked: "letters, digits, spaces, - ' ™ © ®",
    },
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: 'Etsy Open API v3, createDraftListing: tags',
  },
];

const GOOGLE: readonly TextRule[] = [
  {
    name: 'promotional-phrase',
    platforms: ['google'],
    fields: ['title', 'short_title'],
    check: { kind: 'phrases', list: 'promotional' },
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: GOOGLE_TITLE,
  },
  {
    name: 'all-caps',
    platforms: ['google'],
    fields: ['title', 'short_title'],
    check: { kind: 'all-caps' },
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'official',
    source: GOOGLE_TITLE,
  },
  {
    name: 'symbols',
    platforms: ['google'],
    fields: ['title', 'short_title'],
    check: { kind: 'symbols' },
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'official',
    source: GOOGLE_TITLE,
  },
  {
    name: 'short',
    platforms: ['google'],
    fields: ['short_title'],
    check: { kind: 'short', least: 5, unit: 'characters' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'official',
    source: 'Google, support.google.com/merchants/answer/11551083: 5 to 65 characters are recommended',
  },
];

const OWN_SHOPS = ['shopify', 'woocommerce'];
const FEEDS = `where the shop feeds Google Shopping: ${GOOGLE_TITLE}`;

const HINTS: readonly TextRule[] = [
  {
    name: 'promotional-phrase',
    platforms: OWN_SHOPS,
    fields: ['title'],
    check: { kind: 'phrases', list: 'promotional' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'official',
    source: FEEDS,
  },
  {
    name: 'all-caps',
    platforms: OWN_SHOPS,
    fields: ['title'],
    check: { kind: 'all-caps' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'official',
    source: FEEDS,
  },
  {
    name: 'symbols',
    platforms: OWN_SHOPS,
    fields: ['title'],
    check: { kind: 'symbols' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'official',
    source: FEEDS,
  },
  {
    name: 'repeated-word',
    platforms: [...OWN_SHOPS, 'ebay', 'etsy', 'google', 'aliexpress', 'shopee', 'lazada', 'tiktokshop'],
    fields: ['title'],
    check: { kind: 'repeated-word', most: 2, forms: false },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'memory',
    source: FROM_MEMORY,
    remark: 'A word that stands often enough once helps no search.',
  },
  {
    name: 'promotional-phrase',
    platforms: ['walmart'],
    fields: ['title'],
    check: { kind: 'phrases', list: 'promotional' },
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'memory',
    source: FROM_MEMORY,
  },
  {
    name: 'repeated-word',
    platforms: ['walmart'],
    fields: ['title'],
    check: { kind: 'repeated-word', most: 2, forms: false },
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'memory',
    source: FROM_MEMORY,
  },
  {
    name: 'all-caps',
    platforms: ['walmart', 'ebay', 'etsy', 'shopee', 'lazada', 'tiktokshop', 'aliexpress'],
    fields: ['title'],
    check: { kind: 'all-caps' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'memory',
    source: FROM_MEMORY,
  },
  {
    name: 'promotional-phrase',
    platforms: ['ebay', 'shopee', 'lazada', 'tiktokshop', 'aliexpress'],
    fields: ['title'],
    check: { kind: 'phrases', list: 'promotional' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'memory',
    source: FROM_MEMORY,
  },
  {
    name: 'symbols',
    platforms: ['walmart', 'ebay', 'shopee', 'lazada', 'tiktokshop'],
    fields: ['title'],
    check: { kind: 'symbols' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'memory',
    source: FROM_MEMORY,
  },
  {
    name: 'contact',
    platforms: ['amazon', 'ebay', 'etsy', 'walmart', 'shopee', 'lazada', 'tiktokshop', 'aliexpress', 'google'],
    fields: PROSE_FIELDS,
    check: { kind: 'contact' },
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'memory',
    source: FROM_MEMORY,
  },
  {
    name: 'other-platform',
    platforms: ['amazon', 'ebay', 'etsy', 'walmart', 'shopee', 'lazada', 'tiktokshop', 'aliexpress'],
    fields: ['title'],
    check: { kind: 'other-platform' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'memory',
    source: FROM_MEMORY,
  },
  shortTitle(['walmart'], 50),
  shortTitle(['shopee', 'lazada'], 20),
  shortTitle(['tiktokshop'], 25),
];

function shortTitle(platforms: readonly string[], least: number): TextRule {
  return {
    name: 'short',
    platforms,
    fields: ['title'],
    check: { kind: 'short', least, unit: 'characters' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'memory',
    source: FROM_MEMORY,
  };
}

export const WESTERN_TEXT_RULES: readonly TextRule[] = [...ETSY, ...GOOGLE, ...HINTS];
