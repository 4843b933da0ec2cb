/**
 * The directory of a zip archive: what it holds, by name, size and time (PKWARE APPNOTE 4.3.12, 4.3.14 – 4.3.16, 4.4; Info-ZIP's
 * extra fields 0x5455 and 0x7075). Nothing is unpacked here. Left out: archives in several volumes.
 */
import { decodeBytes, possibleEncodings } from './encoding.js';
import { byLikelihood } from './likelyEncoding.js';

export interface ZipEntry {
  /** With slashes between folders, whatever the archive has. A folder's own entry ends with one. */
  readonly name: string;
  readonly bytes: number;
  readonly packedBytes: number;
  readonly crc: number;
  /** 0 stored, 8 deflated; others are rare. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its own header stands in the archive. */
  readonly headerAt: number;
  /** Seconds; null where the archive says none. `local`: of a wall clock that the archive does not name. */
  readonly modified: { readonly seconds: number; readonly local: boolean } | null;
}

export interface ZipDirectory {
  readonly at: number;
  readonly bytes: number;
  readonly entries: number;
}

/** Enough of the end of an archive to find its directory: the end record with its longest comment, and what zip64 has before it. */
export const TAIL_BYTES = 22 + 0xffff + 20 + 56;
/** Bytes before an entry's name in its own header. */
export const ENTRY_HEADER_BYTES = 30;

const LOCAL = 0x04034b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;

/** Where the directory stands, by the last bytes of the archive, which begin at `tailAt`; null where its end is missing. */
export function findDirectory(tail: Uint8Array, tailAt: number): ZipDirectory | null {
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    return (
      wideDirectory(view, tailAt, at) ?? {
        entries: view.getUint16(at + 10, true),
        bytes: view.getUint32(at + 12, true),
        at: view.getUint32(at + 16, true),
      }
    );
  }
  return null;
}

/** The directory that a locator of zip64 in front of the end record leads to. */
function wideDirectory(view: DataView, tailAt: number, end: number): ZipDirectory | null {
  if (end < 20 || view.getUint32(end - 20, true) !== LOCATOR64) return null;
  const at = Number(view.getBigUint64(end - 12, true)) - tailAt;
  if (at < 0 || at + 56 > view.byteLength || view.getUint32(at, true) !== END64) return null;
  const wide = (offset: number) => Number(view.getBigUint64(at + offset, true));
  return { entries: wide(32), bytes: wide(40), at: wide(48) };
}

/** The entries of a directory; null where it is damaged. */
export function readDirectory(bytes: Uint8Array, count: number): ZipEntry[] | null {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) return null;
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const end = extraEnd + view.getUint16(at + 32, true);
    if (end > bytes.length) return null;
    entries.push(entryAt(bytes, view, at, nameEnd, extraEnd));
    at = end;
  }
  return entries;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameEnd: number, extraEnd: number): ZipEntry {
  const extra = extraFields(bytes, nameEnd, extraEnd);
  const flags = view.getUint16(at + 8, true);
  const [size, packed, header] = wideSizes(extra.get(0x0001), [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  return {
    name: nameOf(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0, extra.get(0x7075)),
    bytes: size,
    packedBytes: packed,
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    headerAt: header,
    modified: timeOf(extra.get(0x5455), view.getUint16(at + 12, true), view.getUint16(at + 14, true)),
  };
}

/** Where the content of an entry begins, by its own header; null where that is damaged. */
export function contentStart(entry: ZipEntry, header: Uint8Array): number | null {
  if (header.length < ENTRY_HEADER_BYTES) return null;
  const view = viewOf(header);
  if (view.getUint32(0, true) !== LOCAL) return null;
  return entry.headerAt + ENTRY_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

function extraFields(bytes: Uint8Array, from: number, to: number): Map<number, Uint8Array> {
  const view = viewOf(bytes);
  const fields = new Map<number, Uint8Array>();
  for (let at = from; at + 4 <= to; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > to) break;
    fields.set(view.getUint16(at, true), bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

/** The 64-bit values stand in this order, and only those whose 32 bits are all set. */
function wideSizes(field: Uint8Array | undefined, narrow: [number, number, number]): [number, number, number] {
  if (!field) return narrow;
  const view = viewOf(field);
  let at = 0;
  return narrow.map((value) => {
    if (value !== 0xffffffff || at + 8 > field.length) return value;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  }) as [number, number, number];
}

/** Chinese and Japanese tools write names in the code page of their machine and do not say so. */
function nameOf(bytes: Uint8Array, isUtf8: boolean, unicode: Uint8Array | undefined): string {
  if (unicode && unicode[0] === 1) return slashed(decode(unicode.subarray(5), 'utf-8'));
  const encoding = isUtf8 ? 'utf-8' : (byLikelihood(bytes, possibleEncodings(bytes, true))[0] ?? 'utf-8');
  return slashed(decode(bytes, encoding));
}

function decode(bytes: Uint8Array, encoding: Parameters<typeof decodeBytes>[1]): string {
  return decodeBytes(bytes, encoding, { fatal: false, isWhole: true });
}

function slashed(name: string): string {
  return name.includes('/') ? name : name.replaceAll('\\', '/');
}

function timeOf(extended: Uint8Array | undefined, time: number, date: number): ZipEntry['modified'] {
  if (extended && extended.length >= 5 && ((extended[0] as number) & 1) === 1) {
    return { seconds: viewOf(extended).getInt32(1, true), local: false };
  }
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  // Programs that do not care write the first day that can be written, or none.
  if (day === 0 || month === 0 || month > 12 || (year === 1980 && month === 1 && day === 1)) return null;
  return { seconds: Date.UTC(year, month - 1, day, time >> 11, (time >> 5) & 63, (time & 31) * 2) / 1000, local: true };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
