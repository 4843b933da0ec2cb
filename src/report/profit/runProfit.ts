/** Runs `eco report profit`: the statement, its settlements, or where its figures come from. */
import { UsageError, UserError } from '../../core/errors.js';
import type { ItemName } from '../../core/profitFacts.js';
import { filesOfImports, profitFacts } from '../../facts/profitFacts.js';
import { bookedSpans } from '../../facts/profitQueries.js';
import { withCurrency } from '../../facts/salesQueries.js';
import { settlementRows } from '../../facts/transactionQueries.js';
import { chooseAds, chooseLedgers } from '../../measures/profit/choose.js';
import { MONEY_REPORTS } from '../../measures/profit/classify.js';
import { type Entry, Things } from '../../measures/profit/entries.js';
import { explainTable } from '../../measures/profit/explain.js';
import { profitNotes } from '../../measures/profit/notes.js';
import { type ProfitFlags, profitKeys, profitOptions } from '../../measures/profit/options.js';
import { profitOf } from '../../measures/profit/profit.js';
import { settlementTable } from '../../measures/profit/settlements.js';
import { profitTable } from '../../measures/profit/statement.js';
import type { Session } from '../../session.js';
import { profitPage } from './profitPage.js';

export interface ReportProfitFlags extends ProfitFlags {
  readonly settlements?: boolean;
  readonly explain?: boolean;
  readonly line?: string;
  readonly sku?: string;
}

export async function runProfit(session: Session, flags: ReportProfitFlags): Promise<void> {
  if (!flags.explain && (flags.line !== undefined || flags.sku !== undefined))
    throw new UsageError('--line and --sku say what to explain: add --explain. For one listing of the table: --by listing --where sku=…');
  const by = profitKeys(flags.by ?? 'store,line');
  const db = await session.database();
  const stores = withCurrency(db, await session.stores(db));
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const asOf = session.asOf(stores);
  const options = profitOptions(flags, asOf);
  const { period, view, method, currency } = options;
  const params = { from: period.from, to: period.to, refunds: view, cost: method, currency };
  const storeIds = stores.map(({ storeId }) => storeId);
  if (flags.settlements) {
    const rows = settlementRows(db, { storeIds, period, detail: 'sum' }, MONEY_REPORTS);
    const newest =
      rows.length > 0
        ? null
        : (bookedSpans(db, storeIds)
            .map(({ to }) => to)
            .sort()
            .at(-1) ?? null);
    return session.print(settlementTable(rows, stores, { asOf, params: { from: period.from, to: period.to } }, newest));
  }
  const isClose = flags.line !== undefined || flags.sku !== undefined;
  const told = profitFacts(db, storeIds, {
    period,
    detail: flags.explain ? (isClose ? 'row' : 'file') : 'sum',
    layered: method !== 'period',
    expectsBefore: !flags.explain,
    reports: MONEY_REPORTS,
    chooseAds,
    chooseLedgers,
  });
  const facts = { stores, ...told };
  const profit = profitOf(facts, options);
  const notes = profitNotes(profit, options, facts);
  const things = new Things(told.items);
  if (!flags.explain) {
    const id = by.includes('line') ? 'report.profit/1' : 'report.profit-by/1';
    const table = profitTable(profit, { id, asOf, by, stores, things, notes, params });
    return session.print(flags.by === undefined ? profitPage(table, period) : { ...table, title: `Profit by ${by.join(', ')}` });
  }
  const entries = profit.entries.filter((entry) => isAsked(entry, flags, things));
  if (isClose && entries.length === 0) {
    const known = [...new Set(profit.entries.map(({ line }) => line))].join(', ');
    throw new UserError(`Nothing in these days goes by that line and SKU. Lines that there are: ${known || 'none'}`);
  }
  const files = filesOfImports(db, [...new Set(entries.flatMap(({ evidence }) => (evidence ? [evidence.importId] : [])))]);
  await session.print(
    explainTable(
      { entries },
      { asOf, stores, things, files, isClose, notes, params: { ...params, line: flags.line ?? null, sku: flags.sku ?? null } },
    ),
  );
}

function isAsked(entry: Entry, { line, sku }: ReportProfitFlags, things: Things): boolean {
  if (line !== undefined && entry.line !== line) return false;
  return sku === undefined || isNamed(entry.thing === null ? undefined : things.named(entry.thing), sku);
}

function isNamed(item: ItemName | undefined, word: string): boolean {
  return item?.sku === word || item?.listingId === word;
}
