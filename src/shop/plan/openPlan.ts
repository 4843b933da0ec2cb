/**
 * The plan that a word on the command line means: the id of a kept plan, or a plan file. What a file says is held against the shop
 * first; a verb that works on it keeps it (a new plan) or records what was edited in it (a kept one), and says so.
 */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { UserError } from '../../core/errors.js';
import type { ChangePlan, PlanEvent } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { storesOf } from '../../facts/stores.js';
import { readNamedFile } from '../../namedFile.js';
import { eventsOfFile } from '../../plans/file/fileAgainstKept.js';
import { planOfFile } from '../../plans/file/filePlan.js';
import { readPlanFile } from '../../plans/file/planFile.js';
import { appendEvents, isKept, type KeptPlan, keepPlan, loadPlan } from '../../plans/kept/keep.js';
import { type ChangeState, foldPlan } from '../../plans/kept/status.js';
import type { Session } from '../../session.js';
import { judgeOf, lintSettings, tellBroken } from './texts.js';

const PLAN_ID = /^[a-z]-?\d{1,9}$/i;

/** Whether a word names a file rather than a kept plan. */
export function isPlanFile(session: Session, word: string): boolean {
  return !PLAN_ID.test(word) || existsSync(resolve(session.context.cwd, word));
}

/** The plan that a word means, kept. `db` is open for writing. */
export function openPlan(session: Session, db: Database, word: string): KeptPlan {
  if (!isPlanFile(session, word)) return loadPlan(db, word);
  const now = nowOf(session);
  const read = readFile(session, db, word, now);
  if (read.kept !== null) {
    if (read.events.length === 0) return read.kept;
    session.note(`${read.kept.plan.id}, by ${basename(word)}: ${told(read.events)}`);
    const edited = appendEvents(db, read.kept.plan.id, read.events, now);
    const ids = new Set(read.events.flatMap(({ event, changeId }) => (event === 'edited' ? [changeId] : [])));
    tellBroken(
      session,
      db,
      edited.states.filter(({ change }) => ids.has(change.id)).map(({ change }) => change),
    );
    return edited;
  }
  const kept = keepPlan(db, read.plan, now);
  session.note(
    `${basename(word)} is kept as ${kept.plan.id} (${kept.plan.changes.length} ${kept.plan.changes.length === 1 ? 'change' : 'changes'})`,
  );
  if (read.byHand) tellBroken(session, db, kept.plan.changes);
  return read.events.length === 0 ? kept : appendEvents(db, kept.plan.id, read.events, now);
}

/** The plan that a word means, for looking at: nothing is written. */
export function lookAtPlan(session: Session, db: Database, word: string): { plan: ChangePlan; states: readonly ChangeState[] } {
  if (!isPlanFile(session, word)) return loadPlan(db, word);
  const read = readFile(session, db, word, nowOf(session));
  const events = read.kept === null ? read.events : [...read.kept.events, ...read.events];
  return { plan: read.plan, states: foldPlan(read.plan, events) };
}

interface FileRead {
  readonly plan: ChangePlan;
  /** The kept plan that it is a version of; null where it is new. */
  readonly kept: KeptPlan | null;
  /** What the file says beyond that: edits and decisions. */
  readonly events: readonly PlanEvent[];
  /** It has rows only: nobody but its writer has looked at the texts. */
  readonly byHand: boolean;
}

function readFile(session: Session, db: Database, word: string, now: number): FileRead {
  const draft = readPlanFile(bytesOf(session, word), basename(word));
  if (draft.planId !== null && !PLAN_ID.test(draft.planId)) {
    throw new UserError(`${draft.name}: "${draft.planId}" is no id of a plan, such as t-0042. Leave it empty for a new plan.`);
  }
  if (draft.planId !== null && isKept(db, draft.planId)) {
    const kept = loadPlan(db, draft.planId);
    return { plan: kept.plan, kept, events: eventsOfFile(kept, draft, judgeOf(session, db, kept), now), byHand: false };
  }
  const { plan, decisions, notes } = planOfFile(db, draft, session.asOf(storesOf(db, {})), lintSettings(session, db));
  for (const note of notes) session.note(`${draft.name}: ${note}`);
  const events = [...decisions].map(([changeId, event]): PlanEvent => ({ changeId, event, at: now, details: {} }));
  return { plan, kept: null, events, byHand: draft.envelope === null };
}

function bytesOf(session: Session, word: string): Uint8Array {
  const file = resolve(session.context.cwd, word);
  if (!existsSync(file)) {
    throw new UserError(
      `There is no plan and no file "${word}". "eco plan list" shows the plans; a plan file is made with --output plan.csv.`,
    );
  }
  return readNamedFile(session.context.cwd, word, 'a plan file, or a plan such as t-0042');
}

function told(events: readonly PlanEvent[]): string {
  const words = ['edited', 'accepted', 'declined', 'proposed'] as const;
  const counts = words.map((word) => ({ word, count: events.filter(({ event }) => event === word).length }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word === 'proposed' ? 'proposed again' : word}`)
    .join(', ');
}

/** The clock, epoch seconds. */
export function nowOf(session: Session): number {
  return Math.floor(session.context.now() / 1000);
}
