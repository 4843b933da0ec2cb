/**
 * Sentences on a terminal: coloured pieces, wrapped between words where the terminal's width is known. A value ("31.0
 * %") is never broken apart, unless it is itself a text.
 */

import type { Sentence, Tone } from '../core/page.js';
import { displayValue } from './cell.js';
import { terminalLine } from './clean.js';
import type { Paint } from './paint.js';
import { displayWidth } from './width.js';

interface Piece {
  readonly text: string;
  readonly tone?: Tone;
}

interface Word {
  /** The spaces before it, as written. */
  readonly gap: string;
  readonly pieces: Piece[];
}

/** The sentence without colours, on one line. */
export function plainSentence(parts: Sentence): string {
  return parts.map((part) => terminalLine(typeof part === 'string' ? part : displayValue(part))).join('');
}

/**
 * The sentence as lines of at most `width` columns (one line where it is null), the later ones indented by `hanging`.
 */
export function sentenceLines(parts: Sentence, tone: Tone | undefined, paint: Paint, width: number | null, hanging: string): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of wordsOf(parts, tone)) {
    const wordWidth = word.pieces.reduce((sum, piece) => sum + displayWidth(piece.text), 0);
    const painted = word.pieces.map((piece) => paint(piece.text, piece.tone)).join('');
    const wraps = width !== null && used > 0 && used + word.gap.length + wordWidth > width;
    if (wraps) {
      lines.push(line);
      line = hanging + painted;
      used = hanging.length + wordWidth;
    } else {
      line += word.gap + painted;
      used += word.gap.length + wordWidth;
    }
  }
  return [...lines, line];
}

function wordsOf(parts: Sentence, tone: Tone | undefined): Word[] {
  const words: Word[] = [{ gap: '', pieces: [] }];
  for (const part of parts) {
    const text = terminalLine(typeof part === 'string' ? part : displayValue(part));
    const pieceTone = typeof part === 'string' ? tone : (part.tone ?? tone);
    const breakable = typeof part === 'string' || part.kind === 'text';
    for (const fragment of breakable ? text.split(/( +)/) : [text]) {
      if (breakable && /^ +$/.test(fragment)) words.push({ gap: fragment, pieces: [] });
      else if (fragment !== '') words.at(-1)?.pieces.push({ text: fragment, tone: pieceTone });
    }
  }
  return words;
}
