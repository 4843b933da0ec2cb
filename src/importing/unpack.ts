/**
 * Packed bytes to a file, streaming: memory stays the same whatever the size. What unpacks to more than any report does (a "zip
 * bomb": 42 kB that become petabytes) is stopped where it passes the limit, whatever its header says.
 */
import { createReadStream, createWriteStream, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflateRaw } from 'node:zlib';
import { thousands } from '../core/count.js';
import { FileDamage } from '../files/damage.js';

/** All that one archive may unpack to, with the archives in it. */
const MOST_BYTES = 8 * 2 ** 30;
/** Deflate reaches 1,032 to 1 on zeros; reports, whose rows repeat each other, up to about 50 to 1. */
const MOST_RATIO = 250;
/** Below this size the ratio does not matter. */
const SMALL_BYTES = 50e6;

/** What is left of the bytes that an archive may unpack to. */
export interface Allowance {
  /** Throws where an archive says of itself that it needs more. */
  ask(bytes: number): void;
  take(bytes: number): void;
}

export function allowance(): Allowance {
  let left = MOST_BYTES;
  const refuse = () => {
    throw new FileDamage(
      null,
      `the archive unpacks to more than ${MOST_BYTES / 2 ** 30} GB`,
      'Unpack it, and import the folder, if that is meant',
    );
  };
  return {
    ask(bytes) {
      if (bytes > left) refuse();
    },
    take(bytes) {
      left -= bytes;
      if (left < 0) refuse();
    },
  };
}

export function tooDense(bytes: number, packedBytes: number): boolean {
  return bytes > SMALL_BYTES && bytes > MOST_RATIO * packedBytes;
}

export function tooMuch(bytes: number, packedBytes: number): string {
  const mb = (size: number) => (size / 1e6).toFixed(1);
  return `unpacks from ${mb(packedBytes)} to ${mb(bytes)} MB or more, ${thousands(Math.floor(bytes / Math.max(1, packedBytes)))} times as much: no report does. It was not opened`;
}

export interface Packed {
  readonly path: string;
  readonly range: { readonly start: number; readonly bytes: number };
  readonly how: 'stored' | 'deflate' | 'gzip';
  readonly allowance: Allowance;
}

/** Unpacks into a new file that only this user can read. Throws FileDamage. */
export async function unpackTo(target: string, packed: Packed, onChunk: (chunk: Buffer) => void): Promise<void> {
  const { start, bytes } = packed.range;
  if (bytes === 0) return writeFileSync(target, '', { mode: 0o600 });
  const source = createReadStream(packed.path, { start, end: start + bytes - 1, highWaterMark: 1 << 18 });
  const written = createWriteStream(target, { mode: 0o600 });
  const measured = meter(packed, onChunk);
  try {
    if (packed.how === 'stored') await pipeline(source, measured, written);
    else await pipeline(source, packed.how === 'gzip' ? createGunzip() : createInflateRaw(), measured, written);
  } catch (error) {
    throw unpackTrouble(error);
  }
}

function meter(packed: Packed, onChunk: (chunk: Buffer) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
      try {
        bytes += chunk.length;
        packed.allowance.take(chunk.length);
        if (tooDense(bytes, packed.range.bytes)) {
          throw new FileDamage(null, `it ${tooMuch(bytes, packed.range.bytes)}`, 'Unpack it yourself if that is meant');
        }
        onChunk(chunk);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function unpackTrouble(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') {
    return new FileDamage(null, `there is no room to unpack it in ${tmpdir()}`, 'Make room, or name another folder: TMPDIR=… eco import …');
  }
  if (code?.startsWith('Z_')) return new FileDamage(null, 'the archive is damaged or not wholly downloaded', 'Download or pack it again');
  return error;
}
