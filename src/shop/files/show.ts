/**
 * Everything about one import. The rows of the file are stored (new, changed, the same), ignored by a named rule or rejected
 * with a reason; the three add up to the rows that were read.
 */
import type { Block, Page, Sentence } from '../../core/page.js';
import type { Column, Table } from '../../core/table.js';
import { type ImportRow, type RejectedRowRecord, rejectedRows } from '../../facts/importQueries.js';
import type { TextDialect } from '../../files/dialect.js';
import { formatsOf } from '../../importing/formats.js';
import { MOST_REJECTIONS } from '../../importing/importResult.js';
import { BUYER_COLUMN } from '../../platforms/binding.js';
import type { ReportFormat } from '../../platforms/define.js';
import type { Session } from '../../session.js';
import { importNamed } from './find.js';
import { fileTable } from './list.js';

/** Rejected rows on the page; `--rejects` has all of them. */
const SHOWN_REJECTIONS = 20;

export async function showFile(session: Session, number: string, flags: { rejects?: boolean }): Promise<void> {
  const db = await session.database();
  const row = importNamed(db, number);
  const rejected = rejectedRows(db, row.importId);
  const format = formatsOf(db).find(row.reportFormat ?? '') ?? null;
  await session.print(flags.rejects ? rejectTable(row, rejected) : filePage(row, rejected, format));
}

const REJECT_COLUMNS: readonly Column[] = [
  { key: 'line', header: 'Line', kind: 'integer' },
  { key: 'column', header: 'Column', kind: 'text' },
  { key: 'value', header: 'Found', kind: 'text' },
  { key: 'reason', header: 'Reason', kind: 'text' },
];

function rejectTable(row: ImportRow, rejected: readonly RejectedRowRecord[]): Table {
  return {
    id: 'files.show.rejects/1',
    columns: REJECT_COLUMNS,
    rows: rejected.map((record) => ({ ...record })),
    params: { file: row.file },
  };
}

export function filePage(row: ImportRow, rejected: readonly RejectedRowRecord[], format: ReportFormat | null): Page {
  const blocks: Block[] = [
    { type: 'facts', rows: [...origin(row, format), ...evidence(row)] },
    { type: 'heading', text: 'Rows' },
    { type: 'facts', rows: endings(row, rejected.length) },
  ];
  if (row.dialect !== null) blocks.push({ type: 'heading', text: 'Cells' }, { type: 'facts', rows: cells(row.dialect) });
  if (rejected.length > 0) {
    const { columns, rows } = rejectTable(row, rejected.slice(0, SHOWN_REJECTIONS));
    blocks.push({ type: 'heading', text: 'Rejected rows' }, { type: 'table', table: { id: 'files.show.rejects/1', columns, rows } });
    const more = rejected.length - SHOWN_REJECTIONS;
    if (more > 0) blocks.push({ type: 'steps', steps: [{ text: [`${more} more`], command: `eco files show ${row.importId} --rejects` }] });
  }
  return { title: `Import ${row.importId}: ${row.file}`, blocks, data: fileTable('files.show/1', [row]) };
}

type Fact = { readonly label: string; readonly parts: Sentence };

function origin(row: ImportRow, format: ReportFormat | null): Fact[] {
  const { sheet, member, ...options } = JSON.parse(row.params) as Record<string, string>;
  const said = Object.entries(options).map(([name, value]) => `--${name} ${value}`);
  const facts: Fact[] = [
    { label: 'status', parts: [row.message === null ? row.status : `${row.status}: ${row.message}`] },
    {
      label: 'report',
      parts: [row.reportFormat === null ? 'not recognised' : `${row.reportFormat}${format ? ` (${format.report})` : ''}`],
    },
    { label: 'store', parts: [row.store ?? 'none'] },
    ...(sheet === undefined ? [] : [{ label: 'sheet', parts: [sheet, ' of a workbook of several reports'] }]),
    ...(member === undefined ? [] : [{ label: 'member', parts: [member, ' of an archive'] }]),
    { label: 'file', parts: [{ value: row.fileBytes, kind: 'integer' }, ` bytes, SHA-256 ${row.sha256}`] },
    { label: 'imported', parts: [{ value: row.importedAt, kind: 'instant' }, said.length > 0 ? `, with ${said.join(' ')}` : ''] },
  ];
  return row.store === null ? facts.filter((fact) => fact.label !== 'store') : facts;
}

