/**
 * The reader is what the answer to a file depends on beside the file: eco's version, the formats that it knows with people's own, and the
 * stores that a person told of. One that eco assumed makes no file readable that was not.
 */
import { createHash } from 'node:crypto';
import type { Database } from '../db/connection.js';
import { storesOf } from '../facts/stores.js';
import { formatsOf } from './formats.js';

/** The name of the reader as it is now. */
export function readerOf(db: Database, version: string): string {
  const formats = JSON.stringify(formatsOf(db).all, (_, value) =>
    typeof value === 'function' || value instanceof RegExp ? String(value) : value,
  );
  const stores = storesOf(db, {})
    .filter(({ assumed }) => !assumed)
    .map(({ name, platform, client, marketplace }) => [name, platform, client, marketplace]);
  return createHash('sha256')
    .update(JSON.stringify([version, stores]))
    .update(formats)
    .digest('hex')
    .slice(0, 32);
}
