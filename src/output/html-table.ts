/** Tables in HTML: they scroll inside their own box, and those of several rows can be sorted (html-script.ts). */
import type { Grid, Sentence } from '../core/page.js';
import type { Cell, Column, Row, Table } from '../core/table.js';
import { displayCell, isNumeric, UNKNOWN } from './cell.js';
import { currencyIn, lookIn, shownColumns } from './format.js';
import { type Html, html, NOTHING } from './html-escape.js';
import { sentenceHtml } from './html-sentence.js';
import { sparkline } from './html-sparkline.js';

/** From so many rows on there is something to sort. */
const LEAST_SORTED = 3;
/** A longer table scrolls under its header. */
const MOST_AT_ONCE = 25;

/** The texts of a column are not broken where all of them are as short as this. */
const SHORT = 24;

const NUMBER = html` class="n"`;
const UNBROKEN = html` class="k"`;
/** A header without a word is none. */
const NO_HEADER = html`<td></td>`;
const PROSE = html` class="t"`;

export function canBeSorted(table: Table): boolean {
  return table.rows.length >= LEAST_SORTED;
}

/** `name` is what a screen reader calls the grid. */
export function gridHtml(grid: Grid, name: string): Html {
  const aligned = grid.columns.map((column) => (column.align === 'right' ? NUMBER : column.wraps ? PROSE : NOTHING));
  const head = grid.columns.map((column, at) =>
    column.header === '' ? NO_HEADER : html`<th scope="col"${aligned[at] as Html}>${column.header}</th>`,
  );
  const hasHeader = grid.columns.some((column) => column.header !== '');
  const rows = grid.rows.map((row) => html`<tr>${row.map((parts, at) => gridCell(parts, at === 0, aligned[at] as Html))}</tr>`);
  return box(
    name,
    grid.rows.length,
    html`<table>
${hasHeader ? html`<thead><tr>${head}</tr></thead>` : NOTHING}
<tbody>
${rows}
</tbody></table>`,
  );
}

/** The first cell of a row says what the row is about. */
function gridCell(parts: Sentence, isFirst: boolean, look: Html): Html {
  return isFirst && parts.length > 0
    ? html`<th scope="row"${look}>${sentenceHtml(parts)}</th>`
    : html`<td${look}>${sentenceHtml(parts)}</td>`;
}

/** `name` is what a screen reader calls the table; its title stands above it, unless it is the page's. */
export function tableHtml(table: Table, name: string, hasCaption: boolean): Html {
  const columns = shownColumns(table);
  const sorts = canBeSorted(table);
  const grouped = new Set(sorts ? columns.filter((column) => new Set(table.rows.map((row) => groupOf(row, column))).size > 1) : []);
  const looks = columns.map((column) => lookOf(table, column));
  const head = columns.map((column, at) =>
    column.header === '' ? NO_HEADER : html`<th scope="col"${looks[at] as Html}${sorts ? sortKind(column) : NOTHING}>${column.header}</th>`,
  );
  const rows = table.rows.map((row) => {
    const cells = columns.map((column, at) =>
      cellHtml(row, column, at === 0, looks[at] as Html, sorts ? sortKey(row, column, grouped.has(column)) : NOTHING),
    );
    return html`<tr>${cells}</tr>`;
  });
  const totals = (table.totals ?? []).map((row) => html`<tr>${columns.map((column, index) => totalHtml(row, column, index))}</tr>`);
  return html`${box(
    name,
    table.rows.length,
    html`<table${sorts ? html` class="sorts"` : NOTHING}>${hasCaption ? html`<caption>${name}</caption>` : NOTHING}
<thead><tr>${head}</tr></thead>
<tbody>
${rows}
</tbody>
${totals.length > 0 ? html`<tfoot>${totals}</tfoot>` : NOTHING}</table>`,
  )}
${rows.length === 0 ? html`<p class="dim">No rows.</p>` : NOTHING}`;
}

/** What scrolls must be reached with the keyboard. */
function box(name: string, rows: number, table: Html): Html {
  return html`<div class="${rows > MOST_AT_ONCE ? 'scroll tall' : 'scroll'}" role="group" tabindex="0" aria-label="${name}">${table}</div>`;
}

function cellHtml(row: Row, column: Column, isFirst: boolean, look: Html, key: Html): Html {
  const text = cellText(row[column.key] ?? null, row, column);
  // The first column says what the row is about.
  return isFirst ? html`<th scope="row"${look}${key}>${text}</th>` : html`<td${look}${key}>${text}</td>`;
}

function cellText(cell: Cell, row: Row, column: Column): Html {
  if (column.kind === 'trend' && Array.isArray(cell)) return sparkline(cell);
  const text = displayCell(cell, lookIn(row, column), currencyIn(row, column));
  return text === UNKNOWN ? html`<span class="dim">${text}</span>` : html`${text}`;
}

function totalHtml(row: Row, column: Column, index: number): Html {
  const cell = row[column.key] ?? null;
  if (cell !== null) return html`<td${isNumeric(column.kind) ? NUMBER : NOTHING}>${cellText(cell, row, column)}</td>`;
  return index === 0 ? html`<th scope="row"${UNBROKEN}>total</th>` : html`<td${UNBROKEN}></td>`;
}

function lookOf(table: Table, column: Column): Html {
  if (isNumeric(column.kind)) return NUMBER;
  const isShort = table.rows.every((row) => column.kind !== 'text' || String(row[column.key] ?? '').length <= SHORT);
  return isShort ? UNBROKEN : PROSE;
}

function sortKind(column: Column): Html {
  if (column.kind === 'trend') return NOTHING;
  return html` data-sort="${isNumeric(column.kind) ? 'n' : 't'}"`;
}

/** The number that a cell is sorted by, and what it is comparable with. A text is sorted by itself. */
function sortKey(row: Row, column: Column, isGrouped: boolean): Html {
  const cell = row[column.key];
  if (!isNumeric(column.kind) || typeof cell !== 'number' || !Number.isFinite(cell)) return NOTHING;
  return html` data-v="${cell}"${isGrouped ? html` data-g="${groupOf(row, column)}"` : NOTHING}`;
}

/** Amounts are compared with those of the same currency, measures with those of the same unit. */
function groupOf(row: Row, column: Column): string {
  if (!isNumeric(column.kind) || (row[column.key] ?? null) === null) return '';
  const { kind } = lookIn(row, column);
  const currency = kind === 'money' || kind === 'unitAmount' ? (currencyIn(row, column) ?? '') : '';
  return column.kind === 'measure' ? `${kind} ${currency}` : currency;
}
