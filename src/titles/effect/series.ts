/** What each title sold and drew day by day, and sums of it over windows. Days are counted from the first of the period. */
import { addDays, type Day, daysBetween, type Period } from '../../core/day.js';
import type { BeforeAfter, WindowSum } from './measure.js';

/** The figures that a title is judged by; units decide, since they are what it is for. */
export const METRICS = ['units', 'sales', 'conversion', 'sessions', 'clicks'] as const;
export type Metric = (typeof METRICS)[number];

/** One number a day. */
interface DaySeries {
  readonly lines: Float64Array;
  readonly units: Float64Array;
  readonly sales: Float64Array;
  readonly sessions: Float64Array;
  readonly visitedUnits: Float64Array;
  readonly clicks: Float64Array;
}

export type Reported = 'orders' | 'traffic' | 'ads';

export interface ShopSeries {
  readonly period: Period;
  readonly days: number;
  readonly texts: readonly DaySeries[];
  /** Store of each text. */
  readonly stores: readonly number[];
  /** Days of a store that its orders, traffic reports and ad reports tell. */
  readonly known: ReadonlyMap<string, ReadonlySet<Day>>;
  /** Mean of squares ÷ square of the mean of units a line, by store. */
  readonly phi: ReadonlyMap<number, number>;
}

export interface SeriesSources {
  readonly period: Period;
  /** Store of each text, and the texts of listings. */
  readonly stores: readonly number[];
  readonly textOf: ReadonlyMap<number, number>;
  readonly sold: readonly { listingPk: number; day: Day; lines: number; units: number; unitsSquared: number; sales: number | null }[];
  readonly visits: readonly { listingPk: number; day: Day; sessions: number | null; units: number | null }[];
  readonly clicks: readonly { text: number; day: Day; clicks: number }[];
  readonly known: ReadonlyMap<string, ReadonlySet<Day>>;
}

export function knownKey(storeId: number, reported: Reported): string {
  return `${storeId} ${reported}`;
}

export function shopSeries(sources: SeriesSources): ShopSeries {
  const days = daysBetween(sources.period.from, sources.period.to) + 1;
  const empty = () => new Float64Array(days);
  const texts = sources.stores.map(() => ({
    lines: empty(),
    units: empty(),
    sales: empty(),
    sessions: empty(),
    visitedUnits: empty(),
    clicks: empty(),
  }));
  const add = (series: Float64Array | undefined, day: Day, value: number) => {
    const at = daysBetween(sources.period.from, day);
    if (series && at >= 0 && at < days) series[at] = (series[at] as number) + value;
  };
  const squares = new Map<number, { lines: number; units: number; squared: number }>();
  for (const { listingPk, day, lines, units, unitsSquared, sales } of sources.sold) {
    const text = sources.textOf.get(listingPk);
    if (text === undefined) continue;
    add(texts[text]?.lines, day, lines);
    add(texts[text]?.units, day, units);
    add(texts[text]?.sales, day, sales ?? 0);
    const store = sources.stores[text] as number;
    const sums = squares.get(store) ?? { lines: 0, units: 0, squared: 0 };
    squares.set(store, { lines: sums.lines + lines, units: sums.units + units, squared: sums.squared + unitsSquared });
  }
  for (const { listingPk, day, sessions, units } of sources.visits) {
    const text = sources.textOf.get(listingPk);
    if (text === undefined) continue;
    add(texts[text]?.sessions, day, sessions ?? 0);
    add(texts[text]?.visitedUnits, day, units ?? 0);
  }
  for (const { text, day, clicks } of sources.clicks) add(texts[text]?.clicks, day, clicks);
  const phi = new Map(
    [...squares].map(([store, sums]) => [store, sums.units === 0 ? 1 : Math.max(1, (sums.squared * sums.lines) / sums.units ** 2)]),
  );
  return { period: sources.period, days, texts, stores: sources.stores, known: sources.known, phi };
}

/** Which reports a metric needs. */
export const NEEDS: Readonly<Record<Metric, Reported>> = {
  units: 'orders',
  sales: 'orders',
  conversion: 'traffic',
  sessions: 'traffic',
  clicks: 'ads',
};

/** How much more a metric varies than its events: only order lines have several units. */
export function phiOf(series: ShopSeries, storeId: number, metric: Metric): number {
  return metric === 'units' || metric === 'sales' || metric === 'conversion' ? (series.phi.get(storeId) ?? 1) : 1;
}

export interface Windows {
  /** The last day before and the first day after. */
  readonly lastBefore: Day;
  readonly firstAfter: Day;
  readonly days: number;
}

/** A text's sums over the days before and after. */
export function beforeAfter(series: ShopSeries, text: number, metric: Metric, windows: Windows): BeforeAfter {
  const before = daysBetween(series.period.from, windows.lastBefore) - windows.days + 1;
  const after = daysBetween(series.period.from, windows.firstAfter);
  const sum = (from: number) => windowSum(series.texts[text] as DaySeries, metric, from, windows.days);
  return { before: sum(before), after: sum(after) };
}

function windowSum(of: DaySeries, metric: Metric, from: number, days: number): WindowSum {
  const sum = (values: Float64Array) => {
    let total = 0;
    for (let at = Math.max(0, from); at < Math.min(values.length, from + days); at++) total += values[at] as number;
    return total;
  };
  switch (metric) {
    case 'units':
      return { value: sum(of.units), events: sum(of.lines), exposure: 1 };
    case 'sales':
      return { value: sum(of.sales), events: sum(of.lines), exposure: 1 };
    case 'conversion':
      return { value: sum(of.visitedUnits), events: sum(of.visitedUnits), exposure: sum(of.sessions) };
    case 'sessions':
      return { value: sum(of.sessions), events: sum(of.sessions), exposure: 1 };
    case 'clicks':
      return { value: sum(of.clicks), events: sum(of.clicks), exposure: 1 };
  }
}

/** Whether a store's reports tell a day. */
export function tells(series: ShopSeries, storeId: number, metric: Metric): (day: Day) => boolean {
  const days = series.known.get(knownKey(storeId, NEEDS[metric]));
  return (day) => days?.has(day) === true && day >= series.period.from && day <= series.period.to;
}

/** The first and last day that a pair of windows touches. */
export function reach({ lastBefore, firstAfter, days }: Windows): Period {
  return { from: addDays(lastBefore, 1 - days), to: addDays(firstAfter, days - 1) };
}
