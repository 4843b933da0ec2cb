/**
 * Fees of orders that no settlement has told yet, from those of settled orders of the same listing.
 *
 * Of each name that the platform books, past order lines decide whether it goes with the price or with the units: the one whose line
 * through the origin, listing by listing, leaves the smaller sum of squares (Σf² − (Σfx)² ÷ Σx²). A listing's fee is then the ratio of
 * its sums, Σfee ÷ Σsales or Σfee ÷ Σunits, over all its settled lines, so a fee that falls now and then counts with its share.
 * A listing with fewer than three settled lines takes the store's ratio; a store with none takes the platform's table.
 */
import type { Day } from '../../core/day.js';
import { currencyDigits, decimalFromMicros, decimalFromMinor } from '../../core/money.js';
import type { FeeLessons, FeePast, SettledPast } from '../../core/profitFacts.js';
import { groupBy } from '../grouping.js';
import { classify } from './classify.js';
import { percent, tableFees } from './feeTable.js';
import type { FeeBase, TableFee } from './feeTables/fee.js';
import { lineOf } from './lines.js';
import { roundHalfAway } from './rates.js';

/** Settled lines from which a listing's own past counts. */
export const ENOUGH_LINES = 3;

export type FeeSource = 'listing' | 'store' | 'table';

export interface FeeEstimate {
  readonly line: string;
  readonly amountMinor: number;
  readonly source: FeeSource;
  /** The arithmetic: `15 % of 33.00`, `5.08 a unit × 2`; of a published fee with its name. */
  readonly how: string;
}

export interface UnsettledLines {
  readonly storeId: number;
  readonly thing: string;
  readonly day: Day;
  readonly units: number;
  readonly salesMinor: number;
  /** What published fees are taken of besides: settled orders have it in their ratios. A line of an order of three is a third of an order. */
  readonly orders: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  /** Only what comes on top of the prices. */
  readonly taxMinor: number;
}

interface FeeStore {
  readonly storeId: number;
  readonly platform: string;
  readonly marketplace: string | null;
  readonly currency: string | null;
}

/** The fees to expect of order lines of one listing and day. */
export type FeeModel = (lines: UnsettledLines) => FeeEstimate[];

interface Ratio {
  readonly line: string;
  readonly by: 'sales' | 'unit';
  readonly ratio: number;
}

/** Learns the fees of stores from the past of their order lines. `thingOf` brings items together. */
export function learnFees(stores: readonly FeeStore[], { fees, settled }: FeeLessons, thingOf: (itemPk: number) => string): FeeModel {
  const models = new Map(
    stores.map((store) => [
      store.storeId,
      storeModel(
        store,
        fees.filter((fee) => fee.storeId === store.storeId && isFee(fee)),
        settled.filter((past) => past.storeId === store.storeId),
        thingOf,
      ),
    ]),
  );
  return (lines) => models.get(lines.storeId)?.(lines) ?? [];
}

function isFee(fee: FeePast): boolean {
  const line = lineOf(classify(fee, false).line);
  return line.section === 'fees' && !line.onBooking;
}

function storeModel(
  store: FeeStore,
  fees: readonly FeePast[],
  settled: readonly SettledPast[],
  thingOf: (itemPk: number) => string,
): FeeModel {
  const byThing = groupBy(settled, (past) => thingOf(past.itemPk));
  const names = groupBy(fees, ({ reportFormat, type, amountType, part, description }) =>
    JSON.stringify([reportFormat, type, amountType, part, description]),
  );
  const all = totals(settled);
  const ofStore: Ratio[] = [];
  const ofThing = new Map<string, Ratio[]>();
  for (const ofName of names.values()) {
    const { line, per } = classify(ofName[0] as FeePast, false);
    const things = groupBy(ofName, (fee) => thingOf(fee.itemPk));
    const by = goesWith(things, byThing) ?? per;
    ofStore.push({ line, by, ratio: sumOf(ofName, 'fee') / (by === 'sales' ? all.sales : all.units) });
    for (const [thing, ofBoth] of things) {
      const past = totals(byThing.get(thing) ?? []);
      const ratios = ofThing.get(thing) ?? [];
      if (past.units > 0) ratios.push({ line, by, ratio: sumOf(ofBoth, 'fee') / (by === 'sales' ? past.sales : past.units) });
      ofThing.set(thing, ratios);
    }
  }
  return (lines) => {
    if (all.lines === 0) return fromTable(store, lines);
    const own = totals(byThing.get(lines.thing) ?? []).lines >= ENOUGH_LINES;
    const ratios = own ? (ofThing.get(lines.thing) ?? []) : ofStore;
    return inLines(
      ratios.map(({ line, by, ratio }) => ({
        line,
        amount: ratio * (by === 'sales' ? lines.salesMinor : lines.units),
        how: by === 'sales' ? share(-ratio, lines.salesMinor, store.currency) : `${exact(-ratio, store.currency)} a unit × ${lines.units}`,
      })),
      own ? 'listing' : 'store',
    );
  };
}

