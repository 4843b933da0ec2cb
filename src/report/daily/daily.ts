/**
 * The daily report: the figures of a day of each store, what they are compared with, and why sales moved.
 *
 * Compared with: the day before; the usual weekday; the same weekday a year ago (364 days before).
 * The usual weekday is the mean of the middle two of the last four same weekdays, ranked by sales. So its sales are the median of
 * the four, one unusual day (a promotion, a day out of stock) changes nothing, and its figures still belong to real days: its
 * visits × conversion × order value are its sales, and its listings add up to it. With three known days it is the middle one,
 * with two both, with one that one.
 *
 * Why sales moved (decompose.ts): sales = visits × (orders ÷ visits) × (sales ÷ priced orders), less what the orders without a
 * price will still bring (at the average of those that have one): the four parts add up to the difference to the usual weekday,
 * to the cent. Only where all of them are known.
 */
import { addDays, type Day } from '../../core/day.js';
import { changeRatio } from '../../measures/change.js';
import { decompose, wholeParts } from '../kpis/decompose.js';
import { type DayFigures, isFinished, METRIC_NAMES, type Metric, measure } from '../kpis/figures.js';
import { type ListingDays, type Mover, moversOf } from '../kpis/movers.js';

export interface StoreInfo {
  readonly name: string;
  readonly platform: string;
  readonly marketplace: string | null;
  readonly currency: string | null;
}

/** A store's days around the reported one. */
export interface StoreDays {
  readonly store: StoreInfo;
  readonly day: Day;
  readonly figures: ReadonlyMap<Day, DayFigures>;
  readonly listings: readonly ListingDays[];
  /** Whether the store has ever had such reports of single days. */
  readonly hasTraffic: boolean;
  readonly hasAds: boolean;
  /** The newest day that is known as a whole; null without any. */
  readonly newest: Day | null;
  /** Orders of the day in other currencies than the store's, which no figure holds. */
  readonly foreignOrders: number;
}

export interface Figure {
  readonly metric: Metric;
  readonly value: number | null;
  readonly previous: number | null;
  readonly usual: number | null;
  readonly lastYear: number | null;
  /** Against the usual weekday. */
  readonly change: number | null;
  readonly finished: boolean;
}

/** Minor units; they add up to sales less the usual sales. */
export interface Why {
  readonly total: number;
  readonly visits: number;
  readonly conversion: number;
  readonly orderValue: number;
  readonly pending: number;
}

export interface StoreReport extends Omit<StoreDays, 'figures' | 'listings'> {
  readonly today: DayFigures;
  readonly usualDays: readonly Day[];
  readonly figures: Readonly<Record<Metric, Figure>>;
  readonly trends: { readonly sales: Trend; readonly sessions: Trend; readonly adSpend: Trend };
  readonly why: Why | null;
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

function trendDays(day: Day): Day[] {
  return Array.from({ length: TREND_DAYS }, (_, at) => addDays(day, at + 1 - TREND_DAYS));
}

/** Every day that a report needs to know about. */
export function neededDays(day: Day): Day[] {
  return [...new Set([...trendDays(day), previousDay(day), ...sameWeekdays(day), lastYearDay(day)])].sort();
}

/** The days whose listings tell what moved: the day itself and the same weekdays that may be the usual one. */
export function listingDays(day: Day): Day[] {
  return [day, ...sameWeekdays(day)];
}

export function analyseStore(facts: StoreDays): StoreReport {
  const { figures, listings, ...rest } = facts;
  const on = (day: Day) => figures.get(day) as DayFigures;
  const today = on(facts.day);
  const usual = middleDays(sameWeekdays(facts.day).map(on));
  const trend = (metric: Metric) => trendDays(facts.day).map((day) => measure(metric, [on(day)]));
  const usualDays = usual.map((day) => day.day);
  return {
    ...rest,
    today,
    usualDays,
    figures: Object.fromEntries(
      METRIC_NAMES.map((metric) => [metric, figureOf(metric, today, on(previousDay(facts.day)), usual, on(lastYearDay(facts.day)))]),
    ) as Record<Metric, Figure>,
    trends: { sales: trend('sales'), sessions: trend('sessions'), adSpend: trend('ad_spend') },
    why: whyOf(today, usual),
    movers: today.salesSource === 'orders' && usual.every(hasOrders) ? moversOf(listings, facts.day, usualDays) : { down: [], up: [] },
    isEmpty: METRIC_NAMES.every((metric) => measure(metric, [today]) === null),
  };
}

function figureOf(metric: Metric, today: DayFigures, previous: DayFigures, usual: readonly DayFigures[], lastYear: DayFigures): Figure {
  const value = measure(metric, [today]);
  const usually = measure(metric, usual);
  return {
    metric,
    value,
    previous: measure(metric, [previous]),
    usual: usually,
    lastYear: measure(metric, [lastYear]),
    change: changeRatio(value, usually),
    finished: isFinished(metric, today),
  };
}

/** The days in the middle by the first figure of these that any of them knows. */
export function middleDays(days: readonly DayFigures[]): DayFigures[] {
  const sizes = [(day: DayFigures) => day.sales, (day: DayFigures) => day.sessions, (day: DayFigures) => day.adSpend];
  const size = sizes.find((of) => days.some((day) => of(day) !== null));
  if (!size) return [];
  const ranked = days
    .filter((day) => size(day) !== null)
    .sort((a, b) => (size(a) as number) - (size(b) as number) || (a.day < b.day ? -1 : 1));
  const half = (ranked.length - 1) / 2;
  return ranked.slice(Math.floor(half), Math.ceil(half) + 1);
}

interface Factors {
  readonly visits: number;
  readonly conversion: number;
  /** Null where no order has a price. */
  readonly orderValue: number | null;
  /** What the orders without a price lack, below zero. */
  readonly pending: number;
}

function whyOf(today: DayFigures, usual: readonly DayFigures[]): Why | null {
  const after = factorsOf([today]);
  const before = factorsOf(usual);
  const value = (mine: Factors, other: Factors) => mine.orderValue ?? other.orderValue;
  if (!before || !after) return null;
  const [valueBefore, valueAfter] = [value(before, after), value(after, before)];
  if (valueBefore === null || valueAfter === null) return null;
  const total = (measure('sales', [today]) as number) - (measure('sales', usual) as number);
  const parts = decompose([before.visits, before.conversion, valueBefore], [after.visits, after.conversion, valueAfter]);
  const [visits, conversion, orderValue, pending] = wholeParts([...parts, after.pending - before.pending], total) as [
    number,
    number,
    number,
    number,
  ];
  return { total, visits, conversion, orderValue, pending };
}

function factorsOf(days: readonly DayFigures[]): Factors | null {
  if (days.length === 0 || !days.every((day) => hasOrders(day) && day.sessions !== null)) return null;
  const mean = (of: (day: DayFigures) => number | null) => days.reduce((sum, day) => sum + (of(day) as number), 0) / days.length;
  const [visits, orders, sales] = [mean((day) => day.sessions), mean((day) => day.orders), mean((day) => day.sales)];
  const priced = orders - mean((day) => day.unpriced);
  if (visits === 0 || (priced === 0 && orders > 0)) return null;
  const orderValue = priced === 0 ? null : sales / priced;
  return { visits, conversion: orders / visits, orderValue, pending: orderValue === null ? 0 : sales - orders * orderValue };
}

function hasOrders(day: DayFigures): boolean {
  return day.salesSource === 'orders' && day.sales !== null && day.orders !== null;
}
