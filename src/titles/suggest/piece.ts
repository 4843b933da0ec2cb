/**
 * What can be added to a title: words of search terms in forms that read as a person would write them.
 *
 * | kind | of "…" in a search | becomes |
 * |---|---|---|
 * | front | "cute stoneware mugs" | before the product type: **Cute** Stoneware Mugs |
 * | near | "tea kettle" | before its last word: Electric **Tea** Kettle |
 * | purpose | "kettle for office", "kettle office" | after the product type: Kettle **for Office** |
 * | phrase | "water boiler" | at the end, as typed: …, **Water Boiler** |
 * | plain | 保温 in 保温水杯 | at the end, as languages without spaces do |
 *
 * Words that the searches hold together ("hot water", "pour over") stay together. Only English, whose modifiers stand before the noun
 * and are not inflected, gets front, near and purpose; other languages get the searched words as typed.
 */
import { hasWord, isUnspaced, type SearchText, type SearchWord, searchText, searchWords } from '../../measures/words/searchWords.js';
import type { Dictionary } from '../../measures/words/words.js';
import { isAudience, isContents, isPurpose, statesProperty } from './cautions.js';
import type { DemandTerm } from './demand.js';
import type { Said } from './said.js';

export type PieceKind = 'front' | 'near' | 'purpose' | 'phrase' | 'plain';

export interface Piece {
  readonly kind: PieceKind;
  /** In the title's case, without what joins it. */
  readonly text: string;
  /** Words without function words. */
  readonly words: readonly SearchWord[];
}

export interface PieceContext {
  readonly language: string;
  readonly dictionary?: Dictionary | undefined;
  /** What stays of the present title. */
  readonly base: SearchText;
  readonly refused: ReadonlySet<string>;
  /** The product type's words, the last one being its head. */
  readonly type: readonly SearchWord[];
  readonly heads: ReadonlySet<string>;
  readonly cased: (text: string) => string;
  readonly isEnglish: boolean;
  /** Nothing is taken but what the listing's texts say word for word. */
  readonly isListOfShop: boolean;
  /** Stems of words that the seller confirms. */
  readonly confirmed: ReadonlySet<string>;
  /** Orders that came from searches with a word. */
  readonly ordersWith: (word: SearchWord) => number;
  /** The title says its brand, so that what stands behind it is the product. */
  readonly hasBrand: boolean;
  /** The listing is for women and men, say, and no piece may name one of them alone. */
  readonly hasSeveralAudiences: boolean;
  readonly said: Said;
}

const MOST_PHRASE_WORDS = 4;
const TOGETHER_SHARE = 0.7;
const MOST_TYPE_WORDS_FOR_NEAR = 2;
const MOST_PURPOSE_WORDS = 3;
/** Another name for the product wants more than a word beside it. */
const LEAST_NAME_ORDERS = 5;

/** Words of taste, which stand before what they describe. */
const STYLES: ReadonlySet<string> = new Set(
  'aesthetic boho chic classic cool cozy cute elegant fancy farmhouse funny minimalist modern nordic pretty retro rustic simple stylish traditional trendy unique vintage'.split(
    ' ',
  ),
);

/** Every piece that the terms offer, each once. */
export function piecesOf(terms: readonly DemandTerm[], context: PieceContext): Piece[] {
  const pieces = new Map<string, Piece>();
  const add = (kind: PieceKind, words: readonly Element[]) => {
    const made = pieceOf(kind, words, context);
    if (made && !pieces.has(`${kind} ${made.text.toLowerCase()}`)) pieces.set(`${kind} ${made.text.toLowerCase()}`, made);
  };
  const together = togetherness(terms, context);
  for (const { term, words } of terms) {
    if (words.some((word) => context.refused.has(word.stem)) || words.every((word) => hasWord(context.base, word))) continue;
    const elements = elementsOf(term, context, together);
    if (context.isEnglish) english(elements, context, add);
    else asTyped(elements, context.language, add);
  }
  return [...pieces.values()];
}

/** A word, or words that belong together. */
interface Element {
  readonly text: string;
  readonly words: readonly SearchWord[];
  /** Not in what stays of the title. */
  readonly isNew: boolean;
  readonly isFunction: boolean;
}

type Add = (kind: PieceKind, words: readonly Element[]) => void;

function pieceOf(kind: PieceKind, elements: readonly Element[], context: PieceContext): Piece | null {
  const joined = elements.map((element) => element.text).join(elements.every((element) => isUnspaced(element.text)) ? '' : ' ');
  const words = elements.flatMap((element) => element.words).filter((word) => !word.isFunction);
  return words.length === 0 || !isTrue(kind, words, context) ? null : { kind, text: context.cased(joined), words };
}

