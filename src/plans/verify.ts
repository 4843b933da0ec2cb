/**
 * Verification of kept plans by what was imported since: judges every change that was exported or uploaded, and adds an event where
 * its status is another than before. Run twice it changes nothing. Part of the nightly run.
 *
 * An undo plan whose change is applied makes the change that it takes back `undone`.
 */
import type { PlanEvent, PlanEventName } from '../core/plan.js';
import type { Database } from '../db/connection.js';
import { type CurrentValue, currentValues } from './current.js';
import { type Judgement, judge } from './judge.js';
import { appendEvents, type KeptPlan, listPlans } from './keep.js';
import { targetKey } from './sound.js';
import { type ChangeState, SENT, sentAt } from './status.js';

export interface Verified extends Judgement {
  readonly plan: KeptPlan;
  readonly state: ChangeState;
  /** Whether the status is another than before. */
  readonly isNew: boolean;
}

/** The parameter of an undo plan that names the plan it takes back. */
export const UNDO_OF = 'undo_of';

/** Judges the changes of these plans (all kept ones when not given) and records what is new. `now`: epoch seconds. */
export function verifyPlans(db: Database, now: number, planIds?: readonly string[]): Verified[] {
  const all = listPlans(db);
  const latest = latestUploads(all);
  const chosen = planIds === undefined ? all : all.filter(({ plan }) => planIds.includes(plan.id));
  const due = chosen.flatMap((plan) =>
    plan.states
      .filter((state) => SENT.includes(state.status) && sentAt(state) !== null)
      .filter((state) => latest.get(targetKey(state.change)) === plan.plan.id)
      .map((state) => ({ plan, state })),
  );
  const current = currentValues(
    db,
    due.map(({ state }) => state.change),
  );
  const verified = due.map(({ plan, state }, at): Verified => {
    const judgement = judge(state, current[at] as CurrentValue);
    return { plan, state, ...judgement, isNew: judgement.status !== 'pending' && judgement.status !== state.status };
  });
  record(db, verified, now);
  return verified;
}

/** Which plan was the last to be sent for each target and field. */
function latestUploads(plans: readonly KeptPlan[]): Map<string, string> {
  const latest = new Map<string, { planId: string; at: number }>();
  for (const { plan, states } of plans) {
    for (const state of states) {
      const at = SENT.includes(state.status) ? sentAt(state) : null;
      const key = targetKey(state.change);
      if (at !== null && at >= (latest.get(key)?.at ?? 0)) latest.set(key, { planId: plan.id, at });
    }
  }
  return new Map([...latest].map(([key, { planId }]) => [key, planId]));
}

function record(db: Database, verified: readonly Verified[], now: number): void {
  const events = new Map<string, PlanEvent[]>();
  const add = (planId: string, event: PlanEvent) => events.set(planId, [...(events.get(planId) ?? []), event]);
  for (const { plan, state, status, at, now: value, isNew } of verified) {
    if (!isNew) continue;
    const details: PlanEvent['details'] = ['overridden', 'drifted', 'not_applied'].includes(status) ? { now: value } : {};
    add(plan.plan.id, { changeId: state.change.id, event: status as PlanEventName, at: at ?? now, details });
    const undone = plan.plan.createdFrom.params[UNDO_OF];
    if (status === 'applied' && typeof undone === 'string')
      add(undone, { changeId: state.change.id, event: 'undone', at: at ?? now, details: { by: plan.plan.id } });
  }
  for (const [planId, list] of events) appendEvents(db, planId, list, now);
}
