/** Loads what `titles effect` looks at: titles, their changes, and what every title sold and drew day by day. */

import { addDays, type Day, type Period } from '../core/day.js';
import { zone } from '../core/zone.js';
import type { Database } from '../db/connection.js';
import { adReports } from '../facts/adQueries.js';
import { orderEvidence } from '../facts/salesQueries.js';
import { snapshotsSince } from '../facts/stockQueries.js';
import type { Store } from '../facts/stores.js';
import { daysOf, knownDaysByStore, LOOK_BACK_DAYS } from '../measures/coverage.js';
import { groupBy } from '../measures/grouping.js';
import { untilMorning } from '../measures/morning.js';
import { daysInStock, type Snapshot } from '../measures/stock.js';
import type { Session } from '../session.js';
import { datedChanges } from './effect/change.js';
import type { EffectInput } from './effect/effects.js';
import { knownKey, type ShopSeries, shopSeries } from './effect/series.js';
import { clicksByDay, recordedChanges, reportedDays, soldByDay, uploadedTitles, visitsByDay } from './effectQueries.js';
import { listingExtras } from './keywordQueries.js';
import { advertisedBy } from './keywords/advertised.js';
import { chooseReports } from './keywords/chosenReports.js';
import { listingTexts } from './keywords/listingText.js';
import { textListings } from './queries.js';
import type { OwnedText } from './textListing.js';

export interface LoadedEffects extends Omit<EffectInput, 'mostDays'> {
  readonly texts: readonly OwnedText[];
  readonly storeNames: readonly string[];
}

/** From the oldest title change on, or as far back as placebos may look: `days` windows before it. */
export async function loadEffects(session: Session, mostDays: number, placeboDays = 0): Promise<LoadedEffects> {
  const db = await session.database();
  const stores = await session.stores(db);
  const asOf = session.asOf(stores);
  const storeIds = stores.map((store) => store.storeId);
  const listings = listingTexts(textListings(db, storeIds));
  const texts = listings.map((text) => text.owned);
  const zones = new Map(stores.map((store) => [store.storeId, store.timeZone]));
  const changes = datedChanges({ texts, recorded: recordedChanges(db, storeIds), planned: uploadedTitles(db, storeIds), zones });
  const titles = changes.filter((change) => change.field === 'title').map((change) => change.from);
  const oldest = [...titles, addDays(asOf, -placeboDays)].sort()[0] as Day;
  const period: Period = { from: addDays(oldest, -mostDays - 1), to: addDays(asOf, -1) };
  const textOf = new Map(texts.flatMap((text, index) => text.listings.map((listing) => [listing.listingPk, index] as const)));
  const series = shopSeries({
    period,
    stores: texts.map((text) => text.listings[0].storeId),
    textOf,
    sold: soldByDay(db, storeIds, period),
    visits: visitsByDay(db, storeIds, period),
    clicks: clicksOf(db, storeIds, period, listings),
    known: knownDays(db, stores, period),
  });
  const outOfStock = outOfStockDays(db, stores, session.context.now(), asOf, series, textOf);
  return { asOf, series, changes, outOfStock: (text) => outOfStock.get(text) ?? [], texts, storeNames: stores.map((store) => store.name) };
}

function clicksOf(db: Database, storeIds: readonly number[], period: Period, texts: ReturnType<typeof listingTexts>) {
  const { ids } = chooseReports(adReports(db, storeIds, period), storeIds, period);
  const asins = new Map(listingExtras(db, storeIds).flatMap(({ listingPk, asin }) => (asin === null ? [] : [[listingPk, asin] as const])));
  const advertised = advertisedBy(texts, asins);
  return clicksByDay(db, ids).flatMap((row) => {
    const { indexes } = advertised(row);
    // An ad group of several products does not tell whose its clicks are.
    return indexes.length === 1 ? [{ text: indexes[0] as number, day: row.day, clicks: row.clicks }] : [];
  });
}

function knownDays(db: Database, stores: readonly Store[], period: Period): Map<string, ReadonlySet<Day>> {
  const storeIds = stores.map((store) => store.storeId);
  const { orderFiles, orderDays } = orderEvidence(db, storeIds, addDays(period.from, -LOOK_BACK_DAYS));
  const orders = knownDaysByStore(period, stores, orderFiles, orderDays);
  const of = (subject: 'traffic' | 'ads') => groupBy(reportedDays(db, storeIds, subject, period), (row) => row.storeId);
  const [traffic, ads] = [of('traffic'), of('ads')];
  return new Map(
    storeIds.flatMap((storeId) => [
      [knownKey(storeId, 'orders'), new Set(orders.get(storeId) ?? [])] as const,
      [knownKey(storeId, 'traffic'), new Set((traffic.get(storeId) ?? []).map((row) => row.day))] as const,
      [knownKey(storeId, 'ads'), new Set((ads.get(storeId) ?? []).map((row) => row.day))] as const,
    ]),
  );
}

/** Days of the period on which a title's listing could not be bought. Titles of several listings are left out: one of them may have sold on. */
function outOfStockDays(
  db: Database,
  stores: readonly Store[],
  now: number,
  asOf: Day,
  series: ShopSeries,
  textOf: ReadonlyMap<number, number>,
): Map<number, Day[]> {
  const since = Date.parse(`${series.period.from}T00:00:00Z`) / 1000;
  const days = daysOf(series.period);
  const zoneOfText = series.stores.map((storeId) => stores.find((store) => store.storeId === storeId)?.timeZone ?? 'UTC');
  const sharing = new Map<number, number>();
  for (const text of textOf.values()) sharing.set(text, (sharing.get(text) ?? 0) + 1);
  const found = new Map<number, Day[]>();
  for (const [thing, rows] of groupBy(snapshotsSince(db, untilMorning(stores, asOf, now), since), (row) => row.thing)) {
    const text = thing.startsWith('l') ? textOf.get(Number(thing.slice(1))) : undefined;
    if (text === undefined || sharing.get(text) !== 1) continue;
    const { dayOf } = zone(zoneOfText[text] as string);
    const snapshots = rows.map((row): Snapshot => ({ ...row, takenOn: dayOf(row.takenAt) as Day }));
    const units = series.texts[text]?.units;
    const open = new Set(daysInStock(days, snapshots, (day) => (units?.[days.indexOf(day)] ?? 0) > 0));
    const out = days.filter((day) => !open.has(day));
    if (out.length > 0) found.set(text, out);
  }
  return found;
}
