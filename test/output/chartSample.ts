/** One chart of each kind, with gaps, values below zero, and texts that would do harm. */
import type { Chart } from '../../src/core/chart.js';

const DAYS = Array.from({ length: 21 }, (_, at) => `${at + 1} Nov`);

export const CHARTS: readonly Chart[] = [
  {
    type: 'line',
    title: 'Sales by day',
    kind: 'money',
    currency: 'USD',
    labels: DAYS,
    lines: [
      { name: 'this year', values: DAYS.map((_, at) => (at === 4 || at === 6 ? null : 400_000 + ((at * 37) % 50) * 1000)) },
      { name: 'a year ago', values: DAYS.map((_, at) => 380_000 + ((at * 23) % 40) * 1000), isComparison: true },
    ],
    events: [{ at: 10, text: 'title changed "><img src=x onerror=alert(1)>' }],
    bands: [
      { from: 6, to: 7 },
      { from: 18, to: 20, text: 'ad sales still arrive' },
    ],
  },
  {
    type: 'columns',
    title: 'Profit by month',
    kind: 'money',
    currency: 'USD',
    labels: ['Sep', 'Oct', 'Nov'],
    parts: [
      { name: 'sales', values: [900_000, 950_000, 870_000] },
      { name: 'fees', values: [-140_000, -150_000, -130_000] },
      { name: 'costs', values: [-300_000, -320_000, null] },
    ],
    total: { name: 'profit', values: [460_000, 480_000, null] },
  },
  {
    type: 'waterfall',
    title: 'Why sales moved',
    kind: 'money',
    currency: 'USD',
    start: { label: 'October', value: 20_000 },
    steps: [
      { label: 'visits', value: -35_000, note: ['KETTLE-17 lost the buy box'] },
      { label: 'conversion', value: 5_000 },
      { label: 'not known', value: null },
      { label: 'order value', value: 28_000 },
    ],
    end: { label: 'November', value: 18_000 },
  },
  {
    type: 'bars',
    title: 'Movers',
    kind: 'money',
    currency: 'JPY',
    isChange: true,
    rows: [
      { label: 'KETTLE-17', value: -38_800 },
      { label: '选品 电热水壶 <script>alert(1)</script>', value: 21_000, note: [{ value: 0.12, kind: 'ratio', signed: true }] },
      { label: 'MUG', value: null },
    ],
  },
  {
    type: 'funnel',
    title: 'From click to order',
    kind: 'integer',
    rows: [
      { label: 'clicks', value: 12_400 },
      { label: 'orders', value: 1143, note: [{ value: 0.092, kind: 'ratio' }, ' of clicks'] },
    ],
  },
];
