/**
 * Rows of the last export with values laid over that the shop has by now, or will have: what was sent off since, and what goes out
 * together. Whatever column an upload carries, it then says what stands, and never sets back what another upload has just changed.
 *
 * Values are written as the export spells them. Which of two price columns a change is about is told by the row as it stood before it,
 * so changes are laid one after the other, those of one plan and time together. Where that cannot be told, the row says so (`untold`).
 */
import type { FieldName } from '../../core/fields.js';
import { headersOf, LISTING_FIELDS } from '../../core/listingField.js';
import type { Change } from '../../core/plan.js';
import { foldHeader } from '../../platforms/header.js';
import { newCell, pairChange } from '../../platforms/uploadAmounts.js';
import type { ReadRow } from './matching.js';

/** Changes of one plan that were sent at one time. */
export interface Laid {
  readonly changes: readonly Change[];
  /** When, epoch seconds; null: they go out now. */
  readonly at: number | null;
}

/** The rows with the changes laid over, in their order, where the row's export is not newer than they are. */
export function laidOver(rows: readonly ReadRow[], laid: readonly Laid[], spelled: ReadonlyMap<string, string>): ReadRow[] {
  const result = [...rows];
  const listings = new Map<string, number[]>();
  const products = new Map<string, number[]>();
  rows.forEach(({ listingId, productId }, at) => {
    push(listings, listingId, at);
    push(products, productId, at);
  });
  for (const { changes, at: sent } of laid) {
    const touched = new Map<number, Change[]>();
    for (const change of changes) {
      const { entity, id } = change.target;
      for (const at of (entity === 'product' ? products : listings).get(id) ?? [])
        if (sent === null || sent >= (rows[at] as ReadRow).source.evidenceAt) push(touched, at, change);
    }
    for (const [at, own] of touched) {
      const isFirst = products.get((rows[at] as ReadRow).productId)?.[0] === at;
      result[at] = laidOn(result[at] as ReadRow, own, isFirst, spelled);
    }
  }
  return result;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function laidOn(row: ReadRow, changes: readonly Change[], isFirst: boolean, spelled: ReadonlyMap<string, string>): ReadRow {
  const { source } = row;
  const cells = { ...row.cells };
  const fields = { ...row.fields };
  const set = (field: FieldName, text: string) => {
    const name = source.names[field];
    if (name === undefined) return;
    const written = withCurrency(text, fields[field] ?? '');
    fields[field] = written;
    cells[name] = written;
  };
  const text = (change: Change) => newCell(change, spelled, source.style);
  for (const change of changes.filter(({ field }) => LISTING_FIELDS[field] === 'text')) {
    // What all variations share may stand in the first row only.
    const isHere = (cell: string | undefined) => isFirst || (cell ?? '') !== '';
    if (change.field === 'title') {
      if (isHere(fields.title)) set('title', text(change));
      continue;
    }
    const folded = headersOf(change.target.platform, change.field).map(foldHeader);
    for (const name of Object.keys(cells)) if (folded.includes(foldHeader(name)) && isHere(cells[name])) cells[name] = text(change);
  }
  const quantity = changes.find(({ field }) => field === 'quantity');
  if (quantity) set('available', text(quantity));
  const untold = laidPrices(row, changes, set, text) ?? row.untold;
  return { ...row, cells, fields, ...(untold === undefined ? {} : { untold }) };
}

/** Lays prices; the reason where the row does not tell which column they stand in. */
function laidPrices(
  { source, fields }: ReadRow,
  changes: readonly Change[],
  set: (field: FieldName, text: string) => void,
  text: (change: Change) => string,
): string | undefined {
  const price = changes.find(({ field }) => field === 'price');
  const compareAt = changes.find(({ field }) => field === 'compare_at_price');
  if (!price && !compareAt) return undefined;
  if (!source.isPaired) {
    if (price) set('price', text(price));
    if (compareAt) set('compareAtPrice', text(compareAt));
    return undefined;
  }
  // Google's feed may leave the column of sale prices away where there are none.
  const sale = fields.salePrice ?? ((price ?? compareAt)?.target.platform === 'google' ? '' : null);
  const found = pairChange({ regular: fields.price ?? null, sale }, price, compareAt, text);
  if ('problem' in found) return found.problem;
  if (found.regular !== undefined) set('price', found.regular);
  if (found.sale !== undefined) set('salePrice', found.sale);
  return undefined;
}

/** "15.00" beside "12.00 GBP" is "15.00 GBP". */
function withCurrency(text: string, standing: string): string {
  const currency = /\d(\s*[A-Z]{3})\s*$/.exec(standing)?.[1];
  return currency === undefined || !/^\d+([.,]\d+)?$/.test(text) ? text : text + currency;
}
