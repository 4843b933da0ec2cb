/**
 * Items: what a report calls a thing (SKU, platform item, variation, title), word for word. Facts point at items, and an item
 * points at the listing it is, where exactly one fits. So a million order lines need no second look when the catalogue comes
 * later or changes.
 */
import type { Database } from '../db/connection.js';

export type ItemLookup = (storeId: number, ident: string) => number;

/** Finds or makes items; remembers them for the length of an import. */
export function itemLookup(db: Database): ItemLookup {
  const find = db.prepare('SELECT item_pk FROM items WHERE store_id = ? AND ident = ?').pluck();
  const insert = db.prepare(
    'INSERT INTO items (store_id, ident, sku, platform_item, variation, listing_key, title) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const known = new Map<number, Map<string, number>>();
  return (storeId, ident) => {
    let ofStore = known.get(storeId);
    if (!ofStore) {
      ofStore = new Map();
      known.set(storeId, ofStore);
    }
    const remembered = ofStore.get(ident);
    if (remembered !== undefined) return remembered;
    let pk = find.get(storeId, ident) as number | undefined;
    if (pk === undefined) {
      const parts = ident.split('\u001f').map((part) => (part === '' ? null : part));
      pk = Number(insert.run(storeId, ident, parts[0], parts[1], parts[2], parts[3], parts[4]).lastInsertRowid);
    }
    ofStore.set(ident, pk);
    return pk;
  };
}

/**
 * Points every item of an account's stores at its listing: by the listing's own key; else by SKU; else by the platform's item
 * (and variation); else by title, as "Product" or "Product - Variation". Each only where exactly one listing fits, listings
 * that were removed coming last. A SKU that two listings share decides nothing.
 */
export function matchItems(db: Database, accountId: number): void {
  const stores = 'store_id IN (SELECT store_id FROM stores WHERE account_id = @accountId)';
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS candidates (store_id INTEGER, match_key TEXT, listing_pk INTEGER, PRIMARY KEY (store_id, match_key)) WITHOUT ROWID;
    CREATE TEMP TABLE IF NOT EXISTS matches (item_pk INTEGER PRIMARY KEY, listing_pk INTEGER, matched_by TEXT);
    DELETE FROM matches;`);
  for (const [matchedBy, key, itemKey] of RULES) {
    for (const alive of ['AND removed_at IS NULL', '']) {
      db.exec('DELETE FROM candidates');
      db.prepare(
        `INSERT INTO candidates SELECT store_id, ${key} AS match_key, min(listing_pk) FROM listings
         WHERE ${stores} AND role IS NOT 'parent' ${alive} AND ${key} IS NOT NULL GROUP BY store_id, match_key HAVING count(*) = 1`,
      ).run({ accountId });
      db.prepare(
        `INSERT INTO matches SELECT i.item_pk, c.listing_pk, '${matchedBy}'
         FROM items i JOIN candidates c ON c.store_id = i.store_id AND c.match_key = ${itemKey}
         WHERE i.${stores} AND NOT EXISTS (SELECT 1 FROM matches m WHERE m.item_pk = i.item_pk)`,
      ).run({ accountId });
    }
  }
  // Only what changes is written: a nightly import of a large shop changes a handful.
  db.prepare(
    `UPDATE items SET listing_pk = m.listing_pk, matched_by = m.matched_by FROM matches m
     WHERE m.item_pk = items.item_pk AND (items.listing_pk IS NOT m.listing_pk OR items.matched_by IS NOT m.matched_by)`,
  ).run();
  db.prepare(
    `UPDATE items SET listing_pk = NULL, matched_by = NULL
     WHERE listing_pk IS NOT NULL AND ${stores} AND NOT EXISTS (SELECT 1 FROM matches m WHERE m.item_pk = items.item_pk)`,
  ).run({ accountId });
}

/** [how, expression over listings, expression over items] in the order of trust. */
const RULES: readonly (readonly [string, string, string])[] = [
  ['key', 'listing_key', 'i.listing_key'],
  ['sku', 'sku', 'i.sku'],
  ['item', "product_key || '/' || coalesce(variation, '')", "i.platform_item || '/' || coalesce(i.variation, '')"],
  ['item', 'product_key', 'i.platform_item'],
  ['item', 'asin', 'i.platform_item'],
  ['title', "title || coalesce(' - ' || variation, '')", 'i.title'],
];

/** Tables besides those of orders and stock whose rows name an item. */
export const MENTIONS = [
  'traffic',
  'ads',
  'ad_entities',
  'transactions',
  'movements',
  'market_keywords',
  'reviews',
  'purchases',
  'costs',
] as const;

/** Forgets items that no fact mentions any more. */
export function pruneItems(db: Database, accountId: number): void {
  db.prepare(
    `DELETE FROM items WHERE store_id IN (SELECT store_id FROM stores WHERE account_id = ?)
       AND item_pk NOT IN (SELECT item_pk FROM stock)
       ${MENTIONS.map((table) => `AND NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.item_pk = items.item_pk)`).join('\n       ')}
       AND NOT EXISTS (SELECT 1 FROM order_lines WHERE order_lines.item_pk = items.item_pk)`,
  ).run(accountId);
}
