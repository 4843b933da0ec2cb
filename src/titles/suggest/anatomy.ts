/**
 * The parts of a present title, as typed, so that a new one can keep them: brand, product type, facts, phrases.
 *
 * A title is cut at commas, bars, dashes, dots and brackets, and before "with" and "for" (and their like), which begin phrases of
 * their own; "for Coffee, Tea and Sugar" stays one. What must stay (`mustStay`):
 *
 * - the brand, moved to the front, where every platform that has an order wants it;
 * - the part with the product type;
 * - facts: what has a figure, names a colour or a material, is the listing's variation, or is a short part next to the type and other
 *   facts that no title of the same product type has ("Basket": what tells it from the ball and the stick).
 *
 * The other parts are phrases, which may give way to something worth more.
 */
import { isUnspaced, opensPhrase, searchWords } from '../../measures/words/searchWords.js';
import { wordKey } from '../../measures/words/words.js';
import type { ListingText } from '../keywords/listingText.js';
import { statesProperty } from './cautions.js';

export interface TitlePart {
  readonly role: 'brand' | 'type' | 'fact' | 'phrase';
  /** As typed, with what separates it from the part before. */
  readonly text: string;
  readonly separator: string;
}

export interface Anatomy {
  /** In the order of a new title: brand and type first, the others as they stand. */
  readonly parts: readonly TitlePart[];
  /** Languages without spaces put words side by side. */
  readonly isUnspaced: boolean;
  /** New words begin with a capital, as those of the title do. */
  readonly isTitleCase: boolean;
}

const CUT = /\s*[,;|•·、，]\s*|\s+[-–—/]\s+|\s+(?=\()|(?<=\))\s*/gu;
const SHORT_WORDS = 2;

export function mustStay(part: TitlePart): boolean {
  return part.role !== 'phrase';
}

/** The parts of a title. `siblings`: other titles of the same product type in the store. Null where there is no title. */
export function anatomyOf(text: ListingText, siblings: readonly string[]): Anatomy | null {
  const { title } = text;
  if (title === null || title.trim() === '') return null;
  const brand = text.brand === null ? null : title.slice(text.brand.start, text.brand.end);
  const rest = brand === null ? title.trim() : withoutBrand(title, text.brand as { start: number; end: number });
  const unspaced = isUnspaced(rest) || (brand !== null && isUnspaced(brand));
  const cut = unspaced ? unspacedParts(rest) : partsOf(rest, text.language);
  const parts: TitlePart[] = [];
  for (const [index, part] of cut.entries()) {
    const separator = index > 0 ? part.separator : brand === null ? '' : separatorAfterBrand(title, text, unspaced);
    const isFactual = index > 0 && isFact(part.text, text, siblings, parts.every(mustStay));
    parts.push({ ...part, separator, role: index === 0 ? 'type' : isFactual ? 'fact' : 'phrase' });
  }
  return {
    parts: brand === null ? parts : [{ role: 'brand', text: brand, separator: '' }, ...parts],
    isUnspaced: unspaced,
    isTitleCase: isTitleCase(rest, text.language),
  };
}

/** "Kettle by Tarn & Kettle" and "Tarn & Kettle – Kettle" without the brand and what joined it. */
function withoutBrand(title: string, { start, end }: { start: number; end: number }): string {
  const before = title.slice(0, start).replace(/(?:\s+(?:by|from|von|par|de|da))?[\s,|–—-]*$/iu, '');
  const after = title.slice(end).replace(/^[\s,|:–—-]+/u, '');
  return `${before}${before !== '' && after !== '' ? ' ' : ''}${after}`.trim();
}

function separatorAfterBrand(title: string, text: ListingText, unspaced: boolean): string {
  if (text.brand?.start !== 0) return unspaced ? '' : ' ';
  const typed = /^[\s,|:–—-]*/u.exec(title.slice(text.brand.end))?.[0] ?? '';
  return typed === '' && !unspaced ? ' ' : typed;
}

interface Cut {
  readonly text: string;
  readonly separator: string;
}

