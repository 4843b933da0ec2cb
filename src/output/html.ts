/**
 * One self-contained HTML page: no network, nothing beside it. A table or a whole page; the notes at its end. Columns marked `detail`
 * are left out, unknown is "–", trends are sparklines, series are charts, tables can be sorted.
 */
import type { Chart } from '../core/chart.js';
import type { Block, Page, Series } from '../core/page.js';
import type { Table } from '../core/table.js';
import type { Draw } from './chart-draw.js';
import { chartFigure } from './chart-figure.js';
import { dataOf, isPage, type Writer } from './format.js';
import { type Html, html, NOTHING } from './html-escape.js';
import { SORT_SCRIPT } from './html-script.js';
import { sentenceHtml, toned } from './html-sentence.js';
import { CONTENT_SECURITY_POLICY, SORTING_SECURITY_POLICY, STYLE } from './html-style.js';
import { canBeSorted, gridHtml, tableHtml } from './html-table.js';
import { worthText } from './worth.js';

/** A series of more points than this is a line. */
const MOST_COLUMNS = 40;

/** Whether the library that draws is needed. */
export function hasCharts(value: Table | Page): boolean {
  return isPage(value) && value.blocks.some((block) => block.type === 'chart' || block.type === 'series');
}

/** Writes pages; those with charts need what draws them. */
export function htmlWriter(draw: Draw | null): Writer {
  return (value) => writeHtml(value, draw);
}

function writeHtml(value: Table | Page, draw: Draw | null): string {
  const { notes, asOf, id } = dataOf(value);
  const title = value.title ?? headingOf(id);
  const body = isPage(value) ? blocksHtml(value, draw) : [tableHtml(value, title, false)];
  const ending = (notes ?? []).map((note) => html`<p>Note: ${note}</p>`);
  const sorts = isPage(value) ? value.blocks.some((block) => block.type === 'table' && canBeSorted(block.table)) : canBeSorted(value);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: sorts ? SORTING_SECURITY_POLICY : CONTENT_SECURITY_POLICY }}">
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
${sorts ? SORT_SCRIPT : NOTHING}
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

/** Tables without a title of their own go by the heading above them. */
function blocksHtml(page: Page, draw: Draw | null): Html[] {
  let heading = page.title;
  return page.blocks.map((block) => {
    if (block.type === 'heading') heading = block.text;
    return blockHtml(block, heading, draw);
  });
}

function blockHtml(block: Block, heading: string, draw: Draw | null): Html {
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
      return gridHtml(block.grid, heading);
    case 'table':
      return tableHtml(block.table, block.table.title ?? heading, block.table.title !== undefined);
    case 'series':
      return figure(chartOf(block.series), draw);
    case 'chart':
      return figure(block.chart, draw);
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

function figure(chart: Chart, draw: Draw | null): Html {
  if (draw === null) throw new TypeError('a page with charts was to be written without what draws them');
  return chartFigure(chart, draw);
}

function chartOf({ label, kind, currency, points }: Series): Chart {
  const shared = { title: label, kind, currency, labels: points.map((point) => point.label) };
  const values = [{ name: label, values: points.map((point) => point.value) }];
  return points.length > MOST_COLUMNS ? { ...shared, type: 'line', lines: values } : { ...shared, type: 'columns', parts: values };
}
