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
const LIST_WORDS = 6;
const WITH_WORDS = 3;
/** Alone at the end of a part they say nothing: "Perfect for Roast Dinners" stays one. By stems of no language: as they are typed. */
const WANT_MORE =
  /(?:^|[\s.,])(?:perfect|ideal|great|suitable|designed|crafted|made|used?|ready|good|best|compatible|works?|fits?|comes?|complete|filled|along|perfekt|geeignet|passend|kompatibel|gefüllt|parfaite?|idéale?|adaptée?|compatibles?|perfectos?|perfectas?|adecuado|perfett[oa]|adatt[oa]|geschikt|perfeito)$/iu;

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
  // "20 pcs, Fish Tank Decor": a figure in front is no product.
  const typeAt = Math.max(
    0,
    cut.findIndex((part) => unspaced || !isFigure(part.text)),
  );
  for (const [index, part] of cut.entries()) {
    const separator = index > 0 ? part.separator : brand === null ? '' : separatorAfterBrand(title, text, unspaced);
    // "Teapot with Infuser" is one thing.
    const isWith =
      index === typeAt + 1 && part.separator === ' ' && part.text.split(' ').length <= WITH_WORDS && bringsWith(part.text, text.language);
    const isFactual = index < typeAt || isWith || (index > typeAt && isFact(part.text, text, siblings, parts.every(mustStay)));
    parts.push({ ...part, separator, role: index === typeAt ? 'type' : isFactual ? 'fact' : 'phrase' });
  }
  joinTails(parts, text.language);
  return {
    parts: brand === null ? parts : [{ role: 'brand', text: brand, separator: '' }, ...parts],
    isUnspaced: unspaced,
    isTitleCase: isTitleCase(rest, text.language),
  };
}

/** "Classic Horseradish" "with Bold Heat": what a phrase opens goes with the phrase, or it would be left behind "Case of 2". */
function joinTails(parts: TitlePart[], language: string): void {
  for (let at = parts.length - 1; at > 0; at--) {
    const [before, part] = [parts[at - 1] as TitlePart, parts[at] as TitlePart];
    const isTail = part.role === 'phrase' && part.separator === ' ' && opensPhrase(part.text.split(' ')[0] ?? '', language);
    // A word alone may be a colour that no list knows.
    if (isTail && before.role === 'phrase' && before.text.includes(' '))
      parts.splice(at - 1, 2, { ...before, text: `${before.text} ${part.text}` });
  }
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

/** Whether a part begins with the first of the language's openers, which says what comes with a thing, not what it is for. */
function bringsWith(part: string, language: string): boolean {
  const [first] = part.split(' ');
  return opensPhrase(first ?? '', language) && ['with', 'mit', 'avec', 'con', 'com', 'met', 'med'].includes(wordKey(first ?? ''));
}

/** "1970s", "250pcs", "2 x 500 g": figures with their units and nothing else. */
function isFigure(part: string): boolean {
  return /^(?:[\p{N}.,/]+\s?\p{L}{0,7}[\s×x+-]*)+$/u.test(part);
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
    // "(Set of 2, White)" stays whole.
    if (isInBrackets(rest, match.index)) continue;
    const text = rest.slice(at, match.index);
    if (text.trim() !== '') cuts.push({ text, separator });
    separator = match[0] === '' ? ' ' : match[0];
    at = match.index + match[0].length;
  }
  if (rest.slice(at).trim() !== '') cuts.push({ text: rest.slice(at).trim(), separator });
  return joinLists(cuts.flatMap((cut) => beforeOpeners(cut, language)).flatMap(afterLongFigures), language);
}

function isInBrackets(text: string, index: number): boolean {
  return text.lastIndexOf('(', index - 1) > text.lastIndexOf(')', index - 1) && text.indexOf(')', index) !== -1 && text[index] !== '(';
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
  const at = words.findIndex(
    (word, index) =>
      index > 0 &&
      opensPhrase(word, language) &&
      !WANT_MORE.test(words[index - 1] as string) &&
      !isInBrackets(cut.text, words.slice(0, index).join(' ').length),
  );
  if (at === -1) return [cut];
  const [head, tail] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
  return [{ text: head, separator: cut.separator }, ...beforeOpeners({ text: tail, separator: ' ' }, language)];
}

/** "200 pcs Unbleached Natural Brown Cone Filters" → "200 pcs", "Unbleached Natural Brown Cone Filters"; "100 Percent Natural Flavours" is one. */
function afterLongFigures(cut: Cut): Cut[] {
  const match =
    /^(\p{N}[\p{N}.,]*\s?(?:pcs?|pieces?|count|ct|packs?|stk|stück|st|pièces?|piezas?|pezzi|stuks?))\s+(\S+(?:\s+\S+){2,})$/iu.exec(
      cut.text,
    );
  return match
    ? [
        { text: match[1] as string, separator: cut.separator },
        { text: match[2] as string, separator: ' ' },
      ]
    : [cut];
}

/** "for Coffee", "Tea", "Sugar and Flour" are one list, which cannot lose its beginning; nor can "Red", "Green & Yellow Curry". */
function joinLists(cuts: readonly Cut[], language: string): Cut[] {
  const joined: Cut[] = [];
  for (let at = 0; at < cuts.length; at++) {
    const cut = cuts[at] as Cut;
    // "Ideal for Beef", too.
    const isOpen = cut.text.split(' ').some((word) => opensPhrase(word, language));
    const end = hasAnd(cut.text) ? at : isOpen ? listEnd(cuts, at, SHORT_WORDS + 2) : at > 0 ? endOfKinds(cuts, at, language) : at;
    joined.push({
      separator: cut.separator,
      text: cuts.slice(at, end + 1).reduce((text, part, index) => text + (index === 0 ? '' : part.separator) + part.text, ''),
    });
    at = end;
  }
  return joined;
}

/** The end of a list of colours or kinds. */
function endOfKinds(cuts: readonly Cut[], at: number, language: string): number {
  if ((cuts[at] as Cut).text.split(' ').length > SHORT_WORDS) return at;
  const end = listEnd(cuts, at, LIST_WORDS);
  return cuts.slice(at, end).some((cut) => !cut.text.includes(' ') && statesProperty(wordKey(cut.text), language)) ? end : at;
}

function listEnd(cuts: readonly Cut[], at: number, mostWords: number): number {
  for (let next = at + 1; next < cuts.length; next++) {
    const { text, separator } = cuts[next] as Cut;
    if (!separator.includes(',') || text.split(' ').length > mostWords) return at;
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
  // A list of colours or kinds.
  if (hasAnd(part) && part.split(/,\s*/).some((item) => !item.includes(' ') && statesProperty(wordKey(item), text.language))) return true;
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
