/** The rows of the weekly and the monthly report: one a store and metric. Totals: stores of one currency and period together. */
import type { Day } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { daysOf } from '../../measures/coverage.js';
import type { Figure } from '../kpis/compared.js';
import { definitionNotes } from '../kpis/definitions.js';
import type { Figures } from '../kpis/figures.js';
import { kpi, metricsOf } from '../kpis/kpi.js';
import { remarkOf, sourceOf } from '../kpis/remark.js';
import { ADDED_METRICS, type Part, type Together, togetherOf } from '../kpis/together.js';
import type { PeriodReport } from './period.js';

export const PERIOD_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'metric', header: 'Metric', kind: 'text' },
  { key: 'value', header: 'Value', kind: 'measure' },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'currency', header: 'Currency', kind: 'text', detail: true },
  { key: 'previous', header: 'Before', kind: 'measure' },
  { key: 'last_year', header: 'A year ago', kind: 'measure' },
  { key: 'target', header: 'Target', kind: 'measure' },
  { key: 'change_ratio', header: 'To before', kind: 'ratio', signed: true },
  { key: 'finished', header: 'Finished', kind: 'boolean' },
  { key: 'days', header: 'Days', kind: 'integer', detail: true },
  { key: 'days_missing', header: 'Days missing', kind: 'integer', detail: true },
  { key: 'source', header: 'Source', kind: 'text' },
  { key: 'remark', header: 'Remark', kind: 'text', wraps: true },
  { key: 'platform_name', header: "Platform's name", kind: 'text', detail: true },
  { key: 'period_from', header: 'From', kind: 'day', detail: true },
  { key: 'period_to', header: 'To', kind: 'day', detail: true },
];

export function periodTable(reports: readonly PeriodReport[], span: 'week' | 'month', asOf: Day): Table {
  return {
    id: span === 'week' ? 'report.weekly/1' : 'report.monthly/1',
    title: span === 'week' ? 'Weekly report' : 'Monthly report',
    columns: PERIOD_COLUMNS,
    rows: reports.flatMap((report) => metricsOf(report.store.platform).map((metric) => rowOf(report, report.figures[metric]))),
    totals: togetherIn(reports).flatMap((together) => ADDED_METRICS.map((metric) => totalRow(together, together.figures[metric]))),
    notes: definitions(reports),
    params: {
      span,
      periods: reports.map(({ store, periods: { now } }) => `${store.name} ${now.from}..${now.to}`),
      compared_with: reports.map(({ store, periods: { before } }) => `${store.name} ${before.from}..${before.to}`),
      year_before: reports.map(({ store, periods: { lastYear } }) => `${store.name} ${lastYear.from}..${lastYear.to}`),
    },
    asOf,
  };
}

/** What stores make together. */
export function togetherIn(reports: readonly PeriodReport[]): Together[] {
  return togetherOf(reports.filter((report) => !report.isEmpty).map(asPart));
}

export function asPart({ store, now, figures }: PeriodReport): Part {
  return { store, now, figures, basis: 'previous' };
}

function rowOf({ store, now, foreignOrders }: PeriodReport, figure: Figure): Row {
  return {
    store: store.name,
    ...cellsOf(figure, store.currency),
    days_missing: missingDays(figure, now),
    source: sourceOf(figure.metric, now),
    remark: remarkOf(figure.metric, now, foreignOrders),
    platform_name: kpi(figure.metric).names?.[store.platform] ?? null,
    ...daysCells(now),
  };
}

function totalRow(together: Together, figure: Figure): Row {
  return {
    store: null,
    ...cellsOf(figure, together.currency),
    days_missing: null,
    source: null,
    remark: null,
    platform_name: null,
    ...daysCells(together),
  };
}

function daysCells({ from, to }: Pick<Figures, 'from' | 'to'>): Row {
  return { days: daysOf({ from, to }).length, period_from: from, period_to: to };
}

/** Days of which a known figure says nothing. */
function missingDays(figure: Figure, now: Figures): number | null {
  if (figure.value === null) return null;
  return Math.max(0, ...kpi(figure.metric).needs.map((part) => now.missing[part].length));
}

function cellsOf(figure: Figure, currency: string | null): Row {
  const { unit } = kpi(figure.metric);
  return {
    metric: figure.metric,
    value: figure.value,
    unit,
    currency: unit === 'amount' ? currency : null,
    previous: figure.previous,
    last_year: figure.lastYear,
    target: figure.target,
    change_ratio: figure.change,
    finished: figure.finished,
  };
}

function definitions(reports: readonly PeriodReport[]): string[] {
  return [
    ...definitionNotes(reports.map(({ store, now }) => ({ platform: store.platform, now }))),
    ...(reports.some(({ trends, now }) => now.visitors === null && now.sessions === null && trends.visits.some((day) => day !== null))
      ? ['visitors of single days are not added: download the shop report of the whole period to know how many came']
      : []),
  ];
}
