/** What a reader of `products list` must know beside the rows. */
import { counted } from '../core/count.js';
import type { Day } from '../core/day.js';
import type { Row } from '../core/table.js';
import { coverageNotes } from '../measures/coverage.js';
import type { ListInput } from './listing.js';

/** Sentences: days without orders, things sold that are no listing, lines without a price, sales in a foreign currency. */
export function listNotes(input: ListInput, known: ReadonlyMap<number, readonly Day[]>, rows: readonly Row[]): string[] {
  const unlisted = rows.filter((row) => row.listing_id === null);
  const unpriced = input.sales.reduce((sum, sold) => sum + sold.linesWithoutPrice, 0);
  const foreign = new Set(rows.filter((row) => row.listing_id !== null).map((row) => `${row.store}\u001f${row.listing_id}`));
  const extra = rows.length - unlisted.length - foreign.size;
  return [
    ...coverageNotes(input.period, input.stores, known),
    ...(unlisted.length > 0
      ? [
          `${counted(unlisted.length, 'row is', 'rows are')} no listing: sold in the last 30 days under a name that no imported catalogue has (or that several listings share).`,
        ]
      : []),
    ...(unpriced > 0 ? [`${counted(unpriced, 'order line has', 'order lines have')} no price yet: units count, sales do not.`] : []),
    ...(extra > 0 ? [`${counted(extra, 'row repeats', 'rows repeat')} a listing that also sold in another currency than its price.`] : []),
  ];
}
