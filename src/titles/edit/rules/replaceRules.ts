/** Rules that put one text in the place of another: `replace`, `regex`, `translate`. */
import type { Pattern, Replacement } from '../../../measures/pattern.js';
import { literal, phraseFinder } from '../phrases.js';
import type { Apply } from '../rule.js';

export interface ReplaceOptions {
  readonly find: string;
  readonly with: string;
  /** Whole words only. */
  readonly words: boolean;
  readonly ignoreCase: boolean;
}

export function replace(options: ReplaceOptions): Apply {
  const substitute = substitution(options);
  const did = `"${options.find}" → "${options.with}"`;
  return (text) => {
    const after = substitute(text);
    return after === text ? null : { text: after, did };
  };
}

function substitution({ find, with: replacement, words, ignoreCase }: ReplaceOptions): (text: string) => string {
  if (!words && !ignoreCase) return (text) => text.replaceAll(find, () => replacement);
  if (!words) {
    const pattern = new RegExp(literal(find), 'giu');
    return (text) => text.replace(pattern, () => replacement);
  }
  const finder = phraseFinder([find]);
  return (text) =>
    spliced(
      text,
      finder(text).filter(({ span }) => ignoreCase || text.slice(...span) === find),
      () => replacement,
    );
}

function spliced(
  text: string,
  found: readonly { readonly span: readonly [number, number]; readonly phrase: string }[],
  replacementOf: (phrase: string) => string,
): string {
  let result = '';
  let at = 0;
  for (const { span, phrase } of found) {
    result += text.slice(at, span[0]) + replacementOf(phrase);
    at = span[1];
  }
  return result + text.slice(at);
}

export function regex(pattern: Pattern, replacement: Replacement): Apply {
  const did = `/${pattern.source}/ replaced`;
  return (text) => {
    const after = pattern.replaceAll(text, replacement);
    return after === text ? null : { text: after, did };
  };
}

/** Words and phrases, each by another; whole words, in any case, the longest first. */
export function translate(words: Readonly<Record<string, string>>): Apply {
  const finder = phraseFinder(Object.keys(words));
  return (text) => {
    const found = finder(text);
    if (found.length === 0) return null;
    const after = spliced(text, found, (phrase) => words[phrase] ?? phrase);
    if (after === text) return null;
    const done = found.map(({ phrase }) => `"${phrase}" → "${words[phrase]}"`);
    return { text: after, did: [...new Set(done)].slice(0, 5).join(', ') };
  };
}
