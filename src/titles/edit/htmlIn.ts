/**
 * HTML entities that a program left in a text ("&amp;", "&#39;"). What stands in them are no words: a rule that takes "amp" for one leaves half
 * of it behind. `titles audit --fix` mends them.
 */
import { decodeEntities, ENTITY } from '../../core/entities.js';
import type { Refusal } from './rule.js';

/** Every entity of a text, as a pattern that splits it. */
export const ENTITIES = new RegExp(`(${ENTITY})`);

export function hasHtml(text: string): boolean {
  return text.includes('&') && decodeEntities(text) !== text;
}

/** Why a rule that takes words out leaves such a text alone. */
export function htmlRefusal(text: string): Refusal {
  const entity = text.match(ENTITIES)?.[0] ?? '&';
  return { refusal: `holds HTML (${entity}): mend that first, eco titles audit --fix` };
}
