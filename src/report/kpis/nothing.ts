/** What is said of a store of which nothing is known: where one sees of which days it is. */
import { shellWord } from '../../core/shellWord.js';

/** "no file covers this period; of which days files are: eco files list --store us" */
export function nothingOf(store: string, what: string): string {
  return `no file covers ${what}; of which days files are: eco files list --store ${shellWord(store)}`;
}
