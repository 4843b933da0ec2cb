/** Questions about the imports: what came in, how each row ended, and what taking one back would change. */
import { PERIOD_SUBJECTS, type PeriodSubjectName } from '../core/fields.js';
import type { Database } from '../db/connection.js';

export interface ImportRow {
  readonly importId: number;
  readonly sha256: string;
  readonly file: string;
  readonly fileBytes: number;
  readonly reportFormat: string | null;
  readonly platform: string | null;
  readonly accountId: number | null;
  readonly store: string | null;
  readonly importedAt: number;
  readonly evidenceAt: number | null;
  /** What told how new the content is: row, name, file. */
  readonly evidenceSource: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  /** JSON: what the user said about the file. */
  readonly params: string;
  /** JSON: how its cells are read. */
  readonly dialect: string | null;
  readonly status: 'imported' | 'partial' | 'rejected' | 'withdrawn';
  readonly message: string | null;
  readonly rowsRead: number;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly rowsUnchanged: number;
  readonly rowsRemoved: number;
  readonly rowsIgnored: number;
  readonly rowsRejected: number;
  /** JSON: rule → rows. */
  readonly ignored: string;
}

const SELECT = `SELECT i.import_id AS importId, i.sha256, i.file, i.file_bytes AS fileBytes, i.report_format AS reportFormat, i.platform,
  i.account_id AS accountId, s.name AS store, i.imported_at AS importedAt, i.evidence_at AS evidenceAt, i.evidence_source AS evidenceSource,
  i.period_from AS periodFrom, i.period_to AS periodTo, i.params, i.dialect, i.status, i.message, i.rows_read AS rowsRead, i.rows_new AS rowsNew,
  i.rows_changed AS rowsChanged, i.rows_unchanged AS rowsUnchanged, i.rows_removed AS rowsRemoved, i.rows_ignored AS rowsIgnored,
  i.rows_rejected AS rowsRejected, i.ignored
  FROM imports i LEFT JOIN stores s USING (store_id)`;

/** All imports, the newest first. */
export function listImports(db: Database): ImportRow[] {
  return db.prepare(`${SELECT} ORDER BY i.import_id DESC`).all() as ImportRow[];
}

export function findImport(db: Database, importId: number): ImportRow | null {
  return (db.prepare(`${SELECT} WHERE i.import_id = ?`).get(importId) as ImportRow | undefined) ?? null;
}

export interface RejectedRowRecord {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** Rejected rows of an import in the order of the file. */
export function rejectedRows(db: Database, importId: number): RejectedRowRecord[] {
  return db
    .prepare(
      'SELECT line, column_name AS "column", value, reason FROM rejected_rows WHERE import_id = ? ORDER BY line, column_name, reason',
    )
    .all(importId) as RejectedRowRecord[];
}

/** What facts of one kind are known by, where they name the import that they come from. */
interface Traced {
  readonly what: string;
  readonly from: string;
  readonly key: string;
  readonly current: string;
}

/** What the units of each subject are called, in the plural. */
const PERIOD_FACTS: Readonly<Record<PeriodSubjectName, string>> = {
  traffic: 'traffic periods',
  ads: 'ad periods',
  shop: 'shop periods',
  adEntities: 'snapshots of ad accounts',
  adChanges: 'days of ad changes',
  transactions: 'settlements or days of transactions',
  movements: 'days of stock movements',
  marketKeywords: 'snapshots of market keywords',
  offers: 'sightings of offers',
  reviews: 'reviews',
  purchases: 'purchases',
  costs: 'unit costs',
};

const TRACED: readonly Traced[] = [
  { what: 'orders', from: 'order_heads t', key: 'json_array(t.account_id, t.order_id)', current: '1' },
  { what: 'listings', from: 'listings t', key: 'json_array(t.store_id, t.listing_key)', current: '1' },
  {
    what: 'stock counts',
    from: 'stock t JOIN items i USING (item_pk)',
    key: 'json_array(t.store_id, i.ident, t.location, t.taken_at)',
    current: '1',
  },
  ...PERIOD_SUBJECTS.map((subject) => ({
    what: PERIOD_FACTS[subject],
    from: 'period_units t',
    key: 'json_array(t.store_id, t.grain, t.about, t.period_from, t.period_to, t.channel)',
    current: `t.subject = '${subject}' AND t.superseded_by IS NULL`,
  })),
];

/** What became of the facts that some imports had given. */
export interface TakenBack {
  readonly what: string;
  /** Nothing else knows them: they are gone. */
  readonly gone: number;
  /** Another import knows them: they are what it says. */
  readonly back: number;
}

/** Remembers the facts that come from these imports; the function it returns tells, after a fold, what became of them. */
export function traceImports(db: Database, importIds: readonly number[]): () => TakenBack[] {
  db.exec('DROP TABLE IF EXISTS temp.traced');
  db.exec('CREATE TEMP TABLE traced (what TEXT NOT NULL, key TEXT NOT NULL)');
  for (const { what, from, key, current } of TRACED) {
    db.prepare(
      `INSERT INTO temp.traced SELECT '${what}', ${key} FROM ${from} WHERE ${current} AND t.import_id IN (SELECT value FROM json_each(?))`,
    ).run(JSON.stringify(importIds));
  }
  return () => {
    const found = TRACED.map(({ what, from, key, current }): TakenBack => {
      const all = db.prepare('SELECT count(*) FROM temp.traced WHERE what = ?').pluck().get(what) as number;
      if (all === 0) return { what, gone: 0, back: 0 };
      const back = db
        .prepare(`SELECT count(*) FROM temp.traced WHERE what = ? AND key IN (SELECT ${key} FROM ${from} WHERE ${current})`)
        .pluck()
        .get(what) as number;
      return { what, gone: all - back, back };
    });
    db.exec('DROP TABLE temp.traced');
    return found.filter(({ gone, back }) => gone + back > 0);
  };
}
