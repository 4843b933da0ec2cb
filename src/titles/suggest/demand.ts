/**
 * What is searched for a listing, and which words of that its title may take.
 *
 * **Whose searches.** Those that its own ads brought; where it has no ads, those of titles of the same product type in the store
 * (`borrowedFrom`); else those that belong to it by their words. With a list of the seller's own, that list.
 *
 * **Left out**, and named: searches for another product of the shop (their last word is what another one is, and not what this one
 * is), and for others' brands. They do not count as searched for this listing.
 *
 * **Words it may take** from the rest: those of its own texts (tags and search terms prove no property); and others, when no property of the product is in them (cautions.ts)
 * and at least two orders of this listing came from searches with the word, and it is not what tells a sibling apart. Two orders, since one may come by chance and a word
 * stays for months. A list of the seller's has no orders, and proves nothing of any one listing: only what the listing's own texts say word for word
 * may be taken from it. Where titles are rows of keywords without spaces, a list for listings that were chosen with it (`--sku`) is taken at its
 * word. In languages whose words for properties are not known (cautions.ts) only what the texts say may be taken at all.
 */
import { hasWord, type SearchWord, searchWords } from '../../measures/words/searchWords.js';
import { type BelongingTerm, termSums } from '../keywords/belonging.js';
import type { ListingText } from '../keywords/listingText.js';
import { namesIt } from '../keywords/relate.js';
import { anatomyOf } from './anatomy.js';
import { isAudience, isHeapOfWords, isOthersName, isTogether, knowsProperties, statesProperty } from './cautions.js';
import type { Shelf } from './shelf.js';

/** Below these, the shares of the terms are guesses: 100 clicks tell a share of 10 % to ± 3 points, 10 orders a sum to ± a third. */
export const LEAST_CLICKS = 100;
export const LEAST_ORDERS = 10;
const LEAST_WORD_ORDERS = 2;

export interface DemandTerm {
  readonly term: string;
  readonly words: readonly SearchWord[];
  /** A month, millionths. */
  readonly value: number;
  readonly variance: number;
  readonly clicks: number;
  readonly orders: number;
}

export type WhyNot = 'property' | 'evidence' | 'unsaid' | 'sibling' | 'excluded';

export interface Demand {
  readonly currency: string | null;
  readonly terms: readonly DemandTerm[];
  /** Words that are not in its texts and may not be taken, by stem. */
  readonly refused: ReadonlyMap<string, WhyNot>;
  readonly leftOut: readonly { readonly term: string; readonly why: 'another product' | 'another brand'; readonly value: number }[];
  readonly borrowedFrom: string | null;
  readonly clicks: number;
  readonly orders: number;
  readonly isOwnList: boolean;
  /** A list that proves nothing of the listing: only what its texts say word for word may be taken. */
  readonly isListOfShop: boolean;
  /** Stems of words that the seller confirms. */
  readonly confirmed: ReadonlySet<string>;
  /** Enough to judge by. */
  readonly isEnough: boolean;
}

export interface DemandOptions {
  /** Words that are true of the listings although no text says so (`--allow`), by key. */
  readonly allowed: ReadonlySet<string>;
  /** Words that no title may take (`--exclude`), by key. */
  readonly excluded: ReadonlySet<string>;
  /** The listings were chosen by name, so that a list of the seller's is a list for them. */
  readonly isChosen?: boolean;
}

/** The demand for one text, one currency at a time; the one with most value. Null where nothing is searched. */
export function demandFor(text: ListingText, shelf: Shelf, options: DemandOptions): Demand | null {
  const { found, borrowedFrom } = searchesOf(text, shelf);
  const listed = found.filter((term) => term.source === 'file');
  const used = listed.length > 0 ? listed : found;
  const worth = new Map<string | null, number>();
  for (const term of used) worth.set(term.currency, (worth.get(term.currency) ?? 0) + (termSums(term).value ?? 0));
  const [currency] = [...worth].sort(([, a], [, b]) => b - a)[0] ?? [null];
  const ofCurrency = used.filter((term) => term.currency === currency && (termSums(term).value ?? 0) > 0 && term.words.length > 0);
  if (ofCurrency.length === 0) return null;
  const judged = ofCurrency.map((term) => ({ term: demandTerm(term), why: whyLeftOut(term, text, shelf) }));
  const kept = judged.flatMap(({ term, why }) => (why === null ? [term] : []));
  const isListFor = options.isChosen === true && isHeapOfWords(text.language);
  const isListOfShop = listed.length > 0 && !isListFor;
  const proofs = {
    isOwnList: listed.length > 0,
    isListOfShop,
    onlySaid: isListOfShop || !knowsProperties(text.language) || !shelf.isWrittenIn(text, text.language),
  };
  const clicks = kept.reduce((sum, term) => sum + term.clicks, 0);
  const orders = kept.reduce((sum, term) => sum + term.orders, 0);
  return {
    currency,
    terms: kept,
    refused: refusedWords(kept, text, siblingWords(text, shelf), { ...options, ...proofs }),
    leftOut: judged.flatMap(({ term, why }) => (why === null ? [] : [{ term: term.term, why, value: term.value }])),
    borrowedFrom,
    clicks,
    orders,
    isOwnList: listed.length > 0,
    isListOfShop: proofs.isListOfShop,
    confirmed: new Set(kept.flatMap((term) => term.words.filter((word) => options.allowed.has(word.key)).map((word) => word.stem))),
    isEnough: listed.length > 0 ? kept.length > 0 : clicks >= LEAST_CLICKS && orders >= LEAST_ORDERS,
  };
}

