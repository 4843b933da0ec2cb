/**
 * Which open changes are stale: what stands at the platform is not their `before` any more, so uploading them would write over
 * something that nobody looked at. A stale change is kept out of every upload until it is rebased.
 *
 * What stands there is what the newest export says, or, where a change of any plan was uploaded since that export, its value: so a
 * second plan can build on a first whose effect no export has shown yet.
 */
import type { Change } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { plansUploadedTo } from '../kept/keep.js';
import type { ChangeState } from '../kept/status.js';
import { targetKey } from '../sound.js';
import { sameValue } from '../values.js';
import { type CurrentValue, currentValues } from './current.js';

export interface Stale {
  /** What stands there; null where it is unknown or empty. */
  readonly now: string | null;
  /** Why nothing can be said about it, as the end of a sentence; null where `now` is known. */
  readonly problem: string | null;
}

/** What stands at the targets as far as exports and uploads since tell, in their order. */
export function believedValues(db: Database, wanted: readonly Pick<Change, 'target' | 'field'>[]): CurrentValue[] {
  const uploaded = uploadedValues(db, wanted);
  return currentValues(db, wanted).map((current, at) => {
    const latest = uploaded.get(targetKey(wanted[at] as Change));
    if (latest === undefined || current.problem !== null) return current;
    return current.evidenceAt === null || latest.at >= current.evidenceAt ? { ...current, value: latest.value } : current;
  });
}

/** The value of the last upload of each target that is marked as uploaded and that no export has judged. */
function uploadedValues(
  db: Database,
  wanted: readonly Pick<Change, 'target' | 'field'>[],
): Map<string, { value: string | null; at: number }> {
  const latest = new Map<string, { value: string | null; at: number }>();
  for (const { change, status, uploadedAt } of plansUploadedTo(db, wanted).flatMap(({ states }) => states)) {
    const key = targetKey(change);
    if (status !== 'uploaded' || uploadedAt === null || (latest.get(key)?.at ?? 0) > uploadedAt) continue;
    latest.set(key, { value: change.after, at: uploadedAt });
  }
  return latest;
}

/** An open change against today's facts. */
export interface Standing extends Stale {
  readonly isStale: boolean;
}

/** What stands at the targets of the open changes, by the change's id. Only proposed and accepted changes can be stale. */
export function standings(db: Database, states: readonly ChangeState[]): Map<string, Standing> {
  const open = states.filter(({ status }) => status === 'proposed' || status === 'accepted');
  const current = believedValues(
    db,
    open.map(({ change }) => change),
  );
  return new Map(
    open.map(({ change }, at): [string, Standing] => {
      const { value, problem } = current[at] as CurrentValue;
      return [change.id, { now: value, problem, isStale: problem !== null || !sameValue(value, change.before) }];
    }),
  );
}
