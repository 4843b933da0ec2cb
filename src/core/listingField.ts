/**
 * The fields of a listing that can be changed by an upload, and whose they are: of the product with all its variations, or
 * of the single listing. A change names them, a rule about texts judges them, an export carries them.
 *
 * `title`, `price` and `compare_at_price` have columns of their own in the facts. The other texts are free attributes of the
 * catalogue: `headers` are the names of their columns in the platform's exports, newest first.
 */

export const LISTING_FIELDS = {
  title: 'text',
  subtitle: 'text',
  short_title: 'text',
  shopping_title: 'text',
  item_highlights: 'text',
  search_terms: 'text',
  tags: 'text',
  seo_title: 'text',
  price: 'money',
  compare_at_price: 'money',
  quantity: 'integer',
} as const satisfies Readonly<Record<string, 'text' | 'money' | 'integer'>>;

export type ListingFieldName = keyof typeof LISTING_FIELDS;

/** What a change of a field is a change of: all variations of a product, or one listing. */
export type Owner = 'product' | 'listing';

/** Platforms whose products carry one title (and its kin) for all variations. On the others each listing has its own. */
const TITLE_OF_PRODUCT: ReadonlySet<string> = new Set([
  'shopify',
  'ebay',
  'etsy',
  'taobao',
  'rakuten',
  'yahoojp',
  'qoo10',
  'shopee',
  'lazada',
  'tiktokshop',
]);

/** Whose a field is on a platform. */
export function ownerOf(platform: string, field: ListingFieldName): Owner {
  return LISTING_FIELDS[field] === 'text' && TITLE_OF_PRODUCT.has(platform) ? 'product' : 'listing';
}

const HEADERS: Readonly<Record<string, Readonly<Partial<Record<ListingFieldName, readonly string[]>>>>> = {
  shopify: { seo_title: ['SEO title', 'SEO Title'], tags: ['Tags'] },
  woocommerce: { seo_title: ['Meta: _yoast_wpseo_title', 'Meta: rank_math_title'] },
  etsy: { tags: ['TAGS'] },
  taobao: { subtitle: ['subtitle', '宝贝卖点'], shopping_title: ['shopping_title', '导购标题'] },
  rakuten: { subtitle: ['キャッチコピー', 'PC用キャッチコピー'] },
  yahoojp: { subtitle: ['headline'] },
  qoo10: { subtitle: ['item_promotion_name'], search_terms: ['search_keyword'] },
  google: { short_title: ['short_title', 'short title'] },
  amazon: { item_highlights: ['title_differentiation', 'item_highlights'], search_terms: ['generic_keywords', 'generic_keyword'] },
};

/** Under which of a catalogue's free columns a text of the platform stands; empty where no export of it is known to carry it. */
export function headersOf(platform: string, field: ListingFieldName): readonly string[] {
  return HEADERS[platform]?.[field] ?? [];
}

/**
 * A text field of a listing from its free attributes (header → cell). Null is unknown: no export carries it. An export that has the
 * column and leaves the cell empty does not list it among the attributes, so an empty text cannot be told from an unknown one.
 */
export function textFromAttributes(platform: string, field: ListingFieldName, attributes: Readonly<Record<string, string>>): string | null {
  for (const header of headersOf(platform, field)) {
    const value = attributes[header];
    if (value !== undefined) return value;
  }
  return null;
}
