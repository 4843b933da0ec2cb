/**
 * Rebase: stale changes meet today's facts. `before` becomes what stands there now and the change is proposed again, since nobody has
 * seen it against that; a change whose value stands there already is discarded as no longer needed. With `again`, what an upload did
 * not achieve (not applied, refused, overridden, drifted) is proposed again as well.
 */
import type { PlanEvent } from '../../core/plan.js';
import type { ChangeState, PlanStatus } from '../kept/status.js';
import { sameValue } from '../values.js';
import type { CurrentValue } from './current.js';

export interface Rebased {
  readonly state: ChangeState;
  readonly outcome: 'rebased' | 'no longer needed' | 'left';
  readonly now: string | null;
  /** Why it is left, as the end of a sentence. */
  readonly why: string | null;
  readonly event: PlanEvent | null;
}

const FAILED: readonly PlanStatus[] = ['not_applied', 'refused', 'overridden', 'drifted'];

/** What a rebase does with each change that it concerns. `current` in the order of the states; `at`: epoch seconds. */
export function rebaseChanges(
  states: readonly ChangeState[],
  current: readonly CurrentValue[],
  at: number,
  options: { readonly again: boolean },
): Rebased[] {
  return states.flatMap((state, index): Rebased[] => {
    const { value, problem } = current[index] as CurrentValue;
    const { change, status } = state;
    const failed = options.again && FAILED.includes(status);
    if (status !== 'proposed' && status !== 'accepted' && !failed) return [];
    if (problem !== null) return [{ state, outcome: 'left', now: null, why: problem, event: null }];
    const event = (name: 'rebased' | 'discarded', details: PlanEvent['details']): PlanEvent => ({
      changeId: change.id,
      event: name,
      at,
      details,
    });
    if (sameValue(value, change.after)) {
      if (failed && status !== 'not_applied' && status !== 'refused') return [];
      return [
        { state, outcome: 'no longer needed', now: value, why: null, event: event('discarded', { why: 'its value stands there already' }) },
      ];
    }
    if (sameValue(value, change.before) && !failed) return [];
    return [{ state, outcome: 'rebased', now: value, why: null, event: event('rebased', { before: value, after: change.after }) }];
  });
}
