/**
 * A text in runs: what stands between separators, small words and measures. "Steel Kettle 1.7 L with Lid and Filter, for Tea" has four:
 * "Steel Kettle", the measure, "with Lid and Filter" and "for Tea". In English, as in German, the last word of a run is its noun, and the
 * others describe it: what takes the noun out and leaves the others makes a title say nothing ("Sweet Whole for Salads").
 *
 * A run has parts: words, or several that only make sense together: what a hyphen, "&" or "and" joins, a figure with the words beside it
 * ("12 Glass"), and what `bound.ts` binds.
 */
import { type Word, wordsOf } from '../../measures/words/words.js';
import { boundSpans } from './bound.js';
import type { Span } from './cut.js';
import { isAnd, isSmallAnywhere } from './smallWords.js';

export interface Part {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  /** By `bound.ts`: "Gluten Free", "33 % Cocoa". */
  readonly isBound: boolean;
}

/** What stands between a run and the one before it. */
export type Gap = 'start' | 'space' | 'comma' | 'colon' | 'separator';

export interface Run {
  /** With the small words that open it. */
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
  /** The small word that opens it ("for Tea"), by its key. */
  readonly opening: string | null;
  readonly gap: Gap;
  readonly isMeasure: boolean;
  /** The brackets or quotation marks that it stands in. */
  readonly bracket: Span | null;
}

type Kind = 'word' | 'small' | 'figure' | 'measure';

interface Token extends Part {
  readonly kind: Kind;
}

interface OpenRun {
  start: number;
  parts: Part[];
  opening: string | null;
  gap: Gap;
  bracket: Span | null;
}

let last: { readonly text: string; readonly language: string; readonly runs: readonly Run[] } = { text: '', language: '', runs: [] };

/** The runs of a text, in their order. One rule after the other asks about the same text. */
export function runsOf(text: string, language: string): readonly Run[] {
  if (last.text !== text || last.language !== language) last = { text, language, runs: readRuns(text, language) };
  return last.runs;
}

function readRuns(text: string, language: string): Run[] {
  const runs: Run[] = [];
  const brackets = bracketsIn(text);
  const isWestern = /^[\0-\u02ff]*$/.test(text);
  let open: OpenRun | null = null;
  let before: Token | null = null;
  /** Small words that stand before the next run. */
  let small: { readonly token: Token; readonly gap: Gap } | null = null;
  let isJoining = false;
  const close = () => {
    if (open !== null && open.parts.length > 0) runs.push(runOf(open, false));
    open = null;
  };
  const begun = (token: Token, gap: Gap): OpenRun => ({
    start: small?.token.start ?? token.start,
    parts: [token],
    opening: small?.token.words[0]?.key ?? null,
    gap: small?.gap ?? gap,
    bracket: brackets.length === 0 ? null : (brackets.find(([start, end]) => token.start > start && token.end < end) ?? null),
  });
  for (const token of tokensOf(text, language)) {
    const between = before === null ? '' : text.slice(before.end, token.start);
    // "Theodore B. Starr" is one.
    const isInitial = before !== null && before.end - before.start === 1 && between === '. ';
    const gap = before === null ? 'start' : isInitial ? 'space' : gapOf(between, isWestern, text[before.end - 1], text[token.start]);
    const previous: Token | null = before;
    before = token;
    if (gap !== 'space') {
      close();
      isJoining = false;
    }
    if (token.kind === 'small') {
      const and = isAnd((token.words[0] as Word).key) && gap === 'space' && open !== null;
      if (and) isJoining = true;
      else {
        close();
        isJoining = false;
        small ??= { token, gap };
      }
      continue;
    }
    if (token.kind === 'measure') {
      close();
      runs.push(runOf(begun(token, gap), true));
    } else if (open === null) open = begun(token, gap);
    else if (isJoining || isJoined(between) || token.kind === 'figure' || previous?.kind === 'figure') join((open as OpenRun).parts, token);
    else (open as OpenRun).parts.push(token);
    small = null;
    isJoining = false;
  }
  close();
  return runs;
}

