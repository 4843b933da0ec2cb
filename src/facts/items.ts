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
    if (!ofStore) known.set(storeId, (ofStore = new Map()));
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
  db.prepare(`UPDATE items SET listing_pk = NULL, matched_by = NULL WHERE ${stores} AND listing_pk IS NOT NULL`).run({ accountId });
  for (const [matchedBy, key, condition] of RULES) {
    for (const alive of ['AND removed_at IS NULL', '']) {
      db.prepare(
        `WITH candidates AS (
           SELECT store_id, ${key} AS match_key, min(listing_pk) AS listing_pk
           FROM listings WHERE ${stores} AND role IS NOT 'parent' ${alive} AND ${key} IS NOT NULL
           GROUP BY store_id, match_key HAVING count(*) = 1
         )
         UPDATE items SET listing_pk = candidates.listing_pk, matched_by = '${matchedBy}'
         FROM candidates
         WHERE items.listing_pk IS NULL AND items.store_id = candidates.store_id AND ${condition} = candidates.match_key
           AND items.${stores}`,
      ).run({ accountId });
    }
  }
}

/** [how, expression over listings, expression over items] in the order of trust. */
const RULES: readonly (readonly [string, string, string])[] = [
  ['key', 'listing_key', 'items.listing_key'],
  ['sku', 'sku', 'items.sku'],
  ['item', "product_key || '/' || coalesce(variation, '')", "items.platform_item || '/' || coalesce(items.variation, '')"],
  ['item', 'product_key', 'items.platform_item'],
  ['item', 'asin', 'items.platform_item'],
  ['title', "title || coalesce(' - ' || variation, '')", 'items.title'],
];

/** Forgets items that no fact mentions any more. */
export function pruneItems(db: Database, accountId: number): void {
  db.prepare(
    `DELETE FROM items WHERE store_id IN (SELECT store_id FROM stores WHERE account_id = ?)
       AND item_pk NOT IN (SELECT item_pk FROM stock)
       AND item_pk NOT IN (SELECT item_pk FROM traffic)
       AND NOT EXISTS (SELECT 1 FROM order_lines WHERE order_lines.item_pk = items.item_pk)`,
  ).run(accountId);
}
