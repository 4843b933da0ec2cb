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
  if (!isRising(plan.changes)) checkTwice(plan.changes);
  for (const change of plan.changes) {
    if (sameValue(change.before, change.after)) throw new TypeError(`change ${change.id} of ${targetKey(change)} changes nothing`);
  }
  return plan;
}

/** Whether ids count upward and targets follow each other by name, as in most large plans: then none can stand there twice. */
function isRising(changes: readonly Change[]): boolean {
  let before: Change | null = null;
  for (const [at, change] of changes.entries()) {
    if (change.id !== String(at + 1)) return false;
    if (before !== null && !isBefore(before, change)) return false;
    before = change;
  }
  return true;
}

function checkTwice(changes: readonly Change[]): void {
  const ids = new Set<string>();
  const targets = new Set<string>();
  for (const change of changes) {
    const target = targetKey(change);
    if (ids.has(change.id)) throw new TypeError(`two changes of a plan are called ${change.id}`);
    if (targets.has(target)) throw new TypeError(`two changes of a plan change ${target}`);
    ids.add(change.id);
    targets.add(target);
  }
}

/** By store, and in it by id, where it has one field of one kind of target. */
function isBefore(a: Change, b: Change): boolean {
  if (a.target.store !== b.target.store) return a.target.store < b.target.store;
  return a.field === b.field && a.target.entity === b.target.entity && a.target.id < b.target.id;
}
