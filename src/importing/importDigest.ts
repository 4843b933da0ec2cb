/**
 * A file that was looked at: what came in before is known by its bytes and not opened again; of a container each part is imported as a
 * file of its own.
 */
import { basename } from 'node:path';
import type { Database } from '../db/connection.js';
import { partsOfContent, rememberContainer } from '../facts/containers.js';
import { type Content, sameImport } from '../facts/imports.js';
import { archiveKind, importArchive } from './archive.js';
import type { Arrival } from './arrival.js';
import type { Digest } from './digest.js';
import type { EarlyWorker } from './earlyWorker.js';
import { formatsOf } from './formats.js';
import { importArrival } from './importArrival.js';
import { importSource } from './importFile.js';
import { type ImportOptions, type ImportResult, paramsOf } from './importResult.js';
import { knownBefore } from './known.js';
import { sameAgain } from './sameAgain.js';
import { seenContentBefore } from './seen.js';
import { waiting, withDays } from './siblingDays.js';
import { openSource, type Source } from './source.js';

/** What is known of a file before it is opened as what it is. */
interface Looked {
  readonly file: Digest;
  readonly stamp: string | null;
  readonly early: EarlyWorker;
}

/** Imports it. A member of an archive is left alone with the whole archive. */
export async function importDigest(
  db: Database,
  arrival: Arrival,
  looked: Looked,
  params: string,
  options: ImportOptions,
): Promise<readonly ImportResult[]> {
  const { file, stamp } = looked;
  const isText = file.container === 'text';
  const parts = () => (isText ? null : partsOfContent(db, file.sha256, params));
  const known = knownBefore(db, arrival.name, sameImport(db, file, params), parts);
  if (known) return known.map((each) => sameAgain(db, each, file.modifiedAt));
  const seen =
    options.reader === undefined || arrival.depth > 0
      ? null
      : seenContentBefore(db, arrival.name, file.sha256, params, await options.reader());
  if (seen) return seen;
  const results = await importContent(db, arrival, looked, options);
  if (!isText) remember(db, arrival, { content: file, params, fileStamp: stamp }, results, options);
  return results;
}

function importContent(db: Database, arrival: Arrival, looked: Looked, options: ImportOptions): Promise<readonly ImportResult[]> {
  const archive = archiveKind(looked.file.container, arrival.depth);
  if (archive === null) return importSources(db, arrival, looked, options);
  return importArchive(db, arrival, archive, looked.file, options, (member, memberOptions) =>
    importArrival(db, member, memberOptions, null),
  );
}

async function importSources(
  db: Database,
  { path, place, name }: Arrival,
  { file, stamp, early }: Looked,
  options: ImportOptions,
): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  const first = await openSource(path, formatsOf(db).all, options.as, file, basename(place), early);
  const sources = [first, ...first.others];
  const importOne = (source: Source, how: ImportOptions) => {
    const { sheet } = source;
    const part = sheet === null ? '' : `#${sheet}`;
    const params = sheet === null ? paramsOf(how, place) : paramsOf(how, place, { sheet });
    return importSource({ db, source, path: place, name: name + part, params, stamp: sheet === null ? stamp : null, options: how });
  };
  for (const source of sources) results.push(await importOne(source, sources.length > 1 ? waiting(options) : options));
  for (const [at, source] of sources.length > 1 ? sources.entries() : []) {
    if (results[at]?.waitsFor !== undefined) results[at] = await importOne(source, withDays(options, results, at));
  }
  return results;
}

/** What lies in a container is only known without opening it when all of it came in. */
function remember(
  db: Database,
  { name }: Arrival,
  { content, params, fileStamp }: { readonly content: Content; readonly params: string; readonly fileStamp: string | null },
  results: readonly ImportResult[],
  options: ImportOptions,
): void {
  const isOne = results.length === 1 && results[0]?.importId === sameImport(db, content, params);
  if (options.dryRun || isOne) return;
  const parts = results.flatMap(({ status, importId, file }) =>
    importId === null || status === 'rejected' || status === 'skipped' ? [] : [{ part: file.slice(name.length), importId }],
  );
  if (parts.length === results.length && parts.length > 0) rememberContainer(db, { sha256: content.sha256, params, fileStamp, parts });
}
