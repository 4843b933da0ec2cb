/**
 * The same days, now different: what newer files say of days that were known before.
 *
 * Orders: a day was known when the files before the moment tell it whole (measures/coverage.ts) and were made after it was over;
 * what newer files say of other days is news, no restatement. The change of a figure of a known day is the sum over the orders
 * that changed; each order has one cause:
 *
 * | cause | what happened |
 * |---|---|
 * | late | nothing was said of it before, and it counts |
 * | cancelled | it counted and does so no more (cancelled, or a replacement after all) |
 * | revived | it was known, did not count, and does now |
 * | priced | it had no price (an order that was not paid) and has one now |
 * | changed | other units or another amount |
 * | moved | it belongs to another day now |
 * | gone | it was said to be there and is in no file that stands |
 *
 * Reports of single days (traffic, ads, the shop): sums of a day before and now. Of several grains of one report, the one that the
 * daily report takes: for traffic child, SKU, parent; for ads the one with the highest spend, of each channel.
 */
import { addDays, type Day } from '../../core/day.js';
import { zone } from '../../core/zone.js';
import { knownDays } from '../../measures/coverage.js';
import { groupBy } from '../../measures/grouping.js';

export interface OrderState {
  readonly storeId: number;
  readonly day: Day | null;
  readonly currency: string | null;
  readonly counts: boolean;
  readonly units: number | null;
  /** Minor units. */
  readonly sales: number | null;
  readonly unpriced: boolean;
}

export interface OrderChange {
  readonly orderId: string;
  /** The import that says what stands now; null where nothing does. */
  readonly importId: number | null;
  readonly was: OrderState | null;
  readonly is: OrderState | null;
}

export interface FileSpanAt {
  readonly storeId: number;
  readonly from: Day;
  readonly to: Day;
  readonly evidenceAt: number;
}

type Subject = 'traffic' | 'ads' | 'shop';
type PeriodMetric =
  | 'sessions'
  | 'page_views'
  | 'ad_spend'
  | 'ad_sales'
  | 'ad_orders'
  | 'clicks'
  | 'visitors'
  | 'buyers'
  | 'sales'
  | 'refunds';

export interface PeriodFigure {
  readonly storeId: number;
  readonly subject: Subject;
  readonly channel: string;
  readonly grain: string;
  readonly day: Day;
  readonly currency: string | null;
  readonly importId: number;
  readonly metric: PeriodMetric;
  /** Counts, minor units; of ads' money millionths. */
  readonly was: number | null;
  readonly is: number | null;
}

export const CAUSES = ['late', 'cancelled', 'revived', 'priced', 'changed', 'moved', 'gone'] as const;
export type Cause = (typeof CAUSES)[number];

/** How many orders a cause has on a day, and by how much they moved its sales (minor units). */
export interface CauseCount {
  readonly cause: Cause;
  readonly orders: number;
  readonly sales: number;
}

/** What newer files changed on a day of a store, in one currency. */
export interface RestatedDay {
  readonly storeId: number;
  readonly day: Day;
  readonly currency: string | null;
  readonly orders: number;
  /** Null where an order does not tell its units, before or now. */
  readonly units: number | null;
  readonly sales: number;
  readonly causes: readonly CauseCount[];
  readonly importIds: readonly number[];
}

/** The days on which orders changed, by store, day and currency. `isKnown`: whether the day was known before. */
export function restatedOrders(changes: readonly OrderChange[], isKnown: (storeId: number, day: Day) => boolean): RestatedDay[] {
  const steps = changes.flatMap(stepsOf).filter(({ storeId, day, wasSaid }) => wasSaid || isKnown(storeId, day));
  const days = groupBy(steps, ({ storeId, day, currency }) => `${String(storeId).padStart(9, '0')}\u001f${day}\u001f${currency ?? ''}`);
  return [...days.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ofDay]) => {
      const first = ofDay[0] as StepOfDay;
      const total = (key: 'orders' | 'sales') => ofDay.reduce((sum, step) => sum + step[key], 0);
      const causes = groupBy(ofDay, (step) => step.cause);
      return {
        storeId: first.storeId,
        day: first.day,
        currency: first.currency,
        orders: total('orders'),
        units: ofDay.reduce<number | null>((sum, { units }) => (sum === null || units === null ? null : sum + units), 0),
        sales: total('sales'),
        causes: CAUSES.flatMap((cause) => {
          const found = causes.get(cause) ?? [];
          return found.length === 0 ? [] : [{ cause, orders: found.length, sales: found.reduce((sum, step) => sum + step.sales, 0) }];
        }),
        importIds: [...new Set(ofDay.flatMap((step) => step.importId ?? []))].sort((a, b) => a - b),
      };
    });
}

