/**
 * The Page: a report made of tables, sentences and small charts. Terminal, Markdown and HTML are functions of it;
 * csv, tsv, json and jsonl print its `data` table, so a script gets the same rows whatever the page looks like.
 */
import type { Chart } from './chart.js';
import type { Cell, PlainKind, Table } from './table.js';
import type { Worth } from './todo.js';

/** A sentence with typed values in it: strings are printed as they are, values as their kind says. */
export type Sentence = readonly (string | Value)[];

export interface Value {
  readonly value: Cell;
  readonly kind: PlainKind;
  readonly currency?: string | null;
  readonly digits?: number;
  /** What is above zero has a plus sign: a change. */
  readonly signed?: boolean;
  /** Good and bad are coloured on a terminal and in HTML; the words must carry the meaning without it. */
  readonly tone?: Tone;
}

export type Tone = 'good' | 'bad' | 'warn' | 'dim' | 'strong';

/** A series for a chart: a bar of blocks on the terminal and in Markdown, an SVG in HTML. Null is a gap, never 0. */
export interface Series {
  readonly label: string;
  readonly kind: PlainKind;
  readonly currency?: string | null;
  readonly points: readonly { readonly label: string; readonly value: number | null }[];
}

/** A thing to do, and the command that does it. */
export interface Step {
  readonly text: Sentence;
  readonly command?: string;
  /** What is lost while it is not done; null where nobody knows. */
  readonly worth?: Worth | null;
}

/**
 * A small table of sentences: figures of different kinds beside each other, with their remarks. What a script would read belongs
 * in the page's data. The column marked `wraps` gives way where a terminal is narrow.
 */
export interface Grid {
  readonly columns: readonly {
    readonly header: string;
    readonly align: 'left' | 'right';
    readonly wraps?: boolean;
    /** Goes before others where a terminal is narrow: what the reader can do without. */
    readonly yields?: boolean;
    /** On a terminal a text wider than this pushes its own row aside instead of widening the column. */
    readonly most?: number;
  }[];
  readonly rows: readonly (readonly Sentence[])[];
}

export type Block =
  | { readonly type: 'heading'; readonly text: string; readonly aside?: string }
  | { readonly type: 'sentence'; readonly parts: Sentence; readonly tone?: Tone }
  | { readonly type: 'facts'; readonly rows: readonly { readonly label: string; readonly parts: Sentence }[] }
  | { readonly type: 'grid'; readonly grid: Grid }
  | { readonly type: 'table'; readonly table: Table }
  | { readonly type: 'series'; readonly series: Series }
  /** Drawn only: what it shows is said in text already, so text leaves it out. */
  | { readonly type: 'chart'; readonly chart: Chart; readonly isDrawnOnly?: boolean }
  | { readonly type: 'steps'; readonly steps: readonly Step[] };

export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The machine form of the page. Its notes and params are the page's. */
  readonly data: Table;
}
