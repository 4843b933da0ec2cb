/**
 * `reorder: [brand, product_type, rest]`: parts of the text that are attributes of the listing, in the order asked for; `rest` is what
 * remains, in its order. An attribute that the text does not say is skipped: reordering adds nothing. Between parts stands a space, or
 * `separator`.
 */
import { cut, type Span } from '../cut.js';
import { finderOf } from '../phrases.js';
import type { Apply, EditContext } from '../rule.js';

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
    const after = parts.filter((part) => part !== '').join(separator);
    // The same words in the same order: only separators would change.
    if (wordsOnly(after) === wordsOnly(text)) return null;
    return { text: after, did: `reordered: ${names.filter((name) => name === 'rest' || spans.has(name)).join(', ')}` };
  };
}

function placeOf(name: string, text: string, { subject }: EditContext): Span | null {
  const attribute = subject.attribute(name);
  if (!('value' in attribute)) return null;
  return finderOf(attribute.value)(text)[0]?.span ?? null;
}

function wordsOnly(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}