/** Whether the listing's texts say it, as far as they must: a property of what it stands before; of a list for the whole shop all. */
function isTrue(
  kind: PieceKind,
  words: readonly SearchWord[],
  { base, confirmed, hasSeveralAudiences, heads, isListOfShop, language, said }: PieceContext,
): boolean {
  if (kind === 'plain') return true;
  if (hasSeveralAudiences && words.some((word) => isAudience(word.key, language))) return false;
  const isOpen = (word: SearchWord) => !hasWord(base, word) && !confirmed.has(word.stem);
  const stems = words.map((word) => word.stem);
  const followed = (list: readonly string[]) => [...heads].some((head) => said.inOrder([...list, head]));
  const isInFront = kind === 'front' || kind === 'near';
  if (isListOfShop && words.some(isOpen)) return isInFront ? followed(stems) : said.inOrder(kind === 'purpose' ? ['for', ...stems] : stems);
  return words.every((word, index) => {
    if (!isOpen(word) || !statesProperty(word.key, language) || isContents(word.key)) return true;
    const isLast = index === words.length - 1;
    return said.alone(word.stem) || followed([word.stem]) || (!isLast && said.inOrder(stems.slice(index, index + 2)));
  });
}

function elementsOf(term: string, { language, dictionary, base }: PieceContext, together: (a: string, b: string) => boolean): Element[] {
  const elements: Element[] = [];
  for (const word of searchWords(term, language, dictionary)) {
    const last = elements.at(-1);
    const isNew = !word.isFunction && !hasWord(base, word);
    const before = last?.words.at(-1);
    // "1.7l" is two words at one place.
    if (last && before?.start === word.start)
      elements[elements.length - 1] = { ...last, words: [...last.words, word], isNew: last.isNew || isNew };
    else if (last && isNew && last.isNew && !isUnspaced(word.key) && !describes(word) && together(before?.stem ?? '', word.stem)) {
      elements[elements.length - 1] = { ...last, text: `${last.text} ${word.text}`, words: [...last.words, word] };
    } else elements.push({ text: word.text, words: [word], isNew, isFunction: word.isFunction });
  }
  return elements;
}

function english(elements: readonly Element[], context: PieceContext, add: Add): void {
  const isHead = (element: Element | undefined) => element?.words.some((word) => context.heads.has(word.stem)) === true;
  const typeStems = context.type.map((word) => word.stem);
  const isType = (element: Element | undefined) => element?.words.some((word) => typeStems.includes(word.stem)) === true;
  elements.forEach((element, index) => {
    // A gift may be anything, and says nothing of what it is.
    if (!element.isNew || element.words.some(({ key }) => GIFTS.has(key))) return;
    const [before, after] = [elements[index - 1], elements[index + 1]];
    const [last] = element.words.slice(-1) as [SearchWord];
    if (before?.text === 'for') add('purpose', purposeFrom(elements.slice(index), isHead));
    else if (isPurpose(last.key, 'en') && (after === undefined || after.isFunction || isHead(after)) && !element.words.some(describes))
      add('purpose', [element]);
    if (before?.isFunction) return;
    if (isHead(after) && context.type.length <= MOST_TYPE_WORDS_FOR_NEAR && !element.words.some(describes)) add('near', [element]);
    // Before a brand that is not known to be one, and before other adjectives, it would stand wrong.
    if (context.hasBrand && ((isType(after) && describes(last)) || STYLES.has(last.key))) add('front', [element]);
  });
  const spelled = (element: Element) => ({ ...element, text: asInTitle(element, context.type) });
  for (const phrase of nounPhrases(elements, isHead, context)) add('phrase', phrase.map(spelled));
}

/** "for dining room": all that follows, unless it is the product itself or an adjective alone. */
function purposeFrom(elements: readonly Element[], isHead: (element: Element) => boolean): Element[] {
  const until = elements.findIndex((element) => element.isFunction);
  const run = elements.slice(0, until === -1 ? elements.length : until);
  const words = run.flatMap((element) => element.words);
  const isFit = words.length > 0 && words.length <= MOST_PURPOSE_WORDS && !run.some(isHead) && !describes(words.at(-1) as SearchWord);
  return isFit && run.every((element) => element.isNew) ? run : [];
}

/** The product's own name in the number in which the title has it: "mugs" beside "mug" would be another product. */
function asInTitle(element: Element, type: readonly SearchWord[]): string {
  const [word, ...more] = element.words;
  const typed = more.length === 0 ? type.find(({ stem, text }) => stem === word?.stem && /^\p{L}+$/u.test(text)) : undefined;
  return typed === undefined ? element.text : typed.text.toLowerCase();
}

/** Whether a word says how a thing is, so that it stands first: a matter of taste, a property, or by its ending. */
function describes({ key }: SearchWord): boolean {
  if (isContents(key)) return false;
  return STYLES.has(key) || statesProperty(key, 'en') || /(?:able|ful|ic|ish|ive|less|ous)$/.test(key);
}

/** "tea bags empty" as it is written: "empty tea bags". */
function describedFirst(phrase: readonly Element[]): Element[] {
  const noun = phrase.findLastIndex((element) => !element.words.every(describes));
  return noun === -1 ? [...phrase] : [...phrase.slice(noun + 1), ...phrase.slice(0, noun + 1)];
}

