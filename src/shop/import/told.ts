/**
 * What came of one file, in a few words: rows, what they became, what was left out, the days they speak of. What an import became
 * is asked of the facts, and only told where they still are what it wrote.
 */
import { counted, thousands } from '../../core/count.js';
import { zone } from '../../core/zone.js';
import type { Database } from '../../db/connection.js';
import type { ImportResult } from '../../importing/importFile.js';

export interface Told {
  readonly words: (result: ImportResult) => string;
  /** The days that it speaks of. */
  readonly days: (result: ImportResult) => Span | null;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

interface Listings {
  readonly rows: number;
  /** Without those that only hold variations. */
  readonly listings: number;
  readonly products: number;
  readonly withoutSku: number;
}

interface Stock {
  readonly locations: number;
  readonly day: string;
}

interface Orders {
  readonly store: string;
  readonly orders: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Above this, looking through all orders or all stock for what one file said costs more than it tells. */
const MOST_ROWS = 300_000;

/** The words for each of these results. */
export function teller(db: Database): Told {
  const listings = listingsByImport(db);
  const stock = stockByImport(db);
  const orders = ordersByImport(db);
  const placedBy = (result: ImportResult) => orders.get(result.importId ?? -1) ?? [];
  const daysOf = (result: ImportResult) => {
    const { periodFrom, periodTo } = result;
    return periodFrom === null ? span(placedBy(result)) : { from: periodFrom, to: periodTo ?? periodFrom };
  };
  const words = (result: ImportResult) => {
    if (result.message !== null && result.status !== 'imported' && result.status !== 'partial') return result.message;
    const { step } = result;
    const isNew = step.changed + step.unchanged + step.removed === 0;
    const made = listings.get(result.importId ?? -1);
    const stocked = stock.get(result.importId ?? -1);
    const placed = placedBy(result);
    const spoken = daysOf(result);
    return [
      counted(result.rowsRead, 'row', 'rows') + (isNew && made?.rows === step.added ? ` → ${listingWords(made)}` : ''),
      ...(isNew
        ? []
        : [some(step.added, 'new'), some(step.changed, 'changed'), some(step.unchanged, 'the same'), some(step.removed, 'removed')]),
      ...Object.entries(result.ignored).map(([rule, rows]) => `${thousands(rows)} ignored (${rule})`),
      some(result.rowsRejected, 'rejected'),
      placed.length > 1 ? placed.map((store) => `${store.store} ${counted(store.orders, 'order', 'orders')}`).join(', ') : null,
      stocked && stocked.locations > 1 ? counted(stocked.locations, 'location', 'locations') : null,
      stocked ? `stock of ${stocked.day}` : null,
      spoken && days(spoken) + (result.periodAtLeast ? ' at least' : ''),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  };
  return { words, days: daysOf };
}

function listingWords({ listings, products, withoutSku }: Listings): string {
  const what =
    products === listings
      ? counted(listings, 'listing', 'listings')
      : `${counted(products, 'product', 'products')}, ${counted(listings, 'variant', 'variants')}`;
  return withoutSku > 0 ? `${what} (${thousands(withoutSku)} without SKU)` : what;
}

function span(orders: readonly Orders[]): Span | null {
  const known = orders.filter((store) => store.from !== null && store.to !== null);
  if (known.length === 0) return null;
  const from = known.reduce((least, store) => ((store.from as string) < least ? (store.from as string) : least), known[0]?.from as string);
  const to = known.reduce((most, store) => ((store.to as string) > most ? (store.to as string) : most), known[0]?.to as string);
  return { from, to };
}

function days({ from, to }: Span): string {
  return from === to ? from : `${from} … ${to}`;
}

function some(count: number, word: string): string | null {
  return count > 0 ? `${thousands(count)} ${word}` : null;
}

function listingsByImport(db: Database): ReadonlyMap<number, Listings> {
  const rows = db
    .prepare(
      `SELECT import_id AS importId, count(*) AS rows, sum(role IS NULL) AS listings, count(DISTINCT store_id || ' ' || product_key) AS products,
         sum(role IS NULL AND sku IS NULL) AS withoutSku
       FROM listings GROUP BY import_id`,
    )
    .all() as (Listings & { importId: number })[];
  return new Map(rows.map((row) => [row.importId, row]));
}

function stockByImport(db: Database): ReadonlyMap<number, Stock> {
  if (hasManyStocks(db)) return new Map();
  const rows = db
    .prepare(
      `SELECT k.import_id AS importId, count(DISTINCT k.location) AS locations, max(k.taken_at) AS takenAt, s.time_zone AS timeZone
       FROM stock k JOIN stores s USING (store_id) GROUP BY k.import_id`,
    )
    .all() as { importId: number; locations: number; takenAt: number; timeZone: string }[];
  return new Map(rows.map((row) => [row.importId, { locations: row.locations, day: zone(row.timeZone).dayOf(row.takenAt) }]));
}

function hasManyStocks(db: Database): boolean {
  return db.prepare(`SELECT 1 FROM stock LIMIT 1 OFFSET ${MOST_ROWS}`).get() !== undefined;
}

/** By the number that the newest got: walking over so many takes as long as the rest of the command. */
function hasManyOrders(db: Database): boolean {
  return (db.prepare('SELECT coalesce(max(order_pk), 0) FROM order_heads').pluck().get() as number) > MOST_ROWS;
}

function ordersByImport(db: Database): ReadonlyMap<number, readonly Orders[]> {
  const found = new Map<number, Orders[]>();
  if (hasManyOrders(db)) return found;
  const rows = db
    .prepare(
      `SELECT h.import_id AS importId, s.name AS store, count(*) AS orders, min(h.ordered_on) AS "from", max(h.ordered_on) AS "to"
       FROM order_heads h JOIN stores s USING (store_id) GROUP BY h.import_id, s.name ORDER BY orders DESC, s.name`,
    )
    .all() as (Orders & { importId: number })[];
  for (const row of rows) found.set(row.importId, [...(found.get(row.importId) ?? []), row]);
  return found;
}
