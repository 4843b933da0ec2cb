/**
 * `plan mark`: tells eco that the upload was made, and when, and what the platform's processing report refused. From then on an
 * export of the shop that is newer can tell what became of each change.
 */
import { UsageError, UserError } from '../../core/errors.js';
import type { PlanEvent } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { storesOf } from '../../facts/stores.js';
import { appendEvents, type KeptPlan } from '../../plans/kept/keep.js';
import { type ChangeState, countStatuses } from '../../plans/kept/status.js';
import { printPlan } from '../../plans/propose.js';
import { statusWord } from '../../plans/shown/planPage.js';
import { sentTime } from '../../plans/verified/sentTime.js';
import type { Session } from '../../session.js';
import { nowOf, openPlan } from './openPlan.js';
import { markRefused } from './refused.js';
import { nextSteps } from './show.js';

export interface MarkFlags {
  readonly uploaded?: string;
  readonly refused?: string;
}

export async function markVerb(session: Session, word: string, flags: MarkFlags): Promise<void> {
  if (flags.uploaded === undefined && flags.refused === undefined)
    throw new UsageError(
      'When was it uploaded? --uploaded today, a day (2026-11-22) or a time (2026-11-22T14:30); or --refused FILE, the report of the platform.',
    );
  const db = await session.existingDatabase();
  let kept = openPlan(session, db, word);
  if (flags.uploaded !== undefined) {
    const at = sentTime(flags.uploaded, zoneOf(db, kept), nowOf(session), '--uploaded');
    const marked = uploadedStates(kept);
    kept = appendEvents(
      db,
      kept.plan.id,
      marked.map(({ change }): PlanEvent => ({ changeId: change.id, event: 'uploaded', at, details: {} })),
      nowOf(session),
    );
    session.note(
      `${marked.length} ${marked.length === 1 ? 'change' : 'changes'} uploaded, as of ${new Date(at * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC; a newer export of the shop verifies them`,
    );
  }
  if (flags.refused !== undefined) kept = markRefused(session, db, kept, flags.refused);
  const statuses = kept.states.map((state) => state.status);
  const plan = { ...kept.plan, changes: kept.states.map((state) => state.change) };
  await printPlan(session, { plan, statuses, next: nextSteps(kept.plan.id, statuses), where: true, summary: true });
}

/** What an upload can have carried: what was exported; where nothing was (a checklist by hand), what is accepted. */
function uploadedStates(kept: KeptPlan): ChangeState[] {
  const exported = kept.states.filter(({ status }) => ['exported', 'uploaded'].includes(status));
  const marked = exported.length > 0 ? exported : kept.states.filter(({ status }) => status === 'accepted');
  if (marked.length > 0) return marked;
  const counts = countStatuses(kept.states.map((state) => state.status));
  const found = counts.map(({ status, count }) => `${count} ${statusWord(status)}`).join(', ');
  throw new UserError(
    `Nothing of ${kept.plan.id} was exported or accepted, so nothing can have been uploaded (${found}). First: eco plan review ${kept.plan.id}`,
  );
}

function zoneOf(db: Database, kept: KeptPlan): string {
  const name = kept.plan.changes[0]?.target.store;
  return storesOf(db, {}).find((store) => store.name === name)?.timeZone ?? 'UTC';
}
