/**
 * What reports about a period share: their rows belong to a unit (store, grain, what about, from, to). The rows of a unit may
 * stand anywhere in the file, so a new version is written beside the standing one and compared at the end: the same content
 * confirms the standing one and goes away again; other content supersedes it, and both stay.
 */
import { UserError } from '../core/errors.js';
import type { FieldValue, PeriodSubjectName } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import { type Batch, BehindNewer, type FoldContext, noCounts, type StepCounts, type SubjectWriter } from './fold.js';

export interface PeriodSubject {
  readonly subject: PeriodSubjectName;
  /** What besides store, grain and period a unit is about: the campaign. */
  readonly about: (row: PeriodRow) => string;
  /** Only rows of which one of these fields is filled are rows of the subject; all of them where this is left out. */
  readonly tells?: readonly string[] | undefined;
  /** Writes one row into the unit. */
  readonly write: (unitPk: number, storeId: number, row: PeriodRow) => void;
}

/** Where the facts of each subject lie. */
export const PERIOD_TABLES: Readonly<Record<PeriodSubjectName, readonly string[]>> = {
  traffic: ['traffic'],
  ads: ['ads'],
  shop: ['shop'],
  adEntities: ['ad_entities'],
  adChanges: ['ad_changes'],
  transactions: ['transactions', 'settlements'],
  movements: ['movements'],
  marketKeywords: ['market_keywords'],
  offers: ['offers'],
  reviews: ['reviews'],
  purchases: ['purchases'],
  costs: ['costs'],
};

/** Reads a field of the current row. */
export type PeriodRow = (name: string) => FieldValue;

interface OpenUnit {
  readonly unitPk: number;
  readonly key: readonly [storeId: number, grain: string, about: string, from: string, to: string, channel: string];
  /** A row of it belongs to what a bad row was rejected with. */
  isLeftOut: boolean;
  rows: number;
  hash: number;
}

