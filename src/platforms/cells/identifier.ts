/**
 * Identifiers: order numbers, listing ids, SKUs, barcodes. Text always (ids of 19 digits do not fit a number), leading zeros kept.
 *
 * Taken away: `="468170906203317"` (Amazon Ads, Taobao), TABs (Douyin, Pinduoduo, TikTok Shop), quotes and apostrophes in front (Shopify `'8720602828605`),
 * a stray quote or apostrophe behind an all-digit id, and `.0` behind an all-digit id of six or more digits (JD's 10160070484512.0).
 * A quote or apostrophe behind anything else is part of it: `TV-55"`.
 * Refused, never guessed: `4.68E+14`, `#NAME?` and `########` (what a spreadsheet writes instead), and ids beyond 2^53 that have been through a floating-point number (`5118609024991031000.0`).
 */
import { isMissing, isMissingText } from './missing.js';
import { unguard } from './plainText.js';
import { CellProblem, DESTROYED_BY_EXCEL } from './problem.js';

const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const SCIENTIFIC = /^\d(?:[.,]\d+)?[eE]\+\d+$/;
const NOT_SHOWN = /^(#{3,}|#(NAME|REF|VALUE|NUM|NULL|DIV\/0)[?!]|#N\/A)$/;
const STRAY = /^(\d+)['"]+$/;
const FLOATED = /^(\d{6,})\.0+$/;
const FRACTION_OF_ZERO = /\.0+$/;

/** An identifier, null where the cell is missing. */
export function parseIdentifier(cell: string): string | null | CellProblem {
  if (isPlainIdentifier(cell)) return isMissingText(cell) ? null : cell;
  const bare = unguard(cell.replace(INVISIBLE, ''));
  const text = STRAY.exec(bare)?.[1] ?? bare;
  if (isMissing(text)) return null;
  if (SCIENTIFIC.test(text) || NOT_SHOWN.test(text)) return new CellProblem('identifier', DESTROYED_BY_EXCEL);
  const digits = FLOATED.exec(text)?.[1];
  if (digits === undefined) return text;
  return Number.isSafeInteger(Number(digits)) ? digits : new CellProblem('identifier', DESTROYED_BY_EXCEL);
}

/** Letters or digits at both ends, only printable ASCII between, no `+` and no `.0` at the end: nothing to take away. */
function isPlainIdentifier(cell: string): boolean {
  const last = cell.length - 1;
  if (last < 0 || !isLetterOrDigit(cell.charCodeAt(0)) || !isLetterOrDigit(cell.charCodeAt(last))) return false;
  for (let at = 1; at < last; at++) {
    const code = cell.charCodeAt(at);
    if (code < 32 || code > 126 || code === 43) return false;
  }
  return cell.charCodeAt(last) !== 48 || !FRACTION_OF_ZERO.test(cell);
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
