/** What an export of the shop says about an upload: every outcome, and undo and rebase, on values made by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import type { Change, PlanEvent } from '../../src/core/plan.js';
import { type ChangeState, foldChange, foldPlan } from '../../src/plans/kept/status.js';
import { targetKey } from '../../src/plans/sound.js';
import type { CurrentValue } from '../../src/plans/standing/current.js';
import { rebaseChanges } from '../../src/plans/standing/rebase.js';
import { judge } from '../../src/plans/verified/judge.js';
import { undoPlan } from '../../src/plans/verified/undo.js';
import { change, planOf } from './samplePlan.js';

const UPLOADED = 1000;

function uploaded(values: Partial<Change> = {}, ...more: PlanEvent[]): ChangeState {
  const event = (name: PlanEvent['event'], at: number): PlanEvent => ({ changeId: 'c1', event: name, at, details: {} });
  return foldChange(change('c1', values), [
    event('proposed', 1),
    event('accepted', 2),
    event('exported', 500),
    event('uploaded', UPLOADED),
    ...more,
  ]);
}

function now(value: string | null, evidenceAt: number | null, ...history: [string | null, number][]): CurrentValue {
  return { value, evidenceAt, newestAt: evidenceAt, history: history.map(([each, at]) => ({ value: each, at })), problem: null };
}

describe('what became of an upload', () => {
  const refused: PlanEvent = { changeId: 'c1', event: 'refused', at: 1001, details: { message: 'brand restricted' } };
  const applied: PlanEvent = { changeId: 'c1', event: 'applied', at: 1500, details: {} };
  it.each<[string, ChangeState, CurrentValue, Partial<ReturnType<typeof judge>>]>([
    [
      'an older export',
      uploaded(),
      now('Old c1', 999),
      { status: 'pending', at: null, now: null, why: 'no export is newer than the upload yet' },
    ],
    [
      'a newer export without the listing',
      uploaded(),
      { ...now('Old c1', 999), newestAt: 1_700_000_000 },
      { status: 'pending', why: 'the newest export, of 2023-11-14, does not have it' },
    ],
    ['an export of the same second', uploaded(), now('Old c1', 1000), { status: 'pending' }],
    ['no export of the field', uploaded(), now(null, null), { status: 'pending', why: 'no export that was imported carries its title' }],
    ['a listing that is gone', uploaded(), { ...now(null, null), problem: 'is gone' }, { status: 'pending', why: 'it is gone' }],
    ['the wanted value', uploaded(), now('New c1', 2000, ['New c1', 1800]), { status: 'applied', at: 1800, now: 'New c1' }],
    ['the wanted value, history unknown', uploaded(), now('New c1', 2000), { status: 'applied', at: 2000 }],
    ['the wanted value with spaces that the platform took off', uploaded({ after: 'New c1 ' }), now('New c1', 2000), { status: 'applied' }],
    ['the old value', uploaded(), now('Old c1', 2000, ['Old c1', 300]), { status: 'not_applied', at: 2000, now: 'Old c1' }],
    [
      'the old value where spaces alone were to change',
      uploaded({ before: 'A  B', after: 'A B' }),
      now('A  B', 2000),
      { status: 'not_applied' },
    ],
    [
      'the old value where spaces at the end were to go',
      uploaded({ before: 'A ', after: 'A' }),
      now('A ', 2000),
      { status: 'not_applied' },
    ],
    ['the old value after a refusal', uploaded({}, refused), now('Old c1', 2000), { status: 'refused', at: 1001, why: 'brand restricted' }],
    ['the wanted value in spite of a refusal', uploaded({}, refused), now('New c1', 2000), { status: 'applied' }],
    ['another value', uploaded(), now('Other', 2000, ['Other', 1900]), { status: 'overridden', at: 1900, now: 'Other' }],
    ['the old value, once seen applied', uploaded({}, applied), now('Old c1', 3000, ['Old c1', 2500]), { status: 'drifted', at: 2500 }],
    [
      'the old value, applied in between',
      uploaded(),
      now('Old c1', 3000, ['New c1', 1500], ['Old c1', 2500]),
      { status: 'drifted', at: 2500 },
    ],
    ['another value, once seen applied', uploaded({}, applied), now('Other', 3000, ['Other', 2500]), { status: 'overridden' }],
    ['nothing, where nothing was wanted', uploaded({ field: 'subtitle', after: null }), now(null, 2000), { status: 'applied' }],
  ])('%s', (_, state, current, expected) => {
    expect(judge(state, current)).toMatchObject(expected);
  });

  it('says when an export was never marked as uploaded', () => {
    const events = (['proposed', 'accepted', 'exported'] as const).map(
      (event): PlanEvent => ({ changeId: null, event, at: 10, details: {} }),
    );
    expect(judge(foldChange(change('c1'), events), now('Old c1', 20))).toMatchObject({
      status: 'not_applied',
      why: 'exported, but not marked as uploaded',
    });
  });
});

describe('undo', () => {
  const sent = (changes: readonly Change[]) => {
    const plan = { ...planOf(changes), id: 't-0001' };
    const events = (['proposed', 'accepted', 'exported', 'uploaded', 'applied'] as const).map(
      (event): PlanEvent => ({ changeId: null, event, at: 10, details: {} }),
    );
    return { plan, states: foldPlan(plan, events) };
  };
  const day = '2026-11-23' as Day;

  it('takes back what is still its own, and names what it leaves alone', () => {
    const kept = sent([
      change('c1'),
      change('c2'),
      change('c3'),
      change('c4', { before: null, inverse: 'none' }),
      change('c5'),
      change('c6', { inverse: 'partial' }),
    ]);
    const current = [
      now('New c1', 20),
      now('Other', 20),
      now('Old c3', 20),
      now('New c4', 20),
      { ...now(null, null), problem: 'is gone' },
      now('New c6', 20),
    ];
    const { plan, left } = undoPlan(kept, current, day);
    expect(plan.changes.map(({ id, before, after, reason }) => [id, before, after, reason.text])).toEqual([
      ['c1', 'New c1', 'Old c1', 'takes back t-0001'],
      ['c6', 'New c6', 'Old c6', 'takes back t-0001; the platform may keep traces of it'],
    ]);
    expect(left.map(({ change: { id }, why }) => [id, why])).toEqual([
      ['c2', 'is "Other" now, which is not what the plan wrote'],
      ['c3', 'has its old value already'],
      ['c4', 'cannot be taken back: what was there before is unknown'],
      ['c5', 'is gone'],
    ]);
    expect(plan).toMatchObject({
      kind: 'undo',
      id: null,
      title: '2 changes of t-0001 back in us',
      createdFrom: { params: { undo_of: 't-0001' } },
    });
    expect(plan.notes[0]).toBe('left alone: SKU-c2 is "Other" now, which is not what the plan wrote');
  });

  it('says nothing of what never left the house', () => {
    const plan = { ...planOf([change('c1')]), id: 't-0001' };
    const states = foldPlan(plan, [{ changeId: null, event: 'proposed', at: 1, details: {} }]);
    expect(undoPlan({ plan, states }, [now('Old c1', 5)], day)).toMatchObject({ plan: { changes: [] }, left: [] });
  });

  it('after the plan is the identity for exact inverses, and never writes over what is not its own', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(fc.record({ before: word, after: word, since: fc.option(word) }), { maxLength: 6 }), (rows) => {
        const changes = rows.flatMap(({ before, after }, at) => (before === after ? [] : [change(`c${at}`, { before, after })]));
        const since = new Map(rows.map((row, at) => [`c${at}`, row.since]));
        const shop = new Map(changes.map((each) => [targetKey(each), each.before]));
        const before = new Map(shop);
        for (const each of changes) shop.set(targetKey(each), since.get(each.id) ?? each.after);
        const drifted = new Map(shop);
        const kept = sent(changes);
        const current = changes.map((each) => now(shop.get(targetKey(each)) as string, 20));
        for (const each of undoPlan(kept, current, day).plan.changes) {
          expect(shop.get(targetKey(each))).toBe(each.before);
          shop.set(targetKey(each), each.after);
        }
        for (const each of changes) {
          const key = targetKey(each);
          const own = drifted.get(key) === each.after;
          expect(shop.get(key)).toBe(own ? before.get(key) : drifted.get(key));
        }
      }),
    );
  });
});

describe('rebase', () => {
  const proposed = (id: string, ...names: PlanEvent['event'][]) =>
    foldChange(
      change(id),
      (['proposed', ...names] as const).map((event): PlanEvent => ({ changeId: null, event, at: 1, details: {} })),
    );

  it('brings stale changes up to date and drops what is no longer needed', () => {
    const states = [proposed('c1', 'accepted'), proposed('c2'), proposed('c3'), proposed('c4', 'declined'), proposed('c5')];
    const current = [now('Other', 5), now('New c2', 5), now('Old c3', 5), now('Other', 5), { ...now(null, null), problem: 'is gone' }];
    const rebased = rebaseChanges(states, current, 9, { again: false });
    expect(rebased.map(({ state, outcome, event }) => [state.change.id, outcome, event?.event ?? null, event?.details ?? null])).toEqual([
      ['c1', 'rebased', 'rebased', { before: 'Other', after: 'New c1' }],
      ['c2', 'no longer needed', 'discarded', { why: 'its value stands there already' }],
      ['c5', 'left', null, null],
    ]);
  });

  it('proposes again what an upload did not achieve only when asked', () => {
    const states = [
      proposed('c1', 'accepted', 'exported', 'not_applied'),
      proposed('c2', 'accepted', 'exported', 'overridden'),
      proposed('c3', 'accepted', 'exported', 'applied'),
    ];
    const current = [now('Old c1', 5), now('Other', 5), now('New c3', 5)];
    expect(rebaseChanges(states, current, 9, { again: false })).toEqual([]);
    expect(rebaseChanges(states, current, 9, { again: true }).map(({ state, event }) => [state.change.id, event?.details])).toEqual([
      ['c1', { before: 'Old c1', after: 'New c1' }],
      ['c2', { before: 'Other', after: 'New c2' }],
    ]);
  });
});
