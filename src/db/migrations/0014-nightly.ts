import type { Migration } from '../migrate.js';

/** One nightly run at a time, and what it need not look at again. */
export const nightly: Migration = {
  version: 14,
  name: 'nightly',
  sql: `
CREATE TABLE nightly_lock (       -- one row while a nightly run is going on
  only INTEGER PRIMARY KEY CHECK (only = 1),
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  booted_at INTEGER NOT NULL,     -- when the machine started, epoch seconds: numbers of processes are given again after that
  since INTEGER NOT NULL          -- epoch seconds
) STRICT;

CREATE TABLE seen_files (         -- files that no active import knows by their stamp: refused, no exports, copies
  file_stamp TEXT NOT NULL,       -- as in imports
  sha256 TEXT NOT NULL,
  params TEXT NOT NULL,
  reader TEXT NOT NULL,           -- what read them: eco's version, the profiles and the stores there were
  results TEXT NOT NULL,          -- JSON: what came of each part
  PRIMARY KEY (file_stamp, params)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_files_by_content ON seen_files (sha256, params);

-- A night asks for every file of its folders.
CREATE INDEX imports_by_stamp ON imports (file_stamp);
CREATE INDEX containers_by_stamp ON containers (file_stamp);
`,
};
