/**
 * Mutated exports through the whole import: bytes flipped, cut, doubled, inserted, lines dropped and doubled, columns removed and
 * swapped, encodings changed, line ends changed. For every mutation: no crash (only errors that are meant), rows read = stored +
 * ignored + rejected, and the number of rows read is that of an independent count by csv-parse.
 *
 *     tsc -p tsconfig.build.json && node test/fuzz/mutations.mjs [RUNS] [SEED]
 *
 * Prints what became of the files; exits with 1 and the failing case (seed and number) when something is wrong.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { openDatabase } from '../../build/db/connection.js';
import { decodeHead } from '../../build/files/encoding.js';
import { importPath } from '../../build/importing/importPath.js';
import { openSource } from '../../build/importing/source.js';
import { REPORT_FORMATS } from '../../build/platforms/registry.js';

const runs = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);

/** mulberry32 */
function random(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.name.endsWith('.expected.json') ? [] : [path];
  });
}

const fixtures = filesBelow(new URL('../../fixtures/platforms', import.meta.url).pathname).map((path) => ({
  path,
  bytes: readFileSync(path),
}));
const folder = mkdtempSync(join(tmpdir(), 'eco-fuzz-'));
const db = openDatabase(join(folder, 'fuzz.db'));
const next = random(seed);
const below = (n) => Math.floor(next() * n);
const tally = {};
let checkedRows = 0;
let checkedFiles = 0;

const NASTY = [
  '"',
  ',',
  '\t',
  '\n',
  '\r',
  '\0',
  ';',
  '\ufeff',
  '4.68E+14',
  '-',
  '""',
  '=1+1',
  '\u001f',
  '\u001e',
  '９',
  'é',
  '漢',
  '1e999',
  'NaN',
];

function mutate(bytes) {
  let result = bytes;
  const times = 1 + below(3);
  for (let i = 0; i < times; i++) result = MUTATIONS[below(MUTATIONS.length)](result);
  return result;
}

const MUTATIONS = [
  (bytes) => {
    const copy = Buffer.from(bytes);
    for (let i = 0; i <= below(4); i++) if (copy.length > 0) copy[below(copy.length)] ^= 1 << below(8);
    return copy;
  },
  (bytes) => bytes.subarray(0, below(bytes.length + 1)),
  (bytes) => bytes.subarray(below(bytes.length + 1)),
  (bytes) => {
    const from = below(bytes.length + 1);
    const to = Math.min(bytes.length, from + below(200));
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
  },
  (bytes) => {
    const at = below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(NASTY[below(NASTY.length)]), bytes.subarray(at)]);
  },
  (bytes) => {
    const from = below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + below(60)))]);
  },
  lines((all) => all.filter((_, at) => at !== below(all.length))),
  lines((all) => all.flatMap((line) => (next() < 0.2 ? [line, line] : [line]))),
  lines((all) => [all[0], ...all.slice(1).sort(() => next() - 0.5)]),
  lines((all) => {
    const delimiter = all[0].includes('\t') ? '\t' : all[0].includes(';') ? ';' : ',';
    const column = below(all[0].split(delimiter).length);
    return all.map((line) =>
      line
        .split(delimiter)
        .filter((_, at) => at !== column)
        .join(delimiter),
    );
  }),
  lines((all) => {
    const delimiter = all[0].includes('\t') ? '\t' : ',';
    const width = all[0].split(delimiter).length;
    const [one, other] = [below(width), below(width)];
    return all.map((line) => {
      const cells = line.split(delimiter);
      [cells[one], cells[other]] = [cells[other], cells[one]];
      return cells.join(delimiter);
    });
  }),
  (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n')),
  (bytes) => iconv.encode(bytes.toString('utf8'), ['utf16le', 'gb18030', 'shift_jis', 'windows-1252'][below(4)], { addBOM: next() < 0.5 }),
  (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
];

function lines(change) {
  return (bytes) => {
    const all = bytes.toString('latin1').split('\n');
    return Buffer.from(change(all).join('\n'), 'latin1');
  };
}

/** Rows below the header by csv-parse alone; null where csv-parse and eco tolerate different things, and of several tables melted into one. */
function independentCount(bytes, source) {
  if (source.workbook || source.table !== null) return null;
  const { delimiter, quoting, encoding } = source.dialect;
  try {
    const rows = parse(decodeHead(bytes, encoding, true), {
      delimiter,
      quote: quoting === 'none' ? null : '"',
      relax_column_count: true,
      record_delimiter: source.dialect.lineEnd === '\r' ? ['\r\n', '\n', '\r'] : ['\r\n', '\n'],
      skip_empty_lines: true,
    });
    // Of a line that holds a lone CR the two think differently.
    if (rows.some((row) => row.length === 1 && /^\r?$/.test(row[0]))) return null;
    return rows.length - source.identified.skipRows;
  } catch {
    return null;
  }
}

const options = {
  as: null,
  store: null,
  client: null,
  period: { from: '2026-11-01', to: '2026-11-20' },
  skipBadRows: false,
  replace: true,
  dryRun: true,
  now: 1_795_000_000,
  localZone: () => 'UTC',
  databaseFile: join(folder, 'fuzz.db'),
  onProgress: () => undefined,
};

const begun = Date.now();
for (let run = 0; run < runs; run++) {
  const fixture = fixtures[below(fixtures.length)];
  const bytes = mutate(fixture.bytes);
  const path = join(folder, `case${extname(basename(fixture.path))}`);
  writeFileSync(path, bytes);
  const fail = (why) => {
    const kept = join(tmpdir(), `eco-fuzz-failure${extname(path)}`);
    writeFileSync(kept, bytes);
    console.error(`run ${run} of seed ${seed}, from ${fixture.path}: ${why}\nthe file: ${kept}`);
    process.exit(1);
  };
  try {
    const [result] = await importPath(db, path, basename(path), { ...options, skipBadRows: next() < 0.3 });
    tally[result.status] = (tally[result.status] ?? 0) + 1;
    if (result.message?.includes('undefined') || result.message?.includes('[object')) fail(`message: ${result.message}`);
    if (result.status !== 'imported' && result.status !== 'partial') continue;
    const ignored = Object.values(result.ignored).reduce((sum, rows) => sum + rows, 0);
    const { added, changed, unchanged } = result.step;
    const accounted = added + changed + unchanged + ignored + result.rowsRejected;
    if (accounted !== result.rowsRead) fail(`${result.rowsRead} rows read, ${accounted} accounted for: ${JSON.stringify(result)}`);
    const source = await openSource(path, REPORT_FORMATS, null);
    const counted = independentCount(bytes, source);
    if (counted === null) continue;
    checkedFiles++;
    checkedRows += counted;
    if (counted !== result.rowsRead) fail(`${result.rowsRead} rows read, csv-parse counts ${counted}`);
  } catch (error) {
    fail(error.stack);
  }
  if (run % 10_000 === 9_999) console.log(`${run + 1} files, ${((run + 1) / ((Date.now() - begun) / 1000)).toFixed(0)} a second`, tally);
}
db.close();
rmSync(folder, { recursive: true, force: true });
console.log(`${runs} mutations of ${fixtures.length} fixtures, seed ${seed}, ${((Date.now() - begun) / 1000).toFixed(0)} s:`, tally);
console.log(`${checkedFiles} taken files with ${checkedRows} rows counted independently, no difference`);
