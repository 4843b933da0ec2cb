/**
 * Whether a zip file is whole: every entry of its directory unpacks to the length and CRC-32 that the directory states. The
 * spreadsheet library checks neither, and would read a damaged sheet as a shorter one.
 * Left out: entries of compressions other than store and deflate, which it reads or refuses on its own.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { contentStart, ENTRY_HEADER_BYTES, findDirectory, readDirectory, TAIL_BYTES, type ZipEntry } from './zipDirectory.js';

/** The name of the first damaged entry, or what is missing; null where all are whole. */
export function damagedEntry(bytes: Uint8Array): string | null {
  const tailAt = Math.max(0, bytes.length - TAIL_BYTES);
  const directory = findDirectory(bytes.subarray(tailAt), tailAt);
  if (directory === null) return 'its end is missing';
  const entries = readDirectory(bytes.subarray(directory.at), directory.entries);
  if (entries === null) return 'its directory is damaged';
  return entries.find((entry) => !isWhole(bytes, entry))?.name ?? null;
}

function isWhole(bytes: Uint8Array, entry: ZipEntry): boolean {
  const { method, bytes: size, packedBytes, crc, headerAt } = entry;
  const from = contentStart(entry, bytes.subarray(headerAt, headerAt + ENTRY_HEADER_BYTES));
  if (from === null) return false;
  const packed = bytes.subarray(from, from + packedBytes);
  if (packed.length !== packedBytes) return false;
  if (method !== 0 && method !== 8) return true;
  try {
    const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    return content.length === size && crc32(content) === crc;
  } catch {
    return false;
  }
}
