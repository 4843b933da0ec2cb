/** What an export says of itself: each file with its rows and columns, how to upload it, and what comes next. */
import { relative } from 'node:path';
import type { Block, Page, Sentence, Step } from '../../core/page.js';
import type { Change } from '../../core/plan.js';
import type { Row, Table } from '../../core/table.js';
import { runId } from '../../plans/export/sent.js';
import type { PreparedExport } from '../../plans/export/uploads.js';
import type { KeptPlan } from '../../plans/kept/keep.js';
import type { Chosen } from './exportChoice.js';
import type { NewFile, PlacedFile } from './exportWrite.js';

/** What became of one plan's changes. */
export interface Exported extends Pick<PreparedExport, 'leftOut' | 'respelled'> {
  readonly kept: KeptPlan;
  readonly chosen: Chosen;
}

/** The export of one plan, or of several together. */
export interface ExportOfPlans extends Pick<PreparedExport, 'notes' | 'carriedFrom'> {
  readonly plans: readonly Exported[];
  readonly files: readonly NewFile[];
}

/** One row a file, and one for each change that is in none. */
export const EXPORT_COLUMNS: Table['columns'] = [
  { key: 'plan_id', header: 'Plan', kind: 'text' },
  { key: 'outcome', header: 'Outcome', kind: 'text' },
  { key: 'file', header: 'File', kind: 'text' },
  { key: 'upload', header: 'Upload', kind: 'text' },
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'rows', header: 'Rows', kind: 'integer' },
  { key: 'changes', header: 'Changes', kind: 'integer' },
  { key: 'columns_changed', header: 'Columns that change', kind: 'text' },
  { key: 'columns_carried', header: 'Columns carried as they are', kind: 'text' },
  { key: 'change_id', header: 'Change', kind: 'text', detail: true },
  { key: 'entity_id', header: 'Id', kind: 'text', detail: true },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'field', header: 'Field', kind: 'text' },
  { key: 'reason', header: 'Why', kind: 'text' },
];

export function exportPage(made: ExportOfPlans, placed: readonly PlacedFile[], cwd: string): Page {
  const { plans, files } = made;
  const shown = (file: NewFile) => {
    const path = placed.find((each) => each.file === file)?.path as string;
    const short = relative(cwd, path);
    return short.startsWith('..') ? path : short;
  };
  const ids = (file: NewFile) => {
    const own = new Set(file.changeIds);
    const has = ({ kept: { plan } }: Exported) => plan.changes.some(({ id }) => own.has(runId(plan.id, id)));
    return plans.filter(has).map(({ kept }) => kept.plan.id);
  };
  const main = files.filter((file) => !file.beside);
  return {
    title: `${[...new Set(main.flatMap(ids))].join(', ')}: ${files.length} ${files.length === 1 ? 'file' : 'files'} to upload`,
    blocks: blocksOf(made, shown, [...new Set(main.flatMap(ids))]),
    data: {
      id: 'plan.export/1',
      columns: EXPORT_COLUMNS,
      rows: [...files.map((file) => fileRow(ids(file).join(', '), file, shown(file))), ...plans.flatMap(keptOutRows)],
      notes: made.notes,
    },
  };
}

const NO_CHANGE: Row = { change_id: null, entity_id: null, sku: null, field: null, reason: null };
const NO_FILE: Row = { file: null, upload: null, rows: null, changes: null, columns_changed: null, columns_carried: null };

function fileRow(planIds: string, file: NewFile, path: string): Row {
  return {
    plan_id: planIds === '' ? null : planIds,
    outcome: 'written',
    file: path,
    upload: file.uploadId,
    store: file.store,
    rows: file.rows,
    changes: file.changeIds.length,
    columns_changed: file.changed.join(', '),
    columns_carried: file.carried.join(', '),
    ...NO_CHANGE,
  };
}

function keptOutRows({ kept: { plan }, chosen, leftOut }: Exported): Row[] {
  const row = (outcome: string, { id, target, sku, field }: Change, reason: string): Row => ({
    plan_id: plan.id,
    outcome,
    ...NO_FILE,
    store: target.store,
    change_id: plan.changes.find((each) => id === each.id || id === runId(plan.id, each.id))?.id ?? id,
    entity_id: target.id,
    sku,
    field,
    reason,
  });
  return [
    ...chosen.stale.map((each) => row('stale', each.state.change, staleText(each))),
    ...leftOut.map(({ change, reason }) => row('left_out', change, reason)),
  ];
}

/** What stands there instead of what the plan knows. */
export function staleText({ state, now, problem }: Chosen['stale'][number]): string {
  const { change } = state;
  const what = `${change.sku ?? change.target.id} ${change.field}`;
  return problem === null ? `${what} is "${now ?? ''}" now and not "${change.before ?? ''}"` : `${what}: it ${problem}`;
}

function blocksOf({ files, carriedFrom }: ExportOfPlans, shown: (file: NewFile) => string, planIds: readonly string[]): Block[] {
  const blocks: Block[] = [];
  const told = new Set<string>();
  for (const file of files.filter((each) => !each.beside)) {
    const beside = files.filter((other) => other.beside && other.store === file.store && other.uploadId === file.uploadId).map(shown);
    blocks.push({ type: 'heading', text: [shown(file), ...beside].join(', '), aside: file.store });
    blocks.push({
      type: 'sentence',
      parts: [`${summary(file)}${file.carried.length === 0 && file.uploadId !== 'checklist' ? ' Nothing else can change.' : ''}`],
    });
    if (file.carried.length > 0) blocks.push({ type: 'sentence', parts: carriedParts(file, carriedFrom.get(file.store)), tone: 'warn' });
    const steps = file.steps.map((text): Step => ({ text: [text] }));
    if (!told.has(file.uploadId)) blocks.push({ type: 'steps', steps });
    told.add(file.uploadId);
  }
  if (files.length > 0)
    blocks.push({
      type: 'steps',
      steps: planIds.map((id) => ({ text: ['After the upload'], command: `eco plan mark ${id} --uploaded today` })),
    });
  return blocks;
}

const MOST_NAMES = 8;

/** What goes up besides the changes, and how old it is. */
function carriedParts({ carried, template }: NewFile, from: number | undefined): Sentence {
  const names = carried.slice(0, MOST_NAMES).join(', ');
  const all = carried.length > MOST_NAMES ? `${names} and ${carried.length - MOST_NAMES} more` : names;
  const what = `${carried.length} ${carried.length === 1 ? 'column goes' : 'columns go'} up with it (${all}), `;
  if (template === true) return [`${what}as the template has them: what was changed since it was downloaded would be set back`];
  if (from === undefined) return [`${what}as they stand`];
  return [
    `${what}as in the export of `,
    { value: from, kind: 'instant' },
    ' and what eco has sent since: what was changed elsewhere since then would be set back. Upload soon, or import a newer export first',
  ];
}

/** "39 rows, 39 changes of Title." */
function summary({ rows, changeIds, changed, uploadId }: NewFile): string {
  const counts = `${rows} ${rows === 1 ? 'row' : 'rows'}, ${changeIds.length} ${changeIds.length === 1 ? 'change' : 'changes'}`;
  if (uploadId === 'checklist') return `${counts} to make by hand`;
  return `${uploadId}: ${counts} of ${changed.join(', ')}.`;
}
