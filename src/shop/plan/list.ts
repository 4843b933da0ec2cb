/** The kept plans: what each is about, what became of its changes, and what to do with it next. The newest first. */
import type { Column, Row, Table } from '../../core/table.js';
import { type KeptPlan, listPlans } from '../../plans/kept/keep.js';
import type { PlanStatus } from '../../plans/kept/status.js';
import type { Session } from '../../session.js';

const COUNTED: readonly (readonly [key: string, header: string, statuses: readonly PlanStatus[], detail: boolean])[] = [
  ['proposed', 'Proposed', ['proposed'], false],
  ['accepted', 'Accepted', ['accepted'], false],
  ['declined', 'Declined', ['declined'], true],
  ['exported', 'Exported', ['exported'], true],
  ['uploaded', 'Uploaded', ['uploaded'], true],
  ['sent', 'Sent', ['exported', 'uploaded'], false],
  ['applied', 'Applied', ['applied'], false],
  ['failed', 'Failed', ['not_applied', 'refused', 'overridden', 'drifted'], false],
  ['undone', 'Undone', ['undone'], true],
  ['discarded', 'Discarded', ['discarded'], true],
];

export const LIST_COLUMNS: readonly Column[] = [
  { key: 'plan_id', header: 'Plan', kind: 'text' },
  { key: 'kind', header: 'Kind', kind: 'text', detail: true },
  { key: 'title', header: 'What', kind: 'text' },
  { key: 'group', header: 'Group', kind: 'text', detail: true },
  { key: 'stores', header: 'Stores', kind: 'text', detail: true },
  { key: 'changes', header: 'Changes', kind: 'integer' },
  ...COUNTED.map(([key, header, , detail]): Column => ({ key, header, kind: 'integer', detail })),
  { key: 'kept_at', header: 'Kept', kind: 'instant', detail: true },
  { key: 'next', header: 'Next', kind: 'text' },
];

export async function listVerb(session: Session, flags: { readonly group?: string }): Promise<void> {
  const db = await session.database();
  const stores = (await session.stores(db)).map((store) => store.name);
  const isAll = session.storeNames.length === 0 && session.client === null;
  const plans = listPlans(db, flags.group ?? null).filter(
    ({ plan }) => isAll || plan.changes.some((change) => stores.includes(change.target.store)),
  );
  await session.print(listTable(plans.reverse()));
}

export function listTable(plans: readonly KeptPlan[]): Table {
  const grouped = plans.some(({ plan }) => plan.group !== null);
  const states = plans.flatMap((plan) => plan.states);
  // A plan that is over has nothing but zeros in the other columns.
  const over = COUNTED.filter(([key]) => ['declined', 'undone', 'discarded'].includes(key));
  const seen = new Set(over.filter(([, , statuses]) => states.some(({ status }) => statuses.includes(status))).map(([key]) => key));
  const columns = LIST_COLUMNS.map((column) =>
    column.key === 'group' ? { ...column, detail: !grouped } : seen.has(column.key) ? { ...column, detail: false } : column,
  );
  const notes = plans.length === 0 ? ['no plan is kept yet: a plan-making verb keeps its plan with --save (eco titles edit --help)'] : [];
  return { id: 'plan.list/1', columns, rows: plans.map(rowOf), notes };
}

function rowOf(kept: KeptPlan): Row {
  const { plan, states } = kept;
  const count = (statuses: readonly PlanStatus[]) => states.filter((state) => statuses.includes(state.status)).length;
  return {
    plan_id: plan.id,
    kind: plan.kind,
    title: plan.title,
    group: plan.group,
    stores: [...new Set(plan.changes.map((change) => change.target.store))].sort().join(', '),
    changes: states.length,
    ...Object.fromEntries(COUNTED.map(([key, , statuses]) => [key, count(statuses)])),
    kept_at: kept.keptAt,
    next: nextVerb(count),
  };
}

/** The next step of a plan's life; the empty text where it is over. */
function nextVerb(count: (statuses: readonly PlanStatus[]) => number): string {
  if (count(['proposed']) > 0) return 'review';
  if (count(['accepted']) > 0) return 'export';
  if (count(['exported', 'uploaded']) > 0) return 'mark, verify';
  return count(['not_applied', 'refused', 'overridden', 'drifted']) > 0 ? 'show, rebase' : '';
}
