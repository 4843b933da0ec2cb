/** Truth values as exports write them: true/false, yes/no, y/n, 1/0 in any case, 是/否. */
import { isMissingText } from './missing.js';
import { plainText } from './plainText.js';
import { CellProblem } from './problem.js';

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['y', true],
  ['1', true],
  ['是', true],
  ['false', false],
  ['no', false],
  ['n', false],
  ['0', false],
  ['否', false],
]);

/** A truth value, null where the cell is missing. */
export function parseBoolean(cell: string): boolean | null | CellProblem {
  const known = WORDS.get(cell);
  if (known !== undefined) return known;
  const text = plainText(cell);
  if (isMissingText(text)) return null;
  return WORDS.get(text.toLowerCase()) ?? new CellProblem('yes or no');
}
