/** Report formats that people made: every version stays, the newest of each name counts. */
import type { Database } from '../db/connection.js';

export interface KeptProfile {
  readonly name: string;
  readonly version: number;
  /** As it was written. */
  readonly yaml: string;
  /** JSON: the values of its keys. */
  readonly format: string;
  /** Epoch seconds. */
  readonly keptAt: number;
}

/** The profiles in use, by name. */
export function keptProfiles(db: Database): KeptProfile[] {
  return db
    .prepare(
      `SELECT name, version, yaml, format, kept_at AS keptAt FROM report_profiles p
       WHERE format IS NOT NULL AND version = (SELECT max(version) FROM report_profiles x WHERE x.name = p.name) ORDER BY name`,
    )
    .all() as KeptProfile[];
}

/** How often profiles were kept: it moves with every change, since nothing is taken away. */
export function profileChanges(db: Database): number {
  return db.prepare('SELECT count(*) FROM report_profiles').pluck().get() as number;
}

/** Keeps a new version. `format` null: the profile is not used any more. */
export function insertProfile(db: Database, profile: { name: string; yaml: string; format: string | null; keptAt: number }): void {
  db.prepare(
    `INSERT INTO report_profiles (name, version, yaml, format, kept_at)
     VALUES (@name, (SELECT coalesce(max(version), 0) + 1 FROM report_profiles WHERE name = @name), @yaml, @format, @keptAt)`,
  ).run(profile);
}

export interface ImportReadWith {
  readonly importId: number;
  readonly accountId: number;
  readonly platform: string;
  readonly file: string;
  readonly dialect: string;
  readonly rowsIgnored: number;
}

/** Active imports that were read with a format. */
export function importsReadWith(db: Database, name: string): ImportReadWith[] {
  return db
    .prepare(
      `SELECT import_id AS importId, account_id AS accountId, platform, file, dialect, rows_ignored AS rowsIgnored FROM imports
       WHERE report_format = ? AND status IN ('imported', 'partial') ORDER BY import_id`,
    )
    .all(name) as ImportReadWith[];
}
