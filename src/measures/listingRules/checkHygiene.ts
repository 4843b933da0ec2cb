/**
 * What a text should be free of on every platform, because it comes from a slip of the keyboard or of a program: spaces too
 * many, characters that nobody sees, HTML, the wrong width. Each has a certain mending.
 */

import { fromWindows1252 } from '../../core/entities.js';
import { matchesOf } from '../matches.js';
import { decodedEntities } from './htmlEntities.js';
import { isBeyondMending } from './mojibake.js';
import type { PreparedText } from './prepared.js';
import { type Hit, NO_HITS } from './subject.js';

const SPACES = /^[ \u3000\u00a0]+|[ \u3000\u00a0]+$|[ \u3000\u00a0]{2,}/g;

/** Blank. An unknown text (null) is none. */
export function missing({ text }: PreparedText): readonly Hit[] {
  if (/\S/.test(text)) return NO_HITS;
  return [{ message: 'The title is empty.', found: 0, limit: null, span: null, fix: null }];
}

/** Spaces at the ends, and several in a row. */
export function spaces({ text, isAscii }: PreparedText): readonly Hit[] {
  if (!hasSurplusSpaces(text, isAscii) || text.trim() === '') return NO_HITS;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const places = matchesOf(SPACES, text);
  const where = [
    ...(isSpace(first) ? ['at the beginning'] : []),
    ...(places.some(({ index, 0: run }) => index > 0 && index + run.length < text.length) ? ['in a row'] : []),
    ...(isSpace(last) ? ['at the end'] : []),
  ];
  const surplus = places.reduce((sum, { index, 0: run }) => sum + run.length - (isEdge(text, index, run) ? 0 : 1), 0);
  const fix = SPACE_OF_A_LETTER.test(text) ? null : withoutSurplusSpaces(text);
  const [place] = places as [RegExpExecArray];
  return [
    {
      message: `${surplus === 1 ? 'A space' : `${surplus} spaces`} too many: ${where.join(', ')}.`,
      found: surplus,
      limit: null,
      span: [place.index, place.index + place[0].length],
      fix,
    },
  ];
}

function hasSurplusSpaces(text: string, isAscii: boolean): boolean {
  if (isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1))) return true;
  return isAscii ? text.includes('  ') : /[ \u3000\u00a0]{2}/.test(text);
}

function withoutSurplusSpaces(text: string): string {
  return text.replace(SPACES, (run, index: number) => (isEdge(text, index, run) ? '' : ' '));
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0;
}

function isEdge(text: string, index: number, run: string): boolean {
  return index === 0 || index + run.length === text.length;
}

/** Line breaks, tabs, other control characters, and characters without width. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc]/g;
/**
 * Joiners belong between emoji and in the scripts of India, Iran and others; between Latin letters they are refuse. A space without
 * width divides the words of Thai, Lao, Burmese and Khmer.
 */
const STRAY =
  /(?<=[\u0020-\u024f\u3040-\u9fff]|^)[\u200c\u200d]|[\u200c\u200d](?=[\u0020-\u024f\u3040-\u9fff]|$)|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b|\u200b(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])/g;
/** A space without width between letters may stand for a space or for nothing ("Blue|Mug", "Ket|tle"): only a person knows. */
const BETWEEN_LETTERS = /(?<=[\p{L}\p{N}])(?<![\u3040-\u9fff])\u200b+(?=[\p{L}\p{N}])(?![\u3040-\u9fff])/u;
/** What follows may be a byte of UTF-8 that was read in the wrong encoding: with it the letter would be lost. */
const BYTE_OF_A_LETTER = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ][\u0080-\u009f\u00ad]/;
const SPACE_OF_A_LETTER = /[\u00c3\u00e3-\u00ef][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]?\u00a0/;
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export function invisible({ text, isAscii }: PreparedText): readonly Hit[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (isAscii && !/[\u0000-\u001f]/.test(text)) return NO_HITS;
  const isMarked = RIGHT_TO_LEFT.test(text);
  const places = [...matchesOf(INVISIBLE, text), ...(/[\u200b-\u200d]/.test(text) ? matchesOf(STRAY, text) : [])]
    .filter(({ 0: character }) => !(isMarked && DIRECTION.test(character)))
    .sort((a, b) => a.index - b.index);
  const [first] = places;
  if (!first) return NO_HITS;
  const at = new Set(places.map(({ index }) => index));
  const fix = Array.from({ length: text.length }, (_, index) => {
    const unit = text[index] as string;
    return at.has(index) ? inPlaceOf(unit) : unit;
  }).join('');
  const names = [...new Set(places.map(({ 0: character }) => nameOf(character)))];
  return [
    {
      message: `${places.length === 1 ? 'A character' : `${places.length} characters`} that nobody sees: ${names.join(', ')}.`,
      found: places.length,
      limit: null,
      span: [first.index, first.index + 1],
      fix: BETWEEN_LETTERS.test(text) || BYTE_OF_A_LETTER.test(text) ? null : fix,
    },
  ];
}

