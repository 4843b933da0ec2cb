/**
 * Nothing of a person reaches the disk or the screen, whatever becomes of a file of orders: taken, refused, taken without its bad rows,
 * undone, taken again, backed up, folded again. The files are the fixtures with people in every column that holds them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TextDialect } from '../../src/files/dialect.js';
import { encodeText } from '../../src/files/encodeText.js';
import { decodeBytes } from '../../src/files/encoding.js';
import { firstRows } from '../../src/files/firstRows.js';
import { writeRow } from '../../src/files/writeRow.js';
import { openSource } from '../../src/importing/source.js';
import { type Binding, bind } from '../../src/platforms/binding.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
import { run, type TestContext, testContext } from '../cli/testContext.js';
import { CANARIES, tracesBelow, tracesIn } from './canaries.js';
import { someOf } from './someFormats.js';

interface Report {
  readonly formatId: string;
  readonly path: string;
}

/** One text file of each report that holds people: orders, statements, reviews. Workbooks go through the same reader. */
const reports: Report[] = REPORT_FORMATS.filter((format) => format.people).flatMap((format) => {
  const folder = join('fixtures/platforms', ...format.id.split('.'));
  const file = readdirSync(folder)
    .filter((name) => ['.txt', '.csv'].includes(extname(name)))
    .sort((a, b) => readFileSync(join(folder, b)).length - readFileSync(join(folder, a)).length)[0];
  return file === undefined ? [] : [{ formatId: format.id, path: join(folder, file) }];
});

interface Peopled {
  readonly dialect: TextDialect;
  readonly binding: Binding;
  /** Rows above the data. */
  readonly above: readonly string[][];
  /** Rows of data, with people in every column that is not kept. */
  readonly rows: readonly string[][];
}

async function peopled(path: string): Promise<Peopled> {
  const source = await openSource(path, REPORT_FORMATS, null);
  if (!source.identified) throw new Error(`${path} ${source.problem}`);
  const { dialect, identified } = source;
  const binding = bind(identified.match, identified.header);
  const text = decodeBytes(readFileSync(path), dialect.encoding, { fatal: true, isWhole: true }).replace(/^\uFEFF/, '');
  const all = firstRows(text, dialect, Number.MAX_SAFE_INTEGER, true).map(({ cells }) => cells);
  const orderAt = binding.bound.get('orderId') ?? binding.bound.get('reviewId');
  const isOrder = (cells: readonly string[]) =>
    cells.length === identified.header.length && (orderAt === undefined || /\d{3}/.test(cells[orderAt] as string));
  const rows = all
    .slice(identified.skipRows)
    .filter(isOrder)
    .map((cells) => cells.map((cell, at) => (binding.kept.includes(at) ? cell : person(at))));
  return { dialect, binding, above: all.slice(0, identified.skipRows), rows };
}

function person(at: number): string {
  return CANARIES[at % CANARIES.length] as string;
}

function fileOf({ dialect, above }: Peopled, rows: readonly string[][]): Uint8Array {
  const text = [...above, ...rows].map((cells) => `${writeRow(cells, dialect)}${dialect.lineEnd}`).join('');
  const bytes = encodeText(text, dialect.encoding, { bom: dialect.bom });
  if ('unencodable' in bytes) throw new Error(`cannot write ${bytes.unencodable}`);
  return bytes;
}

/** Ways in which a row goes wrong, each with people where they should not be. */
const DAMAGES: Readonly<Record<string, (row: string[], file: Peopled) => string[][]>> = {
  'a delimiter too many': (row) => [[...row.slice(0, 2), CANARIES[0], ...row.slice(2)]],
  'a delimiter too many before empty cells': (row, { binding }) => {
    // As an unquoted comma in a street does it: the row is as long as its header but for an empty cell.
    const first = row.findIndex((_, at) => !binding.kept.includes(at));
    return [[...row.slice(0, first), CANARIES[3], ...row.slice(first, -1), '']];
  },
  'delimiters too many in a note': (row, { binding }) => {
    const first = row.findIndex((_, at) => !binding.kept.includes(at));
    return [[...row.slice(0, first), ...CANARIES, ...CANARIES, ...row.slice(first, -8), '', '', '', '', '', '', '', '']];
  },
  'a line break in a note': (row) => {
    const middle = Math.floor(row.length / 2);
    return [
      [...row.slice(0, middle), CANARIES[0]],
      [CANARIES[3], ...row.slice(middle)],
    ];
  },
  'a note behind the last cell': (row) => [[...row, CANARIES[0], CANARIES[2]]],
  'a cut end': (row) => [row.slice(0, Math.floor(row.length / 2))],
  'a cell too few': (row) => [row.slice(1)],
  'people in every cell': (row) => [row.map((_, at) => person(at))],
  'a name for a quantity': (row, file) => [put(row, file, 'quantity', CANARIES[0])],
  'a phone for an amount': (row, file) => [put(put(row, file, 'unitPrice', CANARIES[1]), file, 'lineAmount', CANARIES[1])],
  'a name for a month': (row, file) => [put(row, file, 'orderedAt', '20 Wilhelmina 2026')],
  'a name for a time zone': (row, file) => [put(row, file, 'orderedAt', '2026-11-20 10:00:00 Canarybird')],
  'a mail for an order number': (row, file) => [put(row, file, 'orderId', CANARIES[2])],
  'a name for an order number': (row, file) => [put(row, file, 'orderId', CANARIES[0])],
  'a street for an order number and a bad amount': (row, file) => [
    (['quantity', 'unitPrice', 'lineAmount'] as const).reduce(
      (bad, field) => put(bad, file, field, 'x'),
      put(row, file, 'orderId', CANARIES[3]),
    ),
  ],
};

