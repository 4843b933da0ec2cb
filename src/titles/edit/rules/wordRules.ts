/** `remove`: takes named words and phrases out. */
import { cut } from '../cut.js';
import { phraseFinder } from '../phrases.js';
import type { Apply } from '../rule.js';

/** Takes words and phrases out wherever they stand as whole words, in any case. */
export function remove(phrases: readonly string[]): Apply {
  const find = phraseFinder(phrases);
  return (text, { language }) => {
    const found = find(text);
    if (found.length === 0) return null;
    const after = cut(
      text,
      found.map(({ span }) => span),
      language,
    );
    return { text: after, did: `removed ${list(found.map(({ span }) => text.slice(...span)))}` };
  };
}

/** "kettle", "tea" and 3 more. */
export function list(words: readonly string[]): string {
  const shown = words.slice(0, 5).map((word) => `"${word}"`);
  return words.length > 5 ? `${shown.join(', ')} and ${words.length - 5} more` : shown.join(', ');
}
