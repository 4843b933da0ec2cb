/**
 * The way from being seen to being kept: impressions → clicks → visits → carts → orders → kept.
 *
 * | step | what it counts |
 * |---|---|
 * | impressions, clicks | of ads, as their reports count them |
 * | visits | sessions of all who came, not only from ads; visitors where the platform counts people |
 * | carts | people who put something into the cart |
 * | orders | orders that count; of a campaign those that its report attributes, of a source buyers |
 * | kept | orders without a refund or return so far |
 *
 * A step's rate is its sum ÷ the sum of the nearest step before it that is known. Visits have none: they are no part of the clicks on
 * ads. A step that no report tells is unknown, and the next one is measured against the one before.
 *
 * Where it loses: the step whose rate lies below the usual one by the most orders. Of a store the usual rate is the median of the
 * periods before it, of its listings, campaigns or sources the median of those in the table with `LEAST` or more at the step before.
 */
import { median } from '../../measures/statistics.js';

export const STEPS = ['impressions', 'clicks', 'visits', 'carts', 'orders', 'kept'] as const;
export type StepName = (typeof STEPS)[number];
export type Counts = Readonly<Record<StepName, number | null>>;
export type RatedStep = Exclude<StepName, 'impressions' | 'visits'>;
export const RATED: readonly RatedStep[] = ['clicks', 'carts', 'orders', 'kept'];

/** Below this a rate says nothing. */
export const LEAST = 50;

export interface Rate {
  readonly rate: number | null;
  /** The step that it is a share of. */
  readonly of: StepName | null;
  readonly usual: number | null;
}

export interface Loss {
  readonly step: RatedStep;
  /** Orders that the usual rate would have brought besides; of the last step, orders that it would have kept. */
  readonly orders: number;
}

export interface Funnel {
  readonly name: string | null;
  readonly counts: Counts;
  readonly rates: Readonly<Record<RatedStep, Rate>>;
  readonly loss: Loss | null;
}

export const UNKNOWN: Counts = { impressions: null, clicks: null, visits: null, carts: null, orders: null, kept: null };

/** A store beside the periods before it. */
export function storeFunnel(counts: Counts, before: readonly Counts[]): Funnel {
  return funnelOf(null, counts, usualRates(before));
}

/** Things of a store beside each other, the greatest loss first. */
export function thingFunnels(things: readonly { readonly name: string | null; readonly counts: Counts }[]): Funnel[] {
  const usual = usualRates(things.map(({ counts }) => counts));
  return things
    .map(({ name, counts }) => funnelOf(name, counts, usual))
    .sort((a, b) => (b.loss?.orders ?? 0) - (a.loss?.orders ?? 0) || size(b) - size(a) || compare(a.name ?? '', b.name ?? ''));
}

function size({ counts }: Funnel): number {
  return counts.visits ?? counts.clicks ?? counts.orders ?? 0;
}

type Usual = (step: RatedStep, of: StepName | null) => number | null;

/** The median of the rates that have enough to be one, of those measured against the same step. */
function usualRates(all: readonly Counts[]): Usual {
  const known = new Map<string, number | null>();
  return (step, of) => {
    const key = `${step} ${of}`;
    if (!known.has(key)) {
      const rates = all.flatMap((counts) => {
        const found = rateOf(counts, step);
        return found.of === of && found.rate !== null && (counts[of as StepName] as number) >= LEAST ? [found.rate] : [];
      });
      // One is no middle.
      known.set(key, rates.length < 2 ? null : median(rates));
    }
    return known.get(key) ?? null;
  };
}

function funnelOf(name: string | null, counts: Counts, usual: Usual): Funnel {
  const rates = Object.fromEntries(
    RATED.map((step) => {
      const found = rateOf(counts, step);
      return [step, { ...found, usual: usual(step, found.of) }];
    }),
  ) as Funnel['rates'];
  return { name, counts, rates, loss: lossOf(counts, rates) };
}

/** A step's share of the nearest known step before it. */
export function rateOf(counts: Counts, step: RatedStep): { readonly rate: number | null; readonly of: StepName | null } {
  if (counts[step] === null) return { rate: null, of: null };
  const of = STEPS.slice(0, STEPS.indexOf(step)).findLast((earlier) => counts[earlier] !== null) ?? null;
  const base = of === null ? null : counts[of];
  return { rate: base === null || base === 0 ? null : (counts[step] as number) / base, of };
}

function lossOf(counts: Counts, rates: Funnel['rates']): Loss | null {
  const losses = RATED.flatMap((step): Loss[] => {
    const { rate, of, usual } = rates[step];
    const base = of === null ? null : counts[of];
    if (rate === null || usual === null || base === null || base < LEAST || rate >= usual) return [];
    return [{ step, orders: (usual - rate) * base * ordersFor(step, rates) }];
  });
  return losses.reduce<Loss | null>((worst, loss) => (worst === null || loss.orders > worst.orders ? loss : worst), null);
}

/** How many orders one more at this step brings, by the own rates of the steps up to the order. */
function ordersFor(step: RatedStep, rates: Funnel['rates']): number {
  if (step === 'orders' || step === 'kept') return 1;
  const following = RATED.slice(RATED.indexOf(step) + 1).filter((next) => next !== 'kept' && rates[next].rate !== null);
  return following.reduce((orders, next) => orders * (rates[next].rate as number), 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
