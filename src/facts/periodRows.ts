/**
 * The rows of a subject whose facts belong to a period, as data: which column holds which field. What is common to all of them
 * (units, versions, comparison) is in periods.ts.
 */
import type { FieldName, FieldValue, PeriodSubjectName } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import { targetLookup } from './adTargets.js';
import type { FoldContext, SubjectWriter } from './fold.js';
import { itemLookup } from './items.js';
import { type PeriodRow, periodWriter } from './periods.js';

export interface PeriodTable {
  readonly subject: PeriodSubjectName;
  readonly table: string;
  /** Column of the table → field of the report. */
  readonly columns: readonly (readonly [column: string, field: FieldName | 'attributes' | 'attributionDays'])[];
  /** Fields that are bands fill `<column>_low` and `<column>_high`; `upper` is the upper end, where a report has it in a column of its own. */
  readonly bands?: readonly (readonly [column: string, field: FieldName, upper?: FieldName])[];
  /** Whether a row is about an item: always, or only where the report names one. */
  readonly item?: 'always' | 'ifNamed';
  /** Whether a row is about an ad target. */
  readonly target?: boolean;
  /** Rows of which all these fields are empty say nothing of the subject: they are none of its rows. */
  readonly tells?: readonly FieldName[];
  /** What besides store, grain and period a unit is about; the whole shop where this is left out. */
  readonly about?: (row: PeriodRow) => string;
  /** Stands for a column that the report leaves empty or has not. */
  readonly otherwise?: Readonly<Record<string, (row: PeriodRow, fold: FoldContext) => FieldValue>>;
}

/** The writer of one import into such a table: one row of the file is one row of the table. */
export function periodTableWriter(db: Database, fold: FoldContext, table: PeriodTable): SubjectWriter {
  const insert = rowInsert(db, fold, table);
  return periodWriter(db, fold, {
    subject: table.subject,
    about: table.about ?? (() => ''),
    tells: table.tells,
    write: (unitPk, storeId, row) => insert(unitPk, storeId, row),
  });
}

/** Writes a row of the table; `more` are columns besides those of the declaration, in the order of `extra`. */
export function rowInsert(
  db: Database,
  fold: FoldContext,
  table: PeriodTable,
  extra: readonly string[] = [],
): (unitPk: number, storeId: number, row: PeriodRow, more?: readonly FieldValue[]) => void {
  const item = itemLookup(db);
  const target = targetLookup(db);
  const bands = table.bands ?? [];
  const names = [
    'unit_pk',
    'line',
    ...(table.item ? ['item_pk'] : []),
    ...(table.target ? ['target_pk'] : []),
    ...table.columns.map(([column]) => column),
    ...bands.flatMap(([column]) => [`${column}_low`, `${column}_high`]),
    ...extra,
  ];
  const insert = db.prepare(`INSERT INTO ${table.table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
  const readers = table.columns.map(([column, field]) => reader(field, table.otherwise?.[column], fold));
  return (unitPk, storeId, row, more = []) => {
    const values: FieldValue[] = [unitPk, row('line')];
    if (table.item) values.push(table.item === 'ifNamed' && isNobody(row('item')) ? null : item(storeId, row('item') as string));
    if (table.target) values.push(target(storeId, row));
    for (const read of readers) values.push(read(row));
    for (const [, field, upper] of bands) values.push(...bandEnds(row(field), upper ? row(upper) : null));
    insert.run(...values, ...more);
  };
}

function reader(
  field: string,
  otherwise: ((row: PeriodRow, fold: FoldContext) => FieldValue) | undefined,
  fold: FoldContext,
): (row: PeriodRow) => FieldValue {
  if (field === 'attributionDays') return () => fold.attributionDays;
  return otherwise ? (row) => row(field) ?? otherwise(row, fold) : (row) => row(field);
}

/** The parts of an item that names nothing are all empty. */
function isNobody(item: FieldValue): boolean {
  return item === null || String(item).replaceAll('\u001f', '') === '';
}

function bandEnds(value: FieldValue, upper: FieldValue): [FieldValue, FieldValue] {
  const [low, high] = String(value ?? '').split('..');
  const end = (upper === null ? high : String(upper).split('..')[1]) || null;
  return [low ? Number(low) : null, end === null ? null : Number(end)];
}
