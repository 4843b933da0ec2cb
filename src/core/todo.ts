/** A step on the morning list: what a department says is to be done, what it is worth, and the command that acts on it. */
import type { Step } from './page.js';

/** The kinds of steps, the most urgent first: so those whose worth nobody knows are ordered. */
export const TODO_KINDS = [
  'listing_down',
  'sold_out',
  'health',
  'running_out',
  'promotion',
  'plan',
  'wasted_spend',
  'title',
  'coverage',
] as const;

export type TodoKind = (typeof TODO_KINDS)[number];

/** Money that is lost while the step is not done. */
export interface Worth {
  /** Minor units. */
  readonly amountMinor: number;
  readonly currency: string | null;
  /** Lost every day, or once. */
  readonly per: 'day' | 'once';
  /** What is lost: sales after the unit cost of the goods and, where they are told, the fees; sales where that cost is not known; or money spent. */
  readonly of: 'margin' | 'sales' | 'spend';
  /** Fees that are estimated were taken off. */
  readonly estimated: boolean;
  /** How it was reckoned, in words and numbers. */
  readonly how: string;
}

export interface TodoStep extends Step {
  readonly kind: TodoKind;
  /** Null for several. */
  readonly store: string | null;
  /** Null: nobody knows. */
  readonly worth: Worth | null;
}
