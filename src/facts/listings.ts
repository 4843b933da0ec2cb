/**
 * Listings, and every change of their title, price and status over time. The unit is the product with its variations.
 *
 * A catalogue speaks only of the columns it has: fields it does not mention keep what an earlier export said. A variation that
 * its product was exported without is removed; a product that is not in the file is only "not seen since".
 */
import type { FieldValue } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import { type Batch, BehindNewer, type FoldContext, noCounts, ScatteredUnits, type StepCounts, type SubjectWriter } from './fold.js';
import { optionColumns, optionsOf } from './listingOptions.js';
import { UnitSet } from './unitSet.js';

export interface ListingRules {
  /** Header names of the free attributes that this file speaks of. */
  readonly attributeHeaders: readonly string[];
  /** Some parts of the listing's key have no column in this file: variations are told apart by SKU alone. */
  readonly partialKey: boolean;
  /** The unit is a product with all its variations, so one that is missing was removed. */
  readonly wholeProduct: boolean;
  /** Of several rows of a product, the first holds the others and is not sold itself. */
  readonly firstRowIsParent: boolean;
  readonly isParent: (role: string | null) => boolean;
  /** Free attributes that hold the value of an option; the name stands in the column before. */
  readonly optionValues: RegExp | null;
}

type Record_ = Record<string, FieldValue>;

/** [column of the table, field of the batch] that a catalogue may speak of. */
const SPOKEN: readonly (readonly [string, string])[] = [
  ['sku', 'sku'],
  ['title', 'title'],
  ['variation', 'variation'],
  ['brand', 'brand'],
  ['category', 'category'],
  ['product_type', 'productType'],
  ['price_minor', 'price'],
  ['compare_at_minor', 'compareAtPrice'],
  ['cost_micros', 'unitCost'],
  ['currency', 'currency'],
  ['status', 'status'],
  ['condition', 'condition'],
  ['fulfilment', 'fulfilment'],
  ['gtin', 'gtin'],
  ['asin', 'asin'],
  ['url', 'url'],
  ['image_url', 'imageUrl'],
];

/** [column, name in the history]. */
const TRACKED: readonly (readonly [string, string])[] = [
  ['title', 'title'],
  ['price_minor', 'price'],
  ['compare_at_minor', 'compare_at_price'],
  ['cost_micros', 'cost'],
  ['status', 'status'],
];

const COLUMNS = [...SPOKEN.map(([column]) => column), 'product_key', 'role', 'options', 'attributes'];

