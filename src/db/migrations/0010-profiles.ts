import type { Migration } from '../migrate.js';

/** Report formats that people made or changed: a fold reads with them, so they are here and not only in a file that may vanish. */
export const profiles: Migration = {
  version: 10,
  name: 'profiles',
  sql: `
CREATE TABLE report_profiles (
  name TEXT NOT NULL,           -- the id of the format: imports name it
  version INTEGER NOT NULL,     -- 1, 2, …: the highest counts, the others stay
  yaml TEXT NOT NULL,           -- as it was written, with its comments
  format TEXT,                  -- JSON: the values of its keys; null: not used any more
  kept_at INTEGER NOT NULL,     -- epoch seconds
  PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER report_profiles_stay BEFORE UPDATE ON report_profiles BEGIN SELECT RAISE(ABORT, 'versions of profiles are never changed'); END;
CREATE TRIGGER report_profiles_last BEFORE DELETE ON report_profiles BEGIN SELECT RAISE(ABORT, 'versions of profiles are never deleted'); END;
`,
};
