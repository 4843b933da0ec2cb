/**
 * What came of an import, in the order of trust: what was understood, what was rejected and where it lies, what was assumed,
 * what is missing, what to do next.
 */
import { counted } from '../../core/count.js';
import type { Block, Grid, Page, Sentence, Value } from '../../core/page.js';
import type { Cell, Column, Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import type { ImportResult, ImportStatus } from '../../importing/importFile.js';
import { teller } from './told.js';

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

export function importPage(db: Database, results: readonly ImportResult[], options: { dryRun: boolean; verbose: boolean }): Page {
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
  if (known.length > 0) blocks.push({ type: 'grid', grid: knownGrid(db, known, options.verbose) });
  const others = [...strangers.map(strangerRow), ...skippedRows(skipped, options.verbose)];
  if (others.length > 0) blocks.push({ type: 'grid', grid: { columns: [COLUMN, NAME, REMARK], rows: others } });
  if (results.length === 0) blocks.push({ type: 'sentence', parts: ['There is no file in it. Name the folder that your exports are in.'] });
  if (results.some((result) => result.periodAtLeast)) blocks.push({ type: 'sentence', parts: [AT_LEAST], tone: 'warn' });
  const notes = results.flatMap((result) => [...result.notes, ...(options.verbose ? result.asides : [])]);
  for (const note of new Set(notes)) blocks.push({ type: 'sentence', parts: [note], tone: 'warn' });
  if (!options.dryRun && results.some((result) => result.status === 'imported' || result.status === 'partial')) {
    blocks.push({ type: 'sentence', parts: ['Next: ', { value: nextCommand(db), kind: 'text', tone: 'strong' }] });
  }
  return { title: 'Import', blocks, data: importTable(results) };
}

const MOST_LINES = 40;
const FEW = 3;
/** A longer name stands out of its column. */
const MOST_NAME = 44;

const AT_LEAST =
  '"at least": the days of the rows; the file does not say for which days it was made. If for more, say it: --period FROM..TO';

const MARKS = {
  imported: ['✓', 'good'],
  unchanged: ['=', 'dim'],
  partial: ['!', 'warn'],
  rejected: ['✗', 'bad'],
  skipped: ['✗', 'dim'],
} as const;

const COLUMN = { header: '', align: 'left' } as const;
const NAME = { ...COLUMN, most: MOST_NAME };
const REMARK = { ...COLUMN, wraps: true };

function knownGrid(db: Database, results: readonly ImportResult[], verbose: boolean): Grid {
  const told = teller(db);
  const of = (...statuses: ImportStatus[]) => results.filter((result) => statuses.includes(result.status));
  const row = (result: ImportResult): Sentence[] => [
    mark(result),
    [result.file],
    [result.reportFormat ?? ''],
    [result.store ?? ''],
    [told(result)],
  ];
  const taken = of('imported');
  const few = verbose ? taken : taken.slice(-MOST_LINES);
  const rows = few.map(row);
  if (few.length < taken.length) rows.push([[], [dim(`… and ${taken.length - few.length} more (--verbose lists them)`)], [], [], []]);
  rows.push(...of('partial').map(row));
  const before = of('unchanged');
  if (verbose || before.length <= FEW) rows.push(...before.map(row));
  else
    rows.push([
      mark(before[0] as ImportResult),
      [dim(`${before.length} files that were imported before (--verbose lists them)`)],
      [],
      [],
      [],
    ]);
  for (const result of of('rejected')) {
    rows.push(row(result));
    if (result.rowsRejected > 0) rows.push([[], [], [], [], [LOOK]]);
  }
  return { columns: [COLUMN, NAME, COLUMN, COLUMN, REMARK], rows };
}

const LOOK: Value = dim('look: eco import … --rejects bad.csv   take the rest: --skip-bad-rows');

/** A file that is none of the exports that eco reads, with what it looks like. */
function strangerRow(result: ImportResult): Sentence[] {
  return [mark(result), [result.file], [result.message ?? '']];
}

/** A few are told one by one; a downloads folder full of other things is summed up. */
function skippedRows(skipped: readonly ImportResult[], verbose: boolean): Sentence[][] {
  if (verbose || skipped.length <= FEW) return skipped.map(strangerRow);
  const names = skipped.slice(0, FEW).map((result) => result.file);
  return [
    [mark(skipped[0] as ImportResult), [`${names.join(', ')}, …`], [`${skipped.length} files are no exports (--verbose lists them)`]],
  ];
}

function mark(result: ImportResult): Sentence {
  const [sign, tone] = MARKS[result.status];
  return [{ value: sign, kind: 'text', tone }];
}

function dim(text: string): Value {
  return { value: text, kind: 'text', tone: 'dim' };
}

function nextCommand(db: Database): string {
  const has = (table: string) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined;
  if (has('order_heads') || has('traffic')) return 'eco report daily';
  return has('listings') ? 'eco products list' : 'eco files list';
}
