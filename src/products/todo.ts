/**
 * What products puts on the morning list: listings that are down while their goods lie in stock, and those that sell without a known
 * unit cost, with the share of sales that hides its profit.
 */
import { addDays, type Day } from '../core/day.js';
import type { Sentence } from '../core/page.js';
import { shellWord } from '../core/shellWord.js';
import type { TodoStep, Worth } from '../core/todo.js';
import type { Database } from '../db/connection.js';
import { costEntries } from '../facts/costQueries.js';
import { salesBySku, unitsByThingAndDay } from '../facts/salesQueries.js';
import { newestAvailable } from '../facts/stockQueries.js';
import type { Store } from '../facts/stores.js';
import { groupBy } from '../measures/grouping.js';
import { untilMorning } from '../measures/morning.js';
import type { UnitValue } from '../measures/unitValue.js';
import { type LostUnits, worthOf } from '../measures/worth.js';
import { salesWithoutCost } from './costs/listTable.js';
import { downAs, LOOK_BACK_DAYS, usualUnits } from './down.js';
import { type ListingState, listingStates } from './downQueries.js';
import { listingsOf } from './queries.js';

const SALES_DAYS = 30;

const FRESH_SECONDS = 7 * 86_400;
/** Steps of their own, by store and status. */
const MOST_ALONE = 2;

/** `now`: epoch milliseconds where `asOf` is today, else null. `valueFor`: what a unit of a thing brings. */
export function downTodo(
  db: Database,
  stores: readonly Store[],
  asOf: Day,
  now: number | null,
  valueFor: (thing: string) => UnitValue | null,
): TodoStep[] {
  const storeIds = stores.map(({ storeId }) => storeId);
  const down = listingStates(db, storeIds).flatMap((listing) => {
    const as = downAs({ platform: listing.platform, status: listing.status, removed: listing.removed === 1 });
    return as === null ? [] : [{ ...listing, as }];
  });
  if (down.length === 0) return [];
  const until = untilMorning(stores, asOf, now);
  const youngest = new Map(until.map((each) => [each.storeId, each.until - FRESH_SECONDS]));
  const stocked = new Map<string, number>();
  for (const { thing, storeId, takenAt, available } of newestAvailable(db, until)) {
    if (takenAt >= (youngest.get(storeId) as number)) stocked.set(thing, (stocked.get(thing) ?? 0) + Math.max(0, available));
  }
  const idle = down.filter(({ listingPk }) => (stocked.get(`l${listingPk}`) ?? 0) > 0);
  if (idle.length === 0) return [];
  const sold = groupBy(
    unitsByThingAndDay(db, storeIds, { from: addDays(asOf, -LOOK_BACK_DAYS), to: addDays(asOf, -1) }),
    ({ thing }) => thing,
  );
  const told = idle.map((listing): Idle => {
    const thing = `l${listing.listingPk}`;
    const units = usualUnits(sold.get(thing) ?? []);
    const lost = {
      units: units ?? 0,
      value: units === null ? null : valueFor(thing),
      told: `${Math.round((units ?? 0) * 100) / 100} a day while it sold`,
    };
    return { listing, as: listing.as, inStock: stocked.get(thing) as number, lost };
  });
  return [...groupBy(told, ({ listing, as }) => `${listing.store}\u0000${as}`).values()].flatMap(downSteps);
}

interface Idle {
  readonly listing: ListingState;
  readonly as: string;
  readonly inStock: number;
  readonly lost: LostUnits;
}

/** Of one store and one status. */
function downSteps(idle: readonly Idle[]): TodoStep[] {
  const worths = new Map(idle.map((each) => [each, worthOf([each.lost], 'day')]));
  const costly = idle
    .filter((each) => worths.get(each))
    .sort((a, b) => (worths.get(b) as Worth).amountMinor - (worths.get(a) as Worth).amountMinor);
  const alone = costly.slice(0, MOST_ALONE);
  const rest = idle.filter((each) => !alone.includes(each));
  return [
    ...alone.map((each) => downStep([each], worths.get(each) ?? null)),
    ...(rest.length === 0
      ? []
      : [
          downStep(
            rest,
            worthOf(
              rest.map(({ lost }) => lost),
              'day',
            ),
          ),
        ]),
  ];
}

function downStep(idle: readonly Idle[], worth: Worth | null): TodoStep {
  const [{ listing, as }] = idle as [Idle];
  const inStock = { value: idle.reduce((sum, each) => sum + each.inStock, 0), kind: 'integer' } as const;
  const store = shellWord(listing.store);
  if (idle.length === 1) {
    const name = { value: listing.sku ?? listing.listingId, kind: 'text', tone: 'strong' } as const;
    const command = `eco products show ${shellWord(listing.sku ?? listing.listingId)} --store ${store}`;
    return { kind: 'listing_down', store: listing.store, text: [name, ` is ${as} with `, inStock, ' in stock'], command, worth };
  }
  const chosen =
    listing.removed === 1 ? "--all --where 'available>0'" : `--where ${shellWord(`status=${listing.status}`)} --where 'available>0'`;
  const text: Sentence = [{ value: idle.length, kind: 'integer' }, ` listings of ${listing.store} are ${as} with `, inStock, ' in stock'];
  return { kind: 'listing_down', store: listing.store, text, command: `eco products list --store ${store} ${chosen}`, worth };
}

/** One line for all stores. Amounts of two currencies are never added: of several, the lowest and the highest share. */
export function costsTodo(db: Database, storeIds: readonly number[], asOf: Day): TodoStep[] {
  const listings = listingsOf(db, storeIds);
  if (listings.length === 0) return [];
  const sales = salesBySku(db, storeIds, { from: addDays(asOf, -SALES_DAYS), to: addDays(asOf, -1) });
  const stores = storeIds.map((storeId) => ({ storeId, name: '' }));
  const things = salesWithoutCost({ asOf, stores, listings, costs: costEntries(db, storeIds), sales }).filter(
    ([sold]) => sold !== undefined && sold.listingPk !== null,
  );
  const without = things.flat();
  if (without.length === 0) return [];
  const shares = [...groupBy(sales, (row) => row.currency).entries()].flatMap(([currency, rows]) => {
    const total = rows.reduce((sum, row) => sum + (row.salesMinor ?? 0), 0);
    const hidden = without.filter((row) => row.currency === currency).reduce((sum, row) => sum + (row.salesMinor ?? 0), 0);
    return total > 0 && hidden > 0 ? [hidden / total] : [];
  });
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const share = (value: number) => ({ value, kind: 'ratio', digits: 0 }) as const;
  const range: Sentence = shares.length === 0 ? [] : [', ', share(least), ...(most > least ? [' to ', share(most)] : []), ' of sales'];
  return [
    {
      kind: 'coverage',
      store: null,
      worth: null,
      text: [{ value: things.length, kind: 'integer' }, things.length === 1 ? ' sells' : ' sell', ' without a known unit cost', ...range],
      command: 'eco products costs list --missing',
    },
  ];
}
