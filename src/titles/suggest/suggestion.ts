/**
 * The title with the most keyword value for one text: its present parts, the pieces that searches offer, and the choice among them
 * (program.ts), within the platform's limit and without breaking any rule that the present title keeps.
 *
 * Coverage = value of the search terms whose words are all in the title ÷ value of all that are searched for the listing. A proposal
 * needs 3 points more of it, or a title that is too long now. Its interval (80 %) takes the terms' own uncertainty (conversion.ts),
 * by the delta method: var = (U²·var C + C²·var U) ÷ (C + U)⁴ for covered and uncovered value C and U.
 */
import type { Day } from '../../core/day.js';
import { countLength, type LengthUnit } from '../../measures/listingRules/length.js';
import { type LintOptions, lengthLimit } from '../../measures/listingRules/lint.js';
import { Z_80 } from '../../measures/statistics.js';
import { covers, hasWord, type SearchText, searchText } from '../../measures/words/searchWords.js';
import type { Dictionary } from '../../measures/words/words.js';
import { newViolations } from '../edit/violations.js';
import type { ListingText } from '../keywords/listingText.js';
import { productTypeOf } from '../keywords/productType.js';
import { lintSubject } from '../keywords/titleLimit.js';
import { type Anatomy, anatomyOf, mustStay, type TitlePart } from './anatomy.js';
import { casing, composeTitle, joined } from './compose.js';
import type { Demand, DemandTerm } from './demand.js';
import { type Piece, piecesOf, pieceText } from './piece.js';
import { greedyChoice, type Solution, type SolveLp, solveProgram } from './program.js';
import { type Candidate, programOf } from './titleProgram.js';

export interface SuggestOptions {
  readonly asOf: Day;
  readonly solve: SolveLp;
  readonly lint: LintOptions;
  readonly dictionary?: Dictionary | undefined;
}

export const LEAST_GAIN = 0.03;
/** Each round forbids the pieces that broke a rule. */
const MOST_ROUNDS = 6;

export interface Coverage {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface WordWorth {
  readonly text: string;
  /** Value a month, millionths, that the title would not cover without it. */
  readonly value: number;
}

export interface Suggestion {
  readonly text: ListingText;
  readonly demand: Demand;
  readonly before: string;
  readonly after: string;
  readonly lengthBefore: number;
  readonly lengthAfter: number;
  readonly limit: number | null;
  readonly unit: LengthUnit;
  readonly coverageBefore: Coverage;
  readonly coverageAfter: Coverage;
  readonly added: readonly WordWorth[];
  readonly dropped: readonly WordWorth[];
  /** Added words that no text of the listing says. */
  readonly newWords: readonly string[];
  readonly greedy: { readonly objective: number; readonly after: string };
  readonly objective: number;
  readonly isProved: boolean;
}

export type NoSuggestion = 'no title' | 'nothing searched' | 'too thin' | 'no limit' | 'does not fit' | 'nothing to gain' | 'breaks rules';

/** The suggestion, or why there is none. `siblings`: other titles of the same product type. */
export function suggestTitle(
  text: ListingText,
  siblings: readonly string[],
  demand: Demand | null,
  options: SuggestOptions,
): Suggestion | NoSuggestion {
  const anatomy = anatomyOf(text, siblings);
  if (anatomy === null || text.title === null) return 'no title';
  if (demand === null) return 'nothing searched';
  if (!demand.isEnough) return 'too thin';
  const limit = lengthLimit(lintSubject(text), 'title', options.asOf);
  if (limit === null) return 'no limit';
  const length = (title: string) => countLength(title, limit.unit);
  const scene: Scene = { text, anatomy, demand, options, limit: limit.limit, unit: limit.unit, language: text.language };
  const choice = chooseWithoutBreach(scene);
  if (typeof choice === 'string') return choice;
  const before = text.title;
  const [coverageBefore, coverageAfter] = [coverageOf(before, scene), coverageOf(choice.title, scene)];
  const isTooLong = length(before) > limit.limit;
  if (choice.title === before || (!isTooLong && coverageAfter.ratio - coverageBefore.ratio < LEAST_GAIN)) return 'nothing to gain';
  return {
    text,
    demand,
    before,
    after: choice.title,
    lengthBefore: length(before),
    lengthAfter: length(choice.title),
    limit: limit.limit,
    unit: limit.unit,
    coverageBefore,
    coverageAfter,
    ...worths(choice, scene),
    newWords: newWords(choice.candidates, choice.solution, scene),
    greedy: { objective: choice.greedy.objective, after: titleOf(scene, choice.candidates, choice.greedy.items) },
    objective: choice.solution.objective,
    isProved: choice.solution.isProved,
  };
}

interface Scene {
  readonly text: ListingText;
  readonly anatomy: Anatomy;
  readonly demand: Demand;
  readonly options: SuggestOptions;
  readonly limit: number;
  readonly unit: LengthUnit;
  readonly language: string;
}

interface Choice {
  readonly candidates: readonly Candidate[];
  readonly solution: Solution;
  readonly greedy: Solution;
  readonly title: string;
}

/** Solves; where the title breaks a rule that the present one keeps, solves again without the pieces that break it. */
function chooseWithoutBreach(scene: Scene): Choice | NoSuggestion {
  const base = searchText([baseTitle(scene)], scene.language, scene.options.dictionary);
  let pieces = offered(scene, base).filter((piece) => !breaks(scene, titleWith(scene, piece)));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const candidates = candidatesOf(scene, pieces);
    const room = scene.limit - countLength(baseTitle(scene), scene.unit);
    if (room < 0) return 'does not fit';
    const program = programOf(candidates, scene.demand, base, room, partsWords(scene));
    const solution = solveProgram(program, scene.options.solve);
    const title = titleOf(scene, candidates, solution.items);
    if (countLength(title, scene.unit) <= scene.limit && !breaks(scene, title)) {
      return { candidates, solution, greedy: greedyChoice(program), title };
    }
    const chosen = solution.items.flatMap((item) => candidates[item]?.piece ?? []);
    if (chosen.length === 0) return 'breaks rules';
    pieces = pieces.filter((piece) => piece !== chosen.at(-1));
  }
  return 'breaks rules';
}

