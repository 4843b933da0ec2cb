/**
 * The order of the morning list: what is worth most first.
 *
 * What is lost every day counts for thirty days, since it goes on until somebody acts. Margin, sales and spend count alike; sales
 * stand only where a unit cost is not known, so they rank too high until it is. Amounts in different currencies are compared by what
 * the shops sell a day in each: an amount counts as that many days of sales in its currency (no exchange rate is needed, and none is
 * guessed). Steps whose worth nobody knows, and amounts in a currency in which nothing was sold, come last, the more urgent kinds
 * (core/todo.ts) first. Ties keep the order of the departments.
 */
import { TODO_KINDS, type TodoStep } from '../../core/todo.js';

export const GOING_ON_DAYS = 30;

export interface RankedStep extends TodoStep {
  /** The department that says it. */
  readonly department: string;
}

/** `soldADay`: minor units that the shops sell a day, by currency. */
export function ranked(steps: readonly RankedStep[], soldADay: ReadonlyMap<string, number>): RankedStep[] {
  const single = new Set(steps.flatMap(({ worth }) => (worth === null ? [] : [worth.currency]))).size <= 1;
  const weighed = steps.map((step, place) => ({ step, place, weight: weightOf(step, soldADay, single) }));
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

/** Days of sales; in a list of one currency, the amount itself. */
function weightOf({ worth }: RankedStep, soldADay: ReadonlyMap<string, number>, single: boolean): number | null {
  if (worth === null) return null;
  const amount = worth.amountMinor * (worth.per === 'day' ? GOING_ON_DAYS : 1);
  if (single) return amount;
  const sold = worth.currency === null ? 0 : (soldADay.get(worth.currency) ?? 0);
  return sold > 0 ? amount / sold : null;
}
