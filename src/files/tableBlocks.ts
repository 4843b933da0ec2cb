/**
 * Text that holds several tables: blocks under comments (`# …`), each with dates and a header of its own, separated by blank lines
 * or further comments, as Google Analytics 4 exports reports, snapshots and explorations. They are melted into one long table, so
 * that an ordinary report format can read them:
 *
 * | column | what it holds |
 * |---|---|
 * | block | number of the block and its title; in front `totals` for rows that sum it up, `undated` where no comment says its days, else `split` for rows that are not about everything |
 * | start, end | the days that the row is about, `YYYY-MM-DD`: the block's, or the day itself where a column of the block is one |
 * | dimension, value | what the row is about, joined by ` / ` where there are several; empty: everything |
 * | one column a metric | of all blocks, by name; empty where the block of the row has not measured it |
 *
 * A row of the file is a row of the table, on the file's own line. A day is a column of dates (`20260831`) or `Nth day` (`0000` is the
 * first), which in other languages is told by its cells: it counts all days of the block from `0000` on. The first column is a dimension,
 * and so is each up to the last that holds a word.
 */
import { addDays, type Day, dayOf, daysBetween } from '../core/day.js';
import { FileDamage } from './damage.js';
import { firstRows, type TextRow } from './firstRows.js';

const COLUMNS = ['block', 'start', 'end', 'dimension', 'value'];

interface Block {
  readonly number: number;
  readonly title: string;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly header: readonly string[];
  readonly rows: TextRow[];
}

const RULER = /^#\s*-{5,}\s*$/;

/** Whether a text begins as such a file does: a comment, and comments that name days or are drawn as a ruler. */
export function isBlockText(head: string): boolean {
  const lines = head.slice(0, 20_000).split(/\r\n?|\n/);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  return first.startsWith('#') && lines.some((line) => RULER.test(bare(line)) || (line.startsWith('#') && daysIn(line).length > 0));
}

/** The blocks of a whole text as one table; its first row is the header. */
export function meltBlocks(text: string): TextRow[] {
  const blocks = blocksOf(text);
  const metrics = [...new Set(blocks.flatMap(({ header, rows }) => header.slice(dimensionsOf(header, rows))))];
  return [{ line: 1, cells: [...COLUMNS, ...metrics] }, ...blocks.flatMap((block) => meltBlock(block, metrics))];
}

