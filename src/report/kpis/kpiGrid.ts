/** The figures of a store, or of several together, beside what they are compared with: one line a subject, only those that are known. */
import type { Grid, Sentence, Value } from '../../core/page.js';
import { MEASURE_KINDS } from '../../core/table.js';
import { changeRatio } from '../../measures/change.js';
import type { Figure, FigureOf, StoreInfo } from './compared.js';
import type { Figures } from './figures.js';
import { isYoung, kpi, type Metric, metricsOf } from './kpi.js';

/** Below this share a change has no colour. */
const NOTABLE = 0.05;
/** Below this share, which is printed as 0.0 %, refunds are nothing to tell: those of the last days are still to come. */
const LEAST_REFUNDS = 0.0005;

export interface Compared {
  readonly header: string;
  /** The relative change. */
  readonly of: (figure: Figure) => number | null;
}

export interface Trends {
  readonly sales: Trend;
  readonly visits: Trend;
  readonly adSpend: Trend;
}

export type Trend = readonly (number | null)[];

export interface GridOf {
  readonly store: Pick<StoreInfo, 'platform' | 'currency'>;
  readonly now: Figures;
  readonly figures: FigureOf;
  /** Null for several stores: the days on which all of them are known are too few to tell one. */
  readonly trends: Trends | null;
  readonly header: string;
  readonly trendHeader: string;
  readonly compared: readonly Compared[];
  /** Whether the store has such reports at all: then a line says that one is missing. */
  readonly hasTraffic: boolean;
  readonly hasAds: boolean;
}

export function kpiGrid(input: GridOf): Grid {
  const line = lineOf(input);
  const hasTarget = Object.values(input.figures).some((figure) => figure.target !== null);
  const compared = [...input.compared, ...(hasTarget ? [TARGET] : [])];
  const visits: Metric = isPeople(input) ? 'visitors' : 'sessions';
  const lines = [
    line('sales', salesDetail, input.trends?.sales),
    ...known(input, 'profit', line('profit', profitDetail)),
    ...(input.hasTraffic ? [line(visits, visitDetail, input.trends?.visits)] : []),
    ...(input.hasAds ? [line('ad_spend', adDetail, input.trends?.adSpend)] : []),
    ...((input.figures.refund_rate.value ?? 0) < LEAST_REFUNDS ? [] : [line('refund_rate', refundDetail)]),
    ...known(
      input,
      'new_buyers',
      line('new_buyers', ({ value }) => [value('returning_buyers'), ' returning']),
    ),
    ...known(
      input,
      'rating',
      line('rating', ({ value }) => [value('reviews'), ' new']),
    ),
    ...known(
      input,
      'live_viewers',
      line('live_viewers', () => []),
    ),
    ...known(
      input,
      'followers',
      line('followers', () => []),
    ),
    ...known(input, 'experience', line('experience', dsrDetail)),
    ...(input.now.experience === null ? known(input, 'dsr_description', line('dsr_description', dsrDetail)) : []),
    ...known(
      input,
      'stock_at_risk',
      line('stock_at_risk', () => ['out within 14 days']),
    ),
  ];
  const isTold = (_: unknown, at: number) => input.trends !== null || at !== TREND_COLUMN;
  const columns: Grid['columns'] = [
    { header: '', align: 'left' },
    { header: input.header, align: 'right' },
    { header: input.trendHeader, align: 'left', yields: true },
    { header: '', align: 'left', wraps: true },
    ...compared.map(({ header }) => ({ header, align: 'right' }) as const),
  ];
  return { columns: columns.filter(isTold), rows: lines.map((cells) => cells(compared).filter(isTold)) };
}

/** Whether the platform counts people instead of sessions. */
function isPeople({ now, store }: GridOf): boolean {
  return now.sessions === null && metricsOf(store.platform).includes('visitors');
}

const TREND_COLUMN = 2;
const TARGET: Compared = { header: 'vs target', of: ({ value, target }) => changeRatio(value, target) };

interface Told {
  readonly value: (metric: Metric) => Value;
  readonly input: GridOf;
}

type Line = (compared: readonly Compared[]) => Sentence[];

