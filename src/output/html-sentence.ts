/** Sentences with typed values in HTML. */
import type { Sentence, Tone, Value } from '../core/page.js';
import { displayValue } from './cell.js';
import { type Html, html, NOTHING } from './html-escape.js';
import { sparkline } from './html-sparkline.js';

export function sentenceHtml(parts: Sentence): Html {
  return { html: parts.map((part) => (typeof part === 'string' ? html`${part}` : valueHtml(part)).html).join('') };
}

function valueHtml(value: Value): Html {
  if (value.kind === 'trend' && Array.isArray(value.value)) return sparkline(value.value);
  // A text may be of another direction than the sentence, and long enough to need breaking.
  if (value.kind === 'text') return html`<bdi${toned(value.tone)}>${displayValue(value)}</bdi>`;
  return html`<span class="${value.tone ? `v ${value.tone}` : 'v'}">${displayValue(value)}</span>`;
}

export function toned(tone: Tone | undefined): Html {
  return tone ? html` class="${tone}"` : NOTHING;
}
