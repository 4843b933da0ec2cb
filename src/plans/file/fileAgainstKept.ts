/**
 * A plan file against the plan that is kept under its id: what may differ becomes events. `after` may be edited, a deleted row is
 * declined, the words accepted and declined decide. Everything else belongs to the proposal: a difference there is a mistake, named
 * by its line, since what was proposed could no longer be told from what was made of it.
 */

import { nearestName } from '../../core/nearest.js';
import { type Change, PLAN_SCHEMA, type PlanEvent } from '../../core/plan.js';
import { nearWord } from '../../core/spot.js';
import type { TextJudge } from '../handText.js';
import type { KeptPlan } from '../kept/keep.js';
import { type ChangeState, OPEN, PLAN_STATUSES, type PlanStatus } from '../kept/status.js';
import { sameValue, shown, typedValue } from '../values.js';
import { type Mistake, refuseMistakes } from './fileMistakes.js';
import { CHANGE_KEYS, type ChangeKey, type Draft, type DraftChange, ENVELOPE_KEYS, envelopeOf, flatChange } from './planKeys.js';

/** Keys that a file may not change; the plan's id is how it was found. */
const FIXED = CHANGE_KEYS.filter((key) => !['plan_id', 'change_id', 'after', 'status'].includes(key));
const WORDS: readonly string[] = ['accepted', 'declined', 'proposed'];

/** The events that a file asks for, or an error that names every mistake in it. `judge`: of edited texts. `now`: epoch seconds. */
export function eventsOfFile(kept: KeptPlan, draft: Draft, judge: TextJudge, now: number): PlanEvent[] {
  const mistakes: Mistake[] = [];
  const wrong = (row: DraftChange, key: ChangeKey | null, text: string) => mistakes.push({ line: row.lineOf(key), key, text });
  mistakes.push(...envelopeMistakes(kept, draft));
  // Rows that are deleted are declined. A file without any was more likely cut off, or filtered.
  if (draft.changes.length === 0 && !draft.isPart)
    mistakes.push({ line: 1, key: null, text: `there is no change in it. To decline all: eco plan review ${kept.plan.id} --decline all` });
  const states = new Map(kept.states.map((state) => [state.change.id, state]));
  const lines = new Map<string, number>();
  const events: PlanEvent[] = [];
  for (const row of draft.changes) {
    const id = row.cells.change_id ?? null;
    const state = id === null ? undefined : states.get(id);
    if (id === null || state === undefined) {
      const own = 'a new change needs a plan of its own (no plan_id)';
      const nearest = nearestName(id ?? '', [...states.keys()]);
      const none = `the number of a change of ${kept.plan.id}, such as "${nearest}", expected, found nothing; ${own}`;
      wrong(row, 'change_id', id === null ? none : `${kept.plan.id} has no change ${shown(id)}. The nearest is "${nearest}"; ${own}`);
    } else if (lines.has(id)) wrong(row, 'change_id', `"${id}" is also on line ${lines.get(id)}`);
    else {
      lines.set(id, row.lineOf('change_id'));
      events.push(...eventsOfRow(kept.plan.id, state, row, { draft, judge, now, wrong }));
    }
  }
  refuseMistakes(draft.name, mistakes);
  if (draft.isPart) return events;
  const gone = kept.states.filter((state) => !lines.has(state.change.id) && ['proposed', 'accepted'].includes(state.status));
  return [
    ...events,
    ...gone.map((state): PlanEvent => ({ changeId: state.change.id, event: 'declined', at: now, details: { why: 'its row was deleted' } })),
  ];
}

/** The group is no part of what was proposed: plans are put into groups and taken out again, also after the file was written. */
function envelopeMistakes(kept: KeptPlan, { envelope, envelopeAt }: Draft): Mistake[] {
  if (envelope === null) return [];
  const own = envelopeOf({ ...kept.plan, schema: PLAN_SCHEMA });
  const others = ENVELOPE_KEYS.filter((key) => key !== 'group' && JSON.stringify(own[key]) !== JSON.stringify(envelope[key]));
  return others.map((key) => {
    const { line, key: place } = envelopeAt(key);
    const found = shown(asText(envelope[key]));
    const text = `found ${found}, but ${kept.plan.id} has ${shown(asText(own[key]))}; only after and status can be edited`;
    return { line, key: place, text: place === key ? text : `its ${key}: ${text}` };
  });
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Wrong = (row: DraftChange, key: ChangeKey | null, text: string) => void;

interface Reading {
  readonly draft: Draft;
  readonly judge: TextJudge;
  readonly now: number;
  readonly wrong: Wrong;
}

function eventsOfRow(planId: string, state: ChangeState, row: DraftChange, reading: Reading): PlanEvent[] {
  const { draft, now, wrong } = reading;
  const own = flatChange(planId, state.change, state.status);
  for (const key of FIXED) {
    if (draft.keys.has(key) && (row.cells[key] ?? null) !== own[key])
      wrong(row, key, `found ${shown(row.cells[key] ?? null)}, but the plan says ${shown(own[key])}; only after and status can be edited`);
  }
  const edited = editOf(state, row, reading);
  const word = draft.keys.has('status') ? (row.cells.status ?? null) : null;
  const status: PlanStatus = edited === null ? state.status : 'proposed';
  if (word === null || word === state.status) {
    // Who edits a change that is decided means the decision for the new value too.
    if (edited === null) return [];
    return word === 'accepted' || word === 'declined' ? [edited, decided(state.change, word, now)] : [edited];
  }
  if (!WORDS.includes(word))
    wrong(
      row,
      'status',
      `found ${shown(word)}, but it is ${state.status}; accepted, declined or proposed can be written here${meant(word)}`,
    );
  else if (!OPEN.includes(state.status)) wrong(row, 'status', `found ${shown(word)}, but it is ${state.status} already`);
  const decision = word === status ? [] : [decided(state.change, word as 'accepted', now)];
  return [...(edited === null ? [] : [edited]), ...decision];
}

/** A status that only eco gives (`applied`) is no slip of the hand. */
function meant(word: string): string {
  const near = nearWord(word, PLAN_STATUSES);
  return near !== null && WORDS.includes(near) ? ` (did you mean ${near}?)` : '';
}

function decided(change: Change, event: 'accepted' | 'declined' | 'proposed', now: number): PlanEvent {
  return { changeId: change.id, event, at: now, details: {} };
}

/** The event of an edited value; null where it is as it was, or where it cannot be. */
function editOf({ change, status }: ChangeState, row: DraftChange, { judge, now, wrong }: Reading): PlanEvent | null {
  const checked = typedValue(change.field, row.cells.after ?? null, change.currency, change.before);
  if ((row.cells.after ?? null) === change.after || ('value' in checked && sameValue(checked.value, change.after))) return null;
  if ('problem' in checked) wrong(row, 'after', checked.problem);
  else if (!OPEN.includes(status))
    wrong(row, 'after', `it is ${status} already and cannot be edited; make a new plan (no plan_id) for another value`);
  else if (sameValue(checked.value, change.before))
    wrong(row, 'after', `found ${shown(checked.value)}, which is what stood there before: to leave it so, delete the row`);
  else {
    const problem = judge({ ...change, after: checked.value });
    if (problem !== null) wrong(row, 'after', problem);
    else return { changeId: change.id, event: 'edited', at: now, details: { before: change.before, after: checked.value } };
  }
  return null;
}
