/**
 * The reader against two others, on small files made odd by mutations: a plain reference (reference.ts) and one-shot
 * csv-parse. And against itself: the result must not depend on where the bytes are cut. ECO_FUZZ_RUNS sets the number of files.
 */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextDialect } from '../../src/files/dialect.js';
import { encodeText } from '../../src/files/encodeText.js';
import { decodeBytes } from '../../src/files/encoding.js';
import { firstRows } from '../../src/files/firstRows.js';
import { writeRow } from '../../src/files/writeRow.js';
import { cutAt, read } from './read.js';
import { type Reference, referenceRows } from './reference.js';

const numRuns = Number(process.env.ECO_FUZZ_RUNS ?? 3000);

const ODD = ['"', '""', ',', '\t', ';', '\n', '\r', '\r\n', '\ufeff', '\0', '"x', 'x"', ',"', '",', 'é', '中', '😀'];

interface Case {
  dialect: TextDialect;
  bytes: Uint8Array;
  columnCount: number;
  wanted: number[];
  kept: number[];
  places: number[];
}

const dialects = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-8', 'utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'shift_jis', 'windows-1252'),
  bom: fc.boolean(),
  delimiter: fc.constantFrom(',', '\t', ';'),
  quoting: fc.constantFrom('double', 'double', 'none'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
}) as fc.Arbitrary<TextDialect>;

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', 'a', '12', ' b ', '12" lamp', 'é', '中文') },
  fc.array(fc.constantFrom('a', ...ODD.filter((part) => part !== '\0')), { maxLength: 4 }).map((parts) => parts.join('')),
);

const mutation = fc.record({
  kind: fc.constantFrom('insert', 'cut', 'double', 'flip', 'tail'),
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 6 }),
  text: fc.constantFrom(...ODD),
});

const cases: fc.Arbitrary<Case> = fc
  .record({
    dialect: dialects,
    columnCount: fc.integer({ min: 1, max: 5 }),
    rows: fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 6 }),
    mutations: fc.array(mutation, { maxLength: 3 }),
    byteFlip: fc.option(fc.record({ at: fc.nat(), mask: fc.integer({ min: 1, max: 255 }) }), { freq: 8 }),
    columns: fc.array(fc.nat({ max: 4 }), { maxLength: 5 }),
    kept: fc.array(fc.nat({ max: 4 }), { maxLength: 5 }),
    places: fc.array(fc.nat(), { maxLength: 6 }),
  })
  .map(({ dialect, columnCount, rows, mutations, byteFlip, columns, kept, places }) => {
    const text = rows.map((cells) => spell(cells.slice(0, columnCount), dialect) + dialect.lineEnd).join('');
    const bytes = bytesOf(mutations.reduce(mutate, text), dialect);
    if (byteFlip && bytes.length > 0) bytes[byteFlip.at % bytes.length]! ^= byteFlip.mask;
    const inLayout = (list: number[]): number[] => list.filter((column) => column < columnCount);
    return { dialect, bytes, columnCount, wanted: inLayout(columns), kept: inLayout(kept), places };
  });

function spell(cells: string[], dialect: TextDialect): string {
  return dialect.quoting === 'double' ? writeRow(cells, dialect) : cells.join(dialect.delimiter);
}

function mutate(text: string, { kind, at, length, text: odd }: { kind: string; at: number; length: number; text: string }): string {
  const place = at % (text.length + 1);
  if (kind === 'insert') return text.slice(0, place) + odd + text.slice(place);
  if (kind === 'cut') return text.slice(0, place) + text.slice(place + length);
  if (kind === 'double') return text.slice(0, place + length) + text.slice(place);
  if (kind === 'flip') return text.slice(0, place) + odd + text.slice(place + 1);
  return text.slice(0, place);
}

/** The text in the dialect's encoding, without the characters that it lacks. */
function bytesOf(text: string, dialect: TextDialect): Uint8Array {
  const bytes = encodeText(text, dialect.encoding, { bom: dialect.bom });
  if (bytes instanceof Uint8Array) return new Uint8Array(bytes);
  const left = [...text].filter((char) => !bytes.unencodable.includes(char)).join('');
  return bytesOf(left, { ...dialect, bom: dialect.bom && !bytes.unencodable.includes('\ufeff') });
}

