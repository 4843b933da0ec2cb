/**
 * A file that no stamp tells: one report, a workbook of several, or an archive of files. It is looked at for its hash; what reads files
 * is loaded when a worker, which reads the rows of a large one, is on its way already.
 */
import type { Database } from '../db/connection.js';
import { partsOfFile } from '../facts/containers.js';
import { sameFile } from '../facts/imports.js';
import type { Arrival } from './arrival.js';
import { type Digest, digest, fileTrouble } from './digest.js';
import { EarlyWorker, isForWorker } from './earlyWorker.js';
import { emptyResult, type ImportOptions, type ImportResult, paramsOf } from './importResult.js';
import { recordRejection } from './rejection.js';
import { rememberSeen } from './seen.js';

/** Imports a file, all of its parts. `stamp`: its `fileStamp`; of a member of an archive null. */
export async function importArrival(
  db: Database,
  arrival: Arrival,
  options: ImportOptions,
  stamp: string | null,
): Promise<readonly ImportResult[]> {
  const params = paramsOf(options, arrival.place);
  const early = new EarlyWorker();
  let file: Digest | null = null;
  let results: readonly ImportResult[];
  try {
    file = digestOf(arrival, early);
    const { importDigest } = await import('./importDigest.js');
    results = await importDigest(db, arrival, { file, stamp, early }, params, options);
  } catch (error) {
    const { problemOf } = await import('./importFile.js');
    const message = problemOf(fileTrouble(error));
    file = hashed(file);
    const refusal = file && { db, source: { content: file, identified: null }, name: arrival.name, params, options };
    results = [{ ...emptyResult(arrival.name), message, importId: refusal && recordRejection(refusal, message, []) }];
  } finally {
    early.dismiss();
  }
  if (file !== null && stamp !== null && options.reader !== undefined && !isKeptByImport(db, stamp, params))
    rememberSeen(db, arrival.name, { sha256: file.sha256, params, stamp, reader: await options.reader() }, results);
  return results;
}

/** The file, where its hash is still to be had: that the file is gone may be what went wrong. */
function hashed(file: Digest | null): Digest | null {
  try {
    return file !== null && file.sha256 !== '' ? file : null;
  } catch {
    return null;
  }
}

function isKeptByImport(db: Database, stamp: string, params: string): boolean {
  return sameFile(db, stamp, params) !== null || partsOfFile(db, stamp, params) !== null;
}

/** A large text is hashed by the worker that reads its rows. */
function digestOf({ path, modifiedAt }: Arrival, early: EarlyWorker): Digest {
  return digest(path, modifiedAt, (container, bytes) => {
    if (!isForWorker(bytes) || container !== 'text') return 'read on';
    early.start();
    return 'read later';
  });
}
