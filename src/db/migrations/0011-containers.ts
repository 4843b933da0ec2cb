import type { Migration } from '../migrate.js';

/** Files that hold several reports: what each of their parts became, so that the same file need not be opened again. */
export const containers: Migration = {
  version: 11,
  name: 'containers',
  sql: `
CREATE TABLE containers (       -- archives and workbooks of which every part came in
  container_id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  params TEXT NOT NULL,         -- JSON: what the user said
  file_stamp TEXT,              -- as of imports
  UNIQUE (sha256, params)
) STRICT;

CREATE TABLE container_parts (
  container_id INTEGER NOT NULL REFERENCES containers,
  place INTEGER NOT NULL,       -- in the order of the container
  part TEXT NOT NULL,           -- what stands behind the container's name: /orders.csv, #Sheet1
  import_id INTEGER NOT NULL REFERENCES imports,
  PRIMARY KEY (container_id, place)
) STRICT, WITHOUT ROWID;
`,
};
