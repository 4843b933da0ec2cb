/**
 * Making texts fit: shortened to an ellipsis, or broken into lines between their words; never through the middle of a character.
 */
import { displayWidth } from './width.js';

const ELLIPSIS = '…';

/** One line of text with its width on a terminal. */
export interface Measured {
  readonly text: string;
  readonly width: number;
}

export function measured(text: string): Measured {
  return { text, width: displayWidth(text) };
}

let segmenter: Intl.Segmenter | null = null;

function graphemesOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The text's beginning and an ellipsis where it is wider than `width`. */
export function shorten(line: Measured, width: number): Measured {
  if (line.width <= width) return line;
  let kept = '';
  let used = 0;
  for (const grapheme of graphemesOf(line.text)) {
    used += displayWidth(grapheme);
    if (used > width - 1) break;
    kept += grapheme;
  }
  return measured(kept.trimEnd() + ELLIPSIS);
}

/** The text as lines of at most `width`, broken between words, in scripts without spaces between characters; a wider word is broken itself. */
export function wrapped(line: Measured, width: number): Measured[] {
  if (line.width <= width) return [line];
  const lines: string[] = [];
  let open = '';
  for (const { gap, text } of breakable(line.text, width)) {
    if (open !== '' && displayWidth(open + gap + text) > width) {
      lines.push(open);
      open = text;
    } else open += open === '' ? text : gap + text;
  }
  return [...lines, open].map(measured);
}

interface Fragment {
  /** What stands before it, where it does not begin a line. */
  readonly gap: '' | ' ';
  readonly text: string;
}

/** A character of a script without spaces, with the marks that must not begin a line. */
const UNSPACED = /([\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff][，。、；：！？）】」』”’]*)/u;

function breakable(text: string, width: number): Fragment[] {
  return text.split(/ +/).flatMap((word) => {
    const parts = word.split(UNSPACED).filter((part) => part !== '');
    return parts.flatMap((part) => piecesOf(part, width)).map((piece, at): Fragment => ({ gap: at === 0 ? ' ' : '', text: piece }));
  });
}

/** A word in pieces of at most `width`; a character that is wider stands alone. */
function piecesOf(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let open = '';
  for (const grapheme of graphemesOf(word)) {
    if (open !== '' && displayWidth(open + grapheme) > width) {
      pieces.push(open);
      open = '';
    }
    open += grapheme;
  }
  return [...pieces, open];
}
