/** The key that turns buyers into hashes. It lies beside the database, not in it: a copy of the database tells nothing about people. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseTrouble, guardedFiles } from '../db/trouble.js';

/** Where the key of a database lies. */
export function buyerKeyFile(databaseFile: string): string {
  return `${databaseFile}.key`;
}

/** Reads the key of a database, making it at first use; with `dryRun` a key that nobody keeps. */
export function buyerKey(databaseFile: string, dryRun: boolean): string {
  const file = buyerKeyFile(databaseFile);
  if (!existsSync(file)) {
    const key = randomBytes(32).toString('base64url');
    if (dryRun) return key;
    guardedFiles(file, () => makeKey(file, key));
  }
  return readBuyerKey(file);
}

/** The key that lies in a file. */
export function readBuyerKey(file: string): string {
  const key = readFileSync(file, 'utf8').trim();
  // Hashes of an empty key could be looked up by anybody.
  if (key === '')
    throw new DatabaseTrouble(`${file} is empty. Restore it from a copy; without one, remove it: buyers then count as new ones.`);
  return key;
}

function makeKey(file: string, key: string): void {
  try {
    writeFileSync(file, `${key}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    // Another import made it between the look and the write.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    rmSync(file, { force: true });
    throw error;
  }
}
