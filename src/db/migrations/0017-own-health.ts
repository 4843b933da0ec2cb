import type { Migration } from '../migrate.js';

/** Figures of a shop's health that its platform shows on a page and in no file: what people read there, day by day. No fold touches them. */
export const ownHealth: Migration = {
  version: 17,
  name: 'own-health',
  sql: `
CREATE TABLE own_health (
  store_id INTEGER NOT NULL REFERENCES stores,
  metric TEXT NOT NULL,         -- as report health calls it: order_defect_rate
  day TEXT NOT NULL,
  value REAL NOT NULL,          -- a ratio (0.008), or a score on its own scale
  said_at INTEGER NOT NULL,     -- epoch seconds
  PRIMARY KEY (store_id, metric, day)
) STRICT, WITHOUT ROWID;
`,
};
