/**
 * Titles as the keyword analyses look at them, each once where variations share it: the words of the title, the words of
 * everything that the catalogue says of the listing, its brand and what it is.
 */
import { groupBy } from '../../measures/grouping.js';
import { countryOf } from '../../measures/listingRules/rule.js';
import { languageOf } from '../../measures/words/language.js';
import { type SearchText, searchText, searchWords } from '../../measures/words/searchWords.js';
import type { Dictionary } from '../../measures/words/words.js';
import { type OwnedText, ownedTexts, type TextListing } from '../textListing.js';
import { brandIn, sharedBeginning } from './brand.js';
import { type ProductType, productTypeOf } from './productType.js';

export interface ListingText {
  /** Its place in the list. */
  readonly index: number;
  readonly owned: OwnedText;
  readonly storeId: number;
  readonly store: string;
  /** The SKU where it has exactly one, else the key of listing or product. */
  readonly label: string;
  readonly language: string;
  readonly title: string | null;
  /** The words of the title. */
  readonly inTitle: SearchText;
  /** The words of title, variation, brand, category, product type and the catalogue's other columns. */
  readonly own: SearchText;
  /** The same without tags and search terms of the seller's: there stands what shoppers may type, which proves nothing of the product. */
  readonly vouched: SearchText;
  /** Where the brand stands in the title; null where it does not say one. */
  readonly brand: { readonly start: number; readonly end: number } | null;
  /** The brand was inferred from how the store's titles begin. */
  readonly isBrandInferred: boolean;
  readonly type: ProductType | null;
  /** Stems of what it is, from the title and the catalogue's product type. */
  readonly heads: ReadonlySet<string>;
}

/** Columns that hold numbers, places and states, no words about the product. */
const NO_WORDS =
  /\b(id|ids|url|link|image|img|photo|picture|date|time|shipping|status|channel|group|template|fee|price|quantity|qty|weight|sku|barcode|tax|path)\b|图|编号|时间/iu;
/** Columns that only searches see. */
const TAGS = /\b(tags?|keywords?|search ?terms?)\b|关键词|キーワード/iu;
const MOST_CHARACTERS = 3000;

function isNoTag(header: string): boolean {
  return !TAGS.test(header.replaceAll(/[-_]/g, ' '));
}

/** How a text is named in a sentence. */
export type Label = (text: ListingText) => string;

/** By SKU or id; with the store (`us:KETTLE-17`) where texts of several stores are named, since stores may share SKUs. */
export function labelling(texts: readonly ListingText[]): Label {
  const several = new Set(texts.map((text) => text.storeId)).size > 1;
  return (text) => (several ? `${text.store}:${text.label}` : text.label);
}

/** The titles of listings that are sold. `dictionary`: the seller's own words of languages without spaces. */
export function listingTexts(listings: readonly TextListing[], dictionary?: Dictionary): ListingText[] {
  const brands = [...new Set(listings.map((listing) => listing.brand).filter((brand) => brand !== null))];
  const sold = listings.filter((listing) => listing.role !== 'parent');
  const byStore = [...groupBy(ownedTexts(sold, 'title'), (owned) => owned.listings[0].storeId).values()];
  return byStore.flatMap((ofStore) => withBrands(ofStore, brands, dictionary)).map((text, index) => ({ ...text, index }));
}

function withBrands(
  ofStore: readonly OwnedText[],
  brands: readonly string[],
  dictionary: Dictionary | undefined,
): Omit<ListingText, 'index'>[] {
  const titles = ofStore.map((owned) => owned.text).filter((title) => title !== null);
  const beginning = sharedBeginning(titles);
  return ofStore.map((owned) => {
    const { brand } = owned.listings[0];
    const known = brandIn(owned.text ?? '', brand === null ? brands : [brand]);
    const inferred = known === null && beginning !== null && brand === null ? brandIn(owned.text ?? '', [beginning]) : null;
    return listingText(owned, known ?? inferred, known === null && inferred !== null, dictionary);
  });
}

function listingText(
  owned: OwnedText,
  brand: ListingText['brand'],
  isBrandInferred: boolean,
  dictionary: Dictionary | undefined,
): Omit<ListingText, 'index'> {
  const [first] = owned.listings;
  const language = languageOf(first.platform, countryOf(first.marketplace));
  const type = owned.text === null ? null : productTypeOf(owned.text, brand?.start === 0 ? brand.end : 0, language);
  const named = first.productType === null ? [] : searchWords(first.productType.replaceAll('_', ' '), language, dictionary);
  const described = owned.listings.flatMap((listing) => [listing.variation, listing.brand, ...attributeTexts(listing, () => true)]);
  const proved = owned.listings.flatMap((listing) => [listing.variation, listing.brand, ...attributeTexts(listing, isNoTag)]);
  const texts = (of: readonly (string | null)[]) => [owned.text, first.category, first.productType, ...new Set(of)];
  const own = searchText(texts(described), language, dictionary);
  return {
    owned,
    storeId: first.storeId,
    store: first.store,
    label: owned.sku ?? owned.id,
    language,
    title: owned.text,
    inTitle: searchText([owned.text], language, dictionary),
    own,
    vouched: proved.length === described.length ? own : searchText(texts(proved), language, dictionary),
    brand,
    isBrandInferred,
    type,
    heads: new Set([...(type?.heads ?? []), ...(named.length > 0 ? [named.at(-1)?.stem as string] : [])]),
  };
}

/** The catalogue's other columns that say something about the product in words. */
function attributeTexts(listing: TextListing, isMeant: (header: string) => boolean): string[] {
  if (listing.attributes === null) return [];
  return Object.entries(JSON.parse(listing.attributes) as Record<string, string>)
    .filter(
      ([header, text]) =>
        isMeant(header) && !NO_WORDS.test(header.replaceAll(/[-_]/g, ' ')) && /\p{L}{2}/u.test(text) && !text.includes('://'),
    )
    .map(([, text]) => text.replaceAll(/<[^>]*>/g, ' ').slice(0, MOST_CHARACTERS));
}
