/**
 * A change as one flat row of named texts, the same in JSON, CSV and the tables of scripts, and a plan without its changes. Both
 * forms of a plan file are written from these and read back into them, so that nothing is lost on the way.
 */
import { type Day, parseDay } from '../../core/day.js';
import { type Change, type ChangePlan, PLAN_KINDS, type Reason } from '../../core/plan.js';
import type { PlanStatus } from '../kept/status.js';

/** The keys of a change, in the order in which files have them. */
export const CHANGE_KEYS = [
  'plan_id',
  'change_id',
  'action',
  'store',
  'platform',
  'entity',
  'entity_id',
  'sku',
  'field',
  'before',
  'after',
  'currency',
  'reason',
  'reason_code',
  'reason_values',
  'expected',
  'expected_code',
  'expected_values',
  'inverse',
  'status',
] as const;
export type ChangeKey = (typeof CHANGE_KEYS)[number];

/** Keys that `plan show` adds for the reader; they are no part of the plan and are not read back. */
export const ADDED_KEYS = ['stale', 'current'] as const;

/** A change in texts; null where there is nothing. The figures of a reason are a JSON object. */
export type FlatChange = Readonly<Record<ChangeKey, string | null>>;

export function flatChange(planId: string | null, change: Change, status: PlanStatus): FlatChange {
  return {
    plan_id: planId,
    change_id: change.id,
    action: change.action,
    store: change.target.store,
    platform: change.target.platform,
    entity: change.target.entity,
    entity_id: change.target.id,
    sku: change.sku,
    field: change.field,
    before: change.before,
    after: change.after,
    currency: change.currency,
    reason: change.reason.text,
    reason_code: change.reason.code,
    reason_values: valuesText(change.reason),
    expected: change.expected?.text ?? null,
    expected_code: change.expected?.code ?? null,
    expected_values: change.expected === null ? null : valuesText(change.expected),
    inverse: change.inverse,
    status,
  };
}

function valuesText(reason: Reason): string | null {
  return reason.values === undefined ? null : JSON.stringify(reason.values);
}

/** What is wrong with the text of a reason's figures; null where nothing is. */
export function figuresProblem(text: string | null): string | null {
  if (text === null) return null;
  try {
    if (isObject(JSON.parse(text))) return null;
  } catch {
    // Not even JSON: the same message.
  }
  return `found ${JSON.stringify(text)}, expected figures as eco wrote them, such as {"limit":75}, or an empty cell`;
}

/** The reason that three texts say; null where there is none. */
export function reasonOf(text: string | null, code: string | null, values: string | null): Reason | null {
  if (text === null && code === null && values === null) return null;
  const reason = { code: code ?? '', text: text ?? '' };
  return values === null ? reason : { ...reason, values: JSON.parse(values) as NonNullable<Reason['values']> };
}

/** A plan without its changes, as its JSON has it. */
export interface Envelope {
  readonly kind: ChangePlan['kind'];
  readonly title: string;
  readonly group: string | null;
  readonly as_of: Day;
  readonly created_from: ChangePlan['createdFrom'];
  readonly notes: readonly string[];
}

export const ENVELOPE_KEYS = ['kind', 'title', 'group', 'as_of', 'created_from', 'notes'] as const satisfies readonly (keyof Envelope)[];

export function envelopeOf(plan: ChangePlan): Envelope {
  return {
    kind: plan.kind,
    title: plan.title,
    group: plan.group,
    as_of: plan.asOf,
    created_from: plan.createdFrom,
    notes: plan.notes,
  };
}

/** What is wrong with a plan's own keys. */
export function envelopeProblems(value: Readonly<Record<string, unknown>>): { key: keyof Envelope; text: string }[] {
  const isTexts = (list: unknown) => Array.isArray(list) && list.every((each) => typeof each === 'string');
  const isFrom = (from: unknown) => isObject(from) && isTexts(from.imports) && isObject(from.params);
  const rules: readonly (readonly [keyof Envelope, (found: unknown) => boolean, string])[] = [
    ['kind', (kind) => (PLAN_KINDS as readonly unknown[]).includes(kind), `one of ${PLAN_KINDS.join(', ')}`],
    ['title', (title) => typeof title === 'string', 'a text'],
    ['group', isTextOrNull, 'a text or null'],
    ['as_of', (day) => typeof day === 'string' && parseDay(day) !== null, 'a day such as "2026-11-22"'],
    ['created_from', isFrom, 'an object with "imports" and "params"'],
    ['notes', isTexts, 'a list of texts'],
  ];
  return rules
    .filter(([key, holds]) => !holds(value[key]))
    .map(([key, , expected]) => ({ key, text: `${expected} expected, found ${JSON.stringify(value[key]) ?? 'nothing'}` }));
}

/** Cells that are one of a few words. */
const WORDS: readonly ChangeKey[] = ['action', 'entity', 'field', 'inverse', 'status'];

/** A cell as it is meant: `Price` is price, `Compare at price` compare_at_price. */
export function meantCell(key: ChangeKey, cell: string | null): string | null {
  if (cell === null || !WORDS.includes(key)) return cell;
  return (
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_') || null
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isTextOrNull(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'string';
}

/** What a file says, before it is compared with the shop. */
export interface Draft {
  /** The file, as messages call it. */
  readonly name: string;
  readonly planId: string | null;
  /** Null in a file made by hand, which has rows only. */
  readonly envelope: Envelope | null;
  /** The file has only some changes of its plan: those that are missing were not deleted. */
  readonly isPart: boolean;
  /** Where a key of the plan itself stands: its line, from 1, and what the file calls the place. */
  readonly envelopeAt: (key: keyof Envelope) => { readonly line: number; readonly key: string };
  /** The keys that the file has at all. */
  readonly keys: ReadonlySet<ChangeKey>;
  readonly changes: readonly DraftChange[];
  /** What the reader of the file should know: columns that were not read. */
  readonly notes: readonly string[];
}

export interface DraftChange {
  readonly cells: Readonly<Partial<Record<ChangeKey, string | null>>>;
  /** The line on which a value stands, from 1. */
  lineOf(key: ChangeKey | null): number;
}
