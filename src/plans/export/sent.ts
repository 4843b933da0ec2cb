/**
 * What eco itself has sent off: every change of these listings that was exported or marked as uploaded, whichever plan it is of, in the
 * order in which they went. An export of the shop that is older than that does not show it yet.
 *
 * A change that was only exported counts too: it was accepted, and its file lies ready. Carrying its value is at worst early; carrying
 * the old one could take back what was uploaded.
 */
import type { Change } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { plansSentTo } from '../kept/keep.js';
import { sentAt } from '../kept/status.js';

/** A change in an export, told apart from those of other plans. */
export interface OfPlan {
  readonly planId: string;
  /** Its id is unique among all plans: {@link runId}. */
  readonly change: Change;
  /** The plan takes another back: its values go out as they were spelled. */
  readonly restores: boolean;
}

export interface Sent extends OfPlan {
  /** Epoch seconds. */
  readonly at: number;
  /** Whether the upload is marked. */
  readonly isMarked: boolean;
}

/** Ids of changes are unique in their plan only. */
export function runId(planId: string, changeId: string): string {
  return `${planId}/${changeId}`;
}

/**
 * The changes of a store that were sent off and stand as far as is known, the oldest first; of these listings and products, or of all
 * (null).
 */
export function sentChanges(db: Database, store: string, ids: Iterable<string> | null): Sent[] {
  const wanted = ids === null ? null : new Set(ids);
  return plansSentTo(db, store, wanted)
    .flatMap(({ plan, states }) =>
      states.flatMap((state): Sent[] => {
        const { change, status } = state;
        const at = sentAt(state);
        if (at === null || !['exported', 'uploaded', 'applied'].includes(status)) return [];
        if (change.target.store !== store || wanted?.has(change.target.id) === false) return [];
        const own = { ...change, id: runId(plan.id, change.id) };
        return [{ planId: plan.id, change: own, restores: plan.kind === 'undo', at, isMarked: status !== 'exported' }];
      }),
    )
    .sort((a, b) => a.at - b.at);
}
