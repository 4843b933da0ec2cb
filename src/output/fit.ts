/**
 * Making columns fit a terminal: the widest text columns are shortened first, numbers never. What is still too wide
 * then is left to the terminal to wrap: nothing is dropped.
 */
import { displayWidth } from './width.js';

/** A text column is never made narrower than this, nor than its header. */
const LEAST_WIDTH = 12;
const ELLIPSIS = '…';

interface Fittable {
  readonly width: number;
  readonly headerWidth: number;
  readonly isText: boolean;
}

/** One line of text with its width on a terminal. */
export interface Measured {
  readonly text: string;
  readonly width: number;
}

export function measured(text: string): Measured {
  return { text, width: displayWidth(text) };
}

/**
 * The widths of the columns so that they and the gaps between them take at most `available`, as far as text columns
 * allow.
 */
export function fitWidths(columns: readonly Fittable[], available: number, gap: number): number[] {
  const widths = columns.map((column) => column.width);
  const least = columns.map((column) => (column.isText ? Math.min(column.width, Math.max(LEAST_WIDTH, column.headerWidth)) : column.width));
  let excess = widths.reduce((sum, width) => sum + width, gap * (columns.length - 1)) - available;
  while (excess > 0) {
    const widest = widestShrinkable(widths, least);
    if (widest === null) break;
    widths[widest] = (widths[widest] as number) - 1;
    excess -= 1;
  }
  return widths;
}

function widestShrinkable(widths: readonly number[], least: readonly number[]): number | null {
  let widest: number | null = null;
  widths.forEach((width, index) => {
    if (width > (least[index] as number) && (widest === null || width > (widths[widest] as number))) widest = index;
  });
  return widest;
}

let graphemes: Intl.Segmenter | null = null;

/** The text's beginning and an ellipsis where it is wider than `width`; never half a character. */
export function shorten(line: Measured, width: number): Measured {
  if (line.width <= width) return line;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(line.text)) {
    used += displayWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return measured(kept.trimEnd() + ELLIPSIS);
}
