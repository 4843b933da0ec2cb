/**
 * `products costs list`: every dated cost of every listing, which of them holds today, and the listings that have none with the sales of
 * the last 30 finished days that are without a profit for it. Sales stand once a listing, on the row that holds today or is missing.
 */
import { counted, thousands } from '../../core/count.js';
import type { Day } from '../../core/day.js';
import { decimalFromMinor } from '../../core/money.js';
import type { Column, Row, Table } from '../../core/table.js';
import { COST_PARTS } from '../../core/unitCost.js';
import type { CostEntry } from '../../facts/costQueries.js';
import type { SkuSales } from '../../facts/salesQueries.js';
import { groupBy, sumKnown } from '../../measures/grouping.js';
import type { ListedListing } from '../listing.js';
import { holdingOn, stateOn } from './holding.js';

export const LIST_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text', yields: true },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'state', header: 'State', kind: 'text' },
  { key: 'from_on', header: 'From', kind: 'day' },
  { key: 'cost_amount', header: 'Unit cost', kind: 'unitAmount' },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'quantity', header: 'Pieces', kind: 'integer', yields: true },
  { key: 'batch', header: 'Delivery', kind: 'text', detail: true },
  ...COST_PARTS.map(
    (part): Column => ({ key: `${part}_amount`, header: part[0]?.toUpperCase() + part.slice(1), kind: 'unitAmount', detail: true }),
  ),
  { key: 'said_by', header: 'Said by', kind: 'text' },
  { key: 'file', header: 'File', kind: 'text', detail: true },
  { key: 'line', header: 'Line', kind: 'integer', detail: true },
  { key: 'units_30d', header: 'Units 30 d', kind: 'integer' },
  { key: 'sales_30d_amount', header: 'Sales 30 d', kind: 'money', currencyKey: 'sales_currency' },
  { key: 'sales_currency', header: 'Sold in', kind: 'text', yields: true },
];

/** Empty where a cost is missing. */
const COST_KEYS: ReadonlySet<string> = new Set(['state', 'from_on', 'cost_amount', 'currency', 'quantity', 'said_by']);

export interface CostListInput {
  readonly asOf: Day;
  readonly stores: readonly { readonly storeId: number; readonly name: string }[];
  /** Those that are not sold themselves, and removed ones, too. */
  readonly listings: readonly ListedListing[];
  readonly costs: readonly CostEntry[];
  /** Of the 30 finished days before `asOf`. */
  readonly sales: readonly SkuSales[];
}

/** The sales of each thing that has no cost on the day, of those that sold. */
export function salesWithoutCost(input: CostListInput): (readonly SkuSales[])[] {
  return thingsOf(input).flatMap(({ costs, sales }) => (sales.length > 0 && holdingOn(costs, input.asOf) === null ? [sales] : []));
}

/** What has a cost of its own. */
interface Thing {
  readonly store: string;
  readonly listingId: string;
  readonly sku: string | null;
  readonly costs: readonly CostEntry[];
  readonly sales: readonly SkuSales[];
}

/** `missing`: only the listings without a cost, those that sell most first within a store and currency. */
export function costList(input: CostListInput, missing: boolean): Table {
  const things = thingsOf(input);
  const without = things.filter((thing) => holdingOn(thing.costs, input.asOf) === null);
  const rows = missing
    ? without.flatMap((thing) => missingRows(thing)).sort(mostSold)
    : things.flatMap((thing) => [
        ...thing.costs.flatMap((cost) => costRows(thing, cost, input.asOf)),
        ...(without.includes(thing) ? missingRows(thing) : []),
      ]);
  return {
    id: 'products.costs/1',
    columns: missing ? LIST_COLUMNS.map((column) => (COST_KEYS.has(column.key) ? { ...column, detail: true } : column)) : LIST_COLUMNS,
    rows,
    notes: notesOf(things, without),
    params: { missing },
    asOf: input.asOf,
  };
}

/**
 * Listings that are on sale, that sold, or of which a cost is told; by store and listing. Where reports sell a listing in variations with SKUs
 * of their own, each of those stands by itself; what sold without being listed comes last.
 */
function thingsOf(input: CostListInput): Thing[] {
  const costs = groupBy(input.costs, (cost) => (cost.listingPk === null ? skuKey(cost.storeId, cost.listing) : `l${cost.listingPk}`));
  const listings = new Map(input.listings.map((listing) => [listing.listingPk, listing]));
  const sales = groupBy(input.sales, (sold) => soldAs(sold, listings, costs));
  const inVariations = new Set(
    input.sales.filter((sold) => soldAs(sold, listings, costs) !== `l${sold.listingPk}`).map(({ listingPk }) => listingPk),
  );
  const ofSku = new Map(input.sales.map((sold) => [soldAs(sold, listings, costs), sold]));
  return input.stores.flatMap(({ storeId, name }) => {
    const thing = (key: string, listingId: string, sku: string | null): Thing => ({
      ...{ store: name, listingId, sku, costs: costs.get(key) ?? [], sales: byCurrency(sales.get(key) ?? []) },
    });
    const listed = input.listings
      .filter((listing) => listing.storeId === storeId && listing.role !== 'parent')
      .filter(({ listingPk, removedAt }) => {
        const isTold = costs.has(`l${listingPk}`) || sales.has(`l${listingPk}`);
        return isTold || (removedAt === null && !inVariations.has(listingPk));
      })
      .map(({ listingPk, listingId, sku }) => thing(`l${listingPk}`, listingId, sku));
    const others = [...new Set([...sales.keys(), ...costs.keys()])]
      .filter((key) => !key.startsWith('l') && (ofSku.get(key) ?? costs.get(key)?.[0])?.storeId === storeId)
      .sort(compare)
      .map((key) => {
        const sold = ofSku.get(key);
        const sku = sold?.sku ?? costs.get(key)?.[0]?.sku ?? null;
        const listingId = listings.get(sold?.listingPk ?? -1)?.listingId ?? sku ?? sold?.name ?? key;
        return thing(key, listingId, sku);
      });
    return [...listed, ...others];
  });
}

