/** The files of an archive, each imported as a file of its own, in the order in which they lie there; one is unpacked at a time. */
import { basename, join } from 'node:path';
import { counted } from '../core/count.js';
import { zone } from '../core/zone.js';
import type { Database } from '../db/connection.js';
import type { Container } from '../files/container.js';
import type { Arrival } from './arrival.js';
import type { Digest } from './digest.js';
import { emptyResult, type ImportOptions, type ImportResult, paramsOf } from './importResult.js';
import { recordRejection } from './rejection.js';
import { waiting, withDays } from './siblingDays.js';
import { temporaryFolder } from './temporaryFolder.js';
import { unpackTo } from './unpack.js';
import { type Member, zipMembers } from './zipArchive.js';

type Archive = 'zip' | 'gzip';

/** An archive in an archive is opened, one in that is not. */
const MOST_DEPTH = 2;

/** The archives that are opened. */
export function archiveKind(container: Container, depth: number): Archive | null {
  return depth < MOST_DEPTH && (container === 'zip' || container === 'gzip') ? container : null;
}

type ImportMember = (member: Arrival, options: ImportOptions) => Promise<readonly ImportResult[]>;

/** Throws FileDamage where the archive as a whole cannot be opened. */
export async function importArchive(
  db: Database,
  arrival: Arrival,
  kind: Archive,
  file: Digest,
  options: ImportOptions,
  importMember: ImportMember,
): Promise<readonly ImportResult[]> {
  const folder = temporaryFolder();
  const results: ImportResult[] = [];
  // What a gzip holds waits with its parts, if it is one of several.
  const first = kind === 'zip' ? waiting(options) : options;
  let packed = 0;
  try {
    const target = join(folder.path, 'member');
    for await (const member of kind === 'zip'
      ? zipMembers(arrival.path, file.bytes, target, arrival.allowance)
      : gzipMember(arrival, file, target)) {
      const before = packed;
      packed += member.packedBytes;
      // Told in bytes of the archive, as the user knows its size.
      const onProgress = (bytes: number, total: number) =>
        options.onProgress(before + (member.packedBytes * bytes) / Math.max(1, total), file.bytes);
      if ('trouble' in member) results.push(refused(db, arrival, file, member, options));
      else results.push(...(await importMember(memberOf(arrival, kind, file, member, options), { ...first, onProgress })));
    }
    if (kind === 'zip' && results.some(({ waitsFor }) => waitsFor !== undefined)) {
      const at = (name: string) => results.findIndex((result) => result.file === `${arrival.name}/${name}`);
      const isLate = (name: string) => results[at(name)]?.waitsFor !== undefined;
      for await (const member of zipMembers(arrival.path, file.bytes, target, arrival.allowance, isLate)) {
        const index = at(member.name);
        if ('trouble' in member) results[index] = refused(db, arrival, file, member, options);
        else
          results.splice(
            index,
            1,
            ...(await importMember(memberOf(arrival, kind, file, member, options), withDays(options, results, index))),
          );
      }
    }
  } finally {
    folder.remove();
  }
  return kind === 'zip' && results.every((result) => result.status === 'skipped') ? [withoutExports(arrival, results)] : results;
}

async function* gzipMember(arrival: Arrival, file: Digest, target: string): AsyncGenerator<Member & { readonly path: string }> {
  const range = { start: 0, bytes: file.bytes };
  await unpackTo(target, { path: arrival.path, range, how: 'gzip', allowance: arrival.allowance }, () => undefined);
  const seconds = Buffer.from(file.head).readUInt32LE(4);
  yield { name: '', packedBytes: file.bytes, path: target, modified: seconds === 0 ? null : { seconds, local: false } };
}

function memberOf(
  { place, name, depth, allowance }: Arrival,
  kind: Archive,
  file: Digest,
  member: Extract<Member, { path: string }>,
  { localZone }: ImportOptions,
): Arrival {
  return {
    path: member.path,
    place: kind === 'zip' ? join(place, member.name) : place.replace(/\.gz$/i, ''),
    name: kind === 'zip' ? `${name}/${member.name}` : name,
    modifiedAt: modifiedAt(member, file, localZone),
    depth: depth + 1,
    allowance,
  };
}

/** A wall clock that the archive does not name is taken for that of this machine; nothing in an archive is newer than the archive. */
function modifiedAt({ modified }: Extract<Member, { path: string }>, file: Digest, localZone: () => string): number {
  if (modified === null) return file.modifiedAt;
  const { seconds, local } = modified;
  return Math.min(local ? seconds - zone(localZone()).offsetAtLocal(seconds) : seconds, file.modifiedAt);
}

function refused(
  db: Database,
  { place, name }: Arrival,
  content: Digest,
  member: Extract<Member, { trouble: string }>,
  options: ImportOptions,
): ImportResult {
  const result = { ...emptyResult(`${name}/${member.name}`), message: member.trouble };
  const params = paramsOf(options, place, { member: member.name });
  const refusal = { db, source: { content, identified: null }, name: result.file, params, options };
  return { ...result, importId: recordRejection(refusal, member.trouble, []) };
}

/** Named like a file that is none: an archive of photos is no failure. */
function withoutExports({ name }: Arrival, members: readonly ImportResult[]): ImportResult {
  const names = members.slice(0, 3).map((member) => basename(member.file));
  const listed = `${names.join(', ')}${members.length > names.length ? ', …' : ''}`;
  const message = `is an archive without exports (${counted(members.length, 'file', 'files')}: ${listed})`;
  return { ...emptyResult(name), status: 'skipped', message };
}
