/**
 * One self-contained HTML page: no script, no network, nothing beside it. A table or a whole page; the notes at its
 * end. Columns marked `detail` are left out, unknown is "–", trends are sparklines, series are charts.
 */
import type { Block, Grid, Page, Sentence, Tone, Value } from '../core/page.js';
import type { Column, Row, Table } from '../core/table.js';
import { displayCell, displayValue, isNumeric, UNKNOWN } from './cell.js';
import { currencyIn, dataOf, isPage, lookIn, shownColumns } from './format.js';
import { type Html, html, NOTHING } from './html-escape.js';
import { CONTENT_SECURITY_POLICY, STYLE } from './html-style.js';
import { seriesChart, sparkline } from './html-svg.js';
import { worthText } from './worth.js';

export function writeHtml(value: Table | Page): string {
  const { notes, asOf, id } = dataOf(value);
  const title = value.title ?? headingOf(id);
  const body = isPage(value) ? value.blocks.map(blockHtml) : [tableHtml(value, NOTHING)];
  const ending = (notes ?? []).map((note) => html`<p>Note: ${note}</p>`);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: CONTENT_SECURITY_POLICY }}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${STYLE}
</head>
<body>
<main>
<h1>${title}</h1>
${asOf ? html`<p class="dim">As of ${asOf}</p>` : NOTHING}
${body}
</main>
${ending.length > 0 ? html`<footer>${ending}</footer>` : NOTHING}
</body>
</html>
`;
  return page.html;
}

/** A table without a title goes by its command: "titles.audit/1" is "Titles audit". */
function headingOf(id: string): string {
  const words = id.replace(/\/\d+$/, '').replaceAll(/[.-]/g, ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function blockHtml(block: Block): Html {
  switch (block.type) {
    case 'heading':
      return html`<h2>${block.text}${block.aside ? html` <small>${block.aside}</small>` : NOTHING}</h2>`;
    case 'sentence':
      return html`<p${toned(block.tone)}>${sentenceHtml(block.parts)}</p>`;
    case 'facts': {
      const rows = block.rows.map((row) => html`<dt>${row.label}</dt><dd>${sentenceHtml(row.parts)}</dd>`);
      return html`<dl>${rows}</dl>`;
    }
    case 'grid':
      return gridHtml(block.grid);
    case 'table':
      return tableHtml(block.table, block.table.title ? html`<caption>${block.table.title}</caption>` : NOTHING);
    case 'series':
      return seriesChart(block.series);
    case 'steps': {
      const steps = block.steps.map((step) => {
        const command = step.command ? html` <code>${step.command}</code>` : NOTHING;
        const worth = step.worth ? html` <span class="v strong">${worthText(step.worth)}</span>` : NOTHING;
        return html`<li>${sentenceHtml(step.text)}${command}${worth}</li>`;
      });
      return html`<ol>${steps}</ol>`;
    }
  }
}

function sentenceHtml(parts: Sentence): Html {
  return {
    html: parts.map((part) => (typeof part === 'string' ? html`${part}` : valueHtml(part)).html).join(''),
  };
}

function valueHtml(value: Value): Html {
  if (value.kind === 'trend' && Array.isArray(value.value)) return sparkline(value.value);
  // A text may be of another direction than the sentence, and long enough to need breaking.
  if (value.kind === 'text') return html`<bdi${toned(value.tone)}>${displayValue(value)}</bdi>`;
  return html`<span class="${value.tone ? `v ${value.tone}` : 'v'}">${displayValue(value)}</span>`;
}

function gridHtml(grid: Grid): Html {
  const aligned = grid.columns.map((column) => (column.align === 'right' ? html` class="n"` : NOTHING));
  const head = grid.columns.map((column, at) => html`<th scope="col"${aligned[at] as Html}>${column.header}</th>`);
  const rows = grid.rows.map(
    (row) => html`<tr>${row.map((parts, at) => html`<td${aligned[at] as Html}>${sentenceHtml(parts)}</td>`)}</tr>`,
  );
  return html`<div class="scroll"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows}
</tbody></table></div>`;
}

function tableHtml(table: Table, caption: Html): Html {
  const columns = shownColumns(table);
  const head = columns.map((column) => html`<th scope="col"${numeric(column)}>${column.header}</th>`);
  const rows = table.rows.map((row) => html`<tr>${columns.map((column) => cellHtml(row, column))}</tr>`);
  const totals = (table.totals ?? []).map((row) => html`<tr>${columns.map((column, index) => totalHtml(row, column, index))}</tr>`);
  return html`<div class="scroll"><table>${caption}
<thead><tr>${head}</tr></thead>
<tbody>
${rows}
</tbody>
${totals.length > 0 ? html`<tfoot>${totals}</tfoot>` : NOTHING}</table></div>
${rows.length === 0 ? html`<p class="dim">No rows.</p>` : NOTHING}`;
}

function cellHtml(row: Row, column: Column): Html {
  const cell = row[column.key] ?? null;
  if (column.kind === 'trend' && Array.isArray(cell)) return html`<td>${sparkline(cell)}</td>`;
  const text = displayCell(cell, lookIn(row, column), currencyIn(row, column));
  if (text === UNKNOWN) return html`<td${numeric(column)}><span class="dim">${text}</span></td>`;
  return html`<td${numeric(column)}>${text}</td>`;
}

function totalHtml(row: Row, column: Column, index: number): Html {
  if ((row[column.key] ?? null) !== null) return cellHtml(row, column);
  return html`<td>${index === 0 ? 'total' : ''}</td>`;
}

function numeric(column: Column): Html {
  return isNumeric(column.kind) ? html` class="n"` : NOTHING;
}

function toned(tone: Tone | undefined): Html {
  return tone ? html` class="${tone}"` : NOTHING;
}
