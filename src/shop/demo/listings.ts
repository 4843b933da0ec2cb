/**
 * What is on sale where: the catalogue's variants as listings of the four shops, with the platform's own identifiers,
 * titles, list prices and the stock they sell from. Amazon.com and Amazon.ca share the stock at Amazon (FBA); four SKUs on
 * Amazon and nearly all of Shopify are sent from the seller's own warehouse; five Shopify variants are delivered by Amazon.
 */
import type { Family, VariantRow } from './catalogue.js';
import { BRAND, BRAND_ZH, FAMILIES, LONG_TITLES, skuOf } from './catalogue.js';
import { at, createRng } from './rng.js';
import type { StoreId } from './truth.js';

export interface Listing {
  readonly index: number;
  readonly store: StoreId;
  readonly family: Family;
  readonly variant: VariantRow;
  /** The seller's code of the variant, the same in every shop. */
  readonly code: string;
  readonly sku: string | null;
  readonly key: string;
  readonly title: string;
  readonly asin: string;
  readonly handle: string;
  readonly itemId: string;
  readonly options: readonly string[];
  readonly fulfilment: 'amazon' | 'merchant';
  readonly pool: string;
  readonly currency: string;
  readonly listPriceMinor: number;
  /** Units a day, before season, growth, events and ads. */
  readonly ratePerDay: number;
}

const CANADA_RATE_FROM = 0.6;
const CANADA_SHARE = 0.11;
const MERCHANT_FULFILLED = new Set(['JAR-3', 'JAR-5', 'LAMP-3', 'TRAY-M']);
/** Shopify variants that Amazon delivers (multi-channel fulfilment). */
const AMAZON_DELIVERS = new Set(['SCALE', 'GRIND-BLK', 'MATCHA-SET', 'TEAPOT-GL-1200', 'TEAPOT-CI-BLACK']);
const WITHOUT_SKU = new Set(['CANDLE', 'COASTER', 'TOWEL']);
const SHARED_SKU: Readonly<Record<string, string>> = { 'TIMER-5': 'TIMER-4' };

/** All listings, in the order of the catalogue within each shop. */
export function createListings(): Listing[] {
  const listings: Listing[] = [];
  const add = (listing: Omit<Listing, 'index'>) => listings.push({ ...listing, index: listings.length });
  for (const store of ['us', 'ca', 'web', 'tmall'] as const) {
    for (const family of FAMILIES) {
      for (const variant of family.variants) {
        const listing = listingOf(store, family, variant);
        if (listing) add(listing);
      }
    }
  }
  return listings;
}

function listingOf(store: StoreId, family: Family, variant: VariantRow): Omit<Listing, 'index'> | null {
  const code = skuOf(family, variant);
  const [, , usd, , amazon, web, tmall] = variant;
  const isMerchant = MERCHANT_FULFILLED.has(code);
  if (store === 'us' ? amazon === 0 : store === 'ca' && (amazon < CANADA_RATE_FROM || isMerchant)) return null;
  if (store === 'tmall' && tmall === 0) return null;
  const byAmazon = store === 'web' ? AMAZON_DELIVERS.has(code) : store !== 'tmall' && !isMerchant;
  const options = variant[1].split(' / ');
  const handle = slug(family.title);
  const sku = store === 'web' ? webSku(family, code) : code;
  return {
    store,
    family,
    variant,
    code,
    sku,
    key: store === 'web' ? [handle, ...options].join('/') : code,
    title: titleOf(store, family, variant),
    asin: asinOf(code),
    handle,
    itemId: itemIdOf(family.code),
    options,
    fulfilment: byAmazon ? 'amazon' : 'merchant',
    pool: store === 'tmall' ? `tmall:${code}` : byAmazon ? `fba:${code}` : `own:${code}`,
    currency: store === 'ca' ? 'CAD' : store === 'tmall' ? 'CNY' : 'USD',
    listPriceMinor: listPrice(store, usd),
    ratePerDay: store === 'us' ? amazon : store === 'ca' ? amazon * CANADA_SHARE : store === 'web' ? web : tmall,
  };
}

function webSku(family: Family, code: string): string | null {
  return WITHOUT_SKU.has(family.code) ? null : (SHARED_SKU[code] ?? code);
}

function listPrice(store: StoreId, usd: number): number {
  if (store === 'ca') return Math.floor(usd * 1.37) * 100 + 99;
  if (store !== 'tmall') return Math.round(usd * 100);
  const yuan = usd * 5.2;
  return yuan < 100 ? Math.floor(yuan) * 100 + 90 : Math.floor(yuan / 10) * 1000 + 900;
}

function titleOf(store: StoreId, family: Family, variant: VariantRow): string {
  if (store === 'web') return family.title;
  if (store === 'tmall') return `${BRAND_ZH}${family.zhTitle ?? family.title}`;
  const options = variant[1] === 'Default Title' ? '' : `, ${variant[1]}`;
  return `${BRAND} ${family.title}${options}${LONG_TITLES[skuOf(family, variant)] ?? ''}`;
}

/** Invented: the same for every seed, so that docs can name it. */
function asinOf(code: string): string {
  return `B0TK${identifier(`asin/${code}`, '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ', 6)}`;
}

/** The FNSKU that Amazon prints on the units. */
export function fnskuOf(code: string): string {
  return `X00${identifier(`fnsku/${code}`, '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ', 7)}`;
}

function itemIdOf(familyCode: string): string {
  return `7${identifier(`item/${familyCode}`, '0123456789', 11)}`;
}

/** A code of so many characters that depends on nothing but its label. */
export function identifier(label: string, alphabet: string, length: number): string {
  const rng = createRng(0, label);
  return Array.from({ length }, () => at(alphabet.split(''), rng.int(alphabet.length))).join('');
}

function slug(title: string): string {
  const plain = title.normalize('NFD').replace(/[^\w .,-]/g, '');
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
