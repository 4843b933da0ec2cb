/** The daily report as a page: for each store its figures, what is unfinished, why sales moved and on which listings; then what to do. */
import type { Day } from '../core/day.js';
import type { Block, Grid, Page, Sentence, Step, Value } from '../core/page.js';
import { changeRatio } from '../measures/change.js';
import { type Figure, previousDay, type StoreReport } from './daily.js';
import { dailyTable, type Together, togetherOf } from './dailyTable.js';
import { longDate, shortDate, shortWeekday, weekdayName } from './dayNames.js';
import { METRICS, type Metric } from './figures.js';
import { remarkBlocks } from './remarks.js';

/** Below this share a change has no colour. */
const NOTABLE = 0.05;

export function dailyPage(reports: readonly StoreReport[], asOf: Day, todo: readonly Step[]): Page {
  const days = [...new Set(reports.map((report) => report.day))].sort();
  const last = days.at(-1) as Day;
  return {
    title: `${weekdayName(last)} ${longDate(last)}`,
    blocks: [
      ...reports.flatMap((report) => storeBlocks(report, days.length > 1)),
      ...togetherOf(reports).flatMap(togetherBlocks),
      ...(todo.length > 0 ? [{ type: 'heading', text: 'To do today' } as const, { type: 'steps', steps: todo } as const] : []),
    ],
    data: dailyTable(reports, asOf),
  };
}

function storeBlocks(report: StoreReport, tellsDay: boolean): Block[] {
  const { store } = report;
  const about = [store.marketplace ?? store.platform, store.currency ?? 'currency unknown'];
  const heading: Block = {
    type: 'heading',
    text: tellsDay ? `${store.name} · ${weekdayName(report.day)} ${longDate(report.day)}` : store.name,
    aside: about.join(' · '),
  };
  if (report.isEmpty) return [heading, nothingKnown(report)];
  return [heading, { type: 'grid', grid: storeGrid(report) }, ...remarkBlocks(report)];
}

function nothingKnown(report: StoreReport): Block {
  const { newest, store } = report;
  if (newest === null) return { type: 'sentence', parts: ['no orders, traffic or ads of single days yet'], tone: 'dim' };
  if (newest > report.day)
    return { type: 'sentence', parts: [`no file covers this day; the newest is of ${longDate(newest)}`], tone: 'dim' };
  const command = `eco report daily --store ${store.name} --day ${newest}`;
  return {
    type: 'sentence',
    parts: [`no file covers this day yet. The newest day is ${weekdayName(newest)} ${longDate(newest)}: ${command}`],
    tone: 'warn',
  };
}

function columns(day: Day): Grid['columns'] {
  return [
    { header: '', align: 'left' },
    { header: `${shortWeekday(day)} ${shortDate(day)}`, align: 'right' },
    { header: '14 days', align: 'left' },
    { header: '', align: 'left', wraps: true },
    { header: `vs ${shortWeekday(previousDay(day))}`, align: 'right' },
    { header: `vs usual ${shortWeekday(day)}`, align: 'right' },
    { header: 'vs year ago', align: 'right' },
  ];
}

function storeGrid(report: StoreReport): Grid {
  const { figures, today, trends, store } = report;
  const value = (metric: Metric, more: Partial<Value> = {}) => typed(metric, figures[metric].value, store.currency, more);
  const rows: Sentence[][] = [
    row('Sales', figures.sales, value('sales'), trends.sales, salesDetail(report, value), true),
    ...(report.hasTraffic
      ? [
          row(
            'Sessions',
            figures.sessions,
            value('sessions'),
            trends.sessions,
            today.sessions === null ? ['no traffic report of this day'] : [value('conversion'), ' buy · ', value('page_views'), ' views'],
            true,
          ),
        ]
      : []),
    ...(report.hasAds
      ? [
          row(
            'Ads',
            figures.ad_spend,
            value('ad_spend'),
            trends.adSpend,
            today.adSpend === null
              ? ['no ad report of this day']
              : ['sales ', value('ad_sales'), ' · ACOS ', value('acos'), ' · TACOS ', value('tacos')],
            false,
          ),
        ]
      : []),
  ];
  return { columns: columns(report.day), rows };
}

function salesDetail(report: StoreReport, value: (metric: Metric) => Value): Sentence {
  const { today } = report;
  if (today.salesSource === null) return ['no order file covers this day'];
  if (today.salesSource === 'business report') return [value('units'), today.units === 1 ? ' unit' : ' units', ' · by the Business Report'];
  const orders = [value('orders'), today.orders === 1 ? ' order' : ' orders'];
  return report.figures.order_value.value === null
    ? orders
    : [...orders, ' · ', value('order_value'), ' each · ', value('units'), today.units === 1 ? ' unit' : ' units'];
}

function row(
  label: string,
  figure: Figure,
  value: Value,
  trend: readonly (number | null)[] | null,
  detail: Sentence,
  isGood: boolean,
): Sentence[] {
  const change = (before: number | null): Sentence => [changeOf(changeRatio(figure.value, before), isGood)];
  return [
    [label],
    [{ ...value, tone: 'strong' }],
    trend === null ? [] : [{ value: trend, kind: 'trend' }],
    detail,
    change(figure.previous),
    change(figure.usual),
    change(figure.lastYear),
  ];
}

function typed(metric: Metric, value: number | null, currency: string | null, more: Partial<Value>): Value {
  const { unit } = METRICS[metric];
  if (unit === 'amount') return { value, kind: 'money', currency, ...more };
  return unit === 'ratio' ? { value, kind: 'ratio', ...more } : { value, kind: 'integer', ...more };
}

/** More of it is good, or (advertising) neither. */
function changeOf(ratio: number | null, isGood: boolean): Value {
  const tone = !isGood || ratio === null || Math.abs(ratio) < NOTABLE ? undefined : ratio > 0 ? 'good' : 'bad';
  return { value: ratio, kind: 'ratio', digits: 0, signed: true, tone };
}

function togetherBlocks(together: Together): Block[] {
  const figure = (metric: Metric) => together.figures.find((each) => each.metric === metric) as Figure;
  const value = (metric: Metric) => typed(metric, figure(metric).value, together.currency, {});
  const rows = [
    row('Sales', figure('sales'), value('sales'), null, [value('orders'), ' orders · ', value('units'), ' units'], true),
    ...(figure('ad_spend').value === null
      ? []
      : [
          row(
            'Ads',
            figure('ad_spend'),
            value('ad_spend'),
            null,
            ['sales ', value('ad_sales'), ' · ACOS ', value('acos'), ' · TACOS ', value('tacos')],
            false,
          ),
        ]),
  ];
  if (figure('sales').value === null) return [];
  const grid = { columns: columns(together.day), rows };
  const without = { columns: grid.columns.filter((_, at) => at !== 2), rows: rows.map((cells) => cells.filter((_, at) => at !== 2)) };
  return [
    { type: 'heading', text: `${together.stores.join(' + ')} together`, aside: together.currency ?? '' },
    { type: 'grid', grid: without },
  ];
}
