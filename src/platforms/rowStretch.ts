/** The days that a row covers which names its week or its month. */
import { addDays, type Day, dayOf } from '../core/day.js';
import type { FieldValue } from '../core/fields.js';

/** From the first day of a week, and from a month or its first day. A week is the finer of the two. */
export function stretchOf(week: FieldValue, month: FieldValue): { from: FieldValue; to: FieldValue } {
  if (typeof week === 'string') return { from: week, to: addDays(week as Day, 6) };
  if (typeof month !== 'string') return { from: null, to: null };
  const [from, to] = month.split('..') as [string, string];
  if (from !== to) return { from, to };
  const [year, number] = from.split('-').map(Number) as [number, number];
  const next = dayOf(number === 12 ? year + 1 : year, (number % 12) + 1, 1);
  return { from, to: next && addDays(next, -1) };
}
