/** A consistent copy of the database. The key that turns buyers into hashes is not in it, on purpose, and that is said. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { UserError } from '../../core/errors.js';
import { copyInto } from '../../db/maintenance.js';
import { buyerKeyFile } from '../../importing/buyerKey.js';
import type { Session } from '../../session.js';

export async function backup(session: Session, file: string | undefined): Promise<void> {
  const db = await session.database();
  const target = file === undefined ? defaultName(session) : resolve(session.context.cwd, file);
  if (existsSync(target)) throw new UserError(`${target} is there already. Name a new file: a backup never replaces one.`);
  copyInto(db, target);
  await session.print({
    id: 'db.backup/1',
    columns: [
      { key: 'file', header: 'Copy', kind: 'text' },
      { key: 'bytes', header: 'Bytes', kind: 'integer' },
    ],
    rows: [{ file: target, bytes: statSync(target).size }],
    notes: existsSync(buyerKeyFile(session.databaseFile)) ? [keyNote(session.databaseFile)] : [],
  });
}

function keyNote(databaseFile: string): string {
  return `${basename(buyerKeyFile(databaseFile))} is not in the copy: with it, anybody could test whether a buyer is among the hashes. Keep a copy of it in another place; a database without it works, but counts returning buyers anew`;
}

/** eco.db → eco-20261122T060000Z.db */
function defaultName(session: Session): string {
  const { databaseFile, context } = session;
  const stamp = `${new Date(context.now()).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const extension = extname(databaseFile);
  return join(dirname(databaseFile), `${basename(databaseFile, extension)}-${stamp}${extension}`);
}
