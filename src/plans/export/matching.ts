/** Whose an exported row is: of which store, and of which listing where the file has only a part of its key. */
import type { FieldValue } from '../../core/fields.js';
import type { Database } from '../../db/connection.js';
import type { ActiveImport } from '../../facts/imports.js';
import type { Store } from '../../facts/stores.js';
import type { Binding } from '../../platforms/binding.js';
import { marketplaceOf } from '../../platforms/marketplaces.js';
import type { CatalogueRow, LastExport } from '../../platforms/upload.js';
import type { AmountStyle } from '../../platforms/uploadAmounts.js';
import { grouped } from '../standing/current.js';
import { listingRows } from '../standing/listingQueries.js';

/** A row of an import with what its cells mean. */
export interface ReadRow extends CatalogueRow {
  /** Typed values of the facts, by their names there. */
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly source: RowSource;
  /** Why it cannot be told how a value that was sent off since stands in the row; missing where it can. */
  readonly untold?: string;
}

/** A row while its export is being read. */
export type BareRow = Omit<ReadRow, 'source'>;

/** The export that a row is from. */
export interface RowSource {
  /** When it was made, epoch seconds. */
  readonly evidenceAt: number;
  /** Its columns. */
  readonly names: LastExport['names'];
  readonly style: AmountStyle;
  /** Its platform keeps a regular price beside a sale price. */
  readonly isPaired: boolean;
}

/** Whether a row is of the store: a file may hold several marketplaces. */
export function ownership(active: ActiveImport, store: Store): (values: Readonly<Record<string, FieldValue>>) => boolean {
  const isNamed = (JSON.parse(active.params) as { store?: string }).store !== undefined;
  return ({ storeBy = null }) => {
    const site = isNamed || storeBy === null ? null : marketplaceOf(store.platform, String(storeBy));
    return site === null ? active.storeId === store.storeId : site.name === store.marketplace;
  };
}

/** Some parts of the listing's key have no column in the file. */
export function isPartial(binding: Binding): boolean {
  return (binding.format.listingKey ?? []).some((field) => !binding.bound.has(field));
}

/** Rows without their whole key are the variation of the same SKU, or the only one there is; as the facts tell them. */
export function matchVariations(db: Database, store: Store, products: Map<string, BareRow[]>): void {
  const known = listingRows(
    db,
    'product_key',
    [...products.keys()].map((key) => ({ store: store.name, key })),
  );
  const byProduct = grouped(known, (listing) => listing.productId);
  for (const [productId, rows] of products) {
    const standing = byProduct.get(productId) ?? [];
    products.set(
      productId,
      rows.map((row) => {
        const sameSku = standing.filter((listing) => listing.sku !== null && listing.sku === (row.values.sku ?? null));
        const only = sameSku.length === 1 ? sameSku[0] : standing.length === 1 && rows.length === 1 ? standing[0] : undefined;
        return only ? { ...row, listingId: only.listingId } : row;
      }),
    );
  }
}
