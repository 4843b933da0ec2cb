/**
 * The notes of a table as dim lines for standard error: formats whose output does not carry them (index.ts) leave them
 * to it.
 */
import { terminalLine } from './clean.js';
import type { RenderOptions } from './format.js';
import { painter } from './paint.js';

/** "note: …", one line each; the empty text where there are none. */
export function renderNotes(notes: readonly string[], options: Pick<RenderOptions, 'color'>): string {
  const paint = painter(options.color);
  return notes.map((note) => `${paint(`note: ${terminalLine(note)}`, 'dim')}\n`).join('');
}
