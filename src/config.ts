/**
 * The configuration file `eco.config.yaml`, looked for in the working directory and upwards. Every key is checked; a mistake
 * names the key, what was found and what is expected.
 */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Day, parseDay } from './core/day.js';
import { UserError } from './core/errors.js';

export interface Config {
  /** Path of the database; relative to the file's folder. */
  readonly database?: string;
  readonly store?: readonly string[];
  readonly client?: string;
  readonly format?: string;
  readonly color?: string;
  /** The morning that commands take for today: for a shop that stands still, as the demo does. */
  readonly as_of?: Day;
  readonly titles?: TitlesConfig;
  readonly nightly?: NightlyConfig;
  readonly mail?: MailConfig;
  readonly webhook?: WebhookConfig;
  /** What each store wants to reach, by store and metric. */
  readonly targets?: Readonly<Record<string, Readonly<Record<string, TargetConfig>>>>;
}

/** What `eco nightly` does; its options win. Paths are relative to the file's folder. */
export interface NightlyConfig {
  /** Folders that exports are downloaded to. */
  readonly inbox?: readonly string[];
  /** The folder that reports are written to. */
  readonly out?: string;
  /** Verbs of `eco report`. */
  readonly reports?: readonly string[];
  readonly formats?: readonly string[];
}

/** Where the digest of the night is mailed. The password is never in the file: a variable of the environment or a command tells it. */
export interface MailConfig {
  readonly host: string;
  readonly port?: number;
  /** TLS from the first byte (port 465); else the connection is raised to TLS where the server offers it. */
  readonly secure?: boolean;
  readonly user?: string;
  readonly password_env?: string;
  readonly password_command?: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject?: string;
  /** How the reports of the night go with it. */
  readonly reports?: 'attached' | 'inline' | 'none';
  /** Take a certificate that nobody vouches for: a server of one's own. */
  readonly allow_self_signed?: boolean;
  readonly timeout_seconds?: number;
}

/** Where the digest of the night is posted. */
export interface WebhookConfig {
  readonly url: string;
  readonly format?: 'slack' | 'json' | 'text';
  readonly timeout_seconds?: number;
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
  /** Keys inside it that must be there. */
  readonly needs?: readonly string[];
}

const text: Key = { expected: 'a text', read: (value) => (typeof value === 'string' && value !== '' ? value : undefined) };
const texts: Key = {
  expected: 'a name or a list of names',
  read: (value) => {
    const list = Array.isArray(value) ? value : [value];
    return list.every((entry) => typeof entry === 'string' && entry !== '') ? list : undefined;
  },
};
const wholeNumber = (least: number, most: number): Key => ({
  expected: `a whole number from ${least} to ${most}`,
  read: (value) => (Number.isInteger(value) && (value as number) >= least && (value as number) <= most ? value : undefined),
});
const yesOrNo: Key = { expected: 'true or false', read: (value) => (typeof value === 'boolean' ? value : undefined) };
const address: Key = {
  expected: 'an address such as https://example.com/hook',
  read: (value) => (typeof value === 'string' && /^https?:\/\/./.test(value) && URL.canParse(value) ? value : undefined),
};
const day: Key = { expected: 'a day such as 2026-11-29', read: (value) => (typeof value === 'string' && parseDay(value)) || undefined };
const oneOf = (...words: string[]): Key => ({
  expected: `one of ${words.join(', ')}`,
  read: (value) => (words.includes(value as string) ? value : undefined),
});

const listOf = (...words: string[]): Key => ({
  expected: `a list of ${words.join(', ')}`,
  read: (value) => {
    const list = texts.read(value) as string[] | undefined;
    return list?.every((word) => words.includes(word)) ? list : undefined;
  },
});

const group = (inside: Key['inside'], expected: string, needs: readonly string[] = []): Key => ({
  expected,
  inside,
  needs,
  read: (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined),
});
const TITLES_RULES: Readonly<Record<keyof TitlesRules, Key>> = {
  disable: texts,
  severity: group({ any: oneOf('error', 'warning', 'hint') }, 'rules with their severity, such as "title-all-caps: warning",'),
  allow_words: texts,
};

const NIGHTLY: Readonly<Record<keyof NightlyConfig, Key>> = {
  inbox: texts,
  out: text,
  reports: texts,
  formats: listOf('html', 'md', 'json', 'csv', 'tsv', 'jsonl'),
};
const SECONDS = wholeNumber(1, 600);
const MAIL: Readonly<Record<keyof MailConfig, Key>> = {
  host: text,
  port: wholeNumber(1, 65_535),
  secure: yesOrNo,
  user: text,
  password_env: text,
  password_command: text,
  from: text,
  to: texts,
  subject: text,
  reports: oneOf('attached', 'inline', 'none'),
  allow_self_signed: yesOrNo,
  timeout_seconds: SECONDS,
};
const WEBHOOK: Readonly<Record<keyof WebhookConfig, Key>> = {
  url: address,
  format: oneOf('slack', 'json', 'text'),
  timeout_seconds: SECONDS,
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
  as_of: day,
  titles: group(
    { ...TITLES_RULES, stores: group({ any: group(TITLES_RULES, 'disable, severity or allow_words') }, 'stores by name') },
    'disable, severity, allow_words or stores',
  ),
  nightly: group(NIGHTLY, 'inbox, out, reports or formats'),
  mail: group(MAIL, 'host, from and to', ['host', 'from', 'to']),
  webhook: group(WEBHOOK, 'url', ['url']),
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
  const config = readKeys(content as Record<string, unknown>, KEYS, file, '') as Config;
  const at = (path: string) => resolve(dirname(file), path.replace(/^~(?=[/\\]|$)/, homedir()));
  const { database, nightly } = config;
  return {
    ...config,
    ...(database === undefined ? {} : { database: resolve(dirname(file), database) }),
    ...(nightly === undefined ? {} : { nightly: { ...nightly, ...pathsOf(nightly, at) } }),
  };
}

function pathsOf({ inbox, out }: NightlyConfig, at: (path: string) => string): NightlyConfig {
  return { ...(inbox === undefined ? {} : { inbox: inbox.map(at) }), ...(out === undefined ? {} : { out: at(out) }) };
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
    const missing = key.needs?.find((need) => !(need in (found as object)));
    if (missing !== undefined) throw new UserError(`${file}: key "${path}${name}": ${missing} is missing`);
    read[name] = key.inside ? readKeys(found as Record<string, unknown>, key.inside, file, `${path}${name}.`) : found;
  }
  return read;
}
