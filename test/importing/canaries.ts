/**
 * People in a file, and the search for them afterwards: in every byte that a shop's folder holds, in every kept cell unpacked, in
 * everything that was printed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';

/** Name, phone, mail, street: what the columns of people hold. */
export const CANARIES = ['Wilhelmina Canarybird', '+1-555-0100-777', 'canary@person.example', '77 Canary Street 77'] as const;

/** Parts of them, in lower case: a half is a trace too. */
const TRACES = ['wilhelmina', 'canary', 'person.example', '555-0100', '5550100'];

/** Which traces of people these bytes hold, as UTF-8 or ASCII and as UTF-16. */
export function tracesIn(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1').toLowerCase();
  const wide = [...TRACES].map((trace) => [...trace].join('\0'));
  return [...TRACES, ...wide].filter((trace) => text.includes(trace));
}

/** Every trace of people in the files of a folder but the named ones, as "file: trace"; databases are unpacked as well. */
export function tracesBelow(folder: string, exports: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !exports.includes(entry.name))
    .flatMap(({ name }) => {
      const bytes = readFileSync(join(folder, name));
      const packed = name.endsWith('.db') ? unpacked(join(folder, name)) : [];
      return [bytes, ...packed].flatMap((part) => tracesIn(part)).map((trace) => `${name}: ${trace}`);
    });
}

/** Kept cells and their line numbers decompressed, and every value of every table as text, wherever it lies on the pages. */
function unpacked(file: string): Uint8Array[] {
  const db = new BetterSqlite3(file, { readonly: true });
  const chunks = db.prepare('SELECT cells, lines FROM import_cells').all() as { cells: Uint8Array; lines: Uint8Array }[];
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const values = tables.map((table) => JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all()));
  db.close();
  return [
    ...chunks.flatMap(({ cells, lines }) => [brotliDecompressSync(cells), brotliDecompressSync(lines)]),
    ...values.map((text) => Buffer.from(text)),
  ];
}
