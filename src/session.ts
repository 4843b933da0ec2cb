/**
 * What a command works with: its global options settled (command line over environment over configuration file), the database,
 * and the one way to print. Commands never touch the outside world but through their session.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Config, findConfig, readConfig } from './config.js';
import type { Context } from './context.js';
import { type Day, parseDay } from './core/day.js';
import { UsageError } from './core/errors.js';
import { harmless } from './core/harmless.js';
import type { Page } from './core/page.js';
import type { Table } from './core/table.js';
import { zone } from './core/zone.js';
import { databasePath, finishFolds, noDatabase, warnOfUnfinished } from './databaseFile.js';
import type { Database } from './db/connection.js';
import type { Store } from './facts/stores.js';
import type { OutputFormatName } from './output/index.js';
import { colorFor, type RowFlags, renderResult, widthFor, writeWhole } from './printing.js';

/** Options of the whole program, as commander hands them over. */
export interface GlobalFlags extends RowFlags {
  readonly db?: string;
  readonly store?: readonly string[];
  readonly client?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly format?: string;
  readonly output?: string;
  readonly exitCode?: boolean;
  readonly input?: boolean;
  readonly yes?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: string;
}

export interface Session {
  readonly context: Context;
  readonly flags: GlobalFlags;
  /** What `eco.config.yaml` says, and where it stands; null where there is none. */
  readonly config: Config;
  readonly configFile: string | null;
  /** Where the database is or will be. */
  readonly databaseFile: string;
  /** Stores that `--store` names; empty for all. */
  readonly storeNames: readonly string[];
  readonly client: string | null;
  /** `--known-at`, epoch seconds; null: everything that was imported counts. */
  readonly knownAt: number | null;
  /** The database for reading. Without one: an error that says how to begin. */
  database(): Promise<Database>;
  /** The database for reading, or null where there is none yet. */
  databaseIfAny(): Promise<Database | null>;
  /** The database for writing; made when there is none. What an interrupted import left undone is finished first. */
  writableDatabase(): Promise<Database>;
  /** The database for changing what is there. Without one: an error that says how to begin. */
  existingDatabase(): Promise<Database>;
  /** The stores the command is about. */
  stores(db: Database): Promise<Store[]>;
  /** Whether the answer is for a morning that was named, and so no hours of today are left to wait for. */
  readonly isMorningNamed: boolean;
  /** The morning the answer is for: `--as-of`, else the configuration's, else today in the time zone of the stores (the latest of their days). */
  asOf(stores: readonly Store[]): Day;
  /** The format of results: `--format`, else the configuration's, else `table`. */
  readonly format: OutputFormatName;
  /** Writes a result to standard output, or to `--output`. */
  print(value: Table | Page, how?: PrintHow): Promise<void>;
  /** Writes a result that is text already (a plan file), or its parts as they come, to standard output or to `--output`. */
  printText(text: string | Iterable<string>): void;
  /** Writes text that is data as it is. */
  write(text: string): void;
  /** A remark for people, on standard error; not with `--quiet`. */
  note(text: string): void;
  /** A warning for people, on standard error, always. */
  warn(text: string): void;
  /** May ask: there is a terminal and nobody said `--no-input`. */
  readonly mayAsk: boolean;
  readonly color: boolean;
  /** Colour on standard error. */
  readonly errorColor: boolean;
  setExitCode(code: number): void;
  /** With `--exit-code`: 3 when there are findings. */
  findings(count: number): void;
  /** What to throw on: trouble with the database gets words that say what to do. */
  explained(error: unknown): Promise<unknown>;
  close(): void;
  readonly exitCode: number;
}

export interface PrintHow {
  /** Instead of the session's own. */
  readonly format?: OutputFormatName;
  /** The rows were chosen already: `--where`, `--sort`, `--limit` and `--columns` are not asked again. */
  readonly chosen?: boolean;
  /** `--output` names something else: the result goes to standard output. */
  readonly toStdout?: boolean;
}

