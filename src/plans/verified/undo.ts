/**
 * The plan that takes another back: for each of its changes that reached the platform, the old value again. Left alone, and named:
 * what has another value by now (it is not ours any more), what is as it was already, what cannot be restored because the value
 * before was unknown, and what nobody knows to be uploaded. Applying a plan and then its undo is the identity for exact inverses.
 */
import type { Day } from '../../core/day.js';
import { type Change, type ChangePlan, PLAN_SCHEMA } from '../../core/plan.js';
import type { KeptPlan } from '../kept/keep.js';
import { type ChangeState, SENT } from '../kept/status.js';
import type { CurrentValue } from '../standing/current.js';
import { checkedValue, likelySame, sameValue, shown } from '../values.js';
import { UNDO_OF } from './verify.js';

export interface Undo {
  readonly plan: ChangePlan;
  readonly left: readonly { readonly change: Change; readonly why: string }[];
}

/** The undo of a plan. `current`: what stands at its targets now, in the order of its changes. */
export function undoPlan(source: Pick<KeptPlan, 'plan' | 'states'>, current: readonly CurrentValue[], asOf: Day): Undo {
  const changes: Change[] = [];
  const left: Undo['left'][number][] = [];
  source.states.forEach((state, at) => {
    const why = reasonToLeave(state, current[at] as CurrentValue);
    if (why === null) changes.push(inverted(source.plan.id, state, current[at] as CurrentValue));
    else if (why !== '') left.push({ change: state.change, why });
  });
  const stores = [...new Set(changes.map((change) => change.target.store))].sort().join(', ');
  const plan: ChangePlan = {
    schema: PLAN_SCHEMA,
    id: null,
    kind: 'undo',
    title: `${changes.length.toLocaleString('en')} ${changes.length === 1 ? 'change' : 'changes'} of ${source.plan.id} back${stores === '' ? '' : ` in ${stores}`}`,
    group: source.plan.group,
    asOf,
    createdFrom: { imports: [], params: { [UNDO_OF]: source.plan.id } },
    changes,
    notes: left.map(({ change, why }) => `left alone: ${change.sku ?? change.target.id} ${why}`),
  };
  return { plan, left };
}

/** Null: it can be taken back. The empty text: it never left the house, so there is nothing to say. */
function reasonToLeave(state: ChangeState, current: CurrentValue): string | null {
  const { change, status } = state;
  if (status === 'undone') return 'was taken back before';
  if (!SENT.includes(status)) return '';
  if (current.problem !== null) return current.problem;
  if (likelySame(current.value, change.after)) return reasonNotInvertible(change);
  if (sameValue(current.value, change.before)) {
    if (status === 'exported') return 'has its old value; it was exported, but nobody said that it was uploaded (eco plan mark)';
    return 'has its old value already';
  }
  return `is ${shown(current.value)} now, which is not what the plan wrote`;
}

function reasonNotInvertible(change: Change): string | null {
  if (change.inverse === 'none') return 'cannot be taken back: what was there before is unknown';
  const old = checkedValue(change.field, change.before, change.currency);
  return 'problem' in old ? `cannot be taken back: ${old.problem}` : null;
}

function inverted(planId: string, { change }: ChangeState, current: CurrentValue): Change {
  const traces = change.inverse === 'partial' ? '; the platform may keep traces of it' : '';
  return {
    ...change,
    before: current.value,
    after: change.before,
    reason: { code: 'undo', text: `takes back ${planId}${traces}`, values: { plan: planId, change: change.id } },
    expected: null,
  };
}
