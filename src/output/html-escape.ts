/**
 * HTML that is escaped by construction: in html`…` every interpolated string is escaped, and only what html`…` itself
 * made goes in as it is. Control characters and line breaks are made visible or spaces first (clean.ts).
 */
import { proseLine } from './clean.js';

export interface Html {
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
};

export function html(strings: TemplateStringsArray, ...values: (string | number | Html | readonly Html[])[]): Html {
  const text = strings.map((string, index) => string + (index < values.length ? inserted(values[index] as string) : ''));
  return { html: text.join('') };
}

export const NOTHING: Html = { html: '' };

function inserted(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map((each) => each.html).join('\n');
}

function escapeHtml(text: string): string {
  return proseLine(text).replace(/[<>&"']/g, (character) => ENTITIES[character] as string);
}
