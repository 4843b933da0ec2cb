/**
 * What the titles department reads: listings with their texts, and the texts themselves, each once where the variations of a
 * product share it.
 */
import { type ListingFieldName, type Owner, ownerOf, textFromAttributes } from '../core/listingField.js';

/** A listing as far as its texts go. Null is unknown: no import told it. */
export interface TextListing {
  readonly storeId: number;
  readonly store: string;
  readonly platform: string;
  /** A country code or the platform's own name for the place (`Amazon.ae`). */
  readonly marketplace: string | null;
  readonly currency: string | null;
  readonly listingPk: number;
  readonly listingId: string;
  /** Shared by the variations of one product. */
  readonly productId: string;
  /** `parent` holds variations and is not sold itself. */
  readonly role: string | null;
  readonly sku: string | null;
  readonly title: string | null;
  readonly variation: string | null;
  /** JSON: the options that tell it from its siblings, name → value. */
  readonly options: string | null;
  readonly brand: string | null;
  readonly category: string | null;
  readonly productType: string | null;
  readonly priceMinor: number | null;
  readonly compareAtMinor: number | null;
  readonly status: string | null;
  readonly url: string | null;
  /** JSON: the other columns of the catalogue, header → cell. */
  readonly attributes: string | null;
}

/** A text that a change would change: of a product with all its variations, or of one listing. */
export interface OwnedText {
  readonly owner: Owner;
  /** The product's key or the listing's. */
  readonly id: string;
  /** The SKU where exactly one listing has the text. */
  readonly sku: string | null;
  readonly text: string | null;
  /** All listings that share it, in their order; the first stands for them. */
  readonly listings: readonly [TextListing, ...TextListing[]];
}

/** The texts of a field, each once. Listings come in the order of the query: by store, product and listing. */
export function ownedTexts(listings: readonly TextListing[], field: ListingFieldName): OwnedText[] {
  const texts: OwnedText[] = [];
  for (let from = 0; from < listings.length; ) {
    const first = listings[from] as TextListing;
    const owner = ownerOf(first.platform, field);
    let end = from + 1;
    if (owner === 'product') while (end < listings.length && isOfProduct(listings[end] as TextListing, first)) end++;
    const sharing: OwnedText['listings'] = end === from + 1 ? [first] : [first, ...listings.slice(from + 1, end)];
    texts.push({
      owner,
      id: owner === 'product' ? first.productId : first.listingId,
      sku: sharing.length === 1 ? first.sku : null,
      text: firstText(sharing, field),
      listings: sharing,
    });
    from = end;
  }
  return texts;
}

function isOfProduct({ storeId, productId }: TextListing, first: TextListing): boolean {
  return productId === first.productId && storeId === first.storeId;
}

function firstText(listings: readonly TextListing[], field: ListingFieldName): string | null {
  for (const listing of listings) {
    const text = textOf(listing, field);
    if (text !== null) return text;
  }
  return null;
}

/** A text of one listing; null where no import told it. */
export function textOf(listing: TextListing, field: ListingFieldName): string | null {
  if (field === 'title') return listing.title;
  return listing.attributes === null
    ? null
    : textFromAttributes(listing.platform, field, JSON.parse(listing.attributes) as Record<string, string>);
}
