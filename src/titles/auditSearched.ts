/**
 * Words of titles that no shopper typed, and heads of Chinese titles in which no searched word stands, by the search terms of the
 * store's ad reports.
 *
 * A word is searched if its stem is in a search term; a Chinese or Japanese word also if it stands inside one, or one inside it. Not
 * judged: function words, numbers, words with a figure
 * (model numbers), measures, the brand, the variation, what tells siblings apart
 * (auditSiblings.ts); stores with fewer than 200 different terms (too few to
 * say that nobody types a word); titles with fewer than three searched words or mostly unsearched ones, since terms come from
 * advertised products only, and such a title is of none of them. What is left are hints.
 */
import { MEASURE_WORDS } from '../measures/listingRules/acronyms.js';
import { exemptWords } from '../measures/listingRules/exemptWords.js';
import { countryOf, platformName } from '../measures/listingRules/rule.js';
import { languageOf } from '../measures/words/language.js';
import { stemOf } from '../measures/words/stems.js';
import { type Dictionary, dictionaryOf, wordKey, wordsOf } from '../measures/words/words.js';
import { differences } from './auditSiblings.js';
import type { AuditListing, Finding } from './finding.js';
import { sharedBeginning } from './keywords/brand.js';

/** Different search terms below which nothing is said. */
export const LEAST_TERMS = 200;
/** 汉字 at the head of a Chinese title that shoppers see first. */
const HEAD = 10;
/** Where more of a title's words are unsearched than this, the terms do not speak of such a product: it is not advertised. */
const MOST_VAIN = 0.5;
/** … or fewer are searched than this. */
const LEAST_SEARCHED = 3;
/** Ads that stand on product pages report the page's ASIN for a search term. */
const IS_ASIN = /^b0[a-z0-9]{8}$/;
/** Words before a model's number. */
const NUMBERING: ReadonlySet<string> = new Set(['model', 'modell', 'modelo', 'modèle', 'modello', 'type', 'version']);
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export interface Searched {
  readonly terms: number;
  readonly stems: ReadonlySet<string>;
  /** All terms in one text, for words without spaces. */
  readonly text: string;
  readonly dictionary: Dictionary;
  readonly language: string;
}

/** What was searched in a store; null where too little is known. */
export function searchedIn(terms: readonly string[], platform: string, marketplace: string | null): Searched | null {
  const distinct = new Set(terms.map((term) => wordKey(term).trim()).filter((term) => !IS_ASIN.test(term)));
  if (distinct.size < LEAST_TERMS) return null;
  const language = languageOf(platformName(platform), countryOf(marketplace));
  const stems = new Set<string>();
  for (const term of distinct) for (const { key } of wordsOf(term)) stems.add(stemOf(key, language));
  const unspaced = [...distinct].filter((term) => UNSPACED.test(term));
  return { terms: distinct.size, stems, text: unspaced.join('\n'), dictionary: dictionaryOf(unspaced), language };
}

/** The hints of a store's listings. The words with which most of its titles begin are taken for its brand. */
export function storeSearchHints(listings: readonly AuditListing[], searched: Searched): Finding[] {
  const shared = sharedBeginning(listings.flatMap(({ title }) => (title === null ? [] : [title])));
  const differing = differences(listings, { ...searched, isSearched: (key) => isSearched(key, searched), brand: shared ?? '' });
  return listings.flatMap((listing) => searchHints(listing, searched, shared ?? '', differing.get(listing)));
}

function searchHints(listing: AuditListing, searched: Searched, shared: string, differing?: ReadonlySet<string>): Finding[] {
  const { title } = listing;
  if (title === null || title.trim() === '') return [];
  const own = new Set(
    wordsOf(`${listing.brand ?? ''} ${shared} ${listing.variation ?? ''}`).map(({ key }) => stemOf(key, searched.language)),
  );
  const words = wordsOf(title, searched.dictionary).filter(
    ({ key }) => isJudged(key, searched.language) && !own.has(stemOf(key, searched.language)),
  );
  const isVain = (key: string) => !isSearched(key, searched) && differing?.has(stemOf(key, searched.language)) !== true;
  const vain = words.filter(({ key }) => isVain(key));
  if (vain.length > words.length * MOST_VAIN || words.length - vain.length < LEAST_SEARCHED) return [];
  const hints: Finding[] = [];
  const [first] = vain;
  if (first) {
    const names = [...new Set(vain.map(({ text }) => text))];
    hints.push({
      ...hint(listing, title, 'unsearched-words'),
      message: `${names.length === 1 ? 'A word' : `${names.length} words`} that none of ${searched.terms} search terms has: ${names.join(', ')}.`,
      found: names.length,
      span: [first.start, first.end],
    });
  }
  const firstSearched = words.find(({ key }) => isSearched(key, searched));
  if (searched.language === 'zh' && firstSearched && hanBefore(title, firstSearched.start) >= HEAD) {
    hints.push({
      ...hint(listing, title, 'head'),
      message: `None of the first ${HEAD} 汉字 belongs to a searched word; the first is "${firstSearched.text}".`,
      found: hanBefore(title, firstSearched.start),
      limit: HEAD,
      span: [firstSearched.start, firstSearched.end],
    });
  }
  return hints;
}

function hint(listing: AuditListing, text: string, name: string): Finding {
  return {
    listing,
    field: 'title',
    text,
    rule: `${platformName(listing.platform)}/title-${name}`,
    severity: 'hint',
    message: '',
    found: null,
    limit: null,
    span: null,
    fix: null,
    level: null,
    basis: null,
  };
}

function isJudged(key: string, language: string): boolean {
  if (/\p{N}/u.test(key) || MEASURE_WORDS.has(key) || NUMBERING.has(key) || exemptWords(language).has(key)) return false;
  return UNSPACED.test(key) ? key.length > 1 : key.length > 2;
}

function isSearched(key: string, { stems, text, dictionary, language }: Searched): boolean {
  if (stems.has(stemOf(key, language))) return true;
  if (!UNSPACED.test(key)) return false;
  return text.includes(key) || hasWordInside(key, dictionary);
}

function hasWordInside(key: string, { words, longest }: Dictionary): boolean {
  for (let start = 0; start < key.length; start++) {
    for (let end = start + 2; end <= Math.min(key.length, start + longest); end++) if (words.has(key.slice(start, end))) return true;
  }
  return false;
}

function hanBefore(text: string, end: number): number {
  return text.slice(0, end).match(/\p{Script=Han}/gu)?.length ?? 0;
}