function searchesOf(text: ListingText, shelf: Shelf) {
  const own = shelf.searchesFor(text);
  if (own.some((term) => term.by !== 'words') || own.some((term) => term.source === 'file')) return { found: own, borrowedFrom: null };
  for (const sibling of shelf.siblingsOf(text)) {
    const found = shelf.searchesFor(sibling).filter((term) => term.by !== 'words');
    if (found.length > 0) return { found, borrowedFrom: sibling.label };
  }
  return { found: own, borrowedFrom: null };
}

function demandTerm(term: BelongingTerm): DemandTerm {
  const { value, variance, clicks, orders } = termSums(term);
  return { term: term.term, words: term.words, value: value ?? 0, variance, clicks, orders: orders ?? 0 };
}

/** The term's last word before a preposition says what is searched; that may be what another product of the shop is. */
function whyLeftOut(term: BelongingTerm, text: ListingText, shelf: Shelf): 'another product' | 'another brand' | null {
  if (term.words.some((word) => isOthersName(word.key) && !hasWord(text.own, word))) return 'another brand';
  if (text.heads.size === 0 || namesIt(text, term.words)) return null;
  const all = searchWords(term.term, text.language);
  const until = all.findIndex((word, index) => index > 0 && word.isFunction);
  const head = all.slice(0, until === -1 ? all.length : until).at(-1);
  if (!head || hasWord(text.inTitle, head)) return null;
  return shelf.isOthers(text, head.stem) ? 'another product' : null;
}

/** What tells other variations apart ("Ball", "Silver"): no word for this one. */
function siblingWords(text: ListingText, shelf: Shelf): ReadonlySet<string> {
  const siblings = shelf.siblingsOf(text);
  const titles = (of: ListingText) => [text, ...siblings].flatMap((other) => (other === of ? [] : (other.title ?? [])));
  const facts = siblings.flatMap((sibling) => (anatomyOf(sibling, titles(sibling))?.parts ?? []).filter((part) => part.role === 'fact'));
  return new Set(facts.flatMap((part) => searchWords(part.text, text.language).map((word) => word.stem)));
}

function refusedWords(
  terms: readonly DemandTerm[],
  text: ListingText,
  ofSiblings: ReadonlySet<string>,
  options: DemandOptions & { readonly isOwnList: boolean; readonly isListOfShop: boolean; readonly onlySaid: boolean },
): Map<string, WhyNot> {
  const orders = new Map<string, number>();
  for (const term of terms) for (const word of term.words) orders.set(word.stem, (orders.get(word.stem) ?? 0) + term.orders);
  const comesTogether = ['set', 'kit', 'bundle'].some((word) => text.vouched.stems.has(word));
  const refused = new Map<string, WhyNot>();
  const isProperty = (key: string) => statesProperty(key, text.language) || isAudience(key, text.language);
  for (const term of terms) {
    for (const word of term.words) {
      if (options.excluded.has(word.key)) refused.set(word.stem, 'excluded');
      else if (hasWord(text.vouched, word) || options.allowed.has(word.key) || refused.has(word.stem)) continue;
      else if (ofSiblings.has(word.stem)) refused.set(word.stem, 'sibling');
      else if (isProperty(word.key) && !(comesTogether && isTogether(word.key))) refused.set(word.stem, 'property');
      else if (options.isListOfShop || (options.onlySaid && !hasWord(text.own, word))) refused.set(word.stem, 'unsaid');
      else if (hasWord(text.own, word)) continue;
      else if (!options.isOwnList && (orders.get(word.stem) ?? 0) < LEAST_WORD_ORDERS) refused.set(word.stem, 'evidence');
    }
  }
  for (const [stem] of withOpeners(terms, text, options)) if (!refused.has(stem)) refused.set(stem, 'property');
  return refused;
}

/** "teapot with warmer": what comes with it is a property, too. */
function withOpeners(terms: readonly DemandTerm[], text: ListingText, options: DemandOptions): Map<string, true> {
  const found = new Map<string, true>();
  for (const { term } of terms) {
    const all = searchWords(term, text.language);
    all.forEach((word, index) => {
      const isWith = ['with', 'mit', 'avec', 'con', 'met', 'med'].includes(all[index - 1]?.key ?? '');
      if (isWith && !hasWord(text.vouched, word) && !options.allowed.has(word.key)) found.set(word.stem, true);
    });
  }
  return found;
}
