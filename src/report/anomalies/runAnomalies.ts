/** Runs `eco report anomalies`: asks the facts for the days that the detector needs and prints what it found. */

import { counted } from '../../core/count.js';
import { addDays, type Day, daysBetween, parseDay, weekday } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import { shellWord } from '../../core/shellWord.js';
import { zone } from '../../core/zone.js';
import type { Database } from '../../db/connection.js';
import { orderEvidence, unitsByThingAndDay, withCurrency } from '../../facts/salesQueries.js';
import type { Store } from '../../facts/stores.js';
import { pricedUnits } from '../../facts/unitQueries.js';
import { LEAST_AMOUNT_DAYS } from '../../measures/anomaly/amounts.js';
import { LEAST_COUNT_DAYS } from '../../measures/anomaly/counts.js';
import { DAYS_A_MONTH, detect, HISTORY_DAYS } from '../../measures/anomaly/detect.js';
import { episodesOf } from '../../measures/anomaly/episodes.js';
import type { Days } from '../../measures/anomaly/series.js';
import { knownDaysByStore, LOOK_BACK_DAYS } from '../../measures/coverage.js';
import { groupBy } from '../../measures/grouping.js';
import { MONEY_REPORTS } from '../../measures/profit/classify.js';
import type { Session } from '../../session.js';
import { anomaliesPage, nameOfFigure } from './anomaliesPage.js';
import { daysFrom, type FigureSeries, seriesOf } from './figures.js';
import { type Found, folded, foundOf, type Named, type Worth } from './findings.js';
import { marketOf, outOfOrdinary } from './outOfOrdinary.js';
import { adsByDay, filesTelling, ordersByDay, refundedOrders, returnsByThing, thingNames, trafficByThing, whyReturned } from './queries.js';

export interface AnomaliesFlags {
  readonly day?: string;
  readonly since?: string;
  readonly budget?: string;
  readonly by?: string;
}

/** Days before the first asked for, so that a change told earlier is not told as new. */
const EARLIER_DAYS = 13;
const WORTH_DAYS = 90;
const BUDGET = '1/month';
/** Reports about money that say which rows give it back. */
const REFUNDS_TOLD = MONEY_REPORTS.filter(({ refund }) => refund.length > 0).map(({ format }) => format);
const LEVELS = ['store', 'sku'] as const;

export async function runAnomalies(session: Session, flags: AnomaliesFlags): Promise<void> {
  const budget = budgetOf(flags.budget ?? BUDGET);
  const level = levelOf(flags.by);
  const db = await session.database();
  const stores = withCurrency(db, await session.stores(db));
  if (stores.length === 0) throw new UserError('Nothing has been imported yet. Begin with: eco import FOLDER');
  const asOf = session.asOf(stores);
  const to = dayOption('--day', flags.day, asOf) ?? addDays(asOf, -1);
  const from = dayOption('--since', flags.since, asOf) ?? to;
  if (from > to) throw new UsageError(`--since ${from} lies after the last day, ${to}: an earlier day expected`);
  const first = addDays(from, -EARLIER_DAYS - HISTORY_DAYS);
  const asked = daysFrom(first, daysBetween(first, to) + 1);
  const days: Days = { days: asked, weekdays: asked.map(weekday) };
  const shops = stores.map((store) => shopOf(db, store, asked, level));
  const groups = shops.flatMap((shop) => shop.groups);
  const index = (day: Day) => daysBetween(first, day);
  const answer = detect({
    days,
    groups: groups.map((series) => ({ series })),
    from: index(from) - EARLIER_DAYS,
    to: index(to),
    perMonth: budget,
  });
  const byKey = new Map(groups.flat().map((series) => [series.key, series]));
  const all = episodesOf(answer.findings)
    .filter(({ last }) => last >= index(from))
    .map((episode) => {
      const series = byKey.get(episode.strongest.key) as FigureSeries;
      const shop = shops.find(({ store }) => store.storeId === series.storeId) as Shop;
      return foundOf(episode, series, days, shop.nameOf(series.thing));
    })
    .sort(
      (a, b) =>
        storeRank(stores, a) - storeRank(stores, b) || Math.abs(b.stake ?? 0) - Math.abs(a.stake ?? 0) || (a.command < b.command ? -1 : 1),
    );
  const found = folded(all);
  const notes = [...notesOf(shops, groups.flat(), answer.judged), ...lateNotes(shops, asked, from)];
  await session.print(anomaliesPage(found, { asOf, from, to, budget: flags.budget ?? BUDGET, judged: answer.judged.size }, notes));
  session.findings(found.filter(({ alongWith }) => alongWith === null).length);
}

