/**
 * Charts as values: what is compared with what, never how it is drawn. HTML draws them (output/chart-*.ts), terminal and Markdown
 * print the same values as blocks and bars. Null is unknown: a gap, never a 0.
 */
import type { Sentence } from './page.js';
import type { PlainKind } from './table.js';

interface ChartOf {
  /** What is shown and of when: "Sales by day, us". */
  readonly title: string;
  /** What every value of the chart is. */
  readonly kind: PlainKind;
  readonly currency?: string | null;
  /** Fraction digits, as in a table's column. */
  readonly digits?: number;
}

/** Values over time, one beside the other: this year and last year. All lines have a value (or null) for each label. */
export interface LineChart extends ChartOf {
  readonly type: 'line';
  /** Oldest first. */
  readonly labels: readonly string[];
  readonly lines: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    /** What the others are compared with (the year before, a target): dashed and paler. */
    readonly isComparison?: boolean;
  }[];
  readonly events?: readonly ChartEvent[];
  readonly bands?: readonly ChartBand[];
}

/** Columns over time; several parts stand on one another, what is below zero below the axis. */
export interface ColumnChart extends ChartOf {
  readonly type: 'columns';
  /** Oldest first. */
  readonly labels: readonly string[];
  readonly parts: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** What remains of the parts (profit of sales and fees), as a line over them. */
  readonly total?: { readonly name: string; readonly values: readonly (number | null)[] };
  readonly events?: readonly ChartEvent[];
  readonly bands?: readonly ChartBand[];
}

/** Something that happened: a line at the label of this index. */
interface ChartEvent {
  readonly at: number;
  readonly text: string;
}

/** Labels that are of another kind, from the first index to the last: a weekend, days whose figures still arrive. */
export interface ChartBand {
  readonly from: number;
  readonly to: number;
  /** What is said of it; a band without text is a weekend or the like, which the labels tell. */
  readonly text?: string;
}

/** From one sum to another by the steps that add up to the difference. */
export interface WaterfallChart extends ChartOf {
  readonly type: 'waterfall';
  readonly start: ChartRow;
  readonly steps: readonly ChartRow[];
  readonly end: ChartRow;
}

/** One bar a row from zero, in the order given: movers, causes. `isChange` prints the plus sign of what is above zero. */
export interface BarChart extends ChartOf {
  readonly type: 'bars';
  readonly rows: readonly ChartRow[];
  readonly isChange?: boolean;
}

/** Stages that each keep a part of the one before: impressions, clicks, sessions, orders. */
export interface FunnelChart extends ChartOf {
  readonly type: 'funnel';
  readonly rows: readonly ChartRow[];
}

export interface ChartRow {
  readonly label: string;
  readonly value: number | null;
  /** Beside the value: "5.6 % of sessions". */
  readonly note?: Sentence;
}

export type Chart = LineChart | ColumnChart | WaterfallChart | BarChart | FunnelChart;
