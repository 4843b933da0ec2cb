/** Loads what the rules and conditions of a bulk edit ask for besides the texts, and nothing else: most edits need texts only. */

import { addDays, type Day } from '../core/day.js';
import { decimalFromMinor } from '../core/money.js';
import type { Database } from '../db/connection.js';
import { adReports } from '../facts/adQueries.js';
import { orderEvidence, salesByThing } from '../facts/salesQueries.js';
import { newestAvailable } from '../facts/stockQueries.js';
import type { Store } from '../facts/stores.js';
import { fieldsIn } from '../measures/condition.js';
import { knownDaysByStore, LOOK_BACK_DAYS } from '../measures/coverage.js';
import { groupBy, sumKnown } from '../measures/grouping.js';
import { untilMorning } from '../measures/morning.js';
import { countedPlaces } from '../measures/stock.js';
import type { Session } from '../session.js';
import { nameOf } from './edit/attributes.js';
import type { EditOrder } from './edit/engine.js';
import { type EditFacts, NO_FACTS, type StoreTerms } from './edit/facts.js';
import { TERM_FIELDS } from './edit/subject.js';
import { brandsOfSeller } from './editQueries.js';
import { adTermRows, newestAdDays } from './keywordQueries.js';
import { chooseReports } from './keywords/chosenReports.js';
import type { TextListing } from './textListing.js';

/** Days of search terms, as `titles keywords` takes them. */
const TERM_DAYS = 90;
/** Finished days that sales are counted over. */
const SALES_DAYS = 30;

/** Rules that look at what words are worth. */
const VALUING: ReadonlySet<string> = new Set(['shorten', 'template', 'prepend', 'append']);

export function loadFacts(session: Session, db: Database, stores: readonly Store[], order: EditOrder): EditFacts {
  const names = new Set(
    [...order.where.map(({ condition }) => condition), ...order.rules.flatMap(({ where }) => where ?? [])]
      .flatMap(fieldsIn)
      .map(({ name }) => nameOf(name)),
  );
  const needsTerms = TERM_FIELDS.some((name) => names.has(name)) || order.rules.some(({ name }) => VALUING.has(name));
  const needsSales = names.has('units_30d') || names.has('sales_30d');
  const sales = needsSales ? salesOf(db, stores, order.asOf) : null;
  const stock = names.has('available') ? stockOf(session, db, stores, order.asOf) : null;
  const figures = (listing: TextListing) => ({
    units: sales?.units(listing) ?? null,
    sales: sales?.amount(listing) ?? null,
    available: stock?.get(listing.listingPk) ?? null,
  });
  const storeIds = stores.map((store) => store.storeId);
  let brands: readonly string[] | null = null;
  return {
    ...NO_FACTS,
    get brands() {
      brands ??= brandsOfSeller(db, storeIds);
      return brands;
    },
    figures,
    terms: needsTerms ? termsOf(db, stores, order.asOf) : new Map(),
  };
}

interface Sales {
  units(listing: TextListing): number | null;
  amount(listing: TextListing): number | null;
}

/** Units and sales of the 30 finished days: 0 where days are known and nothing was sold, unknown where no day is known. */
function salesOf(db: Database, stores: readonly Store[], asOf: Day): Sales {
  const storeIds = stores.map((store) => store.storeId);
  const period = { from: addDays(asOf, -SALES_DAYS), to: addDays(asOf, -1) };
  const { orderFiles, orderDays } = orderEvidence(db, storeIds, addDays(period.from, -LOOK_BACK_DAYS));
  const known = knownDaysByStore(period, stores, orderFiles, orderDays);
  const byListing = groupBy(salesByThing(db, storeIds, period), (sold) => sold.listingPk);
  const soldOf = (listing: TextListing) => byListing.get(listing.listingPk) ?? [];
  const isKnown = (listing: TextListing) => (known.get(listing.storeId)?.length ?? 0) > 0;
  return {
    units: (listing) => sumKnown(soldOf(listing).map((sold) => sold.units)) ?? (isKnown(listing) ? 0 : null),
    amount(listing) {
      const own = soldOf(listing).filter((sold) => sold.salesMinor !== null && (sold.currency ?? listing.currency) === listing.currency);
      const minor = sumKnown(own.map((sold) => sold.salesMinor));
      if (minor !== null) return Number(decimalFromMinor(minor, listing.currency));
      return isKnown(listing) && soldOf(listing).length === 0 ? 0 : null;
    },
  };
}

function stockOf(session: Session, db: Database, stores: readonly Store[], asOf: Day): Map<number, number | null> {
  const found = groupBy(newestAvailable(db, untilMorning(stores, asOf, session.context.now())), (place) => place.listingPk);
  return new Map(
    [...found].flatMap(([listingPk, places]) =>
      listingPk === null ? [] : [[listingPk, sumKnown(countedPlaces(places).map((place) => place.available))] as const],
    ),
  );
}

/** Search terms of the last 90 days that each store's ad reports speak of; amounts in another currency than the store's first are left out. */
function termsOf(db: Database, stores: readonly Store[], asOf: Day): Map<number, StoreTerms> {
  const found = new Map<number, StoreTerms>();
  for (const { storeId, newest } of newestAdDays(
    db,
    stores.map((store) => store.storeId),
    addDays(asOf, -1),
  )) {
    const period = { from: addDays(newest, 1 - TERM_DAYS), to: newest };
    const choice = chooseReports(adReports(db, [storeId], period), [storeId], period);
    const rows = adTermRows(db, choice.ids);
    const own = stores.find((store) => store.storeId === storeId)?.currency ?? null;
    const currency = own ?? rows.find((row) => row.currency !== null)?.currency ?? null;
    const terms = rows
      .filter((row) => row.currency === null || row.currency === currency)
      .map((row) => ({ term: row.term, clicks: row.clicks, costMicros: row.cost, orders: row.orders, salesMicros: row.sales }));
    if (terms.length > 0) found.set(storeId, { terms, days: choice.days.get(storeId) ?? 0, currency });
  }
  return found;
}
