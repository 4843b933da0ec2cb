/** Stale changes against today's facts: what a rebase did with each, as a table, and what to do next. */
import type { Block, Page } from '../../core/page.js';
import type { Column, Table } from '../../core/table.js';
import { appendEvents, loadPlan } from '../../plans/kept/keep.js';
import { type Rebased, rebaseChanges } from '../../plans/standing/rebase.js';
import { believedValues } from '../../plans/standing/stale.js';
import type { Session } from '../../session.js';
import { nowOf, openPlan } from './openPlan.js';

export const REBASE_COLUMNS: readonly Column[] = [
  { key: 'plan_id', header: 'Plan', kind: 'text', detail: true },
  { key: 'change_id', header: 'Change', kind: 'text' },
  { key: 'store', header: 'Store', kind: 'text', detail: true },
  { key: 'entity_id', header: 'Id', kind: 'text' },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'field', header: 'Field', kind: 'text' },
  { key: 'before', header: 'Was', kind: 'text' },
  { key: 'current', header: 'Now', kind: 'text' },
  { key: 'after', header: 'Wanted', kind: 'text' },
  { key: 'outcome', header: 'Outcome', kind: 'text' },
];

export async function rebaseVerb(session: Session, word: string, flags: { readonly again?: boolean }): Promise<void> {
  const db = await session.existingDatabase();
  const kept = openPlan(session, db, word);
  const current = believedValues(
    db,
    kept.states.map((state) => state.change),
  );
  const rebased = rebaseChanges(kept.states, current, nowOf(session), { again: flags.again === true });
  const events = rebased.flatMap(({ event }) => (event === null ? [] : [event]));
  appendEvents(db, kept.plan.id, events, nowOf(session));
  await session.print(rebasePage(loadPlan(db, kept.plan.id).plan.id, rebased));
}

function rebasePage(planId: string, rebased: readonly Rebased[]): Page {
  const count = (outcome: Rebased['outcome']) => rebased.filter((each) => each.outcome === outcome).length;
  const parts = [
    `${count('rebased')} rebased and proposed again`,
    ...(count('no longer needed') > 0 ? [`${count('no longer needed')} no longer needed`] : []),
    ...(count('left') > 0 ? [`${count('left')} left as ${count('left') === 1 ? 'it is' : 'they are'}`] : []),
  ];
  const data: Table = { id: 'plan.rebase/1', columns: REBASE_COLUMNS, rows: rebased.map((each) => rowOf(planId, each)) };
  const blocks: Block[] = [];
  if (rebased.length > 0) blocks.push({ type: 'table', table: data });
  if (count('left') > 0) {
    const command = `eco plan review ${planId} --decline 'stale=true'`;
    blocks.push({ type: 'steps', steps: [{ text: ['Nothing is there to change: decline what is left'], command }] });
  }
  if (count('rebased') > 0) blocks.push({ type: 'steps', steps: [{ text: ['Review'], command: `eco plan review ${planId}` }] });
  return { title: `plan ${planId} · ${rebased.length === 0 ? 'no change is stale' : parts.join(' · ')}`, blocks, data };
}

function rowOf(planId: string, { state, outcome, now, why }: Rebased): Table['rows'][number] {
  const { change } = state;
  return {
    plan_id: planId,
    change_id: change.id,
    store: change.target.store,
    entity_id: change.target.id,
    sku: change.sku,
    field: change.field,
    before: change.before,
    current: now,
    after: change.after,
    outcome: why === null ? outcome : `${outcome}: it ${why}`,
  };
}
