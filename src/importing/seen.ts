/**
 * What a night need not look at again: a file that was refused or is no export, until it or the reader changes, and one that a
 * person took back. A person who imports a file by hand has it looked at every time.
 */
import type { Database } from '../db/connection.js';
import { areActive, rememberFile, type SeenFile, seenContent, seenFile } from '../facts/seenFiles.js';
import { alreadyImported, emptyResult, type ImportResult } from './importResult.js';

export interface Seen {
  readonly sha256: string;
  readonly params: string;
  readonly stamp: string | null;
  readonly reader: string;
}

type Part = Pick<ImportResult, 'importId' | 'reportFormat' | 'platform' | 'store' | 'periodFrom' | 'periodTo' | 'status' | 'message'> & {
  readonly part: string;
};

/** Remembers what came of a file whose stamp no import keeps. */
export function rememberSeen(db: Database, name: string, { sha256, params, stamp, reader }: Seen, results: readonly ImportResult[]): void {
  if (stamp === null) return;
  const parts = results.map(({ file, importId, reportFormat, platform, store, periodFrom, periodTo, status, message }): Part => {
    return { part: file.slice(name.length), importId, reportFormat, platform, store, periodFrom, periodTo, status, message };
  });
  rememberFile(db, { fileStamp: stamp, sha256, params, reader, results: JSON.stringify(parts) });
}

/** What is known of this very file, or null. */
export function seenBefore(db: Database, name: string, stamp: string, params: string, reader: string): ImportResult[] | null {
  return told(db, name, seenFile(db, stamp, params, reader));
}

/** What is known of these bytes, wherever they lay, or null. */
export function seenContentBefore(db: Database, name: string, sha256: string, params: string, reader: string): ImportResult[] | null {
  return told(db, name, seenContent(db, sha256, params, reader));
}

function told(db: Database, name: string, seen: SeenFile | null): ImportResult[] | null {
  const parts = seen === null ? [] : (JSON.parse(seen.results) as Part[]);
  const taken = parts.filter(wasTaken).flatMap(({ importId }) => importId ?? []);
  if (parts.length === 0 || !areActive(db, taken)) return null;
  return parts.map((known) => {
    const { part, ...result } = known;
    const now = wasTaken(known) ? { status: 'unchanged' as const, message: alreadyImported(known.importId as number) } : {};
    return { ...emptyResult(name + part), ...result, ...now, isKnown: true };
  });
}

function wasTaken({ status }: Part): boolean {
  return status !== 'rejected' && status !== 'skipped';
}
