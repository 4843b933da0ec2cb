/** The key that turns buyers into hashes. It lies beside the database, not in it: a copy of the database tells nothing about people. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Reads the key of a database, making it at first use; with `dryRun` a key that nobody keeps. */
export function buyerKey(databaseFile: string, dryRun: boolean): string {
  const file = `${databaseFile}.key`;
  if (!existsSync(file)) {
    const key = randomBytes(32).toString('base64url');
    if (dryRun) return key;
    try {
      writeFileSync(file, `${key}\n`, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      // Another import made it between the look and the write.
      if (!existsSync(file)) throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}
