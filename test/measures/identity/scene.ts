/** Small scenes for the identity map: listings written as `store/number: SKU, GTIN`, answers as texts that can be read. */
import { deriveIdentities } from '../../../src/measures/identity/derive.js';
import type { Identities, IdentityFacts, IdentityListing, IdentityMapping, OwnProduct } from '../../../src/measures/identity/identity.js';

export const GTIN = ['4006381333931', '0036000291452', '9783161484100'] as const;

/** Stores by number: 1 us, 2 web, 3 tmall, 4 etsy. The first digit of a listing's number is its store. */
export function listing(
  listingPk: number,
  sku: string | null,
  gtin: string | null = null,
  more: Partial<IdentityListing> = {},
): IdentityListing {
  return { listingPk, storeId: Math.floor(listingPk / 10), clientId: null, sku, gtin, isRemoved: false, ...more };
}

export function said(
  by: 'hand' | 'file',
  ownSku: string,
  listingPk: number | null,
  units = 1,
  clientId: number | null = null,
): IdentityMapping {
  return { by, ownSku, listingPk, units, clientId };
}

export function facts(listings: IdentityListing[], mappings: IdentityMapping[] = [], products: OwnProduct[] = []): IdentityFacts {
  return { listings, mappings, products };
}

/** `K: 11 hand, 21 sku`, with `K ×3` for packs. */
export function productsOf(identities: Identities): string[] {
  return identities.products.map(({ ownSku, units, gtin, listings }) => {
    const name = ownSku ?? `gtin ${gtin}`;
    return `${name}${units === 1 ? '' : ` ×${units}`}: ${listings.map(({ listingPk, by }) => `${listingPk} ${by}`).join(', ')}`;
  });
}

/** `shared_sku S: 21, 22`, with the products that are claimed behind an arrow. */
export function conflictsOf(identities: Identities): string[] {
  return identities.conflicts.map(({ kind, value, listings, products }) => {
    const claimed = products.map(({ ownSku, units }) => (units === 1 ? ownSku : `${ownSku} ×${units}`)).join(', ');
    return `${kind}${value === null ? '' : ` ${value}`}: ${listings.join(', ')}${claimed === '' ? '' : ` → ${claimed}`}`;
  });
}

export function derived(...args: Parameters<typeof facts>): { products: string[]; conflicts: string[] } {
  const identities = deriveIdentities(facts(...args));
  return { products: productsOf(identities), conflicts: conflictsOf(identities) };
}
