/** `eco products costs list`: dated costs from whoever says them, and what is missing. */
import { addDays } from '../../core/day.js';
import { UserError } from '../../core/errors.js';
import { costEntries } from '../../facts/costQueries.js';
import { salesBySku, withCurrency } from '../../facts/salesQueries.js';
import { nearestName } from '../../output/nearest.js';
import type { Session } from '../../session.js';
import { knownNames, listingsNamed, listingsOf } from '../queries.js';
import { costList } from './listTable.js';

const SALES_DAYS = 30;

export async function listCosts(session: Session, word: string | undefined, flags: { readonly missing?: boolean }): Promise<void> {
  const db = await session.database();
  const stores = withCurrency(db, await session.stores(db));
  const storeIds = stores.map((store) => store.storeId);
  const asOf = session.asOf(stores);
  const input = {
    asOf,
    stores,
    listings: listingsOf(db, storeIds),
    costs: costEntries(db, storeIds),
    sales: salesBySku(db, storeIds, { from: addDays(asOf, -SALES_DAYS), to: addDays(asOf, -1) }),
  };
  if (word === undefined) return session.print(costList(input, flags.missing === true));
  const named = new Set(listingsNamed(db, storeIds, word).map((listing) => listing.listingPk));
  const isMeant = (of: { readonly listingPk: number | null; readonly sku: string | null }) =>
    of.sku === word || (of.listingPk !== null && named.has(of.listingPk));
  const only = {
    ...input,
    listings: input.listings.filter(isMeant),
    costs: input.costs.filter(isMeant),
    sales: input.sales.filter(isMeant),
  };
  if (only.listings.length + only.costs.length + only.sales.length === 0) {
    const nearest = nearestName(word, knownNames(db, storeIds));
    throw new UserError(
      `Nothing goes by "${word}"${nearest === null ? '' : `; the nearest is "${nearest}"`}. "eco products list" shows all.`,
    );
  }
  await session.print(costList(only, flags.missing === true));
}
