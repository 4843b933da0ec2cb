import { describe, expect, it } from 'vitest';
import { dictionaryOf } from '../../src/measures/words/words.js';
import { differences } from '../../src/titles/auditSiblings.js';
import type { AuditListing } from '../../src/titles/finding.js';

const TYPED = new Set(['electric', 'kettle', 'gooseneck', 'black']);

/** The words that tell the first title from its siblings. */
function differing(brand: string, ...titles: string[]): string[] {
  const listings = titles.map((title, at): AuditListing => {
    const listing = { store: 'us', platform: 'amazon', marketplace: 'US', listingId: `L${at}`, sku: null, title, productType: null };
    return { ...listing, brand };
  });
  const options = { dictionary: dictionaryOf([]), language: 'en', isSearched: (key: string) => TYPED.has(key), brand: '' };
  return [...(differences(listings, options).get(listings[0] as AuditListing) ?? [])];
}

describe('what tells siblings apart', () => {
  it('is where titles part that begin alike, however long they are', () => {
    expect(differing('ACME', 'ACME Gooseneck Kettle, Sand with Precise Spout', 'ACME Gooseneck Kettle, Black')).toEqual(['sand']);
    // One searched word in common, and everything the shop sells would be a sibling.
    expect(differing('ACME', 'ACME Kettle, Sand with Precise Spout', 'ACME Kettle, Black')).toEqual([]);
  });

  it('takes a word that the brand has for the product where it stands again', () => {
    const [own, sibling] = ['Tarn & Kettle Gooseneck Kettle, Sand with Precise Spout', 'Tarn & Kettle Gooseneck Kettle, Black'] as const;
    expect(differing('Tarn & Kettle', own, sibling)).toEqual(['sand']);
    expect(differing('Tarn & Kettle', 'Tarn & Kettle Gooseneck, Sand with Precise Spout', 'Tarn & Kettle Gooseneck, Black')).toEqual([]);
  });
});