function put(row: string[], { binding }: Peopled, field: 'quantity' | 'unitPrice' | 'lineAmount' | 'orderedAt' | 'orderId', cell: string) {
  const at = binding.bound.get(field);
  return at === undefined ? row : row.with(at, cell);
}

/** Runs commands and returns all that they printed. */
async function printed(context: TestContext, ...commands: string[][]): Promise<string> {
  let text = '';
  for (const words of commands) {
    const { out, err } = await run(context, ...words);
    text += out + err;
  }
  return text;
}

const LOOKS = [
  ['files', 'list', '--format', 'json'],
  ['files', 'show', '1', '--verbose'],
  ['orders', 'list', '--format', 'csv'],
  ['db', 'check', '--deep'],
];

/** Damages of what orders have. */
const OF_ORDERS = /^a (name|phone|mail|street) for /;

/** Whole imports take their time: usually each report meets a few of the damages, each damage a few of the reports; all with ECO_ALL_FORMATS=1. */
const EACH_MEETS_ONE_IN = 12;

describe.each(reports.map((report, place) => ({ ...report, place })))('$formatId', ({ formatId, path, place }) => {
  const isOfOrders = REPORT_FORMATS.some(({ id, fills }) => id === formatId && fills.includes('orders'));
  it('is taken, undone, taken again, backed up and folded again without a trace of people', async () => {
    const context = testContext({ database: true });
    const file = await peopled(path);
    const bytes = fileOf(file, [...file.rows]);
    expect(tracesIn(bytes).length).toBeGreaterThan(1);
    const name = `orders${extname(path)}`;
    writeFileSync(join(context.dir, name), bytes);
    const begun = await run(context, 'import', name, '--verbose', '--format', 'json');
    expect(begun.exitCode).toBe(0);
    expect((JSON.parse(begun.out) as { rows: { rows_new: number }[] }).rows[0]?.rows_new).toBe(file.rows.length);
    const said = await printed(
      context,
      ['import', name, '--dry-run', '--verbose'],
      ...LOOKS,
      ['files', 'undo', '1', '--yes'],
      ['import', name, '--verbose'],
      ['db', 'backup', 'copy.db'],
      ['db', 'rebuild'],
      ...LOOKS,
    );
    expect(tracesIn(Buffer.from(begun.out + begun.err + said))).toEqual([]);
    expect(tracesBelow(context.dir, [name])).toEqual([]);
    expect(readdirSync(context.dir)).toEqual(expect.arrayContaining(['copy.db', 'eco.db', 'eco.db.key']));
  });

  const damages = Object.keys(DAMAGES).filter((damage) => isOfOrders || !OF_ORDERS.test(damage));
  describe.each(someOf(damages, EACH_MEETS_ONE_IN, place))('with %s', (damage) => {
    it('leaves no trace of people, refused or taken without the row', async ({ skip }) => {
      const context = testContext({ database: true });
      const file = await peopled(path);
      const [first, ...others] = file.rows as [string[], ...string[][]];
      const damaged = (DAMAGES[damage] as (typeof DAMAGES)[string])([...first], file);
      if (JSON.stringify(damaged) === JSON.stringify([first])) skip('the report has no such column');
      const name = `orders${extname(path)}`;
      // The row before and after it are well.
      writeFileSync(join(context.dir, name), fileOf(file, [...others, ...damaged, ...others.slice(0, 1)]));
      const refused = await run(context, 'import', name, '--verbose');
      expect(refused.exitCode).toBe(1);
      const said = await printed(
        context,
        ['import', name, '--dry-run', '--skip-bad-rows', '--rejects', 'dry.csv'],
        ['import', name, '--skip-bad-rows', '--rejects', 'rejects.csv', '--verbose'],
        ...LOOKS,
        ['files', 'show', '2'],
        ['db', 'backup', 'copy.db'],
        ['db', 'rebuild'],
        ...LOOKS,
      );
      expect(tracesIn(Buffer.from(refused.out + refused.err + said))).toEqual([]);
      expect(tracesBelow(context.dir, [name])).toEqual([]);
      expect(readFileSync(join(context.dir, 'rejects.csv'), 'utf8').split('\n').length).toBeGreaterThan(2);
    });
  });
});
