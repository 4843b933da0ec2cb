/** Several plans for one field of one listing: which of them an export of the shop tells about, and what an export is warned of. */
import { describe, expect, it } from 'vitest';
import type { PlanEvent, PlanEventName } from '../../src/core/plan.js';
import { sameTargetNotes } from '../../src/plans/export/sameTarget.js';
import type { KeptPlan } from '../../src/plans/kept/keep.js';
import { type ChangeState, foldChange, foldPlan } from '../../src/plans/kept/status.js';
import type { CurrentValue } from '../../src/plans/standing/current.js';
import { judgeRivals } from '../../src/plans/verified/rivals.js';
import { change, planOf } from './samplePlan.js';

function sent(after: string, ...life: (readonly [PlanEventName, number])[]): ChangeState {
  const events = ([['proposed', 1], ['accepted', 1], ...life] as const).map(
    ([event, at]): PlanEvent => ({ changeId: 'c1', event, at, details: {} }),
  );
  return foldChange(change('c1', { after }), events);
}

function now(value: string, evidenceAt = 100): CurrentValue {
  return { value, evidenceAt, newestAt: evidenceAt, history: [{ value, at: evidenceAt }], problem: null };
}

const statuses = (rivals: readonly ChangeState[], current: CurrentValue) =>
  judgeRivals(rivals, current).map((each) => each?.status ?? null);

describe('several plans for one field', () => {
  const marked = (after: string, at: number) => sent(after, ['exported', at - 1], ['uploaded', at]);
  const exported = (after: string, at: number) => sent(after, ['exported', at]);

  it('does not take a file that was only exported for one that wrote over an upload', () => {
    const rivals = [marked('A', 20), exported('B', 30)];
    expect(judgeRivals(rivals, now('A'))).toMatchObject([
      { status: 'applied', now: 'A' },
      { status: 'not_applied', now: 'A', why: 'exported, but not marked as uploaded' },
    ]);
    expect(statuses(rivals, now('Old c1'))).toEqual(['not_applied', 'not_applied']);
    expect(statuses(rivals, now('Other'))).toEqual(['overridden', 'not_applied']);
    expect(statuses(rivals, now('Old c1', 5))).toEqual(['pending', 'pending']);
    // Nobody marked it, and its value stands there all the same.
    expect(statuses(rivals, now('B'))).toEqual([null, 'applied']);
    // Of a file that was exported before the upload nothing can be told.
    expect(statuses([exported('B', 10), marked('A', 20)], now('A'))).toEqual([null, 'applied']);
  });

  it('judges the last of what is known to be at the platform', () => {
    expect(statuses([marked('A', 20), marked('B', 30)], now('B'))).toEqual([null, 'applied']);
    expect(statuses([marked('A', 20), marked('B', 30)], now('A'))).toEqual([null, 'overridden']);
    expect(statuses([marked('A', 30), marked('B', 20)], now('A'))).toEqual(['applied', null]);
    const seen = sent('A', ['exported', 10], ['applied', 15]);
    expect(statuses([seen, exported('B', 20)], now('A'))).toEqual(['applied', 'not_applied']);
  });

  it('judges the last export where nothing was marked, unless an earlier one stands there', () => {
    expect(statuses([exported('A', 20), exported('B', 30)], now('B'))).toEqual([null, 'applied']);
    expect(statuses([exported('A', 20), exported('B', 30)], now('A'))).toEqual(['applied', 'not_applied']);
    expect(statuses([exported('A', 20), exported('B', 30)], now('Other'))).toEqual([null, 'overridden']);
    expect(statuses([exported('A', 20), exported('B', 30)], now('Old c1'))).toEqual([null, 'not_applied']);
  });
});

describe('an export', () => {
  it('is told of other plans that change the same', () => {
    const kept = (id: string, after: string, ...events: PlanEventName[]): KeptPlan => {
      const plan = { ...planOf([change('c1', { after }), change('c2', { after })]), id };
      const life = (['proposed', ...events] as const).map((event): PlanEvent => ({ changeId: null, event, at: 1, details: {} }));
      return { plan, keptAt: 1, events: life, states: foldPlan(plan, life) };
    };
    const plans = [
      kept('t-0001', 'Mine', 'accepted'),
      kept('t-0002', 'Other', 'accepted', 'uploaded'),
      kept('t-0003', 'Other', 'declined'),
      kept('t-0004', 'Mine', 'accepted'),
      kept('t-0005', 'Other', 'accepted', 'uploaded', 'applied'),
    ];
    expect(sameTargetNotes('t-0001', plans[0]?.plan.changes ?? [], plans)).toEqual([
      't-0002 changes the same to another value: SKU-c1 title (uploaded), SKU-c2 title (uploaded). The file that is uploaded last decides',
    ]);
    expect(sameTargetNotes('t-0001', [change('c3')], plans)).toEqual([]);
  });
});
