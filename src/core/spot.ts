/**
 * A value in a file that somebody wrote, with its place: every complaint names file, line, what was found and what would be right.
 */
import { UserError } from './errors.js';
import type { Located, Path } from './located.js';
import { nearestName } from './nearest.js';

export interface Spot {
  readonly value: unknown;
  readonly path: Path;
  readonly line: number;
  readonly file: string;
  readonly located: Located;
}

export function rootSpot(located: Located, file: string): Spot {
  return { value: located.value, path: [], line: located.lineOf([]), file, located };
}

export function within(spot: Spot, key: string | number): Spot {
  const path = [...spot.path, key];
  const value = (spot.value as Record<string | number, unknown>)[key];
  return { ...spot, value, path, line: spot.located.lineOf(path) };
}

export function complain(spot: Spot, message: string): never {
  throw new UserError(`${spot.file}, line ${spot.line}: ${placeOf(spot.path)}${message}`);
}

/** `rules[2].shorten: `; counted from 1, as people do. */
function placeOf(path: Path): string {
  if (path.length === 0) return '';
  return `${path.map((step, at) => (typeof step === 'number' ? `[${step + 1}]` : at === 0 ? step : `.${step}`)).join('')}: `;
}

/** How a found value is shown in a message. */
export function found(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A mapping with these keys only. */
export function mapping(spot: Spot, keys: readonly string[], example: string): Record<string, unknown> {
  if (!isMapping(spot.value)) return complain(spot, `keys with values expected, such as ${example}, found ${found(spot.value)}`);
  for (const key of Object.keys(spot.value)) {
    if (!keys.includes(key)) complain(within(spot, key), unknownWord('key', key, keys));
  }
  return spot.value;
}

/** `there is no rule "dedup". Did you mean dedupe? Rules: …` */
export function unknownWord(
  what: string,
  word: string,
  known: readonly string[],
  plural = `${what[0]?.toUpperCase()}${what.slice(1)}s`,
): string {
  const near = nearWord(word, known);
  return `there is no ${what} "${word}".${near === null ? '' : ` Did you mean ${near}?`} ${plural}: ${known.join(', ')}`;
}

/** What was probably meant; null where nothing is near enough to be a slip of the hand. */
export function nearWord(word: string, known: readonly string[]): string | null {
  const nearest = nearestName(word, known);
  return nearest !== null && isNear(word, nearest) ? nearest : null;
}

/** A guess helps only where most letters are the same. */
function isNear(word: string, nearest: string): boolean {
  const letters = new Set(nearest.toLowerCase());
  const same = [...word.toLowerCase()].filter((letter) => letters.has(letter)).length;
  return same * 2 >= word.length && Math.abs(word.length - nearest.length) <= 4;
}

export function text(spot: Spot, what = 'a text'): string {
  if (typeof spot.value === 'string') return spot.value;
  if (typeof spot.value === 'number') return String(spot.value);
  return complain(spot, `${what} expected, found ${found(spot.value)}`);
}

export function filledText(spot: Spot, what = 'a text'): string {
  const value = text(spot, what);
  return value === '' ? complain(spot, `${what} expected, found an empty one`) : value;
}

/** A list of texts; one text stands for a list of one. */
export function texts(spot: Spot, example: string): string[] {
  if (typeof spot.value === 'string' && spot.value !== '') return [spot.value];
  if (!Array.isArray(spot.value) || spot.value.length === 0)
    return complain(spot, `a list expected, such as ${example}, found ${found(spot.value)}`);
  return spot.value.map((_, at) => filledText(within(spot, at)));
}

export function flag(spot: Spot): boolean {
  if (typeof spot.value === 'boolean') return spot.value;
  return complain(spot, `true or false expected, found ${found(spot.value)}`);
}

export function oneOf<Word extends string>(spot: Spot, words: readonly Word[]): Word {
  if (words.includes(spot.value as Word)) return spot.value as Word;
  const near = typeof spot.value === 'string' ? nearWord(spot.value, words) : null;
  const meant = near === null ? '' : ` (did you mean ${near}?)`;
  return complain(spot, `${words.length === 1 ? '' : 'one of '}${words.join(', ')} expected, found ${found(spot.value)}${meant}`);
}
