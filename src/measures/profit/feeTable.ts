/**
 * What platforms charge by their published tables, for shops without a single settled order to learn from: a stand-in that is marked as
 * such, since categories, plans and sizes differ. Fees that depend on what is not known here (size, weight, plan) are not in it, and no row
 * stands where a platform's rates differ so much that one would be wrong for most.
 */
import type { Day } from '../../core/day.js';
import { decimalFromMinor } from '../../core/money.js';
import { EBAY_FEES } from './feeTables/ebay.js';
import { ETSY_FEES } from './feeTables/etsy.js';
import type { TableFee } from './feeTables/fee.js';
import { OTHER_FEES } from './feeTables/others.js';

export const FEE_TABLE: readonly TableFee[] = [...EBAY_FEES, ...ETSY_FEES, ...OTHER_FEES];

/** The fees of a store's table on a day: of each name those in force last. */
export function tableFees(
  store: { readonly platform: string; readonly marketplace: string | null; readonly currency: string | null },
  day: Day,
): TableFee[] {
  const found = new Map<string, TableFee>();
  for (const fee of FEE_TABLE) {
    if (fee.platform !== store.platform || fee.effectiveFrom > day) continue;
    if (fee.marketplace !== undefined && fee.marketplace !== store.marketplace) continue;
    if (fee.currency !== undefined && fee.currency !== store.currency) continue;
    const standing = found.get(fee.name);
    if (!standing || standing.effectiveFrom <= fee.effectiveFrom) found.set(fee.name, fee);
  }
  return [...found.values()];
}

/** What a fee comes to, in words: `13.6 % of goods, shipping and tax + 0.40 an order (0.30 up to 10.00)`. */
export function termsOf({ rate, base, perOrder, perSmallOrder, perUnit }: TableFee, currency: string | null): string {
  const money = (minor: number) => decimalFromMinor(minor, currency);
  const small = perSmallOrder === undefined ? '' : ` (${money(perSmallOrder.minor)} up to ${money(perSmallOrder.upTo)})`;
  return [
    ...(rate === 0 ? [] : [`${percent(rate)} of ${base}`]),
    ...(perOrder === undefined ? [] : [`${money(perOrder)} an order${small}`]),
    ...(perUnit === undefined ? [] : [`${money(perUnit)} a unit`]),
  ].join(' + ');
}

/** As people write it: `13.6 %`. */
export function percent(ratio: number): string {
  return `${Number((ratio * 100).toFixed(2))} %`;
}
