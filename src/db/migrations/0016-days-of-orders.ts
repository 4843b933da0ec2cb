import type { Migration } from '../migrate.js';

/** What the orders of a day have in common, and what was refunded of them, stands in the index of days: counting them reads nothing else. */
export const daysOfOrders: Migration = {
  version: 16,
  name: 'days-of-orders',
  sql: `
DROP INDEX order_heads_by_day;
CREATE INDEX order_heads_by_day ON order_heads (store_id, ordered_on, import_id, profile_pk, refunded_minor);
`,
};
