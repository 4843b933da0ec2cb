/**
 * What kind of file some bytes are, by their first bytes (magic numbers) alone. Names lie: `.xls` files that are CSV
 * or HTML, `.csv` files that are error pages, workbooks or zip archives are all common among exports.
 */
import { decodeHead, type Encoding, possibleEncodings } from './encoding.js';

export type Container =
  | 'text'
  | 'xlsx'
  | 'xls'
  | 'zip'
  | 'gzip'
  | 'archive'
  | 'document'
  | 'pdf'
  | 'image'
  | 'html'
  | 'xml'
  | 'json'
  | 'sqlite'
  | 'binary'
  | 'empty';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const SIGNATURES: readonly (readonly [Container, readonly number[]])[] = [
  // An OLE file may be another Office document; the workbook reader says so.
  ['xls', OLE],
  // A bare BIFF stream of version 2, 3, 4 or 5, as some shop systems write it: the beginning-of-file record.
  ['xls', [0x09, 0x00, 0x04, 0x00]],
  ['xls', [0x09, 0x02, 0x06, 0x00]],
  ['xls', [0x09, 0x04, 0x06, 0x00]],
  ['xls', [0x09, 0x08, 0x08, 0x00]],
  ['xls', [0x09, 0x08, 0x10, 0x00]],
  ['gzip', [0x1f, 0x8b]],
  ['archive', ascii('Rar!\x1a\x07')],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['archive', ascii('BZh91AY&SY')],
  ['pdf', ascii('%PDF-')],
  ['sqlite', ascii('SQLite format 3\0')],
  ['image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', ascii('GIF87a')],
  ['image', ascii('GIF89a')],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** The mark before each entry of a zip file. */
const ENTRY = [0x50, 0x4b, 0x03, 0x04];

/** Bytes of a file that are looked at. */
const HEAD = 64 * 1024;

/** The kind of a file from its first kilobytes (it may be given whole). Only white space counts as empty. */
export function sniffContainer(bytes: Uint8Array): Container {
  const head = bytes.subarray(0, HEAD);
  const signature = SIGNATURES.find(([, start]) => startsWith(head, start));
  if (signature) return signature[0];
  if (startsWith(head, ENTRY) || startsWith(head, ascii('PK\x05\x06'))) return zipKind(head);
  if (startsWith(head, ascii('ustar'), 257)) return 'archive';
  if (startsWith(head, ascii('RIFF')) && startsWith(head, ascii('WEBP'), 8)) return 'image';
  if (/^ftyp(heic|heix|mif1|avif)/.test(latin(head.subarray(4, 12)))) return 'image';
  const encoding = possibleEncodings(head, false)[0] ?? 'utf-8';
  return isBinary(head, encoding) ? 'binary' : textKind(head, encoding);
}

/** Parts of a zip file that is something else than an archive of files: Word, PowerPoint, OpenDocument, books, programs. */
const DOCUMENT = /^(word\/|ppt\/|visio\/|mimetype$|META-INF\/|AndroidManifest\.xml$|Index\/.*\.iwa$)/;

/** A workbook names its parts in its first entries: [Content_Types].xml, _rels/.rels, xl/…; a Word file has word/… there. */
function zipKind(head: Uint8Array): Container {
  const names: string[] = [];
  for (let at = 0; at !== -1 && names.length < 20; ) {
    const nameLength = uint16(head, at + 26);
    names.push(latin(head.subarray(at + 30, at + 30 + nameLength)));
    at = nextEntry(head, at, nameLength);
  }
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  if (names.some((name) => DOCUMENT.test(name))) return 'document';
  return names.includes('[Content_Types].xml') ? 'xlsx' : 'zip';
}

function nextEntry(head: Uint8Array, at: number, nameLength: number): number {
  const hasSizes = (uint16(head, at + 6) & 8) === 0;
  const content = at + 30 + nameLength + uint16(head, at + 28);
  // Sizes that stand behind the content leave only a search for the next entry's mark.
  const from = hasSizes ? content + uint16(head, at + 18) + uint16(head, at + 20) * 65536 : content;
  for (let next = from; next + 30 <= head.length; next++) {
    if (startsWith(head, ENTRY, next)) return next;
    if (hasSizes) return -1;
  }
  return -1;
}

/** Control characters that no text holds. NULs of UTF-16 are none; a few in a text are left for the reader to report with their line. */
function isBinary(head: Uint8Array, encoding: Encoding): boolean {
  if (encoding.startsWith('utf-16')) return false;
  const sample = head.subarray(0, 1024);
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return controls > 1 + sample.length / 50;
}

const HTML = /^(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body|table|meta|script|style|div|title|p|h1)\b/is;

function textKind(head: Uint8Array, encoding: Encoding): Container {
  const text = decodeHead(head, encoding, false).trimStart();
  if (text === '') return 'empty';
  if (HTML.test(text)) return 'html';
  if (/^<\?xml\b/.test(text) || /^<[A-Za-z][\w:.-]*(?:\s+[\w:.-]+\s*=\s*["'][^"']*["'])*\s*\/?>/.test(text)) return 'xml';
  if (/^\{\s*(?:"|\}|$)/.test(text) || /^\[\s*(?:[[{\]"\d-]|true\b|false\b|null\b|$)/.test(text)) return 'json';
  return 'text';
}

function startsWith(bytes: Uint8Array, start: readonly number[], at = 0): boolean {
  return start.every((byte, index) => bytes[at + index] === byte);
}

function ascii(text: string): number[] {
  return [...text].map((char) => char.charCodeAt(0));
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
}
