/** What a unit costs, as people and exports say it: dated, landed, in parts. */
import type { Day } from './day.js';

/** Parts of a landed cost, in the order in which they are shown. */
export const COST_PARTS = ['goods', 'freight', 'duty', 'packaging', 'other'] as const;
export type CostPart = (typeof COST_PARTS)[number];

/** Where more of the sales than this share have no unit cost, what is left of them is no profit. */
export const MOST_WITHOUT_COST = 0.5;

/** One entry of a list of dated costs. Amounts are millionths of the currency. */
export interface DatedCost {
  /** First day of the store that it holds for; null: for as long as anybody knows. */
  readonly from: Day | null;
  /** Pieces that came at this cost, a delivery; null: not a delivery, but what a piece costs from the day on. */
  readonly quantity: number | null;
  /** Number of the delivery, where a day has several. */
  readonly batch: string | null;
  /** Landed: the sum of its parts, where they are told. */
  readonly unitCostMicros: number;
  /** ISO 4217; null where an export does not tell and the store has none. */
  readonly currency: string | null;
  /** What it is made of, in the order of `COST_PARTS`; empty where nobody told. */
  readonly parts: readonly (readonly [CostPart, number])[];
}