const DECIDED: Readonly<Record<string, string>> = {
  row: 'by the stamps of its rows',
  name: 'by the date in its name',
  file: 'by when the file was last changed',
};

function evidence(row: ImportRow): Fact[] {
  const facts: Fact[] = [];
  if (row.evidenceAt !== null) {
    const decided = DECIDED[row.evidenceSource ?? ''] ?? '';
    facts.push({ label: 'as of', parts: [{ value: row.evidenceAt, kind: 'instant' }, `, ${decided}; newer files win over it`] });
  }
  if (row.periodFrom !== null) {
    facts.push({ label: 'days', parts: [{ value: row.periodFrom, kind: 'day' }, ' … ', { value: row.periodTo, kind: 'day' }] });
  }
  return facts;
}

/** `listed`: rows that could not be read, of which only the first are kept where there are very many. */
function endings(row: ImportRow, listed: number): Fact[] {
  const rules = Object.entries(JSON.parse(row.ignored) as Record<string, number>);
  const stored = row.rowsNew + row.rowsChanged + row.rowsUnchanged;
  const alongside = row.rowsRejected - listed;
  const facts: Fact[] = [
    { label: 'read', parts: [count(row.rowsRead)] },
    {
      label: 'stored',
      parts: [
        count(stored),
        ' (',
        count(row.rowsNew),
        ' new, ',
        count(row.rowsChanged),
        ' changed, ',
        count(row.rowsUnchanged),
        ' the same)',
      ],
    },
    { label: 'ignored', parts: [count(row.rowsIgnored), ...rules.flatMap(([rule, rows]) => [` · ${rule} `, count(rows)])] },
    { label: 'rejected', parts: [count(row.rowsRejected), ...(row.status === 'rejected' ? [', so nothing was taken'] : [])] },
  ];
  if (row.status === 'partial' && alongside > 0 && listed < MOST_REJECTIONS) {
    facts.push({
      label: '',
      parts: [count(listed), ' cannot be read, ', count(alongside), ' may belong together with ', listed === 1 ? 'it' : 'them'],
    });
  }
  if (row.rowsRemoved > 0) facts.push({ label: 'removed', parts: [count(row.rowsRemoved), ' that stood there before'] });
  return facts;
}

function count(value: number): Sentence[number] {
  return { value, kind: 'integer' };
}

interface StoredDialect {
  readonly dialect: TextDialect;
  readonly workbook: boolean;
  /** Of the kept cells. */
  readonly header: readonly string[];
  readonly fileHeader: readonly string[];
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' };
const LINE_ENDS: Readonly<Record<string, string>> = { '\n': 'LF', '\r\n': 'CR LF', '\r': 'CR' };

function cells(json: string): Fact[] {
  const { dialect, workbook, header, fileHeader } = JSON.parse(json) as StoredDialect;
  const quoting = dialect.quoting === 'none' ? 'a quote is data' : 'quoted where needed';
  const text = `${dialect.encoding}${dialect.bom ? ' with byte order mark' : ''}, ${DELIMITERS[dialect.delimiter] ?? dialect.delimiter}, ${quoting}, ${LINE_ENDS[dialect.lineEnd] ?? ''}`;
  const kept = header.filter((name) => name !== BUYER_COLUMN);
  const dropped = withoutOnce(fileHeader, kept);
  const facts: Fact[] = [
    { label: 'written', parts: [workbook ? 'workbook' : text] },
    { label: 'kept', parts: [`${kept.length} ${kept.length === 1 ? 'column' : 'columns'}: ${kept.join(', ')}`] },
  ];
  if (dropped.length > 0) {
    facts.push({ label: 'not kept', parts: [`${dropped.length}, as they are or may be personal: ${dropped.join(', ')}`] });
  }
  if (header.includes(BUYER_COLUMN)) facts.push({ label: 'buyer', parts: ['as a keyed hash'] });
  return facts;
}

/** Two columns may have the same name: each kept one stands for one of the file. */
function withoutOnce(names: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return names.filter((name) => {
    const at = left.indexOf(name);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}
