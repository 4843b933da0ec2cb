/**
 * Reports of every kind in the states in which they come: half downloaded, saved again by a spreadsheet, packed, in another
 * encoding, replaced by an error page, empty. Each is read as if nothing had happened, or refused with the message of that state;
 * whatever it is, every row is accounted for.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { FIELDS, type FieldName } from '../../src/core/fields.js';
import { openDatabase } from '../../src/db/connection.js';
import type { TextDialect } from '../../src/files/dialect.js';
import { encodeText } from '../../src/files/encodeText.js';
import { decodeBytes } from '../../src/files/encoding.js';
import { firstRows } from '../../src/files/firstRows.js';
import { writeRow } from '../../src/files/writeRow.js';
import type { ImportOptions, ImportResult } from '../../src/importing/importFile.js';
import { importPath } from '../../src/importing/importPath.js';
import { openSource } from '../../src/importing/source.js';
import { bind } from '../../src/platforms/binding.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
import { writeEmptyDatabase } from '../cli/emptyDatabase.js';
import { someOf } from './someFormats.js';
import { zipFile } from './zipFile.js';

const scratch = mkdtempSync(join(tmpdir(), 'eco-states-'));
const DATABASE = join(scratch, 'eco.db');
const OPTIONS: ImportOptions = {
  ...{ as: null, store: null, client: null, skipBadRows: false, replace: false, dryRun: false },
  ...{ period: { from: '2026-11-20', to: '2026-11-20' } as ImportOptions['period'], databaseFile: DATABASE },
  ...{ now: 1_795_100_000, localZone: () => 'UTC', onProgress: () => undefined },
};

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function taken(name: string, bytes: Uint8Array): Promise<ImportResult> {
  const path = join(scratch, name);
  writeFileSync(path, bytes);
  utimesSync(path, 1_795_000_000, 1_795_000_000);
  writeEmptyDatabase(DATABASE);
  const db = openDatabase(DATABASE);
  try {
    const [result, ...more] = await importPath(db, path, name, OPTIONS);
    expect(more).toEqual([]);
    return result as ImportResult;
  } finally {
    db.close();
  }
}

/** Whether no row of a fixture is rejected, as its golden says. */
function isWhole(path: string): boolean {
  return readFileSync(path.replace(/\.\w+$/, '.expected.json'), 'utf8').includes('"rejected": []');
}

/** The first fixture of each format that is text and comes in whole. */
const fixtures = REPORT_FORMATS.flatMap(({ id }) => {
  const folder = join('fixtures/platforms', ...id.split('.'));
  const name = readdirSync(folder).find((file) => ['.csv', '.txt'].includes(extname(file)) && isWhole(join(folder, file)));
  return name ? [{ id, path: join(folder, name) }] : [];
});

const endsOf = ({ step, ignored, rowsRejected }: ImportResult) =>
  step.added + step.changed + step.unchanged + Object.values(ignored).reduce((sum, rows) => sum + rows, 0) + rowsRejected;

describe.each(someOf(fixtures, 8))('$id', ({ id, path }) => {
  const name = basename(path);
  const bytes = readFileSync(path);
  const plain = () => taken(name, bytes);

  it('is the same packed', async () => {
    const expected = { ...(await plain()), file: '' };
    expect(expected.status).toBe('imported');
    expect({ ...(await taken('a.zip', zipFile([{ name, content: bytes }]))), file: '' }).toEqual(expected);
    expect({ ...(await taken(`${name}.gz`, gzipSync(bytes))), file: '' }).toEqual(expected);
  });

  it('is taken for an error page where it is one, and for nothing where it is nothing', async () => {
    const page = await taken(name, Buffer.from('<!DOCTYPE html><html><body>Please sign in</body></html>'));
    expect([page.status, page.message]).toEqual([
      'rejected',
      expect.stringMatching(/^is a web page, not the report: .*Sign in and download/),
    ]);
    const nothing = await taken(name, Buffer.from('\ufeff\n'));
    expect([nothing.status, nothing.message]).toEqual(['rejected', 'is empty. Download the report again']);
  });

  it('is told to have no rows where it has none', async () => {
    const { rows, skipRows, dialect } = await parsed(path);
    if (id === 'google.ga4') return;
    const header = rows.slice(0, skipRows).map((cells) => writeRow(cells, dialect));
    const result = await taken(name, encoded(`${header.join(dialect.lineEnd)}${dialect.lineEnd}`, dialect));
    expect([result.status, result.reportFormat, result.message]).toEqual([
      'rejected',
      id,
      expect.stringMatching(/^has a header but no rows/),
    ]);
  });

  it('loses no row silently where it was cut off', async () => {
    const whole = await plain();
    for (const share of [0.3, 0.6, 0.85, 0.97]) {
      const result = await taken(name, bytes.subarray(0, Math.floor(bytes.length * share)));
      if (result.rowsRead > 0 && result.status === 'imported') expect(endsOf(result), `cut at ${share}`).toBe(result.rowsRead);
      expect(result.rowsRead).toBeLessThanOrEqual(whole.rowsRead);
      if (result.status === 'rejected') expect((result.message ?? '').length).toBeGreaterThan(20);
    }
  });

  it('is read in whatever encoding it was saved again', async () => {
    const { dialect } = await parsed(path);
    const text = decodeBytes(bytes, dialect.encoding, { fatal: true, isWhole: true }).replace(/^\ufeff/, '');
    const expected = await plain();
    for (const saved of [
      iconv.encode(text, 'utf-16le', { addBOM: true }),
      iconv.encode(text, 'utf-16be', { addBOM: true }),
      iconv.encode(text, 'utf-8', { addBOM: true }),
    ]) {
      const result = await taken(name, saved);
      expect([result.status, result.rowsRead, result.step, result.message]).toEqual([
        expected.status,
        expected.rowsRead,
        expected.step,
        expected.message,
      ]);
    }
  });

  it('names the column where a spreadsheet has destroyed the ids', async () => {
    const { rows, skipRows, dialect, binding } = await parsed(path);
    const [key] = binding.format.unit as [FieldName];
    const at = binding.bound.get(key);
    if (at === undefined || FIELDS[key] !== 'identifier') return;
    const lines = rows.map((cells, row) =>
      row >= skipRows && (cells[at] ?? '') !== '' && cells.length === binding.header.length
        ? cells.map((cell, column) => (column === at ? '4.68171E+14' : cell))
        : cells,
    );
    const result = await taken(
      name,
      encoded(lines.map((cells) => writeRow(cells, dialect)).join(dialect.lineEnd) + dialect.lineEnd, dialect),
    );
    expect([result.status, result.message]).toEqual([
      'rejected',
      expect.stringContaining('destroyed by Excel: export again and do not open the file in Excel'),
    ]);
    expect(result.message).toContain(`column "${binding.header[at]}"`);
  });
});

async function parsed(path: string) {
  const { identified, dialect } = await openSource(path, REPORT_FORMATS, null);
  if (!identified) throw new Error(`${path} is not recognised`);
  const text = decodeBytes(readFileSync(path), dialect.encoding, { fatal: true, isWhole: true }).replace(/^\ufeff/, '');
  const rows = firstRows(text, dialect, Number.MAX_SAFE_INTEGER, true).map((row) => row.cells);
  return { rows, dialect, skipRows: identified.skipRows, binding: bind(identified.match, identified.header) };
}

function encoded(text: string, dialect: TextDialect): Uint8Array {
  const written = encodeText(text, dialect.encoding, { bom: dialect.bom });
  if ('unencodable' in written) throw new Error(`cannot write ${written.unencodable}`);
  return written;
}
