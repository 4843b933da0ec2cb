/** Ad targets: what was advertised where (campaign, ad group, what is bid on), word for word as reports name it. */
import type { FieldName, FieldValue } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import type { PeriodRow } from './periods.js';

/** New columns come last: `ident` joins them in this order, and a database keeps the idents it has. */
const TARGET: readonly (readonly [column: string, field: FieldName])[] = [
  ['portfolio', 'portfolio'],
  ['campaign', 'campaign'],
  ['campaign_id', 'campaignId'],
  ['ad_group', 'adGroup'],
  ['ad_group_id', 'adGroupId'],
  ['targeting', 'targeting'],
  ['match_type', 'matchType'],
  ['campaign_type', 'campaignType'],
  ['campaign_group', 'campaignGroup'],
  ['target_id', 'targetId'],
  ['audience', 'audience'],
  ['creative', 'creative'],
  ['creative_id', 'creativeId'],
];

/** Finds or makes targets; remembers them for the length of an import. */
export function targetLookup(db: Database): (storeId: number, row: PeriodRow) => number {
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
       AND target_pk NOT IN (SELECT target_pk FROM ads UNION SELECT target_pk FROM ad_entities UNION SELECT target_pk FROM ad_changes)`,
  ).run(accountId);
}
