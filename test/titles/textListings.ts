/** Listings of one text each, for tests of what is pure. */
import type { TextListing } from '../../src/titles/textListing.js';

let last = 0;

/** A listing with a SKU and a title. */
export type Listed = Partial<Omit<TextListing, 'sku' | 'title'>> & { readonly sku: string; readonly title: string };

export function textListing(listing: Listed): TextListing {
  last++;
  return {
    storeId: 1,
    store: 'us',
    platform: 'amazon',
    marketplace: 'Amazon.com',
    currency: 'USD',
    listingPk: last,
    listingId: listing.sku,
    productId: listing.sku,
    role: null,
    variation: null,
    options: null,
    brand: null,
    category: null,
    productType: null,
    priceMinor: 2000,
    compareAtMinor: null,
    status: 'Active',
    url: null,
    attributes: null,
    ...listing,
  };
}