function partsOf(rest: string, language: string): Cut[] {
  const cuts: Cut[] = [];
  let at = 0;
  let separator = '';
  for (const match of rest.matchAll(CUT)) {
    const text = rest.slice(at, match.index);
    if (text.trim() !== '') cuts.push({ text, separator });
    separator = match[0] === '' ? ' ' : match[0];
    at = match.index + match[0].length;
  }
  if (rest.slice(at).trim() !== '') cuts.push({ text: rest.slice(at).trim(), separator });
  return joinLists(cuts.flatMap((cut) => beforeOpeners(cut, language)).flatMap(afterLongFigures), language);
}

/** A text without spaces is cut where it has spaces or signs; "500ml" and "四件套" stay with what they follow. */
function unspacedParts(rest: string): Cut[] {
  const cuts: Cut[] = [];
  for (const match of rest.matchAll(/([\s,;|•·、，/]*)([^\s,;|•·、，/]+)/gu))
    cuts.push({ separator: match[1] as string, text: match[2] as string });
  return cuts;
}

/** "Silver for Pour Over" → "Silver", "for Pour Over". */
function beforeOpeners(cut: Cut, language: string): Cut[] {
  const words = cut.text.split(' ');
  const at = words.findIndex((word, index) => index > 0 && opensPhrase(word, language));
  if (at === -1) return [cut];
  const [head, tail] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
  return [{ text: head, separator: cut.separator }, ...beforeOpeners({ text: tail, separator: ' ' }, language)];
}

/** "200 pcs Unbleached Natural Brown Cone Filters" → "200 pcs", "Unbleached Natural Brown Cone Filters". */
function afterLongFigures(cut: Cut): Cut[] {
  const match = /^(\p{N}[\p{N}.,]*\s?\p{L}+)\s+(\S+(?:\s+\S+){2,})$/u.exec(cut.text);
  return match
    ? [
        { text: match[1] as string, separator: cut.separator },
        { text: match[2] as string, separator: ' ' },
      ]
    : [cut];
}

/** "for Coffee", "Tea", "Sugar and Flour" are one list, which cannot lose its beginning. */
function joinLists(cuts: readonly Cut[], language: string): Cut[] {
  const joined: Cut[] = [];
  for (let at = 0; at < cuts.length; at++) {
    const cut = cuts[at] as Cut;
    const end = opensPhrase(cut.text.split(' ')[0] ?? '', language) && !hasAnd(cut.text) ? listEnd(cuts, at) : at;
    joined.push({
      separator: cut.separator,
      text: cuts.slice(at, end + 1).reduce((text, part, index) => text + (index === 0 ? '' : part.separator) + part.text, ''),
    });
    at = end;
  }
  return joined;
}

function listEnd(cuts: readonly Cut[], at: number): number {
  for (let next = at + 1; next < cuts.length; next++) {
    const { text, separator } = cuts[next] as Cut;
    if (!separator.includes(',') || text.split(' ').length > SHORT_WORDS + 2) return at;
    if (hasAnd(text)) return next;
    if (text.split(' ').length > SHORT_WORDS) return at;
  }
  return at;
}

function hasAnd(text: string): boolean {
  return /\s(and|und|et|y|e|&)\s/u.test(text);
}

function isFact(part: string, text: ListingText, siblings: readonly string[], isNextToType: boolean): boolean {
  if (/\p{N}/u.test(part)) return true;
  const variations = text.owned.listings.flatMap((listing) => (listing.variation ?? '').split(/\s*[/,|]\s*/)).map(wordKey);
  if (variations.includes(wordKey(part))) return true;
  const words = searchWords(part, text.language).filter((word) => !word.isFunction);
  if (words.length === 0 || words.length > SHORT_WORDS) return false;
  if (words.length === 1 && statesProperty(words[0]?.key as string, text.language)) return true;
  return (
    isNextToType &&
    siblings.length > 0 &&
    !opensPhrase(part.split(' ')[0] ?? '', text.language) &&
    !siblings.some((title) => wordKey(title).includes(wordKey(part)))
  );
}

/** Most words of the title that are no function words begin with a capital. */
function isTitleCase(rest: string, language: string): boolean {
  const words = searchWords(rest, language).filter((word) => !word.isFunction && /^\p{L}/u.test(word.text));
  return words.filter((word) => /^\p{Lu}/u.test(word.text)).length * 2 > words.length;
}
