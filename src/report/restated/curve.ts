/** The learned arrival curves as a table: how much of a day is there after so many days (measures/arrival.ts). */
import type { Day } from '../../core/day.js';
import type { Column, Table } from '../../core/table.js';
import type { ArrivalCurve } from '../../measures/arrival.js';
import type { ArrivalMetric } from './arrived.js';

export const CURVE_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'metric', header: 'Figure', kind: 'text' },
  { key: 'age_days', header: 'After', kind: 'integer', unit: 'd' },
  { key: 'share_ratio', header: 'Is there', kind: 'ratio' },
  { key: 'low_ratio', header: 'Low', kind: 'ratio' },
  { key: 'high_ratio', header: 'High', kind: 'ratio' },
  { key: 'days', header: 'Days seen', kind: 'integer' },
];

export interface StoreCurve {
  readonly store: string;
  readonly metric: ArrivalMetric;
  readonly curve: ArrivalCurve;
}

export function curveTable(curves: readonly StoreCurve[], asOf: Day): Table {
  const silent = curves
    .filter(({ curve }) => curve.learned.length === 0)
    .map(({ store, metric }) => `${metric.replace('_', ' ')} of ${store}`);
  return {
    id: 'report.restated-curve/1',
    title: 'How much of a day is there yet',
    columns: CURVE_COLUMNS,
    rows: curves.flatMap(({ store, metric, curve }) =>
      curve.learned.map(({ age, share, low, high, days }) => ({
        store,
        metric,
        age_days: age,
        share_ratio: share,
        low_ratio: low,
        high_ratio: high,
        days,
      })),
    ),
    notes: [
      'share: what files told of days so many days after their end ÷ what is known of the same days now; low and high: a tenth of the days lie below and above',
      ...(silent.length > 0 ? [`not learned yet: ${silent.join(', ')}: too few days were seen young and settled`] : []),
    ],
    asOf,
  };
}
