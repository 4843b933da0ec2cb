/** The identity map as people make it: by hand, one word a listing; by mapping files, each of which replaces what it said before. */
import { type Database, inTransaction } from '../db/connection.js';

export interface HandMapping {
  readonly ownSku: string;
  readonly storeId: number;
  /** The platform's key of the listing. */
  readonly listing: string;
  readonly units: number;
  readonly note: string | null;
  readonly saidAt: number;
}

/** Says by hand which product a listing is, and what that one is called. What was said of the listing by hand before is gone. */
export function setIdentity(db: Database, mapping: HandMapping, name: string | null): void {
  inTransaction(db, () => {
    forgetHandMapping(db, mapping.storeId, mapping.listing);
    db.prepare(
      'INSERT INTO identity_mappings (own_sku, store_id, listing, units, note, said_at) VALUES (@ownSku, @storeId, @listing, @units, @note, @saidAt)',
    ).run(mapping);
    if (name !== null) nameProduct(db, mapping, name);
    forgetLostNames(db);
  });
}

/** Takes back what was said of a listing by hand; false where nothing was. */
export function unsetIdentity(db: Database, storeId: number, listing: string): boolean {
  return inTransaction(db, () => {
    const taken = forgetHandMapping(db, storeId, listing);
    forgetLostNames(db);
    return taken;
  });
}

function forgetHandMapping(db: Database, storeId: number, listing: string): boolean {
  return (
    db.prepare('DELETE FROM identity_mappings WHERE store_id = ? AND listing = ? AND file_pk IS NULL').run(storeId, listing).changes > 0
  );
}

const CLIENT = '(SELECT client_id FROM stores JOIN accounts USING (account_id) WHERE store_id = @storeId)';

function nameProduct(db: Database, { storeId, ownSku, saidAt }: HandMapping, name: string): void {
  const product = { storeId, ownSku, name, saidAt };
  db.prepare(`DELETE FROM own_products WHERE client_id IS ${CLIENT} AND own_sku = @ownSku AND file_pk IS NULL`).run({ storeId, ownSku });
  db.prepare(`INSERT INTO own_products (client_id, own_sku, name, said_at) VALUES (${CLIENT}, @ownSku, @name, @saidAt)`).run(product);
}

/** A name by hand goes with the last word by hand about its product. */
function forgetLostNames(db: Database): void {
  db.exec(
    `DELETE FROM own_products WHERE file_pk IS NULL AND NOT EXISTS (
       SELECT 1 FROM identity_mappings m JOIN stores USING (store_id) JOIN accounts a USING (account_id)
       WHERE m.own_sku = own_products.own_sku AND m.file_pk IS NULL AND a.client_id IS own_products.client_id)`,
  );
}

export interface MappingFile {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly readAt: number;
}

export interface FileMapping {
  readonly line: number;
  readonly ownSku: string;
  readonly storeId: number;
  readonly listing: string;
  readonly units: number;
  readonly note: string | null;
}

export interface FileProduct {
  readonly line: number;
  readonly clientId: number | null;
  readonly ownSku: string;
  readonly name: string;
}

/** A mapping file that eco has read: found by its path, else by its content, which may have moved. */
export function findMappingFile(
  db: Database,
  path: string,
  sha256: string | null,
): { filePk: number; name: string; readAt: number } | null {
  const select = 'SELECT file_pk AS filePk, name, read_at AS readAt FROM identity_files';
  const found =
    db.prepare(`${select} WHERE path = ?`).get(path) ?? db.prepare(`${select} WHERE sha256 = ? ORDER BY file_pk LIMIT 1`).get(sha256);
  return (found as { filePk: number; name: string; readAt: number } | undefined) ?? null;
}

/** What a mapping file says of listings now, in the order of its lines. */
export function mappingsOfFile(db: Database, filePk: number): FileMapping[] {
  return db
    .prepare(
      'SELECT line, own_sku AS ownSku, store_id AS storeId, listing, units, note FROM identity_mappings WHERE file_pk = ? ORDER BY line',
    )
    .all(filePk) as FileMapping[];
}

/** What a mapping file says of products now. */
export function productsOfFile(db: Database, filePk: number): FileProduct[] {
  return db
    .prepare('SELECT line, client_id AS clientId, own_sku AS ownSku, name FROM own_products WHERE file_pk = ? ORDER BY line')
    .all(filePk) as FileProduct[];
}

class DryRun extends Error {}

/**
 * Puts what a file says in the place of what it said before. `look` is asked what came of it, within the transaction; with `dryRun`
 * all is as it was when its answer comes back.
 */
export function replaceMappings<Answer>(
  db: Database,
  file: MappingFile,
  said: { readonly mappings: readonly FileMapping[]; readonly products: readonly FileProduct[]; readonly dryRun: boolean },
  look: (filePk: number) => Answer,
): Answer {
  let answer: Answer | undefined;
  const work = () => {
    answer = look(putFile(db, file, said.mappings, said.products));
    if (said.dryRun) throw new DryRun();
  };
  try {
    inTransaction(db, work);
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return answer as Answer;
}

function putFile(db: Database, file: MappingFile, mappings: readonly FileMapping[], products: readonly FileProduct[]): number {
  const filePk = emptyFile(db, file);
  const mapping = db.prepare(
    `INSERT INTO identity_mappings (own_sku, store_id, listing, units, note, file_pk, line, said_at)
     VALUES (@ownSku, @storeId, @listing, @units, @note, @filePk, @line, @saidAt)`,
  );
  for (const row of mappings) mapping.run({ ...row, filePk, saidAt: file.readAt });
  const product = db.prepare(
    'INSERT INTO own_products (client_id, own_sku, name, file_pk, line, said_at) VALUES (@clientId, @ownSku, @name, @filePk, @line, @saidAt)',
  );
  for (const row of products) product.run({ ...row, filePk, saidAt: file.readAt });
  return filePk;
}

/** The file as one that says nothing yet. */
function emptyFile(db: Database, file: MappingFile): number {
  const before = findMappingFile(db, file.path, file.sha256);
  if (before === null) {
    const insert = db.prepare('INSERT INTO identity_files (path, name, sha256, read_at) VALUES (@path, @name, @sha256, @readAt)');
    return Number(insert.run(file).lastInsertRowid);
  }
  forgetRows(db, before.filePk);
  db.prepare('UPDATE identity_files SET path = @path, name = @name, sha256 = @sha256, read_at = @readAt WHERE file_pk = @filePk').run({
    ...file,
    filePk: before.filePk,
  });
  return before.filePk;
}

/** Takes back all that a mapping file says. */
export function forgetMappingFile(db: Database, filePk: number): void {
  inTransaction(db, () => {
    forgetRows(db, filePk);
    db.prepare('DELETE FROM identity_files WHERE file_pk = ?').run(filePk);
  });
}

function forgetRows(db: Database, filePk: number): void {
  db.prepare('DELETE FROM identity_mappings WHERE file_pk = ?').run(filePk);
  db.prepare('DELETE FROM own_products WHERE file_pk = ?').run(filePk);
}
