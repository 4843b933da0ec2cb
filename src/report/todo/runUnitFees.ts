/**
 * What the platform keeps of one more unit, as `report profit` expects it of an order that is not settled yet: by the listing's settled
 * orders, else the store's, else the platform's table. Of a table, a unit is taken to be an order without shipping, tax on top and
 * discounts, so what is taken of these is not in it.
 */
import type { Day } from '../../core/day.js';
import type { Database } from '../../db/connection.js';
import { lessonsByNow } from '../../facts/feeQueries.js';
import { itemNames } from '../../facts/profitQueries.js';
import type { Store } from '../../facts/stores.js';
import { MONEY_REPORTS } from '../../measures/profit/classify.js';
import { type FeeModel, learnFees } from '../../measures/profit/fees.js';
import type { FeesOf, SoldUnits } from '../../measures/unitValue.js';

/** Learned of a store when the first of its things is asked for. */
export function unitFees(db: Database, stores: readonly Store[], on: Day): FeesOf {
  const models = new Map<number, FeeModel>();
  const modelOf = (store: Store): FeeModel => {
    const known = models.get(store.storeId);
    if (known) return known;
    const lessons = lessonsByNow(db, [store.storeId], MONEY_REPORTS);
    // Of a store without a settlement the table needs no names.
    const items = lessons.settled.length === 0 ? [] : itemNames(db, [store.storeId]);
    const things = new Map(items.map(({ itemPk, thing }) => [itemPk, thing]));
    const model = learnFees([store], lessons, (itemPk) => things.get(itemPk) ?? `i${itemPk}`);
    models.set(store.storeId, model);
    return model;
  };
  return ({ storeId, thing, currency, units, salesMinor }: SoldUnits) => {
    const store = stores.find((each) => each.storeId === storeId);
    if (!store || store.currency !== currency) return null;
    const goodsOnly = { orders: units, discountMinor: 0, shippingMinor: 0, taxMinor: 0 };
    const estimates = modelOf(store)({ storeId, thing, day: on, units, salesMinor, ...goodsOnly });
    const [first] = estimates;
    if (!first) return null;
    return { perUnit: estimates.reduce((sum, { amountMinor }) => sum - amountMinor, 0) / units, source: first.source };
  };
}
