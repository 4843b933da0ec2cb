/** Reads all that the figures of some periods of a store are made of. */
import { addDays, type Day, type Period } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { orderEvidence } from '../../facts/salesQueries.js';
import type { Store } from '../../facts/stores.js';
import type { Profit } from './figures.js';
import {
  adSumsByUnit,
  buyersByPeriod,
  dailySubjects,
  ordersByDay,
  reportFiles,
  reviewsByPeriod,
  shopUnits,
  trafficUnits,
} from './queries.js';
import type { StoreFacts } from './storeFacts.js';

/** A store and the periods that it is asked about. */
export interface Asked {
  readonly store: Store;
  readonly periods: readonly Period[];
  /** Those of them whose profit, buyers and reviews are told; all when not given. The days of a curve need none. */
  readonly told?: readonly Period[];
}

export interface StoreRead {
  readonly store: Store;
  readonly facts: StoreFacts;
  /** Which reports of single days the store has ever had, and the newest day of each. */
  readonly subjects: readonly { readonly subject: 'traffic' | 'ads' | 'shop'; readonly newest: Day }[];
}

/** Profit of some periods of a store, where it can be told. */
export type ProfitOf = (store: Store, periods: readonly Period[]) => readonly (Period & { readonly profit: Profit | null })[];

/** `lookBack`: days before the first period in which order files tell its known days. */
export function readFacts(db: Database, asked: readonly Asked[], lookBack: number, profitOf: ProfitOf | null = null): StoreRead[] {
  const first = asked.flatMap(({ periods }) => periods.map(({ from }) => from)).sort()[0];
  if (first === undefined) return [];
  const storeIds = asked.map(({ store }) => store.storeId);
  const evidence = orderEvidence(db, storeIds, addDays(first, -lookBack));
  return asked.map(({ store, periods, told = periods }) => {
    const { storeId } = store;
    const isOwn = (row: { readonly storeId: number }) => row.storeId === storeId;
    const orders = ordersByDay(db, storeId, periods);
    const traffic = trafficUnits(db, storeId, periods);
    const shop = shopUnits(db, storeId, periods);
    const ads = adSumsByUnit(db, storeId, periods, store.currency);
    return {
      store,
      subjects: dailySubjects(db, storeId),
      facts: {
        platform: store.platform,
        timeZone: store.timeZone,
        currency: store.currency ?? onlyCurrency([...orders, ...traffic, ...shop, ...ads]),
        orders,
        orderFiles: evidence.orderFiles.filter(isOwn),
        orderDays: evidence.orderDays.filter(isOwn).map(({ day }) => day),
        traffic,
        shop,
        ads,
        reportFiles: reportFiles(db, storeId),
        buyers: buyersByPeriod(db, storeId, told),
        reviews: reviewsByPeriod(db, storeId, told),
        profit: profitOf?.(store, told) ?? [],
      },
    };
  });
}

/** Of a store whose currency nobody told: the only one that its figures name. */
function onlyCurrency(rows: readonly { readonly currency: string | null }[]): string | null {
  const named = new Set(rows.flatMap((row) => row.currency ?? []));
  return named.size === 1 ? ([...named][0] as string) : null;
}
