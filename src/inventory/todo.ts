/**
 * What inventory puts on the morning list: listings that sell and are out of stock, and those that run out within two weeks
 * (`inventory status`). Listings whose last snapshot is older than a week are left out: nobody knows what lies there today.
 */
import { addDays, type Day } from '../core/day.js';
import type { Sentence } from '../core/page.js';
import { shellWord } from '../core/shellWord.js';
import type { Row } from '../core/table.js';
import type { TodoStep, Worth } from '../core/todo.js';
import type { Database } from '../db/connection.js';
import { storesWithStock } from '../facts/stockQueries.js';
import { LOOK_BACK_DAYS } from '../measures/coverage.js';
import { groupBy } from '../measures/grouping.js';
import { untilMorning } from '../measures/morning.js';
import type { UnitValue } from '../measures/unitValue.js';
import { VELOCITY_DAYS } from '../measures/velocity.js';
import { type LostUnits, worthOf } from '../measures/worth.js';
import { listingThings, statusFacts } from './queries.js';
import { type StatusStore, stockStatus } from './status.js';

const SOON_DAYS = 14;
const FRESH_DAYS = 7;
const MOST_NAMES = 2;
/** Steps of their own, by kind and currency. */
const MOST_ALONE = 2;

/** Listings that sell: those that are sold out, fastest first, and those that run out soon, soonest first. */
export interface StockAtRisk {
  readonly out: readonly Row[];
  readonly soon: readonly Row[];
  /** The stores of which a listing is known with its stock of the last week and how fast it sells: of others nothing can be told. */
  readonly known: ReadonlySet<string>;
}

/** `now`: epoch milliseconds where `asOf` is today, else null. */
export function stockAtRisk(db: Database, all: readonly StatusStore[], asOf: Day, now: number | null): StockAtRisk {
  // How fast things sell is counted from a month of orders, in vain where no stock is known.
  const stocked = storesWithStock(
    db,
    all.map((store) => store.storeId),
  );
  const stores = all.filter((store) => stocked.has(store.storeId));
  if (stores.length === 0) return { out: [], soon: [], known: new Set() };
  const period = { from: addDays(asOf, -VELOCITY_DAYS), to: addDays(asOf, -1) };
  const facts = statusFacts(db, untilMorning(stores, asOf, now), period, LOOK_BACK_DAYS);
  const { rows } = stockStatus({ asOf, period, stores, ...facts });
  const isFresh = (row: Row) => row.stock_on !== null && (row.stock_on as Day) >= addDays(asOf, -FRESH_DAYS);
  const fresh = rows.filter((row) => row.days_of_cover !== null && isFresh(row));
  return {
    out: fresh.filter((row) => row.days_of_cover === 0).sort((a, b) => speed(b) - speed(a) || byName(a, b)),
    soon: fresh.filter((row) => cover(row) > 0 && cover(row) < SOON_DAYS).sort((a, b) => cover(a) - cover(b) || byName(a, b)),
    known: new Set(rows.filter((row) => isFresh(row) && row.velocity_per_day !== null).map((row) => row.store as string)),
  };
}

/**
 * Those that cost most in each currency one by one, the others together by store. `valueFor`: what a unit of a row's thing brings. Sold out: units a
 * day that are not sold. Running out: the units that are not sold until two weeks are over, if nothing arrives.
 */
export function inventoryTodo({ out, soon }: StockAtRisk, valueFor: (row: Row) => UnitValue | null): TodoStep[] {
  const lostSoon = (row: Row) => (SOON_DAYS - cover(row)) * speed(row);
  return [
    ...stepsOf(out, 'sold_out', 'day', valueFor, (row) => ({ units: speed(row), told: `${shown(speed(row))} a day` })),
    ...stepsOf(soon, 'running_out', 'once', valueFor, (row) => ({
      units: lostSoon(row),
      told: `(${SOON_DAYS} − ${shown(cover(row))} days of stock${(row.inbound as number | null) ? ', what is inbound not counted' : ''}) × ${shown(speed(row))} a day`,
    })),
  ];
}

