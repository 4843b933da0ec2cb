/** What holds for any table, whatever the exports have brought. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import envelopeSchema from '../../docs/schemas/table.schema.json' with { type: 'json' };
import type { Cell, Table } from '../../src/core/table.js';
import { machineCell } from '../../src/output/cell.js';
import { writeCsv } from '../../src/output/csv.js';
import { kindIn } from '../../src/output/format.js';
import { htmlWriter } from '../../src/output/html.js';
import { OUTPUT_FORMAT_NAMES, render, renderBlocks } from '../../src/output/index.js';
import { escapeControls, writeJson } from '../../src/output/json.js';
import { writeJsonLines } from '../../src/output/jsonl.js';
import { writeMarkdown } from '../../src/output/md.js';
import { jsonSchemaOf } from '../../src/output/schema.js';
import { writeTable } from '../../src/output/table.js';
import { writeTsv } from '../../src/output/tsv.js';
import { measureGraphemesWith } from '../../src/output/width.js';
import { anyTable } from './arbitrary.js';
import { PAGE, TABLE } from './sample.js';

const PLAIN = { color: false, width: null };
const writeHtml = htmlWriter(null);

measureGraphemesWith(stringWidth);

const whole = (parts: Iterable<string>): string => [...parts].join('');

/**
 * What CSV says of a machine cell: control characters as pictures, formulas as text. Written again here, apart from the
 * writer.
 */
function expectedInCsv(cell: Cell, isText: boolean): string {
  if (cell === null) return '';
  if (Array.isArray(cell)) return cell.map((point) => `${point}`).join(' ');
  if (!isText) return `${cell as string}`;
  const pictured = [...(cell as string)].map((character) => {
    const code = character.charCodeAt(0);
    if (code === 127) return '␡';
    if (code > 127 && code < 160) return '\ufffd';
    return code < 32 && !'\t\n\r'.includes(character) ? String.fromCharCode(0x2400 + code) : character;
  });
  const joined = pictured.join('');
  return joined !== '' && '=+-@\t\r'.includes(joined.charAt(0)) ? `'${joined}` : joined;
}

test('CSV parses back to the machine cells', () => {
  fc.assert(
    fc.property(anyTable, fc.boolean(), (table, bom) => {
      const expected = table.rows.map((row) =>
        table.columns.map((column) => {
          const cell = machineCell(row[column.key] ?? null, kindIn(row, column), row.currency as string | null);
          return expectedInCsv(cell, column.kind === 'text');
        }),
      );
      const csv = whole(writeCsv(table, { ...PLAIN, bom }));
      expect(csv.startsWith('\ufeff')).toBe(bom);
      expect(parse(csv, { bom: true, record_delimiter: '\n' })).toEqual([table.columns.map((column) => column.key), ...expected]);
    }),
  );
});

test('a CSV of one column has a record for every row', () => {
  const table: Table = {
    id: 'test.one/1',
    columns: [{ key: 'a', header: 'A', kind: 'text' }],
    rows: [{ a: null }, { a: 'x' }],
  };
  expect(whole(writeCsv(table, PLAIN))).toBe('a\n""\nx\n');
});

test('TSV has one line a row and one field a column', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const lines = whole(writeTsv(table)).split(/\r\n|[\n\r\u2028\u2029]/);
      expect(lines.at(-1)).toBe('');
      expect(lines.slice(0, -1).map((line) => line.split('\t').length)).toEqual(Array(table.rows.length + 1).fill(table.columns.length));
    }),
  );
});

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const envelope = ajv.compile(envelopeSchema);

test('JSON is what its schema says, jsonl its rows', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const json = JSON.parse(whole(writeJson(table)));
      const validate = ajv.compile(jsonSchemaOf(table));
      expect(validate(json), ajv.errorsText(validate.errors)).toBe(true);
      expect(envelope(json), ajv.errorsText(envelope.errors)).toBe(true);
      const lines = whole(writeJsonLines(table)).split('\n').slice(0, -1);
      expect(lines.map((line) => JSON.parse(line))).toEqual(json.rows);
    }),
    { numRuns: 60 },
  );
});

test('JSON is written row by row as it would be written at once', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const json = whole(writeJson(table));
      expect(json).toBe(`${escapeControls(JSON.stringify(JSON.parse(json), null, 2))}\n`);
    }),
    { numRuns: 60 },
  );
});

test('the blocks of any table are its rows one after the other, and none is larger than it need be', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, fc.integer({ min: 1, max: 300 }), fc.constantFrom('csv', 'tsv', 'jsonl'), async (table, times, format) => {
      const written = (rows: Table['rows']) => render({ ...table, rows }, format, PLAIN);
      const head = await written([]);
      const rows = await Promise.all(table.rows.map(async (row) => (await written([row])).slice(head.length)));
      const many = Array.from({ length: times }, () => table.rows).flat();
      const blocks = [...(await renderBlocks({ ...table, rows: many }, format, PLAIN))];
      expect(blocks.join('') === head + rows.join('').repeat(times)).toBe(true);
      const longest = Math.max(head.length, ...rows.map((row) => row.length));
      for (const block of blocks) expect(block.length).toBeLessThan(16_000 + longest);
    }),
    { numRuns: 60 },
  );
});