/** What the file says by the reference: the text up to the first invalid byte. */
function expected(bytes: Uint8Array, dialect: TextDialect): Reference & { text: string | null } {
  for (let length = bytes.length; length >= 0; length--) {
    try {
      const isWhole = length === bytes.length;
      const text = decodeBytes(bytes.subarray(0, length), dialect.encoding, { fatal: true, isWhole });
      return { ...referenceRows(text, dialect, !isWhole), text: isWhole ? text : null };
    } catch {
      // a shorter prefix may be valid
    }
  }
  throw new Error('even no bytes at all do not decode');
}

/** One-shot csv-parse in its strictest form: 'refused', or 'lax' where the file needs what eco tolerates. */
function oneShot(text: string, dialect: TextDialect): string[][] | 'refused' | 'lax' {
  if (text.includes('\0')) return 'refused';
  const plain = text.replace(/^\ufeff/, '');
  try {
    return parse(plain.endsWith('\r') && dialect.lineEnd !== '\r' ? `${plain}\n` : plain, {
      delimiter: dialect.delimiter,
      quote: dialect.quoting === 'none' ? null : '"',
      record_delimiter: dialect.lineEnd === '\r' ? ['\r\n', '\n', '\r'] : ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    return String((error as { code?: string }).code).endsWith('INVALID_OPENING_QUOTE') ? 'lax' : 'refused';
  }
}

function pick(cells: string[], columns: readonly number[]): string[] {
  return columns.map((column) => cells[column] as string);
}

function checkCase({ dialect, bytes, columnCount, wanted, kept, places }: Case): void {
  const layout = { columnCount, wanted, kept };
  const whole = read([bytes], dialect, layout);
  expect(read(cutAt(bytes, places), dialect, layout)).toEqual(whole);

  const reference = expected(bytes, dialect);
  expect(whole.damage !== null).toBe(reference.refused);
  const rows = reference.rows.map(({ line, cells }) => ({ line, cells: cells.length === columnCount ? pick(cells, wanted) : cells }));
  expect(whole.rows.map(({ line, cells }) => ({ line, cells }))).toEqual(rows);
  reference.rows.forEach(({ cells }, index) => {
    const text = whole.rows[index]?.kept ?? null;
    expect(text === null).toBe(cells.length !== columnCount);
    if (text !== null) expect(cellsOf(text, dialect)).toEqual(cellsOf(spell(keptOf(cells, kept), dialect), dialect));
  });

  const { text } = reference;
  if (text !== null) {
    const place = (places[0] ?? 0) % (text.length + 1);
    expect(read([text.slice(0, place), text.slice(place)], dialect, layout)).toEqual(whole);
  }
  const judged = text === null ? 'lax' : oneShot(text, dialect);
  if (judged === 'refused') expect(reference.refused).toBe(true);
  else if (judged !== 'lax') expect(reference).toMatchObject({ refused: false, rows: judged.map((cells) => ({ cells })) });
}

function keptOf(cells: string[], kept: number[]): string[] {
  return pick(
    cells,
    [...new Set(kept)].sort((a, b) => a - b),
  );
}

// A letter in front keeps a leading U+FEFF from being taken for a byte order mark, and an empty row from being none.
function cellsOf(row: string, dialect: TextDialect): string[] {
  return referenceRows(`x${dialect.delimiter}${row}`, dialect).rows[0]?.cells ?? [];
}

describe('the reader on mutated files', () => {
  it(`reads what the reference and csv-parse read, however the bytes are cut (${numRuns} files)`, { timeout: 3_600_000 }, () => {
    fc.assert(fc.property(cases, checkCase), { numRuns });
  });

  it('firstRows lists the same rows wherever the strict reader takes the whole file', { timeout: 3_600_000 }, () => {
    const property = fc.property(cases, ({ dialect, bytes }) => {
      const { text, rows, refused } = expected(bytes, dialect);
      if (refused || text === null || (dialect.lineEnd === '\r') !== (text.includes('\r') && !text.includes('\n'))) return;
      expect(firstRows(text.replace(/^\ufeff/, ''), dialect, 100, true)).toEqual(rows);
    });
    fc.assert(property, { numRuns });
  });

  it('skips exactly the rows that firstRows lists', { timeout: 3_600_000 }, () => {
    const property = fc.property(cases, fc.nat({ max: 3 }), ({ dialect, bytes, columnCount, places }, skipped) => {
      const { text, rows, refused } = expected(bytes, dialect);
      if (refused || text === null) return;
      const layout = { columnCount, wanted: [], kept: [] };
      const reading = read(cutAt(bytes, places), dialect, layout, skipped);
      expect(reading.rows.map((row) => row.line)).toEqual(rows.slice(skipped).map((row) => row.line));
    });
    fc.assert(property, { numRuns });
  });
});
