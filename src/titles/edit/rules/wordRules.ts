/** `remove`: takes named words and phrases out. */
import { cut } from '../cut.js';
import { phraseFinder } from '../phrases.js';
import type { Apply } from '../rule.js';

/** Takes words and phrases out wherever they stand as whole words, in any case. */
export function remove(phrases: readonly string[]): Apply {
  const find = phraseFinder(phrases);
  return (text, { language }) => {
    let after = text;
    const removed: string[] = [];
    // "best tea price" without tea is a "best price".
    for (let found = find(after); found.length > 0; found = find(after)) {
      removed.push(...found.map(({ span }) => after.slice(...span)));
      after = cut(
        after,
        found.map(({ span }) => span),
        language,
      );
    }
    return removed.length === 0 ? null : { text: after, did: `removed ${list(removed)}` };
  };
}

/** "kettle", "tea" and 3 more. */
export function list(words: readonly string[]): string {
  const shown = words.slice(0, 5).map((word) => `"${word}"`);
  return words.length > 5 ? `${shown.join(', ')} and ${words.length - 5} more` : shown.join(', ');
}
