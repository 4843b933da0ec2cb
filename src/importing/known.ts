/** What came of a file that came in before. */
import type { Database } from '../db/connection.js';
import { partsOfFile } from '../facts/containers.js';
import { importedAs, sameFile } from '../facts/imports.js';
import { alreadyImported, emptyResult, type ImportOptions, type ImportResult } from './importResult.js';
import { seenBefore } from './seen.js';

/** Of this very file, unchanged since; null where it is not known. */
export async function seenByStamp(
  db: Database,
  name: string,
  stamp: string,
  params: string,
  { reader }: ImportOptions,
): Promise<readonly ImportResult[] | null> {
  const known = knownBefore(db, name, sameFile(db, stamp, params), () => partsOfFile(db, stamp, params));
  return known ?? (reader === undefined ? null : seenBefore(db, name, stamp, params, await reader()));
}

/** The results of what came in before, as one file or in parts. */
export function knownBefore(
  db: Database,
  name: string,
  importId: number | null,
  parts: () => readonly { readonly part: string; readonly importId: number }[] | null,
): ImportResult[] | null {
  const known = importId === null ? parts() : [{ part: '', importId }];
  return (
    known?.map((each) => ({
      ...emptyResult(name + each.part),
      ...importedAs(db, each.importId),
      status: 'unchanged' as const,
      message: alreadyImported(each.importId),
    })) ?? null
  );
}
