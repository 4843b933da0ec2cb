/** The profit as tables: a statement line by line, or one row for each listing, day, channel … */
import type { Day } from '../../core/day.js';
import type { Cell, Row, Table } from '../../core/table.js';
import { groupBy, sumKnown } from '../grouping.js';
import type { Profit, ProfitStore, Things } from './entries.js';
import { type Line, lineOf } from './lines.js';
import { profitColumns } from './profitColumns.js';
import { contributionMinor, isCosted, PROFIT_KEYS, type ProfitKey, type ProfitSums, profitMinor, rollUp, sumWhere } from './rollup.js';

export interface ProfitTableAsk {
  readonly id: string;
  readonly asOf: Day;
  readonly by: readonly ProfitKey[];
  readonly stores: readonly ProfitStore[];
  readonly things: Things;
  readonly notes: readonly string[];
  readonly params: NonNullable<Table['params']>;
  /** The best first, instead of in the order of the keys. */
  readonly ranked?: boolean;
}

export function profitTable(profit: Profit, ask: ProfitTableAsk): Table {
  const by = PROFIT_KEYS.filter((key) => ask.by.includes(key));
  const isStatement = by.includes('line');
  const sums = rollUp(profit, isStatement ? by.filter((key) => key !== 'line') : by, ask.stores, ask.things);
  const ordered = ask.ranked ? [...sums].sort(byCurrencyThenProfit) : sums;
  const told = toldOf(profit);
  return {
    id: ask.id,
    columns: profitColumns(by),
    rows: isStatement ? statements(ordered, profit, by, ask) : ordered.map((each) => wideRow(each, ask, told)),
    ...(isStatement ? {} : { totals: totals(profit, ask, told) }),
    notes: ask.notes,
    params: { ...ask.params, by },
    asOf: ask.asOf,
  };
}

/** What is not known to be a profit comes last. */
function byCurrencyThenProfit(a: ProfitSums, b: ProfitSums): number {
  if (a.currency !== b.currency) return (a.currency ?? '') < (b.currency ?? '') ? -1 : 1;
  const [first, second] = [a, b].map((each) => isCosted(salesOf(each), each));
  if (first !== second) return first ? -1 : 1;
  return profitMinor(b) - profitMinor(a);
}

function salesOf({ lines }: ProfitSums): number {
  return lines.get('sales') ?? 0;
}

function totals(profit: Profit, ask: ProfitTableAsk, told: Told): Row[] {
  return rollUp(profit, [], ask.stores, ask.things).map((each) => wideRow(each, ask, told));
}

/** What is told of each store at all: its lines, and whether units. A line that is told of none of a row's stores is unknown there, not 0. */
interface Told {
  readonly lines: ReadonlyMap<number, ReadonlySet<string>>;
  readonly units: ReadonlySet<number>;
}

function toldOf({ entries, units }: Profit): Told {
  const lines = new Map(
    [...groupBy(entries, ({ storeId }) => storeId)].map(([id, ofStore]) => [id, new Set(ofStore.map(({ line }) => line))]),
  );
  return { lines, units: new Set(units.flatMap((count) => (count.units > 0 ? [count.storeId] : []))) };
}

function keyCells(sums: ProfitSums, things: Things): Record<string, Cell> {
  const { listing, ...others } = sums.keys;
  const cells: Record<string, Cell> = { ...others };
  if (listing === undefined) return cells;
  const item = listing === null ? undefined : things.named(listing);
  return {
    ...cells,
    listing_id: item?.listingId ?? null,
    sku: item?.sku ?? item?.listingId ?? item?.title ?? null,
    title: item?.title ?? null,
  };
}

function wideRow(sums: ProfitSums, { things }: ProfitTableAsk, told: Told): Row {
  const storeIds = [...sums.storeIds];
  const lines = new Set(storeIds.flatMap((id) => [...(told.lines.get(id) ?? [])]));
  const of = (wanted: (line: Line) => boolean): number | null =>
    [...lines].some((key) => wanted(lineOf(key))) ? sumWhere(sums.lines, (key) => wanted(lineOf(key))) : null;
  const line = (...keys: readonly string[]) => of(({ key }) => keys.includes(key));
  const hasUnits = storeIds.some((id) => told.units.has(id));
  const sales = line('sales');
  const commission = line('commission', 'commission_returned');
  const fees = of(({ section }) => section === 'fees');
  const named = [commission, line('fulfilment', 'storage')];
  const goods = of(({ section }) => section === 'goods');
  // What is left of unknown sales is no profit, nor is it where most goods have no cost; where neither fees nor goods are told it
  // would be sales under another name.
  const isTold = sales !== null && (fees !== null || goods !== null) && isCosted(sales, sums);
  const profit = isTold ? profitMinor(sums) : null;
  return {
    ...keyCells(sums, things),
    units: hasUnits ? sums.units : null,
    sales_amount: sales,
    discounts_amount: line('discounts'),
    shipping_income_amount: line('shipping_income'),
    refunds_amount: line('refunds'),
    fees_amount: fees,
    commission_amount: commission,
    fulfilment_amount: line('fulfilment'),
    storage_amount: line('storage'),
    other_fees_amount: fees === null ? null : fees - (sumKnown(named) ?? 0),
    ads_amount: line('ads'),
    goods_amount: goods,
    reimbursements_amount: line('reimbursements'),
    other_amount: of(({ section, key }) => section === 'other' && key !== 'reimbursements'),
    profit_amount: profit,
    currency: sums.currency,
    margin: profit !== null && sales !== null && sales > 0 ? profit / sales : null,
    contribution_amount: isTold ? contributionMinor(sums) : null,
    estimated_amount: sums.estimatedMinor,
    tax_collected_amount: line('tax_collected'),
    tax_withheld_amount: line('tax_withheld'),
    units_without_cost: hasUnits ? sums.unitsWithoutCost : null,
    rows: sums.rows,
  };
}

