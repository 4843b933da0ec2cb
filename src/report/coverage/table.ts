/** The coverage of stores as rows: for each its score, then its areas and what else is missing, the most money first. */
import type { Day, Period } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import type { Gap, StoreCoverage } from './coverage.js';

export const COVERAGE_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'area', header: 'Area', kind: 'text' },
  { key: 'known_ratio', header: 'Known', kind: 'ratio', digits: 0 },
  { key: 'hides_amount', header: 'Hides', kind: 'money' },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'hides', header: 'What', kind: 'text', yields: true },
  { key: 'gap', header: 'Missing', kind: 'text', wraps: true },
  { key: 'closes', header: 'Closed by', kind: 'text', wraps: true },
  { key: 'where_to_download', header: 'Where', kind: 'text', detail: true },
];

export function coverageTable(stores: readonly StoreCoverage[], period: Period, asOf: Day): Table {
  return {
    id: 'report.coverage/1',
    title: 'What the imports tell, and what they do not',
    columns: COVERAGE_COLUMNS,
    rows: stores.flatMap((store) => [scoreRow(store), ...[...store.gaps].sort(byMoney).map((gap) => gapRow(store, gap))]),
    notes: [
      `the last ${daysText(period)}; "all" is the mean of a store's areas`,
      'money marked as estimated is the mean of the days or orders that are known, times those that are not',
    ],
    params: { from: period.from, to: period.to },
    asOf,
  };
}

function daysText({ from, to }: Period): string {
  return `finished days, ${from} … ${to}`;
}

/** Open gaps first, those that hide most money first of all; then the order of the areas. */
function byMoney(a: Gap, b: Gap): number {
  const weight = (gap: Gap) => (gap.gap === '' ? -1 : (gap.hidden ?? 0));
  return weight(b) - weight(a);
}

function scoreRow({ name, score }: StoreCoverage): Row {
  return {
    store: name,
    area: 'all',
    known_ratio: score,
    hides_amount: null,
    currency: null,
    hides: null,
    gap: null,
    closes: null,
    where_to_download: null,
  };
}

function gapRow({ name, currency }: StoreCoverage, gap: Gap): Row {
  const text = (value: string) => (value === '' ? null : value);
  return {
    store: name,
    area: gap.area,
    known_ratio: gap.share,
    hides_amount: gap.hidden,
    currency: gap.hidden === null ? null : currency,
    hides: text(gap.hides),
    gap: text(gap.gap),
    closes: text(gap.closes.what),
    where_to_download: text(gap.closes.where),
  };
}
