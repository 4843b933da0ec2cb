/**
 * The rows of the daily report: one a store and metric, in the order of stores and metrics. Totals: stores of one currency and
 * day together, where every one of them is known; never across currencies. Sessions and order values have no total.
 */
import type { Day } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import type { Figure } from '../kpis/compared.js';
import { weekdayName } from '../kpis/dayNames.js';
import { definitionNotes } from '../kpis/definitions.js';
import { kpi, type Metric, metricsOf } from '../kpis/kpi.js';
import { remarkOf, sourceOf } from '../kpis/remark.js';
import { ADDED_METRICS, type Together, togetherOf } from '../kpis/together.js';
import type { StoreReport } from './daily.js';

export const DAILY_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'metric', header: 'Metric', kind: 'text' },
  { key: 'value', header: 'Value', kind: 'measure' },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'currency', header: 'Currency', kind: 'text', detail: true },
  { key: 'previous', header: 'Day before', kind: 'measure' },
  { key: 'same_weekday', header: 'Usual weekday', kind: 'measure' },
  { key: 'last_year', header: 'A year ago', kind: 'measure' },
  { key: 'target', header: 'Target', kind: 'measure' },
  { key: 'change_ratio', header: 'To usual', kind: 'ratio', signed: true },
  { key: 'finished', header: 'Finished', kind: 'boolean' },
  { key: 'arrived_ratio', header: 'Is there', kind: 'ratio', digits: 0, detail: true },
  { key: 'expected', header: 'Expected', kind: 'measure', detail: true },
  { key: 'source', header: 'Source', kind: 'text' },
  { key: 'remark', header: 'Remark', kind: 'text' },
  { key: 'platform_name', header: "Platform's name", kind: 'text', detail: true },
  { key: 'day', header: 'Day', kind: 'day', detail: true },
];

export function dailyTable(reports: readonly StoreReport[], asOf: Day): Table {
  return {
    id: 'report.daily/1',
    title: 'Daily report',
    columns: DAILY_COLUMNS,
    rows: reports.flatMap((report) => metricsOf(report.store.platform).map((metric) => rowOf(report, metric))),
    totals: togetherOf(reports.filter((report) => !report.isEmpty).map(asPart)).flatMap((together) =>
      ADDED_METRICS.map((metric) => totalRow(together, together.figures[metric])),
    ),
    notes: definitions(reports),
    params: {
      days: [...new Set(reports.map((report) => report.day))],
      usual_days: reports.flatMap((report) => report.usualDays.map((day) => `${report.store.name} ${day}`)),
    },
    asOf,
  };
}

/** A store's part in what several make together. */
export function asPart({ store, today, figures }: StoreReport): Parameters<typeof togetherOf>[0][number] {
  return { store, now: today, figures, basis: 'usual' };
}

function rowOf(report: StoreReport, metric: Metric): Row {
  const arrived = report.arrived.find((each) => each.metric === metric);
  return {
    store: report.store.name,
    ...cells(report.figures[metric], report.store.currency),
    arrived_ratio: arrived?.share.share ?? null,
    expected: arrived ? Math.round(arrived.expected.value) : null,
    day: report.day,
    source: sourceOf(metric, report.today),
    remark: remarkOf(metric, report.today, report.foreignOrders),
    platform_name: kpi(metric).names?.[report.store.platform] ?? null,
  };
}

function totalRow(together: Together, figure: Figure): Row {
  const unknown = { arrived_ratio: null, expected: null, source: null, remark: null, platform_name: null };
  return { store: null, ...cells(figure, together.currency), ...unknown, day: together.from };
}

function cells(figure: Figure, currency: string | null): Row {
  const { unit } = kpi(figure.metric);
  return {
    metric: figure.metric,
    value: figure.value,
    unit,
    currency: unit === 'amount' ? currency : null,
    previous: figure.previous,
    same_weekday: figure.usual,
    last_year: figure.lastYear,
    target: figure.target,
    change_ratio: figure.change,
    finished: figure.finished,
  };
}

function definitions(reports: readonly StoreReport[]): string[] {
  const told = reports.find((report) => report.usualDays.length > 0);
  return [
    ...(told
      ? [`a usual ${weekdayName(told.day)} is the mean of the middle two of the last four by sales, so one unusual day changes nothing`]
      : []),
    ...definitionNotes(reports.map(({ store, today }) => ({ platform: store.platform, now: today }))),
  ];
}
