/**
 * How the parts of a report format are written in a profile and read back: each codec is a pair of functions, so that what can be read
 * can be written and the other way round. A complaint names file, line and key (core/spot.ts).
 */
import { complain, filledText, flag, found, isMapping, nearWord, oneOf, type Spot, text, unknownWord, within } from '../../core/spot.js';

/** What YAML and JSON hold. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export interface Codec<T> {
  readonly read: (spot: Spot) => T;
  readonly write: (value: T) => Plain;
}

/** A text that is not empty. */
export const aText: Codec<string> = { read: (spot) => filledText(spot), write: (value) => value };

/** A text, which may be empty. */
export const anyText: Codec<string> = { read: (spot) => text(spot), write: (value) => value };

export const aFlag: Codec<boolean> = { read: flag, write: (value) => value };

export const aCount: Codec<number> = {
  read: (spot) =>
    Number.isInteger(spot.value) && (spot.value as number) >= 0
      ? (spot.value as number)
      : complain(spot, `a whole number of 0 or more expected, found ${found(spot.value)}`),
  write: (value) => value,
};

/** One of these words. */
export function aWord<Word extends string>(...words: readonly Word[]): Codec<Word> {
  return { read: (spot) => oneOf(spot, words), write: (value) => value };
}

/** A value that names one of many: they are too many for a message, so it says where they are listed. */
export function aName<Name extends string>(what: string, names: readonly string[], where: string): Codec<Name> {
  return {
    read(spot) {
      const word = text(spot);
      if (names.includes(word)) return word as Name;
      const near = nearWord(word, names);
      return complain(spot, `there is no ${what} "${word}".${near === null ? '' : ` Did you mean ${near}?`} ${where}`);
    },
    write: (value) => value,
  };
}

const EXAMPLE = '/^total/i';

/** A pattern is written `/…/` with flags; a list of words stands for cells that are one of them. */
export const aPattern: Codec<RegExp> = {
  read(spot) {
    if (Array.isArray(spot.value)) {
      const words = spot.value.map((_, at) => escaped(filledText(within(spot, at))));
      return new RegExp(`^(?:${words.join('|')})$`, 'iu');
    }
    const written = filledText(spot, `a pattern such as ${EXAMPLE}`);
    const parts = /^\/(.+)\/([a-z]*)$/s.exec(written);
    if (!parts)
      return complain(spot, `a pattern between slashes, such as ${EXAMPLE}, or a list of words expected, found ${found(written)}`);
    try {
      return new RegExp(parts[1] as string, parts[2]);
    } catch (error) {
      return complain(spot, `${found(written)} is no pattern: ${(error as Error).message.replace(/^Invalid regular expression: /, '')}`);
    }
  },
  write: (value) => `/${value.source}/${value.flags}`,
};

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A list; a single value stands for a list of one. */
export function aList<T>(item: Codec<T>, least = 1): Codec<readonly T[]> {
  return {
    read(spot) {
      if (!Array.isArray(spot.value)) return [item.read(spot)];
      if (spot.value.length < least) return complain(spot, 'a list with at least one entry expected, found an empty one');
      return spot.value.map((_, at) => item.read(within(spot, at)));
    },
    write: (values) => values.map(item.write),
  };
}

/** Keys of any name, each with a value. */
export function aMap<T>(item: Codec<T>, example: string): Codec<Readonly<Record<string, T>>> {
  return {
    read(spot) {
      if (!isMapping(spot.value)) return complain(spot, `keys with values expected, such as ${example}, found ${found(spot.value)}`);
      return Object.fromEntries(Object.keys(spot.value).map((key) => [key, item.read(within(spot, key))]));
    },
    write: (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, item.write(value)])),
  };
}

/** The keys of an object: what each is called in the file, how it is written, and whether it must be there. */
export type Shape<T> = {
  readonly [K in keyof T]-?: { readonly key: string; readonly codec: Codec<NonNullable<T[K]>>; readonly needed?: boolean };
};

/** An object with these keys and no others. Keys that are not given are not in the value either. */
export function aShape<T extends object>(shape: Shape<T>, example: string): Codec<T> & { readonly keys: readonly string[] } {
  const entries = Object.entries(shape) as [keyof T & string, Shape<T>[keyof T]][];
  const keys = entries.map(([, { key }]) => key);
  return {
    keys,
    read(spot) {
      if (!isMapping(spot.value)) return complain(spot, `keys with values expected, such as ${example}, found ${found(spot.value)}`);
      for (const key of Object.keys(spot.value)) if (!keys.includes(key)) complain(within(spot, key), unknownWord('key', key, keys));
      const value: Partial<T> = {};
      for (const [name, { key, codec, needed }] of entries) {
        if (key in spot.value && spot.value[key] !== null) value[name] = codec.read(within(spot, key)) as T[keyof T & string];
        else if (needed) complain(spot, `"${key}" is missing: ${example}`);
      }
      return value as T;
    },
    write(value) {
      const written: Record<string, Plain> = {};
      for (const [name, { key, codec }] of entries) {
        const part = value[name];
        if (part !== undefined) written[key] = codec.write(part as NonNullable<T[keyof T]>);
      }
      return written;
    },
  };
}