function lineOf(input: GridOf): (metric: Metric, detail: (told: Told) => Sentence, trend?: Trend) => Line {
  const told: Told = { input, value: (metric) => kpiValue(input.figures[metric].value, metric, input.store.currency) };
  return (metric, detail, trend) => (compared) => {
    const figure = input.figures[metric];
    return [
      [labelOf(metric, input.store.platform)],
      [...(metric === 'profit' && (input.now.profit?.estimated ?? 0) > 0 ? ['≈'] : []), { ...told.value(metric), tone: 'strong' }],
      trend === undefined ? [] : [{ value: trend, kind: 'trend' }],
      detail(told),
      ...compared.map(({ of }): Sentence => [changeOf(of(figure), metric)]),
    ];
  };
}

function known(input: GridOf, metric: Metric, line: Line): Line[] {
  return input.figures[metric].value === null ? [] : [line];
}

const SHORT: Readonly<Partial<Record<Metric, string>>> = {
  ad_spend: 'Ads',
  refund_rate: 'Refunds',
  stock_at_risk: 'At risk',
  live_viewers: 'Live',
};
/** Beside the platform's own word ours is short. */
const SHORT_BESIDE: Readonly<Partial<Record<Metric, string>>> = { ...SHORT, new_buyers: 'New', followers: 'Fans', experience: 'Score' };

/** In Chinese the platform's own word stands beside ours: it is what its pages and people say. */
export function labelOf(metric: Metric, platform: string): string {
  const name = kpi(metric).names?.[platform];
  if (name === undefined || !/^[\p{Script=Han}]+$/u.test(name)) return SHORT[metric] ?? kpi(metric).label;
  return `${SHORT_BESIDE[metric] ?? kpi(metric).label} ${name}`;
}

export function kpiValue(value: number | null, metric: Metric, currency: string | null): Value {
  const { unit } = kpi(metric);
  return { value, kind: MEASURE_KINDS[unit], ...(unit === 'amount' ? { currency } : {}), ...(unit === 'score' ? { digits: 2 } : {}) };
}

function salesDetail({ value, input }: Told): Sentence {
  const { now, figures } = input;
  if (now.sales === null && now.salesSource === null) return ['no order file covers this'];
  const units = counted(figures.units, value, 'unit');
  if (figures.orders.value === null) return now.salesSource === null ? units : [...units, ` · by the ${reportName(now)}`];
  const orders = counted(figures.orders, value, 'order');
  const each: Sentence = figures.order_value.value === null ? [] : [' · ', value('order_value'), ' each'];
  return [...orders, ...each];
}

export function reportName({ salesSource }: Pick<Figures, 'salesSource'>): string {
  return salesSource === 'business report' ? 'Business Report' : 'shop report';
}

function refundDetail({ input }: Told): Sentence {
  return isYoung('refund_rate', input.now) ? ['of these orders so far'] : [];
}

function profitDetail({ value, input }: Told): Sentence {
  const withoutCost = input.now.profit?.withoutCost ?? 0;
  const lacks: Sentence = withoutCost === 0 ? [] : [' · ', { value: withoutCost, kind: 'ratio', digits: 0 }, ' uncosted'];
  return [value('margin'), ' of sales', ...lacks];
}

function visitDetail({ value, input }: Told): Sentence {
  if (input.now.sessions === null && input.now.visitors === null)
    return [`no ${isPeople(input) ? 'shop' : 'traffic'} report of exactly this`];
  const box: Sentence =
    input.figures.buy_box.value === null ? [' · ', value('page_views'), ' views'] : [' · buy box ', { ...value('buy_box'), digits: 0 }];
  return [value('conversion'), ' buy', ...box];
}

function adDetail({ value, input }: Told): Sentence {
  if (input.figures.ad_spend.value === null) return ['no ad report of this'];
  return ['ACOS ', value('acos'), ' · TACOS ', value('tacos')];
}

function dsrDetail({ value, input }: Told): Sentence {
  if (input.now.dsrDescription === null) return [];
  return ['DSR ', value('dsr_description'), ' · ', value('dsr_service'), ' · ', value('dsr_shipping')];
}

function counted(figure: Figure, value: Told['value'], word: string): Sentence {
  if (figure.value === null) return [`${word}s unknown`];
  return [value(figure.metric), figure.value === 1 ? ` ${word}` : ` ${word}s`];
}

/** Coloured where it is notable and one way is good. */
export function changeOf(ratio: number | null, metric: Metric): Value {
  const { good } = kpi(metric);
  const tone = good === null || ratio === null || Math.abs(ratio) < NOTABLE ? undefined : ratio > 0 === (good === 'up') ? 'good' : 'bad';
  return { value: ratio, kind: 'ratio', digits: 0, signed: true, tone };
}
