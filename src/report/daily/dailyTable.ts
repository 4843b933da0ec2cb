/**
 * The rows of the daily report: one a store and metric, in the order of stores and metrics. Totals: stores of one currency and
 * day together, where every one of them is known; never across currencies. Sessions and order values have no total.
 */
import type { Day } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { changeRatio } from '../../measures/change.js';
import { groupBy } from '../../measures/grouping.js';
import { weekdayName } from '../kpis/dayNames.js';
import { type DayFigures, METRIC_NAMES, METRICS, type Metric } from '../kpis/figures.js';
import type { Figure, StoreReport } from './daily.js';

const DAILY_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'metric', header: 'Metric', kind: 'text' },
  { key: 'value', header: 'Value', kind: 'measure' },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'currency', header: 'Currency', kind: 'text', detail: true },
  { key: 'previous', header: 'Day before', kind: 'measure' },
  { key: 'same_weekday', header: 'Usual weekday', kind: 'measure' },
  { key: 'last_year', header: 'A year ago', kind: 'measure' },
  { key: 'change_ratio', header: 'To usual', kind: 'ratio', signed: true },
  { key: 'finished', header: 'Finished', kind: 'boolean' },
  { key: 'source', header: 'Source', kind: 'text' },
  { key: 'remark', header: 'Remark', kind: 'text' },
  { key: 'day', header: 'Day', kind: 'day', detail: true },
];

export function dailyTable(reports: readonly StoreReport[], asOf: Day): Table {
  return {
    id: 'report.daily/1',
    title: 'Daily report',
    columns: DAILY_COLUMNS,
    rows: reports.flatMap((report) => METRIC_NAMES.map((metric) => rowOf(report, metric))),
    totals: togetherOf(reports).flatMap((together) => together.figures.map((figure) => totalRow(together, figure))),
    notes: definitions(reports),
    params: {
      days: [...new Set(reports.map((report) => report.day))],
      usual_days: reports.flatMap((report) => report.usualDays.map((day) => `${report.store.name} ${day}`)),
    },
    asOf,
  };
}

function rowOf(report: StoreReport, metric: Metric): Row {
  return {
    store: report.store.name,
    ...cells(report.figures[metric], report.store.currency),
    day: report.day,
    source: sourceOf(report, metric),
    remark: remarkOf(report, metric),
  };
}

function totalRow(together: Together, figure: Figure): Row {
  return { store: null, ...cells(figure, together.currency), day: together.day, source: null, remark: null };
}

function cells(figure: Figure, currency: string | null): Row {
  const { unit } = METRICS[figure.metric];
  return {
    metric: figure.metric,
    value: figure.value,
    unit,
    currency: unit === 'amount' ? currency : null,
    previous: figure.previous,
    same_weekday: figure.usual,
    last_year: figure.lastYear,
    change_ratio: figure.change,
    finished: figure.finished,
  };
}

const SOURCES = { traffic: 'traffic report', ads: 'ad report' } as const;

function sourceOf(report: StoreReport, metric: Metric): string | null {
  if (report.figures[metric].value === null) return null;
  const parts = METRICS[metric].needs.map((need) => (need === 'sales' ? report.today.salesSource : SOURCES[need]));
  return parts.join(', ');
}

/** Stores that are told in one currency about one day. */
export interface Together {
  readonly stores: readonly string[];
  readonly currency: string | null;
  readonly day: Day;
  readonly figures: readonly Figure[];
}

const ADDED = ['sales', 'units', 'orders', 'ad_spend', 'ad_sales'] as const;
const DIVIDED = { acos: ['ad_spend', 'ad_sales'], tacos: ['ad_spend', 'sales'] } as const;

export function togetherOf(reports: readonly StoreReport[]): Together[] {
  const groups = groupBy(
    reports.filter((report) => !report.isEmpty && report.store.currency !== null),
    (report) => `${report.store.currency} ${report.day}`,
  );
  return [...groups.values()].filter((group) => group.length > 1).map(together);
}

function together(reports: readonly StoreReport[]): Together {
  const added = new Map(ADDED.map((metric) => [metric, sumOf(reports.map((report) => report.figures[metric]))]));
  const divided = (Object.keys(DIVIDED) as (keyof typeof DIVIDED)[]).map((metric) => {
    const [above, below] = DIVIDED[metric].map((part) => added.get(part) as Figure) as [Figure, Figure];
    return combine(metric, [above, below], ([a, b]) => (a === null || b === null || !(b as number) ? null : (a as number) / (b as number)));
  });
  const first = reports[0] as StoreReport;
  return {
    stores: reports.map((report) => report.store.name),
    currency: first.store.currency,
    day: first.day,
    figures: [...added.values(), ...divided],
  };
}

function sumOf(figures: readonly Figure[]): Figure {
  const add = (values: readonly (number | null)[]) =>
    values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value as number), 0);
  return combine((figures[0] as Figure).metric, figures, add);
}

function combine(metric: Metric, figures: readonly Figure[], how: (values: readonly (number | null)[]) => number | null): Figure {
  const of = (key: 'value' | 'previous' | 'usual' | 'lastYear') => how(figures.map((figure) => figure[key]));
  const [value, usual] = [of('value'), of('usual')];
  return {
    metric,
    value,
    previous: of('previous'),
    usual,
    lastYear: of('lastYear'),
    change: changeRatio(value, usual),
    finished: figures.every((figure) => figure.finished),
  };
}

/** Why a figure is unknown or not finished. */
function remarkOf(report: StoreReport, metric: Metric): string | null {
  const { today } = report;
  const said = METRICS[metric].needs.flatMap((need) => {
    if (need === 'traffic') return trafficRemarks(today);
    return need === 'ads' ? adRemarks(today) : salesRemarks(report);
  });
  return said.length === 0 ? null : said.join('; ');
}

function salesRemarks({ today, foreignOrders }: StoreReport): string[] {
  return [
    ...(today.salesSource === null ? ['no order file covers the day'] : []),
    ...(today.salesSource === 'business report' ? ['no order file covers the whole day'] : []),
    ...(today.inPart ? ['the order file was made before the day was over'] : []),
    ...(today.unpriced > 0 ? [`${orders(today.unpriced)} without a price yet`] : []),
    ...(foreignOrders > 0 ? [`${orders(foreignOrders)} in another currency left out`] : []),
  ];
}

function trafficRemarks(today: DayFigures): string[] {
  if (today.sessions === null) return ['no traffic report of the day'];
  return today.finished.traffic ? [] : ['the traffic report was made before the day was over'];
}

function adRemarks(today: DayFigures): string[] {
  if (today.adSpend === null) return ['no ad report of the day'];
  return today.finished.ads ? [] : [`ad sales still arrive for ${today.attributionDays} days after a click`];
}

function orders(count: number): string {
  return `${count} ${count === 1 ? 'order' : 'orders'}`;
}

function definitions(reports: readonly StoreReport[]): string[] {
  const told = reports.find((report) => report.usualDays.length > 0);
  return [
    ...(told
      ? [`a usual ${weekdayName(told.day)} is the mean of the middle two of the last four by sales, so one unusual day changes nothing`]
      : []),
    'sales are goods as ordered: before discounts and refunds, without shipping and tax that the platform keeps apart',
    ...(reports.some((report) => report.today.sessions !== null)
      ? ['conversion is units ÷ sessions, Amazon\'s "unit session percentage"']
      : []),
  ];
}
