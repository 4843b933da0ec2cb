/**
 * The Table: what an analysis returns and every output format prints.
 *
 * `kind` says what a cell means; how it looks is decided once, in `output/`. No department formats a number.
 *
 * | kind | value in a row | printed for people | in machine formats |
 * |---|---|---|---|
 * | text | string | as it is | as it is |
 * | integer | number | 1,234 | 1234 |
 * | decimal | number | 1.5 (column's `digits`, else up to 2) | 1.5 |
 * | money | integer minor units; the row's `currency` column (or the column's `currencyKey`) says which currency | 1,234.50 | "1234.50", a decimal string |
 * | unitAmount | integer millionths of the currency unit (a CPC, a unit cost) | 0.54, 0.0125 | "0.54" |
 * | ratio | number, 0.31 | 31.0 % | 0.31 |
 * | day | Day | 2026-11-22 | 2026-11-22 |
 * | instant | epoch seconds | 2026-11-22 06:00 UTC | 2026-11-22T06:00:00Z |
 * | boolean | boolean | yes / no | true / false |
 * | trend | array of numbers and nulls, oldest first | ▁▂▅█ | a JSON array; in CSV the numbers joined by spaces |
 * | measure | as the row's unit says: the row's `unit` column (or the column's `unitKey`) holds a key of `MEASURE_KINDS` | as that kind, amounts with their currency's sign | as that kind |
 *
 * null is unknown everywhere: an empty cell, JSON null.
 */

/** What a single cell can be. */
export type PlainKind = 'text' | 'integer' | 'decimal' | 'money' | 'unitAmount' | 'ratio' | 'day' | 'instant' | 'boolean' | 'trend';

/** What the cells of a column can be: all of one kind, or each of the kind that its row names. */
export type CellKind = PlainKind | 'measure';

/** The units that a measure's row may name, and the kind of the value beside it. */
export const MEASURE_KINDS = { amount: 'money', count: 'integer', ratio: 'ratio', score: 'decimal' } as const satisfies Readonly<
  Record<string, PlainKind>
>;
export type MeasureUnit = keyof typeof MEASURE_KINDS;

export type Cell = string | number | boolean | null | readonly (number | null)[];

export interface Column {
  /** snake_case; the name in every machine format, in `--columns`, `--sort` and `--where`. Money keys end in `_amount`. */
  readonly key: string;
  /** What people read above the column. */
  readonly header: string;
  readonly kind: CellKind;
  /** Fraction digits for `decimal`. */
  readonly digits?: number;
  /** The key of the column that holds this money's currency; `currency` when not given. */
  readonly currencyKey?: string;
  /** The key of the column that holds the unit of a `measure`; `unit` when not given. */
  readonly unitKey?: string;
  /** For people, what is above zero has a plus sign: a change. */
  readonly signed?: boolean;
  /** Printed after the value for people: "d", "units". Not in machine formats. */
  readonly unit?: string;
  /** Only in machine formats: too wide or too technical for a terminal unless `--columns` asks for it. */
  readonly detail?: boolean;
  /** Goes before the others where a terminal is narrow: what the reader can do without. */
  readonly yields?: boolean;
  /** A sentence: where a terminal is narrow it goes on beneath itself instead of being shortened. */
  readonly wraps?: boolean;
}

export type Row = Readonly<Record<string, Cell>>;

export interface Table {
  /** Name and version of its shape: `inventory.status/1`. In JSON: `"schema": "eco.inventory.status/1"`. */
  readonly id: string;
  readonly title?: string;
  readonly columns: readonly Column[];
  /** In a total order: the same data gives the same bytes. */
  readonly rows: readonly Row[];
  /** One row a currency (amounts of two currencies are never added); same keys as the columns. */
  readonly totals?: readonly Row[];
  /** Sentences that a reader of the figures must know: what is missing, assumed or unfinished. */
  readonly notes?: readonly string[];
  /** The parameters that made it, for the reader and for JSON. */
  readonly params?: Readonly<Record<string, Cell | readonly string[]>>;
  readonly asOf?: string;
}
