/**
 * The cells of a file, kept in the database so that facts can be folded again without it: the file's own text without the
 * columns that hold people, in compressed chunks, with the line on which each row stood.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Database } from '../db/connection.js';
import type { TextDialect } from '../files/dialect.js';
import type { KeptText } from '../files/textReader.js';

/** Rows on their way into the database, where they are compressed as they are written: so a worker need not wait for that. */
export interface KeptChunk {
  readonly rows: number;
  readonly lines: Int32Array;
  /** UTF-8 text, in memory that the next chunk is written to. */
  readonly cells: Uint8Array;
}

/** The dialect of kept cells: the file's own, as UTF-8 text with LF between the rows. */
export function keptDialect(dialect: TextDialect): TextDialect {
  return { ...dialect, encoding: 'utf-8', bom: false, lineEnd: '\n' };
}

/**
 * Bytes of text in a chunk: large enough to compress well (a chunk of a megabyte makes a file half a percent smaller), and so small that
 * it is less than 128 kB when it is compressed, as what is larger gets fresh memory from the system each time that it is copied.
 */
const CHUNK_BYTES = 1 << 18;
/** Brotli at its fastest: 600 MB a second and an eighth of the size on an order report, which deflate reaches in twice the time. */
const FASTEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MIN_QUALITY } };

const NO_ROOM = Buffer.alloc(0);

function compressed(bytes: Uint8Array): Buffer {
  return brotliCompressSync(bytes, FASTEST);
}

export interface Keeper {
  /** Keeps a row; `suffix` is what stands behind its cells. */
  keep(line: number, row: KeptText, suffix: string): void;
  end(): void;
}

/** Gives memory of at least so many bytes for the next chunk, which holds until that is handed over. */
export type KeptRoom = (bytes: number) => Buffer;

/** The same memory for every chunk. */
function ownRoom(): KeptRoom {
  let memory = Buffer.alloc(0);
  return (bytes) => {
    if (memory.length < bytes) memory = Buffer.allocUnsafeSlow(bytes);
    return memory;
  };
}

/** Collects rows into chunks and hands each over when it is full. */
export function keeper(emit: (chunk: KeptChunk) => void, room: KeptRoom = ownRoom()): Keeper {
  /** Has no room for anything until there is a row to write. */
  let text: Buffer = NO_ROOM;
  let size = 0;
  let lines = new Int32Array(1 << 12);
  let rows = 0;
  function flush(): void {
    if (rows === 0) return;
    // A line feed stands between the rows, none behind the last.
    emit({ rows, lines: lines.slice(0, rows), cells: text.subarray(0, size - 1) });
    rows = 0;
    size = 0;
    text = NO_ROOM;
  }
  return {
    keep(line, row, suffix) {
      const needed = row.mostBytes() + 3 * suffix.length + 1;
      if (size + needed > text.length) {
        flush();
        text = room(Math.max(needed, CHUNK_BYTES + (CHUNK_BYTES >> 2)));
      }
      size = row.writeTo(text, size);
      if (suffix !== '') size += text.write(suffix, size);
      text[size++] = 10;
      if (rows === lines.length) {
        const more = new Int32Array(2 * rows);
        more.set(lines);
        lines = more;
      }
      lines[rows++] = line;
      if (size >= CHUNK_BYTES) flush();
    },
    end: flush,
  };
}

/** Writes chunks of one import. */
export function chunkWriter(db: Database, importId: number): (chunk: KeptChunk) => void {
  const insert = db.prepare('INSERT INTO import_cells (import_id, chunk, rows, lines, cells) VALUES (?, ?, ?, ?, ?)');
  let number = 0;
  return (chunk) => {
    const lines = new Uint8Array(chunk.lines.buffer, chunk.lines.byteOffset, chunk.lines.byteLength);
    insert.run(importId, number++, chunk.rows, compressed(lines), compressed(chunk.cells));
  };
}

/** Reads an import's chunks back, one at a time. */
export function* keptChunks(db: Database, importId: number): Generator<{ text: string; lines: Int32Array }> {
  const read = db.prepare('SELECT lines, cells FROM import_cells WHERE import_id = ? AND chunk = ?');
  for (let chunk = 0; ; chunk++) {
    const row = read.get(importId, chunk) as { lines: Uint8Array; cells: Uint8Array } | undefined;
    if (!row) return;
    const bytes = brotliDecompressSync(row.lines);
    const lines = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    yield { text: brotliDecompressSync(row.cells).toString('utf8'), lines };
  }
}

/** Replaces the text of an import's chunks where `change` returns another; the number of rows must stay. Returns how many changed. */
export function rewriteChunks(db: Database, importId: number, change: (text: string) => string): number {
  const numbers = db.prepare('SELECT chunk FROM import_cells WHERE import_id = ? ORDER BY chunk').pluck().all(importId) as number[];
  const read = db.prepare('SELECT cells FROM import_cells WHERE import_id = ? AND chunk = ?').pluck();
  const write = db.prepare('UPDATE import_cells SET cells = ? WHERE import_id = ? AND chunk = ?');
  let changed = 0;
  for (const number of numbers) {
    const text = brotliDecompressSync(read.get(importId, number) as Uint8Array).toString('utf8');
    const other = change(text);
    if (other === text) continue;
    write.run(compressed(Buffer.from(other, 'utf8')), importId, number);
    changed++;
  }
  return changed;
}