function breaks({ text, options }: Scene, title: string): boolean {
  return newViolations(lintSubject(text), 'title', text.title, title, { ...options.lint, upcoming: false }, []).some(
    (violation) => violation.severity !== 'hint' && !violation.rule.endsWith('-length'),
  );
}

function offered(scene: Scene, base: SearchText): Piece[] {
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
    type: typed?.words.map((word) => word.stem) ?? [],
    heads: new Set([...(typed?.heads ?? []), ...text.heads]),
    cased,
  };
  return piecesOf(demand.terms, context);
}

/** Present phrases first, then pieces. */
function candidatesOf(scene: Scene, pieces: readonly Piece[]): Candidate[] {
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

function baseTitle(scene: Scene): string {
  return composeTitle(scene.anatomy, scene.anatomy.parts.filter(mustStay), [], typeWordCount(scene), scene.language);
}

/** What stays of the present title, with one piece. */
function titleWith(scene: Scene, piece: Piece): string {
  return composeTitle(scene.anatomy, scene.anatomy.parts.filter(mustStay), [piece], typeWordCount(scene), scene.language);
}

function titleOf(scene: Scene, candidates: readonly Candidate[], items: readonly number[]): string {
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
function partsWords({ anatomy }: Scene): { readonly base: string; readonly present: string } {
  const text = (parts: readonly TitlePart[]) => parts.map((part) => part.text).join(' ');
  return { base: text(anatomy.parts.filter(mustStay)), present: text(anatomy.parts) };
}

function coverageOf(title: string, { demand, language, options }: Scene): Coverage {
  const text = searchText([title], language, options.dictionary);
  const sums = { covered: 0, open: 0, coveredVariance: 0, openVariance: 0 };
  for (const term of demand.terms) {
    if (covers(text, term.words)) {
      sums.covered += term.value;
      sums.coveredVariance += term.variance;
    } else {
      sums.open += term.value;
      sums.openVariance += term.variance;
    }
  }
  const all = sums.covered + sums.open;
  if (all === 0) return { ratio: 0, low: 0, high: 0 };
  const ratio = sums.covered / all;
  const spread = Z_80 * (Math.sqrt(sums.open ** 2 * sums.coveredVariance + sums.covered ** 2 * sums.openVariance) / all ** 2);
  return { ratio, low: Math.max(0, ratio - spread), high: Math.min(1, ratio + spread) };
}

function coveredValue(title: string, { demand, language, options }: Scene): number {
  const text = searchText([title], language, options.dictionary);
  return demand.terms.filter((term) => covers(text, term.words)).reduce((sum, term) => sum + term.value, 0);
}

/** What each added piece brings, and what each dropped part brought. */
function worths({ candidates, solution, title }: Choice, scene: Scene): Pick<Suggestion, 'added' | 'dropped'> {
  const all = coveredValue(title, scene);
  const without = (item: number) =>
    titleOf(
      scene,
      candidates,
      solution.items.filter((other) => other !== item),
    );
  const byValue = (a: WordWorth, b: WordWorth) => b.value - a.value || (a.text < b.text ? -1 : 1);
  const added = solution.items.flatMap((item): WordWorth[] => {
    const { piece } = candidates[item] as Candidate;
    const text = piece?.kind === 'purpose' ? `for ${piece.text}` : piece?.text;
    return text === undefined ? [] : [{ text, value: all - coveredValue(without(item), scene) }];
  });
  const whole = coveredValue(scene.text.title ?? '', scene);
  const dropped = candidates.flatMap(({ part }, item): WordWorth[] => {
    if (part === null || solution.items.includes(item)) return [];
    const parts = scene.anatomy.parts.filter((other) => other !== part);
    return [{ text: part.text, value: whole - coveredValue(composeTitle(scene.anatomy, parts, [], 0, scene.language), scene) }];
  });
  return { added: added.sort(byValue), dropped: dropped.sort(byValue) };
}

function newWords(candidates: readonly Candidate[], solution: Solution, { text }: Scene): string[] {
  const words = solution.items.flatMap((item) => candidates[item]?.piece?.words ?? []);
  return [...new Set(words.filter((word) => !hasWord(text.own, word)).map((word) => word.key))];
}
