/**
 * Parts cut out of a text, so that what remains reads as if they had never stood there: of the separators on both sides the stronger
 * one stays, brackets that have become empty go, and a small word that would be left dangling ("for Tea and") goes with what it led to.
 *
 * Only the surroundings of a cut change; doubled spaces elsewhere are a matter of the rule `trim`.
 */

import { matchesOf } from '../../measures/matches.js';
import { smallWords } from './smallWords.js';

/** UTF-16 offsets, end exclusive. */
export type Span = readonly [start: number, end: number];

const SEPARATES: ReadonlySet<string> = new Set(' \t\n\r\u00a0\u3000,;:|/–—·•~、，；：｜／・+&-');
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '（': '）', '【': '】', '「': '」' };

/** Separators from weak to strong. */
const STRENGTH: readonly RegExp[] = [/^\s*$/u, /[/&+・·]/u, /[,、，]/u, /[;:；：.!?]/u, /[-–—~•]/u, /[|｜]/u];

/** A text without some parts of it. Spans must not overlap. */
export function cut(text: string, spans: readonly Span[], language: string): string {
  if (spans.length === 1) {
    const [[start, end]] = spans as [Span];
    return joined(text.slice(0, start), text.slice(end), language);
  }
  let rest = text;
  for (const [start, end] of [...spans].sort((a, b) => b[0] - a[0])) rest = joined(rest.slice(0, start), rest.slice(end), language);
  return rest;
}

/** Small words are short: no need to look further back. */
const LONGEST_SMALL = 12;

function joined(left: string, right: string, language: string): string {
  let end = left.length;
  while (end > 0 && (SEPARATES.has(left[end - 1] as string) || isStopAtEnd(left, end - 1)) && !endsInGrade(left.slice(0, end))) end--;
  let start = 0;
  while (start < right.length && (SEPARATES.has(right[start] as string) || isStop(right, start))) start++;
  const [head, before] = [left.slice(0, end), left.slice(end)];
  const [after, tail] = [right.slice(0, start), right.slice(start)];
  const closing = BRACKETS[head.at(-1) ?? ''];
  if (closing !== undefined && tail.startsWith(closing)) return joined(head.slice(0, -1), tail.slice(1), language);
  const small = smallWords(language);
  const opens = closing !== undefined;
  const closes = CLOSING.has(tail[0] ?? '');
  if (before !== '' && (tail === '' || closes || isStrong(after))) {
    const last = lastWord(head);
    if (last.length < head.length && small.has(last.toLowerCase())) {
      return joined(head.slice(0, head.length - last.length), after + tail, language);
    }
  }
  const first = CONJUNCTION.exec(tail)?.[0];
  if (first !== undefined && isConjunction(first.trim(), language)) {
    const startsHere = head === '' || opens || isStrong(before) || small.has(lastWord(head).toLowerCase());
    if (startsHere) return joined(head + before, tail.slice(first.length), language);
  }
  if (head === '') return tail;
  if (tail === '') return closing === undefined ? head : joined(head.slice(0, -1), '', language);
  if (closes || opens) return head + tail;
  // A bracket separates enough.
  if (BRACKETS[tail[0] as string] !== undefined && strength(after) === 0) return `${head} ${tail}`;
  if (before === ' ' && after === ' ') return `${head} ${tail}`;
  // "Mug, [Mugs] for Tea": the comma began what is gone.
  const goesOn = strength(before) === COMMA && strength(after) === 0 && small.has(/^\p{L}+/u.exec(tail)?.[0].toLowerCase() ?? '');
  return goesOn ? `${head} ${tail}` : head + stronger(before, after) + tail;
}

/** "PA++", "SPF 50+": the marks are part of the word. */
function endsInGrade(text: string): boolean {
  return text.endsWith('+') && (/[\p{L}\p{N}]\+\++$/u.test(text) || /(?<![a-z])(?:SPF|LSF|FPS)\s?\d+\+$/iu.test(text));
}

/** A mark that ends a sentence, and not a decimal point. */
function isStop(text: string, at: number): boolean {
  return '.!?'.includes(text[at] as string) && /^[.!?]*(?:\s|$)/u.test(text.slice(at, at + 8));
}

/** A full stop that ended a sentence, not an abbreviation of one letter ("U.S."). */
function isStopAtEnd(text: string, at: number): boolean {
  return text[at] === '.' && !/(?:^|[^\p{L}\p{N}])\p{L}$/u.test(text.slice(Math.max(0, at - 3), at));
}

const CLOSING: ReadonlySet<string> = new Set(Object.values(BRACKETS));
const CONJUNCTION = /^(?:and|or|und|oder|et|ou|y|e|o|en|of|och|i)\s+/iu;

/** The word at the end of a text, as far as it is short enough for a small word; empty where there is none. */
function lastWord(text: string): string {
  return /(?:^|[^\p{L}\p{N}\p{M}'’-])([\p{L}'’]+)$/u.exec(text.slice(-LONGEST_SMALL))?.[1] ?? '';
}

const COMMA = 2;

const CONJUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  en: ['and', 'or'],
  de: ['und', 'oder'],
  fr: ['et', 'ou'],
  es: ['y', 'e', 'o'],
  it: ['e', 'o'],
  nl: ['en', 'of'],
  pt: ['e', 'ou'],
  sv: ['och'],
};

function isConjunction(word: string, language: string): boolean {
  return CONJUNCTIONS[language]?.includes(word.toLowerCase()) === true;
}

function isStrong(separator: string): boolean {
  return strength(separator) >= 2;
}

function strength(separator: string): number {
  if (separator === ' ' || separator === '') return 0;
  if (/^-$/.test(separator)) return 0;
  let strongest = 0;
  STRENGTH.forEach((pattern, at) => {
    if (at > 0 && pattern.test(separator)) strongest = at;
  });
  return strongest;
}

/** Of two separators the one that divides more; "A, – B" keeps the dash, once. */
function stronger(before: string, end: string): string {
  // "Mug, [Great Gift]! Blue": the exclamation was of what is gone.
  const after = end.replace(/[!?]+/gu, '');
  const kept = strength(after) > strength(before) ? after : before;
  if (strength(kept) === 0) return before.includes(' ') || after.includes(' ') ? ' ' : before + after;
  return single(kept);
}

const MARKS = /\s*[.,;:|/–—·•~、，；：｜／・+&-]+\s*/gu;

/** One separator of several: the strongest with the spaces that belong to it. */
function single(separator: string): string {
  const marks = matchesOf(MARKS, separator).map((match) => match[0]);
  return marks.reduce((best, mark) => (strength(mark) > strength(best) ? mark : best), marks[0] ?? separator);
}
