/**
 * What holds for every plan, whoever made it: ids of its own, one change a field, no change that changes nothing. A plan that breaks
 * this is a defect of the rules that made it; a file that does is refused before (fileMistakes.ts).
 */
import type { Change, ChangePlan } from '../core/plan.js';
import { sameValue } from './values.js';

/** What a change changes, as a key. */
export function targetKey({ target, field }: Pick<Change, 'target' | 'field'>): string {
  return JSON.stringify([target.store, target.entity, target.id, field]);
}

/** The plan, or an error that says which change is not right. */
export function soundPlan(plan: ChangePlan): ChangePlan {
  const ids = new Set<string>();
  const targets = new Set<string>();
  for (const change of plan.changes) {
    const key = targetKey(change);
    if (ids.has(change.id)) throw new TypeError(`two changes of a plan are called ${change.id}`);
    if (targets.has(key)) throw new TypeError(`two changes of a plan change ${key}`);
    if (sameValue(change.before, change.after)) throw new TypeError(`change ${change.id} of ${key} changes nothing`);
    ids.add(change.id);
    targets.add(key);
  }
  return plan;
}
