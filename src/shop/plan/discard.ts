/** `plan discard` and `plan group`: a plan dropped before it reached the platform, and plans that belong together. */
import { UsageError, UserError } from '../../core/errors.js';
import { appendEvents, loadPlan, setGroup } from '../../plans/kept/keep.js';
import { canFollow } from '../../plans/kept/status.js';
import type { Session } from '../../session.js';
import { listTable } from './list.js';
import { nowOf } from './openPlan.js';

export async function discardVerb(session: Session, ids: readonly string[]): Promise<void> {
  const db = await session.existingDatabase();
  const plans = [...new Set(ids)].map((id) => loadPlan(db, id));
  for (const { plan, states } of plans) {
    if (states.some((state) => canFollow(state.status, 'discarded'))) continue;
    const isUp = states.some((state) => ['uploaded', 'applied', 'overridden', 'drifted'].includes(state.status));
    throw new UserError(
      isUp
        ? `${plan.id} is at the platform already, so it cannot be discarded. To take it back: eco plan undo ${plan.id}`
        : `${plan.id} was ${states[0]?.status ?? 'discarded'} before; there is nothing left to discard.`,
    );
  }
  const after = plans.map(({ plan, states }) => {
    const kept = appendEvents(db, plan.id, [{ changeId: null, event: 'discarded', at: nowOf(session), details: {} }], nowOf(session));
    const others = states.filter(
      (state) => !canFollow(state.status, 'discarded') && state.status !== 'discarded' && state.status !== 'undone',
    ).length;
    if (others > 0) {
      const [are, stay] = others === 1 ? ['is', 'stays'] : ['are', 'stay'];
      session.note(`${plan.id}: ${others} of its changes ${are} at the platform already and ${stay}: eco plan undo ${plan.id}`);
    }
    return kept;
  });
  await session.print(listTable(after));
}

export async function groupVerb(session: Session, name: string, ids: readonly string[], flags: { readonly none?: boolean }): Promise<void> {
  // With --none there is no name: the first word is a plan too.
  const plans = flags.none ? [name, ...ids] : ids;
  if (plans.length === 0) throw new UsageError('Which plans? eco plan group NAME t-0001 p-0002');
  const db = await session.existingDatabase();
  setGroup(db, plans, flags.none ? null : name);
  await session.print(listTable([...new Set(plans)].map((id) => loadPlan(db, id))));
}