/** What parts the cells of the first line that is no comment; spreadsheets save with semicolons where the comma is a decimal mark. */
function delimiterOf(text: string): string {
  const line = /^[^#\r\n][^\r\n]*/m.exec(text)?.[0] ?? '';
  const count = (mark: string) => line.split(mark).length;
  return count('\t') > 1 ? '\t' : count(';') > count(',') ? ';' : ',';
}

function blocksOf(text: string): Block[] {
  const delimiter = delimiterOf(text);
  const blocks: Block[] = [];
  let block: Block | null = null;
  let comments: string[] = [];
  let nextLine = 1;
  for (const row of firstRows(text, { delimiter, quoting: 'double' }, Number.POSITIVE_INFINITY, true)) {
    const first = row.cells[0] as string;
    const isComment = first.startsWith('#');
    if (isComment || row.line > nextLine) block = null;
    nextLine = row.line + 1 + row.cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
    if (isComment) comments.push(bare(first));
    // A blank line that a spreadsheet padded.
    else if (row.cells.every((cell) => cell === '')) block = null;
    else if (block) block.rows.push(row);
    else {
      block = startBlock(blocks, comments, row);
      blocks.push(block);
      comments = [];
    }
  }
  return blocks;
}

/** A block without dates of its own has those above it. */
function startBlock(before: readonly Block[], comments: readonly string[], header: TextRow): Block {
  const days = comments.flatMap(daysIn);
  const title =
    comments
      .filter((line) => !RULER.test(line) && daysIn(line).length === 0)
      .at(-1)
      ?.replace(/^#\s*/, '') ?? '';
  const last = before.at(-1);
  const names = header.cells.map((cell) => cell.trim());
  // Comparisons repeat the names of their metrics.
  const cells = names.map((name, at) => (name !== '' && names.indexOf(name) < at ? `${name} (${at + 1})` : name));
  return {
    number: before.length + 1,
    title: title.trim(),
    start: days[0] ?? last?.start ?? null,
    end: days[1] ?? days[0] ?? last?.end ?? null,
    header: cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1),
    rows: [],
  };
}

/** Spreadsheets pad comments with delimiters. */
function bare(line: string): string {
  return line.replace(/[,;\t\s]+$/, '');
}

/** Days in a comment: `# Start date: 20260801`, `# 20260801-20260831`. */
function daysIn(comment: string): Day[] {
  const found = /^#\s*(?:[^:]*[:：]\s*)?(20\d{6})(?:\s*[-–]\s*(20\d{6}))?$/.exec(bare(comment));
  return [found?.[1], found?.[2]].flatMap((text) => dayIn(text ?? '') ?? []);
}

function dayIn(text: string): Day | null {
  const found = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

function meltBlock(block: Block, metrics: readonly string[]): TextRow[] {
  const data = block.rows.filter((row) => !isTotal(row));
  const dimensions = dimensionsOf(block.header, data);
  const days = dayColumn(block, data, dimensions);
  return block.rows.map((row) => meltRow(block, row, dimensions, days, metrics));
}

function meltRow(block: Block, row: TextRow, dimensions: number, days: DayColumn | null, metrics: readonly string[]): TextRow {
  const { header, number, title, start, end } = block;
  const total = isTotal(row);
  if (row.cells.length < header.length || (!total && row.cells.slice(header.length).some((cell) => cell !== ''))) refuse(block, row);
  const day = days && !total ? days.dayOf(row.cells[days.at] as string) : null;
  const about = header.map((name, at) => ({ name, value: row.cells[at] as string, at })).slice(0, dimensions);
  const others = about.filter(({ at }) => day === null || at !== days?.at);
  const state = total ? 'totals ' : start === null && day === null ? 'undated ' : others.length > 0 ? 'split ' : '';
  return {
    line: row.line,
    cells: [
      `${state}${number}${title === '' ? '' : ` ${title}`}`,
      day ?? start ?? '',
      day ?? end ?? '',
      others.map(({ name }) => name).join(' / '),
      others.map(({ value }) => value).join(' / '),
      ...metrics.map((metric) => {
        const at = header.indexOf(metric, dimensions);
        return at === -1 ? '' : (row.cells[at] as string);
      }),
    ],
  };
}

function refuse({ header }: Block, row: TextRow): never {
  const hint = 'If it is the last row, the download was cut off: download the report again';
  throw new FileDamage(row.line, `the row has ${row.cells.length} cells, the header of its table has ${header.length}`, hint);
}

/** English, German, French, Spanish, Italian, Portuguese, Japanese. */
const TOTALS =
  /^(?:grand total|totals?|gesamtsumme|summen?|total général|totaux|total general|totales|totale complessivo|totali|total geral|totais|総計|合計)$/i;

function isTotal({ cells }: TextRow): boolean {
  return cells.some((cell) => TOTALS.test(cell.trim()));
}

const NUMBER = /^-?[\d.,]*\d%?$/;
/** Names of dimensions whose values are numbers. */
const NUMBERED = /^(nth |date$|day$|day of |hour$|month$|week$|year$|year |.* id$)/i;

/** How many of the columns, from the left, say what a row is about. */
function dimensionsOf(header: readonly string[], rows: readonly TextRow[]): number {
  if (header.length < 2) return 0;
  const isWord = (at: number) => rows.some(({ cells }) => (cells[at] ?? '') !== '' && !NUMBER.test(cells[at] as string));
  let count = 1;
  for (let at = 1; at < header.length - 1; at++) if (isWord(at)) count = at + 1;
  while (count < header.length - 1 && NUMBERED.test(header[count] as string)) count++;
  return count;
}

interface DayColumn {
  readonly at: number;
  readonly dayOf: (cell: string) => Day;
}

/** The dimension that is a day in every row. */
function dayColumn({ header, start, end }: Block, rows: readonly TextRow[], dimensions: number): DayColumn | null {
  for (let at = 0; at < dimensions; at++) {
    const cells = rows.map((row) => row.cells[at] ?? '');
    if (cells.length === 0) return null;
    if (cells.every((cell) => dayIn(cell) !== null)) return { at, dayOf: (cell) => dayIn(cell) as Day };
    if (start === null || end === null) continue;
    const length = daysBetween(start, end) + 1;
    const isNamed = /^nth day$/i.test(header[at] as string);
    const countsAll = dimensions === 1 && length > 1 && cells.length === length && cells.every((cell, day) => Number(cell) === day);
    if (!isNamed && !countsAll) continue;
    if (cells.every((cell) => /^\d{4,}$/.test(cell) && Number(cell) < length)) return { at, dayOf: (cell) => addDays(start, Number(cell)) };
  }
  return null;
}
