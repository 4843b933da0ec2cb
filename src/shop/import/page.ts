/**
 * What came of an import, in the order of trust: what was understood, what was rejected and where it lies, what was assumed,
 * what is missing, what to do next.
 */
import type { Block, Page } from '../../core/page.js';
import type { Cell, Column, Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import type { ImportResult } from '../../importing/importFile.js';

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
  const blocks: Block[] = [];
  const exports = results.filter((result) => result.status !== 'skipped');
  const skipped = results.filter((result) => result.status === 'skipped');
  const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
  blocks.push({
    type: 'heading',
    text: `${count(results.length, 'file', 'files')}, ${exports.filter((result) => result.reportFormat !== null).length} of them exports that eco knows`,
    aside: options.dryRun ? 'dry run: nothing was changed' : undefined,
  });
  for (const result of shown(exports, options.verbose)) blocks.push(...linesOf(result));
  const folded = exports.length - shown(exports, options.verbose).length;
  if (folded > 0)
    blocks.push({
      type: 'sentence',
      parts: [`  … and ${folded} more that were taken without a remark (--verbose lists them)`],
      tone: 'dim',
    });
  blocks.push(...linesOfSkipped(skipped, options.verbose));
  if (results.length === 0) blocks.push({ type: 'sentence', parts: ['There is no file in it. Name the folder that your exports are in.'] });
  for (const note of new Set(results.flatMap((result) => result.notes))) blocks.push({ type: 'sentence', parts: [note], tone: 'warn' });
  if (!options.dryRun && exports.some((result) => result.status === 'imported' || result.status === 'partial')) {
    blocks.push({ type: 'steps', steps: nextSteps(db) });
  }
  return { title: 'Import', blocks, data: importTable(results) };
}

const MOST_LINES = 40;
const FEW = 3;

/** In a large import, the files that went without a remark are summed up; whatever went wrong is always shown. */
function shown(results: readonly ImportResult[], verbose: boolean): readonly ImportResult[] {
  if (verbose || results.length <= MOST_LINES) return results;
  const remarkable = results.filter((result) => result.status === 'rejected' || result.status === 'partial');
  const fine = results.filter((result) => !remarkable.includes(result));
  const keep = new Set([...remarkable, ...fine.slice(-Math.max(0, MOST_LINES - remarkable.length))]);
  return results.filter((result) => keep.has(result));
}

/** A few are told one by one; a downloads folder full of other things is summed up. */
function linesOfSkipped(skipped: readonly ImportResult[], verbose: boolean): Block[] {
  if (verbose || skipped.length <= FEW)
    return skipped.map((result) => ({ type: 'sentence', parts: [`✗ ${result.file}  `, result.message ?? ''], tone: 'dim' }));
  const names = skipped.slice(0, FEW).map((result) => result.file);
  return [
    { type: 'sentence', parts: [`✗ ${names.join(', ')}, …: ${skipped.length} files are no exports (--verbose lists them)`], tone: 'dim' },
  ];
}

function linesOf(result: ImportResult): Block[] {
  const mark = { imported: '✓', unchanged: '=', partial: '!', rejected: '✗', skipped: '✗' }[result.status];
  const tone = ({ imported: 'good', unchanged: 'dim', partial: 'warn', rejected: 'bad', skipped: 'dim' } as const)[result.status];
  const where = [result.reportFormat ?? '?', result.store].filter((part) => part !== null).join('  ');
  const lines: Block[] = [{ type: 'sentence', parts: [`${mark} ${result.file}  `, where, '  ', told(result)], tone }];
  if (result.status === 'rejected' && result.rowsRejected > 0) {
    lines.push({
      type: 'sentence',
      parts: [`    look: eco import ${result.file} --rejects bad.csv   take the rest: --skip-bad-rows`],
      tone: 'dim',
    });
  }
  return lines;
}

function told(result: ImportResult): string {
  if (result.message !== null && result.status !== 'partial') return result.message;
  const parts: string[] = [];
  const say = (n: number, word: string) => {
    if (n > 0) parts.push(`${n.toLocaleString('en')} ${word}`);
  };
  say(result.rowsRead, result.rowsRead === 1 ? 'row' : 'rows');
  say(result.step.added, 'new');
  say(result.step.changed, 'changed');
  say(result.step.unchanged, 'the same');
  say(result.step.removed, 'removed');
  for (const [rule, rows] of Object.entries(result.ignored)) parts.push(`${rows.toLocaleString('en')} ignored (${rule})`);
  say(result.rowsRejected, 'rejected');
  if (result.periodFrom !== null)
    parts.push(result.periodFrom === result.periodTo ? result.periodFrom : `${result.periodFrom} … ${result.periodTo}`);
  return parts.join(' · ');
}

function nextSteps(db: Database): { text: readonly string[]; command?: string }[] {
  const has = (table: string) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined;
  if (has('orders') || has('traffic')) return [{ text: ['Next'], command: 'eco report daily' }];
  return [{ text: ['Next'], command: 'eco products list' }];
}
