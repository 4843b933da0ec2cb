/**
 * How a shop writes its words where it does not shout: in capitals ("UHT"), or as ordinary words ("Mug"). It tells abbreviations that no list
 * has from words that a title in capitals only shouts.
 */

import { matchesOf } from '../../measures/matches.js';
import type { OwnedText } from '../textListing.js';

export type WrittenForm = 'capitals' | 'ordinary';

/** How a word is written, by its key; null where the other titles do not tell. */
export type WrittenForms = (key: string) => WrittenForm | null;

/** Titles that are read: a shop's habits show in fewer than it has. */
const MOST_READ = 20_000;
/** Longer words in capitals are names and shouts rather than abbreviations. */
const LONGEST = 4;
/** One form is the shop's own when it stands in a title besides the one in question, and it is found so many times as often as the other. */
const CLEARLY = 3;

/** The habits of one store, read when they are first asked for. */
export function writtenForms(texts: readonly OwnedText[], storeId: number): WrittenForms {
  let counts: Map<string, { capitals: number; ordinary: number }> | null = null;
  return (key) => {
    counts ??= countForms(texts.filter(({ listings: [listing] }) => listing.storeId === storeId));
    const { capitals = 0, ordinary = 0 } = counts.get(key) ?? {};
    if (capitals > 1 && capitals >= ordinary * CLEARLY) return 'capitals';
    return ordinary > 0 && ordinary >= capitals * CLEARLY ? 'ordinary' : null;
  };
}

const WORD = /\p{L}+/gu;

function countForms(texts: readonly OwnedText[]): Map<string, { capitals: number; ordinary: number }> {
  const counts = new Map<string, { capitals: number; ordinary: number }>();
  const step = Math.ceil(texts.length / MOST_READ);
  for (let at = 0; at < texts.length; at += step) {
    const text = texts[at]?.text ?? '';
    // A text without small letters shouts, and tells nothing.
    if (!/\p{Ll}/u.test(text)) continue;
    for (const [word] of matchesOf(WORD, text)) {
      if (word.length < 2 || word.length > LONGEST) continue;
      const key = word.toLowerCase();
      const isCapitals = word === word.toUpperCase() && word !== key;
      const count = counts.get(key) ?? { capitals: 0, ordinary: 0 };
      if (isCapitals) count.capitals++;
      else count.ordinary++;
      counts.set(key, count);
    }
  }
  return counts;
}
