/**
 * The CSV form of a plan, for spreadsheets: one row a change, the plan itself (title, what it was made from) as JSON in the column
 * `plan` of the first row. Exactly invertible:
 *
 * - An empty cell is null. An empty text is a lone apostrophe.
 * - What a spreadsheet would run as a formula (it starts with = + - @ TAB or CR) gets a leading apostrophe, as everywhere in eco. So
 *   that it can be taken off again without harm to a text that begins with apostrophes itself, such a text gets one more too: every
 *   text that is apostrophes followed by nothing, or by such a character, is written with one apostrophe more than it has.
 *
 * A file made by hand needs only `field`, `after` and one of `entity_id` and `sku`. Commas, semicolons and tabs are told apart by the header; line numbers
 * are those of the file, also behind cells with line breaks.
 */
import { inBlocks } from '../../core/blocks.js';
import { UserError } from '../../core/errors.js';
import { nearestName } from '../../core/nearest.js';
import type { ChangePlan } from '../../core/plan.js';
import { lineEndOf } from '../../files/dialect.js';
import { byteOrderMark, decodeBytes, possibleEncodings } from '../../files/encoding.js';
import { firstRows } from '../../files/firstRows.js';
import { quotedIfNeeded } from '../../files/quote.js';
import { createTextReader, FileDamage } from '../../files/textReader.js';
import { writeRow } from '../../files/writeRow.js';
import type { PlanStatus } from '../kept/status.js';
import { type Mistake, refuseMistakes } from './fileMistakes.js';
import {
  ADDED_KEYS,
  CHANGE_KEYS,
  type Draft,
  type DraftChange,
  type Envelope,
  envelopeOf,
  envelopeProblems,
  flatChange,
  isObject,
  meantCell,
} from './planKeys.js';

const COMMAS = { delimiter: ',', quoting: 'double' } as const;
/** The column of the plan itself. */
const PLAN_KEY = 'plan';

/** The text of a plan, with its final newline. Statuses stand in the order of the changes. */
export function writePlanCsv(plan: ChangePlan, statuses: readonly PlanStatus[], isPart = false): string {
  return [...planCsvBlocks(plan, statuses, isPart)].join('');
}

/** The same in blocks of lines, for large plans: nobody need hold all of it. */
export function planCsvBlocks(plan: ChangePlan, statuses: readonly PlanStatus[], isPart = false): Iterable<string> {
  return inBlocks(planCsvLines(plan, statuses, isPart));
}

function* planCsvLines(plan: ChangePlan, statuses: readonly PlanStatus[], isPart: boolean): Generator<string> {
  // A part of a plan says so in every row: whichever of them is deleted, the missing changes are not taken for deleted ones.
  const envelope = JSON.stringify(isPart ? { ...envelopeOf(plan), part: true } : envelopeOf(plan));
  yield `${writeRow([...CHANGE_KEYS, PLAN_KEY], COMMAS)}\n`;
  // Half of the columns say the same in every row.
  let before: (string | null)[] = [];
  const asWritten: string[] = [];
  for (const [at, change] of plan.changes.entries()) {
    // Its keys stand in the order of CHANGE_KEYS.
    const cells: (string | null)[] = Object.values(flatChange(plan.id, change, statuses[at] ?? 'proposed'));
    cells.push(isPart || at === 0 ? envelope : null);
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] as string | null;
      if (at === 0 || cell !== before[column]) asWritten[column] = written(cell);
    }
    before = cells;
    yield `${asWritten.join(',')}\n`;
  }
}

function written(cell: string | null): string {
  if (cell === null) return '';
  if (PLAIN.test(cell)) return cell;
  // Which text it is that no file can hold, writeRow says.
  return cell.includes('\0') ? writeRow([cell], COMMAS) : quotedIfNeeded(guarded(cell), COMMAS.delimiter);
}

