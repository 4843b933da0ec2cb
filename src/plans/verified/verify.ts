/**
 * Verification of kept plans by what was imported since: judges every change that was exported or uploaded, and adds an event where
 * its status is another than before. Run twice it changes nothing. Part of the nightly run. Where the export that a verdict rested
 * on was withdrawn (`files undo`), the change is as it was sent off again.
 *
 * An undo plan whose change is applied makes the change that it takes back `undone`.
 */
import type { PlanEvent, PlanEventName } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { appendEvents, type KeptPlan, listPlans } from '../kept/keep.js';
import { backToSent, type ChangeState, isJudged, SENT, sentAt } from '../kept/status.js';
import { targetKey } from '../sound.js';
import { type CurrentValue, currentValues, grouped } from '../standing/current.js';
import type { Judgement } from './judge.js';
import { judgeRivals } from './rivals.js';

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
  const plans = listPlans(db);
  const sent = sentByTarget(plans).filter((rivals) => planIds === undefined || rivals.some(({ plan }) => planIds.includes(plan.plan.id)));
  const current = currentValues(
    db,
    sent.map(([first]) => (first as Sent).state.change),
  );
  const judged = new Map<ChangeState, Verified>();
  sent.forEach((rivals, at) => {
    const value = current[at] as CurrentValue;
    const judgements = judgeRivals(
      rivals.map(({ state }) => state),
      value,
    );
    rivals.forEach(({ plan, state }, place) => {
      const judgement = judgements[place] ?? null;
      if (judgement !== null) judged.set(state, verified(plan, state, judgement, value));
    });
  });
  const chosen = planIds === undefined ? plans : plans.filter(({ plan }) => planIds.includes(plan.id));
  const all = chosen.flatMap(({ states }) => states.flatMap((state) => judged.get(state) ?? []));
  record(db, all, plans, now);
  return all;
}

export interface Overwritten extends Sent {
  /** The plans whose later file writes the same. */
  readonly by: readonly string[];
}

/** Changes of these plans (all kept ones when not given) that were sent off and then written over by another plan: they are left as they are. */
export function overwrittenChanges(db: Database, judged: readonly Verified[], planIds?: readonly string[]): Overwritten[] {
  const known = new Set(judged.map(({ plan, state }) => JSON.stringify([plan.plan.id, state.change.id])));
  const isJudgedHere = ({ plan, state }: Sent) => known.has(JSON.stringify([plan.plan.id, state.change.id]));
  return sentByTarget(listPlans(db)).flatMap((rivals) =>
    rivals.flatMap((sent) => {
      const id = sent.plan.plan.id;
      if ((planIds !== undefined && !planIds.includes(id)) || isJudgedHere(sent)) return [];
      const others = rivals.filter(({ plan, state }) => plan.plan.id !== id && (sentAt(state) as number) >= (sentAt(sent.state) as number));
      return [{ ...sent, by: others.map(({ plan }) => plan.plan.id) }];
    }),
  );
}

interface Sent {
  readonly plan: KeptPlan;
  readonly state: ChangeState;
}

/** The changes that were sent off, by what they change, the oldest plan first. */
function sentByTarget(plans: readonly KeptPlan[]): Sent[][] {
  const sent = plans.flatMap((plan) =>
    plan.states.filter((state) => SENT.includes(state.status) && sentAt(state) !== null).map((state) => ({ plan, state })),
  );
  return [...grouped(sent, ({ state }) => targetKey(state.change)).values()];
}

function verified(plan: KeptPlan, state: ChangeState, judgement: Judgement, { problem, evidenceAt }: CurrentValue): Verified {
  if (judgement.status !== 'pending' || !isJudged(state)) {
    return { plan, state, ...judgement, isNew: judgement.status !== 'pending' && judgement.status !== state.status };
  }
  // A listing that went away after the verdict does not change it; an export that was withdrawn does.
  const stands = problem !== null && evidenceAt !== null && evidenceAt > (sentAt(state) as number);
  if (!stands) return { plan, state, ...judgement, isNew: true };
  return { plan, state, status: state.status, at: state.since, now: null, why: judgement.why, isNew: false };
}

function record(db: Database, verified: readonly Verified[], plans: readonly KeptPlan[], now: number): void {
  const events = new Map<string, PlanEvent[]>(plans.map(({ plan }) => [plan.id, []]));
  const add = (planId: string, event: PlanEvent) => events.get(planId)?.push(event);
  const undoneStates = plans.flatMap(({ plan, states }) =>
    states.filter(({ status }) => status === 'undone').map((state) => ({ plan, state })),
  );
  const sources = new Map(undoneStates.map(({ plan, state }) => [JSON.stringify([plan.id, state.change.id]), state]));
  for (const { plan, state, status, at, now: value, isNew } of verified) {
    if (!isNew) continue;
    const undone = plan.plan.createdFrom.params[UNDO_OF];
    if (status === 'pending') {
      add(plan.plan.id, backToSent(state));
      // What an undo had taken back is at the platform again, as far as exports tell.
      const source = sources.get(JSON.stringify([undone, state.change.id]));
      if (state.status === 'applied' && source?.status === 'undone' && sentAt(source) !== null) add(undone as string, backToSent(source));
      continue;
    }
    const details: PlanEvent['details'] = ['overridden', 'drifted', 'not_applied'].includes(status) ? { now: value } : {};
    add(plan.plan.id, { changeId: state.change.id, event: status as PlanEventName, at: at ?? now, details });
    if (status === 'applied' && typeof undone === 'string')
      add(undone, { changeId: state.change.id, event: 'undone', at: at ?? now, details: { by: plan.plan.id } });
  }
  for (const [planId, list] of events) if (list.length > 0) appendEvents(db, planId, list, now);
}
