import type { Migration } from '../migrate.js';

export const stock: Migration = {
  version: 3,
  name: 'stock',
  sql: `
CREATE TABLE stock (
  store_id INTEGER NOT NULL REFERENCES stores,
  item_pk INTEGER NOT NULL REFERENCES items,
  location TEXT NOT NULL,
  taken_at INTEGER NOT NULL,    -- epoch seconds
  on_hand INTEGER,
  available INTEGER,
  committed INTEGER,
  reserved INTEGER,             -- for other reasons than customers' orders
  unsellable INTEGER,
  inbound INTEGER,
  ages TEXT,                    -- JSON: [{from, to, units}]
  import_id INTEGER NOT NULL REFERENCES imports,
  PRIMARY KEY (store_id, item_pk, location, taken_at)
) STRICT, WITHOUT ROWID;
`,
};
