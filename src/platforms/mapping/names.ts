/**
 * What the name of a column may mean: every header of every report that eco has built in is a word for its field, beside the words of
 * `synonyms/`. A word may have several meanings; what the file is about decides (`subjects.ts`).
 */
import { FIELDS, type FieldName } from '../../core/fields.js';
import type { ReportFormat } from '../define.js';
import { foldHeader } from '../header.js';
import { SYNONYMS } from './synonyms/index.js';
import type { Language } from './synonyms/synonym.js';

/** `same`: the very word. `spelled`: but for signs, spaces, accents and a currency in brackets. `part`: it contains the word. */
export type Likeness = 'same' | 'spelled' | 'part';

/** One meaning of a name, with those who use it so. */
export interface Meaning {
  readonly field: FieldName;
  readonly likeness: Likeness;
  /** The word that was recognised, as it is listed. */
  readonly word: string;
  readonly formats: readonly ReportFormat[];
  readonly languages: readonly Language[];
}

export interface NameIndex {
  /** The meanings of the best likeness there is. */
  meaningsOf(header: string): readonly Meaning[];
}

interface Entry {
  readonly field: FieldName;
  readonly word: string;
  readonly formats: ReportFormat[];
  readonly languages: Language[];
}

const indexes = new WeakMap<readonly ReportFormat[], NameIndex>();

/** The words of these formats and of the list; made once for a list of formats. */
export function nameIndex(formats: readonly ReportFormat[]): NameIndex {
  const known = indexes.get(formats);
  if (known) return known;
  const bySame = new Map<string, Entry[]>();
  const add = (field: FieldName, word: string): Entry => {
    const entries = listOf(bySame, keysOf(word).same);
    let entry = entries.find((each) => each.field === field);
    if (!entry) {
      entry = { field, word, formats: [], languages: [] };
      entries.push(entry);
    }
    return entry;
  };
  for (const format of formats)
    for (const { field, names } of format.columns) for (const name of names) pushOnce(add(field, name).formats, format);
  for (const [field, words] of Object.entries(SYNONYMS))
    for (const [language, list] of Object.entries(words))
      for (const word of list.split('|')) pushOnce(add(field as FieldName, word).languages, language as Language);
  for (const field of Object.keys(FIELDS) as FieldName[]) add(field, field);
  const bySpelling = new Map<string, Entry[]>();
  for (const [word, entries] of bySame) listOf(bySpelling, keysOf(word).spelling).push(...entries);
  const index: NameIndex = { meaningsOf: (header) => meanings(header, bySame, bySpelling) };
  indexes.set(formats, index);
  return index;
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function pushOnce<T>(list: T[], item: T): void {
  if (!list.includes(item)) list.push(item);
}

function meanings(header: string, bySame: ReadonlyMap<string, Entry[]>, bySpelling: ReadonlyMap<string, Entry[]>): Meaning[] {
  const same = bySame.get(sameKey(header));
  if (same) return merged(same, 'same');
  const key = spelling(header);
  if (key === '') return [];
  const spelled = bySpelling.get(key) ?? bySpelling.get(spelling(foldHeader(header).replace(OWNERS, '')));
  return spelled ? merged(spelled, 'spelled') : merged(longestPart(header, key, bySpelling), 'part');
}

/** Whose it is, or which of them: "amazon-order-id", "Variant Barcode", "Lineitem quantity". */
const OWNERS = /^(?:amazon|ebay|etsy|shopify|shopee|lazada|tiktok|walmart|variant|lineitem|line item|your|my)[ _-]+/;

/** Two spellings of one word may both be listed for a field. */
function merged(entries: readonly Entry[], likeness: Likeness): Meaning[] {
  const byField = new Map<FieldName, Meaning>();
  for (const { field, word, formats, languages } of entries) {
    const before = byField.get(field);
    byField.set(field, {
      field,
      likeness,
      word: before?.word ?? word,
      formats: [...new Set([...(before?.formats ?? []), ...formats])],
      languages: [...new Set([...(before?.languages ?? []), ...languages])],
    });
  }
  return [...byField.values()];
}

/** The name with its currency in brackets taken off. */
function sameKey(name: string): string {
  return withoutCurrency(foldHeader(name.replace(/\{currency\}/g, 'usd')));
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));

function withoutCurrency(folded: string): string {
  const found = /^(.*?)\s*[([]([a-z]{3}|[^\p{L}\p{N}]|元|円|원|rs\.?)[)\]]$/u.exec(folded);
  if (!found) return folded;
  const [, name = '', inside = ''] = found;
  return inside.length !== 3 || CURRENCIES.has(inside) ? name : folded;
}

/** Letters and digits alone, without the accents of Latin letters: "Art.-Nr." is "artnr", "Prix (€)" is "prix". */
function spelling(name: string): string {
  return sameKey(name)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    .replace(/ß/g, 'ss');
}

interface Keys {
  readonly same: string;
  readonly spelling: string;
}

/** Of the words that are listed: they stay the same when the formats become others, by a profile that is edited. */
const keys = new Map<string, Keys>();

function keysOf(word: string): Keys {
  let known = keys.get(word);
  if (!known) {
    known = { same: sameKey(word), spelling: spelling(word) };
    keys.set(word, known);
  }
  return known;
}

/** Han characters say more than letters: a word of two may stand for itself. */
const LEAST_LETTERS = 4;
const LEAST_HAN = 2;
/** Less of the name than this is chance. */
const LEAST_SHARE = 0.4;

function longestPart(header: string, key: string, bySpelling: ReadonlyMap<string, Entry[]>): readonly Entry[] {
  const starts = wordStarts(header);
  let best = '';
  for (const word of bySpelling.keys()) {
    if (word.length <= best.length || word.length < key.length * LEAST_SHARE) continue;
    const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(word);
    if (word.length < (han ? LEAST_HAN : LEAST_LETTERS)) continue;
    const at = key.indexOf(word);
    if (at >= 0 && (han || starts.has(at))) best = word;
  }
  return best === '' ? [] : (bySpelling.get(best) as Entry[]);
}

/** Where the words of a name begin in its spelling. */
function wordStarts(header: string): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const word of foldHeader(header).split(/[^\p{L}\p{N}\p{M}]+/u)) {
    starts.add(at);
    at += spelling(word).length;
  }
  return starts;
}
