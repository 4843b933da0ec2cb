/** Where the database is, what to say where there is none, and what to do about an import that was interrupted. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Context } from './context.js';
import { UserError } from './core/errors.js';
import type { Database } from './db/connection.js';

/** `--db`, else what the environment names, else the configuration, else the user's data folder. */
export function databasePath(context: Context, flag: string | undefined, configured: string | undefined): string {
  const named = flag ?? context.env.ECO_DB;
  if (named) return resolve(context.cwd, named);
  return configured ?? join(dataFolder(context), 'eco.db');
}

/** The user's data folder, after each system's custom. */
function dataFolder(context: Context): string {
  const home = context.env.HOME ?? homedir();
  if (context.env.XDG_DATA_HOME) return join(context.env.XDG_DATA_HOME, 'eco');
  if (context.env.LOCALAPPDATA) return join(context.env.LOCALAPPDATA, 'eco');
  return process.platform === 'darwin' ? join(home, 'Library', 'Application Support', 'eco') : join(home, '.local', 'share', 'eco');
}

export function noDatabase(file: string): UserError {
  return new UserError(`There is no database at ${file} yet. Begin with: eco import FOLDER   (or look around first: eco demo)`);
}

/** An import that was interrupted between its last file and the fold leaves facts that do not show all of its files. */
export async function finishFolds(db: Database, note: (text: string) => void): Promise<void> {
  const { foldsDue } = await import('./facts/imports.js');
  if (foldsDue(db).length === 0) return;
  const { inTransaction } = await import('./db/connection.js');
  const { foldDue } = await import('./importing/folding.js');
  inTransaction(db, () => foldDue(db));
  note('An earlier import was interrupted; what it left undone is done now.');
}

/** A reader changes nothing, so it can only say it. */
export async function warnOfUnfinished(db: Database, warn: (text: string) => void): Promise<void> {
  const { foldsDue } = await import('./facts/imports.js');
  if (foldsDue(db).length === 0) return;
  warn(
    'An import is running or was interrupted: the figures do not show all of its files yet. The next import finishes it, or: eco db rebuild',
  );
}