function runOf({ start, parts, opening, gap, bracket }: OpenRun, isMeasure: boolean): Run {
  return { start, end: (parts.at(-1) as Part).end, parts, opening, gap, bracket, isMeasure };
}

function join(parts: Part[], { end, words }: Part): void {
  const last = parts.pop() as Part;
  parts.push({ start: last.start, end, words: [...last.words, ...words], isBound: false });
}

/** Words, each by itself, but what is bound as one. */
function tokensOf(text: string, language: string): Token[] {
  const tokens: Token[] = [];
  const bound = boundSpans(text);
  let at = 0;
  for (const word of wordsOf(text)) {
    const last = tokens.at(-1);
    while (at < bound.length && (bound[at] as Span)[1] <= word.start) at++;
    const span = bound[at];
    const isInside = span !== undefined && word.end > span[0];
    if (isInside && last && last.end > word.start) tokens.splice(-1, 1, { ...last, words: [...last.words, word] });
    else if (isInside) {
      const [start, end] = [Math.min(span[0], word.start), Math.max(span[1], word.end)];
      tokens.push({ start, end, words: [word], kind: boundKind(text.slice(start, end)), isBound: true });
    } else {
      const kind = isSmallAnywhere(word.key, language) ? 'small' : isFigure(word.key) ? 'figure' : 'word';
      tokens.push({ start: word.start, end: word.end, words: [word], kind, isBound: false });
    }
  }
  return tokens;
}

function isFigure(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first < SMALL_A || first > SMALL_Z) && /^\p{N}+$/u.test(key);
}

const [SMALL_A, SMALL_Z] = [0x61, 0x7a];

/** "1.7 L" and "10 x 20" are measures, "12", "1-2" and "2x" figures of what follows; "33 % Cocoa" says what it is by itself. */
function boundKind(text: string): Kind {
  if (!/\d/.test(text) || /%\P{L}*\p{L}/u.test(text)) return 'word';
  return /^[\d.,/–-]+x?$/.test(text) ? 'figure' : 'measure';
}

function isUnspaced(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(character);
}

/** In a script without spaces, a space ends what is said. */
function gapOf(between: string, isWestern: boolean, left: string | undefined, right: string | undefined): Gap {
  if (between === ' ' && isWestern) return 'space';
  if (/^\s*$/u.test(between)) return between !== '' && !isWestern && (isUnspaced(left) || isUnspaced(right)) ? 'separator' : 'space';
  if (isJoined(between)) return 'space';
  if (/^\s*[,、，]\s*$/u.test(between)) return 'comma';
  return /^\s?[:：]\s*$/u.test(between) ? 'colon' : 'separator';
}

/** A mark without spaces that separates nothing, a hyphen as a rule, or "&". */
function isJoined(between: string): boolean {
  return between !== ' ' && /^(?:[^\s,;|()[\]{}"“”、，；｜（）【】「」–—•]|\s*[&+]\s*)$/u.test(between);
}

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '（': '）', '【': '】', '"': '"', '“': '”' };

/** Brackets and quotation marks with what is in them, the outermost only. An inch mark is none. */
function bracketsIn(text: string): Span[] {
  const found: Span[] = [];
  if (!/[([（【"“]/.test(text)) return found;
  for (let at = 0; at < text.length; at++) {
    const closing = PAIRS[text[at] as string];
    const isInch = text[at] === '"' && /\d\s?$/.test(text.slice(0, at)) && !/^\p{L}/u.test(text.slice(at + 1, at + 3));
    if (closing === undefined || isInch) continue;
    const end = closingAt(text, at, closing);
    if (end === null) continue;
    found.push([at, end + 1]);
    at = end;
  }
  return found;
}

function closingAt(text: string, from: number, closing: string): number | null {
  let depth = 0;
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === closing && depth === 0) return at;
    if (text[at] === closing) depth--;
    else if (text[at] === text[from]) depth++;
  }
  return null;
}