/** Runs of words without a preposition that end in what the product is or in another word for it, and hold something new. */
function nounPhrases(elements: readonly Element[], isHead: (element: Element) => boolean, context: PieceContext): Element[][] {
  const until = elements.findIndex((element, index) => index > 0 && element.isFunction);
  // "lamp plug in": what stands before a preposition at the end belongs to it.
  const isCut = until === elements.length - 1 && until !== -1;
  const run = elements.slice(0, until === -1 ? elements.length : isCut ? until - 1 : until).filter((element) => !element.isFunction);
  const head = run.findLastIndex((element) => isHead(element));
  const end = head === -1 ? run.length - 1 : head;
  const first = run.findIndex((element) => element.isNew);
  const last = run[end];
  if (!last || first === -1) return [];
  const phrases: Element[][] = [];
  const isNoun = head !== -1 || (last.isNew && !isUse(last) && isName(last, context));
  if (isNoun && first <= end && head !== -1) phrases.push(run.slice(first, end + 1));
  // Another word for the product is kept whole: "water boiler", never "boiler". One word alone is no phrase.
  if (isNoun && first <= end && run.slice(0, end + 1).flatMap((element) => element.words).length > 1) phrases.push(run.slice(0, end + 1));
  for (const after of head === -1 ? [] : run.slice(end + 1)) {
    if (!after.isNew || isUse(after)) continue;
    // "lamp warm light" has one; "mug set" comes as one; what else stands behind a product ("milk tin", "clutch evening") is not known.
    if (after.words.length > 1) phrases.push([after]);
    else if (isContents(after.text)) phrases.push([last, after]);
  }
  return (
    phrases
      .map(describedFirst)
      // One word at the end dangles: ", Gift".
      .filter((phrase) => phrase.some((element) => element.isNew) && isPhrase(phrase))
      // A matter of taste stands before the product type instead.
      .filter((phrase) => head === -1 || !phrase.some((element) => STYLES.has(element.text)))
      .filter((phrase) => isInOrder(phrase) && !phrase.some(({ text, isNew }) => isNew && GIFTS.has(text)))
      // "Skinny Trough, Trough Planter" says one thing twice.
      .filter(
        (phrase) =>
          !context.isListOfShop ||
          !phrase.slice(0, -1).some((element) => element.words.some((word) => word.stem === context.type.at(-1)?.stem)),
      )
  );
}

const GIFTS: ReadonlySet<string> = new Set(['gift', 'gifts', 'present', 'presents']);

/** Whether what a search ends in may be another name for the product: several bought it by that, or its texts call it so. */
function isName({ words }: Element, { isListOfShop, ordersWith }: PieceContext): boolean {
  return isListOfShop || words.every((word) => ordersWith(word) >= LEAST_NAME_ORDERS);
}

/** What describes stands first: "stoneware tea mugs", never "tea stoneware mugs". */
function isInOrder(phrase: readonly Element[]): boolean {
  const last = phrase.findLastIndex((element) => element.words.every(describes));
  return last === phrase.length - 1 || phrase.slice(0, Math.max(0, last)).every((element) => element.words.some(describes));
}

/** Of two words or more, and no sentence. */
function isPhrase(elements: readonly Element[]): boolean {
  const count = elements.flatMap((element) => element.words).length;
  return count > 1 && count <= MOST_PHRASE_WORDS;
}

function isUse(element: Element): boolean {
  const key = element.words.at(-1)?.key ?? '';
  return isPurpose(key, 'en') || STYLES.has(key);
}

/** Languages in which a compound is one word: "Wasserkocher" at the end is as good as "Water Boiler". */
const COMPOUNDING: ReadonlySet<string> = new Set(['da', 'de', 'fi', 'nl', 'no', 'sv']);

/** Other languages: from the first new word to the last, and in texts without spaces each new word by itself. */
function asTyped(elements: readonly Element[], language: string, add: Add): void {
  const first = elements.findIndex((element) => element.isNew);
  const last = elements.findLastIndex((element) => element.isNew);
  if (first === -1) return;
  const isPlain = elements.some((element) => isUnspaced(element.text));
  const span = elements.slice(first, last + 1);
  const isWhole = isPlain || isPhrase(span) || COMPOUNDING.has(language);
  if (isWhole && span.length <= MOST_PHRASE_WORDS) add(isPlain ? 'plain' : 'phrase', span);
  if (isPlain) for (const element of span) if (element.isNew) add('plain', [element]);
}

/** Whether two words that follow each other belong together: they nearly always do, where one of them is typed. */
function togetherness(terms: readonly DemandTerm[], { language, dictionary }: PieceContext): (a: string, b: string) => boolean {
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { term } of terms) {
    const stems = searchWords(term, language, dictionary).map((word) => word.stem);
    for (const stem of new Set(stems)) count(counts, stem);
    stems.forEach((stem, index) => {
      if (index > 0) count(pairs, `${stems[index - 1]} ${stem}`);
    });
  }
  return (a, b) => (pairs.get(`${a} ${b}`) ?? 0) >= TOGETHER_SHARE * Math.min(counts.get(a) ?? 1, counts.get(b) ?? 1);
}

/** The words of a piece as a text that is searched. */
export function pieceText(piece: Piece, language: string, dictionary?: Dictionary): SearchText {
  return searchText([piece.text], language, dictionary);
}
