/** The imports: what came in, from where, when, and how each of its rows ended. */
import type { Subject } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import type { StepCounts } from './fold.js';

/** The bytes of a file. */
export interface Content {
  readonly bytes: number;
  /** May be worked out when it is first asked for, which reads the file. */
  readonly sha256: string;
}

export interface ImportRecord {
  /** Canonical JSON of what the user said about the file. */
  readonly params: string;
  readonly file: string;
  readonly fileBytes: number;
  /** What the file system says of the file; null where a later change could go unseen. */
  readonly fileStamp: string | null;
  readonly reportFormat: string | null;
  readonly platform: string | null;
  readonly accountId: number | null;
  readonly storeId: number | null;
  readonly importedAt: number;
  readonly evidenceAt: number | null;
  readonly evidenceSource: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  /** JSON: how to read the kept cells again. */
  readonly dialect: string | null;
  readonly status: 'imported' | 'partial' | 'rejected' | 'withdrawn';
  readonly message: string | null;
}

export interface RowCounts {
  readonly read: number;
  readonly ignored: Readonly<Record<string, number>>;
  readonly rejected: number;
  readonly step: StepCounts;
  readonly rejectedUnits: readonly string[];
}

/** Adds an import; of which bytes it is (`setContent`) and how its rows ended follow when it is read. */
export function insertImport(db: Database, record: ImportRecord): number {
  const result = db
    .prepare(
      `INSERT INTO imports (sha256, params, file, file_bytes, file_stamp, report_format, platform, account_id, store_id, imported_at, evidence_at, evidence_source,
         period_from, period_to, dialect, status, message, rows_read, rows_new, rows_changed, rows_unchanged, rows_removed, rows_ignored, rows_rejected,
         ignored, rejected_units)
       VALUES ('', @params, @file, @fileBytes, @fileStamp, @reportFormat, @platform, @accountId, @storeId, @importedAt, @evidenceAt, @evidenceSource,
         @periodFrom, @periodTo, @dialect, @status, @message, 0, 0, 0, 0, 0, 0, 0, '{}', '[]')`,
    )
    .run(record);
  return Number(result.lastInsertRowid);
}

/** How its kept cells are to be read. */
export function setDialect(db: Database, importId: number, dialect: string): void {
  db.prepare('UPDATE imports SET dialect = ? WHERE import_id = ?').run(dialect, importId);
}

/** Writes how the rows of an import ended. */
export function setRowCounts(db: Database, importId: number, counts: RowCounts): void {
  const { step } = counts;
  const ignored = Object.values(counts.ignored).reduce((sum, rows) => sum + rows, 0);
  db.prepare(
    `UPDATE imports SET rows_read = ?, rows_new = ?, rows_changed = ?, rows_unchanged = ?, rows_removed = ?, rows_ignored = ?, rows_rejected = ?,
       ignored = ?, rejected_units = ? WHERE import_id = ?`,
  ).run(
    counts.read,
    step.added,
    step.changed,
    step.unchanged,
    step.removed,
    ignored,
    counts.rejected + step.leftOut,
    JSON.stringify(counts.ignored),
    JSON.stringify(counts.rejectedUnits),
    importId,
  );
}

/** What a fold of several imports did with one of them. Rejected are the rows that were not kept, and those that were left out with them. */
export function setStepCounts(db: Database, importId: number, step: StepCounts): void {
  db.prepare(
    `UPDATE imports SET rows_new = ?, rows_changed = ?, rows_unchanged = ?, rows_removed = ?, rows_rejected = ? + ${NOT_KEPT} WHERE import_id = ?`,
  ).run(step.added, step.changed, step.unchanged, step.removed, step.leftOut, importId);
}

/** Rows of an import that were neither kept nor ignored. */
const NOT_KEPT = 'rows_read - rows_ignored - (SELECT coalesce(sum(c.rows), 0) FROM import_cells c WHERE c.import_id = imports.import_id)';

export function setImportStatus(db: Database, importId: number, status: ImportRecord['status'], message: string | null): void {
  db.prepare('UPDATE imports SET status = ?, message = ? WHERE import_id = ?').run(status, message, importId);
}

export function setPeriod(db: Database, importId: number, from: string, to: string): void {
  db.prepare('UPDATE imports SET period_from = ?, period_to = ? WHERE import_id = ?').run(from, to, importId);
}

/** Writes down of which bytes an import is, once they are all read. */
export function setContent(db: Database, importId: number, sha256: string): void {
  db.prepare('UPDATE imports SET sha256 = ? WHERE import_id = ?').run(sha256, importId);
}

/** An active import of the same bytes, read the same way. */
export function sameImport(db: Database, content: Content, params: string): number | null {
  if (!isOfKnownSize(db, content)) return null;
  const found = db
    .prepare("SELECT import_id FROM imports WHERE sha256 = ? AND params = ? AND status IN ('imported', 'partial') LIMIT 1")
    .pluck()
    .get(content.sha256, params);
  return (found as number | undefined) ?? null;
}

/** Whether any file of this size came in before: if not, none of these bytes did, whatever their hash. */
function isOfKnownSize(db: Database, { bytes }: Content): boolean {
  return db.prepare('SELECT 1 FROM imports WHERE file_bytes = ? LIMIT 1').get(bytes) !== undefined;
}

/** The newest active import of the same report and store whose content is newer than that of this import; null where this one is the newest. */
export function newerImport(db: Database, importId: number): { readonly importId: number; readonly evidenceAt: number } | null {
  const found = db
    .prepare(
      `SELECT n.import_id AS importId, n.evidence_at AS evidenceAt FROM imports i
       JOIN imports n ON n.store_id = i.store_id AND n.report_format = i.report_format AND n.evidence_at > i.evidence_at
       WHERE i.import_id = ? AND n.status IN ('imported', 'partial') ORDER BY n.evidence_at DESC, n.import_id DESC LIMIT 1`,
    )
    .get(importId);
  return (found as { importId: number; evidenceAt: number } | undefined) ?? null;
}