test('the schema refuses what is not the table', () => {
  const validate = ajv.compile(jsonSchemaOf(TABLE));
  const json = JSON.parse(whole(writeJson(TABLE)));
  expect(validate(json)).toBe(true);
  const [first, ...others] = json.rows;
  const withFirst = (row: object) => ({ ...json, rows: [row, ...others] });
  const { sku: _, ...withoutSku } = first;
  expect(validate({ ...json, schema: 'eco.test.sample/2' })).toBe(false);
  expect(validate(withFirst(withoutSku))).toBe(false);
  expect(validate(withFirst({ ...first, surprise: 1 }))).toBe(false);
  expect(validate(withFirst({ ...first, profit_amount: 4812.4 }))).toBe(false);
  expect(validate(withFirst({ ...first, units: 1.5 }))).toBe(false);
});

test('the keys of JSON stand in their order', () => {
  const json = JSON.parse(whole(writeJson({ id: 'test.empty/1', columns: [], rows: [] })));
  expect(Object.keys(json)).toEqual(['schema', 'as_of', 'params', 'rows', 'totals', 'notes']);
  expect(json).toEqual({ schema: 'eco.test.empty/1', as_of: null, params: {}, rows: [], totals: [], notes: [] });
  expect(Object.keys(JSON.parse(whole(writeJson(TABLE))).rows[0])).toEqual(TABLE.columns.map((column) => column.key));
});

// A last column of numbers that are all known ends every line, so that a line that is laid out wrongly ends somewhere
// else.
function endingInNumbers(table: Table): Table {
  const columns = [...table.columns, { key: 'last', header: 'N', kind: 'integer' as const }];
  const counted = (rows: Table['rows']) => rows.map((row, index) => ({ ...row, last: index + 1 }));
  return { ...table, title: undefined, columns, rows: counted(table.rows), totals: counted(table.totals ?? []) };
}

test('all lines of a terminal table end in the same column', () => {
  fc.assert(
    fc.property(anyTable, fc.boolean(), (table, color) => {
      const shown = endingInNumbers(table);
      const lines = writeTable(shown, { color, width: null }).split('\n').slice(0, -1);
      const laidOut = lines.filter((line) => !line.includes('no rows'));
      expect(new Set(laidOut.map((line) => stringWidth(line))).size).toBe(1);
      const rules = shown.totals?.length ? 2 : 1;
      expect(lines).toHaveLength(1 + rules + Math.max(shown.rows.length, 1) + (shown.totals?.length ?? 0));
    }),
  );
});

test('no line of a table is wider than the terminal, but of a single column of numbers', () => {
  fc.assert(
    fc.property(anyTable, fc.integer({ min: 2, max: 200 }), (table, width) => {
      const shown = { ...table, title: undefined, columns: [{ key: 'first', header: 'Key', kind: 'text' as const }, ...table.columns] };
      for (const line of writeTable(shown, { color: false, width }).split('\n'))
        expect(stringWidth(line)).toBeLessThanOrEqual(Math.max(width, 7));
    }),
  );
});

test('a table that is too wide is shortened in its texts, never in its numbers', () => {
  const narrow = writeTable({ ...TABLE, title: undefined }, { color: false, width: 100 });
  for (const line of narrow.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(100);
  for (const number of ['4,812.40', '−1,234.567', '1,250,000', '38.4615', '150.0 %']) expect(narrow).toContain(number);
  expect(writeTable(TABLE, PLAIN)).not.toContain('…');
});

/** Every control character but tab and line breaks, which CSV may hold. */
const DRIVING = /[^\P{Cc}\t\n\r]/u;

test('no output can drive a terminal', async () => {
  const values = [TABLE, PAGE];
  for (const value of values) {
    for (const format of OUTPUT_FORMAT_NAMES) expect(await render(value, format, PLAIN)).not.toMatch(DRIVING);
  }
  fc.assert(
    fc.property(anyTable, (table) => {
      for (const text of [writeTable(table, PLAIN), writeMarkdown(table), writeHtml(table, PLAIN), whole(writeTsv(table))]) {
        expect(text).not.toMatch(/[^\P{Cc}\t\n]/u);
      }
      for (const text of [whole(writeCsv(table, PLAIN)), whole(writeJson(table)), whole(writeJsonLines(table))])
        expect(text).not.toMatch(DRIVING);
    }),
  );
});

test('colours are the only escapes that colour brings', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const colored = writeTable(table, { color: true, width: 80 });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes of colours are what is removed
      expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(writeTable(table, { color: false, width: 80 }));
    }),
  );
});

test('HTML has no tag that comes of data', () => {
  const OWN =
    /<\/?(?:!doctype html|html|head|meta|title|style|body|main|h1|p|div|table|thead|tbody|tfoot|tr|th|td|span|svg|polyline|circle|footer)(?: [a-z]+[^<>]*)?\/?>/gi;
  fc.assert(
    fc.property(anyTable, (table) => {
      const tagsOnly = writeHtml(table, PLAIN).replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
      expect(tagsOnly.replace(OWN, '')).not.toMatch(/[<>]/);
      expect(tagsOnly).not.toMatch(/<script/i);
    }),
  );
});

test('a Markdown table has the same number of cells in every line', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const lines = writeMarkdown({ ...table, notes: [], title: undefined })
        .split('\n')
        .filter((line) => line.startsWith('|'));
      const bars = lines.map((line) => line.replace(/\\./g, '').split('|').length);
      expect(new Set(bars).size).toBe(1);
      expect(lines).toHaveLength(2 + table.rows.length + (table.totals?.length ?? 0));
    }),
  );
});
