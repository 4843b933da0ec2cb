/** The identity map, case by case. Listings 11, 12 … are of store 1, 21, 22 … of store 2, and so on. */
import { describe, expect, it } from 'vitest';
import { derived, GTIN, listing, said } from './scene.js';

const [G, H] = GTIN;

describe('the same SKU', () => {
  it('joins listings of several stores, to the letter', () => {
    expect(derived([listing(11, 'K'), listing(21, 'K'), listing(31, 'k'), listing(41, ' K')])).toEqual({
      products: ['K: 11 sku, 21 sku'],
      conflicts: [],
    });
  });

  it('says nothing of a store in which several listings share it', () => {
    expect(derived([listing(11, 'K'), listing(21, 'K'), listing(31, 'K'), listing(32, 'K')])).toEqual({
      products: ['K: 11 sku, 21 sku'],
      conflicts: ['shared_sku K: 31, 32'],
    });
  });

  it('still joins the other stores to the product that people named by it', () => {
    expect(derived([listing(11, 'K'), listing(21, 'K'), listing(31, 'K'), listing(32, 'K')], [said('hand', 'K', 31)])).toEqual({
      products: ['K: 11 sku, 21 sku, 31 hand'],
      conflicts: ['shared_sku K: 31, 32 → K'],
    });
  });

  it('is no conflict where it could join nothing anyway', () => {
    expect(derived([listing(11, 'K'), listing(12, 'K'), listing(21, 'L')])).toEqual({ products: [], conflicts: [] });
  });

  it('joins no listings of two clients, nor one that is no longer on sale', () => {
    expect(derived([listing(11, 'K', null, { clientId: 7 }), listing(21, 'K'), listing(31, 'K', null, { isRemoved: true })])).toEqual({
      products: [],
      conflicts: [],
    });
  });

  it('joins what bears the name of a product of one’s own, a single listing too', () => {
    expect(derived([listing(11, 'K')], [], [{ clientId: null, ownSku: 'K' }]).products).toEqual(['K: 11 sku']);
    expect(derived([listing(11, 'L'), listing(21, 'K')], [said('file', 'K', 11)]).products).toEqual(['K: 11 file, 21 sku']);
  });
});

describe('the same GTIN', () => {
  it('joins what has different SKUs or none, a UPC with its EAN', () => {
    expect(derived([listing(11, 'A', '036000291452'), listing(21, null, H), listing(31, 'B', '00036000291452')])).toEqual({
      products: ['gtin 00036000291452: 11 gtin, 21 gtin, 31 gtin'],
      conflicts: [],
    });
  });

  it('takes the only SKU for one’s own', () => {
    expect(derived([listing(11, 'A', G), listing(21, null, G)]).products).toEqual(['A: 11 gtin, 21 gtin']);
  });

  it('adds to what a SKU has joined', () => {
    expect(derived([listing(11, 'A', G), listing(21, 'A'), listing(31, 'B', G)]).products).toEqual(['A: 11 sku, 21 sku, 31 gtin']);
  });

  it('joins what two SKUs have joined, which then is nobody’s SKU', () => {
    expect(derived([listing(11, 'A', G), listing(21, 'A'), listing(31, 'B', G), listing(41, 'B')]).products).toEqual([
      `gtin 0${G}: 11 gtin, 21 gtin, 31 gtin, 41 gtin`,
    ]);
  });

  it('says nothing of a store in which several listings have it, and is always named', () => {
    expect(derived([listing(11, 'A', G), listing(12, 'B', G), listing(21, 'C', G), listing(31, 'D', G)])).toEqual({
      products: [`gtin 0${G}: 21 gtin, 31 gtin`],
      conflicts: [`shared_gtin 0${G}: 11, 12`],
    });
    expect(derived([listing(11, 'A', G), listing(12, 'B', G)]).conflicts).toEqual([`shared_gtin 0${G}: 11, 12`]);
  });

  it('yields to the SKU, and is named where it says otherwise', () => {
    expect(derived([listing(11, 'A', G), listing(21, 'A', H), listing(31, 'B', H)])).toEqual({
      products: ['A: 11 sku, 21 sku, 31 gtin'],
      conflicts: ['gtins_differ: 11, 21, 31'],
    });
  });

  it('makes no name of a SKU that other listings bear', () => {
    // 21 and 22 share S, so S joins neither; each GTIN joins one of them.
    expect(derived([listing(11, null, G), listing(12, null, H), listing(21, 'S', G), listing(22, 'S', H)]).products).toEqual([
      `gtin 0${H}: 12 gtin, 22 gtin`,
      `gtin 0${G}: 11 gtin, 21 gtin`,
    ]);
  });
});

