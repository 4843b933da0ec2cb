/**
 * Changes of several plans to one field of one listing, all of them sent off: which of them an export of the shop tells about.
 *
 * What is known to be at the platform (marked as uploaded, or once seen applied) is written over only by something that is known to
 * be there too; a file that was only exported may never have been uploaded. So of the known ones the last is judged, and of those
 * that were only exported since then each: it is applied where its own value stands there, else it is taken as never uploaded. Where
 * nothing is known to be there, the last export is judged, or from the one on whose value stands there. All others are left as they
 * are: they are superseded.
 */

import { type ChangeState, sentAt } from '../kept/status.js';
import type { CurrentValue } from '../standing/current.js';
import { type Judgement, judge, NOT_MARKED } from './judge.js';

/** The judgement of each change of one target, in their order: by plan, the oldest first. Null: superseded, left as it is. */
export function judgeRivals(rivals: readonly ChangeState[], current: CurrentValue): (Judgement | null)[] {
  const known = lastSent(rivals.filter(isKnownUp));
  const only = rivals.filter((state) => !isKnownUp(state) && (known === null || sent(state) >= sent(known)));
  const judged = new Map(only.map((state) => [state, judge(state, current)]));
  const own = known === null ? null : judge(known, current);
  const applied = lastSent(only.filter((state) => judged.get(state)?.status === 'applied'));
  const leader = applied !== null && own?.status !== 'applied' ? applied : (known ?? lastSent(only));
  return rivals.map((state, at) => {
    if (state === leader || leader === null) return judged.get(state) ?? own;
    const judgement = judged.get(state);
    // What was exported before the leader may have been uploaded, and then been written over by it.
    const isLater = sent(state) > sent(leader) || (sent(state) === sent(leader) && at > rivals.indexOf(leader));
    if (judgement === undefined || !isLater) return null;
    if (judgement.status === 'pending' || judgement.status === 'applied' || judgement.status === 'refused') return judgement;
    return { ...judgement, status: 'not_applied', at: current.evidenceAt, why: NOT_MARKED };
  });
}

/** Whether it has certainly reached the platform. */
function isKnownUp(state: ChangeState): boolean {
  return state.uploadedAt !== null || state.wasApplied;
}

function sent(state: ChangeState): number {
  return sentAt(state) as number;
}

/** The one that was sent last; of several in one second the last. */
function lastSent(states: readonly ChangeState[]): ChangeState | null {
  return states.reduce<ChangeState | null>((last, state) => (last === null || sent(state) >= sent(last) ? state : last), null);
}