type Sums = ReadonlyMap<string, Pick<ProfitSums, 'estimatedMinor' | 'estimatedAbsoluteMinor' | 'rows'>>;

/** Each statement's lines with what of them is estimated, its totals below them, and what stands apart. */
function statements(sums: readonly ProfitSums[], profit: Profit, by: readonly ProfitKey[], ask: ProfitTableAsk): Row[] {
  const keyOf = (each: ProfitSums) => JSON.stringify([by.map((key) => (key === 'line' ? null : each.keys[key])), each.currency]);
  const byLine = rollUp({ ...profit, units: [] }, by, ask.stores, ask.things);
  const lines = groupBy(byLine, keyOf);
  return sums.flatMap((each) => {
    const ofLine: Sums = new Map((lines.get(keyOf(each)) ?? []).map((line) => [line.keys.line as string, line]));
    return statementRows(each, ofLine, variancesOf(profit, each, by, ask.stores), ask.things);
  });
}

function statementRows(
  sums: ProfitSums,
  ofLine: Sums,
  expected: ReadonlyMap<string, { estimatedMinor: number; becameMinor: number }>,
  things: Things,
): Row[] {
  const cells = keyCells(sums, things);
  const sales = salesOf(sums);
  const row = (section: string, line: string, label: string, amount: number | null, more: Row = {}): Row => ({
    ...{ ...cells, section, line, label, amount, currency: sums.currency },
    share_of_sales: amount !== null && sales > 0 && section !== 'apart' ? amount / sales : null,
    ...{ estimated_amount: null, expected_before_amount: null, became_amount: null, rows: null },
    ...more,
  });
  const lines = [...sums.lines].map(([key, amount]) => {
    const { section, label } = lineOf(key);
    return row(section, key, label, amount, {
      estimated_amount: estimatedOf(ofLine.get(key)),
      expected_before_amount: expected.get(key)?.estimatedMinor ?? null,
      became_amount: expected.get(key)?.becameMinor ?? null,
      rows: ofLine.get(key)?.rows ?? 0,
    });
  });
  const estimated = { estimated_amount: estimatedOf(sums) };
  const totals = isCosted(sales, sums)
    ? [
        row('total', 'profit', 'profit', profitMinor(sums), estimated),
        row('total', 'contribution', 'contribution', contributionMinor(sums)),
      ]
    : [
        row('total', 'before_goods', 'before most goods', profitMinor(sums), estimated),
        row('total', 'profit', 'profit', null),
        row('total', 'contribution', 'contribution', null),
      ];
  return [...lines.filter(({ section }) => section !== 'apart'), ...totals, ...lines.filter(({ section }) => section === 'apart')];
}

/** What of an amount is estimated; null where nothing is. */
function estimatedOf(sums: Pick<ProfitSums, 'estimatedMinor' | 'estimatedAbsoluteMinor'> | undefined): number | null {
  return sums === undefined || sums.estimatedAbsoluteMinor === 0 ? null : sums.estimatedMinor;
}

/** What was expected is told by store only: a listing's share of a surprise is no more than chance. */
function variancesOf(profit: Profit, sums: ProfitSums, by: readonly ProfitKey[], stores: readonly ProfitStore[]) {
  if (!by.every((key) => key === 'store' || key === 'line')) return new Map<string, { estimatedMinor: number; becameMinor: number }>();
  const ids = stores.filter(({ name }) => !by.includes('store') || name === sums.keys.store).map(({ storeId }) => storeId);
  const found = new Map<string, { estimatedMinor: number; becameMinor: number }>();
  for (const variance of profit.variances) {
    if (!ids.includes(variance.storeId) || variance.currency !== sums.currency) continue;
    const sum = found.get(variance.line) ?? { estimatedMinor: 0, becameMinor: 0 };
    found.set(variance.line, {
      estimatedMinor: sum.estimatedMinor + variance.estimatedMinor,
      becameMinor: sum.becameMinor + variance.becameMinor,
    });
  }
  return found;
}
