/** Which rule did what: one row a step of every text that changes or would, in the order of the rules. */
import type { Column, Row, Table } from '../../core/table.js';
import type { Edited, EditResult } from './engine.js';

export const STEP_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text', detail: true },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'field', header: 'Field', kind: 'text', detail: true },
  { key: 'step', header: 'Step', kind: 'integer' },
  { key: 'rule', header: 'Rule', kind: 'text' },
  { key: 'did', header: 'What it did', kind: 'text' },
  { key: 'text', header: 'Text after it', kind: 'text' },
  { key: 'before', header: 'Text before it', kind: 'text', detail: true },
  { key: 'outcome', header: 'Outcome', kind: 'text' },
];

/** Texts to change first, then those that are left out for a violation, then those that a rule could not change. */
export function stepsTable(result: EditResult, notes: readonly string[], asOf: string): Table {
  const rows = [
    ...result.changed.flatMap((edit) => stepRows(edit, 'changed')),
    ...result.prevented.flatMap((edit) => stepRows(edit, `left out: ${edit.violations.map(({ rule }) => rule).join(', ')}`)),
    ...result.notChanged.map(({ owned, reason }) => ({ ...nameCells({ owned }), outcome: `not changed: ${reason}`, text: owned.text })),
  ];
  return { id: 'titles.edit-steps/1', columns: STEP_COLUMNS, rows, notes, asOf };
}

function stepRows(edit: Edited, outcome: string): Row[] {
  const start = { ...nameCells(edit), field: edit.field, step: 0, rule: null, did: 'as it is', before: null, text: edit.before };
  const steps = edit.steps.map((step, at) => ({
    ...nameCells(edit),
    field: edit.field,
    step: at + 1,
    rule: step.rule,
    did: step.did,
    before: at === 0 ? edit.before : (edit.steps[at - 1]?.after ?? null),
    text: step.after,
    outcome: at === edit.steps.length - 1 ? outcome : null,
  }));
  return [start, ...steps];
}

function nameCells({ owned }: Pick<Edited, 'owned'>): Row {
  return { store: owned.listings[0].store, listing_id: owned.id, sku: owned.sku };
}
