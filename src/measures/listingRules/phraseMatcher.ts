/**
 * Finds phrases of a list in a text: at each place the longest, and none inside another. A phrase of the list may be an
 * allowed one: where it stands, nothing that it covers is found ("第一次" is no "第一").
 *
 * Phrases are kept by their first two characters, so that a text is gone through once, however long the list is. A phrase
 * that begins or ends with a letter or digit of a script with spaces must stand as a word of its own: "sale" is not in
 * "wholesale".
 */
import { groupBy } from '../grouping.js';
import { fold } from './prepared.js';

export interface Match<Value> {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly value: Value;
}

export interface PhraseMatcher<Value> {
  /** The phrases in a folded text (`fold`), in their order; allowed ones are left out. */
  find(folded: string): readonly Match<Value>[];
}

interface Entry<Value> {
  readonly phrase: string;
  /** Null: allowed. */
  readonly value: Value | null;
  readonly boundBefore: boolean;
  readonly boundAfter: boolean;
}

const NONE: readonly never[] = [];

/** Phrases that begin with the same character. */
interface Bucket<Value> {
  /** Of two characters and more by the second, the longest first. */
  readonly bySecond: ByCode<readonly Entry<Value>[]>;
  /** The character by itself. */
  readonly alone: Entry<Value> | undefined;
}

/** By the code of a character; most texts have none beyond ASCII, and a list finds those of ASCII faster. */
interface ByCode<Found> {
  readonly ofAscii: readonly (Found | undefined)[];
  readonly others: ReadonlyMap<number, Found>;
}

const ASCII = 0x80;

function byCode<Found>(all: ReadonlyMap<number, Found>): ByCode<Found> {
  return { ofAscii: Array.from({ length: ASCII }, (_, code) => all.get(code)), others: all };
}

function at<Found>({ ofAscii, others }: ByCode<Found>, code: number): Found | undefined {
  return code < ASCII ? ofAscii[code] : others.get(code);
}

/** Compiles a list. Later entries for the same phrase replace earlier ones. */
export function phraseMatcher<Value>(phrases: Iterable<readonly [phrase: string, value: Value | null]>): PhraseMatcher<Value> {
  const buckets = bucketsOf([...new Map(phrases)].map(([phrase, value]) => entryOf(phrase, value)));
  // Several rules ask for the same text, one after the other.
  let lastText: string | null = null;
  let lastMatches: readonly Match<Value>[] = NONE;
  return {
    find(folded) {
      if (folded === lastText) return lastMatches;
      lastText = folded;
      lastMatches = matchesIn(folded, buckets);
      return lastMatches;
    },
  };
}

function entryOf<Value>(phrase: string, value: Value | null): Entry<Value> {
  const folded = fold(phrase);
  return { phrase: folded, value, boundBefore: isSpaced(folded, 0), boundAfter: isSpaced(folded, folded.length - 1) };
}

function bucketsOf<Value>(entries: readonly Entry<Value>[]): ByCode<Bucket<Value>> {
  const buckets = groupBy(entries, ({ phrase }) => phrase.charCodeAt(0));
  return byCode(new Map([...buckets].map(([first, group]) => [first, bucketOf(group)] as const)));
}

function bucketOf<Value>(entries: readonly Entry<Value>[]): Bucket<Value> {
  const longer = entries.filter(({ phrase }) => phrase.length > 1).sort((a, b) => b.phrase.length - a.phrase.length);
  return {
    bySecond: byCode(groupBy(longer, ({ phrase }) => phrase.charCodeAt(1))),
    alone: entries.find(({ phrase }) => phrase.length === 1),
  };
}

function matchesIn<Value>(folded: string, buckets: ByCode<Bucket<Value>>): readonly Match<Value>[] {
  let matches: Match<Value>[] | null = null;
  let afterSpaced = false;
  for (let start = 0; start < folded.length; ) {
    // A phrase that begins with a letter begins a word, so inside a word there is nothing to look for.
    const code = folded.charCodeAt(start);
    const spaced = isSpacedCode(code);
    const isInside = spaced && afterSpaced;
    afterSpaced = spaced;
    const bucket = isInside ? undefined : at(buckets, code);
    const entry = bucket && longestAt(bucket, folded, start);
    if (!entry) {
      start++;
      continue;
    }
    const end = start + entry.phrase.length;
    if (entry.value !== null) {
      matches ??= [];
      matches.push({ start, end, value: entry.value });
    }
    start = end;
    afterSpaced = isSpaced(folded, end - 1);
  }
  return matches ?? NONE;
}

function longestAt<Value>({ bySecond, alone }: Bucket<Value>, folded: string, start: number): Entry<Value> | undefined {
  // Behind the last character stands none: NaN.
  const entries = at(bySecond, folded.charCodeAt(start + 1));
  if (entries) for (const entry of entries) if (folded.startsWith(entry.phrase, start) && stands(entry, folded, start)) return entry;
  return alone && stands(alone, folded, start) ? alone : undefined;
}

function stands<Value>(entry: Entry<Value>, folded: string, at: number): boolean {
  if (entry.boundBefore && at > 0 && isSpaced(folded, at - 1)) return false;
  const end = at + entry.phrase.length;
  return !(entry.boundAfter && end < folded.length && isSpaced(folded, end));
}

/** Whether a letter or digit of a script that writes spaces between words stands at an index. */
function isSpaced(text: string, at: number): boolean {
  return isSpacedCode(text.charCodeAt(at));
}

function isSpacedCode(code: number): boolean {
  if (code < 0x80) return (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
  // Latin, Greek and Cyrillic with their marks; what lies above is written without spaces or rare here.
  return code >= 0xc0 && code < 0x600 && code !== 0xd7 && code !== 0xf7;
}
