/**
 * Regular expressions that users write: RE2 syntax (https://github.com/google/re2/wiki/Syntax) through re2js, whose matching time is
 * linear in the length of the text, so that no pattern of a rule file can hang the program.
 *
 * What RE2 leaves out for that (looking ahead and behind, references to groups inside the pattern, atomic groups and possessive
 * repeats) is explained. Groups are `(…)` and `(?P<name>…)` or `(?<name>…)`; a replacement names them `$1`, `${1}`, `${name}`; `$$` is
 * a dollar sign, `$0` the whole match.
 */
import { RE2JS } from 're2js';

export interface Pattern {
  readonly source: string;
  /** Names of the groups, and how many there are besides the whole match. */
  readonly groups: { readonly count: number; readonly names: readonly string[] };
  matches(text: string): boolean;
  /** Every match replaced, from left to right; the same text where nothing matches. */
  replaceAll(text: string, replacement: Replacement): string;
}

/** Texts, and groups by number. */
export type Replacement = readonly (string | number)[];

/** What stands in the way, as a sentence. */
export interface PatternProblem {
  readonly problem: string;
}

const known = new Map<string, Pattern | PatternProblem>();

/** Compiles a pattern; one that has been asked for before is remembered. */
export function compilePattern(source: string, options: { readonly ignoreCase?: boolean } = {}): Pattern | PatternProblem {
  const key = `${options.ignoreCase ? 'i' : ''}/${source}`;
  const before = known.get(key);
  if (before) return before;
  const made = compiled(source, options.ignoreCase === true);
  if (known.size > 500) known.clear();
  known.set(key, made);
  return made;
}

function compiled(source: string, ignoreCase: boolean): Pattern | PatternProblem {
  let regex: RE2JS;
  try {
    regex = RE2JS.compile(source, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (error) {
    return { problem: explained(source, error as Error) };
  }
  const numbers = regex.namedGroups();
  return {
    source,
    groups: { count: regex.groupCount(), names: Object.keys(numbers) },
    matches: (text) => regex.test(text),
    replaceAll(text, replacement) {
      if (!regex.test(text)) return text;
      let result = '';
      let at = 0;
      for (const match of regex.matchAll(text)) {
        const start = match.index as number;
        result += text.slice(at, start) + replacement.map((part) => (typeof part === 'string' ? part : (match[part] ?? ''))).join('');
        at = start + match[0].length;
      }
      return result + text.slice(at);
    },
  };
}

/** Reads what a match is replaced with: `$1`, `${name}`, `$$`. */
export function readReplacement(text: string, pattern: Pattern): Replacement | PatternProblem {
  const parts: (string | number)[] = [];
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '$') {
      plain += text[at];
      continue;
    }
    const reference = /^\$(?:(\$)|(\d+)|\{(\w+)\})/.exec(text.slice(at));
    if (!reference) return { problem: `"$" in "${text}" names no group: write $1 or \${name}, or $$ for a dollar sign` };
    if (reference[1]) plain += '$';
    else {
      const number = groupNumber(reference[2] ?? (reference[3] as string), pattern);
      if (number === null) return { problem: noGroup(reference[0], pattern) };
      parts.push(plain, number);
      plain = '';
    }
    at += reference[0].length - 1;
  }
  return [...parts, plain].filter((part) => part !== '');
}

function groupNumber(name: string, pattern: Pattern): number | null {
  if (/^\d+$/.test(name)) return Number(name) <= pattern.groups.count ? Number(name) : null;
  const number = numbersOf(pattern).get(name);
  return number ?? null;
}

function numbersOf(pattern: Pattern): Map<string, number> {
  return new Map(Object.entries(RE2JS.compile(pattern.source).namedGroups()));
}

function noGroup(reference: string, { groups }: Pattern): string {
  const count = groups.count === 0 ? 'no group' : `${groups.count} group${groups.count === 1 ? '' : 's'}`;
  const names = groups.names.length === 0 ? '' : ` (named ${groups.names.join(', ')})`;
  return `${reference} names no group: the pattern has ${count}${names}. A group is what stands in ( )`;
}

/** Constructs of other dialects, and what to write instead. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/\(\?[=!]/, 'looking ahead, (?=…) and (?!…), is not supported: match what follows in a group and put it back with $1'],
  [/\(\?<[=!]/, 'looking behind, (?<=…) and (?<!…), is not supported: match what comes before in a group and put it back with $1'],
  [/\(\?>/, 'atomic groups, (?>…), are not supported, and not needed: matching takes linear time. Write (?:…)'],
  [/[*+?}]\+/, 'possessive repeats such as a++ are not supported, and not needed: matching takes linear time. Write a+'],
  [/\\[1-9]|\\k[<{']/, 'a reference to a group inside the pattern, such as \\1, is not supported: "dedupe: words" removes repeated words'],
  [/\(\?\(|\(\?R\)|\(\?&/, 'conditions and recursion are not supported'],
];

function explained(source: string, error: Error): string {
  const unsupported = UNSUPPORTED.find(([pattern]) => pattern.test(source));
  const reason = unsupported ? unsupported[1] : error.message.replace(/^error parsing regexp: /, '');
  return `the pattern "${source}" cannot be used: ${reason}`;
}
