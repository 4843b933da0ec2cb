/**
 * A chart in HTML: its title, what the colours mean, the picture twice (for a screen or paper, and for a phone: the style shows one),
 * and the figures as a table for those who do not see the picture or want to copy them.
 */
import type { Chart, ChartRow, ColumnChart, LineChart } from '../core/chart.js';
import type { Draw } from './chart-draw.js';
import type { Frame, Size } from './chart-frame.js';
import { drawingOf, partColor } from './chart-options.js';
import { chartSummary, figuresOf } from './chart-text.js';
import { noteText, rowsOf, valueText } from './chart-values.js';
import { type Html, html, NOTHING } from './html-escape.js';

export function chartFigure(chart: Chart, draw: Draw): Html {
  const { headers, rows } = figuresOf(chart);
  const numeric = html` class="n"`;
  const head = headers.map((header, at) => (at === 0 ? html`<td></td>` : html`<th scope="col"${numeric}>${header}</th>`));
  const body = rows.map(
    ([first = '', ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((text) => html`<td${numeric}>${text}</td>`)}</tr>`,
  );
  return html`<figure class="chart"><figcaption>${chart.title}</figcaption>
${keyOf(chart)}
${picture(chart, 'wide', draw)}
${picture(chart, 'phone', draw)}
<details><summary>Figures of this chart</summary><div class="scroll" role="group" tabindex="0" aria-label="${chart.title}: figures"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div></details></figure>`;
}

function picture(chart: Chart, size: Size, draw: Draw): Html {
  const { frame, option } = drawingOf(chart, size);
  const isUpright = chart.type === 'line' || chart.type === 'columns';
  const under = isUpright ? bands(chart, frame) : NOTHING;
  const over = isUpright ? [...events(chart, frame), ...unknowns(chart, frame)] : [zeroLine(frame)];
  // Nothing hovers over a phone.
  const tips = size === 'wide' ? hovers(chart, frame) : [];
  return html`<svg class="${size}" role="img" viewBox="0 0 ${frame.width} ${frame.height}"><title>${chart.title}</title><desc>${chartSummary(chart)}</desc>${under}${draw(option, frame.width, frame.height)}${over}${tips}</svg>`;
}

/** What colours, dashes, shades and numbers mean; nothing where one colour says one thing. */
function keyOf(chart: Chart): Html {
  if (chart.type !== 'line' && chart.type !== 'columns') return NOTHING;
  const named = chart.type === 'line' ? lineKeys(chart) : columnKeys(chart);
  const shades = [...new Set((chart.bands ?? []).flatMap((band) => band.text ?? []))];
  const items = [
    ...(named.length > 1 ? named : []).map(({ name, swatch }) => html`<li>${swatch}${name}</li>`),
    ...shades.map((text) => html`<li>${swatchOf(html`<rect width="18" height="10" class="f-band"/>`)}${text}</li>`),
    ...(chart.events ?? []).map((event, at) => html`<li><b>${at + 1}</b> ${event.text} (${chart.labels[event.at] ?? ''})</li>`),
  ];
  return items.length === 0 ? NOTHING : html`<ul class="key">${items}</ul>`;
}

function lineKeys(chart: LineChart) {
  const plain = chart.lines.filter((line) => !line.isComparison);
  return chart.lines.map((line) => ({
    name: line.name,
    swatch: line.isComparison
      ? swatchOf(html`<path d="M0 5H18" class="s-dim" stroke-width="1.5" stroke-dasharray="4,4"/>`)
      : swatchOf(html`<path d="M0 5H18" class="s-${partColor(plain.indexOf(line))}" stroke-width="2"/>`),
  }));
}

function columnKeys(chart: ColumnChart) {
  const parts = chart.parts.map((part, at) => ({
    name: part.name,
    swatch: swatchOf(html`<rect width="18" height="10" class="f-${partColor(at)}"/>`),
  }));
  if (!chart.total) return parts;
  return [...parts, { name: chart.total.name, swatch: swatchOf(html`<path d="M0 5H18" class="s-ink" stroke-width="2"/>`) }];
}

function swatchOf(shape: Html): Html {
  return html`<svg class="swatch" width="18" height="10" aria-hidden="true">${shape}</svg>`;
}

/** The middle of a label's place, and its width. */
function placeOf(chart: LineChart | ColumnChart, frame: Frame) {
  const width = (frame.width - frame.left - frame.right) / Math.max(chart.labels.length, 1);
  return { width, middle: (at: number) => frame.left + (at + 0.5) * width };
}

function bands(chart: LineChart | ColumnChart, frame: Frame): Html[] {
  const { width, middle } = placeOf(chart, frame);
  return (chart.bands ?? []).map(
    ({ from, to }) =>
      html`<rect class="f-band" x="${px(middle(from) - width / 2)}" y="${frame.top}" width="${px(width * (to - from + 1))}" height="${frame.height - frame.top - frame.bottom}"/>`,
  );
}

function events(chart: LineChart | ColumnChart, frame: Frame): Html[] {
  const { middle } = placeOf(chart, frame);
  return (chart.events ?? []).map(({ at }, index) => {
    const x = px(middle(at));
    return html`<path d="M${x} ${frame.top}V${frame.height - frame.bottom}" class="s-ink" stroke-dasharray="2,3"/><text class="f-ink" x="${x}" y="${frame.top - 6}" text-anchor="middle">${index + 1}</text>`;
  });
}

/** A dash over a column of which a part, or all, is unknown. */
function unknowns(chart: LineChart | ColumnChart, frame: Frame): Html[] {
  if (chart.type === 'line') return [];
  const { middle } = placeOf(chart, frame);
  return chart.labels.flatMap((_, at) => {
    if (chart.parts.every((part) => (part.values[at] ?? null) !== null)) return [];
    const top = chart.parts.reduce((sum, part) => sum + Math.max(part.values[at] ?? 0, 0), 0);
    return html`<text class="f-ink" x="${px(middle(at))}" y="${px(heightOf(top, frame) - 4)}" text-anchor="middle">–</text>`;
  });
}

function heightOf(value: number, { scale: { low, high }, height, top, bottom }: Frame): number {
  return height - bottom - ((value - low) / (high - low)) * (height - top - bottom);
}

/** Rows have no scale beneath them, but the line from which the bars go. */
function zeroLine(frame: Frame): Html {
  const { low, high } = frame.scale;
  const x = px(frame.left + ((0 - low) / (high - low)) * (frame.width - frame.left - frame.right));
  return html`<path d="M${x} ${frame.top}V${frame.height - frame.bottom}" class="s-dim"/>`;
}

/** What the pointer finds over a label or row: its figures. */
function hovers(chart: Chart, frame: Frame): Html[] {
  if (chart.type === 'line' || chart.type === 'columns') {
    const { width, middle } = placeOf(chart, frame);
    const { headers, rows } = figuresOf(chart);
    return rows.map(([label = '', ...values], at) => {
      const told = values.map((value, index) => `${headers[index + 1]} ${value}`).join(', ');
      return html`<rect class="hover" x="${px(middle(at) - width / 2)}" y="${frame.top}" width="${px(width)}" height="${frame.height - frame.top - frame.bottom}"><title>${label}: ${told}</title></rect>`;
    });
  }
  const rows = rowsOf(chart);
  const height = (frame.height - frame.top - frame.bottom) / Math.max(rows.length, 1);
  return rows.map(
    (row, at) =>
      html`<rect class="hover" x="0" y="${px(frame.top + at * height)}" width="${frame.width}" height="${px(height)}"><title>${rowTold(chart, row)}</title></rect>`,
  );
}

function rowTold(chart: Chart, row: ChartRow): string {
  const note = noteText(row);
  return `${row.label}: ${valueText(chart, row)}${note === '' ? '' : ` · ${note}`}`;
}

function px(position: number): string {
  return position.toFixed(1);
}
