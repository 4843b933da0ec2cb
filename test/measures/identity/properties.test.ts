/** What holds of the identity map whatever the catalogues and people say. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveIdentities } from '../../../src/measures/identity/derive.js';
import { gtin14 } from '../../../src/measures/identity/gtin.js';
import type { Identities, IdentityFacts, IdentityListing, IdentityMapping } from '../../../src/measures/identity/identity.js';
import { foldedSku, proposeJoins } from '../../../src/measures/identity/proposals.js';
import { GTIN } from './scene.js';

/** Few SKUs, GTINs, stores and clients, so that they meet in every way. A store is of one client. */
const anyListings = fc
  .array(
    fc.record({
      storeId: fc.integer({ min: 1, max: 4 }),
      sku: fc.option(fc.constantFrom('A', 'B', 'C', 'a'), { freq: 4 }),
      gtin: fc.option(fc.constantFrom(...GTIN, '036000291452', '123'), { freq: 2 }),
      isRemoved: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((each, at): IdentityListing => ({ ...each, listingPk: at + 1, clientId: each.storeId === 4 ? 9 : null })));

function mappingsOf(listings: readonly IdentityListing[]): fc.Arbitrary<IdentityMapping[]> {
  const pk = listings.length === 0 ? fc.constant(null) : fc.option(fc.integer({ min: 1, max: listings.length }), { freq: 9 });
  const one = fc.record({
    by: fc.constantFrom('hand' as const, 'file' as const),
    ownSku: fc.constantFrom('A', 'K', 'L'),
    units: fc.constantFrom(1, 1, 1, 3),
    listingPk: pk,
  });
  return fc.array(one, { maxLength: 5 }).map((rows) => {
    const told = new Set<number | null>();
    return rows.flatMap((row) => {
      // By hand there is one word for a listing: the last.
      if (row.by === 'hand' && told.has(row.listingPk)) return [];
      if (row.by === 'hand') told.add(row.listingPk);
      return [{ ...row, clientId: listings.find((listing) => listing.listingPk === row.listingPk)?.clientId ?? null }];
    });
  });
}

const anyFacts: fc.Arbitrary<IdentityFacts> = anyListings.chain((listings) =>
  fc.record({
    listings: fc.constant(listings),
    mappings: mappingsOf(listings),
    products: fc.array(fc.record({ clientId: fc.constantFrom(null, 9), ownSku: fc.constantFrom('B', 'K') }), { maxLength: 2 }),
  }),
);

const holds = (check: (facts: IdentityFacts, identities: Identities) => void) =>
  fc.assert(
    fc.property(anyFacts, (facts) => check(facts, deriveIdentities(facts))),
    { numRuns: 500 },
  );

/** What the listing's own people say: by hand, else in files; null where they say nothing, or two things. */
function word(facts: IdentityFacts, listingPk: number): string | null {
  const all = facts.mappings.filter((mapping) => mapping.listingPk === listingPk);
  const byHand = all.filter((mapping) => mapping.by === 'hand');
  const words = new Set((byHand.length > 0 ? byHand : all).map(({ ownSku, units }) => `${ownSku} ${units}`));
  return words.size === 1 ? ([...words][0] as string) : null;
}

test('every listing is in one product at most, and every product of one client', () => {
  holds((facts, { products }) => {
    const all = products.flatMap((product) => product.listings.map((listing) => listing.listingPk));
    expect(new Set(all).size).toBe(all.length);
    for (const { clientId, listings } of products) {
      for (const { listingPk } of listings)
        expect(facts.listings.find((listing) => listing.listingPk === listingPk)?.clientId).toBe(clientId);
    }
  });
});

test('no two products have the same name', () => {
  holds((_, { products }) => {
    const names = products.map(({ clientId, ownSku, units, gtin }) => JSON.stringify([clientId, ownSku, units, gtin]));
    expect(new Set(names).size).toBe(names.length);
    for (const { ownSku, gtin } of products) expect([ownSku, gtin].filter((name) => name !== null)).toHaveLength(1);
  });
});

test('what people say is so', () => {
  holds((facts, { products }) => {
    for (const { listingPk } of facts.listings) {
      const said = word(facts, listingPk);
      const product = products.find((each) => each.listings.some((listing) => listing.listingPk === listingPk));
      if (said !== null) expect(`${product?.ownSku} ${product?.units}`).toBe(said);
      const by = product?.listings.find((listing) => listing.listingPk === listingPk)?.by;
      expect(by === 'hand' || by === 'file').toBe(said !== null);
    }
  });
});

test('two listings of a store are one product only where people say it of both', () => {
  holds((facts, { products }) => {
    for (const { listings } of products) {
      const present = listings.map(({ listingPk }) => facts.listings.find((each) => each.listingPk === listingPk) as IdentityListing);
      for (const a of present) {
        for (const b of present) {
          if (a === b || a.isRemoved || b.isRemoved || a.storeId !== b.storeId) continue;
          expect(word(facts, a.listingPk)).not.toBe(null);
          expect(word(facts, a.listingPk)).toBe(word(facts, b.listingPk));
        }
      }
    }
  });
});

test('what is derived rests on a SKU or a GTIN that another of the product has', () => {
  holds((facts, { products }) => {
    const of = (listingPk: number) => facts.listings.find((each) => each.listingPk === listingPk) as IdentityListing;
    for (const { ownSku, units, listings } of products) {
      for (const { listingPk, by } of listings) {
        if (by === 'hand' || by === 'file') continue;
        const own = of(listingPk);
        const others = listings.filter((other) => other.listingPk !== listingPk).map((other) => of(other.listingPk));
        const bySku = own.sku !== null && ((own.sku === ownSku && units === 1) || others.some((other) => other.sku === own.sku));
        const byGtin = gtin14(own.gtin) !== null && others.some((other) => gtin14(other.gtin) === gtin14(own.gtin));
        expect(bySku || byGtin).toBe(true);
        if (by === 'sku') expect(bySku).toBe(true);
      }
    }
  });
});

test('the order of rows does not matter', () => {
  fc.assert(
    fc.property(
      anyFacts.chain((facts) => {
        const mixed = <T>(values: readonly T[]) => fc.shuffledSubarray([...values], { minLength: values.length });
        return fc.tuple(
          fc.constant(facts),
          fc.record({ listings: mixed(facts.listings), mappings: mixed(facts.mappings), products: mixed(facts.products) }),
        );
      }),
      ([facts, mixed]) => {
        expect(deriveIdentities(mixed)).toEqual(deriveIdentities(facts));
        expect(proposeJoins(mixed, deriveIdentities(mixed))).toEqual(proposeJoins(facts, deriveIdentities(facts)));
      },
    ),
    { numRuns: 300 },
  );
});

test('a word by hand brings no two other listings of a store together', () => {
  fc.assert(
    fc.property(
      anyFacts.filter((facts) => facts.listings.length > 0),
      fc.nat(),
      fc.constantFrom('A', 'K', 'New'),
      (facts, at, ownSku) => {
        const listing = facts.listings[at % facts.listings.length] as IdentityListing;
        const others = facts.mappings.filter((mapping) => mapping.by !== 'hand' || mapping.listingPk !== listing.listingPk);
        const byHand: IdentityMapping = { by: 'hand', ownSku, units: 1, listingPk: listing.listingPk, clientId: listing.clientId };
        const before = together(facts);
        for (const pair of together({ ...facts, mappings: [...others, byHand] })) {
          if (!before.has(pair)) expect(pair.split(' ').map(Number)).toContain(listing.listingPk);
        }
      },
    ),
    { numRuns: 500 },
  );
});

/** Pairs of listings of one store that are on sale and in one product. */
function together(facts: IdentityFacts): Set<string> {
  const present = new Map(facts.listings.filter((listing) => !listing.isRemoved).map((listing) => [listing.listingPk, listing.storeId]));
  return new Set(
    deriveIdentities(facts).products.flatMap(({ listings }) => {
      const pks = listings.map((listing) => listing.listingPk).filter((pk) => present.has(pk));
      return pks.flatMap((a) => pks.filter((b) => a < b && present.get(a) === present.get(b)).map((b) => `${a} ${b}`));
    }),
  );
}

test('a proposal joins what is apart, differs in little, and names no second listing of a store', () => {
  holds((facts, identities) => {
    const of = (listingPk: number) => facts.listings.find((each) => each.listingPk === listingPk) as IdentityListing;
    const proposals = proposeJoins(facts, identities);
    const all = proposals.flatMap((proposal) => proposal.listings);
    expect(new Set(all).size).toBe(all.length);
    for (const { ownSku, units, clientId, listings } of proposals) {
      const product = identities.products.find((each) => each.clientId === clientId && each.ownSku === ownSku && each.units === units);
      const joined = (product?.listings ?? []).map(({ listingPk }) => of(listingPk)).filter((listing) => !listing.isRemoved);
      const stores = [...joined, ...listings.map(of)].map((listing) => listing.storeId);
      if (joined.every((listing) => word(facts, listing.listingPk) === null)) expect(new Set(stores).size).toBe(stores.length);
      for (const listing of listings.map(of)) {
        expect(listing.clientId).toBe(clientId);
        expect(joined).not.toContain(listing);
        expect(word(facts, listing.listingPk)).toBe(null);
      }
      const marks = [ownSku, ...(product?.listings ?? []).map(({ listingPk }) => of(listingPk).sku ?? '')].map(foldedSku);
      expect(listings.some((pk) => marks.includes(foldedSku(of(pk).sku ?? '')))).toBe(true);
    }
  });
});
