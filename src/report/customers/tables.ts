/** Customers as tables: a line a store, its segments, its cohorts. */
import { type Day, type Period, periodText } from '../../core/day.js';
import { shellWord } from '../../core/shellWord.js';
import type { Column, Row, Table } from '../../core/table.js';
import { type Cohort, HORIZONS, type SegmentSums } from './customers.js';
import type { KnownBuyers, PeriodBuyers } from './queries.js';

export interface StoreCustomers {
  readonly store: string;
  readonly currency: string | null;
  readonly known: KnownBuyers;
  readonly period: PeriodBuyers;
  readonly repeatRate: number | null;
  readonly medianGapDays: number | null;
  readonly segments: readonly SegmentSums[];
  readonly cohorts: readonly Cohort[];
}

export interface Told {
  readonly asOf: Day;
  readonly period: Period;
  readonly stores: readonly StoreCustomers[];
}

export const BY = ['store', 'segment', 'cohort'] as const;
export type By = (typeof BY)[number];

const STORE: Column = { key: 'store', header: 'Store', kind: 'text' };
const CURRENCY: Column = { key: 'currency', header: 'Currency', kind: 'text' };

export const CUSTOMER_COLUMNS: Readonly<Record<By, readonly Column[]>> = {
  store: [
    STORE,
    { key: 'buyers', header: 'Buyers', kind: 'integer' },
    { key: 'new_buyers', header: 'New', kind: 'integer' },
    { key: 'new_share', header: 'New share', kind: 'ratio', yields: true },
    { key: 'orders', header: 'Orders', kind: 'integer' },
    { key: 'sales_amount', header: 'Sales', kind: 'money' },
    { key: 'returning_sales_share', header: 'By returning', kind: 'ratio' },
    { key: 'sales_per_buyer_amount', header: 'Per buyer', kind: 'money' },
    CURRENCY,
    { key: 'repeat_rate', header: 'Ever again', kind: 'ratio' },
    { key: 'median_days_to_second', header: 'After', kind: 'decimal', digits: 0, unit: 'd' },
    { key: 'named_ratio', header: 'Orders with buyer', kind: 'ratio', yields: true },
    { key: 'known_since', header: 'Known since', kind: 'day', detail: true },
  ],
  segment: [
    STORE,
    { key: 'segment', header: 'Segment', kind: 'text' },
    { key: 'buyers', header: 'Buyers', kind: 'integer' },
    { key: 'buyers_share', header: 'Share', kind: 'ratio' },
    { key: 'orders', header: 'Orders', kind: 'integer' },
    { key: 'sales_amount', header: 'Sales', kind: 'money' },
    { key: 'sales_share', header: 'Share of sales', kind: 'ratio' },
    { key: 'order_value_amount', header: 'Per order', kind: 'money' },
    CURRENCY,
  ],
  cohort: [
    STORE,
    { key: 'month', header: 'First bought', kind: 'text' },
    { key: 'buyers', header: 'Buyers', kind: 'integer' },
    ...HORIZONS.map((days): Column => ({ key: `again_${days}d_ratio`, header: `Again in ${days} d`, kind: 'ratio' })),
    { key: 'orders', header: 'Orders', kind: 'integer', yields: true },
    { key: 'sales_amount', header: 'Sales', kind: 'money' },
    { key: 'sales_per_buyer_amount', header: 'Per buyer', kind: 'money' },
    CURRENCY,
  ],
};

export function customersTable(by: By, told: Told): Table {
  const rows: Readonly<Record<By, (store: StoreCustomers) => Row[]>> = { store: storeRows, segment: segmentRows, cohort: cohortRows };
  return {
    id: `report.customers-by-${by}/1`,
    title: TITLES[by],
    columns: CUSTOMER_COLUMNS[by],
    rows: told.stores.filter(hasBuyers).flatMap(rows[by]),
    notes: notesOf(by, told),
    params: by === 'store' ? { from: told.period.from, to: told.period.to } : { to: told.period.to },
    asOf: told.asOf,
  };
}

