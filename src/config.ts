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
}

export const CONFIG_NAME = 'eco.config.yaml';

interface Key {
  readonly expected: string;
  readonly read: (value: unknown) => unknown;
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

const KEYS: Readonly<Record<keyof Config, Key>> = {
  database: text,
  store: texts,
  client: text,
  format: oneOf('table', 'csv', 'tsv', 'json', 'jsonl', 'md', 'html'),
  color: oneOf('auto', 'always', 'never'),
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
  const config: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(content)) {
    const key = KEYS[name as keyof Config];
    if (!key) throw new UserError(`${file}: there is no key "${name}". Known keys: ${Object.keys(KEYS).join(', ')}`);
    const read = key.read(value);
    if (read === undefined) throw new UserError(`${file}: key "${name}": ${key.expected} expected, found ${JSON.stringify(value)}`);
    config[name] = name === 'database' ? resolve(dirname(file), read as string) : read;
  }
  return config as Config;
}
