/**
 * The spellings of "no value" that exports use, for every kind of cell but text (a text cell is missing only when empty).
 *
 * Seen: empty (all), ` --` with a leading space (Google Ads, Keyword Planner), `--` (Etsy, eBay, Sogou), `-` (Sycm, Douyin, Rakuten, Helium 10),
 * `—` and `/` (Chinese exports), `N/A` and `N/R` (Helium 10). `null`, `None` and `NaN` are how the programs in between write it.
 * A spreadsheet's `#N/A` or `#DIV/0!` is not here: it is an error of somebody's formula, and the row is rejected with it.
 */
import { plainText } from './plainText.js';

const MISSING: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '——',
  '/',
  '//',
  'N/A',
  'n/a',
  'N/a',
  'N/R',
  'n/r',
  'null',
  'NULL',
  'Null',
  'None',
  'NaN',
  'nan',
]);

const LONGEST = 4;

/** Whether a cell says that there is no value. Space around it, TABs and text guards do not matter. */
export function isMissing(cell: string): boolean {
  if (cell.length <= LONGEST && MISSING.has(cell)) return true;
  const first = cell.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  return MISSING.has(plainText(cell));
}

/** The same for text that `plainText` has been through. */
export function isMissingText(plain: string): boolean {
  return plain.length <= LONGEST && MISSING.has(plain);
}
