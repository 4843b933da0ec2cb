/**
 * Whether settlements close: the sum of a settlement's rows equals the total that it says it pays, else the difference is a line of its
 * own. Every row is in exactly one line, also those that are no profit (reserves, taxes, transfers).
 */
import type { Day } from '../../core/day.js';
import type { SettlementRow } from '../../core/profitFacts.js';
import type { Column, Row, Table } from '../../core/table.js';
import { groupBy } from '../grouping.js';
import { classify } from './classify.js';
import { inLineOrder, lineOf } from './lines.js';

export const SETTLEMENT_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'settlement_id', header: 'Settlement', kind: 'text' },
  { key: 'period_from', header: 'From', kind: 'day' },
  { key: 'period_to', header: 'To', kind: 'day' },
  { key: 'deposited_at', header: 'Deposited', kind: 'instant', detail: true },
  { key: 'section', header: 'Section', kind: 'text', detail: true },
  { key: 'line', header: 'Line', kind: 'text', detail: true },
  { key: 'label', header: 'Line', kind: 'text' },
  { key: 'amount', header: 'Amount', kind: 'money' },
  { key: 'currency', header: '', kind: 'text' },
  { key: 'rows', header: 'Rows', kind: 'integer' },
];

export function settlementTable(
  rows: readonly SettlementRow[],
  stores: readonly { readonly storeId: number; readonly name: string }[],
  about: { readonly asOf: Day; readonly params: NonNullable<Table['params']> },
  /** The last day that settlements and statements speak of; null where none is imported. */
  newest: Day | null,
): Table {
  const names = new Map(stores.map(({ storeId, name }) => [storeId, name]));
  const settlements = groupBy(rows, ({ storeId, settlementId, currency }) => JSON.stringify([storeId, settlementId, currency]));
  const closings = [...settlements.values()].map((ofOne) => closing(ofOne, names.get((ofOne[0] as SettlementRow).storeId) as string));
  const open = closings.filter(({ residual }) => residual !== null && residual !== 0);
  const untold = closings.filter(({ residual }) => residual === null);
  return {
    id: 'report.profit-settlements/1',
    columns: SETTLEMENT_COLUMNS,
    rows: closings.flatMap((each) => each.rows),
    notes: [
      ...(closings.length === 0 ? [nothingOfTheseDays(newest)] : []),
      ...(open.length === 0
        ? []
        : [
            `${open.length} of ${closings.length} settlements do not add up to the total that they say: ${open.map(({ id }) => id).join(', ')}. Rows are missing from the file: download it again.`,
          ]),
      ...(untold.length === 0
        ? []
        : [
            `${untold.length} of ${closings.length} settlements are told without a total of their own, so there is nothing to hold their rows against.`,
          ]),
    ],
    ...about,
  };
}

function nothingOfTheseDays(newest: Day | null): string {
  if (newest === null) return 'No settlement of these days. Import the platform’s settlement reports or statements.';
  return `No settlement of these days. Those that are imported reach to ${newest}: add --period ${newest.slice(0, 7)}`;
}

interface Closing {
  readonly id: string;
  /** What the rows lack of the total; null where the settlement says none. */
  readonly residual: number | null;
  readonly rows: readonly Row[];
}

function closing(ofOne: readonly SettlementRow[], store: string): Closing {
  const [first] = ofOne as [SettlementRow];
  const lines = groupBy(ofOne, (row) => classify(row, row.event === 'refund').line);
  const total = ofOne.reduce((sum, row) => sum + row.amountMinor, 0);
  const residual = first.totalMinor === null ? null : first.totalMinor - total;
  const row = (section: string, line: string, label: string, amount: number | null, rows: number | null): Row => ({
    ...{ store, settlement_id: first.settlementId, period_from: first.from, period_to: first.to, deposited_at: first.depositedAt },
    ...{ section, line, label, amount, currency: first.currency, rows },
  });
  const booked = [...lines]
    .sort(([a], [b]) => inLineOrder(a, b))
    .map(([key, ofLine]) => {
      const { section, label } = lineOf(key);
      return row(
        section,
        key,
        label,
        ofLine.reduce((sum, each) => sum + each.amountMinor, 0),
        ofLine.reduce((sum, each) => sum + each.rows, 0),
      );
    });
  return {
    id: first.settlementId,
    residual,
    rows: [
      ...booked,
      row(
        'total',
        'sum_of_rows',
        'sum of rows',
        total,
        ofOne.reduce((sum, each) => sum + each.rows, 0),
      ),
      ...(residual === null ? [] : [row('total', 'total', 'total as told', first.totalMinor, null)]),
      ...(residual === null || residual === 0 ? [] : [row('total', 'residual', 'not explained by any row', residual, null)]),
    ],
  };
}
