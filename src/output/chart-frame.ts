/**
 * Where the parts of a chart lie: once for a screen or paper, once for a phone, where the same text must not shrink with the
 * picture. Pixels of the picture's own system; text is of 12.
 */
import type { Chart, ChartRow } from '../core/chart.js';
import { displayValue } from './cell.js';
import { type Scale, scaleOf, ticksOf } from './chart-scale.js';
import { noteText, valueText } from './chart-values.js';
import { proseLine } from './clean.js';

export type Size = 'wide' | 'phone';

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The plot, without its labels. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Of the values, lengthwise or upright. */
  readonly scale: Scale;
}

const WIDTH: Readonly<Record<Size, number>> = { wide: 760, phone: 350 };
const HEIGHT: Readonly<Record<Size, number>> = { wide: 260, phone: 230 };
const ROW = 28;
/** What the labels of rows may take of the width; longer ones are shortened (the table beneath has them whole). */
const LABEL_SHARE = 0.34;
const GAP = 8;
const EDGE = 6;

/** A chart over time: labels beneath, the scale on the left. */
export function uprightFrame(chart: Chart & { readonly type: 'line' | 'columns' }, size: Size): Frame {
  const scale = scaleOf(uprightValues(chart), {
    fromZero: chart.type === 'columns',
    whole: isWhole(chart),
    steps: size === 'wide' ? 5 : 4,
  });
  const widest = Math.max(...ticksOf(scale).map((tick) => textWidth(tickText(chart, scale, tick))));
  const top = (chart.events?.length ?? 0) > 0 ? 22 : 10;
  return { width: WIDTH[size], height: HEIGHT[size], left: Math.ceil(widest) + GAP + EDGE, right: EDGE + GAP, top, bottom: 28, scale };
}

/** A chart of rows: labels on the left, values on the right, one line each. */
export function rowsFrame(chart: Chart, rows: readonly ChartRow[], ends: readonly (number | null)[], size: Size): Frame {
  const width = WIDTH[size];
  const known = [...ends, 0].filter((end) => end !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const labels = Math.max(...rows.map((row) => textWidth(rowLabel(row, size))), 0);
  const values = Math.max(...rows.map((row) => textWidth(rowText(chart, row, size))), 0);
  return {
    width,
    height: Math.max(rows.length, 1) * ROW + 2 * EDGE,
    left: Math.ceil(labels) + GAP + EDGE,
    right: Math.ceil(values) + GAP + EDGE,
    top: EDGE,
    bottom: EDGE,
    // Nothing is printed along it, so it need not be round.
    scale: low === high ? { low: 0, high: 1, step: 1 } : { low, high, step: high - low },
  };
}

/** What stands before a row. */
export function rowLabel(row: ChartRow, size: Size): string {
  const text = proseLine(row.label);
  const room = WIDTH[size] * LABEL_SHARE;
  if (textWidth(text) <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`) > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** What stands at the end of a row; a phone has no room for the note. */
export function rowText(chart: Chart, row: ChartRow, size: Size): string {
  const value = valueText(chart, row);
  if (size === 'phone' || row.note === undefined) return value;
  return `${value} · ${noteText(row)}`;
}

/** A tick has as many digits as its step needs: $500, 2.5 %. */
export function tickText(chart: Chart, scale: Scale, tick: number): string {
  const unit = chart.kind === 'money' ? 100 : chart.kind === 'unitAmount' ? 1e6 : chart.kind === 'ratio' ? 0.01 : 1;
  const digits = [0, 1, 2, 3, 4].find((count) => isRound((scale.step / unit) * 10 ** count)) ?? 4;
  const whole = chart.kind === 'money' && digits > 0 ? undefined : digits;
  return displayValue({ value: tick, kind: chart.kind, currency: chart.currency, digits: whole });
}

function isRound(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

/** Money and counts have no half of their smallest piece. */
function isWhole(chart: Chart): boolean {
  return chart.kind === 'money' || chart.kind === 'unitAmount' || chart.kind === 'integer';
}

function uprightValues(chart: Chart & { readonly type: 'line' | 'columns' }): (number | null)[] {
  if (chart.type === 'line') return chart.lines.flatMap((line) => line.values);
  const stacks = chart.labels.flatMap((_, at) => {
    const known = chart.parts.map((part) => part.values[at] ?? 0);
    return [known.reduce((sum, value) => sum + Math.max(value, 0), 0), known.reduce((sum, value) => sum + Math.min(value, 0), 0)];
  });
  return [...stacks, ...(chart.total?.values ?? [])];
}

/** About the width of a text of 12 pixels, in a wide typeface; what is not Latin is as wide as high. */
function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 12 : 7), 0);
}
