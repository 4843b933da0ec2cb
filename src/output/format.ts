/**
 * What every output format shares: its options, the shape of a writer, and how a value gives up its table.
 * A writer is a pure function of the value and the options; it never asks what kind of terminal it writes to.
 */
import type { Block, Page } from '../core/page.js';
import { type Column, MEASURE_KINDS, type MeasureUnit, type PlainKind, type Row, type Table } from '../core/table.js';

export interface RenderOptions {
  /** Colours of a terminal (ANSI). Only the `table` format uses them. */
  readonly color: boolean;
  /** Columns of the terminal; null where there is none: then nothing is cut or wrapped. */
  readonly width: number | null;
  /** A byte order mark first, for Excel. Only the `csv` format uses it. */
  readonly bom?: boolean;
}

export type Writer = (value: Table | Page, options: RenderOptions) => string;

/** Of a format that has one row after the other: the parts of its text, made as they are asked for. */
export type PartsWriter = (value: Table | Page, options: RenderOptions) => Iterable<string>;

export function isPage(value: Table | Page): value is Page {
  return 'blocks' in value;
}

/** The table that machine formats print: a page's data, or the table itself. */
export function dataOf(value: Table | Page): Table {
  return isPage(value) ? value.data : value;
}

/** What a page says in text: without charts that only draw what is said already. */
export function writtenBlocks({ blocks }: Page): readonly Block[] {
  return blocks.filter((block) => block.type !== 'chart' || !block.isDrawnOnly);
}

/** The columns that people see: those that are not `detail`, or all of them where there is nothing else. */
export function shownColumns(table: Table): readonly Column[] {
  const shown = table.columns.filter((column) => !column.detail);
  return shown.length > 0 ? shown : table.columns;
}

/** The currency of a money column in a row, which the row keeps even where its column is not selected. */
export function currencyIn(row: Row, column: Column): string | null {
  const currency = row[column.currencyKey ?? 'currency'];
  return typeof currency === 'string' && currency !== '' ? currency : null;
}

/** The kind of a cell: its column's; for a measure, the one that the row's unit names. */
export function kindIn(row: Row, column: Column): PlainKind {
  if (column.kind !== 'measure') return column.kind;
  const unit = row[column.unitKey ?? 'unit'] ?? null;
  const kind = MEASURE_KINDS[unit as MeasureUnit] as PlainKind | undefined;
  if (kind === undefined && (row[column.key] ?? null) !== null) {
    throw new TypeError(`the unit of a measure must be one of ${Object.keys(MEASURE_KINDS).join(', ')}, found ${JSON.stringify(unit)}`);
  }
  return kind ?? 'decimal';
}

/** How a cell of a column looks in this row. Amounts among counts need their currency's sign to be told apart. */
export function lookIn(row: Row, column: Column) {
  return column.kind === 'measure'
    ? { ...column, kind: kindIn(row, column), sign: true }
    : (column as Column & { readonly kind: PlainKind });
}