describe('what people say', () => {
  it('counts as it is, by hand over files', () => {
    expect(derived([listing(11, 'A'), listing(21, 'B')], [said('file', 'L', 11), said('hand', 'K', 11), said('file', 'K', 21)])).toEqual({
      products: ['K: 11 hand, 21 file'],
      conflicts: [],
    });
  });

  it('goes on to listings with the same SKU, with its units', () => {
    expect(derived([listing(11, 'A'), listing(21, 'A'), listing(31, 'A')], [said('hand', 'K', 11, 3)])).toEqual({
      products: ['K ×3: 11 hand, 21 sku, 31 sku'],
      conflicts: [],
    });
  });

  it('leaves a listing alone that files claim for two products, whatever SKU and GTIN say', () => {
    expect(derived([listing(11, 'A', G), listing(21, 'A', G)], [said('file', 'K', 11), said('file', 'L', 11)])).toEqual({
      products: [],
      conflicts: ['claimed_twice: 11 → K, L'],
    });
    expect(derived([listing(11, 'A')], [said('file', 'K', 11), said('file', 'K', 11, 2)]).conflicts).toEqual([
      'claimed_twice: 11 → K, K ×2',
    ]);
  });

  it('keeps a pack apart from the single piece', () => {
    expect(derived([listing(11, 'K'), listing(12, 'K-3'), listing(21, 'K')], [said('hand', 'K', 12, 3)])).toEqual({
      products: ['K: 11 sku, 21 sku', 'K ×3: 12 hand'],
      conflicts: [],
    });
  });

  it('holds for listings that are no longer on sale, which leave room for others', () => {
    const gone = listing(11, 'A', null, { isRemoved: true });
    expect(derived([gone, listing(12, 'A'), listing(21, 'B')], [said('hand', 'K', 11), said('hand', 'K', 21)]).products).toEqual([
      'K: 11 hand, 12 sku, 21 hand',
    ]);
  });

  it('resolves a GTIN that two listings of a store share', () => {
    const both = [listing(11, 'FBA', G), listing(12, 'FBM', G), listing(21, 'W', G)];
    expect(derived(both, [said('hand', 'K', 11), said('hand', 'K', 12)])).toEqual({
      products: ['K: 11 hand, 12 hand, 21 gtin'],
      conflicts: [],
    });
    // One of them said, the other is still open, and so is what the GTIN means in the other store.
    expect(derived(both, [said('hand', 'K', 11)])).toEqual({
      products: ['K: 11 hand'],
      conflicts: [`shared_gtin 0${G}: 11, 12 → K`],
    });
  });

  it('counts where nothing is known of the listing: the product is one’s own all the same', () => {
    expect(derived([listing(11, 'K')], [said('file', 'K', null)]).products).toEqual(['K: 11 sku']);
  });
});

describe('what leads to two products', () => {
  it('decides nothing', () => {
    const listings = [listing(11, 'A'), listing(21, 'A'), listing(31, 'A')];
    expect(derived(listings, [said('hand', 'K', 11), said('hand', 'L', 21)])).toEqual({
      products: ['K: 11 hand', 'L: 21 hand'],
      conflicts: ['two_products A: 11, 21, 31 → K, L'],
    });
  });

  it('is not decided by a GTIN then', () => {
    const listings = [listing(11, 'A', G), listing(21, 'A'), listing(31, 'A', G)];
    expect(derived(listings, [said('hand', 'K', 11), said('hand', 'L', 21)]).products).toEqual(['K: 11 hand', 'L: 21 hand']);
  });

  it('includes one piece and three of it', () => {
    // The listing with the SKU K is said to be three of K: is the other one with this SKU one piece, or three?
    expect(derived([listing(11, 'K'), listing(21, 'K')], [said('hand', 'K', 11, 3)])).toEqual({
      products: ['K ×3: 11 hand'],
      conflicts: ['two_products K: 11, 21 → K, K ×3'],
    });
  });

  it('may do so over a listing between them', () => {
    // 31 and 41 have the same SKU; one's GTIN is that of K, the other's that of L.
    const listings = [listing(11, 'A', G), listing(21, 'B', H), listing(31, 'C', G), listing(41, 'C', H)];
    expect(derived(listings, [said('hand', 'K', 11), said('hand', 'L', 21)])).toEqual({
      products: ['C: 31 sku, 41 sku', 'K: 11 hand', 'L: 21 hand'],
      conflicts: [`two_products 0${H}: 11, 21, 31, 41 → K, L`, 'gtins_differ: 31, 41'],
    });
  });
});

describe('a second listing of a store', () => {
  it('is not brought into a product by its SKU', () => {
    expect(derived([listing(11, 'A'), listing(12, 'K'), listing(21, 'K')], [said('hand', 'K', 11)])).toEqual({
      products: ['K: 11 hand, 21 sku'],
      conflicts: ['two_listings K: 11, 12 → K'],
    });
  });

  it('is not brought into it by two SKUs of it', () => {
    const listings = [listing(11, 'A'), listing(31, 'B'), listing(21, 'A'), listing(22, 'B'), listing(41, 'A')];
    expect(derived(listings, [said('hand', 'K', 11), said('hand', 'K', 31)])).toEqual({
      products: ['K: 11 hand, 31 hand, 41 sku'],
      conflicts: ['two_listings A: 21, 22 → K'],
    });
  });

  it('is there where people say so', () => {
    expect(derived([listing(11, 'A'), listing(12, 'K')], [said('hand', 'K', 11), said('file', 'K', 12)]).products).toEqual([
      'K: 11 hand, 12 file',
    ]);
  });
});
