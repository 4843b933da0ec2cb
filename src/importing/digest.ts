/**
 * The first look at a file: its size, its first bytes, when it was changed, and its hash, at once or later. The file is read again for
 * its rows, so it must be a real file and stay the same meanwhile.
 */
import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { Content } from '../facts/imports.js';
import { FileDamage } from '../files/damage.js';

/** Bytes from which a file is identified. */
const HEAD_BYTES = 1 << 18;
/** Stays in the processor's cache until it is looked at. */
const READ_BYTES = 1 << 20;
const PIECE_BYTES = 1 << 16;

export interface Digest extends Content {
  /** Epoch seconds. */
  readonly modifiedAt: number;
  /** As exact as the file system has it, for seeing a change. */
  readonly modifiedMs: number;
  readonly head: Uint8Array;
  readonly beyondAscii: Uint8Array | null;
  /** Hashes on up to this byte. */
  advance(to: number): void;
}

/** What may be found out of a file when its first bytes and its size are known. */
type OnHead = (head: Uint8Array, bytes: number) => 'hash now' | 'hash later';

/**
 * Reads the whole file once, for where it leaves ASCII and for its hash, and keeps its head. A hash that is worked out later costs
 * no time where a worker reads the rows meanwhile. `modifiedAt`: when it was changed, epoch seconds, where an archive says it.
 */
export function digest(path: string, modifiedAt: number | null = null, onHead: OnHead = () => 'hash now'): Digest {
  let file: number | null = null;
  try {
    // Before it is opened: opening a pipe waits for somebody to write.
    if (!statSync(path).isFile())
      throw new FileDamage(null, 'this is a pipe or a device, and a file is read twice', 'Save it as a file first');
    file = openSync(path, 'r');
    return digestOpen(path, file, modifiedAt, onHead);
  } catch (error) {
    throw fileTrouble(error);
  } finally {
    if (file !== null) closeSync(file);
  }
}

function digestOpen(path: string, file: number, modifiedAt: number | null, onHead: OnHead): Digest {
  const stat = fstatSync(file);
  const hash = new FileHash(path);
  const buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, Math.max(1, stat.size)));
  let head = Buffer.alloc(0);
  let beyondAscii: Uint8Array | null = null;
  let bytes = 0;
  let when: ReturnType<OnHead> = 'hash now';
  for (;;) {
    const length = readSync(file, buffer, 0, buffer.length, null);
    if (length === 0) break;
    const read = buffer.subarray(0, length);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, read.subarray(0, HEAD_BYTES - head.length)]);
    if (beyondAscii === null && isAscii(head)) beyondAscii = pieceBeyondAscii(read);
    if (bytes === 0) when = onHead(head, stat.size);
    if (when === 'hash now') hash.update(read);
    bytes += length;
  }
  return {
    bytes,
    modifiedAt: modifiedAt ?? Math.floor(stat.mtimeMs / 1000),
    modifiedMs: stat.mtimeMs,
    head,
    beyondAscii,
    advance: (to) => hash.advance(to),
    get sha256() {
      return hash.hexOf(bytes);
    },
  };
}

/** The hash of a file, which may be worked out piece by piece. */
class FileHash {
  private readonly hash = createHash('sha256');
  private at = 0;
  private hex: string | null = null;
  /** Used again: new memory for every megabyte would cost more than the hash. */
  private piece: Buffer | null = null;

  constructor(private readonly path: string) {}

  update(bytes: Uint8Array): void {
    this.hash.update(bytes);
    this.at += bytes.length;
  }

  /** Throws what the system says where the file cannot be read any more. */
  advance(to: number): void {
    if (this.at >= to) return;
    const file = openSync(this.path, 'r');
    try {
      this.piece ??= Buffer.allocUnsafe(PIECE_BYTES);
      while (this.at < to) {
        const length = readSync(file, this.piece, 0, Math.min(PIECE_BYTES, to - this.at), this.at);
        if (length === 0) break;
        this.update(this.piece.subarray(0, length));
      }
    } finally {
      closeSync(file);
    }
  }

  hexOf(bytes: number): string {
    this.advance(bytes);
    this.hex ??= this.hash.digest('hex');
    return this.hex;
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

/** From the line of the first byte beyond ASCII on, enough to tell an encoding; null where all is ASCII. */
function pieceBeyondAscii(chunk: Uint8Array): Uint8Array | null {
  if (isAscii(chunk)) return null;
  let at = 0;
  while ((chunk[at] as number) < 0x80) at++;
  const start = chunk.lastIndexOf(0x0a, at) + 1;
  return Uint8Array.from(chunk.subarray(start, start + PIECE_BYTES));
}
