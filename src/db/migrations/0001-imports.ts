import type { Migration } from '../migrate.js';

/** Whose data it is (made by people) and where it came from (the evidence). */
export const imports: Migration = {
  version: 1,
  name: 'imports',
  sql: `
CREATE TABLE clients (
  client_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE accounts (
  account_id INTEGER PRIMARY KEY,
  client_id INTEGER REFERENCES clients,
  platform TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (platform, name)
) STRICT;

CREATE TABLE stores (
  store_id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts,
  name TEXT NOT NULL UNIQUE,
  marketplace TEXT,             -- the platform's own name of it: Amazon.co.uk
  currency TEXT,                -- ISO 4217; null while nobody said
  time_zone TEXT NOT NULL,      -- IANA
  assumed INTEGER NOT NULL      -- 1 while eco's own guess stands
) STRICT;

CREATE TABLE imports (
  import_id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  params TEXT NOT NULL,         -- JSON: what the user said, and what eco settled on
  file TEXT NOT NULL,
  file_bytes INTEGER NOT NULL,
  file_stamp TEXT,              -- device, number, size and times of the file: the same again is the same file
  report_format TEXT,
  platform TEXT,
  account_id INTEGER REFERENCES accounts,
  store_id INTEGER REFERENCES stores,
  imported_at INTEGER NOT NULL, -- epoch seconds
  evidence_at INTEGER,          -- how new its content is, epoch seconds
  evidence_source TEXT,         -- row, content, name, file
  period_from TEXT,
  period_to TEXT,
  dialect TEXT,                 -- JSON: encoding, delimiter, quoting, line end, header names: for writing uploads
  status TEXT NOT NULL,         -- imported, partial, rejected, withdrawn
  rows_read INTEGER NOT NULL,
  rows_new INTEGER NOT NULL,
  rows_changed INTEGER NOT NULL,
  rows_unchanged INTEGER NOT NULL,
  rows_removed INTEGER NOT NULL,
  rows_ignored INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL,
  ignored TEXT NOT NULL,        -- JSON: rule -> rows
  rejected_units TEXT NOT NULL, -- JSON: units left out because one of their rows was rejected
  message TEXT
) STRICT;
CREATE INDEX imports_by_content ON imports (sha256);

CREATE TABLE import_cells (     -- the cells of the file, without people, compressed: what a fold reads
  import_id INTEGER NOT NULL REFERENCES imports,
  chunk INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  lines BLOB NOT NULL,          -- 32-bit line numbers, compressed (Brotli)
  cells BLOB NOT NULL,          -- UTF-8 text in the file's own dialect, compressed (Brotli)
  PRIMARY KEY (import_id, chunk)
) STRICT;

CREATE TABLE rejected_rows (
  import_id INTEGER NOT NULL REFERENCES imports,
  line INTEGER NOT NULL,
  column_name TEXT,
  value TEXT,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX rejected_rows_by_import ON rejected_rows (import_id);

CREATE TABLE folds_due (        -- facts that do not yet reflect all active imports
  account_id INTEGER NOT NULL REFERENCES accounts,
  subject TEXT NOT NULL,
  PRIMARY KEY (account_id, subject)
) STRICT;

CREATE TABLE superseded_units ( -- what a platform said before it said otherwise
  subject TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts,
  unit TEXT NOT NULL,
  import_id INTEGER NOT NULL REFERENCES imports,
  superseded_by INTEGER NOT NULL REFERENCES imports,
  content TEXT NOT NULL         -- JSON
) STRICT;
CREATE INDEX superseded_units_by_unit ON superseded_units (subject, account_id, unit);
`,
};
