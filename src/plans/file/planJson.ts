/**
 * The JSON form of a plan, `eco.plan/1`: written with two spaces, one key a line, so that git shows what changed; read back with
 * the line of every value. The published schema (planSchema.ts) says the same.
 */

import { type Located, parseLocated } from '../../core/located.js';
import { nearestName } from '../../core/nearest.js';
import { type ChangePlan, PLAN_SCHEMA } from '../../core/plan.js';
import type { PlanStatus } from '../kept/status.js';
import { type Mistake, refuseMistake, refuseMistakes } from './fileMistakes.js';
import {
  ADDED_KEYS,
  CHANGE_KEYS,
  type ChangeKey,
  type Draft,
  type DraftChange,
  ENVELOPE_KEYS,
  type Envelope,
  envelopeOf,
  envelopeProblems,
  flatChange,
  isObject,
  isTextOrNull,
  meantCell,
} from './planKeys.js';

/** What `plan show` adds to a change. */
export type Added = Readonly<Partial<Record<(typeof ADDED_KEYS)[number], string | boolean | null>>>;

export interface JsonOptions {
  /** In the order of the changes. */
  readonly added?: readonly Added[];
  /** Only some changes of the plan are in the file: those that are missing were not deleted. */
  readonly isPart?: boolean;
}

/** The text of a plan, with its final newline. Statuses stand in the order of the changes. */
export function writePlanJson(plan: ChangePlan, statuses: readonly PlanStatus[], options: JsonOptions = {}): string {
  const changes = plan.changes.map((change, at) => {
    const flat = flatChange(plan.id, change, statuses[at] ?? 'proposed');
    const values = { reason_values: change.reason.values ?? null, expected_values: change.expected?.values ?? null };
    return { ...flat, ...values, ...options.added?.[at] };
  });
  const head = { schema: PLAN_SCHEMA, id: plan.id, ...envelopeOf(plan), ...(options.isPart ? { part: true } : {}) };
  return `${escaped(JSON.stringify({ ...head, changes }, null, 2))}\n`;
}

/** JSON itself escapes U+0000–001F only; DEL and the C1 controls can drive a terminal as well. */
function escaped(json: string): string {
  return json.replace(/[\u007f-\u009f]/g, (control) => `\\u00${control.charCodeAt(0).toString(16)}`);
}

/** What a text in JSON says. Lines are looked up only for mistakes: that reads the text again, slowly. */
export function readPlanJson(text: string, name: string): Draft {
  let located: Located | null = null;
  const look = () => {
    located ??= parseLocated(text, name);
    return located;
  };
  const lineOf = (path: readonly (string | number)[]) => look().lineOf(path);
  const value = parsed(text, look);
  const mistakes: Mistake[] = [];
  const wrong = (path: readonly (string | number)[], key: string | null, said: string) => {
    mistakes.push({ line: lineOf(path), key, text: said });
  };
  if (!isObject(value))
    refuseMistake(name, { line: lineOf([]), key: null, text: 'an object with "schema", "id", "kind" and "changes" expected' });
  if (value.schema !== PLAN_SCHEMA) {
    const found = value.schema === undefined ? 'none was found' : `found ${JSON.stringify(value.schema)}`;
    wrong(['schema'], 'schema', `"${PLAN_SCHEMA}" expected, ${found}. A plan of a newer eco needs a newer eco`);
    refuseMistakes(name, mistakes);
  }
  checkEnvelope(value, wrong);
  const list = Array.isArray(value.changes) ? (value.changes as unknown[]) : [];
  const changes = list.map((change, at) => readChange(change, at, wrong, lineOf));
  refuseMistakes(name, mistakes);
  const keys = new Set(changes.flatMap((change) => Object.keys(change.cells) as ChangeKey[]));
  const envelopeAt = (key: keyof Envelope) => ({ line: lineOf([key]), key });
  const envelope = Object.fromEntries(ENVELOPE_KEYS.map((key) => [key, value[key]])) as unknown as Envelope;
  return { name, planId: (value.id ?? null) as string | null, envelope, isPart: value.part === true, envelopeAt, keys, changes, notes: [] };
}

/** JSON, or what YAML takes for it: a comma too many, a comment. */
function parsed(text: string, look: () => Located): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    return look().value;
  }
  // Of two values under one key (a merge in git that kept both) JSON.parse would take the second and say nothing.
  return writtenKeys(text) === keysIn(value) ? value : look().value;
}

/** The keys in a valid JSON text, also those that stand twice. */
function writtenKeys(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]+|\\.)*"(\s*:)?/g)) if (colon !== undefined) count++;
  return count;
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value);
  return inside.reduce((sum: number, each) => sum + keysIn(each), Array.isArray(value) ? 0 : inside.length);
}

type Wrong = (path: readonly (string | number)[], key: string | null, said: string) => void;

function checkEnvelope(value: Record<string, unknown>, wrong: Wrong): void {
  const known = ['schema', 'id', ...ENVELOPE_KEYS, 'part', 'changes'];
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) wrong([key], key, `there is no such key. The nearest is "${nearestName(key, known)}"`);
  }
  if (!isTextOrNull(value.id))
    wrong(['id'], 'id', `the id of a plan, such as "t-0042", or null expected, found ${JSON.stringify(value.id)}`);
  for (const { key, text } of envelopeProblems(value)) wrong([key], key, text);
  if (!Array.isArray(value.changes)) wrong(['changes'], 'changes', `a list expected, found ${JSON.stringify(value.changes) ?? 'nothing'}`);
}

function readChange(change: unknown, at: number, wrong: Wrong, lineOf: (path: readonly (string | number)[]) => number): DraftChange {
  const path = ['changes', at];
  const cells: Partial<Record<ChangeKey, string | null>> = {};
  if (!isObject(change)) wrong(path, 'changes', `an object expected, found ${JSON.stringify(change)}`);
  for (const [key, value] of Object.entries(isObject(change) ? change : {})) {
    if ((ADDED_KEYS as readonly string[]).includes(key)) continue;
    if (!(CHANGE_KEYS as readonly string[]).includes(key)) {
      wrong([...path, key], key, `there is no such key. The nearest is "${nearestName(key, CHANGE_KEYS)}"`);
    } else if (key === 'reason_values' || key === 'expected_values') {
      if (isFigures(value)) cells[key] = value === null ? null : JSON.stringify(value);
      else wrong([...path, key], key, 'an object of texts and numbers, or null, expected');
    } else if (isTextOrNull(value)) cells[key as ChangeKey] = meantCell(key as ChangeKey, (value ?? null) as string | null);
    else wrong([...path, key], key, `a text in quotes, or null, expected, found ${JSON.stringify(value)}`);
  }
  return { cells, lineOf: (key) => lineOf(key === null ? path : [...path, key]) };
}

function isFigures(value: unknown): boolean {
  return (
    value === null || (isObject(value) && Object.values(value).every((each) => each === null || ['string', 'number'].includes(typeof each)))
  );
}
