/**
 * One title to be suggested for: its parts, its searches, and the titles that parts and pieces make.
 */
import type { Day } from '../../core/day.js';
import { countLength, type LengthUnit } from '../../measures/listingRules/length.js';
import type { LintOptions } from '../../measures/listingRules/lint.js';
import { type SearchText, type SearchWord, searchText } from '../../measures/words/searchWords.js';
import type { Dictionary } from '../../measures/words/words.js';
import type { ListingText } from '../keywords/listingText.js';
import { productTypeOf } from '../keywords/productType.js';
import { type Anatomy, mustStay, type TitlePart } from './anatomy.js';
import { namesSeveralAudiences } from './cautions.js';
import { casing, composeTitle, joined } from './compose.js';
import type { Demand, DemandTerm } from './demand.js';
import { type Piece, piecesOf, pieceText } from './piece.js';
import type { SolveLp } from './program.js';
import { saidIn } from './said.js';
import type { Candidate } from './titleProgram.js';

export interface SuggestOptions {
  readonly asOf: Day;
  readonly solve: SolveLp;
  readonly lint: LintOptions;
  readonly dictionary?: Dictionary | undefined;
  /** The store writes English, so that words can be put before and after the product type as English does. */
  readonly isEnglish: boolean;
}

export interface Scene {
  readonly text: ListingText;
  readonly anatomy: Anatomy;
  readonly demand: Demand;
  readonly options: SuggestOptions;
  readonly limit: number;
  readonly unit: LengthUnit;
  readonly language: string;
}

/** The pieces that its searches offer. */
export function offered(scene: Scene, base: SearchText): Piece[] {
  const { text, anatomy, demand, language } = scene;
  const type = anatomy.parts.find((part) => part.role === 'type');
  const typed = type === undefined || anatomy.isUnspaced ? null : productTypeOf(type.text, 0, language);
  const first = text.owned.listings[0];
  const cased = casing([text.title, first.attributes, first.variation], anatomy.isTitleCase);
  const context = {
    language,
    dictionary: scene.options.dictionary,
    base,
    refused: new Set(demand.refused.keys()),
    isEnglish: scene.options.isEnglish,
    isListOfShop: demand.isListOfShop,
    confirmed: demand.confirmed,
    ordersWith: (word: SearchWord) =>
      demand.terms.reduce((sum, term) => sum + (term.words.some(({ stem }) => stem === word.stem) ? term.orders : 0), 0),
    hasBrand: text.brand !== null,
    hasSeveralAudiences: namesSeveralAudiences(text.vouched.stems, language),
    said: saidIn(text.vouched.key, language),
    type: typed?.words ?? [],
    heads: new Set([...(typed?.heads ?? []), ...text.heads]),
    cased,
  };
  return piecesOf(demand.terms, context);
}

/** Present phrases first, then pieces. */
export function candidatesOf(scene: Scene, pieces: readonly Piece[]): Candidate[] {
  const { anatomy, language, options, unit } = scene;
  const phrases = anatomy.parts.filter((part) => !mustStay(part));
  return [
    ...phrases.map((part) => ({
      part,
      piece: null,
      cost: countLength(part.separator + part.text, unit),
      search: searchText([part.text], language, options.dictionary),
    })),
    ...pieces.map((piece) => ({
      part: null,
      piece,
      cost: countLength(joined(piece, anatomy), unit),
      search: pieceText(piece, language, options.dictionary),
    })),
  ];
}

function typeWordCount({ anatomy, language }: Scene): number {
  const type = anatomy.parts.find((part) => part.role === 'type');
  return type === undefined ? 0 : (productTypeOf(type.text, 0, language)?.words.length ?? 0);
}

/** What stays of the present title. */
export function baseTitle(scene: Scene): string {
  return composeTitle(scene.anatomy, scene.anatomy.parts.filter(mustStay), [], typeWordCount(scene), scene.language);
}

/** What stays of the present title, with one piece. */
export function titleWith(scene: Scene, piece: Piece): string {
  return composeTitle(scene.anatomy, scene.anatomy.parts.filter(mustStay), [piece], typeWordCount(scene), scene.language);
}

/** The title of chosen candidates, the pieces by their worth. */
export function titleOf(scene: Scene, candidates: readonly Candidate[], items: readonly number[]): string {
  const chosen = new Set(items.map((item) => candidates[item] as Candidate));
  const kept = new Set([...chosen].flatMap((candidate) => candidate.part ?? []));
  const parts = scene.anatomy.parts.filter((part: TitlePart) => mustStay(part) || kept.has(part));
  const pieces = [...chosen].flatMap((candidate) => candidate.piece ?? []);
  const worth = new Map(pieces.map((piece) => [piece, pieceWorth(piece, scene.demand.terms)]));
  const sorted = [...pieces].sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0) || (a.text < b.text ? -1 : 1));
  return composeTitle(scene.anatomy, parts, sorted, typeWordCount(scene), scene.language);
}

/** For the order of pieces: the value of the terms that have its words. */
function pieceWorth(piece: Piece, terms: readonly DemandTerm[]): number {
  const stems = new Set(piece.words.map((word) => word.stem));
  return terms.filter((term) => term.words.some((word) => stems.has(word.stem))).reduce((sum, term) => sum + term.value, 0);
}

/** How often each word stands in the parts that stay, and in the whole present title. */
export function partsWords({ anatomy }: Scene): { readonly base: string; readonly present: string } {
  const text = (parts: readonly TitlePart[]) => parts.map((part) => part.text).join(' ');
  return { base: text(anatomy.parts.filter(mustStay)), present: text(anatomy.parts) };
}
