/** Runs the reader over pieces of a file and writes down everything that it says. */
import type { TextDialect } from '../../src/files/dialect.js';
import { createTextReader, FileDamage, type KeptText, type ReaderLayout } from '../../src/files/textReader.js';

export interface Reading {
  rows: { line: number; cells: string[]; kept: string | null }[];
  damage: { line: number | null; message: string } | null;
  blank: number;
  judged: number;
}

export const CSV: TextDialect = { encoding: 'utf-8', bom: false, delimiter: ',', quoting: 'double', lineEnd: '\n' };
export const TSV: TextDialect = { encoding: 'utf-8', bom: false, delimiter: '\t', quoting: 'none', lineEnd: '\n' };

/** A layout that wants and keeps every column. */
export function allOf(columnCount: number): ReaderLayout {
  const all = Array.from({ length: columnCount }, (_, index) => index);
  return { columnCount, wanted: all, kept: all };
}

/** `kept` is null for an irregular row. */
export function read(pieces: (Uint8Array | string)[], dialect: TextDialect, layout: ReaderLayout, skipRows = 0): Reading {
  const rows: Reading['rows'] = [];
  const sink = {
    row: (line: number, cells: string[], kept: KeptText) => void rows.push({ line, cells: [...cells], kept: written(kept) }),
    irregular: (line: number, cells: string[]) => void rows.push({ line, cells, kept: null }),
  };
  const reader = createTextReader(dialect, layout, sink, { firstLine: 1, skipRows });
  let damage: Reading['damage'] = null;
  try {
    for (const piece of pieces) typeof piece === 'string' ? reader.pushText(piece) : reader.pushBytes(piece);
    reader.end();
  } catch (error) {
    if (!(error instanceof FileDamage)) throw error;
    damage = { line: error.line, message: error.message };
  }
  if (rows.length !== reader.rows) throw new Error('the reader miscounts its rows');
  return { rows, damage, blank: reader.blank, judged: reader.judged };
}

/** The kept cells, which must be the same as text and as bytes. */
function written(kept: KeptText): string {
  const buffer = Buffer.alloc(kept.mostBytes());
  const bytes = buffer.toString('utf8', 0, kept.writeTo(buffer, 0));
  // Half of a pair of surrogates, which only a broken file holds, cannot be written as UTF-8.
  if (bytes !== Buffer.from(kept.text()).toString()) throw new Error('kept cells are not the same as text and as bytes');
  return kept.text();
}

/** Cuts at the given places, taken modulo the length. */
export function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...cuts, bytes.length].map((cut, index) => bytes.subarray(index === 0 ? 0 : cuts[index - 1], cut));
}
