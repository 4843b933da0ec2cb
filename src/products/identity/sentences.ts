/** Conflicts of the identity map in words, and the command that ends them. */
import { shellWord } from '../../core/shellWord.js';
import type { Conflict, Target } from '../../measures/identity/identity.js';
import type { IdentityMap } from './map.js';

/** At most so many listings are named in one sentence. */
const MOST_NAMED = 4;

export function conflictSentence(map: IdentityMap, conflict: Conflict, listingPk: number): string {
  const { kind, listings, products } = conflict;
  const own = map.listing(listingPk);
  const mark = conflict.mark === 'gtin' ? `GTIN ${conflict.value}` : `SKU ${conflict.value}`;
  const inStore = listings.filter((each) => map.listing(each).storeId === own.storeId);
  switch (kind) {
    case 'claimed_twice':
      return `${map
        .saidOf(listingPk)
        .map(({ file, line, ownSku, units }) => `${file}, line ${line}, says ${pieces({ ownSku, units })}`)
        .join('; ')}: it is neither until you say which`;
    case 'shared_sku':
    case 'shared_gtin':
      return `${inStore.length} listings of ${own.store} have the ${mark} (${named(map, inStore)}), so it joins none of them`;
    case 'two_products':
      return `the ${mark} leads to ${products.map(pieces).join(' and to ')}, so it decides nothing`;
    case 'two_listings': {
      const product = products.length === 0 ? 'one product' : `both ${products.map(pieces).join(' and ')}`;
      return `the ${mark} would make ${named(map, inStore)} of ${own.store} ${product}`;
    }
    case 'gtins_differ':
      return `joined by SKU although the GTINs differ: ${[...new Set(listings.map((each) => `${map.listing(each).gtin} (${map.listing(each).store})`))].join(', ')}`;
  }
}

/** "K", "3 × K". */
export function pieces({ ownSku, units }: Target): string {
  return units === 1 ? ownSku : `${units} × ${ownSku}`;
}

function named(map: IdentityMap, listings: readonly number[]): string {
  const names = listings.map((listingPk) => map.listing(listingPk).listingId).sort();
  return `${names.slice(0, MOST_NAMED).join(', ')}${listings.length > MOST_NAMED ? ', …' : ''}`;
}

/** The command that says which product a listing is; OWN_SKU stands where only a person knows. */
export function setCommand(ownSku: string | null, store: string, listingId: string, units = 1): string {
  const own = ownSku === null ? 'OWN_SKU' : shellWord(ownSku);
  return `eco products identity set ${own} ${shellWord(store)} ${shellWord(listingId)}${units === 1 ? '' : ` --units ${units}`}`;
}
