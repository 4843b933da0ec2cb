/** Imports files and folders in the order of their evidence, folds what is due, and tells what came of each. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { counted } from '../../core/count.js';
import { Cancelled, UsageError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { foldsDue } from '../../facts/imports.js';
import { parsePeriodOption } from '../../importing/evidence.js';
import type { ImportOptions, ImportResult } from '../../importing/importFile.js';
import type { DateOrder } from '../../platforms/cells/date.js';
import type { ReportFormat } from '../../platforms/define.js';
import type { Session } from '../../session.js';
import type { ProfileFile } from '../profileFile.js';
import { type FoundFile, findFiles } from './findFiles.js';
import { importPage } from './page.js';
import { type ImportProgress, importProgress } from './progress.js';
import { refuseUnwritable, writeRejects } from './rejects.js';

export interface ImportFlags {
  readonly as?: string;
  readonly map?: string;
  readonly period?: string;
  readonly dateOrder?: DateOrder;
  readonly dryRun?: boolean;
  readonly skipBadRows?: boolean;
  readonly rejects?: string;
  readonly replace?: boolean;
}

export async function runImport(session: Session, paths: readonly string[], flags: ImportFlags): Promise<void> {
  const files = findFiles(paths.map((path) => resolve(session.context.cwd, path)));
  const said = optionsOf(session, flags);
  const rejects = flags.rejects === undefined ? null : resolve(session.context.cwd, flags.rejects);
  if (rejects !== null)
    refuseUnwritable(
      rejects,
      files.map((file) => file.path),
    );
  const given = flags.map === undefined ? null : (await import('../profileFile.js')).readProfileFile(session, flags.map);
  const db = await databaseFor(session, said.dryRun);
  const options: ImportOptions = { ...said, as: await formatFor(session, db, flags, given) };
  const progress = await importProgress(
    session,
    files.reduce((sum, file) => sum + file.bytes, 0),
  );
  const results = await importAll(session, db, files, options, progress);
  progress.end();
  if (rejects !== null) writeRejects(rejects, results);
  const folder = files.some((file) => !file.named);
  await session.print(await importPage(db, results, { dryRun: options.dryRun, verbose: session.flags.verbose === true, folder }));
  if (results.some((result) => result.status === 'rejected' || result.status === 'partial')) {
    const taken = results.some((result) => result.status === 'imported' || result.status === 'unchanged' || result.status === 'partial');
    session.setExitCode(taken ? 4 : 1);
  }
  // In a folder there may be anything; but files that were named and are no exports are a mistake.
  if (files.length > 0 && files.every((file) => file.named) && results.every((result) => result.status === 'skipped'))
    session.setExitCode(1);
}

/** A dry run makes no database where there is none: it imports into one in memory. */
async function databaseFor(session: Session, dryRun: boolean): Promise<Database> {
  if (!dryRun || existsSync(session.databaseFile)) return session.writableDatabase();
  const { openDatabase } = await import('../../db/connection.js');
  return openDatabase(':memory:');
}

/** Each file is one step: what was imported before Ctrl-C is in, and the same command goes on behind it. */
export async function importAll(
  session: Session,
  db: Database,
  files: readonly FoundFile[],
  options: ImportOptions,
  progress: ImportProgress,
): Promise<ImportResult[]> {
  const { importPath } = await import('../../importing/importPath.js');
  const { inTransaction } = await import('../../db/connection.js');
  const results: ImportResult[] = [];
  let done = 0;
  let stopped = false;
  const stopWaiting = session.context.onInterrupt(() => {
    stopped = true;
  });
  const stopIfAsked = () => {
    if (!stopped) return;
    progress.end();
    const [of, they] = [counted(files.length, 'file', 'files'), done === 1 ? 'it is' : 'they are'];
    throw new Cancelled(
      done === 0 ? 'stopped: nothing was taken.' : `stopped after ${done} of ${of}: ${they} in. The same command goes on from there.`,
    );
  };
  for (const file of files) {
    // A signal is only heard between two turns of the event loop.
    await setImmediate();
    stopIfAsked();
    progress.start(file.name, file.bytes);
    const onProgress = (bytes: number) => {
      stopIfAsked();
      progress.bytes(bytes);
    };
    results.push(...(await importPath(db, file.path, file.name, { ...options, onProgress })));
    progress.done(file.bytes);
    done++;
  }
  stopWaiting();
  // What arrived behind newer evidence is folded once, after the last file.
  if (foldsDue(db).length === 0) return results;
  const { foldDue } = await import('../../importing/folding.js');
  const folded = inTransaction(db, () => foldDue(db, progress.folding));
  return results.map((result) => {
    const step = result.importId === null ? undefined : folded.get(result.importId);
    return step && result.status !== 'unchanged' ? { ...result, step } : result;
  });
}

/** The format that the user named for the files; null where they are to be recognised. What changed in the folder of profiles is taken over. */
async function formatFor(session: Session, db: Database, flags: ImportFlags, given: ProfileFile | null): Promise<ReportFormat | null> {
  const { adoptProfiles, keepWithFile } = await import('../profileFolder.js');
  if (!flags.dryRun) await adoptProfiles(session, db);
  if (given !== null && !flags.dryRun) await keepWithFile(session, db, given.format, given.text);
  if (flags.as === undefined) return given?.format ?? null;
  const { formatsOf } = await import('../../importing/formats.js');
  const formats = formatsOf(db);
  const found = formats.find(flags.as);
  if (!found) throw new UsageError(`--as ${flags.as}: no such report. Known: ${formats.all.map((format) => format.id).join(', ')}`);
  return found;
}

function optionsOf(session: Session, flags: ImportFlags): ImportOptions {
  if (flags.as !== undefined && flags.map !== undefined)
    throw new UsageError('--as and --map both say how to read the files: give one of them');
  if (session.storeNames.length > 1) throw new UsageError('--store: one store at a time for an import');
  return {
    as: null,
    store: session.storeNames[0] ?? null,
    client: session.client,
    period: flags.period === undefined ? null : parsePeriodOption(flags.period),
    dateOrder: flags.dateOrder,
    skipBadRows: flags.skipBadRows === true,
    replace: flags.replace === true,
    dryRun: flags.dryRun === true,
    now: Math.floor(session.context.now() / 1000),
    localZone: () => session.context.timeZone,
    databaseFile: session.databaseFile,
    onProgress: () => undefined,
  };
}