/** A thing may be sold under several names: one entry a currency. */
function byCurrency(sales: readonly SkuSales[]): SkuSales[] {
  return [...groupBy(sales, ({ currency }) => currency ?? '').values()].map((same) => ({
    ...(same[0] as SkuSales),
    units: same.reduce((sum, { units }) => sum + units, 0),
    salesMinor: sumKnown(same.map(({ salesMinor }) => salesMinor)),
  }));
}

function skuKey(storeId: number, sku: string): string {
  return `s${storeId}/${sku}`;
}

/** By which name the cost of a sale is found: that of its SKU, else of its listing. */
function soldAs(sold: SkuSales, listings: ReadonlyMap<number, ListedListing>, costs: ReadonlyMap<string, unknown>): string {
  const own = sold.sku === null ? null : skuKey(sold.storeId, sold.sku);
  if (own !== null && costs.has(own)) return own;
  if (sold.listingPk === null) return own ?? `i${sold.storeId}/${sold.name}`;
  const listing = `l${sold.listingPk}`;
  return own === null || costs.has(listing) || listings.get(sold.listingPk)?.sku === sold.sku ? listing : own;
}

const NO_COST = {
  ...{ from_on: null, cost_amount: null, currency: null, quantity: null, batch: null, said_by: null, file: null, line: null },
  ...Object.fromEntries(COST_PARTS.map((part) => [`${part}_amount`, null])),
};

/** One row; of the cost that holds, one for each currency in which the thing sold. */
function costRows(thing: Thing, cost: CostEntry, today: Day): Row[] {
  const state = stateOn(thing.costs, cost, today);
  const parts = new Map(cost.parts);
  const sold = state === 'today' && thing.sales.length > 0 ? thing.sales : [undefined];
  return sold.map((sales) => ({
    ...{ store: thing.store, listing_id: thing.listingId, sku: thing.sku, state },
    ...{ from_on: cost.from, cost_amount: cost.unitCostMicros, currency: cost.currency, quantity: cost.quantity, batch: cost.batch },
    ...Object.fromEntries(COST_PARTS.map((part) => [`${part}_amount`, parts.get(part) ?? null])),
    ...{ said_by: cost.saidBy, file: cost.file, line: cost.line },
    ...salesCells(sales),
  }));
}

/** What a listing without a cost sold: a row for each currency. */
function missingRows(thing: Thing): Row[] {
  const named = { ...NO_COST, store: thing.store, listing_id: thing.listingId, sku: thing.sku, state: 'missing' };
  const sold = thing.sales.length === 0 ? [undefined] : thing.sales;
  return sold.map((sales) => ({ ...named, ...salesCells(sales) }));
}

function salesCells(sales: SkuSales | undefined): Row {
  return { units_30d: sales?.units ?? null, sales_30d_amount: sales?.salesMinor ?? null, sales_currency: sales?.currency ?? null };
}

function mostSold(a: Row, b: Row): number {
  const text = (row: Row, key: string) => String(row[key] ?? '');
  return (
    compare(text(a, 'store'), text(b, 'store')) ||
    compare(text(a, 'sales_currency') || '~', text(b, 'sales_currency') || '~') ||
    Number(b.sales_30d_amount ?? -1) - Number(a.sales_30d_amount ?? -1) ||
    compare(text(a, 'listing_id'), text(b, 'listing_id'))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What the missing costs hide, a currency at a time. */
function notesOf(things: readonly Thing[], without: readonly Thing[]): string[] {
  if (things.length === 0) return ['no listings yet: import a catalogue, or orders'];
  if (without.length === 0) return [];
  const sums = (of: readonly Thing[]) => {
    const byCurrency = new Map<string, number>();
    for (const { currency, salesMinor } of of.flatMap((thing) => thing.sales)) {
      if (currency !== null && salesMinor !== null) byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + salesMinor);
    }
    return byCurrency;
  };
  const all = sums(things);
  const hidden = [...sums(without)]
    .sort(([a], [b]) => compare(a, b))
    .map(([currency, minor]) => {
      const total = all.get(currency) as number;
      const share = total > 0 ? ` (${((100 * minor) / total).toFixed(1)} %)` : '';
      return `${decimalFromMinor(minor, currency).replace(/^-?\d+/, (whole) => thousands(Number(whole)))} ${currency}${share}`;
    });
  const sold = without.filter((thing) => thing.sales.length > 0).length;
  return [
    `${counted(without.length, 'listing has', 'listings have')} no cost today, ${sold} of which sold in the 30 days${
      hidden.length === 0 ? '' : `, so the profit of these sales is unknown: ${hidden.join(' · ')}`
    }. Say them: eco products costs set SKU --cost AMOUNT, or eco products costs import FILE`,
  ];
}