function storeRank(stores: readonly Store[], found: Found): number {
  return stores.findIndex(({ name }) => name === found.store);
}

interface Shop {
  readonly store: Store;
  readonly market: string | null;
  readonly groups: readonly FigureSeries[][];
  readonly nameOf: (thing: string | null) => Named;
}

function shopOf(db: Database, store: Store, days: readonly Day[], level: (typeof LEVELS)[number] | null): Shop {
  const { storeId, currency, timeZone, platform } = store;
  const period = { from: days[0] as Day, to: days.at(-1) as Day };
  const evidence = orderEvidence(db, [storeId], addDays(period.from, -LOOK_BACK_DAYS));
  const known = knownDaysByStore(period, [store], evidence.orderFiles, evidence.orderDays).get(storeId) ?? [];
  const newest = evidence.orderFiles.reduce((at, { evidenceAt }) => Math.max(at, evidenceAt), 0);
  const market = marketOf(store);
  const rows = {
    storeId,
    currency,
    timeZone,
    days,
    // The day on which the newest file was made is not over in it.
    knownDays: new Set(known.filter((day) => day < (zone(timeZone).dayOf(newest) as Day))),
    outOfOrdinary: outOfOrdinary(days, market, platform),
    orders: ordersByDay(db, storeId, period),
    units: level === 'store' ? [] : unitsByThingAndDay(db, [storeId], period),
    traffic: trafficByThing(db, storeId, period),
    ads: adsByDay(db, storeId, period),
    returns: returnsByThing(db, storeId, period),
    returnFiles: filesTelling(db, storeId, 'movements', null),
    payments: refundedOrders(db, storeId, period, MONEY_REPORTS),
    paymentFiles: filesTelling(db, storeId, 'transactions', REFUNDS_TOLD),
  };
  const groups = seriesOf(rows).map((group) => group.filter(({ thing }) => level === null || (thing === null) === (level === 'store')));
  const names = new Map(thingNames(db, storeId).map(({ thing, label }) => [thing, label]));
  const worth = worthOf(db, store, period.to, rows);
  return {
    store,
    market,
    groups: groups.filter((group) => group.length > 0),
    nameOf: (thing) => {
      const label = thing === null ? null : (names.get(thing) ?? thing);
      const command = (from: Day, to: Day) => whyReturned(store.name, label, { from, to });
      return { store: store.name, currency, thing: label, worth: worth(thing), whyReturned: command };
    },
  };
}

function worthOf(
  db: Database,
  { storeId, currency }: Store,
  to: Day,
  rows: { readonly orders: ReturnType<typeof ordersByDay>; readonly traffic: ReturnType<typeof trafficByThing> },
): (thing: string | null) => Worth {
  const from = addDays(to, 1 - WORTH_DAYS);
  // Units without a price yet would make the price look lower.
  const sold = pricedUnits(db, [storeId], { from, to }).filter((each) => each.currency === currency);
  const lately = rows.orders.filter((each) => each.day >= from && each.currency === currency && each.unpriced === 0);
  const visits = rows.traffic.filter(({ day }) => day >= from);
  const visited = new Set(visits.map(({ day }) => day));
  const ratio = (above: number, below: number) => (below > 0 ? above / below : null);
  const total = <Each>(all: readonly Each[], of: (each: Each) => number | null) => all.reduce((sum, each) => sum + (of(each) ?? 0), 0);
  return (thing) => {
    const own = thing === null ? sold : sold.filter((each) => each.thing === thing);
    const perUnit = ratio(
      total(own, (each) => each.salesMinor),
      total(own, (each) => each.units),
    );
    const seen = thing === null ? visits : visits.filter((each) => each.thing === thing);
    const unitsASession = ratio(
      total(seen, (each) => each.units),
      total(seen, (each) => each.sessions),
    );
    return {
      perUnit,
      perOrder:
        thing === null
          ? ratio(
              total(lately, (each) => each.sales),
              total(lately, (each) => each.orders),
            )
          : null,
      perSession: visited.size === 0 || perUnit === null || unitsASession === null ? null : perUnit * unitsASession,
    };
  };
}

