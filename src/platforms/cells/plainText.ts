/**
 * A cell without what was put around its value to survive a spreadsheet, and with full-width characters made narrow.
 * The first step of every careful (slow) reading of a number, date or truth value; identifiers and texts have their own.
 *
 * Taken away: space of every kind at both ends, TABs (TikTok Shop, Douyin, Pinduoduo), `="…"` (Amazon Ads, Taobao), quotes around the whole cell,
 * apostrophes in front (Shopify, WooCommerce `'-1`), invisible direction marks. Every kind of space inside becomes a plain one.
 * No number, date or period is longer than 100 characters: longer text is cut and ends in an ellipsis, which no kind reads
 * (so a description that slid into a wrong column costs little).
 * Only the full-width block is folded: Unicode's NFKC would also turn `5²` into `52` and `①` into `1`.
 */

const LONGEST = 100;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\t\n\r]/g;
const MINUS_SIGNS = /[\u2010\u2011\u2212\uFE63]/g;
const FULL_WIDTH = /[\uFF01-\uFF5E\u3000\uFFE0-\uFFE6]/g;
const NOT_ASCII = /[^\x20-\x7E]/;

const WIDE_SIGNS: Readonly<Record<string, string>> = { '\u3000': ' ', '￡': '£', '￥': '¥', '￦': '₩' };

/** The text of a cell as it would stand in a plain file. */
export function plainText(cell: string): string {
  const text = cell.length > LONGEST ? shorten(cell.trim()) : cell;
  return unguard(NOT_ASCII.test(text) ? fold(text) : text);
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function fold(cell: string): string {
  return cell
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(MINUS_SIGNS, '-')
    .replace(FULL_WIDTH, (wide) => {
      const code = wide.charCodeAt(0);
      return code <= 0xff5e && code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : (WIDE_SIGNS[wide] ?? wide);
    });
}

/** Text without the guards at its ends: `="123"`, `"123"`, `'123`. A quote that has no partner (5" for inches) stays. */
export function unguard(text: string): string {
  let rest = text.trim();
  for (;;) {
    const bare = withoutOneGuard(rest);
    if (bare === rest) return rest;
    rest = bare;
  }
}

function withoutOneGuard(text: string): string {
  const first = text.charCodeAt(0);
  if (first === 0x27 /* ' */) return text.slice(1).trim();
  const quoted = first === 0x22 /* " */ || (first === 0x3d /* = */ && text.charCodeAt(1) === 0x22);
  if (!quoted || text.length < 2 || !text.endsWith('"')) return text;
  const start = first === 0x3d ? 2 : 1;
  return start < text.length ? text.slice(start, -1).trim() : text;
}
