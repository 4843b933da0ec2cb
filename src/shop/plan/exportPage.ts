/** What an export says of itself: each file with its rows and columns, how to upload it, and what comes next. */
import { relative } from 'node:path';
import type { Block, Page, Step } from '../../core/page.js';
import type { Row, Table } from '../../core/table.js';
import type { PreparedExport } from '../../plans/exportUploads.js';
import type { KeptPlan } from '../../plans/keep.js';
import type { Chosen } from './exportChoice.js';
import type { NewFile, PlacedFile } from './exportWrite.js';

/** One plan's export. */
export interface Exported extends Pick<PreparedExport, 'leftOut' | 'respelled' | 'notes' | 'carriedFrom'> {
  readonly kept: KeptPlan;
  readonly chosen: Chosen;
  readonly files: readonly NewFile[];
}

const COLUMNS: Table['columns'] = [
  { key: 'plan_id', header: 'Plan', kind: 'text' },
  { key: 'file', header: 'File', kind: 'text' },
  { key: 'upload', header: 'Upload', kind: 'text' },
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'rows', header: 'Rows', kind: 'integer' },
  { key: 'changes', header: 'Changes', kind: 'integer' },
  { key: 'columns_changed', header: 'Columns that change', kind: 'text' },
  { key: 'columns_carried', header: 'Columns carried as they are', kind: 'text' },
];

export function exportPage(exports: readonly Exported[], placed: readonly PlacedFile[], cwd: string): Page {
  const shown = (file: NewFile) => {
    const path = placed.find((each) => each.file === file)?.path as string;
    const short = relative(cwd, path);
    return short.startsWith('..') ? path : short;
  };
  const blocks = exports.flatMap((each) => blocksOf(each, shown));
  const rows = exports.flatMap(({ kept, files }) => files.map((file): Row => rowOf(kept.plan.id, file, shown(file))));
  const total = exports.reduce((sum, { files }) => sum + files.length, 0);
  return {
    title: `${exports.map(({ kept }) => kept.plan.id).join(', ')}: ${total} ${total === 1 ? 'file' : 'files'} to upload`,
    blocks,
    data: { id: 'plan.export/1', columns: COLUMNS, rows },
  };
}

function rowOf(planId: string, file: NewFile, path: string): Row {
  return {
    plan_id: planId,
    file: path,
    upload: file.uploadId,
    store: file.store,
    rows: file.rows,
    changes: file.changeIds.length,
    columns_changed: file.changed.join(', '),
    columns_carried: file.carried.join(', '),
  };
}

function blocksOf({ kept, files, carriedFrom }: Exported, shown: (file: NewFile) => string): Block[] {
  const blocks: Block[] = [];
  const told = new Set<string>();
  for (const file of files.filter((each) => !each.beside)) {
    const beside = files.filter((other) => other.beside && other.store === file.store && other.uploadId === file.uploadId).map(shown);
    blocks.push({ type: 'heading', text: [shown(file), ...beside].join(', '), aside: file.store });
    blocks.push({ type: 'sentence', parts: [summary(file)] });
    const from = carriedFrom.get(file.store);
    if (file.carried.length > 0 && from !== undefined)
      blocks.push({
        type: 'sentence',
        parts: [
          `${file.carried.join(', ')}: demanded by the platform, as in the export of `,
          { value: from, kind: 'instant' },
          '; upload soon, or import a newer export first',
        ],
        tone: 'dim',
      });
    const steps = file.steps.map((text): Step => ({ text: [text] }));
    if (!told.has(file.uploadId)) blocks.push({ type: 'steps', steps });
    told.add(file.uploadId);
  }
  if (files.length > 0)
    blocks.push({ type: 'steps', steps: [{ text: ['After the upload'], command: `eco plan mark ${kept.plan.id} --uploaded today` }] });
  return blocks;
}

/** "39 rows, 39 changes: Handle, Title. Nothing else can change." */
function summary({ rows, changeIds, changed, uploadId }: NewFile): string {
  const counts = `${rows} ${rows === 1 ? 'row' : 'rows'}, ${changeIds.length} ${changeIds.length === 1 ? 'change' : 'changes'}`;
  if (uploadId === 'checklist') return `${counts} to make by hand`;
  return `${uploadId}: ${counts} of ${changed.join(', ')}. Nothing else can change.`;
}
