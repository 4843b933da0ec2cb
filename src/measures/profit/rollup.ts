/** Entries added up by what one asks for: by store, client, channel, listing, category, day, week, month, and by line. */
import { addDays, type Day, weekday } from '../../core/day.js';
import { MOST_WITHOUT_COST } from '../../core/unitCost.js';
import { type Entry, type Profit, type ProfitStore, Things } from './entries.js';
import { inLineOrder, lineOf } from './lines.js';

export const PROFIT_KEYS = ['client', 'store', 'channel', 'listing', 'category', 'day', 'week', 'month', 'line'] as const;
export type ProfitKey = (typeof PROFIT_KEYS)[number];

/** Keys of a row by name; `listing` is the thing's own key. Null: the amount belongs to none. */
export type RowKeys = Readonly<Partial<Record<ProfitKey, string | null>>>;

export interface ProfitSums {
  readonly keys: RowKeys;
  readonly currency: string | null;
  /** The stores that it is a sum of. */
  readonly storeIds: ReadonlySet<number>;
  /** Minor units by line, in the order of a statement. */
  readonly lines: ReadonlyMap<string, number>;
  /** Of the profit, what is estimated; the sum of its parts without sign. */
  readonly estimatedMinor: number;
  readonly estimatedAbsoluteMinor: number;
  readonly rows: number;
  readonly units: number;
  readonly unitsWithoutCost: number;
  readonly salesWithoutCostMinor: number;
}

interface Sums {
  readonly keys: RowKeys;
  readonly currency: string | null;
  readonly storeIds: Set<number>;
  readonly lines: Map<string, number>;
  estimatedMinor: number;
  estimatedAbsoluteMinor: number;
  rows: number;
  units: number;
  unitsWithoutCost: number;
  salesWithoutCostMinor: number;
}

interface Keyed {
  readonly storeId: number;
  readonly thing: string | null;
  readonly channel: string | null;
  readonly day: Day | null;
  readonly line?: string;
}

/** The sums by these keys and by currency, in the order of the keys. */
export function rollUp(profit: Profit, keys: readonly ProfitKey[], stores: readonly ProfitStore[], things: Things): ProfitSums[] {
  const storeOf = new Map(stores.map((store) => [store.storeId, store]));
  const groups = new Map<string, Sums>();
  const groupOf = (keyed: Keyed, currency: string | null): Sums => {
    const values = keys.map((key) => [key, keyOf(key, keyed, storeOf.get(keyed.storeId) as ProfitStore, things)] as const);
    const text = JSON.stringify([values.map(([, value]) => value), currency]);
    const found = groups.get(text);
    if (found) {
      found.storeIds.add(keyed.storeId);
      return found;
    }
    const sums: Sums = {
      ...{ keys: Object.fromEntries(values), currency, storeIds: new Set([keyed.storeId]), lines: new Map() },
      ...{ estimatedMinor: 0, estimatedAbsoluteMinor: 0, rows: 0, units: 0, unitsWithoutCost: 0, salesWithoutCostMinor: 0 },
    };
    groups.set(text, sums);
    return sums;
  };
  for (const entry of profit.entries) add(groupOf(entry, entry.currency), entry);
  if (!keys.includes('line')) {
    const single = new Map(stores.map((store) => [store.storeId, soleCurrency(profit, store)]));
    for (const count of profit.units) {
      const sums = groupOf(count, single.get(count.storeId) ?? count.currency);
      sums.units += count.units;
      sums.unitsWithoutCost += count.withoutCost;
      sums.salesWithoutCostMinor += count.salesWithoutCostMinor;
    }
  }
  return [...groups.values()].map(inOrder).sort((a, b) => compareKeys(keys, a, b, things));
}

/** The currency of all of a store's amounts, where it is one: units go with it, also those without a price. */
function soleCurrency(profit: Profit, store: ProfitStore): string | null {
  const found = new Set(profit.entries.filter((entry) => entry.storeId === store.storeId).map((entry) => entry.currency));
  return found.size === 1 ? ([...found][0] as string | null) : null;
}

