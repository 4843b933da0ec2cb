/**
 * Words of ASCII, kept by what they say: a catalogue says the same few thousand words a million times. A word that was met before costs no new
 * string, and strings that are one and the same are found fastest in maps and sets.
 */

export interface SharedWord {
  readonly text: string;
  /** Lower case. */
  readonly key: string;
}

/** One word a slot: another one with the same hash takes its place, so that memory is bounded. */
const SLOTS = 1 << 14;
const slots: (SharedWord | undefined)[] = Array.from({ length: SLOTS });

/** The word that stands from `start` to `end` in a text, all of it ASCII. */
export function sharedWord(text: string, start: number, end: number): SharedWord {
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = hash & (SLOTS - 1);
  const known = slots[slot];
  if (known !== undefined && standsAt(known.text, text, start, end)) return known;
  const word = text.slice(start, end);
  const made = { text: word, key: word.toLowerCase() };
  slots[slot] = made;
  return made;
}

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
