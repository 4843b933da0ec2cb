/** Beside a listing: the other listings of the same product, packs of it, and why others with its SKU or GTIN are not among them. */
import type { JoinedBy } from '../../measures/identity/identity.js';
import type { IdentityMap } from './map.js';
import { conflictSentence } from './sentences.js';

/** One listing of the same product. */
export interface BesideListing {
  readonly listingPk: number;
  readonly units: number;
  readonly by: JoinedBy;
}

export interface Beside {
  /** One's own SKU of the listing's product; null where none is known. */
  readonly ownSku: string | null;
  readonly name: string | null;
  readonly units: number;
  readonly by: JoinedBy | null;
  /** Those with the same number of pieces first. */
  readonly listings: readonly BesideListing[];
  readonly conflicts: readonly string[];
}

export function besideOf(map: IdentityMap, listingPk: number): Beside {
  const place = map.place(listingPk);
  const conflicts = map.conflictsOf(listingPk).map((conflict) => conflictSentence(map, conflict, listingPk));
  if (place === null) return { ownSku: null, name: null, units: 1, by: null, listings: [], conflicts };
  const { product, by } = place;
  const packs = map.products.filter(
    (other) => other !== product && product.ownSku !== null && other.ownSku === product.ownSku && other.clientId === product.clientId,
  );
  return {
    ownSku: product.ownSku,
    name: map.nameOf(product.clientId, product.ownSku),
    units: product.units,
    by,
    listings: [product, ...packs].flatMap(({ units, listings }) =>
      listings.filter((each) => each.listingPk !== listingPk).map((each) => ({ listingPk: each.listingPk, units, by: each.by })),
    ),
    conflicts,
  };
}
