import type { Migration } from '../migrate.js';

/** Whether a buyer is new is asked of every order of a period: without an index that walks through all orders there are. */
export const buyers: Migration = {
  version: 15,
  name: 'buyers',
  sql: `
CREATE INDEX order_heads_by_buyer ON order_heads (buyer, store_id, ordered_on, profile_pk) WHERE buyer IS NOT NULL;
`,
};
