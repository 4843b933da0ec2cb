/**
 * What every subject's writer has in common: one import is one step of the fold. Imports are applied in the order of their
 * evidence, so a step is always newer than what stands there.
 */
import type { FieldValue } from '../core/fields.js';

/** Typed rows by column, as read from a file. */
export interface Batch {
  readonly count: number;
  readonly columns: Readonly<Record<string, readonly FieldValue[]>>;
}

export interface StoreRef {
  readonly storeId: number;
  /** The calendar day of an instant in the store's time zone. */
  readonly dayOf: (epochSeconds: number) => string;
}

/** The import whose rows are applied. */
export interface FoldContext {
  readonly importId: number;
  readonly accountId: number;
  /** The store of a row, from the value of the format's store column (null where it has none). */
  readonly storeOf: (value: string | null) => StoreRef;
  /** The calendar day of an instant where the file's own store is. */
  readonly dayOf: (epochSeconds: number) => string;
  readonly evidenceAt: number;
  /** Nothing of this subject is newer. Otherwise a writer may add what nothing stands in the way of, and else throws `BehindNewer`. */
  readonly newest: boolean;
  /** For reports that carry their period outside of their rows. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** The period of a report that is only known when all of its rows were read. */
  readonly periodAtEnd: () => { readonly from: string; readonly to: string } | null;
  /** What one row of the report is about. */
  readonly grain: string;
  /** Whose report it is, where that is not the store's own platform, or which ad system of the platform; empty otherwise. */
  readonly channel: string;
  readonly attributionDays: number | null;
  /** Whether the report tells orders as wholes, and another one their lines. */
  readonly wholeOrders: boolean;
  readonly stateOf: (status: string | null) => OrderState;
  readonly isSaleChannel: (channel: string | null) => boolean;
  /** About how many rows are to come. */
  readonly expectedRows: number;
  /** Units that hold a rejected row and are left out whole. */
  readonly rejectedUnits: ReadonlySet<string>;
}

export type OrderState = 'placed' | 'pending' | 'cancelled';

/** What a step did, in rows of the file (removed: rows that stood there before). */
export interface StepCounts {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
  /** Rows of units that were left out because another of their rows was rejected. */
  leftOut: number;
}

export function noCounts(): StepCounts {
  return { added: 0, changed: 0, unchanged: 0, removed: 0, leftOut: 0 };
}

/** Writes one import into one subject. */
export interface SubjectWriter {
  apply(batch: Batch): void;
  finish(): StepCounts;
}

/**
 * Thrown by a writer that needs the rows of a unit side by side when a unit comes back later in the file.
 * The import starts again with its rows sorted by unit.
 */
export class ScatteredUnits extends Error {}

/**
 * Thrown by a writer whose import is not the newest and speaks of a unit that stands already: which version counts, and what was
 * said when, only a fold of all imports in their order can tell.
 */
export class BehindNewer extends Error {}
