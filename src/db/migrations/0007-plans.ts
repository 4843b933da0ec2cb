import type { Migration } from '../migrate.js';

/**
 * Change plans: made by people, so no fold of imports touches them. They name stores by their number here and listings by the
 * platform's own key, which stays when the imported facts are folded again.
 */
export const plans: Migration = {
  version: 7,
  name: 'plans',
  sql: `
CREATE TABLE plans (
  plan_pk INTEGER PRIMARY KEY,
  plan_id TEXT NOT NULL UNIQUE, -- t-0042: the first letter of its kind, and a number
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  plan_group TEXT,
  as_of TEXT NOT NULL,
  created_from TEXT NOT NULL,   -- JSON: hashes of imports, parameters
  notes TEXT NOT NULL,          -- JSON: sentences
  kept_at INTEGER NOT NULL      -- epoch seconds
) STRICT;

CREATE TABLE plan_changes (     -- as proposed, for good; edits and rebases are events
  plan_pk INTEGER NOT NULL REFERENCES plans,
  position INTEGER NOT NULL,
  change_id TEXT NOT NULL,
  action TEXT NOT NULL,
  store_id INTEGER NOT NULL REFERENCES stores,
  entity TEXT NOT NULL,         -- product, listing
  entity_id TEXT NOT NULL,      -- the platform's own key
  sku TEXT,
  field TEXT NOT NULL,
  before TEXT,                  -- canonical text; null is unknown
  after TEXT,
  currency TEXT,
  reason TEXT NOT NULL,         -- JSON: code, text, values
  expected TEXT,                -- JSON likewise
  inverse TEXT NOT NULL,        -- exact, partial, none
  PRIMARY KEY (plan_pk, position),
  UNIQUE (plan_pk, change_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_changes_by_target ON plan_changes (store_id, entity_id, field);

CREATE TABLE plan_events (
  event_pk INTEGER PRIMARY KEY,
  plan_pk INTEGER NOT NULL REFERENCES plans,
  change_id TEXT,               -- null: all changes of the plan
  event TEXT NOT NULL,
  at INTEGER NOT NULL,          -- when it happened, epoch seconds
  recorded_at INTEGER NOT NULL, -- when eco was told
  details TEXT NOT NULL         -- JSON
) STRICT;
CREATE INDEX plan_events_by_plan ON plan_events (plan_pk, change_id);
CREATE TRIGGER plan_events_stay BEFORE UPDATE ON plan_events BEGIN SELECT RAISE(ABORT, 'events of plans are never changed'); END;
CREATE TRIGGER plan_events_last BEFORE DELETE ON plan_events BEGIN SELECT RAISE(ABORT, 'events of plans are never deleted'); END;

CREATE VIEW v_plan_changes AS
SELECT p.plan_id, p.kind, p.plan_group, c.change_id, c.action, s.name AS store, c.entity, c.entity_id, c.sku, c.field,
  CASE WHEN v.details IS NULL THEN c.before ELSE json_extract(v.details, '$.before') END AS before,
  CASE WHEN v.details IS NULL THEN c.after ELSE json_extract(v.details, '$.after') END AS after,
  c.currency, json_extract(c.reason, '$.text') AS reason, json_extract(c.reason, '$.code') AS reason_code,
  json_extract(c.expected, '$.text') AS expected, c.inverse,
  CASE e.event WHEN 'edited' THEN 'proposed' WHEN 'rebased' THEN 'proposed' ELSE e.event END AS status,
  datetime(e.at, 'unixepoch') AS status_at
FROM plan_changes c JOIN plans p USING (plan_pk) JOIN stores s USING (store_id)
LEFT JOIN plan_events e ON e.event_pk = (
  SELECT max(event_pk) FROM plan_events x WHERE x.plan_pk = c.plan_pk AND (x.change_id = c.change_id OR x.change_id IS NULL))
LEFT JOIN plan_events v ON v.event_pk = (
  SELECT max(event_pk) FROM plan_events x WHERE x.plan_pk = c.plan_pk AND x.change_id = c.change_id AND x.event IN ('edited', 'rebased'));
`,
};
