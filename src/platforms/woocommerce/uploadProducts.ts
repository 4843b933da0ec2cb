/**
 * WooCommerce's product importer: ID and the changed columns, in the header language and with the decimal mark of the last export.
 *
 * Never the SKU beside the ID: the importer would write it. A price that is paid while a sale is on is the sale price; what it is
 * compared with is the regular price. Blank cells clear, so rows that change other columns stand in files of their own.
 */
import { headersOf } from '../../core/listingField.js';
import type { Change } from '../../core/plan.js';
import { foldHeader } from '../header.js';
import { type CatalogueRow, defineUpload, type LeftOut, type UploadInput, type UploadResult } from '../upload.js';
import { newCell, PLAIN_AMOUNTS, pairChange } from '../uploadAmounts.js';
import { type Cell, leftOut, rowFinder, sheetsOf, targetsOf } from '../uploadSheets.js';

const SOURCE = 'the source of WooCommerce’s importer (class-wc-product-csv-importer.php)';

export const woocommerceProductsUpload = defineUpload({
  id: 'woocommerce.products',
  platform: 'woocommerce',
  upload: 'Product import (CSV)',
  carries: ['title', 'seo_title', 'price', 'compare_at_price'],
  reads: ['woocommerce.products'],
  file: {
    kind: 'text',
    encoding: 'utf-8',
    bom: true,
    delimiter: ',',
    quoting: 'double',
    lineEnd: '\n',
    follows: ['bom', 'delimiter', 'lineEnd'],
  },
  fileName: 'woocommerce-products',
  extension: 'csv',
  key: 'ID',
  demands: null,
  blank: {
    text: 'a blank name or price clears the value, a blank stock switches stock keeping off, a blank parent may orphan a variation',
    source: SOURCE,
    certainty: 'A',
  },
  missing: { text: 'only columns that are in the file are set; a SKU beside the ID would be written', source: SOURCE, certainty: 'A' },
  steps: [
    'WordPress > Products > All Products > Import: choose the file',
    'tick "Existing products that match by ID or SKU will be updated" (rows of unknown IDs are skipped then)',
    'on the mapping page every column is mapped already; run the importer',
  ],
  limits: { rows: null, bytes: null, source: 'none of its own; the host’s upload limit counts' },
  write,
});

function write({ changes, rows, last, spelled }: UploadInput): UploadResult {
  const left: LeftOut[] = [];
  const find = rowFinder(rows);
  const style = last?.amounts ?? PLAIN_AMOUNTS;
  const assignments = targetsOf(changes).flatMap(({ target, changes: own }) => {
    const kept: Change[] = [];
    const changed: Cell[] = [];
    for (const change of own.filter(isText)) {
      const column = textColumn(change, last?.header ?? [], last?.names.title);
      if (column === undefined)
        left.push(...leftOut([change], 'no column of the last export holds it: export products with their custom meta'));
      else {
        changed.push([column, newCell(change, spelled, style)]);
        kept.push(change);
      }
    }
    const prices = own.filter((change) => !isText(change));
    const cells =
      prices.length === 0 ? [] : priceCells(prices, find(target), last?.names ?? {}, (change) => newCell(change, spelled, style));
    if ('problem' in cells) left.push(...leftOut(prices, cells.problem));
    else {
      changed.push(...cells);
      kept.push(...prices);
    }
    return kept.length === 0
      ? []
      : [{ unit: target.id, key: [[last?.names.productId ?? 'ID', target.id] as Cell], changed, changes: kept }];
  });
  return { sheets: sheetsOf(assignments, last?.header ?? []), leftOut: left, notes: [] };
}

function isText({ field }: Change): boolean {
  return field === 'title' || field === 'seo_title';
}

function textColumn({ field }: Change, header: readonly string[], title = 'Name'): string | undefined {
  if (field === 'title') return title;
  const folded = headersOf('woocommerce', field).map(foldHeader);
  return header.find((name) => folded.includes(foldHeader(name)));
}

function priceCells(
  prices: readonly Change[],
  row: CatalogueRow | undefined,
  names: Readonly<Partial<Record<string, string>>>,
  text: (change: Change) => string,
): Cell[] | { problem: string } {
  const where = 'import a product export with its regular and its sale price';
  if (!row) return { problem: `the product is in no imported product export: ${where}` };
  if (row.isParent) return { problem: 'a variable product has no price of its own: change its variations' };
  const found = pairChange(
    { regular: row.fields.price ?? null, sale: row.fields.salePrice ?? null },
    prices.find(({ field }) => field === 'price'),
    prices.find(({ field }) => field === 'compare_at_price'),
    text,
  );
  if ('problem' in found) return { problem: row.fields.salePrice === undefined ? `${found.problem}: ${where}` : found.problem };
  const cells: Cell[] = [];
  if (found.sale !== undefined) cells.push([names.salePrice ?? 'Sale price', found.sale]);
  if (found.regular !== undefined) cells.push([names.price ?? 'Regular price', found.regular]);
  return cells;
}
