/**
 * `reorder: [brand, product_type, rest]`: parts of the text that are attributes of the listing, in the order asked for; `rest` is what
 * remains, in its order. An attribute that the text does not say is skipped: reordering adds nothing. Between parts stands a space (none
 * in Chinese and Japanese), or `separator`.
 */

import { wordsOf } from '../../../measures/words/words.js';
import { cut, type Span } from '../cut.js';
import { finderOf } from '../phrases.js';
import type { Apply, EditContext } from '../rule.js';
import { joined } from './affix.js';

export interface ReorderOptions {
  readonly order: readonly string[];
  readonly separator: string;
}

export function reorder({ order, separator }: ReorderOptions): Apply {
  return (text, context) => {
    const spans = new Map<string, Span>();
    for (const name of order) {
      if (name === 'rest') continue;
      const span = placeOf(name, text, context);
      if (span !== null && ![...spans.values()].some((other) => span[0] < other[1] && span[1] > other[0])) spans.set(name, span);
    }
    if (spans.size === 0) return null;
    const rest = cut(text, [...spans.values()], context.language);
    const names = order.includes('rest') ? order : [...order, 'rest'];
    const parts = names.flatMap((name) => (name === 'rest' ? [rest] : spans.has(name) ? [text.slice(...(spans.get(name) as Span))] : []));
    const after = parts
      .filter((part) => part !== '')
      .reduce((left, right) => (separator === ' ' ? joined(left, right) : left + separator + right));
    // The same words in the same order: only separators would change.
    if (wordsOnly(after) === wordsOnly(text)) return null;
    return { text: after, did: `reordered: ${names.filter((name) => name === 'rest' || spans.has(name)).join(', ')}` };
  };
}

function placeOf(name: string, text: string, { subject }: EditContext): Span | null {
  const attribute = subject.attribute(name);
  if (!('value' in attribute)) return null;
  return finderOf(attribute.value)(text).find(({ span }) => !isPartOfWord(text, span))?.span ?? null;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** In a script without spaces a phrase is found anywhere; a single character there is rather a part of a word. */
function isPartOfWord(text: string, [start, end]: Span): boolean {
  if (!UNSPACED.test(text.slice(start, end))) return false;
  const isInRun = UNSPACED.test(text[start - 1] ?? ' ') || UNSPACED.test(text[end] ?? ' ');
  if (isInRun && end - start < 2) return true;
  return wordsOf(text).some((word) => (word.start < start && word.end > start) || (word.start < end && word.end > end));
}

function wordsOnly(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}
