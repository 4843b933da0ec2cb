import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAN_EVENTS, type PlanEvent, type PlanEventName } from '../../src/core/plan.js';
import { canFollow, countStatuses, foldChange, foldPlan, newState, type PlanStatus, sentAt, step } from '../../src/plans/kept/status.js';
import { change, planOf } from './samplePlan.js';

function events(...names: PlanEventName[]): PlanEvent[] {
  return names.map((event, at) => ({ changeId: 'c1', event, at: 100 + at, details: {} }));
}

describe('the status of a change', () => {
  it.each<[PlanEventName[], PlanStatus]>([
    [[], 'proposed'],
    [['proposed'], 'proposed'],
    [['proposed', 'accepted'], 'accepted'],
    [['proposed', 'declined'], 'declined'],
    [['proposed', 'declined', 'accepted'], 'accepted'],
    [['proposed', 'accepted', 'proposed'], 'proposed'],
    [['proposed', 'accepted', 'edited'], 'proposed'],
    [['proposed', 'edited', 'accepted'], 'accepted'],
    [['proposed', 'accepted', 'rebased'], 'proposed'],
    [['proposed', 'accepted', 'exported'], 'exported'],
    [['proposed', 'exported'], 'exported'],
    [['proposed', 'declined', 'exported'], 'declined'],
    [['proposed', 'accepted', 'uploaded'], 'uploaded'],
    [['proposed', 'uploaded'], 'proposed'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'applied'], 'applied'],
    [['proposed', 'accepted', 'exported', 'applied'], 'applied'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'not_applied'], 'not_applied'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'not_applied', 'exported'], 'exported'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'refused'], 'refused'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'refused', 'applied'], 'applied'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'applied', 'drifted'], 'drifted'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'applied', 'overridden'], 'overridden'],
    // What somebody else set is written over only after a rebase.
    [['proposed', 'accepted', 'exported', 'uploaded', 'overridden', 'exported'], 'overridden'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'overridden', 'rebased', 'accepted', 'exported'], 'exported'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'applied', 'undone'], 'undone'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'applied', 'undone', 'applied'], 'undone'],
    [['proposed', 'accepted', 'discarded'], 'discarded'],
    [['proposed', 'accepted', 'discarded', 'accepted', 'exported'], 'discarded'],
    [['proposed', 'accepted', 'exported', 'uploaded', 'discarded'], 'uploaded'],
    [['proposed', 'accepted', 'exported', 'discarded'], 'discarded'],
    [['proposed', 'accepted', 'exported', 'edited'], 'exported'],
    [['proposed', 'accepted', 'applied'], 'accepted'],
  ])('after %j is %s', (names, status) => {
    expect(foldChange(change('c1'), events(...names)).status).toBe(status);
  });

  it('has the values of the last edit or rebase', () => {
    const edited: PlanEvent = { changeId: 'c1', event: 'edited', at: 5, details: { before: 'Old c1', after: 'Better' } };
    const rebased: PlanEvent = { changeId: 'c1', event: 'rebased', at: 6, details: { before: null, after: 'Better' } };
    expect(foldChange(change('c1'), [edited]).change).toMatchObject({ before: 'Old c1', after: 'Better' });
    expect(foldChange(change('c1'), [edited, rebased]).change).toMatchObject({ before: null, after: 'Better' });
  });

  it('knows when it was sent off: as marked, else as exported', () => {
    const state = (...names: PlanEventName[]) => foldChange(change('c1'), events('proposed', 'accepted', ...names));
    expect(sentAt(state())).toBeNull();
    expect(sentAt(state('exported'))).toBe(102);
    expect(sentAt(state('exported', 'uploaded'))).toBe(103);
    // A second export begins anew.
    expect(sentAt(state('exported', 'uploaded', 'not_applied', 'exported'))).toBe(105);
  });

  it('takes an event of all changes for those it can happen to', () => {
    const plan = planOf([change('c1'), change('c2'), change('c3')]);
    const of = (changeId: string | null, event: PlanEventName): PlanEvent => ({ changeId, event, at: 1, details: {} });
    const life = [of(null, 'proposed'), of('c1', 'declined'), of('c2', 'accepted'), of('c2', 'uploaded'), of(null, 'discarded')];
    expect(foldPlan(plan, life).map((state) => state.status)).toEqual(['discarded', 'uploaded', 'discarded']);
  });

  it('is one fold, whole or step by step, and no event takes it where it cannot go', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PLAN_EVENTS), { maxLength: 12 }), (names) => {
        let state = newState(change('c1'));
        for (const event of events(...names)) {
          const next = step(state, event);
          if (state.since !== null) expect(next !== null).toBe(canFollow(state.status, event.event));
          state = next ?? state;
        }
        expect(foldChange(change('c1'), events(...names))).toEqual(state);
        expect(foldPlan(planOf([change('c1')]), events(...names))).toEqual([state]);
      }),
    );
  });

  it('is counted in the order of a life', () => {
    expect(countStatuses(['applied', 'proposed', 'applied'])).toEqual([
      { status: 'proposed', count: 1 },
      { status: 'applied', count: 2 },
    ]);
  });
});
