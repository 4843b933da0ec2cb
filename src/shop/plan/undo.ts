/** `plan undo`: the plan that takes another back, printed and kept like any other. */
import type { ChangePlan } from '../../core/plan.js';
import { storesOf } from '../../facts/stores.js';
import { loadPlan } from '../../plans/kept/keep.js';
import { propose } from '../../plans/propose.js';
import { believedValues } from '../../plans/standing/stale.js';
import { undoPlan } from '../../plans/verified/undo.js';
import type { Session } from '../../session.js';

export async function undoVerb(session: Session, id: string, flags: { readonly save?: boolean }): Promise<ChangePlan> {
  const db = await session.database();
  const kept = loadPlan(db, id);
  const current = believedValues(
    db,
    kept.states.map((state) => state.change),
  );
  const { plan, left } = undoPlan(kept, current, session.asOf(storesOf(db, {})));
  if (plan.changes.length === 0 && left.length === 0) {
    session.note(
      `Nothing of ${kept.plan.id} was uploaded, so there is nothing to take back. To drop the plan: eco plan discard ${kept.plan.id}`,
    );
  }
  return propose(session, plan, { save: flags.save === true });
}
