/**
 * What is known about the listing of a text, by name: for conditions, templates, and rules that look for a brand or a colour.
 *
 * A text of a product with several variations knows only what all of them share: the colour of a mug in three colours is not known,
 * and the reason says so. Units and stock of its variations are added. Free attributes go by the header of the catalogue's column in
 * snake_case, with or without what stands in brackets: `Color (product.metafields.shopify.color-pattern)` is `color`.
 *
 * Brand: what the catalogue says; where it says nothing, a brand of the settings or of the seller's other listings with which the title
 * begins. Size and colour: an option or attribute of that name, else by their form out of the variation (`variation.ts`).
 */
import { LISTING_FIELDS, type ListingFieldName } from '../../core/listingField.js';
import { decimalFromMinor } from '../../core/money.js';
import type { ConditionValue } from '../../measures/condition.js';
import type { OwnedText, TextListing } from '../textListing.js';
import { textOf } from '../textListing.js';
import { freeAttribute, optionNamed } from './attributes.js';
import type { PhraseFinder } from './phrases.js';
import { colourIn, sizeIn, variationParts } from './variation.js';

export interface EditSubject {
  readonly owned: OwnedText;
  /** A text for a template: null where it is unknown, with the reason. */
  attribute(name: string): { readonly value: string } | { readonly missing: string };
  /** A value for a condition; null is unknown. */
  value(name: string): ConditionValue;
}

/** Figures of a listing's last 30 days and its stock; null is unknown. */
export interface ListingFigures {
  readonly units: number | null;
  readonly sales: number | null;
  readonly available: number | null;
}

export interface SubjectSources {
  readonly figures: (listing: TextListing) => ListingFigures;
  /** Search terms whose words all stand in the text, in sums; `name` is one of `TERM_FIELDS`. */
  readonly terms: (owned: OwnedText, name: string) => number | null;
  /** Values of the rule file for what the catalogue does not tell. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly brands: PhraseFinder;
  /** Values that a test of a rule file states. */
  readonly stated?: Readonly<Record<string, ConditionValue>>;
}

type TextOf = (listing: TextListing) => string | null;

/** What the facts keep in columns of their own. */
const COLUMNS: Readonly<Record<string, TextOf>> = {
  store: (listing) => listing.store,
  platform: (listing) => listing.platform,
  marketplace: (listing) => listing.marketplace,
  currency: (listing) => listing.currency,
  sku: (listing) => listing.sku,
  listing_id: (listing) => listing.listingId,
  product_id: (listing) => listing.productId,
  title: (listing) => listing.title,
  variation: (listing) => listing.variation,
  category: (listing) => listing.category,
  product_type: (listing) => listing.productType,
  status: (listing) => listing.status,
  role: (listing) => listing.role,
  url: (listing) => listing.url,
  price: (listing) => amount(listing.priceMinor, listing.currency),
  compare_at_price: (listing) => amount(listing.compareAtMinor, listing.currency),
};

/** What sellers call the options, by `nameOf`. */
const SIZES = 'size größe groesse taille talla tamaño taglia tamanho maat storlek 尺码 尺寸 规格 サイズ'.split(' ');
const COLOURS = 'color farbe couleur colore cor kleur färg 颜色 颜色分类 カラー 色'.split(' ');

/** What an option of that name says; where the catalogue keeps no names, what the form of the variation's parts tells. */
const OF_VARIATION: Readonly<Record<string, TextOf>> = {
  size: (listing) =>
    optionNamed(listing, SIZES) ?? freeAttribute(listing, 'size') ?? (listing.variation === null ? null : sizeIn(listing.variation)),
  color: (listing) =>
    optionNamed(listing, COLOURS) ??
    freeAttribute(listing, 'color') ??
    freeAttribute(listing, 'colour') ??
    (listing.variation === null ? null : colourIn(listing.variation)),
  option1: (listing) => variationParts(listing.variation ?? '')[0] ?? null,
  option2: (listing) => variationParts(listing.variation ?? '')[1] ?? null,
  option3: (listing) => variationParts(listing.variation ?? '')[2] ?? null,
};

