/**
 * The rows of an .xlsx workbook one after the other, without holding its sheets in memory: each is unpacked and read piece by piece,
 * once to check it and to see how wide it is, and again whenever its rows are asked for. Gives exactly what the spreadsheet library
 * gives (workbook.ts says what that is), which the tests compare on every workbook that they have.
 *
 * ECMA-376 part 1, 18.2 (workbook), 18.3 (sheets), 18.4 (shared strings). Only plain workbooks are read here: for days counted from
 * 1904, cells of type date, other encodings and other compressions the answer is null, and the library reads them.
 */
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import type { TextRow } from './firstRows.js';
import { TextTable } from './textTable.js';
import { numberText } from './workbookNumber.js';
import { contentStart, ENTRY_HEADER_BYTES, findDirectory, readDirectory, TAIL_BYTES, type ZipEntry } from './zipDirectory.js';

export interface SheetRows {
  readonly name: string;
  /** All of the same width; completely empty rows are left out. */
  rows(): Iterable<TextRow>;
}

/** The sheets of a workbook, in its order; null where only the library can read it, or say what is wrong with it. */
export function xlsxSheets(bytes: Uint8Array): SheetRows[] | null {
  try {
    return plainSheets(bytes);
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

class NotPlain extends Error {}

function plainSheets(bytes: Uint8Array): SheetRows[] {
  const parts = partsOf(bytes);
  const workbook = textOf(bytes, parts, 'xl/workbook.xml');
  if (/\bdate1904\s*=\s*["'](1|true)["']/.test(workbook)) throw new NotPlain();
  const targets = relationsOf(textOf(bytes, parts, 'xl/_rels/workbook.xml.rels'));
  const strings = sharedStrings(bytes, parts, targets.strings);
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes]) => ({
    name: unescaped(attribute(attributes as string, 'name') ?? ''),
    target: targets.sheets.get(attribute(attributes as string, 'id') ?? '') ?? null,
  }));
  if (sheets.length === 0 || sheets.some(({ name, target }) => name === '' || target === null || !parts.has(target))) throw new NotPlain();
  return sheets.map(({ name, target }) => {
    const entry = parts.get(target as string) as ZipEntry;
    const unpadded = () => sheetRows(piecesOf(bytes, entry), strings);
    let width = 0;
    for (const row of unpadded()) width = Math.max(width, row.cells.length);
    return { name, rows: () => padded(unpadded(), width) };
  });
}

function* padded(rows: Iterable<TextRow>, width: number): Generator<TextRow> {
  for (const row of rows) {
    while (row.cells.length < width) row.cells.push('');
    yield row;
  }
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const tailAt = Math.max(0, bytes.length - TAIL_BYTES);
  const directory = findDirectory(bytes.subarray(tailAt), tailAt);
  const entries = directory && readDirectory(bytes.subarray(directory.at), directory.entries);
  if (!entries || entries.some((entry) => entry.encrypted || (entry.method !== 0 && entry.method !== 8))) throw new NotPlain();
  return new Map(entries.map((entry) => [entry.name.replace(/^\//, ''), entry]));
}

/** Sheets (no charts or dialogs) by the id of their relation, and where the shared strings are. */
function relationsOf(text: string): { sheets: ReadonlyMap<string, string>; strings: string | null } {
  const sheets = new Map<string, string>();
  let strings: string | null = null;
  for (const [, attributes] of text.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)) {
    const of = (name: string) => attribute(attributes as string, name) ?? '';
    const target = of('Target').startsWith('/') ? of('Target').slice(1) : `xl/${of('Target')}`;
    if (/\/worksheet$/.test(of('Type'))) sheets.set(of('Id'), target);
    if (/\/sharedStrings$/.test(of('Type'))) strings = target;
  }
  return { sheets, strings };
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? (found[1] ?? found[2] ?? '') : null;
}

/** Packed bytes that are unpacked at a time: little enough for their text to live and die in the young generation. */
const PACKED_PIECE = 1 << 13;

/** The text of an entry, piece by piece. Throws where it is not what the directory says of it. */
function* piecesOf(bytes: Uint8Array, entry: ZipEntry): Generator<string> {
  const start = contentStart(entry, bytes.subarray(entry.headerAt, entry.headerAt + ENTRY_HEADER_BYTES));
  if (start === null || start + entry.packedBytes > bytes.length) throw new NotPlain();
  const packed = bytes.subarray(start, start + entry.packedBytes);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let crc = 0;
  let size = 0;
  let out: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => out.push(chunk));
  for (let at = 0; at < packed.length || at === 0; at += PACKED_PIECE) {
    const piece = packed.subarray(at, at + PACKED_PIECE);
    const isLast = at + PACKED_PIECE >= packed.length;
    if (entry.method === 0) out.push(piece);
    else attempt(() => inflate.push(piece, isLast));
    for (const chunk of out) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      const text = attempt(() => decoder.decode(chunk, { stream: true }));
      if (/^\s*<\?xml[^>]*encoding=["'](?!utf-8)/i.test(text)) throw new NotPlain();
      yield text;
    }
    out = [];
  }
  if (size !== entry.bytes || crc !== entry.crc) throw new NotPlain();
}

/** Damage is told by the library's reader, which names the part. */
function attempt<Value>(work: () => Value): Value {
  try {
    return work();
  } catch {
    throw new NotPlain();
  }
}

function textOf(bytes: Uint8Array, parts: ReadonlyMap<string, ZipEntry>, name: string): string {
  const entry = parts.get(name);
  if (!entry) throw new NotPlain();
  return [...piecesOf(bytes, entry)].join('');
}

function sharedStrings(bytes: Uint8Array, parts: ReadonlyMap<string, ZipEntry>, target: string | null): TextTable {
  const strings = new TextTable();
  const entry = target === null ? undefined : parts.get(target);
  if (entry) for (const { content } of elementsOf('si', piecesOf(bytes, entry))) strings.push(richText(content));
  return strings;
}

interface Element {
  readonly attributes: string;
  readonly content: string;
}

/** Characters in which the beginning of an opening may hide. */
const LONGEST_TAG = 64;

/** The elements of a name, whatever lies between them; none lies in another of its name. */
function* elementsOf(name: string, pieces: Iterable<string>): Generator<Element> {
  const element = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g');
  const opening = new RegExp(`<(?:\\w+:)?${name}[\\s>/]`);
  let rest = '';
  for (const piece of pieces) {
    rest += piece;
    let end = 0;
    element.lastIndex = 0;
    for (let found = element.exec(rest); found; found = element.exec(rest)) {
      end = element.lastIndex;
      yield { attributes: found[1] ?? '', content: found[2] ?? '' };
    }
    const open = rest.slice(end).search(opening);
    rest = open === -1 ? rest.slice(Math.max(end, rest.length - LONGEST_TAG)) : rest.slice(end + open);
  }
}

function* sheetRows(pieces: Iterable<string>, strings: TextTable): Generator<TextRow> {
  let line = 0;
  for (const { attributes, content } of elementsOf('row', pieces)) {
    line = Number(attribute(attributes, 'r') ?? line + 1);
    const cells = cellsOf(content, strings);
    const used = cells.findLastIndex((cell) => cell !== undefined && cell !== '') + 1;
    if (used > 0) yield { line, cells: Array.from({ length: used }, (_, at) => cells[at] ?? '') };
  }
}

const CELL = /<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;

function cellsOf(row: string, strings: TextTable): (string | undefined)[] {
  const cells: (string | undefined)[] = [];
  let at = -1;
  for (const [, attributes = '', content = ''] of row.matchAll(CELL)) {
    const reference = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1];
    at = reference === undefined ? at + 1 : columnOf(reference);
    cells[at] = cellText(/\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n', content, strings);
  }
  return cells;
}

function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

function cellText(type: string, content: string, strings: TextTable): string {
  if (type === 'inlineStr') return richText(content);
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1];
  if (value === undefined) return '';
  switch (type) {
    case 'n':
      return value.trim() === '' ? '' : numberText(Number(value));
    case 's':
      return strings.at(Number(value));
    case 'str':
      return unescaped(value);
    case 'b':
      return /^\s*(1|true)\s*$/.test(value) ? 'TRUE' : 'FALSE';
    case 'e':
      return unescaped(value).trim();
    default:
      throw new NotPlain();
  }
}

/** The runs of a text; what is written above it as its pronunciation is no part of it. */
function richText(content: string): string {
  const runs = content.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  return [...runs.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)].map(([, text]) => unescaped(text as string)).join('');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML's five entities and numbers, then what a workbook writes for characters that XML has not. */
function unescaped(text: string): string {
  if (text.includes('<')) throw new NotPlain();
  const plain = !text.includes('&')
    ? text
    : text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-f]+));/gi, (_, name: string, decimal: string, hex: string) =>
        name ? (NAMED[name] as string) : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
      );
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : plain;
}
