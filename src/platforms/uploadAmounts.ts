/**
 * Amounts as a platform's catalogue writes them, and which of its two price columns a change is about.
 *
 * A plan's amount is a plain decimal with the digits of its currency ("20.00"). A catalogue may write a comma, or leave zeros away
 * ("20", "18.5"); an upload follows it, so that a price that is taken back is the cell that stood there.
 */
import { LISTING_FIELDS } from '../core/listingField.js';
import type { Change } from '../core/plan.js';

export interface AmountStyle {
  /** "12,50". */
  readonly comma: boolean;
  /** "20" and "18.5" instead of "20.00" and "18.50". */
  readonly short: boolean;
}

export const PLAIN_AMOUNTS: AmountStyle = { comma: false, short: false };

/** The style that the filled price cells of a catalogue show; without any, plain. */
export function amountStyleOf(cells: Iterable<string>): AmountStyle {
  let comma = false;
  let short = false;
  let full = false;
  for (const cell of cells) {
    const match = /^\s*\d+(?:([.,])(\d{1,2}))?\s*$/.exec(cell);
    if (!match) continue;
    const [, mark, fraction = ''] = match;
    if (mark === ',') comma = true;
    if (fraction.endsWith('0')) full = true;
    else if (fraction.length < 2) short = true;
  }
  return { comma, short: short && !full };
}

/** "20.00" in the catalogue's style. */
export function amountText(amount: string, style: AmountStyle): string {
  const short = style.short && amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
  return style.comma ? short.replace('.', ',') : short;
}

/** The text of a change's new value: as it was spelled once, an amount in the catalogue's style, an emptied field as an empty cell. */
export function newCell(change: Change, spelled: ReadonlyMap<string, string>, style: AmountStyle): string {
  const { after } = change;
  if (after === null) return '';
  const once = spelled.get(change.id);
  if (once !== undefined) return once;
  return LISTING_FIELDS[change.field] === 'money' ? amountText(after, style) : after;
}

/** The two price columns of a platform that keeps a regular price beside a sale price. Null: the catalogue has no such column. */
export interface PricePair {
  readonly regular: string | null;
  readonly sale: string | null;
}

/** New texts for the columns that change, or why they cannot be told. */
export type PairChange = { readonly regular?: string; readonly sale?: string } | { readonly problem: string };

/**
 * Which columns a change of what buyers pay (`price`) and of what it is compared with (`compare_at_price`) changes.
 *
 * While a sale price is in force, it is what buyers pay and the regular price is what it is compared with. Without one, the
 * regular price is what they pay; giving it something to be compared with begins a sale, taking that away ends it.
 */
export function pairChange(
  pair: PricePair,
  price: Change | undefined,
  compareAt: Change | undefined,
  text: (change: Change) => string,
): PairChange {
  if (pair.regular === null || pair.sale === null) return { problem: 'whether a sale price is in force is not known' };
  const onSale = isSale(pair.regular, pair.sale);
  const paid = price ? text(price) : onSale ? pair.sale : pair.regular;
  if (!compareAt) return onSale ? checkedPair({ sale: paid }, pair.regular) : { regular: paid };
  if (compareAt.after === null) return { regular: paid, sale: '' };
  const regular = text(compareAt);
  return checkedPair(onSale && !price ? { regular } : { regular, sale: paid }, regular, paid);
}

function checkedPair(change: { regular?: string; sale?: string }, regular: string, paid = change.sale ?? ''): PairChange {
  if (numberOf(paid) < numberOf(regular)) return change;
  return { problem: `a sale price of ${paid} is not below the regular price of ${regular}; change the compare_at_price too` };
}

/** Whether buyers pay the sale price: one that is empty, 0 or the regular price itself is none. */
function isSale(regular: string, sale: string): boolean {
  const amount = numberOf(sale);
  return sale.trim() !== '' && amount !== 0 && amount !== numberOf(regular);
}

/** For comparing only: a comma or a dot as the decimal mark, a currency beside the figures. */
function numberOf(text: string): number {
  return Number(text.replace(/[^\d.,]/g, '').replace(',', '.'));
}
