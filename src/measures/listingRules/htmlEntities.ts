/** A text without the HTML entities that programs left in it, also those that were escaped twice (`&amp;amp;` is `&`). */
import { decodeEntities } from '../../core/entities.js';

/** Programs escape a text at most this often in the exports seen. */
const MOST_ROUNDS = 3;

/** Text without entities; a space that does not break is a space, and so is a line break. */
export function decodedEntities(text: string): string {
  let before = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const after = decodeEntities(before);
    if (after === before) break;
    before = after.replaceAll(/[\u00A0\t\r\n]/g, ' ');
  }
  return before;
}
