/** The changes of a plan as a table: the rows that csv, tsv and jsonl print, and that `--where` and `--accept` choose from. */
import type { ChangePlan } from '../../core/plan.js';
import type { Column, Row, Table } from '../../core/table.js';
import { CHANGE_KEYS, type ChangeKey, flatChange } from '../file/planKeys.js';
import type { PlanStatus } from '../kept/status.js';
import type { Standing } from '../standing/stale.js';

/** Columns that people see unless they ask for others. */
const SHOWN: ReadonlySet<string> = new Set(['change_id', 'store', 'entity_id', 'sku', 'field', 'before', 'after', 'reason', 'status']);

const HEADERS: Readonly<Record<ChangeKey, string>> = {
  plan_id: 'Plan',
  change_id: 'Change',
  action: 'Action',
  store: 'Store',
  platform: 'Platform',
  entity: 'Entity',
  entity_id: 'Id',
  sku: 'SKU',
  field: 'Field',
  before: 'Before',
  after: 'After',
  currency: 'Currency',
  reason: 'Why',
  reason_code: 'Reason',
  reason_values: 'Figures of the reason (JSON)',
  expected: 'Expected',
  expected_code: 'Expectation',
  expected_values: 'Figures of the expectation (JSON)',
  inverse: 'Can be undone',
  status: 'Status',
};

const CHANGE_COLUMNS: readonly Column[] = CHANGE_KEYS.map((key) => ({
  key,
  header: HEADERS[key],
  kind: 'text',
  detail: !SHOWN.has(key),
}));

/** Beside them, what `plan show` knows from today's facts. */
const STALE_COLUMNS: readonly Column[] = [
  { key: 'stale', header: 'Stale', kind: 'boolean', detail: true },
  { key: 'current', header: 'Now', kind: 'text', detail: true },
];

/** The table; with `standing`, each open change says whether it is stale and what stands there. Statuses stand in the order of the changes. */
export function planTable(plan: ChangePlan, statuses: readonly PlanStatus[], standing: ReadonlyMap<string, Standing> | null = null): Table {
  const rows = plan.changes.map((change, at): Row => {
    const flat = flatChange(plan.id, change, statuses[at] ?? 'proposed');
    if (standing === null) return flat;
    const now = standing.get(change.id);
    return { ...flat, stale: now?.isStale ?? false, current: now?.now ?? null };
  });
  return {
    id: 'plan.changes/1',
    columns: standing === null ? CHANGE_COLUMNS : [...CHANGE_COLUMNS, ...STALE_COLUMNS],
    rows,
    asOf: plan.asOf,
    params: { plan_id: plan.id, kind: plan.kind, title: plan.title, group: plan.group },
  };
}
