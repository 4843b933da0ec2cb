/** The values of a chart as text, the same wherever it is shown. */
import type { Chart, ChartRow } from '../core/chart.js';
import { displayValue } from './cell.js';
import { proseLine } from './clean.js';

/** The rows of a chart that has rows, from above; a chart over time has none. */
export function rowsOf(chart: Chart): readonly ChartRow[] {
  if (chart.type === 'waterfall') return [chart.start, ...chart.steps, chart.end];
  return 'rows' in chart ? chart.rows : [];
}

export function chartValue(chart: Chart, value: number | null, signed = false): string {
  return displayValue({ value, kind: chart.kind, currency: chart.currency, digits: chart.digits, signed });
}

/** A row's value; steps of a waterfall and changes have their sign. */
export function valueText(chart: Chart, row: ChartRow): string {
  const signed = chart.type === 'bars' ? chart.isChange : chart.type === 'waterfall' && row !== chart.start && row !== chart.end;
  return chartValue(chart, row.value, signed);
}

export function noteText(row: ChartRow): string {
  return (row.note ?? []).map((part) => proseLine(typeof part === 'string' ? part : displayValue(part))).join('');
}