export async function openSession(context: Context, flags: GlobalFlags): Promise<Session> {
  const configFile = findConfig(context.cwd);
  const config: Config = configFile ? await readConfig(configFile) : {};
  const format = (flags.format ?? config.format ?? 'table') as OutputFormatName;
  const databaseFile = databasePath(context, flags.db, config.database);
  const color = colorFor(context, flags.color ?? config.color, context.stdout.isTTY);
  const errorColor = colorFor(context, flags.color ?? config.color, context.stderr.isTTY);
  const opened: Database[] = [];
  let exitCode = 0;

  const session: Session = {
    context,
    flags,
    config,
    configFile,
    databaseFile,
    format,
    storeNames: flags.store ?? config.store ?? [],
    client: flags.client ?? config.client ?? null,
    isMorningNamed: (flags.asOf ?? config.as_of) !== undefined,
    knownAt: flags.knownAt === undefined ? null : instantOption(flags.knownAt),
    get mayAsk() {
      return flags.input !== false && context.stdinIsTTY;
    },
    color,
    errorColor,
    async databaseIfAny() {
      const { openForReading } = await import('./db/connection.js');
      const db = openForReading(databaseFile);
      if (!db) return null;
      opened.push(db);
      await warnOfUnfinished(db, session.warn);
      if (session.knownAt === null) return db;
      const { databaseKnownAt } = await import('./importing/knownAt.js');
      const earlier = databaseKnownAt(db, session.knownAt);
      opened.push(earlier);
      return earlier;
    },
    async database() {
      const db = await session.databaseIfAny();
      if (db) return db;
      throw noDatabase(databaseFile);
    },
    async writableDatabase() {
      const { openDatabase } = await import('./db/connection.js');
      const db = openDatabase(databaseFile);
      opened.push(db);
      await finishFolds(db, session.note);
      return db;
    },
    async existingDatabase() {
      if (!existsSync(databaseFile)) throw noDatabase(databaseFile);
      return session.writableDatabase();
    },
    async stores(db) {
      const { selectedStores } = await import('./facts/stores.js');
      return selectedStores(db, session.storeNames, session.client);
    },
    asOf(stores) {
      if (flags.asOf !== undefined) {
        const day = parseDay(flags.asOf);
        if (!day) throw new UsageError(`--as-of ${flags.asOf}: a day such as 2026-11-22 expected`);
        return day;
      }
      if (config.as_of !== undefined) return config.as_of;
      const now = Math.floor(context.now() / 1000);
      const zones = stores.length === 0 ? [context.timeZone] : stores.map((store) => store.timeZone);
      return zones
        .map((name) => zone(name).dayOf(now))
        .sort()
        .at(-1) as Day;
    },
    async print(value, how = {}) {
      const rows = how.chosen ? { bom: flags.bom } : flags;
      const where = how.toStdout ? { ...flags, output: undefined } : flags;
      const text = await renderResult(value, how.format ?? format, rows, {
        color: where.output === undefined && color,
        width: where.output === undefined ? widthFor(context) : null,
        errorColor,
      });
      if (how.toStdout) for (const part of text.body) context.stdout.write(part);
      else session.printText(text.body);
      if (text.notes !== '' && !flags.quiet) context.stderr.write(text.notes);
    },
    printText(text) {
      const parts = typeof text === 'string' ? [text] : text;
      if (flags.output !== undefined) writeWhole(resolve(context.cwd, flags.output), parts);
      else for (const part of parts) context.stdout.write(part);
    },
    write: (text) => context.stdout.write(text),
    note: (text) => {
      if (!flags.quiet) context.stderr.write(`${harmless(text)}\n`);
    },
    warn: (text) => context.stderr.write(`${harmless(text)}\n`),
    setExitCode: (code) => {
      exitCode = Math.max(exitCode, code);
    },
    findings: (count) => {
      if (flags.exitCode && count > 0) session.setExitCode(3);
    },
    async explained(error) {
      const { troubleOf } = await import('./db/trouble.js');
      return troubleOf(error, databaseFile) ?? error;
    },
    close: () => {
      for (const db of opened.splice(0)) db.close();
    },
    get exitCode() {
      return exitCode;
    },
  };
  return session;
}

function instantOption(text: string): number {
  const milliseconds = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text);
  if (Number.isNaN(milliseconds)) throw new UsageError(`--known-at ${text}: a time such as 2026-11-20 or 2026-11-20T06:00:00Z expected`);
  return Math.floor(milliseconds / 1000);
}
