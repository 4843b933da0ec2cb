/** The rows of `report compare`: one a pair and metric. */
import type { Day } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { daysOf } from '../../measures/coverage.js';
import { kpi } from '../kpis/kpi.js';
import { remarkOf } from '../kpis/remark.js';
import type { ComparedKpi, Comparison, Side } from './comparison.js';

export const COMPARE_COLUMNS: readonly Column[] = [
  { key: 'store_a', header: 'Store A', kind: 'text' },
  { key: 'store_b', header: 'Store B', kind: 'text' },
  { key: 'metric', header: 'Metric', kind: 'text' },
  { key: 'value_a', header: 'A', kind: 'measure', currencyKey: 'currency_a' },
  { key: 'value_b', header: 'B', kind: 'measure', currencyKey: 'currency_b' },
  { key: 'difference', header: 'A less B', kind: 'measure', currencyKey: 'currency_a', signed: true },
  { key: 'change_ratio', header: 'Change', kind: 'ratio', signed: true },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'currency_a', header: 'Currency A', kind: 'text', detail: true },
  { key: 'currency_b', header: 'Currency B', kind: 'text', detail: true },
  { key: 'finished', header: 'Finished', kind: 'boolean', detail: true },
  { key: 'remark_a', header: 'Remark on A', kind: 'text', detail: true },
  { key: 'remark_b', header: 'Remark on B', kind: 'text', detail: true },
  { key: 'from_a', header: 'From A', kind: 'day', detail: true },
  { key: 'to_a', header: 'To A', kind: 'day', detail: true },
  { key: 'from_b', header: 'From B', kind: 'day', detail: true },
  { key: 'to_b', header: 'To B', kind: 'day', detail: true },
];

export function compareTable(comparisons: readonly Comparison[], asOf: Day): Table {
  const { a, b } = comparisons[0] as Comparison;
  return {
    id: 'report.compare/1',
    title: `${a.label} against ${b.label}`,
    columns: COMPARE_COLUMNS,
    rows: comparisons.flatMap((comparison) => comparison.kpis.map((each) => rowOf(comparison, each))),
    notes: notesOf(comparisons),
    params: { a: a.label, b: b.label },
    asOf,
  };
}

function rowOf({ a, b }: Comparison, { metric, a: one, b: other, difference, change, finished }: ComparedKpi): Row {
  const { unit } = kpi(metric);
  const currencyOf = (side: Side) => (unit === 'amount' ? side.store.currency : null);
  return {
    store_a: a.store.name,
    store_b: b.store.name,
    metric,
    value_a: one,
    value_b: other,
    difference,
    change_ratio: change,
    unit,
    currency_a: currencyOf(a),
    currency_b: currencyOf(b),
    finished,
    remark_a: remarkOf(metric, a.figures, a.foreignOrders),
    remark_b: remarkOf(metric, b.figures, b.foreignOrders),
    from_a: a.figures.from,
    to_a: a.figures.to,
    from_b: b.figures.from,
    to_b: b.figures.to,
  };
}

function notesOf(comparisons: readonly Comparison[]): string[] {
  const { a, b } = comparisons[0] as Comparison;
  const [long, short] = [daysOf(a.figures).length, daysOf(b.figures).length];
  const money = comparisons.find((each) => each.a.store.currency !== each.b.store.currency);
  return [
    'the difference is A less B',
    ...(long === short ? [] : [`${a.label} has ${long} days and ${b.label} ${short}: sums are not brought to one length`]),
    ...(money
      ? [`${money.a.store.currency ?? 'unknown money'} and ${money.b.store.currency ?? 'unknown money'} are not subtracted from each other`]
      : []),
    ...comparisons.flatMap(({ exchangeNotes }) => exchangeNotes),
  ];
}
