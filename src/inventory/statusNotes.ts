/** What a reader of `inventory status` must know beside the rows. */
import { counted } from '../core/count.js';
import { type Day, daysBetween } from '../core/day.js';
import type { Row } from '../core/table.js';
import { coverageNotes } from '../measures/coverage.js';
import { STALE_DAYS } from '../measures/stock.js';
import type { StatusInput } from './status.js';

/** Sentences: unknown sales, unknown or old stock, oversold listings, days left out, missing costs. */
export function statusNotes(input: StatusInput, known: ReadonlyMap<number, readonly Day[]>, rows: readonly Row[]): string[] {
  const count = (holds: (row: Row) => boolean) => rows.filter(holds).length;
  const isStocked = (row: Row) => row.available !== null || row.on_hand !== null;
  const noStock = count((row) => !isStocked(row));
  const old = count((row) => row.stock_on !== null && daysBetween(row.stock_on as Day, input.asOf) > STALE_DAYS);
  const unlisted = count((row) => row.listing_id === null);
  const oversold = count((row) => typeof row.available === 'number' && row.available < 0);
  const leftOut = count((row) => (row.days_without_stock as number) > 0);
  const noCost = count((row) => row.cost_amount === null && ((row.on_hand as number | null) ?? 0) > 0);
  return [
    ...coverageNotes(input.period, input.stores, known),
    ...note(noStock, 'listing', 'listings', 'without any imported stock figure before this morning.'),
    ...note(old, 'row', 'rows', `with stock figures older than ${STALE_DAYS} days: import a newer stock report.`),
    ...note(
      unlisted,
      'row is',
      'rows are',
      'no listing: in a stock report under a SKU that no imported catalogue has (or that several listings share).',
    ),
    ...note(oversold, 'listing', 'listings', 'oversold: available is below zero and lasts 0 days.'),
    ...note(leftOut, 'row', 'rows', 'with days out of stock in these 30 days: those days are left out of the velocity.'),
    ...note(noCost, 'row', 'rows', 'with units on hand but no unit cost: their value is unknown and not in the totals.'),
  ];
}

function note(count: number, one: string, several: string, rest: string): string[] {
  return count === 0 ? [] : [`${counted(count, one, several)} ${rest}`];
}