/** What is meant by a character that nobody sees: a space, a sign of Windows-1252 that was read as Latin-1 (U+0092 is ’), nothing. */
function inPlaceOf(unit: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0009-\u000d\u2028\u2029]/.test(unit)) return ' ';
  return fromWindows1252(unit.charCodeAt(0)) ?? '';
}

function nameOf(character: string): string {
  const known: Readonly<Record<string, string>> = { '\t': 'tab', '\n': 'line break', '\r': 'line break', '\u00ad': 'soft hyphen' };
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return known[character] ?? `U+${code}`;
}

/** `m<sup>2</sup>`: raised signs that have a character of their own; of others ("10<sup>6</sup>") the tag carries a meaning. */
const RAISED = /<sup>\s*(1|2|3|®|™|TM|&reg;|&trade;)\s*<\/sup>/gi;
const RAISED_SIGNS: Readonly<Record<string, string>> = { 1: '¹', 2: '²', 3: '³', tm: '™' };
const WITH_MEANING = /<(?:su[bp]>\s*\d|script|style)/i;
const TAG = /<\/?(?:b|i|u|p|br|em|strong|span|div|font|h[1-6]|li|ul|ol|a|img|table|tr|td|sup|sub|small|script|style)(?:\s[^<>]*)?\/?>/gi;
const BLOCK = /^<\/?(?:p|br|div|h[1-6]|li|ul|ol|table|tr|td)\b/i;

/** Whether what looks like a tag may be a word in angle brackets: "Poster <Small>" has no end of it. */
function mayBeWord(text: string): boolean {
  return [...text.matchAll(/<(b|i|u|a|em|strong|span|div|font|table|sub|small)>/gi)].some(
    ({ 1: name }) => !text.toLowerCase().includes(`</${(name as string).toLowerCase()}`),
  );
}

/** Entities and tags that a program left in the text. */
export function html({ text, isAscii }: PreparedText): readonly Hit[] {
  if (!text.includes('&') && !text.includes('<')) return NO_HITS;
  const raised = text.replace(RAISED, (_, sign: string) => RAISED_SIGNS[sign.toLowerCase()] ?? sign);
  const untagged = raised.replace(TAG, (tag) => (BLOCK.test(tag) ? ' ' : ''));
  const decoded = decodedEntities(untagged);
  if (decoded === text) return NO_HITS;
  // Spaces of the text's own are another rule's; those that were tags and entities go with them.
  const fix = hasSurplusSpaces(text, isAscii) ? decoded : withoutSurplusSpaces(decoded);
  const found = [...text.matchAll(TAG), ...text.matchAll(/&[a-z0-9#]{2,8};/gi)].sort((a, b) => a.index - b.index);
  const [first] = found;
  const marks = [...new Set(found.map(({ 0: mark }) => mark))];
  return [
    {
      message: `HTML stands in the text: ${marks.slice(0, 3).join(' ')}${marks.length > 3 ? ' …' : ''}.`,
      found: found.length,
      limit: null,
      span: first ? [first.index, first.index + first[0].length] : null,
      fix: WITH_MEANING.test(raised) || WITH_MEANING.test(fix) || mayBeWord(raised) ? null : fix,
    },
  ];
}

/** With the point inside a number: １．５ is 1.5. */
const WIDE = /(?:[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]|(?<=[\uff10-\uff19])\uff0e(?=[\uff10-\uff19]))+/g;

/** Letters, digits and spaces of full width. */
export function fullWidth(prepared: PreparedText): readonly Hit[] {
  const { text } = prepared;
  if (prepared.isAscii || isBeyondMending(prepared)) return NO_HITS;
  const inner = text.replace(/^\u3000+|\u3000+$/g, '');
  if (inner.search(WIDE) === -1) return NO_HITS;
  const [first, ...more] = matchesOf(WIDE, text);
  const fix = text.replace(WIDE, (run) => run.normalize('NFKC'));
  return widthHit(first as RegExpExecArray, more.length, 'of full width', fix);
}

const NARROW_KATAKANA = /[\uff61-\uff9f]+/g;

/** Katakana of half width. */
export function halfWidthKatakana({ text, isAscii }: PreparedText): readonly Hit[] {
  if (isAscii) return NO_HITS;
  const [first, ...more] = matchesOf(NARROW_KATAKANA, text);
  if (!first) return NO_HITS;
  return widthHit(
    first,
    more.length,
    'of half width',
    text.replace(NARROW_KATAKANA, (run) => run.normalize('NFKC')),
  );
}

function widthHit(first: RegExpExecArray, others: number, width: string, fix: string): readonly Hit[] {
  const shown = first[0].trim() === '' ? 'A space' : `"${first[0]}"`;
  const more = others === 0 ? '' : ` and ${others} more places`;
  return [
    {
      message: `${shown}${more} ${width}.`,
      found: others + 1,
      limit: null,
      span: [first.index, first.index + first[0].length],
      fix,
    },
  ];
}
