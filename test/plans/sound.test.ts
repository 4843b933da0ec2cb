import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import type { Change, ChangePlan } from '../../src/core/plan.js';
import { soundPlan } from '../../src/plans/sound.js';

const change = (id: string, target: string, more: Partial<Change> = {}, store = 'us'): Change => ({
  id,
  action: 'set',
  target: { platform: 'amazon', store, entity: 'listing', id: target },
  sku: target,
  field: 'title',
  before: 'Mug',
  after: 'Tea Mug',
  currency: null,
  reason: { code: 'edit.case', text: 'case: title case' },
  expected: null,
  inverse: 'exact',
  ...more,
});

const plan = (...changes: Change[]): ChangePlan => ({
  schema: 'eco.plan/1',
  id: null,
  kind: 'titles',
  title: 'titles',
  group: null,
  asOf: '2026-11-22' as Day,
  createdFrom: { imports: [], params: {} },
  changes,
  notes: [],
});

describe('a sound plan', () => {
  it('has one change a field of a target, in whatever order', () => {
    const sound = [
      plan(change('1', 'A'), change('2', 'B'), change('3', 'A', {}, 'web')),
      plan(change('1', 'B'), change('2', 'A')),
      plan(change('1', 'A'), change('2', 'A', { field: 'subtitle' }), change('3', 'B')),
      plan(change('7', 'A'), change('2', 'B')),
    ];
    for (const each of sound) expect(soundPlan(each)).toBe(each);
  });

  it('is refused where two changes have one id or one target, beside each other or apart', () => {
    expect(() => soundPlan(plan(change('1', 'A'), change('1', 'B')))).toThrow('two changes of a plan are called 1');
    expect(() => soundPlan(plan(change('1', 'A'), change('2', 'A')))).toThrow('two changes of a plan change ["us","listing","A","title"]');
    const apart = plan(change('1', 'A'), change('2', 'B', {}, 'web'), change('3', 'A'));
    expect(() => soundPlan(apart)).toThrow('two changes of a plan change ["us","listing","A","title"]');
    const crossed = plan(change('1', 'A'), change('2', 'B', { field: 'subtitle' }), change('3', 'C'), change('4', 'A'));
    expect(() => soundPlan(crossed)).toThrow('two changes of a plan change ["us","listing","A","title"]');
  });

  it('has no change that changes nothing', () => {
    expect(() => soundPlan(plan(change('1', 'A', { after: 'Mug' })))).toThrow('change 1 of ["us","listing","A","title"] changes nothing');
  });
});
