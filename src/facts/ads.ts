/** Ad performance in a period by campaign, ad group, what was bid on, and what the shopper typed. */
import type { FieldValue } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import type { FoldContext, SubjectWriter } from './fold.js';
import { type PeriodRow, periodWriter } from './periods.js';

const TARGET: readonly (readonly [string, string])[] = [
  ['portfolio', 'portfolio'],
  ['campaign', 'campaign'],
  ['campaign_id', 'campaignId'],
  ['ad_group', 'adGroup'],
  ['ad_group_id', 'adGroupId'],
  ['targeting', 'targeting'],
  ['match_type', 'matchType'],
];

const COLUMNS: readonly (readonly [string, string])[] = [
  ['search_term', 'searchTerm'],
  ['country', 'country'],
  ['impressions', 'impressions'],
  ['clicks', 'clicks'],
  ['cost_micros', 'adCost'],
  ['sales_micros', 'adSales'],
  ['orders', 'adOrders'],
  ['units', 'adUnits'],
  ['units_same_sku', 'adUnitsSameSku'],
  ['units_other_sku', 'adUnitsOtherSku'],
  ['sales_same_sku_micros', 'adSalesSameSku'],
  ['sales_other_sku_micros', 'adSalesOtherSku'],
  ['currency', 'currency'],
];

export function adsWriter(db: Database, fold: FoldContext): SubjectWriter {
  const target = targetLookup(db);
  const insert = db.prepare(
    `INSERT INTO ads (unit_pk, line, target_pk, attribution_days, ${COLUMNS.map(([column]) => column).join(', ')})
     VALUES (?, ?, ?, ?, ${COLUMNS.map(() => '?').join(', ')})`,
  );
  return periodWriter(db, fold, {
    subject: 'ads',
    table: 'ads',
    about: (row) => String(row('campaignId') ?? row('campaign') ?? ''),
    write(unitPk, storeId, row) {
      insert.run(unitPk, row('line'), target(storeId, row), fold.attributionDays, ...COLUMNS.map(([, field]) => row(field)));
    },
  });
}

function targetLookup(db: Database): (storeId: number, row: PeriodRow) => number {
  const find = db.prepare('SELECT target_pk FROM ad_targets WHERE store_id = ? AND ident = ?').pluck();
  const insert = db.prepare(
    `INSERT INTO ad_targets (store_id, ident, ${TARGET.map(([column]) => column).join(', ')}) VALUES (?, ?, ${TARGET.map(() => '?').join(', ')})`,
  );
  const known = new Map<string, number>();
  return (storeId, row) => {
    const parts: FieldValue[] = TARGET.map(([, field]) => row(field));
    const ident = parts.map((part) => part ?? '').join('\u001f');
    const remembered = known.get(`${storeId}\u001f${ident}`);
    if (remembered !== undefined) return remembered;
    const found = find.get(storeId, ident) as number | undefined;
    const pk = found ?? Number(insert.run(storeId, ident, ...parts).lastInsertRowid);
    known.set(`${storeId}\u001f${ident}`, pk);
    return pk;
  };
}

/** Forgets targets that no row mentions any more. */
export function pruneTargets(db: Database, accountId: number): void {
  db.prepare(
    `DELETE FROM ad_targets WHERE store_id IN (SELECT store_id FROM stores WHERE account_id = ?)
       AND target_pk NOT IN (SELECT target_pk FROM ads)`,
  ).run(accountId);
}