function notesOf(shops: readonly Shop[], all: readonly FigureSeries[], judged: ReadonlySet<string>): string[] {
  const things = new Set(all.filter(({ thing }) => thing !== null).map(({ storeId, thing }) => `${storeId} ${thing}`)).size;
  const young = all.length - judged.size;
  const empty = shops.filter(({ groups }) => groups.length === 0).map(({ store }) => store.name);
  const noMarket = shops.filter(({ market, groups }) => market === null && groups.length > 0).map(({ store }) => store.name);
  return [
    ...(judged.size > 0
      ? [
          `${judged.size} series looked at${things > 0 ? `, of ${counted(things, 'listing', 'listings')} among them` : ''}; changes that chance explains are left out.`,
        ]
      : []),
    ...(young > 0
      ? [
          `${young} series are too short, too thin or not known of that day: amounts need ${LEAST_AMOUNT_DAYS} known days before it, counts and rates ${LEAST_COUNT_DAYS} and five in the days compared.`,
        ]
      : []),
    ...empty.map((name) => `${name}: no orders, traffic or ads of single days; import them to have it watched.`),
    ...noMarket.map((name) => `${name}: eco does not know its country, so promotions and holidays count as usual days there.`),
  ];
}

/** What is known of a store up to an earlier day only, as settlements are: it is looked at when that day is asked for. */
function lateNotes(shops: readonly Shop[], days: readonly Day[], from: Day): string[] {
  return shops.flatMap(({ store, groups }) => {
    const late = groups.flat().flatMap(({ thing, figure, values }) => {
      const until = days[values.findLastIndex((value) => value !== null)];
      return thing !== null || until === undefined || until >= from ? [] : [{ until, name: nameOfFigure(figure) }];
    });
    const [last] = late
      .map(({ until }) => until)
      .sort()
      .reverse();
    if (last === undefined) return [];
    const told = [...groupBy(late, ({ until }) => until)].map(([until, own]) => `${own.map(({ name }) => name).join(', ')} until ${until}`);
    return `${store.name}: known are ${told.join('; ')}. They are looked at with --day ${last} --store ${shellWord(store.name)}, or an earlier one`;
  });
}

function dayOption(name: string, text: string | undefined, morning: Day): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (!day) throw new UsageError(`${name} ${text}: a day such as 2026-11-20 expected`);
  if (day >= morning) throw new UsageError(`${name} ${text}: that day is not over on the morning of ${morning}`);
  return day;
}

const PER_MONTH: Readonly<Record<string, number>> = { day: DAYS_A_MONTH, week: DAYS_A_MONTH / 7, month: 1, year: 1 / 12 };

function budgetOf(text: string): number {
  const found = /^(\d+(?:\.\d+)?)\/(day|week|month|year)$/.exec(text);
  const times = Number(found?.[1] ?? 0);
  if (!found || times <= 0) throw new UsageError(`--budget ${text}: false alarms in a time expected, such as 1/month, 2/week or 3/year`);
  return times * (PER_MONTH[found[2] as string] as number);
}

function levelOf(by: string | undefined): (typeof LEVELS)[number] | null {
  if (by === undefined) return null;
  const level = LEVELS.find((each) => each === by);
  if (!level) throw new UsageError(`--by ${by}: ${LEVELS.join(' or ')} expected`);
  return level;
}
