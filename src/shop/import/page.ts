/**
 * What came of an import, in the order of trust: what was understood, what was rejected and where it lies, what was assumed,
 * what is missing, what to do next.
 */
import { counted } from '../../core/count.js';
import type { Block, Page } from '../../core/page.js';
import type { Cell, Column, Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import type { ImportResult } from '../../importing/importFile.js';
import { knownBlocks, otherBlocks } from './fileGrids.js';

export const IMPORT_COLUMNS: readonly Column[] = [
  { key: 'import_id', header: 'Import', kind: 'integer' },
  { key: 'file', header: 'File', kind: 'text' },
  { key: 'report_format', header: 'Report', kind: 'text' },
  { key: 'platform', header: 'Platform', kind: 'text', detail: true },
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'period_from', header: 'From', kind: 'day', detail: true },
  { key: 'period_to', header: 'To', kind: 'day', detail: true },
  { key: 'status', header: 'Status', kind: 'text' },
  { key: 'rows_read', header: 'Rows', kind: 'integer' },
  { key: 'rows_new', header: 'New', kind: 'integer' },
  { key: 'rows_changed', header: 'Changed', kind: 'integer' },
  { key: 'rows_unchanged', header: 'Same', kind: 'integer' },
  { key: 'rows_removed', header: 'Removed', kind: 'integer' },
  { key: 'rows_ignored', header: 'Ignored', kind: 'integer' },
  { key: 'rows_rejected', header: 'Rejected', kind: 'integer' },
  { key: 'message', header: 'Message', kind: 'text' },
];

export function importTable(results: readonly ImportResult[]): Table {
  return { id: 'import/1', columns: IMPORT_COLUMNS, rows: results.map(rowOf) };
}

function rowOf(result: ImportResult): Record<string, Cell> {
  const ignored = Object.values(result.ignored).reduce((sum, rows) => sum + rows, 0);
  return {
    import_id: result.importId,
    file: result.file,
    report_format: result.reportFormat,
    platform: result.platform,
    store: result.store,
    period_from: result.periodFrom,
    period_to: result.periodTo,
    status: result.status,
    rows_read: result.rowsRead,
    rows_new: result.step.added,
    rows_changed: result.step.changed,
    rows_unchanged: result.step.unchanged,
    rows_removed: result.step.removed,
    rows_ignored: ignored,
    rows_rejected: result.rowsRejected,
    message: result.message,
  };
}

export interface PageOptions {
  readonly dryRun: boolean;
  /** Everything, file by file. */
  readonly verbose: boolean;
  /** Whether a folder was named: then what is missing in it is told, too. */
  readonly folder: boolean;
}

export async function importPage(db: Database, results: readonly ImportResult[], options: PageOptions): Promise<Page> {
  const known = results.filter((result) => result.reportFormat !== null);
  const strangers = results.filter((result) => result.reportFormat === null && result.status !== 'skipped');
  const skipped = results.filter((result) => result.status === 'skipped');
  const blocks: Block[] = [
    {
      type: 'heading',
      text: `${counted(results.length, 'file', 'files')}, ${known.length} of them exports that eco knows`,
      aside: options.dryRun ? 'dry run: nothing was changed' : undefined,
    },
  ];
  blocks.push(...knownBlocks(db, known, options.verbose), ...otherBlocks(strangers, skipped, options.verbose));
  if (results.length === 0) blocks.push({ type: 'sentence', parts: ['There is no file in it. Name the folder that your exports are in.'] });
  if (results.some((result) => result.periodAtLeast)) blocks.push({ type: 'sentence', parts: [AT_LEAST], tone: 'warn' });
  const notes = results.flatMap((result) => [...result.notes, ...(options.verbose ? result.asides : [])]);
  for (const note of new Set(notes)) blocks.push({ type: 'sentence', parts: [note], tone: 'warn' });
  const isNew = !options.dryRun && results.some((result) => result.status === 'imported' || result.status === 'partial');
  if (isNew && (options.folder || options.verbose)) {
    const { pictureBlocks } = await import('./picture.js');
    blocks.push(...pictureBlocks(db, known, options.verbose));
  }
  if (isNew) {
    blocks.push({ type: 'sentence', parts: ['Next: ', { value: nextCommand(db), kind: 'text', tone: 'strong' }] });
  }
  return { title: 'Import', blocks, data: importTable(results) };
}

const AT_LEAST =
  '"at least": the days of the rows; the file does not say for which days it was made. If for more, say it: --period FROM..TO';

function nextCommand(db: Database): string {
  const has = (table: string) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined;
  if (has('order_heads') || has('traffic')) return 'eco report daily';
  return has('listings') ? 'eco products list' : 'eco files list';
}
