/** Traffic of items in a period, as the platform measured it: sessions, page views, buy box, and what was ordered. */
import type { Database } from '../db/connection.js';
import type { FoldContext, SubjectWriter } from './fold.js';
import { itemLookup } from './items.js';
import { periodWriter } from './periods.js';

const COLUMNS: readonly (readonly [string, string])[] = [
  ['parent_item', 'parentAsin'],
  ['sessions', 'sessions'],
  ['sessions_b2b', 'sessionsB2b'],
  ['page_views', 'pageViews'],
  ['page_views_b2b', 'pageViewsB2b'],
  ['buy_box_ratio', 'buyBoxRatio'],
  ['units', 'unitsOrdered'],
  ['units_b2b', 'unitsOrderedB2b'],
  ['order_items', 'orderItems'],
  ['sales_minor', 'orderedSales'],
  ['sales_b2b_minor', 'orderedSalesB2b'],
  ['units_refunded', 'unitsRefunded'],
  ['units_shipped', 'unitsShipped'],
  ['shipped_sales_minor', 'shippedSales'],
  ['currency', 'currency'],
];

export function trafficWriter(db: Database, fold: FoldContext): SubjectWriter {
  const lookup = itemLookup(db);
  const insert = db.prepare(
    `INSERT INTO traffic (unit_pk, line, item_pk, ${COLUMNS.map(([column]) => column).join(', ')})
     VALUES (?, ?, ?, ${COLUMNS.map(() => '?').join(', ')})`,
  );
  return periodWriter(db, fold, {
    subject: 'traffic',
    table: 'traffic',
    about: () => '',
    write(unitPk, storeId, row) {
      insert.run(unitPk, row('line'), lookup(storeId, row('item') as string), ...COLUMNS.map(([, field]) => row(field)));
    },
  });
}
