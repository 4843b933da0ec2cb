/**
 * Whether a zip file is whole: every entry of its directory unpacks to the length and CRC-32 that the directory states
 * (PKWARE APPNOTE 4.3.12, 4.3.16). The spreadsheet library checks neither, and would read a damaged sheet as a shorter one.
 * Left out: entries of zip64 and of compressions other than store and deflate, which it reads or refuses on its own.
 */
import { crc32, inflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;

/** The name of the first damaged entry, or what is missing; null where all are whole. */
export function damagedEntry(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOfDirectory(view);
  if (end === -1) return 'its end is missing';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) return 'its directory is damaged';
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (!isWhole(bytes, view, at)) return name;
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return null;
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function isWhole(bytes: Uint8Array, view: DataView, entry: number): boolean {
  const method = view.getUint16(entry + 10, true);
  const crc = view.getUint32(entry + 16, true);
  const packedSize = view.getUint32(entry + 20, true);
  const size = view.getUint32(entry + 24, true);
  const start = view.getUint32(entry + 42, true);
  if ([packedSize, size, start].includes(0xffffffff)) return true;
  if (start + 30 > bytes.length || view.getUint32(start, true) !== LOCAL) return false;
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const packed = bytes.subarray(from, from + packedSize);
  if (packed.length !== packedSize) return false;
  if (method !== 0 && method !== 8) return true;
  try {
    const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    return content.length === size && crc32(content) === crc;
  } catch {
    return false;
  }
}
