/**
 * The order of the morning list: what is worth most first.
 *
 * What is lost every day counts for thirty days, since it goes on until somebody acts. Margin, sales and spend count alike; sales
 * stand only where a unit cost is not known, so they rank too high until it is. Amounts in several currencies are compared at the
 * rates of the day before, where imported tables have all of them; else by what the shops sell a day in each: an amount counts as
 * that many days of sales in its currency. Steps whose worth nobody knows, and amounts in a currency in which nothing was sold, come
 * last, the more urgent kinds (core/todo.ts) first. Ties keep the order of the departments.
 */
import { TODO_KINDS, type TodoStep } from '../../core/todo.js';

export const GOING_ON_DAYS = 30;

export interface RankedStep extends TodoStep {
  /** The department that says it. */
  readonly department: string;
}

export interface Scales {
  /** Minor units that the shops sell a day, by currency. */
  readonly soldADay: ReadonlyMap<string, number>;
  /** The amount in minor units of a currency that is the same for all; null without a rate. */
  readonly converted: (amountMinor: number, currency: string | null, to: string) => number | null;
}

export function ranked(steps: readonly RankedStep[], scales: Scales): RankedStep[] {
  const weightOf = weigher(steps, scales);
  const weighed = steps.map((step, place) => ({ step, place, weight: weightOf(step) }));
  return weighed
    .sort((a, b) => {
      if (a.weight === null || b.weight === null) {
        if (a.weight !== null || b.weight !== null) return a.weight === null ? 1 : -1;
        return TODO_KINDS.indexOf(a.step.kind) - TODO_KINDS.indexOf(b.step.kind) || a.place - b.place;
      }
      return b.weight - a.weight || a.place - b.place;
    })
    .map(({ step }) => step);
}

function weigher(steps: readonly RankedStep[], scales: Scales): (step: RankedStep) => number | null {
  const currencies = [...new Set(steps.flatMap(({ worth }) => (worth === null ? [] : [worth.currency])))].sort();
  const common = currencies.find((currency) => currency !== null) ?? null;
  const isOne = currencies.length <= 1;
  const hasRates = !isOne && common !== null && currencies.every((currency) => scales.converted(1, currency, common) !== null);
  return ({ worth }) => {
    if (worth === null) return null;
    const amount = worth.amountMinor * (worth.per === 'day' ? GOING_ON_DAYS : 1);
    if (isOne) return amount;
    if (hasRates) return scales.converted(amount, worth.currency, common);
    const sold = worth.currency === null ? 0 : (scales.soldADay.get(worth.currency) ?? 0);
    return sold > 0 ? amount / sold : null;
  };
}
