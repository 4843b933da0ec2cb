/**
 * What can go wrong with the database file itself (a full disk, a damaged file, missing rights), in words that say what happened
 * and what to do. Whatever was being written is taken back: a transaction is in the file as a whole or not at all.
 */
import { UserError } from '../core/errors.js';

/** How long a command waits for another that is writing, in milliseconds. */
export const BUSY_TIMEOUT_MS = 30_000;

/** An error about the database itself, which no other file or row would escape: it stops the whole command. */
export class DatabaseTrouble extends UserError {}

type Words = (file: string, code: string) => string;

const busy: Words = (file) =>
  `${file} is in use: another eco, or another program, did not finish with it within ${BUSY_TIMEOUT_MS / 1000} seconds. Wait for it, then run this again; nothing was changed.`;
const noAccess: Words = (file, code) =>
  `${file} cannot be opened or made (${code}). Check that its folder exists, and that you may write there, or name another with --db.`;
const readOnly: Words = (file, code) =>
  `${file}, or the folder it is in, is write-protected (${code}), so nothing was changed. Change the permissions, or name another with --db.`;
const full: Words = (file) =>
  `No room is left on the disk that holds ${file}, or in the folder for temporary files. Nothing was changed; make room and run this again.`;
const ioError: Words = (file, code) =>
  `${file} could not be read or written (${code}), so nothing was changed. Check the disk, the limits on the size of files, or the connection to the folder, then run this again; "eco db check" tells whether the file is whole.`;
const damaged: Words = (file) => `${file} is damaged. Restore a copy made by "eco db backup", or move it away and import your files again.`;

/** By the beginning of SQLite's code or the system's; the first that fits. */
const WORDS: readonly (readonly [code: string, words: Words])[] = [
  ['SQLITE_BUSY', busy],
  ['SQLITE_PROTOCOL', busy],
  ['SQLITE_NOTADB', (file) => `${file} is not an eco database (it is no SQLite file). Name another with --db, or move it away.`],
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_CANTOPEN', noAccess],
  ['SQLITE_READONLY_DBMOVED', (file) => `${file} was moved or deleted while eco was working with it. Nothing was changed; run this again.`],
  ['SQLITE_READONLY', readOnly],
  ['SQLITE_FULL', full],
  ['SQLITE_IOERR_CORRUPTFS', damaged],
  ['SQLITE_IOERR', ioError],
  [
    'SQLITE_NOMEM',
    (file) => `There is not enough memory to work with ${file}. Nothing was changed; close other programs and run this again.`,
  ],
];

/** The system's codes when files beside the database are made. */
const SYSTEM_WORDS: Readonly<Record<string, Words>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: ioError,
  EIO: ioError,
  EROFS: readOnly,
  EACCES: noAccess,
  EPERM: noAccess,
  ENOENT: noAccess,
  ENOTDIR: noAccess,
  EEXIST: noAccess,
};

/** The trouble that an error thrown by SQLite is; null for every other error. */
export function troubleOf(error: unknown, file: string): DatabaseTrouble | null {
  if (error instanceof DatabaseTrouble) return error;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return null;
  const words = WORDS.find(([beginning]) => code.startsWith(beginning))?.[1];
  return words ? new DatabaseTrouble(words(file, code)) : null;
}

/** Runs work on the database; its troubles get their words. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw troubleOf(error, file) ?? error;
  }
}

/** Runs work that makes files or folders beside the database. */
export function guardedFiles<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as { code?: string };
    const words = SYSTEM_WORDS[code ?? ''];
    throw words ? new DatabaseTrouble(words(file, code as string)) : error;
  }
}
