/** What came in: one row an import, rejected and withdrawn ones too. */
import type { Cell, Column, Table } from '../../core/table.js';
import { type ImportRow, listImports } from '../../facts/importQueries.js';
import type { Session } from '../../session.js';
import { IMPORT_COLUMNS } from '../import/page.js';

/** Looking back, the days of a file say more than how its rows compared with what stood then. */
const FOR_PEOPLE = [
  'import_id',
  'file',
  'report_format',
  'store',
  'period_from',
  'period_to',
  'status',
  'rows_read',
  'rows_rejected',
  'message',
];

const FILE_COLUMNS: readonly Column[] = [
  ...IMPORT_COLUMNS.map((column) => ({ ...column, detail: !FOR_PEOPLE.includes(column.key) })),
  { key: 'imported_at', header: 'Imported', kind: 'instant', detail: true },
  { key: 'evidence_at', header: 'As of', kind: 'instant', detail: true },
  { key: 'evidence_source', header: 'As of, by', kind: 'text', detail: true },
  { key: 'sha256', header: 'SHA-256', kind: 'text', detail: true },
];

export async function listFiles(session: Session): Promise<void> {
  const db = await session.database();
  const names = new Set((await session.stores(db)).map((store) => store.name));
  const all = session.storeNames.length === 0 && session.client === null;
  // A rejected file was never given to a store.
  const imports = listImports(db).filter((row) => all || (row.store !== null && names.has(row.store)));
  await session.print(fileTable('files.list/1', imports));
}

export function fileTable(id: string, imports: readonly ImportRow[]): Table {
  return { id, columns: FILE_COLUMNS, rows: imports.map(rowOf) };
}

function rowOf(row: ImportRow): Record<string, Cell> {
  return {
    import_id: row.importId,
    file: row.file,
    report_format: row.reportFormat,
    platform: row.platform,
    store: row.store,
    period_from: row.periodFrom,
    period_to: row.periodTo,
    status: row.status,
    rows_read: row.rowsRead,
    rows_new: row.rowsNew,
    rows_changed: row.rowsChanged,
    rows_unchanged: row.rowsUnchanged,
    rows_removed: row.rowsRemoved,
    rows_ignored: row.rowsIgnored,
    rows_rejected: row.rowsRejected,
    message: row.message,
    imported_at: row.importedAt,
    evidence_at: row.evidenceAt,
    evidence_source: row.evidenceSource,
    sha256: row.sha256,
  };
}