/** Names of a condition that hold numbers, besides prices; of templates only `limit` makes no sense. */
export const TERM_FIELDS = ['searched_words', 'clicks', 'orders', 'ad_cost', 'ad_sales', 'acos'] as const;
export const FIGURE_FIELDS = ['units_30d', 'sales_30d', 'available'] as const;
export const TEXT_FIELDS = ['text', 'length', 'words', 'limit'] as const;
export const NUMBER_FIELDS: ReadonlySet<string> = new Set([
  ...TERM_FIELDS,
  ...FIGURE_FIELDS,
  'length',
  'words',
  'limit',
  'price',
  'compare_at_price',
]);

/** Every name that needs no catalogue. */
export const SUBJECT_NAMES: readonly string[] = [
  ...Object.keys(COLUMNS),
  'brand',
  ...Object.keys(OF_VARIATION),
  ...Object.keys(LISTING_FIELDS).filter((name) => !(name in COLUMNS) && name !== 'quantity'),
  ...TEXT_FIELDS,
  ...FIGURE_FIELDS,
  ...TERM_FIELDS,
];

export function subjectOf(owned: OwnedText, sources: SubjectSources): EditSubject {
  const subject: EditSubject = {
    owned,
    attribute(name) {
      const value = told(owned, name, sources);
      if (value === DIFFERS) return { missing: `${shown(name)} differs between its variations` };
      return value === null ? { missing: `no ${shown(name)} known` } : { value };
    },
    value(name) {
      const stated = sources.stated?.[name];
      if (stated !== undefined) return stated;
      if ((FIGURE_FIELDS as readonly string[]).includes(name)) return figure(owned, name, sources);
      if ((TERM_FIELDS as readonly string[]).includes(name)) return sources.terms(owned, name);
      const value = told(owned, name, sources);
      if (value === DIFFERS || value === null) return null;
      return name === 'price' || name === 'compare_at_price' ? Number(value) : value;
    },
  };
  return subject;
}

function shown(name: string): string {
  return name.replaceAll('_', ' ');
}

const DIFFERS = Symbol('differs');

function told(owned: OwnedText, name: string, sources: SubjectSources): string | null | typeof DIFFERS {
  const stated = sources.stated?.[name];
  if (stated !== undefined) return stated === null ? null : String(stated);
  const found = name === 'brand' ? brandOf(owned, sources) : shared(owned, name);
  return found ?? sources.defaults[name] ?? null;
}

function brandOf(owned: OwnedText, sources: SubjectSources): string | null | typeof DIFFERS {
  const brand = sharedBy(owned, (listing) => listing.brand, false);
  if (brand !== null) return brand;
  const title = owned.listings[0].title ?? '';
  return sources.brands(title).find(({ span }) => span[0] === 0)?.phrase ?? null;
}

/** What all listings of the text say; attributes that a catalogue writes on the first row of a product only belong to all of them. */
function shared(owned: OwnedText, name: string): string | null | typeof DIFFERS {
  const ofVariation = OF_VARIATION[name];
  if (ofVariation) return sharedBy(owned, ofVariation, true);
  const column = COLUMNS[name];
  if (column) return sharedBy(owned, column, name === 'variation' || name === 'sku');
  if (name in LISTING_FIELDS) return sharedBy(owned, (listing) => textOf(listing, name as ListingFieldName), false);
  return sharedBy(owned, (listing) => freeAttribute(listing, name), false);
}

/** `byEach`: one listing without a value is enough for the others not to speak for it. */
function sharedBy(owned: OwnedText, read: TextOf, byEach: boolean): string | null | typeof DIFFERS {
  let found: string | null = null;
  for (const listing of owned.listings) {
    const value = read(listing);
    if (value === null || value === '') {
      if (byEach && owned.listings.length > 1) return found === null ? null : DIFFERS;
      continue;
    }
    if (found !== null && found !== value) return DIFFERS;
    found = value;
  }
  return found;
}

function amount(minor: number | null, currency: string | null): string | null {
  return minor === null ? null : decimalFromMinor(minor, currency);
}

function figure(owned: OwnedText, name: string, sources: SubjectSources): number | null {
  let sum: number | null = null;
  for (const listing of owned.listings) {
    const figures = sources.figures(listing);
    const value = name === 'units_30d' ? figures.units : name === 'sales_30d' ? figures.sales : figures.available;
    if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum;
}
