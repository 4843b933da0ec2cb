/**
 * The daily report: the figures of a day of each store, what they are compared with, and why sales moved.
 *
 * Compared with: the day before; the usual weekday; the same weekday a year ago (364 days before).
 * The usual weekday is the mean of the middle two of the last four same weekdays, ranked by sales. So its sales are the median of
 * the four, one unusual day (a promotion, a day out of stock) changes nothing, and its figures still belong to real days: its
 * visits × conversion × order value are its sales, and its listings add up to it. With three known days it is the middle one,
 * with two both, with one that one.
 */
import { addDays, type Day } from '../../core/day.js';
import type { Explanation } from '../kpis/adtributor.js';
import { type Against, comparedFigures, type FigureOf, type StoreInfo } from '../kpis/compared.js';
import { type Figures, type Profit, visitsOf } from '../kpis/figures.js';
import { type Metric, measure, metricsOf } from '../kpis/kpi.js';
import { type ListingDays, type Mover, moversOf } from '../kpis/movers.js';
import { hasOrders, type Why, whyOf } from '../kpis/why.js';
import type { Arrived } from '../restated/arrived.js';

/** A store's days around the reported one. */
export interface StoreDays {
  readonly store: StoreInfo;
  readonly day: Day;
  readonly figures: ReadonlyMap<Day, Figures>;
  readonly targetOf: (metric: Metric) => number | null;
  /** The profit of some days: it is dear to tell, so only those that are shown are asked for. */
  readonly profitsOf: (days: readonly Day[]) => ReadonlyMap<Day, Profit | null>;
  /** What the listings sold on the day and on some days before, and what carried the move of sales: as dear. */
  readonly soldOn: (now: Figures, before: readonly Figures[]) => Sold;
  /** Whether the store has ever had such reports of single days. */
  readonly hasTraffic: boolean;
  readonly hasAds: boolean;
  /** Figures of the day that are still on their way, as far as the store's files taught it. */
  readonly arrived: readonly Arrived[];
  /** The newest day that is known as a whole; null without any. */
  readonly newest: Day | null;
  /** Orders of the day in other currencies than the store's, which no figure holds. */
  readonly foreignOrders: number;
}

export interface Sold {
  readonly listings: readonly ListingDays[];
  readonly carriers: readonly Explanation[];
}

export interface StoreReport extends Omit<StoreDays, 'figures' | 'targetOf' | 'soldOn' | 'profitsOf'> {
  readonly today: Figures;
  readonly usualDays: readonly Day[];
  readonly against: Against;
  readonly figures: FigureOf;
  readonly trends: { readonly sales: Trend; readonly visits: Trend; readonly adSpend: Trend };
  readonly why: Why | null;
  readonly carriers: readonly Explanation[];
  readonly movers: { readonly down: readonly Mover[]; readonly up: readonly Mover[] };
  /** No figure of the day is known. */
  readonly isEmpty: boolean;
}

type Trend = readonly (number | null)[];

const TREND_DAYS = 14;
const USUAL_WEEKS = [1, 2, 3, 4];
/** 52 weeks: the same weekday. */
const YEAR_DAYS = 364;

export function previousDay(day: Day): Day {
  return addDays(day, -1);
}

export function lastYearDay(day: Day): Day {
  return addDays(day, -YEAR_DAYS);
}

function sameWeekdays(day: Day): Day[] {
  return USUAL_WEEKS.map((weeks) => addDays(day, -7 * weeks));
}

/** The days of the curve beside a figure. */
export function trendDays(day: Day): Day[] {
  return Array.from({ length: TREND_DAYS }, (_, at) => addDays(day, at + 1 - TREND_DAYS));
}

/** Every day that a report needs to know about. */
export function neededDays(day: Day): Day[] {
  return [...new Set([...trendDays(day), previousDay(day), ...sameWeekdays(day), lastYearDay(day)])].sort();
}

/** The day itself and the same weekdays that may be the usual one. */
export function comparedDays(day: Day): Day[] {
  return [day, ...sameWeekdays(day)];
}

export function analyseStore(facts: StoreDays): StoreReport {
  const { figures, targetOf, soldOn, profitsOf, ...rest } = facts;
  const plain = (day: Day) => figures.get(day) as Figures;
  const usualDays = middleDays(sameWeekdays(facts.day).map(plain)).map((day) => day.from);
  const profits = profitsOf([...new Set([facts.day, previousDay(facts.day), ...usualDays, lastYearDay(facts.day)])]);
  const on = (day: Day): Figures => ({ ...plain(day), profit: profits.get(day) ?? null });
  const today = on(facts.day);
  const usual = usualDays.map(on);
  const trend = (of: (day: Figures) => number | null) => trendDays(facts.day).map((day) => of(on(day)));
  const against = { previous: [on(previousDay(facts.day))], usual, lastYear: [on(lastYearDay(facts.day))] };
  const isCompared = usual.length > 0 && [today, ...usual].every(isByOrders);
  const { listings, carriers } = isCompared ? soldOn(today, usual) : { listings: [], carriers: [] };
  return {
    ...rest,
    today,
    usualDays,
    against,
    figures: comparedFigures(today, against, 'usual', targetOf),
    trends: { sales: trend((day) => day.sales), visits: trend(visitsOf), adSpend: trend((day) => day.adSpend) },
    why: whyOf(today, usual),
    carriers,
    movers: moversOf(listings, facts.day, usualDays),
    isEmpty: metricsOf(facts.store.platform).every((metric) => measure(metric, [today]) === null),
  };
}

function isByOrders(day: Figures): boolean {
  return day.salesSource === 'orders' && hasOrders(day);
}

/** The days in the middle by the first figure of these that any of them knows. */
export function middleDays(days: readonly Figures[]): Figures[] {
  const sizes = [(day: Figures) => day.sales, visitsOf, (day: Figures) => day.adSpend];
  const size = sizes.find((of) => days.some((day) => of(day) !== null));
  if (!size) return [];
  const ranked = days
    .filter((day) => size(day) !== null)
    .sort((a, b) => (size(a) as number) - (size(b) as number) || (a.from < b.from ? -1 : 1));
  const half = (ranked.length - 1) / 2;
  return ranked.slice(Math.floor(half), Math.ceil(half) + 1);
}
