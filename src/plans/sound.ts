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
  const targets = new Map<string, Set<string>>();
  let place: Pick<Change, 'target' | 'field'> | null = null;
  let ofPlace = new Set<string>();
  for (const change of plan.changes) {
    if (place === null || !isSamePlace(place, change)) {
      place = change;
      const { target, field } = change;
      const key = JSON.stringify([target.store, target.entity, field]);
      ofPlace = targets.get(key) ?? new Set();
      targets.set(key, ofPlace);
    }
    if (ids.has(change.id)) throw new TypeError(`two changes of a plan are called ${change.id}`);
    if (ofPlace.has(change.target.id)) throw new TypeError(`two changes of a plan change ${targetKey(change)}`);
    if (sameValue(change.before, change.after)) throw new TypeError(`change ${change.id} of ${targetKey(change)} changes nothing`);
    ids.add(change.id);
    ofPlace.add(change.target.id);
  }
  return plan;
}

/** Thousands of changes of one store follow each other. */
function isSamePlace(a: Pick<Change, 'target' | 'field'>, b: Pick<Change, 'target' | 'field'>): boolean {
  return a.field === b.field && a.target.store === b.target.store && a.target.entity === b.target.entity;
}
