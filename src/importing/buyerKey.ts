/** The key that turns buyers into hashes. It lies beside the database, not in it: a copy of the database tells nothing about people. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Reads the key of a database, making it at first use. */
export function buyerKey(databaseFile: string): string {
  const file = `${databaseFile}.key`;
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      // Another import made it between the look and the write.
      if (!existsSync(file)) throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}
