/**
 * How the value that an undo restores was spelled when it stood there: a title with a space at its end, "20" instead of "20.00". The
 * plan holds the value; the cell that stood for it lies in the kept cells of an earlier import, and goes out again byte for byte.
 */
import { textFromAttributes } from '../../core/listingField.js';
import { decimalFromMinor } from '../../core/money.js';
import type { Change } from '../../core/plan.js';
import type { ReadRow } from './matching.js';

/** Change → cell, for the changes whose new value an earlier row told. Rows come import by import, the newest first. */
export function spellings(changes: readonly Change[], imports: Iterable<readonly ReadRow[]>): Map<string, string> {
  const found = new Map<string, string>();
  for (const rows of imports) {
    const listings = new Map(rows.map((row) => [row.listingId, row]));
    const products = new Map([...rows].reverse().map((row) => [row.productId, row]));
    for (const change of changes) {
      if (change.after === null || found.has(change.id)) continue;
      const row = (change.target.entity === 'product' ? products : listings).get(change.target.id);
      const told = row && toldBy(row, change);
      if (told && told.value === change.after) found.set(change.id, told.cell);
    }
    if (found.size === changes.length) break;
  }
  return found;
}

/** The value of a change's field in a row, and the cell that says it. */
function toldBy({ values, fields, cells }: ReadRow, { field, target, currency }: Change): { value: string; cell: string } | null {
  const money = (minor: unknown, cell: string | undefined) =>
    typeof minor === 'number' && cell !== undefined ? { value: decimalFromMinor(minor, currency), cell } : null;
  const onSale = (values.salePrice ?? null) !== null;
  switch (field) {
    case 'title':
      return typeof values.title === 'string' && (fields.title ?? '') !== '' ? { value: values.title, cell: fields.title as string } : null;
    case 'price':
      return onSale ? money(values.salePrice, fields.salePrice) : money(values.price, fields.price);
    case 'compare_at_price':
      return onSale ? money(values.price, fields.price) : money(values.compareAtPrice, fields.compareAtPrice);
    case 'quantity':
      return null;
    default: {
      const cell = textFromAttributes(target.platform, field, cells);
      return cell === null || cell.trim() === '' ? null : { value: cell.trim(), cell };
    }
  }
}
