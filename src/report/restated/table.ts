/** The restated days as rows: one a store, day and figure. */
import type { Day } from '../../core/day.js';
import { currencyDigits } from '../../core/money.js';
import type { Column, MeasureUnit, Row, Table } from '../../core/table.js';
import { changeRatio } from '../../measures/change.js';
import { totalsByCurrency } from '../../measures/grouping.js';
import type { Cause, CauseCount, PeriodFigure, RestatedDay } from './changes.js';

export const RESTATED_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'day', header: 'Day', kind: 'day' },
  { key: 'metric', header: 'Figure', kind: 'text' },
  { key: 'before', header: 'Before', kind: 'measure' },
  { key: 'after', header: 'Now', kind: 'measure' },
  { key: 'change', header: 'Change', kind: 'measure', signed: true },
  { key: 'change_ratio', header: '%', kind: 'ratio', signed: true },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'currency', header: 'Currency', kind: 'text', detail: true },
  { key: 'because', header: 'Because', kind: 'text', wraps: true },
  { key: 'file', header: 'File', kind: 'text', detail: true },
];

/** What stands now of a day of orders, in one currency. */
export interface StandingDay {
  readonly storeId: number;
  readonly day: Day;
  readonly currency: string | null;
  readonly orders: number;
  /** Null where an order does not tell its own. */
  readonly units: number | null;
  readonly sales: number;
}

export interface RestatedInput {
  readonly asOf: Day;
  readonly stores: readonly { readonly storeId: number; readonly name: string }[];
  readonly orders: readonly RestatedDay[];
  readonly standing: readonly StandingDay[];
  readonly periods: readonly PeriodFigure[];
  readonly files: ReadonlyMap<number, string>;
  readonly params: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

export function restatedTable(input: RestatedInput): Table {
  const rows = input.stores.flatMap(({ storeId, name }) => [
    ...input.orders.filter((day) => day.storeId === storeId).flatMap((day) => orderRows(day, name, input)),
    ...input.periods.filter((figure) => figure.storeId === storeId).map((figure) => periodRow(figure, name, input)),
  ]);
  const changed = rows.filter((row) => row.metric === 'sales' && row.unit === 'amount');
  return {
    id: 'report.restated/1',
    title: 'The same days, now different',
    columns: RESTATED_COLUMNS,
    rows,
    totals: totalsByCurrency(changed, ['change']).map((total) => ({ ...total, metric: 'sales', unit: 'amount' })),
    notes: input.notes,
    params: input.params,
    asOf: input.asOf,
  };
}

function orderRows(restated: RestatedDay, store: string, { standing, files }: RestatedInput): Row[] {
  const isOfDay = (each: StandingDay) =>
    each.storeId === restated.storeId && each.day === restated.day && each.currency === restated.currency;
  const now = standing.find(isOfDay) ?? { orders: 0, units: 0, sales: 0 };
  const common = { store, day: restated.day, because: becauseOf(restated), file: fileList(restated.importIds, files) };
  const row = (metric: 'sales' | 'orders' | 'units', unit: MeasureUnit): Row[] => {
    const [change, after] = [restated[metric], now[metric]];
    // What was not told before and is not now is no news.
    if (change === 0 || (change === null && after === null)) return [];
    const told = figures(change === null || after === null ? null : after - change, after);
    return [{ ...common, metric, unit, currency: unit === 'amount' ? restated.currency : null, ...told, change }];
  };
  return [...row('sales', 'amount'), ...row('orders', 'count'), ...row('units', 'count')];
}

const AMOUNTS = ['ad_spend', 'ad_sales', 'sales', 'refunds'];

function periodRow(figure: PeriodFigure, store: string, { files }: RestatedInput): Row {
  const isAmount = AMOUNTS.includes(figure.metric);
  const whole = (value: number | null) => (value === null || figure.subject !== 'ads' || !isAmount ? value : minor(value, figure.currency));
  return {
    store,
    day: figure.day,
    metric: figure.metric,
    ...figures(whole(figure.was), whole(figure.is)),
    unit: isAmount ? 'amount' : 'count',
    currency: isAmount ? figure.currency : null,
    because: `the ${SUBJECTS[figure.subject]} says so now`,
    file: fileList([figure.importId], files),
  };
}

const SUBJECTS = { traffic: 'traffic report', ads: 'ad report', shop: 'shop report' } as const;

function figures(before: number | null, after: number | null): Row {
  const change = before === null || after === null ? null : after - before;
  return { before, after, change, change_ratio: changeRatio(after, before) };
}

/** Ad money has fractions of a cent; a day's sum is rounded, once. */
function minor(micros: number, currency: string | null): number {
  return Math.round(micros / 10 ** (6 - currencyDigits(currency)));
}

function fileList(importIds: readonly number[], files: ReadonlyMap<number, string>): string {
  return importIds.map((id) => files.get(id) ?? `import ${id}`).join(', ');
}

const WORDS: Readonly<Record<Cause, readonly [one: string, many: string]>> = {
  late: ['late order arrived', 'late orders arrived'],
  cancelled: ['order no longer counts', 'orders no longer count'],
  revived: ['order counts again', 'orders count again'],
  priced: ['order has its price now', 'orders have their price now'],
  changed: ['order was changed', 'orders were changed'],
  moved: ['order belongs to another day', 'orders belong to another day'],
  gone: ['order is gone', 'orders are gone'],
};

/** "14 late orders arrived, 2 orders no longer count". */
export function becauseOf({ causes }: { readonly causes: readonly CauseCount[] }): string {
  return causes.map(({ cause, orders }) => `${orders} ${WORDS[cause][orders === 1 ? 0 : 1]}`).join(', ');
}
