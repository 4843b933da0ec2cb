/**
 * What inventory puts on the morning list: listings that sell and are out of stock, and those that run out within two weeks
 * (`inventory status`). Listings whose last snapshot is older than a week are left out: nobody knows what lies there today.
 */
import { addDays, type Day } from '../core/day.js';
import type { Sentence, Step } from '../core/page.js';
import type { Row } from '../core/table.js';
import type { Database } from '../db/connection.js';
import { LOOK_BACK_DAYS } from '../measures/coverage.js';
import { untilMorning } from '../measures/morning.js';
import { VELOCITY_DAYS } from '../measures/velocity.js';
import { statusFacts } from './queries.js';
import { type StatusStore, stockStatus } from './status.js';

const SOON_DAYS = 14;
const FRESH_DAYS = 7;
const MOST_NAMES = 2;

/** Listings that sell: those that are sold out, fastest first, and those that run out soon, soonest first. */
export interface StockAtRisk {
  readonly out: readonly Row[];
  readonly soon: readonly Row[];
  /** The stores that have a snapshot of the last week: of others nothing is known. */
  readonly known: ReadonlySet<string>;
}

/** `now`: epoch milliseconds where `asOf` is today, else null. */
export function stockAtRisk(db: Database, stores: readonly StatusStore[], asOf: Day, now: number | null): StockAtRisk {
  const period = { from: addDays(asOf, -VELOCITY_DAYS), to: addDays(asOf, -1) };
  const facts = statusFacts(db, untilMorning(stores, asOf, now), period, LOOK_BACK_DAYS);
  const { rows } = stockStatus({ asOf, period, stores, ...facts });
  const isFresh = (row: Row) => row.stock_on !== null && (row.stock_on as Day) >= addDays(asOf, -FRESH_DAYS);
  const fresh = rows.filter((row) => row.days_of_cover !== null && isFresh(row));
  return {
    out: fresh.filter((row) => row.days_of_cover === 0).sort((a, b) => speed(b) - speed(a) || byName(a, b)),
    soon: fresh.filter((row) => cover(row) > 0 && cover(row) < SOON_DAYS).sort((a, b) => cover(a) - cover(b) || byName(a, b)),
    known: new Set(rows.filter(isFresh).map((row) => row.store as string)),
  };
}

export function inventoryTodo({ out, soon }: StockAtRisk): Step[] {
  return [...outOfStock(out), ...runningOut(soon)];
}

function outOfStock(rows: readonly Row[]): Step[] {
  if (rows.length === 0) return [];
  const names = rows.slice(0, MOST_NAMES).map(nameOf);
  const more = rows.length > names.length ? `, ${rows.length - names.length} more` : '';
  const text: Sentence = ['sold out: ', { value: names.join(', ') + more, kind: 'text' }];
  return [{ text, command: "eco inventory status --where 'days_of_cover=0' --sort -velocity_per_day" }];
}

function runningOut(rows: readonly Row[]): Step[] {
  const first = rows[0];
  if (!first) return [];
  const text: Sentence = [
    { value: rows.length, kind: 'integer' },
    rows.length === 1 ? ' runs' : ' run',
    ` out within ${SOON_DAYS} days, first `,
    { value: nameOf(first), kind: 'text' },
    ' on ',
    { value: first.stock_out_on ?? null, kind: 'day' },
  ];
  return [{ text, command: `eco inventory status --where 'days_of_cover<${SOON_DAYS}' --sort days_of_cover` }];
}

function nameOf(row: Row): string {
  return String(row.sku ?? row.listing_id ?? row.title);
}

function cover(row: Row): number {
  return row.days_of_cover as number;
}

function speed(row: Row): number {
  return row.velocity_per_day as number;
}

function byName(a: Row, b: Row): number {
  return `${nameOf(a)} ${a.store}` < `${nameOf(b)} ${b.store}` ? -1 : 1;
}