/** An active import of this very file, unchanged since and read the same way. */
export function sameFile(db: Database, fileStamp: string, params: string): number | null {
  const found = db
    .prepare("SELECT import_id FROM imports WHERE file_stamp = ? AND params = ? AND status IN ('imported', 'partial') LIMIT 1")
    .pluck()
    .get(fileStamp, params);
  return (found as number | undefined) ?? null;
}

/**
 * The store that the last import of a family of profiles went to: `my-erp`, or `my-erp.stock` and `my-erp.orders`. Null before the first.
 */
export function lastStoreOfFamily(db: Database, family: string): number | null {
  const found = db
    .prepare(
      `SELECT store_id FROM imports WHERE platform = 'other' AND status IN ('imported', 'partial')
         AND (report_format = @family OR substr(report_format, 1, length(@family) + 1) = @family || '.') ORDER BY import_id DESC LIMIT 1`,
    )
    .pluck()
    .get({ family });
  return (found as number | undefined) ?? null;
}

/** What an import was, for telling of it again. */
export function importedAs(
  db: Database,
  importId: number,
): { importId: number; reportFormat: string; platform: string; store: string; periodFrom: string | null; periodTo: string | null } {
  return db
    .prepare(
      `SELECT i.import_id AS importId, i.report_format AS reportFormat, i.platform, s.name AS store, i.period_from AS periodFrom, i.period_to AS periodTo
       FROM imports i JOIN stores s USING (store_id) WHERE i.import_id = ?`,
    )
    .get(importId) as ReturnType<typeof importedAs>;
}

/** A file that is refused night after night is remembered once, with its latest reasons. */
export function forgetRefusal(db: Database, sha256: string, params: string): void {
  const earlier = db
    .prepare("SELECT import_id FROM imports WHERE sha256 = ? AND params = ? AND status = 'rejected'")
    .pluck()
    .all(sha256, params);
  for (const importId of earlier) {
    db.prepare('DELETE FROM rejected_rows WHERE import_id = ?').run(importId);
    db.prepare('DELETE FROM imports WHERE import_id = ?').run(importId);
  }
}

export interface ActiveImport {
  readonly importId: number;
  readonly sha256: string;
  readonly params: string;
  readonly reportFormat: string;
  readonly storeId: number;
  readonly evidenceAt: number;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly dialect: string;
  readonly rejectedUnits: string;
  readonly rowsRead: number;
  readonly file: string;
}

/** The active imports of an account in the order of their evidence; equal evidence is ordered by content, never by when it was imported. */
export function activeImports(db: Database, accountId: number): ActiveImport[] {
  return db
    .prepare(
      `SELECT import_id AS importId, sha256, params, report_format AS reportFormat, store_id AS storeId, evidence_at AS evidenceAt,
         period_from AS periodFrom, period_to AS periodTo, dialect, rejected_units AS rejectedUnits, rows_read AS rowsRead, file
       FROM imports WHERE account_id = ? AND status IN ('imported', 'partial') ORDER BY evidence_at, sha256, params`,
    )
    .all(accountId) as ActiveImport[];
}

/** What an import is ordered by among those of its account. */
export interface Newness {
  readonly evidenceAt: number;
  readonly content: Content;
  /** Two sheets of one workbook are told apart by it. */
  readonly params: string;
}

/** Whether an active import of these formats is newer. */
export function hasNewer(db: Database, accountId: number, formats: readonly string[], { evidenceAt, content, params }: Newness): boolean {
  const others = `FROM imports WHERE account_id = ? AND status IN ('imported', 'partial')
    AND report_format IN (SELECT value FROM json_each(?))`;
  const account = [accountId, JSON.stringify(formats)];
  const latest = db.prepare(`SELECT max(evidence_at) ${others}`).pluck().get(account) as number | null;
  if (latest === null || latest !== evidenceAt) return latest !== null && latest > evidenceAt;
  const found = db
    .prepare(`SELECT 1 ${others} AND evidence_at = ? AND (sha256, params) > (?, ?) LIMIT 1`)
    .get(account, evidenceAt, content.sha256, params);
  return found !== undefined;
}

export interface StoredRejection {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

export function insertRejections(db: Database, importId: number, rows: readonly StoredRejection[]): void {
  const insert = db.prepare('INSERT INTO rejected_rows (import_id, line, column_name, value, reason) VALUES (?, ?, ?, ?, ?)');
  for (const row of rows) insert.run(importId, row.line, row.column, row.value, row.reason);
}

export function markFoldDue(db: Database, accountId: number, subject: Subject): void {
  db.prepare('INSERT INTO folds_due (account_id, subject) VALUES (?, ?) ON CONFLICT DO NOTHING').run(accountId, subject);
}

export function foldsDue(db: Database): { accountId: number; subjects: Subject[] }[] {
  const rows = db.prepare('SELECT account_id AS accountId, subject FROM folds_due ORDER BY account_id, subject').all() as {
    accountId: number;
    subject: Subject;
  }[];
  const accounts = [...new Set(rows.map((row) => row.accountId))];
  return accounts.map((accountId) => ({
    accountId,
    subjects: rows.filter((row) => row.accountId === accountId).map((row) => row.subject),
  }));
}

export function clearFoldsDue(db: Database, accountId: number): void {
  db.prepare('DELETE FROM folds_due WHERE account_id = ?').run(accountId);
}
