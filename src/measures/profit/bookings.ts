/** What settlements book, as entries: which line, which day, and whether orders tell the same money already. */
import type { Day } from '../../core/day.js';
import type { MoneyRow } from '../../core/profitFacts.js';
import { classify, moneyReport } from './classify.js';
import type { Entry, Gaps, RefundView, Things } from './entries.js';
import { lineOf } from './lines.js';

/** Goods and payments of orders excluded by hand are no sales; their fees stay what they are. */
const OF_SALES = new Set(['sales', 'discounts', 'shipping_income', 'refunds', 'payments']);

/** The entries of the bookings. `adStores`: stores whose ad reports tell what the settlement charges for ads. */
export function bookingEntries(
  money: readonly MoneyRow[],
  view: RefundView,
  things: Things,
  adStores: ReadonlySet<number>,
  gapsOf: (storeId: number) => Gaps,
): Entry[] {
  return money.flatMap((row) => {
    const line = lineFor(row, adStores, gapsOf);
    const day = dayFor(row, line, view);
    if (day === null) return [];
    return [
      {
        storeId: row.storeId,
        thing: things.ofMaybe(row.itemPk),
        channel: row.channel,
        day,
        line,
        currency: row.currency,
        amountMinor: row.amountMinor,
        estimated: false,
        source: 'settlement',
        how: null,
        rows: row.rows,
        evidence: row.evidence,
      },
    ];
  });
}

function lineFor(row: MoneyRow, adStores: ReadonlySet<number>, gapsOf: (storeId: number) => Gaps): string {
  const { line } = classify(row, row.event === 'refund');
  if (line === 'ads' && adStores.has(row.storeId)) return 'ads_billed';
  if (row.order === 'excluded' && OF_SALES.has(line)) return 'excluded';
  if (line !== 'payments' || row.order === 'counts' || row.event === null) return line;
  // Nobody else tells what was sold: what the buyer paid is the sale, taxes and shipping in it.
  if (row.event === 'refund') return 'refunds';
  gapsOf(row.storeId).paymentsWithoutOrder += row.rows;
  return 'sales';
}

/** The day on which a booking counts; null where that is not in the period. */
function dayFor(row: MoneyRow, line: string, view: RefundView): Day | null {
  if (row.order === null || lineOf(line).onBooking) return row.postedDay;
  if (row.event === 'refund') return view === 'by-refund-date' ? row.postedDay : row.orderDay;
  return row.orderDay;
}

/** Units of sales whose orders are in no order report. */
export function unitsWithoutOrder(row: MoneyRow): number {
  const isSale =
    row.order === null && row.event === 'sale' && row.postedDay !== null && moneyReport(row.reportFormat)?.tells === 'itemised';
  return isSale && classify(row, false).line === 'sales' ? (row.quantity ?? 0) : 0;
}