export function listingsWriter(db: Database, fold: FoldContext, rules: ListingRules): SubjectWriter {
  const counts = noCounts();
  const seen = new UnitSet();
  const options = optionColumns(rules.attributeHeaders, rules.optionValues);
  const byProduct = db.prepare('SELECT * FROM listings WHERE store_id = ? AND product_key = ?');
  const byKey = db.prepare('SELECT * FROM listings WHERE store_id = ? AND listing_key = ?');
  const insert = db.prepare(
    `INSERT INTO listings (store_id, listing_key, ${COLUMNS.join(', ')}, first_seen_at, last_seen_at, import_id)
     VALUES (@store_id, @listing_key, ${COLUMNS.map((column) => `@${column}`).join(', ')}, @at, @at, @import_id)`,
  );
  const update = db.prepare(
    `UPDATE listings SET ${COLUMNS.map((column) => `${column} = @${column}`).join(', ')}, last_seen_at = @at, removed_at = NULL,
       import_id = @import_id WHERE listing_pk = @listing_pk`,
  );
  const confirm = db.prepare('UPDATE listings SET last_seen_at = @at, options = @options WHERE listing_pk = @listing_pk');
  const remove = db.prepare('UPDATE listings SET removed_at = ?, import_id = ? WHERE listing_pk = ?');
  const change = db.prepare(
    `INSERT INTO listing_changes (store_id, listing_key, field, changed_at, before, after, currency, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  let open: { unit: string; rows: Record_[] } | null = null;

  function apply(batch: Batch): void {
    for (let at = 0; at < batch.count; at++) {
      const row: Record_ = {};
      for (const name in batch.columns) row[name] = (batch.columns[name] as readonly FieldValue[])[at] as FieldValue;
      if (open && open.unit === row.unit) open.rows.push(row);
      else {
        if (open) settle(open);
        open = { unit: row.unit as string, rows: [row] };
      }
    }
  }

  function settle(unit: NonNullable<typeof open>): void {
    if (!seen.add(unit.unit)) throw new ScatteredUnits();
    if (fold.rejectedUnits.has(unit.unit)) {
      counts.leftOut += unit.rows.length;
      return;
    }
    const kept = new Set<number>();
    const store = fold.storeOf(((unit.rows[0] as Record_).storeBy ?? null) as string | null);
    const standing = byProduct.all(store.storeId, (unit.rows[0] as Record_).productKey) as Record_[];
    if (standing.length > 0 && !fold.newest) throw new BehindNewer();
    unit.rows.forEach((row, index) => {
      const parent = rules.isParent((row.role ?? null) as string | null) || (rules.firstRowIsParent && index === 0 && unit.rows.length > 1);
      kept.add(put(store.storeId, row, standing, parent, unit.rows.length));
    });
    if (!rules.wholeProduct || rules.partialKey) return;
    for (const gone of standing) {
      if (kept.has(gone.listing_pk as number) || gone.removed_at !== null) continue;
      remove.run(fold.evidenceAt, fold.importId, gone.listing_pk);
      counts.removed++;
    }
  }

  function put(storeId: number, row: Record_, standing: readonly Record_[], parent: boolean, siblings: number): number {
    const key = keyOf(row, standing, siblings);
    const before = (standing.find((listing) => listing.listing_key === key) ?? byKey.get(storeId, key)) as Record_ | undefined;
    const after: Record_ = { product_key: row.productKey as string, role: parent ? 'parent' : null };
    for (const [column, field] of SPOKEN) after[column] = row[field] === undefined ? (before?.[column] ?? null) : row[field];
    const told = optionsOf(row, options, parent);
    after.options = told === undefined ? (before?.options ?? null) : told;
    if ((row.salePrice ?? null) !== null) {
      after.compare_at_minor = row.price ?? null;
      after.price_minor = row.salePrice as FieldValue;
    } else if (row.salePrice === null && row.compareAtPrice === undefined) {
      // The sale is over, and with it what the price was compared with.
      after.compare_at_minor = null;
    }
    after.attributes = mergeAttributes((before?.attributes ?? null) as string | null, (row.attributes ?? null) as string | null);
    const params = { ...after, store_id: storeId, listing_key: key, at: fold.evidenceAt, import_id: fold.importId };
    if (before && !fold.newest) throw new BehindNewer();
    if (!before) {
      counts.added++;
      return Number(insert.run(params).lastInsertRowid);
    }
    const pk = before.listing_pk as number;
    if (before.removed_at === null && COLUMNS.every((column) => before[column] === after[column] || isNewlyKept(column, before))) {
      confirm.run({ at: fold.evidenceAt, options: after.options, listing_pk: pk });
      counts.unchanged++;
      return pk;
    }
    update.run({ ...params, listing_pk: pk });
    counts.changed++;
    for (const [column, field] of TRACKED) {
      if (before[column] === after[column]) continue;
      change.run(storeId, key, field, fold.evidenceAt, text(before[column]), text(after[column]), after.currency, fold.importId);
    }
    return pk;
  }

  /** With some key columns missing, a row is the variation of the same SKU, or the only one there is. */
  function keyOf(row: Record_, standing: readonly Record_[], siblings: number): string {
    const key = row.listingKey as string;
    if (!rules.partialKey) return key;
    const sameSku = standing.filter((listing) => listing.sku !== null && listing.sku === row.sku);
    if (sameSku.length === 1) return (sameSku[0] as Record_).listing_key as string;
    if (standing.length === 1 && siblings === 1) return (standing[0] as Record_).listing_key as string;
    return siblings === 1 || (row.sku ?? null) === null ? key : `${key}/${row.sku}`;
  }

  function mergeAttributes(before: string | null, found: string | null): string | null {
    if (before === null || rules.attributeHeaders.length === 0) return rules.attributeHeaders.length === 0 ? before : found;
    const merged = JSON.parse(before) as Record<string, string>;
    for (const header of rules.attributeHeaders) delete merged[header];
    Object.assign(merged, found === null ? {} : JSON.parse(found));
    const sorted = Object.keys(merged).sort();
    return sorted.length === 0 ? null : JSON.stringify(Object.fromEntries(sorted.map((name) => [name, merged[name]])));
  }

  function finish(): StepCounts {
    if (open) settle(open);
    open = null;
    return counts;
  }

  return { apply, finish };
}

/** Options that an earlier eco did not keep: the listing is the same. */
function isNewlyKept(column: string, before: Record_): boolean {
  return column === 'options' && before.options === null;
}

function text(value: FieldValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** Takes an account's listings away, to fold them again. */
export function clearListings(db: Database, accountId: number): void {
  const stores = 'store_id IN (SELECT store_id FROM stores WHERE account_id = ?)';
  db.prepare(`UPDATE items SET listing_pk = NULL, matched_by = NULL WHERE ${stores}`).run(accountId);
  db.prepare(`DELETE FROM listing_changes WHERE ${stores}`).run(accountId);
  db.prepare(`DELETE FROM listings WHERE ${stores}`).run(accountId);
}
