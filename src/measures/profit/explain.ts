/** Where a profit's figures come from: of each line its formula, its sources, and the files and lines behind them. */
import type { Day } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { groupBy } from '../grouping.js';
import type { Entry, EntrySource, Profit, ProfitStore, Things } from './entries.js';
import { inLineOrder, lineOf } from './lines.js';

export interface ExplainAsk {
  readonly asOf: Day;
  readonly stores: readonly ProfitStore[];
  readonly things: Things;
  readonly files: ReadonlyMap<number, { readonly file: string; readonly reportFormat: string }>;
  /** Row by row, with listing and day, instead of file by file. */
  readonly isClose: boolean;
  readonly notes: readonly string[];
  readonly params: NonNullable<Table['params']>;
}

export const EXPLAIN_COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'line', header: 'Line', kind: 'text' },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'day', header: 'Day', kind: 'day' },
  { key: 'amount', header: 'Amount', kind: 'money' },
  { key: 'currency', header: '', kind: 'text' },
  { key: 'source', header: 'From', kind: 'text' },
  { key: 'estimated', header: 'Estimated', kind: 'boolean', detail: true },
  { key: 'file', header: 'File', kind: 'text' },
  { key: 'report_format', header: 'Report', kind: 'text', detail: true },
  { key: 'first_line', header: 'Row', kind: 'integer' },
  { key: 'last_line', header: 'to', kind: 'integer' },
  { key: 'rows', header: 'Rows', kind: 'integer' },
  { key: 'formula', header: 'How', kind: 'text', wraps: true },
];

const SOURCES: Readonly<Record<EntrySource, string>> = {
  settlement: 'settlements',
  orders: 'orders',
  estimate: 'estimate',
  ads: 'ad reports',
  costs: 'costs',
};

export function explainTable(profit: Pick<Profit, 'entries'>, ask: ExplainAsk): Table {
  const groups = [...groupBy(profit.entries, (entry) => JSON.stringify(keyOf(entry, ask.isClose))).values()];
  const rows = groups.map((ofOne) => explained(ofOne, ask)).sort(inOrder);
  return { id: 'report.profit-explain/1', columns: EXPLAIN_COLUMNS, rows, notes: ask.notes, params: ask.params, asOf: ask.asOf };
}

function keyOf({ storeId, line, currency, source, estimated, evidence, thing, day, how }: Entry, isClose: boolean): unknown[] {
  const coarse = [storeId, line, currency, source, estimated, evidence?.importId ?? null];
  return isClose ? [...coarse, thing, day, evidence?.firstLine ?? null, how] : coarse;
}

function explained(entries: readonly Entry[], { stores, things, files, isClose }: ExplainAsk): Row {
  const [first] = entries as [Entry];
  const lines = entries.flatMap(({ evidence }) => (evidence ? [evidence.firstLine, evidence.lastLine] : []));
  const file = first.evidence ? files.get(first.evidence.importId) : undefined;
  const item = isClose && first.thing !== null ? things.named(first.thing) : undefined;
  return {
    store: stores.find(({ storeId }) => storeId === first.storeId)?.name ?? null,
    line: first.line,
    sku: item?.sku ?? item?.listingId ?? null,
    day: isClose ? first.day : null,
    amount: entries.reduce((total, entry) => total + entry.amountMinor, 0),
    currency: first.currency,
    source: SOURCES[first.source],
    estimated: first.estimated,
    file: file?.file ?? null,
    report_format: file?.reportFormat ?? null,
    first_line: lines.length === 0 ? null : lines.reduce((a, b) => Math.min(a, b)),
    last_line: lines.length === 0 ? null : lines.reduce((a, b) => Math.max(a, b)),
    rows: entries.reduce((total, entry) => total + entry.rows, 0),
    formula: isClose && first.how !== null ? first.how : lineOf(first.line).formula,
  };
}

function inOrder(a: Row, b: Row): number {
  return (
    byText(a.store, b.store) ||
    inLineOrder(String(a.line), String(b.line)) ||
    byText(a.sku, b.sku) ||
    byText(a.day, b.day) ||
    byText(a.source, b.source) ||
    byText(a.file, b.file) ||
    Number(a.first_line ?? 0) - Number(b.first_line ?? 0) ||
    byText(a.currency, b.currency) ||
    byText(a.formula, b.formula) ||
    Number(a.estimated) - Number(b.estimated) ||
    Number(a.amount) - Number(b.amount)
  );
}

function byText(a: unknown, b: unknown): number {
  const [first, second] = [String(a ?? ''), String(b ?? '')];
  return first < second ? -1 : first > second ? 1 : 0;
}
