/** Orders of a shop that sells as ever, made up by a fixed chance: so many of each SKU a day, the week with its profile. */
import { addDays, type Day, weekday } from '../../src/core/day.js';
import type { TinyOrder } from './tinyShop.js';

const WEEK = [0.8, 1.1, 1.2, 1.1, 1, 1, 0.8];

export interface SteadySku {
  readonly sku: string;
  readonly aDay: number;
  readonly price: string;
}

/** Numbers from 0 to 1, the same from the same seed. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A Poisson count. */
export function drawn(chance: () => number, mean: number): number {
  let count = 0;
  for (let product = chance(); product > Math.exp(-mean); product *= chance()) count += 1;
  return count;
}

/** `soldOn`: whether a SKU is sold on a day. */
export function steadyOrders(
  skus: readonly SteadySku[],
  last: Day,
  days: number,
  soldOn: (sku: string, day: Day) => boolean = () => true,
): TinyOrder[] {
  const chance = chances(7);
  const orders: TinyOrder[] = [];
  for (let index = 0; index < days; index += 1) {
    const day = addDays(last, index - days + 1);
    for (const { sku, aDay, price } of skus) {
      if (!soldOn(sku, day)) continue;
      const count = drawn(chance, aDay * (WEEK[weekday(day)] as number));
      for (let at = 0; at < count; at += 1) orders.push({ id: `1-${orders.length}`, day, sku, price });
    }
  }
  return orders;
}
