/** Whether the database can be trusted, one row a question. Exit code 1 when one of them is answered with a problem. */
import type { Row, Table } from '../../core/table.js';
import type { Database } from '../../db/connection.js';
import { integrityProblems } from '../../db/maintenance.js';
import { foldsDue } from '../../facts/imports.js';
import { wrongDays } from '../../facts/orderDays.js';
import { keptProblems } from '../../importing/checkKept.js';
import { compareWithFold } from '../../importing/compareFold.js';
import type { Session } from '../../session.js';
import { foldProgress } from './foldProgress.js';

export async function check(session: Session, flags: { deep?: boolean }): Promise<void> {
  const db = await session.database();
  const rows = [
    answer('the file is whole', integrityProblems(db)),
    answer('every fact names an account, a store, an import and an item that exist', danglingRows(db)),
    answer('the sums of days are what their orders come to', wrongSums(db)),
    answer('no fold is due', dueFolds(db)),
    answer('the kept cells of every import can be read', keptProblems(db)),
    ...(flags.deep ? [answer('the facts are what a fresh fold makes of them', differences(session, db))] : []),
  ];
  await session.print(checkTable(rows));
  if (rows.some((row) => row.result === 'problem')) session.setExitCode(1);
}

function answer(check: string, problems: readonly string[]): Row {
  const shown = problems.slice(0, 5);
  const more = problems.length > 5 ? [`and ${problems.length - 5} more`] : [];
  return { check, result: problems.length === 0 ? 'ok' : 'problem', found: problems.length === 0 ? null : [...shown, ...more].join('; ') };
}

/** Orders and their lines carry no foreign keys, for speed: this looks after them. */
const REFERENCES: readonly (readonly [table: string, column: string, parent: string])[] = [
  ['order_heads', 'account_id', 'accounts'],
  ['order_heads', 'store_id', 'stores'],
  ['order_heads', 'profile_pk', 'order_profiles'],
  ['order_heads', 'import_id', 'imports'],
  ['order_lines', 'order_pk', 'order_heads'],
  ['order_parts', 'profile_pk', 'order_profiles'],
  ['order_parts', 'import_id', 'imports'],
  ['order_lines', 'item_pk', 'items'],
  ['order_days', 'store_id', 'stores'],
  ['order_days', 'profile_pk', 'order_profiles'],
  ['order_days', 'import_id', 'imports'],
  ['items', 'listing_pk', 'listings'],
];

function danglingRows(db: Database): string[] {
  return REFERENCES.flatMap(([table, column, parent]) => {
    const rows = db
      .prepare(`SELECT count(*) FROM ${table} WHERE ${column} IS NOT NULL AND ${column} NOT IN (SELECT ${column} FROM ${parent})`)
      .pluck()
      .get() as number;
    return rows === 0 ? [] : [`${rows} rows of ${table} mention missing ${parent}`];
  });
}

function wrongSums(db: Database): string[] {
  return wrongDays(db).map(({ store, day }) => `${store} ${day} (eco db rebuild)`);
}

function dueFolds(db: Database): string[] {
  return foldsDue(db).map(({ accountId, subjects }) => {
    const account = db.prepare("SELECT platform || ' ' || name FROM accounts WHERE account_id = ?").pluck().get(accountId) as string;
    return `${account}: ${subjects.join(', ')} (an import was interrupted; eco db rebuild)`;
  });
}

function differences(session: Session, db: Database): string[] {
  const progress = foldProgress(session);
  try {
    return compareWithFold(db, progress.file).map(
      ({ table, onlyHere, onlyThere, example }) =>
        `${table}: ${onlyHere} rows stand that a fold does not make, ${onlyThere} are missing; one of them: ${example} (eco db rebuild)`,
    );
  } finally {
    progress.end();
  }
}

function checkTable(rows: readonly Row[]): Table {
  return {
    id: 'db.check/1',
    columns: [
      { key: 'check', header: 'Check', kind: 'text' },
      { key: 'result', header: 'Result', kind: 'text' },
      { key: 'found', header: 'Found', kind: 'text' },
    ],
    rows,
  };
}