/** Of each row of `inventory status`, the thing that facts know it as. */
export function thingsOfRows(db: Database, stores: readonly StatusStore[]): (row: Row) => string {
  const ids = new Map(stores.map(({ name, storeId }) => [name, storeId]));
  const things = listingThings(db, [...ids.values()]);
  return (row) => {
    const storeId = ids.get(row.store as string);
    return row.listing_id === null ? `s${storeId}/${row.sku}` : (things.get(`${storeId} ${row.listing_id}`) ?? '');
  };
}

type Lost = (row: Row) => Pick<LostUnits, 'units' | 'told'>;

function stepsOf(
  rows: readonly Row[],
  kind: 'sold_out' | 'running_out',
  per: Worth['per'],
  valueFor: (row: Row) => UnitValue | null,
  lostOf: Lost,
): TodoStep[] {
  const all = rows.map((row) => ({ row, lost: { ...lostOf(row), value: valueFor(row) } }));
  const worth = (lost: readonly LostUnits[]) => worthOf(lost, per);
  const costly = all
    .map((each) => ({ ...each, worth: worth([each.lost]) }))
    .filter((each) => each.worth !== null)
    .sort((a, b) => (b.worth as Worth).amountMinor - (a.worth as Worth).amountMinor);
  const named = new Set(
    [...groupBy(costly, ({ row }) => row.currency).values()].flatMap((own) => own.slice(0, MOST_ALONE).map(({ row }) => row)),
  );
  const alone = all.filter(({ row }) => named.has(row)).map(({ row, lost }) => oneStep(row, kind, worth([lost])));
  const rest = [
    ...groupBy(
      all.filter(({ row }) => !named.has(row)),
      ({ row }) => row.store,
    ).values(),
  ];
  return [
    ...alone,
    ...rest.map((own) =>
      manySteps(
        own.map(({ row }) => row),
        kind,
        worth(own.map(({ lost }) => lost)),
      ),
    ),
  ];
}

function oneStep(row: Row, kind: 'sold_out' | 'running_out', worth: Worth | null): TodoStep {
  const end: Sentence = kind === 'sold_out' ? [' is sold out'] : [' runs out on ', { value: row.stock_out_on ?? null, kind: 'day' }];
  const name = { value: nameOf(row), kind: 'text', tone: 'strong' } as const;
  const key = row.sku === null ? 'listing_id' : 'sku';
  const command = `eco inventory status --store ${shellWord(row.store as string)} --where ${shellWord(`${key}=${row[key] ?? ''}`)}`;
  return { kind, store: row.store as string, text: [name, ...end], command, worth };
}

function manySteps(rows: readonly Row[], kind: 'sold_out' | 'running_out', worth: Worth | null): TodoStep {
  const [first] = rows as [Row];
  const store = first.store as string;
  const chosen = `--store ${shellWord(store)}`;
  const count = { value: rows.length, kind: 'integer' } as const;
  if (kind === 'sold_out') {
    const names = rows.slice(0, MOST_NAMES).map(nameOf).join(', ') + (rows.length > MOST_NAMES ? ', …' : '');
    const text: Sentence = [count, ` sold out in ${store}: `, { value: names, kind: 'text' }];
    return { kind, store, text, command: `eco inventory status ${chosen} --where days_of_cover=0 --sort -velocity_per_day`, worth };
  }
  const text: Sentence = [
    count,
    rows.length === 1 ? ' runs' : ' run',
    ` out within ${SOON_DAYS} days in ${store}, first `,
    { value: nameOf(first), kind: 'text' },
    ' on ',
    { value: first.stock_out_on ?? null, kind: 'day' },
  ];
  return {
    kind,
    store,
    text,
    command: `eco inventory status ${chosen} --where 'days_of_cover<${SOON_DAYS}' --sort days_of_cover`,
    worth,
  };
}

function shown(value: number): string {
  return String(Math.round(value * 100) / 100);
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
