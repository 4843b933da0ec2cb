/** The figures of a store, or of several together, beside what they are compared with. */
import type { Day } from '../core/day.js';
import type { Grid, Sentence, Value } from '../core/page.js';
import { changeRatio } from '../measures/change.js';
import { type Figure, previousDay, type StoreReport } from './daily.js';
import type { Together } from './dailyTable.js';
import { shortDate, shortWeekday } from './dayNames.js';
import { METRICS, type Metric } from './figures.js';

/** Below this share a change has no colour. */
const NOTABLE = 0.05;

export function storeGrid(report: StoreReport): Grid {
  const { today, trends, store } = report;
  const figure = (metric: Metric) => report.figures[metric];
  const value = valuesOf(figure, store.currency);
  const traffic: Sentence =
    today.sessions === null ? ['no traffic report of this day'] : [value('conversion'), ' buy · ', value('page_views'), ' views'];
  const rows = [
    row('Sales', figure('sales'), value, trends.sales, salesDetail(report, value)),
    ...(report.hasTraffic ? [row('Sessions', figure('sessions'), value, trends.sessions, traffic)] : []),
    ...(report.hasAds ? [row('Ads', figure('ad_spend'), value, trends.adSpend, adDetail(figure, value))] : []),
  ];
  return { columns: columnsOf(report.day), rows };
}

/** Several stores have no trend: the days on which all of them are known are too few to tell one. */
export function togetherGrid(together: Together): Grid {
  const figure = (metric: Metric) => together.figures.find((each) => each.metric === metric) as Figure;
  const value = valuesOf(figure, together.currency);
  const rows = [
    row('Sales', figure('sales'), value, null, [
      ...counted(figure('orders'), value, 'order'),
      ' · ',
      ...counted(figure('units'), value, 'unit'),
    ]),
    ...(figure('ad_spend').value === null ? [] : [row('Ads', figure('ad_spend'), value, null, adDetail(figure, value))]),
  ];
  const isTrend = (_: unknown, at: number) => at !== TREND_COLUMN;
  return { columns: columnsOf(together.day).filter(isTrend), rows: rows.map((cells) => cells.filter(isTrend)) };
}

const TREND_COLUMN = 2;

function columnsOf(day: Day): Grid['columns'] {
  return [
    { header: '', align: 'left' },
    { header: `${shortWeekday(day)} ${shortDate(day)}`, align: 'right' },
    { header: '14 days', align: 'left', yields: true },
    { header: '', align: 'left', wraps: true },
    { header: `vs ${shortWeekday(previousDay(day))}`, align: 'right' },
    { header: `vs usual ${shortWeekday(day)}`, align: 'right' },
    { header: 'vs year ago', align: 'right' },
  ];
}

type Values = (metric: Metric) => Value;

function valuesOf(figure: (metric: Metric) => Figure, currency: string | null): Values {
  return (metric) => {
    const { value } = figure(metric);
    const { unit } = METRICS[metric];
    if (unit === 'amount') return { value, kind: 'money', currency };
    return { value, kind: unit === 'ratio' ? 'ratio' : 'integer' };
  };
}

function row(label: string, figure: Figure, value: Values, trend: readonly (number | null)[] | null, detail: Sentence): Sentence[] {
  // More advertising is neither good nor bad.
  const change = (before: number | null): Sentence => [changeOf(changeRatio(figure.value, before), figure.metric !== 'ad_spend')];
  return [
    [label],
    [{ ...value(figure.metric), tone: 'strong' }],
    trend === null ? [] : [{ value: trend, kind: 'trend' }],
    detail,
    change(figure.previous),
    change(figure.usual),
    change(figure.lastYear),
  ];
}

function salesDetail({ today, figures }: StoreReport, value: Values): Sentence {
  if (today.salesSource === null) return ['no order file covers this day'];
  const units = counted(figures.units, value, 'unit');
  if (today.salesSource === 'business report') return [...units, ' · by the Business Report'];
  const orders = counted(figures.orders, value, 'order');
  return figures.order_value.value === null ? orders : [...orders, ' · ', value('order_value'), ' each · ', ...units];
}

function adDetail(figure: (metric: Metric) => Figure, value: Values): Sentence {
  if (figure('ad_spend').value === null) return ['no ad report of this day'];
  return ['sales ', value('ad_sales'), ' · ACOS ', value('acos'), ' · TACOS ', value('tacos')];
}

function counted(figure: Figure, value: Values, word: string): Sentence {
  return [value(figure.metric), figure.value === 1 ? ` ${word}` : ` ${word}s`];
}

function changeOf(ratio: number | null, isGood: boolean): Value {
  const tone = !isGood || ratio === null || Math.abs(ratio) < NOTABLE ? undefined : ratio > 0 ? 'good' : 'bad';
  return { value: ratio, kind: 'ratio', digits: 0, signed: true, tone };
}
