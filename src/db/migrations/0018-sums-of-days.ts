import type { Migration } from '../migrate.js';

/** Orders summed by store and day. What the index of days held for such sums, it need not hold any more. */
export const sumsOfDays: Migration = {
  version: 18,
  name: 'sums-of-days',
  sql: `
CREATE TABLE order_days (       -- sums of the orders of a day, for reports to read instead of them; "eco db check" compares both
  store_id INTEGER NOT NULL,
  ordered_on TEXT NOT NULL,     -- orders without a day are in no sum
  import_id INTEGER NOT NULL,
  profile_pk INTEGER NOT NULL,
  sale INTEGER NOT NULL,        -- 2: sales with a price; 1: sales without any price yet; 0: no line of the order counts
  orders INTEGER NOT NULL,
  units INTEGER NOT NULL,       -- this and what follows up to refunded_minor: of lines that count
  unknown_units INTEGER NOT NULL, -- orders with a line of unknown quantity
  sales_minor INTEGER,
  unpriced INTEGER NOT NULL,    -- orders with a line without a price
  refunded_minor INTEGER,       -- as the head of an order says, else its lines
  tell_refunds INTEGER NOT NULL, -- orders whose head says what was refunded
  refunds INTEGER NOT NULL,     -- of these, orders with more than nothing refunded
  PRIMARY KEY (store_id, ordered_on, import_id, profile_pk, sale)
) STRICT, WITHOUT ROWID;
INSERT INTO order_days
SELECT store_id, ordered_on, import_id, profile_pk, sale, count(*), coalesce(sum(units), 0), sum(unknown_units), sum(sales), sum(unpriced),
  sum(refunded), count(told), coalesce(sum(told > 0), 0)
FROM (SELECT h.store_id, h.ordered_on, h.import_id, h.profile_pk, h.refunded_minor AS told,
        CASE WHEN count(l.amount_minor) > 0 THEN 2 WHEN count(l.order_pk) > 0 THEN 1 ELSE 0 END AS sale,
        sum(l.quantity) AS units, max(l.order_pk IS NOT NULL AND l.quantity IS NULL) AS unknown_units, sum(l.amount_minor) AS sales,
        max(l.order_pk IS NOT NULL AND l.amount_minor IS NULL) AS unpriced,
        CASE WHEN count(l.order_pk) > 0 THEN coalesce(h.refunded_minor, sum(l.refunded_minor)) END AS refunded
      FROM order_heads h LEFT JOIN order_lines l ON l.order_pk = h.order_pk AND l.counts = 1
      WHERE h.ordered_on IS NOT NULL GROUP BY h.order_pk)
GROUP BY store_id, ordered_on, import_id, profile_pk, sale;
DROP INDEX order_heads_by_day;
CREATE INDEX order_heads_by_day ON order_heads (store_id, ordered_on, profile_pk);
`,
};
