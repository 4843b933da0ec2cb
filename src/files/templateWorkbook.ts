/**
 * A workbook with some cells replaced and rows added: the sheet's XML is patched where the cells stand, and every other part of the
 * package (styles, validations, macros, other sheets, untouched rows) stays byte for byte as it was.
 *
 * A new text is an inline string, so that the table of shared strings is left alone; a number stays a number where one stood before.
 * A cell that holds a formula is refused. Written for SpreadsheetML as Excel, the platforms' own writers and SheetJS make it, with or
 * without a namespace prefix.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { UserError } from '../core/errors.js';
import type { CellEdit } from './templateText.js';

/** Zip entries need a time; a fixed one keeps the same input the same output. */
const ENTRY_TIME = new Date(2000, 0, 1);

/** The workbook with the edits made in a sheet, and rows added below its last. */
export function patchWorkbook(
  bytes: Uint8Array,
  sheetName: string,
  edits: readonly CellEdit[],
  added: readonly (readonly string[])[] = [],
): Uint8Array {
  const parts = unzipSync(bytes);
  const path = sheetPath(parts, sheetName);
  const xml = strFromU8(parts[path] as Uint8Array);
  const patched = patchSheet(xml, sheetName, edits, added);
  const zipped: Record<string, [Uint8Array, { mtime: Date; level: 0 | 6 }]> = {};
  for (const [name, content] of Object.entries(parts)) {
    zipped[name] = [name === path ? strToU8(patched) : content, { mtime: ENTRY_TIME, level: name.endsWith('.bin') ? 0 : 6 }];
  }
  return zipSync(zipped);
}

/** Where the package keeps a sheet: by its name in workbook.xml, through the relation that it names. */
function sheetPath(parts: Readonly<Record<string, Uint8Array>>, sheetName: string): string {
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const tag = [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].find(
    ([found]) => attribute(found, 'name') === sheetName,
  )?.[0];
  const id = tag === undefined ? null : (/\s\w+:id="([^"]*)"/.exec(tag)?.[1] ?? null);
  const relation = [...text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(
    ([found]) => attribute(found, 'Id') === id,
  )?.[0];
  const target = relation === undefined ? null : attribute(relation, 'Target');
  const path = target === null ? null : target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (path === null || !(path in parts))
    throw new UserError(`The sheet "${sheetName}" of the template cannot be found in the file. Download it again.`);
  return path;
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : unescaped(value);
}

const ROW = /<((?:\w+:)?)row\b([^>]*?)(\/>|>([\s\S]*?)<\/\1row>)/g;
const CELL = /<((?:\w+:)?)c\b([^>]*?)(\/>|>([\s\S]*?)<\/\1c>)/g;

function patchSheet(xml: string, sheetName: string, edits: readonly CellEdit[], added: readonly (readonly string[])[]): string {
  const byLine = new Map<number, CellEdit[]>();
  for (const edit of edits) byLine.set(edit.line, [...(byLine.get(edit.line) ?? []), edit]);
  let last = 0;
  let prefix = /<(\w+:)worksheet\b/.exec(xml)?.[1] ?? '';
  const patched = xml.replace(ROW, (all, own: string, attributes: string, rest: string, content: string | undefined) => {
    prefix = own;
    const line = Number(attribute(attributes, 'r') ?? last + 1);
    last = line;
    const mine = byLine.get(line);
    if (!mine) return all;
    byLine.delete(line);
    const cells = patchCells(content ?? '', own, line, sheetName, mine);
    return rest === '/>'
      ? `<${own}row${attributes.replace(/\s*$/, '')}>${cells}</${own}row>`
      : `<${own}row${attributes}>${cells}</${own}row>`;
  });
  const [missing] = byLine.keys();
  if (missing !== undefined) throw new UserError(`The sheet "${sheetName}" of the template has no row ${missing}. Download it again.`);
  if (added.length === 0) return patched;
  const rows = added.map((cells, at) => newRow(prefix, last + 1 + at, cells)).join('');
  const end = `</${prefix}sheetData>`;
  if (!patched.includes(end)) return patched.replace(new RegExp(`<${prefix}sheetData\\s*/>`), () => `<${prefix}sheetData>${rows}${end}`);
  return widened(
    patched.replace(end, () => rows + end),
    last + added.length,
  );
}

function patchCells(content: string, prefix: string, line: number, sheetName: string, edits: readonly CellEdit[]): string {
  const cells: { column: number; xml: string }[] = [];
  let column = -1;
  for (const [xml, , attributes] of content.matchAll(CELL)) {
    const reference = attribute(attributes as string, 'r');
    column = reference === null ? column + 1 : columnOf(reference);
    cells.push({ column, xml });
  }
  for (const { column: at, text } of edits) {
    const standing = cells.find((cell) => cell.column === at);
    const written = cellXml(prefix, line, at, text, standing?.xml ?? null, sheetName);
    if (standing) standing.xml = written;
    else cells.push({ column: at, xml: written });
  }
  return cells
    .sort((a, b) => a.column - b.column)
    .map(({ xml }) => xml)
    .join('');
}

function cellXml(prefix: string, line: number, column: number, text: string, standing: string | null, sheetName: string): string {
  const reference = `${columnName(column)}${line}`;
  if (standing !== null && /<(?:\w+:)?f\b/.test(standing)) {
    throw new UserError(
      `Cell ${reference} of the sheet "${sheetName}" holds a formula, which eco does not replace. Put a plain value there first.`,
    );
  }
  const tag = standing === null ? '' : (/^<(?:\w+:)?c\b[^>]*>/.exec(standing)?.[0] ?? '');
  const style = attribute(tag, 's');
  const type = attribute(tag, 't');
  const look = style === null ? '' : ` s="${style}"`;
  if (text === '') return `<${prefix}c r="${reference}"${look}/>`;
  const wasNumber = standing !== null && (type === null || type === 'n') && /<(?:\w+:)?v>/.test(standing);
  if (wasNumber && /^-?\d+(\.\d+)?$/.test(text) && text.length <= 15)
    return `<${prefix}c r="${reference}"${look}><${prefix}v>${text}</${prefix}v></${prefix}c>`;
  return `<${prefix}c r="${reference}"${look} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}is></${prefix}c>`;
}

function newRow(prefix: string, line: number, cells: readonly string[]): string {
  const filled = cells.map((text, column) => (text === '' ? '' : cellXml(prefix, line, column, text, null, ''))).join('');
  return `<${prefix}row r="${line}">${filled}</${prefix}row>`;
}

/** The sheet says how far it reaches; readers that believe it would not see added rows. */
function widened(xml: string, lastLine: number): string {
  return xml.replace(/(<(?:\w+:)?dimension\s[^>]*ref="[A-Z]+\d+:[A-Z]+)(\d+)(")/, (all, start: string, line: string, end: string) =>
    Number(line) < lastLine ? `${start}${lastLine}${end}` : all,
  );
}

function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function columnName(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnName((column - rest) / 26 - 1) + letter;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text of an element. Control characters that XML cannot hold are written as Excel does: _x000B_. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\P{Cc}\t\r\n]/gu, (char) => (char < ' ' ? `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_` : char))
    .replace(/[&<>]/g, (char) => ESCAPES[char] as string)
    .replace(/\r/g, '&#13;');
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi, (_, decimal: string, hex: string, name: string) =>
    name ? (named[name.toLowerCase()] as string) : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}
