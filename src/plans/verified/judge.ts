/**
 * What became of an uploaded change, judged by an export of the shop that is newer than the upload:
 *
 * | the export shows | the change is |
 * |---|---|
 * | nothing newer than the upload | pending |
 * | the value that was wanted | applied |
 * | the old value, and the platform's result file refused it | refused |
 * | the old value, and it was never seen otherwise | not applied |
 * | the old value, after the wanted one had been there | drifted |
 * | another value | overridden |
 *
 * Dated by the export that first showed it. Spaces at the ends and the way accents are written count as the same value: platforms
 * change them by themselves. A change that a later upload of another plan writes over is left as it is (superseded).
 */

import { type ChangeState, type PlanStatus, sentAt } from '../kept/status.js';
import type { CurrentValue, ValueAt } from '../standing/current.js';
import { likelySame, sameValue } from '../values.js';

/** Why a change that was only exported is not applied: most likely nobody uploaded the file. */
export const NOT_MARKED = 'exported, but not marked as uploaded';

export interface Judgement {
  readonly status: PlanStatus;
  /** When it came to that, epoch seconds; null where no export tells. */
  readonly at: number | null;
  /** What stands there, where an export newer than the upload tells it. */
  readonly now: string | null;
  /** Why, where the status alone does not say it. */
  readonly why: string | null;
}

/** Judges one change that was exported or uploaded. */
export function judge(state: ChangeState, current: CurrentValue): Judgement {
  const sent = sentAt(state) as number;
  if (current.problem !== null) return pending(`it ${current.problem}`);
  if (current.evidenceAt === null) return pending(`no export that was imported carries its ${state.change.field}`);
  if (current.evidenceAt <= sent) return pending(notSeen(current, sent));
  const { before, after } = state.change;
  const since = current.history.filter(({ at }) => at > sent);
  const now = current.value;
  // The wanted value is asked for exactly first: a change may be about nothing but spaces.
  const isOld = !sameValue(now, after) && sameValue(now, before);
  const at = lastOf(since) ?? current.evidenceAt;
  if (!isOld && likelySame(now, after)) return { status: 'applied', at, now, why: null };
  if (!isOld) return { status: 'overridden', at, now, why: null };
  const wasThere = state.wasApplied || since.some(({ value }) => likelySame(value, after));
  if (wasThere) return { status: 'drifted', at, now, why: null };
  if (state.status === 'refused') return { status: 'refused', at: state.since, now, why: wordsOf(state) };
  const why = state.uploadedAt === null ? NOT_MARKED : null;
  return { status: 'not_applied', at: current.evidenceAt, now, why };
}

function notSeen({ newestAt }: CurrentValue, sent: number): string {
  if (newestAt === null || newestAt <= sent) return 'no export is newer than the upload yet';
  return `the newest export, of ${new Date(newestAt * 1000).toISOString().slice(0, 10)}, does not have it`;
}

function pending(why: string): Judgement {
  return { status: 'pending', at: null, now: null, why };
}

function lastOf(history: readonly ValueAt[]): number | null {
  return history.at(-1)?.at ?? null;
}

/** The platform's own words for a refusal. */
function wordsOf(state: ChangeState): string | null {
  const words = state.details.message;
  return typeof words === 'string' ? words : null;
}
