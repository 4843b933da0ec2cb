/** What the drawing library is told of a chart. Colours are names: the page's style says what they are, in light and in dark. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Chart, ChartRow, ColumnChart, LineChart } from '../core/chart.js';
import { type Frame, rowLabel, rowsFrame, rowText, type Size, tickText, uprightFrame } from './chart-frame.js';
import { proseLine } from './clean.js';

/** The colours of parts and lines, in their order; more than these begin again. */
export const PART_COLORS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'] as const;

export function partColor(at: number): string {
  return PART_COLORS[at % PART_COLORS.length] as string;
}

export interface Drawing {
  readonly frame: Frame;
  readonly option: EChartsCoreOption;
}

export function drawingOf(chart: Chart, size: Size): Drawing {
  switch (chart.type) {
    case 'line':
    case 'columns':
      return upright(chart, size);
    case 'waterfall':
      return rowed(chart, size, waterfallBars(chart.start, chart.steps, chart.end));
    case 'bars':
    case 'funnel':
      return rowed(
        chart,
        size,
        chart.rows.map((row) => ({ row, from: 0, to: row.value, color: (row.value ?? 0) < 0 ? 'c2' : 'c1' })),
      );
  }
}

function upright(chart: LineChart | ColumnChart, size: Size): Drawing {
  const frame = uprightFrame(chart, size);
  const { scale } = frame;
  const option = {
    animation: false,
    grid: plot(frame),
    xAxis: {
      type: 'category',
      data: chart.labels.map(proseLine),
      axisLine: { lineStyle: { color: 'line' }, onZero: false },
      axisTick: { show: false },
      axisLabel: { color: 'dim', hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: scale.low,
      max: scale.high,
      interval: scale.step,
      splitLine: { lineStyle: { color: 'line' } },
      axisLabel: { color: 'dim', formatter: (tick: number) => tickText(chart, scale, Number(tick.toPrecision(12))) },
    },
    series: chart.type === 'line' ? lineSeries(chart) : columnSeries(chart),
  };
  return { frame, option };
}

function lineSeries(chart: LineChart) {
  const plain = chart.lines.filter((line) => !line.isComparison);
  // What is compared with lies beneath.
  const ordered = [...chart.lines.filter((line) => line.isComparison), ...plain];
  return ordered.map((line) =>
    line.isComparison ? path(line.values, 'dim', 1.5, [4, 4]) : path(line.values, partColor(plain.indexOf(line)), 2, 'solid'),
  );
}

function columnSeries(chart: ColumnChart) {
  const single = chart.parts.length === 1;
  const columns = chart.parts.map((part, at) => ({
    type: 'bar',
    stack: 'parts',
    barMaxWidth: 44,
    barCategoryGap: '22%',
    // A measured zero is a thin column, which among parts would make the sum too great.
    barMinHeight: single ? 1.5 : 0,
    data: part.values.map((value) => ({
      value,
      itemStyle: single ? { color: (value ?? 0) < 0 ? 'c2' : 'c1' } : { color: partColor(at), borderColor: 'paper', borderWidth: 0.5 },
    })),
  }));
  return chart.total ? [...columns, path(chart.total.values, 'ink', 2, 'solid')] : columns;
}

/** A line, broken where nothing is known; a value between two gaps is a dot. */
function path(values: readonly (number | null)[], color: string, width: number, dash: 'solid' | readonly number[]) {
  const isAlone = (at: number) => (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
  return {
    type: 'line',
    clip: false,
    symbol: 'none',
    lineStyle: { color, width, type: dash, join: 'round' },
    data: values.map((value, at) =>
      value !== null && isAlone(at) ? { value, symbol: 'circle', symbolSize: 5, itemStyle: { color, borderWidth: 0 } } : value,
    ),
  };
}

interface Bar {
  readonly row: ChartRow;
  readonly from: number;
  /** Null is unknown: no bar. */
  readonly to: number | null;
  readonly color: string;
}

/** A step begins where the one before ended; after one that is not known the next stands where that one stood. */
function waterfallBars(start: ChartRow, steps: readonly ChartRow[], end: ChartRow): Bar[] {
  let at = start.value ?? 0;
  const middle = steps.map((row) => {
    const from = at;
    at += row.value ?? 0;
    return { row, from, to: row.value === null ? null : at, color: (row.value ?? 0) < 0 ? 'c2' : 'c1' };
  });
  const whole = (row: ChartRow) => ({ row, from: 0, to: row.value, color: 'dim' });
  return [whole(start), ...middle, whole(end)];
}

function rowed(chart: Chart, size: Size, bars: readonly Bar[]): Drawing {
  const rows = bars.map((bar) => bar.row);
  const frame = rowsFrame(
    chart,
    rows,
    bars.flatMap((bar) => (bar.to === null ? [] : [bar.from, bar.to])),
    size,
  );
  const side = { type: 'category', inverse: true, axisLine: { show: false }, axisTick: { show: false } };
  const option = {
    animation: false,
    grid: plot(frame),
    xAxis: {
      type: 'value',
      min: frame.scale.low,
      max: frame.scale.high,
      interval: frame.scale.step,
      // The values stand beside the rows.
      splitLine: { show: false },
      axisLabel: { show: false },
    },
    yAxis: [
      { ...side, data: rows.map((row) => rowLabel(row, size)), axisLabel: { color: 'ink', interval: 0 } },
      { ...side, position: 'right', data: rows.map((row) => rowText(chart, row, size)), axisLabel: { color: 'ink', interval: 0 } },
    ],
    series: pieces(bars),
  };
  return { frame, option };
}

/** A bar from one value to another is an unseen piece from zero and the seen rest, above and below zero each for itself. */
function pieces(bars: readonly Bar[]) {
  const series = (data: readonly unknown[]) => ({ type: 'bar', stack: 'bar', barWidth: '62%', data });
  const seen = (value: (low: number, high: number) => number) =>
    bars.map(({ from, to, color }) => {
      const length = to === null ? 0 : value(Math.min(from, to), Math.max(from, to));
      return length === 0 ? null : { value: length, itemStyle: { color } };
    });
  const unseen = bars.map(({ from, to }) => {
    const nearest = to === null || from * to <= 0 ? 0 : Math.sign(from) * Math.min(Math.abs(from), Math.abs(to));
    return nearest === 0 ? null : { value: nearest, itemStyle: { color: 'none' } };
  });
  return [
    series(unseen),
    series(seen((low, high) => Math.max(high, 0) - Math.max(low, 0))),
    series(seen((low, high) => Math.min(low, 0) - Math.min(high, 0))),
  ];
}

function plot({ left, right, top, bottom }: Frame) {
  return { left, right, top, bottom, outerBoundsMode: 'none' };
}