interface StepOfDay {
  readonly storeId: number;
  readonly day: Day;
  readonly currency: string | null;
  readonly cause: Cause;
  readonly orders: number;
  readonly units: number | null;
  readonly sales: number;
  /** Something was said of the order on this day before. */
  readonly wasSaid: boolean;
  readonly importId: number | null;
}

/** What one order moves, on one day or, where it belongs to another one now, on both. An order without a date moves no day. */
function stepsOf({ was, is, importId }: OrderChange): StepOfDay[] {
  const isSame = was !== null && is !== null && was.day === is.day && was.storeId === is.storeId && sameCurrency(was, is);
  if (isSame) return step(is, was, causeOf(was, is), importId);
  const cause: Cause = was === null ? 'late' : is === null ? 'gone' : 'moved';
  return [...(was ? step(null, was, cause, importId) : []), ...(is ? step(is, null, cause, importId, was !== null) : [])];
}

/** Where nothing has a price no currency is told: the priced one is then the currency of both. */
function sameCurrency(was: OrderState, is: OrderState): boolean {
  return was.currency === is.currency || was.currency === null || is.currency === null;
}

function causeOf(was: OrderState, is: OrderState): Cause {
  if (was.counts !== is.counts) return is.counts ? 'revived' : 'cancelled';
  return was.unpriced && !is.unpriced ? 'priced' : 'changed';
}

function step(is: OrderState | null, was: OrderState | null, cause: Cause, importId: number | null, wasSaid = was !== null): StepOfDay[] {
  const state = (is ?? was) as OrderState;
  if (state.day === null || !(is?.counts || was?.counts)) return [];
  const [unitsNow, unitsBefore] = [is, was].map((each) => (each?.counts ? each.units : 0)) as [number | null, number | null];
  const salesOf = (each: OrderState | null) => (each?.counts ? (each.sales ?? 0) : 0);
  return [
    {
      storeId: state.storeId,
      day: state.day,
      currency: is?.currency ?? was?.currency ?? null,
      cause,
      orders: Number(is?.counts ?? false) - Number(was?.counts ?? false),
      units: unitsNow === null || unitsBefore === null ? null : unitsNow - unitsBefore,
      sales: salesOf(is) - salesOf(was),
      wasSaid,
      importId,
    },
  ];
}

/** Whether the files before told a day of a store whole, and were made after it was over. */
export function knownBefore(
  files: readonly FileSpanAt[],
  orderDays: readonly { readonly storeId: number; readonly day: Day }[],
  zones: ReadonlyMap<number, string>,
): (storeId: number, day: Day) => boolean {
  const known = new Map(
    [...groupBy(files, (file) => file.storeId)].map(([storeId, ofStore]) => {
      const spans = ofStore.map((file) => ({ ...file, madeOn: zone(zones.get(storeId) as string).dayOf(file.evidenceAt) as Day }));
      const from = spans.map((span) => span.from).sort()[0] as Day;
      const newest = spans
        .map((span) => span.madeOn)
        .sort()
        .at(-1) as Day;
      const days = orderDays.filter((each) => each.storeId === storeId && each.day < newest).map(({ day }) => day);
      return [storeId, new Set(knownDays({ from, to: addDays(newest, -1) }, spans, days))] as const;
    }),
  );
  return (storeId, day) => known.get(storeId)?.has(day) ?? false;
}

const TRAFFIC_GRAINS = ['child', 'sku', 'parent'];

/** The figures of single days that changed, each day told by one grain of a report. */
export function restatedPeriods(figures: readonly PeriodFigure[]): PeriodFigure[] {
  const reports = groupBy(figures, ({ storeId, subject, channel, day }) => [storeId, subject, channel, day].join('\u001f'));
  return [...reports.values()].flatMap((ofReport) => {
    const grain = chosenGrain(ofReport);
    return ofReport.filter((figure) => figure.grain === grain && figure.was !== figure.is);
  });
}

function chosenGrain(figures: readonly PeriodFigure[]): string {
  const grains = [...new Set(figures.map((figure) => figure.grain))];
  if (figures[0]?.subject === 'traffic') return TRAFFIC_GRAINS.find((grain) => grains.includes(grain)) ?? (grains.sort()[0] as string);
  const spendOf = (grain: string) => figures.find((figure) => figure.grain === grain && figure.metric === 'ad_spend')?.is ?? 0;
  return grains.sort((a, b) => spendOf(b) - spendOf(a) || (a < b ? -1 : 1))[0] as string;
}