export function periodWriter(db: Database, fold: FoldContext, subject: PeriodSubject): SubjectWriter {
  const counts = noCounts();
  const units = new Map<string, OpenUnit>();
  const insertUnit = db.prepare(
    `INSERT INTO period_units (subject, account_id, store_id, grain, about, period_from, period_to, channel, evidence_at, import_id, rows, hash, superseded_by)
     VALUES ('${subject.subject}', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)`,
  );
  const standing = db.prepare(
    `SELECT unit_pk, rows, hash FROM period_units
     WHERE subject = '${subject.subject}' AND store_id = ? AND grain = ? AND about = ? AND period_from = ? AND period_to = ? AND channel = ?
       AND superseded_by IS NULL`,
  );
  const dropRows = PERIOD_TABLES[subject.subject].map((table) => db.prepare(`DELETE FROM ${table} WHERE unit_pk = ?`));
  const dropUnit = db.prepare('DELETE FROM period_units WHERE unit_pk = ?');
  const supersede = db.prepare('UPDATE period_units SET superseded_by = ? WHERE unit_pk = ?');
  const settleUnit = db.prepare(
    'UPDATE period_units SET rows = ?, hash = ?, period_from = ?, period_to = ?, superseded_by = NULL WHERE unit_pk = ?',
  );

  function apply(batch: Batch): void {
    let at = 0;
    const row: PeriodRow = (name) => batch.columns[name]?.[at] ?? null;
    for (; at < batch.count; at++) {
      if (subject.tells?.every((field) => row(field) === null)) continue;
      const unit = open(row);
      unit.rows++;
      // Looked at row by row: rows without a day share the unit of rows that name the only day there is.
      unit.isLeftOut ||= fold.rejectedUnits.has(row('unit') as string);
      unit.hash = (unit.hash + (row('hash') as number)) % 2 ** 52;
      subject.write(unit.unitPk, unit.key[0], row);
    }
  }

  function open(row: PeriodRow): OpenUnit {
    const { storeId } = fold.storeOf(row('storeBy') as string | null);
    const { from, to } = daysOf(row);
    const key = [storeId, grainOf(row), subject.about(row), from, to, fold.channel] as const;
    const joined = key.join('\u001f');
    let unit = units.get(joined);
    if (!unit) {
      // Until the file is read to its end the new version counts as superseded, so the standing one stays current.
      const unitPk = Number(insertUnit.run(fold.accountId, ...key, fold.evidenceAt, fold.importId, fold.importId).lastInsertRowid);
      unit = { unitPk, key, isLeftOut: false, rows: 0, hash: 0 };
      units.set(joined, unit);
    }
    return unit;
  }

  /** The days that a row speaks of. The first and the last week of a report are cut where it begins and ends. */
  function daysOf(row: PeriodRow): { from: string; to: string } {
    const from = (row('day') ?? row('fromDay') ?? fold.period?.from ?? UNTIL_THE_END) as string;
    const to = (row('day') ?? row('toDay') ?? fold.period?.to ?? UNTIL_THE_END) as string;
    if (!fold.period || (row('week') === null && row('month') === null)) return { from, to };
    return { from: from < fold.period.from ? fold.period.from : from, to: to > fold.period.to ? fold.period.to : to };
  }

  /** Two ways to attribute the same sales are two grains: never added, and neither replaces the other. */
  function grainOf(row: PeriodRow): string {
    const model = row('attributionModel');
    return model === null ? fold.grain : `${fold.grain} · ${model}`;
  }

  function finish(): StepCounts {
    for (const unit of units.values()) settle(unit);
    return counts;
  }

  function settle(unit: OpenUnit): void {
    const key = dated(unit.key);
    const before = standing.get(...key) as { unit_pk: number; rows: number; hash: number } | undefined;
    const leftOut = unit.isLeftOut;
    if (before && !leftOut && !fold.newest) throw new BehindNewer();
    if (leftOut || (before && before.hash === unit.hash && before.rows === unit.rows)) {
      for (const drop of dropRows) drop.run(unit.unitPk);
      dropUnit.run(unit.unitPk);
      counts[leftOut ? 'leftOut' : 'unchanged'] += unit.rows;
      return;
    }
    if (before) {
      supersede.run(fold.importId, before.unit_pk);
      counts.changed += unit.rows;
      counts.removed += Math.max(0, before.rows - unit.rows);
    } else counts.added += unit.rows;
    settleUnit.run(unit.rows, unit.hash, key[3], key[4], unit.unitPk);
  }

  function dated(key: OpenUnit['key']): OpenUnit['key'] {
    if (key[3] !== UNTIL_THE_END) return key;
    const period = fold.periodAtEnd();
    if (!period) throw new UserError('does not say which days it covers. Say it with --period 2026-11-01..2026-11-20');
    return [key[0], key[1], key[2], period.from, period.to, key[5]];
  }

  return { apply, finish };
}

/**
 * The half hour of an instant, as what a unit is about; empty where the row has none. Platforms cut reports of moments at midnight in one
 * zone and print them in another: the last day of one report is the first of the next, in part. Half hours are whole in both.
 */
export function halfHourOf(instant: FieldValue): string {
  return typeof instant === 'number' ? String(Math.floor(instant / 1800)) : '';
}

/** Stands for a day that is only known when the whole file was read. */
const UNTIL_THE_END = '?';

/** Takes an account's reports of a subject away, to fold them again. */
export function clearPeriods(db: Database, accountId: number, subject: PeriodSubject['subject']): void {
  for (const table of PERIOD_TABLES[subject])
    db.prepare(`DELETE FROM ${table} WHERE unit_pk IN (SELECT unit_pk FROM period_units WHERE subject = ? AND account_id = ?)`).run(
      subject,
      accountId,
    );
  db.prepare('DELETE FROM period_units WHERE subject = ? AND account_id = ?').run(subject, accountId);
}
