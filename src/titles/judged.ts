/**
 * Which titles are judged: one a listing, but one a product where its variations share the title (Shopify keeps a title with the
 * product). A shared title goes by the product's id, and by no SKU, since it belongs to all of them.
 */
import { groupBy } from '../measures/grouping.js';
import type { AuditListing } from './finding.js';

export interface TitledListing extends Omit<AuditListing, 'otherFields'> {
  /** Shared by the variations of one product. */
  readonly productId: string;
}

/** Each title of each product once. */
export function judgedOnce(listings: readonly TitledListing[]): AuditListing[] {
  const groups = groupBy(listings, ({ store, productId, title }) => JSON.stringify([store, productId, title]));
  return [...groups.values()].map((sharing) => {
    const [{ productId, ...listing }] = sharing as [TitledListing];
    if (sharing.length === 1) return listing;
    const productType = sharing.find((other) => other.productType !== null)?.productType ?? null;
    return { ...listing, listingId: productId, sku: null, productType };
  });
}
