/**
 * Words of titles that tell siblings apart: colours, models, sizes. Nobody need type them for them to be in the right place.
 *
 * Siblings are the variations of one product; titles of as many words that are the same but for properties ("Black") and for words
 * nobody types ("Moss"); and titles that begin with the same words, two searched ones beside the brand among them, up to the word in
 * which they part ("Stoneware Mugs, Set of 4, Sand …", "Stoneware Mugs, Set of 4, Blue").
 */
import { groupBy } from '../measures/grouping.js';
import { stemOf } from '../measures/words/stems.js';
import { type Dictionary, wordsOf } from '../measures/words/words.js';
import type { AuditListing } from './finding.js';
import { statesProperty } from './suggest/cautions.js';

export interface SiblingOptions {
  readonly dictionary: Dictionary;
  readonly language: string;
  readonly isSearched: (key: string) => boolean;
  /** The words with which most titles of the store begin. */
  readonly brand: string;
}

interface Worded {
  readonly listing: AuditListing;
  readonly keys: readonly string[];
  readonly stems: readonly string[];
}

/** Searched words that two titles share before they part. */
const LEAST_SHARED = 2;

/** By listing the stems of words that not all its siblings have. */
export function differences(listings: readonly AuditListing[], options: SiblingOptions): Map<AuditListing, ReadonlySet<string>> {
  const { dictionary, language } = options;
  const worded = listings.flatMap((listing): Worded[] => {
    const keys = wordsOf(listing.title ?? '', dictionary).map(({ key }) => key);
    return keys.length === 0 ? [] : [{ listing, keys, stems: keys.map((key) => stemOf(key, language)) }];
  });
  const found = new Map<AuditListing, Set<string>>(worded.map(({ listing }) => [listing, new Set()]));
  for (const siblings of groupBy(worded, ({ listing }) => listing.productId ?? listing.listingId).values()) compare(siblings, found);
  for (const siblings of groupBy(worded, ({ keys }) => frame(keys, options)).values()) compare(siblings, found);
  compareBeginnings(worded, options, found);
  return found;
}

function compare(siblings: readonly Worded[], found: ReadonlyMap<AuditListing, Set<string>>): void {
  if (siblings.length < 2) return;
  const counts = new Map<string, number>();
  for (const { stems } of siblings) for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  for (const { listing, stems } of siblings) {
    for (const stem of stems) if ((counts.get(stem) ?? 0) < siblings.length) found.get(listing)?.add(stem);
  }
}

/** What a title has in common with its siblings: the other words in their order, and how many words there are. */
function frame(keys: readonly string[], { isSearched, language }: SiblingOptions): string {
  return `${keys.length} ${keys.filter((key) => isSearched(key) && !statesProperty(key, language)).join(' ')}`;
}

function compareBeginnings(
  worded: readonly Worded[],
  { isSearched, brand }: SiblingOptions,
  found: ReadonlyMap<AuditListing, Set<string>>,
): void {
  const ofBrand = new Set(wordsOf(brand).map(({ key }) => key));
  const beginningsOf = ({ listing, keys, stems }: Worded, meet: (beginning: string, stem: string, isVain: boolean) => void) => {
    const own = new Set([...ofBrand, ...wordsOf(listing.brand ?? '').map(({ key }) => key)]);
    let [beginning, shared] = ['', 0];
    keys.forEach((key, at) => {
      const isTyped = isSearched(key);
      if (shared >= LEAST_SHARED) meet(beginning, stems[at] as string, !isTyped);
      beginning += ` ${stems[at]}`;
      // "Tarn & Kettle Electric Kettle": the brand's word counts once for the brand.
      if (!own.delete(key) && isTyped) shared++;
    });
  };
  // Only beginnings before a word nobody types are kept: of large shops all of them would be many.
  const next = new Map<string, Set<string>>();
  for (const each of worded) beginningsOf(each, (beginning, stem, isVain) => void (isVain && next.set(beginning, new Set([stem]))));
  for (const each of worded) beginningsOf(each, (beginning, stem) => void next.get(beginning)?.add(stem));
  for (const each of worded) {
    beginningsOf(each, (beginning, stem, isVain) => {
      if (isVain && (next.get(beginning)?.size ?? 0) > 1) found.get(each.listing)?.add(stem);
    });
  }
}
