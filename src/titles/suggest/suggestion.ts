/**
 * The title with the most keyword value for one text: its present parts, the pieces that searches offer, and the choice among them
 * (program.ts), within the platform's limit and without breaking any rule that the present title keeps. A proposal covers at least 3
 * points more of what is searched (coverage.ts), or shortens a title that is too long.
 */
import { countLength, type LengthUnit } from '../../measures/listingRules/length.js';
import { lengthLimit } from '../../measures/listingRules/lint.js';
import { newViolations } from '../../measures/listingRules/newViolations.js';
import { searchText } from '../../measures/words/searchWords.js';
import type { ListingText } from '../keywords/listingText.js';
import { lintSubject } from '../keywords/titleLimit.js';
import { anatomyOf } from './anatomy.js';
import { type Coverage, coverageOf, newWords, type WordWorth, worths } from './coverage.js';
import type { Demand } from './demand.js';
import { greedyChoice, type Solution, solveProgram } from './program.js';
import { baseTitle, candidatesOf, offered, partsWords, type Scene, type SuggestOptions, titleOf, titleWith } from './scene.js';
import { type Candidate, programOf } from './titleProgram.js';

export const LEAST_GAIN = 0.03;
/** Each round forbids the pieces that broke a rule. */
const MOST_ROUNDS = 6;

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
  /** Added words that only its tags say, where sellers put what shoppers may type, true or not. */
  readonly tagWords: readonly string[];
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
    ...newWords(choice.candidates, choice.solution, scene),
    greedy: { objective: choice.greedy.objective, after: titleOf(scene, choice.candidates, choice.greedy.items) },
    objective: choice.solution.objective,
    isProved: choice.solution.isProved,
  };
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