/** Whether a fee goes with the price or with the units; null where both say the same (a price that never changed). */
function goesWith(
  things: ReadonlyMap<string, readonly FeePast[]>,
  settled: ReadonlyMap<string, readonly SettledPast[]>,
): 'sales' | 'unit' | null {
  let bySales = 0;
  let byUnits = 0;
  let scale = 0;
  for (const [thing, fees] of things) {
    const past = settled.get(thing) ?? [];
    const squares = sumOf(fees, 'fee2');
    scale += squares;
    bySales += squares - sumOf(fees, 'feeSales') ** 2 / sumOf(past, 'sales2');
    byUnits += squares - sumOf(fees, 'feeUnits') ** 2 / sumOf(past, 'units2');
  }
  if (!Number.isFinite(bySales) || !Number.isFinite(byUnits) || Math.abs(bySales - byUnits) <= 1e-9 * scale) return null;
  return bySales < byUnits ? 'sales' : 'unit';
}

function fromTable(store: FeeStore, lines: UnsettledLines): FeeEstimate[] {
  return inLines(
    tableFees(store, lines.day).map((fee) => published(fee, lines, store.currency)),
    'table',
  );
}

function published(fee: TableFee, lines: UnsettledLines, currency: string | null): Part {
  const paid = baseOf(fee.base, lines);
  const isSmall = fee.perSmallOrder !== undefined && paid <= fee.perSmallOrder.upTo * lines.orders;
  const parts = [
    ...(fee.rate === 0 ? [] : [{ amount: fee.rate * paid, how: `${share(fee.rate, paid, currency)} (${fee.base})` }]),
    ...times(isSmall ? fee.perSmallOrder?.minor : fee.perOrder, 'an order', lines.orders, currency),
    ...times(fee.perUnit, 'a unit', lines.units, currency),
  ];
  return {
    line: fee.line,
    amount: -parts.reduce((sum, { amount }) => sum + amount, 0),
    how: `${fee.name} ${parts.map(({ how }) => how).join(' + ')}`,
  };
}

function times(minor: number | undefined, what: string, count: number, currency: string | null) {
  return minor === undefined ? [] : [{ amount: minor * count, how: `${exact(minor, currency)} ${what} × ${Number(count.toFixed(2))}` }];
}

function baseOf(base: FeeBase, { salesMinor, discountMinor, shippingMinor, taxMinor }: UnsettledLines): number {
  const goods = Math.max(salesMinor - discountMinor, 0);
  if (base === 'goods') return goods;
  return goods + shippingMinor + (base === 'goods and shipping' ? 0 : taxMinor);
}

interface Part {
  readonly line: string;
  readonly amount: number;
  readonly how: string;
}

/** Amounts of one line are added before they are rounded. */
function inLines(parts: readonly Part[], source: FeeSource): FeeEstimate[] {
  return [...groupBy(parts, ({ line }) => line)].map(([line, ofLine]) => ({
    line,
    amountMinor: roundHalfAway(ofLine.reduce((total, { amount }) => total + amount, 0)),
    source,
    how: ofLine.map(({ how }) => how).join(' + '),
  }));
}

function share(ratio: number, salesMinor: number, currency: string | null): string {
  return `${percent(ratio)} of ${decimalFromMinor(salesMinor, currency)}`;
}

/** An amount that need not be whole cents. */
function exact(minor: number, currency: string | null): string {
  return decimalFromMicros(Math.round(minor * 10 ** (6 - currencyDigits(currency))), currency);
}

function totals(past: readonly SettledPast[]): { readonly lines: number; readonly units: number; readonly sales: number } {
  return { lines: sumOf(past, 'lines'), units: sumOf(past, 'units'), sales: sumOf(past, 'salesMinor') };
}

function sumOf<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0);
}