function add(sums: Sums, entry: Entry): void {
  sums.lines.set(entry.line, (sums.lines.get(entry.line) ?? 0) + entry.amountMinor);
  sums.rows += entry.rows;
  if (!entry.estimated || lineOf(entry.line).section === 'apart') return;
  sums.estimatedMinor += entry.amountMinor;
  sums.estimatedAbsoluteMinor += Math.abs(entry.amountMinor);
}

function keyOf(key: ProfitKey, { thing, channel, day, line }: Keyed, store: ProfitStore, things: Things): string | null {
  switch (key) {
    case 'client':
      return store.client;
    case 'store':
      return store.name;
    case 'channel':
      return channel;
    case 'listing':
      return thing;
    case 'category':
      return thing === null ? null : (things.named(thing)?.category ?? null);
    case 'day':
      return day;
    case 'week':
      return day && addDays(day, -((weekday(day) + 6) % 7));
    case 'month':
      return day === null ? null : day.slice(0, 7);
    case 'line':
      return line ?? null;
  }
}

function inOrder(sums: Sums): ProfitSums {
  return { ...sums, lines: new Map([...sums.lines].sort(([a], [b]) => inLineOrder(a, b))) };
}

function compareKeys(keys: readonly ProfitKey[], a: ProfitSums, b: ProfitSums, things: Things): number {
  for (const key of keys) {
    const [first, second] = [a.keys[key] ?? null, b.keys[key] ?? null];
    if (first === second) continue;
    // What belongs to none of them comes last.
    if (first === null) return 1;
    if (second === null) return -1;
    if (key === 'line') return inLineOrder(first, second);
    if (key === 'listing') return byText(nameOf(first, things), nameOf(second, things)) || byText(first, second);
    return byText(first, second);
  }
  return byText(a.currency ?? '', b.currency ?? '');
}

/** Listings stand by SKU, else by the platform's key: the same in every database of the same files. */
function nameOf(thing: string, things: Things): string {
  const item = things.named(thing);
  return [item?.sku ?? '', item?.listingId ?? '', item?.title ?? ''].join('\u001f');
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sum of the lines of these sums that belong to the profit: everything but what stands apart. */
export function profitMinor({ lines }: Pick<ProfitSums, 'lines'>): number {
  return sumWhere(lines, (line) => lineOf(line).section !== 'apart');
}

/** Whether enough of the goods have a cost for what is left to be called profit; goods without a price count by units. */
export function isCosted(salesMinor: number, sums: Pick<ProfitSums, 'salesWithoutCostMinor' | 'units' | 'unitsWithoutCost'>): boolean {
  if (salesMinor > 0) return sums.salesWithoutCostMinor <= MOST_WITHOUT_COST * salesMinor;
  return sums.unitsWithoutCost <= MOST_WITHOUT_COST * sums.units;
}

/** The same of a store, in each of the currencies that its amounts are in. */
export function isCostedInAll(profit: Profit, store: ProfitStore): boolean {
  const isOwn = ({ storeId }: { readonly storeId: number }) => storeId === store.storeId;
  const own = { ...profit, entries: profit.entries.filter(isOwn), units: profit.units.filter(isOwn) };
  return rollUp(own, ['store'], [store], new Things([])).every((sums) => isCosted(sums.lines.get('sales') ?? 0, sums));
}

/** Profit without what does not follow orders: storage, subscriptions, corrections (ads are in it). */
export function contributionMinor({ lines }: Pick<ProfitSums, 'lines'>): number {
  return sumWhere(lines, (line) => {
    const { section, varies } = lineOf(line);
    return section !== 'apart' && (varies || section === 'ads');
  });
}

export function sumWhere(lines: ReadonlyMap<string, number>, wanted: (line: string) => boolean): number {
  let total = 0;
  for (const [line, amount] of lines) if (wanted(line)) total += amount;
  return total;
}
