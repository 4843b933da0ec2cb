/** Exchange rates: tables that people imported, kept digit for digit. A table of one's own counts more than the one of the ECB. */
import type { Day } from '../core/day.js';
import { type Database, inTransaction } from '../db/connection.js';
import { prepared } from '../db/prepared.js';

/** What the European Central Bank's table is kept as. */
export const ECB = 'ECB';

export interface Rate {
  readonly from: string;
  readonly to: string;
  readonly day: Day;
  /** Units of `to` for one of `from`: a plain decimal, digit for digit as the table has it. */
  readonly rate: string;
}

export interface TableRate extends Rate {
  readonly line: number;
}

export interface RateSource {
  /** `ECB`, or the name of the file. */
  readonly name: string;
  readonly sha256: string;
  readonly readAt: number;
}

export interface KnownRate extends Rate {
  readonly source: string;
  readonly line: number;
}

/** What came of a table: rates that were not there, that were otherwise, and that were the same. */
export interface StoredRates {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Stores a table. Days that it no longer has stay as they were. With `dryRun` nothing is changed. */
export function putRates(db: Database, source: RateSource, rates: readonly TableRate[], dryRun = false): StoredRates {
  return inTransaction(db, () => {
    const stored = { added: 0, changed: 0, unchanged: 0 };
    const pk = () => db.prepare('SELECT source_pk FROM rate_sources WHERE name = ?').pluck().get(source.name) as number | undefined;
    const before = pk();
    const find = db.prepare('SELECT rate FROM rates WHERE from_currency = ? AND to_currency = ? AND day = ? AND source_pk = ?').pluck();
    const fresh = rates.filter(({ from, to, day, rate }) => {
      const known = before === undefined ? undefined : find.get(from, to, day, before);
      stored[known === undefined ? 'added' : known === rate ? 'unchanged' : 'changed']++;
      return known !== rate;
    });
    if (dryRun || fresh.length === 0) return stored;
    db.prepare(
      `INSERT INTO rate_sources (name, sha256, read_at) VALUES (@name, @sha256, @readAt)
       ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, read_at = excluded.read_at`,
    ).run(source);
    const sourcePk = pk();
    const put = db.prepare(
      `INSERT INTO rates (from_currency, to_currency, day, source_pk, rate, line) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET rate = excluded.rate, line = excluded.line`,
    );
    for (const { from, to, day, rate, line } of fresh) put.run(from, to, day, sourcePk, rate, line);
    return stored;
  });
}

/** A table that was imported before, by its name. */
export function findRateSource(db: Database, name: string): (RateSource & { readonly rates: number }) | null {
  const found = db
    .prepare(
      `SELECT s.name, s.sha256, s.read_at AS readAt, (SELECT count(*) FROM rates r WHERE r.source_pk = s.source_pk) AS rates
       FROM rate_sources s WHERE s.name = ?`,
    )
    .get(name);
  return (found as ReturnType<typeof findRateSource> | undefined) ?? null;
}

/** Takes back a table; how many rates it had, or null where none of that name was imported. */
export function forgetRates(db: Database, name: string): number | null {
  return inTransaction(db, () => {
    const sourcePk = db.prepare('SELECT source_pk FROM rate_sources WHERE name = ?').pluck().get(name) as number | undefined;
    if (sourcePk === undefined) return null;
    const { changes } = db.prepare('DELETE FROM rates WHERE source_pk = ?').run(sourcePk);
    db.prepare('DELETE FROM rate_sources WHERE source_pk = ?').run(sourcePk);
    return changes;
  });
}

/**
 * Rates known up to a day, one for each pair and day of the tables, by pair and day. With `since`, of each pair those from then on and the
 * last one before; with `currencies`, only pairs that one of them is in.
 */
export function ratesUpTo(
  db: Database,
  day: Day,
  only: { readonly since?: Day; readonly currencies?: readonly string[] } = {},
): KnownRate[] {
  const { since, currencies } = only;
  const wanted =
    currencies === undefined
      ? ''
      : 'AND (r.from_currency IN (SELECT value FROM json_each(@currencies)) OR r.to_currency IN (SELECT value FROM json_each(@currencies)))';
  const young =
    since === undefined
      ? ''
      : `AND r.day >= coalesce((SELECT max(b.day) FROM rates b
           WHERE b.from_currency = r.from_currency AND b.to_currency = r.to_currency AND b.day <= @since), '')`;
  return prepared(
    db,
    `WITH told AS (
         SELECT r.from_currency, r.to_currency, r.day, r.rate, r.line, s.name, row_number() OVER (
           PARTITION BY r.from_currency, r.to_currency, r.day ORDER BY s.name = '${ECB}', s.read_at DESC, s.name) AS place
         FROM rates r JOIN rate_sources s USING (source_pk) WHERE r.day <= @day ${wanted} ${young})
       SELECT from_currency AS "from", to_currency AS "to", day, rate, name AS source, line FROM told
       WHERE place = 1 ORDER BY from_currency, to_currency, day`,
  ).all({
    day,
    ...(since === undefined ? {} : { since }),
    ...(currencies === undefined ? {} : { currencies: JSON.stringify(currencies) }),
  }) as KnownRate[];
}

export interface RatePair {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly days: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Of the last day. */
  readonly rate: string;
}

/** What is known of each pair up to a day, a row a source, by pair and source. */
export function ratePairs(db: Database, day: Day): RatePair[] {
  return db
    .prepare(
      `SELECT r.from_currency AS "from", r.to_currency AS "to", s.name AS source, count(*) AS days, min(r.day) AS firstDay, max(r.day) AS lastDay, r.rate
       FROM rates r JOIN rate_sources s USING (source_pk) WHERE r.day <= ?
       GROUP BY r.from_currency, r.to_currency, s.name ORDER BY r.from_currency, r.to_currency, s.name`,
    )
    .all(day) as RatePair[];
}

/** Every table that was imported, by its name. */
export function rateSourceNames(db: Database): string[] {
  return db.prepare('SELECT name FROM rate_sources ORDER BY name').pluck().all() as string[];
}
