/**
 * The ChangePlan: a proposal that can be reviewed like code. It is immutable and serialisable; what happens to it is a list of
 * events beside it, and the status of a change is their fold (plans/status.ts).
 *
 * Values are canonical texts, so that a plan reads the same in JSON, CSV and git: a text as it stands, an amount as a plain decimal
 * of its currency ("12.50"; `core/money.ts`), a number in figures. Null is unknown (before) or no value (after).
 */
import type { Day } from './day.js';
import type { ListingFieldName } from './listingField.js';

export const PLAN_SCHEMA = 'eco.plan/1';

/** What the plan is about; its first letter begins the id: t-0042. `undo` takes another plan back, `edits` came from a file by hand. */
export const PLAN_KINDS = ['titles', 'prices', 'edits', 'undo'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export interface ChangeTarget {
  readonly platform: string;
  /** The store's name in eco. */
  readonly store: string;
  /** `product`: all variations share the field; `id` is then the product's key, else the listing's own. */
  readonly entity: 'product' | 'listing';
  /** The platform's own identity. */
  readonly id: string;
}

/** Why: a code for machines, a sentence for people, and the figures in it. */
export interface Reason {
  readonly code: string;
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number | null>>;
}

export interface Change {
  /** Unique in its plan. */
  readonly id: string;
  /** What the upload does with the target. */
  readonly action: 'set';
  readonly target: ChangeTarget;
  /** The SKU where the target has exactly one. */
  readonly sku: string | null;
  readonly field: ListingFieldName;
  readonly before: string | null;
  /** Differs from `before`. Null only where the field can be emptied. */
  readonly after: string | null;
  /** ISO 4217, for amounts. */
  readonly currency: string | null;
  readonly reason: Reason;
  /** What it should bring, as a sentence with its figures; null where nothing is claimed. */
  readonly expected: Reason | null;
  /**
   * Whether an upload can restore `before`: `exact`; `partial`: the platform may keep traces (a restored title, but not its rank);
   * `none`: what was there is unknown.
   */
  readonly inverse: 'exact' | 'partial' | 'none';
}

export interface ChangePlan {
  readonly schema: typeof PLAN_SCHEMA;
  /** `t-0042`; null until it is kept. */
  readonly id: string | null;
  readonly kind: PlanKind;
  /** One line for lists: "41 titles of us". */
  readonly title: string;
  /** Plans of one promotion go by one name. */
  readonly group: string | null;
  readonly asOf: Day;
  readonly createdFrom: {
    /** Hashes of the imports whose catalogues were read. */
    readonly imports: readonly string[];
    readonly params: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  };
  readonly changes: readonly Change[];
  /** Sentences: what was left out and why. */
  readonly notes: readonly string[];
}

/** What may happen to a change. */
export const PLAN_EVENTS = [
  'proposed',
  'accepted',
  'declined',
  'edited',
  'rebased',
  'exported',
  'uploaded',
  'applied',
  'refused',
  'overridden',
  'drifted',
  'not_applied',
  'undone',
  'discarded',
] as const;
export type PlanEventName = (typeof PLAN_EVENTS)[number];

export interface PlanEvent {
  /** Null: all changes of the plan. */
  readonly changeId: string | null;
  readonly event: PlanEventName;
  /** Epoch seconds. */
  readonly at: number;
  /** edited, rebased: the new `before` and `after`. refused: the platform's words. overridden, drifted: what is there now. */
  readonly details: Readonly<Record<string, string | number | null>>;
}
