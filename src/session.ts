/**
 * What a command works with: its global options settled (command line over environment over configuration file), the database,
 * and the one way to print. Commands never touch the outside world but through their session.
 */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Config, findConfig, readConfig } from './config.js';
import type { Context } from './context.js';
import { type Day, parseDay } from './core/day.js';
import { UsageError, UserError } from './core/errors.js';
import { harmless } from './core/harmless.js';
import type { Page } from './core/page.js';
import type { Table } from './core/table.js';
import { zone } from './core/zone.js';
import type { Database } from './db/connection.js';
import type { Store } from './facts/stores.js';
import type { OutputFormatName } from './output/index.js';

/** Options of the whole program, as commander hands them over. */
export interface GlobalFlags {
  readonly db?: string;
  readonly store?: readonly string[];
  readonly client?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly format?: string;
  readonly output?: string;
  readonly columns?: readonly string[];
  readonly sort?: readonly string[];
  readonly where?: readonly string[];
  readonly limit?: string;
  readonly exitCode?: boolean;
  readonly input?: boolean;
  readonly yes?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: string;
  readonly bom?: boolean;
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
  /** The morning the answer is for: `--as-of`, else today in the time zone of the stores (the latest of their days). */
  asOf(stores: readonly Store[]): Day;
  /** The format of results: `--format`, else the configuration's, else `table`. */
  readonly format: OutputFormatName;
  /** Writes a result to standard output, or to `--output`. */
  print(value: Table | Page, how?: PrintHow): Promise<void>;
  /** Writes a result that is text already (a plan file) to standard output, or to `--output`. */
  printText(text: string): void;
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
  const databaseFile = databasePath(context, flags, config);
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
        width: widthFor(context, where),
        errorColor,
      });
      if (how.toStdout) context.stdout.write(text.body);
      else session.printText(text.body);
      if (text.notes !== '' && !flags.quiet) context.stderr.write(text.notes);
    },
    printText(text) {
      if (flags.output === undefined) context.stdout.write(text);
      else writeWhole(resolve(context.cwd, flags.output), text);
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

function noDatabase(file: string): UserError {
  return new UserError(`There is no database at ${file} yet. Begin with: eco import FOLDER   (or look around first: eco demo)`);
}

/** An import that was interrupted between its last file and the fold leaves facts that do not show all of its files. */
async function finishFolds(db: Database, note: (text: string) => void): Promise<void> {
  const { foldsDue } = await import('./facts/imports.js');
  if (foldsDue(db).length === 0) return;
  const { inTransaction } = await import('./db/connection.js');
  const { foldDue } = await import('./importing/folding.js');
  inTransaction(db, () => foldDue(db));
  note('An earlier import was interrupted; what it left undone is done now.');
}

/** A reader changes nothing, so it can only say it. */
async function warnOfUnfinished(db: Database, warn: (text: string) => void): Promise<void> {
  const { foldsDue } = await import('./facts/imports.js');
  if (foldsDue(db).length === 0) return;
  warn(
    'An import is running or was interrupted: the figures do not show all of its files yet. The next import finishes it, or: eco db rebuild',
  );
}

async function renderResult(
  value: Table | Page,
  format: OutputFormatName,
  flags: GlobalFlags,
  look: { color: boolean; errorColor: boolean; width: number | null },
): Promise<{ body: string; notes: string }> {
  const { OUTPUT_FORMATS, render } = await import('./output/index.js');
  if (!(format in OUTPUT_FORMATS)) throw new UsageError(`--format ${format}: one of ${Object.keys(OUTPUT_FORMATS).join(', ')} expected`);
  const chosen = await chooseRows(value, format, flags);
  const body = await render(chosen, format, { ...look, bom: flags.bom === true });
  const data = 'blocks' in chosen ? chosen.data : chosen;
  if (OUTPUT_FORMATS[format].carriesNotes || (data.notes ?? []).length === 0) return { body, notes: '' };
  const { renderNotes } = await import('./output/notes.js');
  return { body, notes: renderNotes(data.notes ?? [], { color: look.errorColor }) };
}

/** `--columns`, `--sort`, `--where` and `--limit` ask for rows: a page then prints its rows instead of its prose. */
async function chooseRows(value: Table | Page, format: OutputFormatName, flags: GlobalFlags): Promise<Table | Page> {
  const { columns, sort, where, limit } = flags;
  if (!columns && !sort && !where && limit === undefined) return value;
  const { select } = await import('./output/select.js');
  const count = limit === undefined ? undefined : Number(limit);
  if (count !== undefined && (!Number.isInteger(count) || count < 0))
    throw new UsageError(`--limit ${limit}: a whole number of 0 or more expected`);
  const table = select('blocks' in value ? value.data : value, { columns, sort, where, limit: count });
  return 'blocks' in value && format !== 'table' && format !== 'md' && format !== 'html' ? { ...value, data: table } : table;
}

function widthFor(context: Context, flags: GlobalFlags): number | null {
  return flags.output === undefined && context.stdout.isTTY ? context.stdout.columns : null;
}

/** NO_COLOR and FORCE_COLOR as https://no-color.org and https://force-color.org have them; `--color` wins. */
function colorFor(context: Context, choice: string | undefined, isTTY: boolean): boolean {
  if (choice === 'always') return true;
  if (choice === 'never') return false;
  if ((context.env.NO_COLOR ?? '') !== '') return false;
  if ((context.env.FORCE_COLOR ?? '') !== '' && context.env.FORCE_COLOR !== '0') return true;
  return isTTY && context.env.TERM !== 'dumb';
}

function databasePath(context: Context, flags: GlobalFlags, config: Config): string {
  const named = flags.db ?? context.env.ECO_DB;
  if (named) return resolve(context.cwd, named);
  return config.database ?? join(dataFolder(context), 'eco.db');
}

/** The user's data folder, after each system's custom. */
function dataFolder(context: Context): string {
  const home = context.env.HOME ?? homedir();
  if (context.env.XDG_DATA_HOME) return join(context.env.XDG_DATA_HOME, 'eco');
  if (context.env.LOCALAPPDATA) return join(context.env.LOCALAPPDATA, 'eco');
  return process.platform === 'darwin' ? join(home, 'Library', 'Application Support', 'eco') : join(home, '.local', 'share', 'eco');
}

function instantOption(text: string): number {
  const milliseconds = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text);
  if (Number.isNaN(milliseconds)) throw new UsageError(`--known-at ${text}: a time such as 2026-11-20 or 2026-11-20T06:00:00Z expected`);
  return Math.floor(milliseconds / 1000);
}

/** Writes to a temporary name, then renames: a reader of the file never sees half of it. */
export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UserError(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`);
  }
}
