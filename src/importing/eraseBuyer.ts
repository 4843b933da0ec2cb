/**
 * One buyer's traces out of the database. A buyer is nothing but a keyed hash here (reading.ts): in the orders that stand, in
 * earlier versions of them, and at the end of their rows in the kept cells. The orders themselves stay, without a buyer.
 */
import { existsSync } from 'node:fs';
import { UserError } from '../core/errors.js';
import type { Database } from '../db/connection.js';
import { buyerKeyFile, readBuyerKey } from './buyerKey.js';
import { rewriteChunks } from './keptCells.js';
import { buyerHash, type ReadTask } from './reading.js';

export interface Erased {
  readonly orders: number;
  readonly earlierVersions: number;
  /** Rows of kept cells. */
  readonly keptRows: number;
  /** Files that these rows came with. */
  readonly files: readonly string[];
}

/** The hashes that a text may mean: the text itself where it looks like one, and the hash of the text as a platform's cell. */
export function buyerHashes(databaseFile: string, text: string): string[] {
  const cell = text.trim();
  const direct = /^[\w-]{16}$/.test(cell) ? [cell] : [];
  const keyFile = buyerKeyFile(databaseFile);
  if (existsSync(keyFile)) return [...direct, buyerHash(readBuyerKey(keyFile))(cell.toLowerCase())];
  if (direct.length > 0) return direct;
  throw new UserError(
    `${keyFile} is missing, and only with it can a name be turned into the hash that the database has. Put it back, or give the hash itself (16 characters; behind a -- where it begins with a hyphen).`,
  );
}

/** Run inside a transaction. What is found is gone when it commits; the bytes are gone after the file was rewritten. */
export function eraseBuyer(db: Database, hashes: readonly string[]): Erased {
  let orders = 0;
  let earlierVersions = 0;
  let keptRows = 0;
  const files = new Set<string>();
  for (const hash of hashes) {
    orders += db.prepare('UPDATE order_heads SET buyer = NULL WHERE buyer = ?').run(hash).changes;
    earlierVersions += db
      .prepare(
        "UPDATE superseded_units SET content = json_set(content, '$.buyer', NULL) WHERE subject = 'orders' AND json_extract(content, '$.buyer') = ?",
      )
      .run(hash).changes;
  }
  for (const { importId, file, delimiter } of importsWithPeople(db)) {
    const pattern = new RegExp(`${escaped(delimiter)}(?:${hashes.map(escaped).join('|')})(?=\\n|$)`, 'g');
    rewriteChunks(db, importId, (text) =>
      text.replace(pattern, () => {
        keptRows++;
        files.add(file);
        return delimiter;
      }),
    );
  }
  return { orders, earlierVersions, keptRows, files: [...files].sort() };
}

/** Withdrawn ones too: their cells are kept. */
function importsWithPeople(db: Database): { importId: number; file: string; delimiter: string }[] {
  const rows = db
    .prepare(
      `SELECT import_id AS importId, file, dialect FROM imports
       WHERE dialect IS NOT NULL AND import_id IN (SELECT import_id FROM import_cells) ORDER BY import_id`,
    )
    .all() as { importId: number; file: string; dialect: string }[];
  return rows.map(({ importId, file, dialect }) => ({ importId, file, delimiter: (JSON.parse(dialect) as ReadTask).dialect.delimiter }));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
