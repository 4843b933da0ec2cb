/** The members of a zip archive, each unpacked by itself: on disk, since a member may be larger than the memory. */
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { FileDamage } from '../files/damage.js';
import { contentStart, ENTRY_HEADER_BYTES, findDirectory, readDirectory, TAIL_BYTES, type ZipEntry } from '../files/zipDirectory.js';
import { type Allowance, tooDense, tooMuch, unpackTo } from './unpack.js';

/** A file of an archive, or why it was not opened. */
export type Member = {
  readonly name: string;
  /** Bytes that it takes in the archive. */
  readonly packedBytes: number;
} & (
  | {
      /** Where it is unpacked while it is looked at. */
      readonly path: string;
      readonly modified: ZipEntry['modified'];
    }
  | { readonly trouble: string }
);

const MOST_ENTRIES = 10_000;
const METHODS: ReadonlySet<number> = new Set([0, 8]);

/**
 * Goes through the members, or those that are wanted; `target` is where each is unpacked, one after the other. Throws FileDamage where
 * none can be told.
 */
export async function* zipMembers(
  path: string,
  bytes: number,
  target: string,
  allowance: Allowance,
  isWanted: (name: string) => boolean = () => true,
): AsyncGenerator<Member> {
  const entries = entriesOf(path, bytes).filter((entry) => !isJunk(entry.name) && isWanted(entry.name));
  if (entries.length === 0) throw new FileDamage(null, 'the archive holds no file', 'Download or pack it again');
  if (entries.length > MOST_ENTRIES)
    throw new FileDamage(null, `the archive holds ${entries.length} files`, 'Unpack it, and import the folder');
  if (entries.every((entry) => entry.encrypted)) throw new FileDamage(null, 'the archive is protected by a password', UNPACK);
  allowance.ask(entries.reduce((sum, entry) => sum + entry.bytes, 0));
  for (const entry of entries) {
    const { name, packedBytes } = entry;
    const trouble = troubleWith(entry);
    if (trouble !== null) {
      yield { name, packedBytes, trouble };
      continue;
    }
    let problem: string | null = null;
    try {
      await unpackEntry(path, entry, target, allowance);
    } catch (error) {
      if (!(error instanceof FileDamage)) throw error;
      problem = `cannot be read: ${error.message}`;
    }
    yield problem === null ? { name, packedBytes, path: target, modified: entry.modified } : { name, packedBytes, trouble: problem };
  }
}

const UNPACK = 'Unpack it and import the files in it';

function entriesOf(path: string, bytes: number): ZipEntry[] {
  const tailAt = Math.max(0, bytes - TAIL_BYTES);
  const directory = findDirectory(readAt(path, tailAt, bytes - tailAt), tailAt);
  if (directory === null) throw damaged('its end is missing');
  const isInside = directory.at + directory.bytes <= bytes;
  const entries = isInside ? readDirectory(readAt(path, directory.at, directory.bytes), directory.entries) : null;
  if (entries === null) throw damaged('its directory is damaged');
  return entries;
}

function damaged(what: string): FileDamage {
  return new FileDamage(null, `the archive is damaged or not wholly downloaded (${what})`, 'Download or pack it again');
}

/** Folders, what macOS and Windows add, and hidden files. */
function isJunk(name: string): boolean {
  const parts = name.split('/');
  return name.endsWith('/') || parts[0] === '__MACOSX' || parts.some((part) => /^\.(?!\.?$)|^(thumbs\.db|desktop\.ini)$/i.test(part));
}

function troubleWith(entry: ZipEntry): string | null {
  const { name, method, encrypted, bytes, packedBytes } = entry;
  if (/^\/|^[A-Za-z]:/.test(name) || name.split('/').includes('..')) {
    return 'has a name that leads out of the archive, so it was not opened. Pack the file again without its folders';
  }
  if (encrypted) return `is protected by a password. ${UNPACK}`;
  if (!METHODS.has(method)) return `is packed by a method that eco does not know (${method}). ${UNPACK}`;
  return tooDense(bytes, packedBytes) ? tooMuch(bytes, packedBytes) : null;
}

async function unpackEntry(path: string, entry: ZipEntry, target: string, allowance: Allowance): Promise<void> {
  const start = contentStart(entry, readAt(path, entry.headerAt, ENTRY_HEADER_BYTES));
  if (start === null) throw damaged('its header is missing');
  let crc = 0;
  let bytes = 0;
  const range = { start, bytes: entry.packedBytes };
  await unpackTo(target, { path, range, how: entry.method === 8 ? 'deflate' : 'stored', allowance }, (chunk) => {
    crc = crc32(chunk, crc);
    bytes += chunk.length;
  });
  if (bytes !== entry.bytes || crc !== entry.crc) throw damaged('its content is not what the archive says of it');
}

function readAt(path: string, at: number, bytes: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    return buffer.subarray(0, readSync(file, buffer, 0, bytes, at));
  } finally {
    closeSync(file);
  }
}