/** Named buyers in the store's currency: others are not counted. */
function hasBuyers({ segments }: StoreCustomers): boolean {
  return segments.some(({ buyers }) => buyers > 0);
}

const TITLES: Readonly<Record<By, string>> = { store: 'Who buys', segment: 'How recent and how often', cohort: 'Who comes again' };

function storeRows({ store, currency, known, period, repeatRate, medianGapDays }: StoreCustomers): Row[] {
  return [
    {
      store,
      buyers: period.buyers,
      new_buyers: period.newBuyers,
      new_share: ratio(period.newBuyers, period.buyers),
      orders: period.orders,
      sales_amount: period.sales,
      returning_sales_share: ratio(period.sales - period.newSales, period.sales),
      sales_per_buyer_amount: each(period.sales, period.buyers),
      currency,
      repeat_rate: repeatRate,
      median_days_to_second: medianGapDays,
      named_ratio: ratio(known.named, known.orders),
      known_since: known.firstDay,
    },
  ];
}

function segmentRows({ store, currency, segments }: StoreCustomers): Row[] {
  const total = (key: 'buyers' | 'sales') => segments.reduce((sum, segment) => sum + segment[key], 0);
  return segments.map(({ segment, buyers, orders, sales }) => ({
    store,
    segment,
    buyers,
    buyers_share: ratio(buyers, total('buyers')),
    orders,
    sales_amount: sales,
    sales_share: ratio(sales, total('sales')),
    order_value_amount: each(sales, orders),
    currency,
  }));
}

function cohortRows({ store, currency, cohorts }: StoreCustomers): Row[] {
  return cohorts.map(({ month, buyers, orders, sales, again }) => ({
    store,
    month,
    buyers,
    ...Object.fromEntries(HORIZONS.map((days, at) => [`again_${days}d_ratio`, again[at] ?? null])),
    orders,
    sales_amount: sales,
    sales_per_buyer_amount: each(sales, buyers),
    currency,
  }));
}

function notesOf(by: By, { stores, period }: Told): string[] {
  const empty = stores.filter(({ known }) => known.orders === 0).map(({ store }) => store);
  const silent = stores.filter(({ known }) => known.orders > 0 && known.named === 0).map(({ store }) => store);
  const foreign = stores.filter((store) => store.known.named > 0 && !hasBuyers(store));
  const partly = stores.filter(({ known }) => known.named > 0 && known.named < known.orders);
  const isNew: Readonly<Record<By, string>> = {
    store: `buyers of ${periodText(period)}; a buyer is new who was not seen before, as far back as orders are known`,
    segment:
      'new: one purchase in the last 90 days; loyal: 2 or 3, champions: 4 or more, the last one at most 180 days ago; promising: one, 91 to 180 days ago',
    cohort:
      'by the month of the first known purchase; a share stays empty until the time has passed for all buyers of the month; the first months hold buyers from before them, too',
  };
  return [
    isNew[by],
    'orders of one day are one purchase; buyers are keyed hashes, nobody is named',
    ...(empty.length > 0 ? [`no orders of ${empty.join(', ')} are known up to then; of which days files are: eco files list`] : []),
    ...(silent.length > 0 ? [`the order reports of ${silent.join(', ')} name no buyers, so nothing can be said of them`] : []),
    ...foreign.map(
      ({ store, currency }) =>
        `no order of ${store} that names a buyer is in ${currency ?? 'one currency of the store'}, so there are no buyers to tell of: eco store edit ${shellWord(store)} --currency CODE`,
    ),
    ...partly.map(({ store, known }) => `${store}: ${known.orders - known.named} of ${known.orders} orders name no buyer and are left out`),
  ];
}

function ratio(above: number, below: number): number | null {
  return below === 0 ? null : above / below;
}

function each(amount: number, count: number): number | null {
  return count === 0 ? null : Math.round(amount / count);
}
