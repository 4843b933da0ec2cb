/**
 * The configuration file `eco.config.yaml`, looked for in the working directory and upwards. Every key is checked; a mistake
 * names the key, what was found and what is expected.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from './core/errors.js';

export interface Config {
  /** Path of the database; relative to the file's folder. */
  readonly database?: string;
  readonly store?: readonly string[];
  readonly client?: string;
  readonly format?: string;
  readonly color?: string;
  readonly titles?: TitlesConfig;
  /** What each store wants to reach, by store and metric. */
  readonly targets?: Readonly<Record<string, Readonly<Record<string, TargetConfig>>>>;
}

/** One number for any period (a ratio), or numbers by period: `day`, `week`, `month`, `2026-11-27`, `2026-W48`, `2026-11`. */
export type TargetConfig = number | Readonly<Record<string, number>>;

/** Settings of the title audit: for all stores, or for one. Rules are named as on the command line. */
export interface TitlesRules {
  readonly disable?: readonly string[];
  /** A rule's severity in this shop. */
  readonly severity?: Readonly<Record<string, 'error' | 'warning' | 'hint'>>;
  /** Words that no rule about words minds. */
  readonly allow_words?: readonly string[];
}

export interface TitlesConfig extends TitlesRules {
  /** By the store's name, on top of those for all. */
  readonly stores?: Readonly<Record<string, TitlesRules>>;
}

export const CONFIG_NAME = 'eco.config.yaml';

interface Key {
  readonly expected: string;
  readonly read: (value: unknown) => unknown;
  /** Keys inside it; `any`: every name is one. A mistake then names the inner key. */
  readonly inside?: Readonly<Record<string, Key>> | { readonly any: Key };
}

const text: Key = { expected: 'a text', read: (value) => (typeof value === 'string' && value !== '' ? value : undefined) };
const texts: Key = {
  expected: 'a name or a list of names',
  read: (value) => {
    const list = Array.isArray(value) ? value : [value];
    return list.every((entry) => typeof entry === 'string' && entry !== '') ? list : undefined;
  },
};
const oneOf = (...words: string[]): Key => ({
  expected: `one of ${words.join(', ')}`,
  read: (value) => (words.includes(value as string) ? value : undefined),
});

const group = (inside: Key['inside'], expected: string): Key => ({
  expected,
  inside,
  read: (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined),
});
const TITLES_RULES: Readonly<Record<keyof TitlesRules, Key>> = {
  disable: texts,
  severity: group({ any: oneOf('error', 'warning', 'hint') }, 'rules with their severity, such as "title-all-caps: warning",'),
  allow_words: texts,
};

const target: Key = {
  expected: 'a number, or numbers by period such as "{ day: 2500, month: 75000, 2026-11: 120000 }",',
  read: (value) => {
    if (typeof value === 'number') return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.values(value).every((each) => typeof each === 'number') ? value : undefined;
  },
};

const KEYS: Readonly<Record<keyof Config, Key>> = {
  database: text,
  store: texts,
  client: text,
  format: oneOf('table', 'csv', 'tsv', 'json', 'jsonl', 'md', 'html'),
  color: oneOf('auto', 'always', 'never'),
  titles: group(
    { ...TITLES_RULES, stores: group({ any: group(TITLES_RULES, 'disable, severity or allow_words') }, 'stores by name') },
    'disable, severity, allow_words or stores',
  ),
  targets: group({ any: group({ any: target }, 'metrics with their targets, such as "sales: { month: 75000 }",') }, 'stores by name'),
};

/** The nearest configuration file at or above a folder, or null. */
export function findConfig(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, CONFIG_NAME);
    if (existsSync(file)) return file;
    if (dirname(at) === at) return null;
  }
}

/** Reads and checks a configuration file. */
export async function readConfig(file: string): Promise<Config> {
  const { parse } = await import('yaml');
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UserError(`${file} is no valid YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  if (content === null) return {};
  if (typeof content !== 'object' || Array.isArray(content))
    throw new UserError(`${file}: keys with values expected, such as "database: shop.db"`);
  const config = readKeys(content as Record<string, unknown>, KEYS, file, '') as { database?: string };
  return config.database === undefined ? config : { ...config, database: resolve(dirname(file), config.database) };
}

/** The values of known keys. `path`: the keys above, for messages: "titles.stores.us.". */
function readKeys(content: Record<string, unknown>, keys: NonNullable<Key['inside']>, file: string, path: string): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(content)) {
    const key = 'any' in keys ? (keys.any as Key) : (keys as Readonly<Record<string, Key>>)[name];
    if (!key) throw new UserError(`${file}: there is no key "${path}${name}". Known keys: ${Object.keys(keys).join(', ')}`);
    const found = key.read(value);
    if (found === undefined) {
      throw new UserError(`${file}: key "${path}${name}": ${key.expected} expected, found ${JSON.stringify(value)}`);
    }
    read[name] = key.inside ? readKeys(found as Record<string, unknown>, key.inside, file, `${path}${name}.`) : found;
  }
  return read;
}
