/**
 * The first look at a file: its size, its first bytes, when it was changed, its hash, and whether there is more than ASCII in it. The file
 * is read again for its rows, so it must be a real file and stay the same meanwhile.
 */
import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Content } from '../facts/imports.js';
import { type Container, sniffContainer } from '../files/container.js';
import { FileDamage } from '../files/damage.js';

/** Bytes from which a file is identified. */
const HEAD_BYTES = 1 << 18;
/** Stays in the processor's cache until it is looked at. */
const READ_BYTES = 1 << 20;
/** Enough to tell an encoding. */
const PIECE_BYTES = 1 << 16;

export interface Digest extends Content {
  /** Epoch seconds. */
  readonly modifiedAt: number;
  /** As exact as the file system has it, for seeing a change. */
  readonly modifiedMs: number;
  readonly head: Uint8Array;
  /** What kind of file it is, by its head. */
  readonly container: Container;
  /** Where the head is plain ASCII, what follows from the first byte on that is not; null where all of it is. */
  readonly beyondAscii: Uint8Array | null;
  /** Whether the file was read to its end; if not, it is where its hash or what lies beyond ASCII is asked for. */
  isRead(): boolean;
  /** Its hash, told by whoever has read it for other reasons. */
  hashed(sha256: string): void;
}

/** Whether to read on, when the kind of a file and its size are known. */
type OnHead = (container: Container, bytes: number) => 'read on' | 'read later';

/**
 * Reads the file once, for where it leaves ASCII and for its hash, and keeps its head. Of a file whose rows a worker reads, the head is
 * enough: the worker hashes what it reads. `modifiedAt`: when it was changed, epoch seconds, where an archive says it.
 */
export function digest(path: string, modifiedAt: number | null = null, onHead: OnHead = () => 'read on'): Digest {
  try {
    const stat = statSync(path);
    // Before it is opened: opening a pipe waits for somebody to write.
    if (!stat.isFile()) throw new FileDamage(null, 'this is a pipe or a device, and a file is read twice', 'Save it as a file first');
    const head = headOf(path);
    const fromAscii = isAscii(head);
    const container = sniffContainer(head);
    let whole = onHead(container, stat.size) === 'read on' ? lookThrough(path, fromAscii) : null;
    const { bytes } = whole ?? { bytes: stat.size };
    let told: string | null = null;
    const look = () => {
      whole ??= lookThrough(path, fromAscii);
      return whole;
    };
    return {
      bytes,
      modifiedAt: modifiedAt ?? Math.floor(stat.mtimeMs / 1000),
      modifiedMs: stat.mtimeMs,
      head,
      container,
      isRead: () => whole !== null,
      hashed(sha256) {
        told = sha256;
      },
      get beyondAscii() {
        return fromAscii ? look().beyondAscii : null;
      },
      get sha256() {
        return told ?? look().sha256;
      },
    };
  } catch (error) {
    throw fileTrouble(error);
  }
}

function headOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

interface Whole {
  readonly bytes: number;
  readonly sha256: string;
  readonly beyondAscii: Uint8Array | null;
}

/** Reads a file to its end. `fromAscii`: whether to look for where it leaves ASCII. */
function lookThrough(path: string, fromAscii: boolean): Whole {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let beyondAscii: Uint8Array | null = null;
    let bytes = 0;
    for (;;) {
      const length = readSync(file, buffer, 0, buffer.length, null);
      if (length === 0) return { bytes, sha256: hash.digest('hex'), beyondAscii };
      const piece = buffer.subarray(0, length);
      if (fromAscii && beyondAscii === null && !isAscii(piece))
        beyondAscii = pieceOf(file, bytes + piece.findIndex((byte) => byte >= 0x80));
      hash.update(piece);
      bytes += length;
    }
  } finally {
    closeSync(file);
  }
}

/** After its rows were read: the hash must be that of these rows. */
export function refuseIfChanged(path: string, { bytes, modifiedMs }: Digest): void {
  const stat = statSync(path);
  if (stat.size === bytes && stat.mtimeMs === modifiedMs) return;
  throw new FileDamage(null, 'the file changed while it was read', 'Import it again when its download is finished');
}

/** What the system says of a file that it does not let us read, as a problem of the file. */
export function fileTrouble(error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  if (code === 'EACCES' || code === 'EPERM') return new FileDamage(null, 'you may not read the file', 'Change its permissions');
  if (code === 'ENOENT') return new FileDamage(null, 'the file is gone', 'Import it again when it is there');
  return new FileDamage(
    null,
    `the system does not let it be read (${code ?? 'unknown error'})`,
    'Copy it to this machine and import the copy',
  );
}

/** Some of an open file. What follows the first byte beyond ASCII begins with a whole character, in all encodings that write ASCII as it is. */
function pieceOf(file: number, from: number): Uint8Array {
  const piece = Buffer.alloc(PIECE_BYTES);
  return piece.subarray(0, readSync(file, piece, 0, PIECE_BYTES, from));
}
