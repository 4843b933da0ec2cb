/** The texts of the shops and what is searched, found by what they share: going through all of them for each takes the square of their number. */

import { toldLanguage } from '../../measures/words/functionWords.js';
import { type BelongingTerm, ofListing } from '../keywords/belonging.js';
import type { ListingText } from '../keywords/listingText.js';

export class Shelf {
  private readonly byType = new Map<string, ListingText[]>();
  /** Texts by each word that says what they are. */
  private readonly byHead = new Map<string, ListingText[]>();
  private readonly byStore = new Map<number, ListingText[]>();
  private readonly languages = new Map<number, string | null>();
  private readonly termsOf = new Map<number, BelongingTerm[]>();

  constructor(texts: readonly ListingText[], terms: readonly BelongingTerm[]) {
    for (const text of texts) {
      push(this.byStore, text.storeId, text);
      const type = typeKey(text);
      if (type !== null) push(this.byType, type, text);
      for (const head of text.heads) push(this.byHead, keyIn(text, head), text);
    }
    for (const term of terms) for (const index of new Set(term.listings)) push(this.termsOf, index, term);
  }

  /** Texts of the store with the same words of the product type. */
  siblingsOf(text: ListingText): ListingText[] {
    const type = typeKey(text);
    return type === null ? [] : (this.byType.get(type) ?? []).filter((other) => other !== text);
  }

  /** Whether another text of the store is of what this word says. */
  isOthers(text: ListingText, head: string): boolean {
    return this.byHead.get(keyIn(text, head))?.some((other) => other !== text) ?? false;
  }

  /** Whether the store's titles are in a language, as far as they tell: a shop of no country may be Dutch. */
  isWrittenIn({ storeId }: ListingText, language: string): boolean {
    let told = this.languages.get(storeId);
    if (told === undefined) {
      told = toldLanguage((this.byStore.get(storeId) ?? []).map(({ title }) => title ?? ''));
      this.languages.set(storeId, told);
    }
    return told === null || told === language;
  }

  /** What is searched for one of the texts. */
  searchesFor(text: ListingText): BelongingTerm[] {
    return ofListing(this.termsOf.get(text.index) ?? [], text.index);
  }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}

function keyIn({ storeId }: ListingText, word: string): string {
  return `${storeId} ${word}`;
}

function typeKey(text: ListingText): string | null {
  if (text.type === null) return null;
  const stems = text.type.words.map((word) => word.stem).sort();
  return keyIn(text, stems.join(' '));
}