/** A cell that is written as it is. */
const PLAIN = /^[^'=+\-@\t\r\n",\0\ufeff][^",\n\r\0]*$/;

/** First letters that may ask for an apostrophe; nearly no cell begins with one. */
const GUARDED: ReadonlySet<string> = new Set("'=+-@\t\r");

function guarded(text: string | null): string {
  if (text === null) return '';
  return (text === '' || GUARDED.has(text[0] as string)) && /^'*(?:[=+\-@\t\r]|$)/.test(text) ? `'${text}` : text;
}

function unguarded(cell: string): string | null {
  if (cell === '') return null;
  return /^'+(?:[=+\-@\t\r]|$)/.test(cell) ? cell.slice(1) : cell;
}

/** The text of a plan file in whatever Unicode encoding a spreadsheet saved it. */
export function decodePlanFile(bytes: Uint8Array, name: string): string {
  const [encoding] = possibleEncodings(bytes, true);
  if (encoding === undefined || !/^utf-/.test(encoding)) {
    throw new UserError(`${name} is not in UTF-8, so its letters cannot be told for sure. Save it as "CSV UTF-8" and run this again.`);
  }
  const text = decodeBytes(bytes, encoding, { fatal: false, isWhole: true });
  return byteOrderMark(bytes) === null ? text : text.slice(1);
}

/** What a CSV text says. */
export function readPlanCsv(text: string, name: string): Draft {
  const delimiter = [',', ';', '\t'].sort((a, b) => knownColumns(text, b) - knownColumns(text, a))[0] as string;
  const header = headerOf(text, delimiter);
  const mistakes: Mistake[] = [];
  const notes = checkHeader(header, mistakes);
  refuseMistakes(name, mistakes);
  const rows = dataRows(text, delimiter, header.length, name, mistakes);
  const planAt = header.indexOf(PLAN_KEY);
  const envelopes = planAt < 0 ? [] : rows.filter(({ cells }) => cells[planAt] !== '');
  const envelope = envelopeIn(envelopes[0]?.cells[planAt], envelopes[0]?.line ?? 1, mistakes);
  const changes = rows.map(({ line, cells }): DraftChange => {
    const entries = CHANGE_KEYS.flatMap((key) =>
      header.includes(key) ? [[key, meantCell(key, unguarded(cells[header.indexOf(key)] ?? ''))]] : [],
    );
    return { cells: Object.fromEntries(entries) as DraftChange['cells'], lineOf: () => line };
  });
  const planId = onePlan(changes, mistakes);
  refuseMistakes(name, mistakes);
  const isPart = (envelope as { part?: unknown } | null)?.part === true;
  const envelopeAt = () => ({ line: envelopes[0]?.line ?? 1, key: PLAN_KEY });
  return { name, planId, envelope, isPart, envelopeAt, keys: new Set(CHANGE_KEYS.filter((key) => header.includes(key))), changes, notes };
}

function headerOf(text: string, delimiter: string): string[] {
  return (firstRows(text, { delimiter, quoting: 'double' }, 1, true)[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase());
}

function knownColumns(text: string, delimiter: string): number {
  return headerOf(text, delimiter).filter((key) => (CHANGE_KEYS as readonly string[]).includes(key)).length;
}

/** Columns that are needed, or the one that was probably meant by another; notes about those that are not read. */
function checkHeader(header: readonly string[], mistakes: Mistake[]): string[] {
  const known: readonly string[] = [...CHANGE_KEYS, ...ADDED_KEYS, PLAN_KEY];
  const strange = header.filter((key) => key !== '' && !known.includes(key));
  const missing = (key: string, what: string) => {
    const nearest = nearestName(key, strange);
    const meant = nearest === null ? '' : ` Is "${nearest}" meant? Then call it "${key}"`;
    mistakes.push({ line: 1, key: null, text: `the column ${what} is missing; found ${header.join(', ') || 'no column'}.${meant}` });
  };
  for (const key of ['field', 'after'] as const) if (!header.includes(key)) missing(key, `"${key}"`);
  if (!header.includes('entity_id') && !header.includes('sku')) missing('entity_id', '"entity_id" or "sku"');
  const twice = header.find((key, at) => known.includes(key) && header.indexOf(key) !== at);
  if (twice !== undefined) mistakes.push({ line: 1, key: twice, text: 'there are two columns of this name' });
  return strange.length === 0
    ? []
    : [`columns not read: ${strange.map((key) => `${key} (nearest: ${nearestName(key, known)})`).join(', ')}`];
}

function dataRows(
  text: string,
  delimiter: string,
  columnCount: number,
  name: string,
  mistakes: Mistake[],
): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  const all = Array.from({ length: columnCount }, (_, at) => at);
  const dialect = { encoding: 'utf-8', bom: false, delimiter, quoting: 'double', lineEnd: lineEndOf(text) } as const;
  const irregular = (line: number, cells: string[]) => {
    // Spreadsheets write rows of nothing but delimiters.
    if (cells.some((cell) => cell !== ''))
      mistakes.push({
        line,
        key: null,
        text: `${cells.length} cells, ${columnCount} expected: is a quote or a ${delimiter === '\t' ? 'tab' : `"${delimiter}"`} missing?`,
      });
  };
  // The reader fills the same array with the next row.
  const row = (line: number, cells: readonly string[]) => cells.some((cell) => cell !== '') && rows.push({ line, cells: [...cells] });
  const sink = { row, irregular };
  const reader = createTextReader(dialect, { columnCount, wanted: all, kept: [] }, sink, { firstLine: 1, skipRows: 1 });
  try {
    reader.pushText(text);
    reader.end();
  } catch (error) {
    // Its own words are about files that a platform exported; this one somebody edited.
    if (error instanceof FileDamage) throw new UserError(`${name}, ${damageText(error)}`);
    throw error;
  }
  return rows;
}

function damageText({ line, reason }: FileDamage): string {
  const where = line === null ? '' : `line ${line}: `;
  return `${where}${reason}. A cell with a comma, a quote or a line break stands in quotes, and a quote in it is doubled ("3"" pipe"). Nothing was taken from the file.`;
}

function envelopeIn(cell: string | undefined, line: number, mistakes: Mistake[]): Envelope | null {
  if (cell === undefined) return null;
  const found = jsonIn(unguarded(cell) ?? '');
  const problems = isObject(found) ? envelopeProblems(found) : [{ key: '', text: '' }];
  if (problems.length === 0) return found as unknown as Envelope;
  const what = problems[0]?.key === '' ? '' : ` ("${problems[0]?.key}": ${problems[0]?.text})`;
  mistakes.push({
    line,
    key: PLAN_KEY,
    text: `this column holds what the plan was made from: leave it as it is, or take the column out${what}`,
  });
  return null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function onePlan(changes: readonly DraftChange[], mistakes: Mistake[]): string | null {
  const planId = changes[0]?.cells.plan_id ?? null;
  for (const change of changes) {
    const other = change.cells.plan_id ?? null;
    if (other !== planId)
      mistakes.push({
        line: change.lineOf('plan_id'),
        key: 'plan_id',
        text: `found ${other ?? 'nothing'}, but the first row says ${planId ?? 'nothing'}: one file, one plan`,
      });
  }
  return planId;
}
