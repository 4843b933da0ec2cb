/** Which changes of a plan go out: accepted, not declined, not stale; those exported before and unchanged may go out again. */
import type { Database } from '../../db/connection.js';
import type { KeptPlan } from '../../plans/kept/keep.js';
import type { ChangeState, PlanStatus } from '../../plans/kept/status.js';
import { believedValues, type Stale } from '../../plans/standing/stale.js';
import { sameValue } from '../../plans/values.js';

export interface Chosen {
  readonly states: readonly ChangeState[];
  readonly stale: readonly (Stale & { readonly state: ChangeState })[];
  /** Among the states, those exported before. */
  readonly again: number;
  /** Among the states, those that nobody reviewed. */
  readonly unreviewed: number;
}

/** `byTemplate`: a download of the platform says itself what stands there, so a listing that no import has is no obstacle. */
export function chooseChanges(db: Database, kept: KeptPlan, options: { readonly all: boolean; readonly byTemplate: boolean }): Chosen {
  const wanted: readonly PlanStatus[] = options.all ? ['accepted', 'exported', 'proposed'] : ['accepted', 'exported'];
  const candidates = kept.states.filter(({ status }) => wanted.includes(status));
  const current = believedValues(
    db,
    candidates.map(({ change }) => change),
  );
  const states: ChangeState[] = [];
  const stale: Chosen['stale'][number][] = [];
  candidates.forEach((state, at) => {
    const { value, problem } = current[at] as (typeof current)[number];
    // What an export of the shop already shows as applied needs no upload.
    if (state.status === 'exported' && problem === null && sameValue(value, state.change.after)) return;
    if (problem === null ? sameValue(value, state.change.before) : options.byTemplate) states.push(state);
    else stale.push({ state, now: value, problem });
  });
  return {
    states,
    stale,
    again: states.filter(({ status }) => status === 'exported').length,
    unreviewed: states.filter(({ status }) => status === 'proposed').length,
  };
}
