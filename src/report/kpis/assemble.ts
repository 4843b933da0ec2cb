/**
 * From the rows of queries.ts to the days of a store: what is known of each day, how new that knowledge is, and in which
 * currency the store is told.
 *
 * A report is as new as the newest active file of the same format that covers the day, even where that file only confirmed what
 * stood there. A day on which such a file of daily ad rows says nothing is a day without ads: 0, not unknown.
 */
import { addDays, type Day } from '../../core/day.js';
import { zone } from '../../core/zone.js';
import { type FileSpan, knownDays } from '../../measures/coverage.js';
import { groupBy } from '../../measures/grouping.js';
import type { StoreDays, StoreInfo } from '../daily/daily.js';
import { type Coverage, type DayFacts, figuresOf, isOwn, type OrderFacts } from './facts.js';
import type { ListingDay, ListingDays } from './movers.js';
import type { AdDay, ListingRow, ReportFile, TrafficDay } from './queries.js';

export interface StoreRows {
  readonly store: StoreInfo & { readonly timeZone: string };
  readonly day: Day;
  /** The days to tell about, in order. */
  readonly days: readonly Day[];
  readonly orders: readonly (OrderFacts & { readonly day: Day })[];
  readonly orderFiles: readonly { readonly from: Day; readonly to: Day; readonly evidenceAt: number }[];
  /** Days with an order, from well before the first of `days` on. */
  readonly orderDays: readonly Day[];
  readonly traffic: readonly TrafficDay[];
  readonly ads: readonly AdDay[];
  readonly reportFiles: readonly ReportFile[];
  readonly subjects: readonly { readonly subject: 'traffic' | 'ads'; readonly newest: Day }[];
}

/** The store's currency, else the only one that its figures name. */
export function currencyOf(rows: Pick<StoreRows, 'store' | 'orders' | 'traffic' | 'ads'>): string | null {
  if (rows.store.currency !== null) return rows.store.currency;
  const named = new Set([...rows.orders, ...rows.traffic, ...rows.ads].flatMap((row) => row.currency ?? []));
  return named.size === 1 ? ([...named][0] as string) : null;
}

export function assemble(rows: StoreRows, listings: readonly ListingRow[]): StoreDays {
  const { store, day } = rows;
  const currency = currencyOf(rows);
  const facts = dayFacts(rows);
  const figures = new Map(facts.map((each) => [each.day, figuresOf(each, currency)]));
  const foreign = facts.find((each) => each.day === day)?.orders.filter((order) => !isOwn(order.currency, currency)) ?? [];
  return {
    store: { name: store.name, platform: store.platform, marketplace: store.marketplace, currency },
    day,
    figures,
    listings: listingDays(listings),
    hasTraffic: rows.subjects.some(({ subject }) => subject === 'traffic'),
    hasAds: rows.subjects.some(({ subject }) => subject === 'ads'),
    newest: newestDay(rows),
    foreignOrders: foreign.reduce((sum, order) => sum + order.orders, 0),
  };
}

function dayFacts(rows: StoreRows): DayFacts[] {
  const { days, store } = rows;
  const spans = rows.orderFiles.map((file) => ({ ...file, madeOn: madeOn(file.evidenceAt, store.timeZone) }));
  const known = new Set(knownDays({ from: days[0] as Day, to: days.at(-1) as Day }, spans, rows.orderDays));
  const orders = groupBy(rows.orders, (row) => row.day);
  const traffic = groupBy(rows.traffic, (row) => row.day);
  const ads = groupBy(rows.ads, (row) => row.day);
  const adFormats = new Set(rows.ads.map((row) => row.reportFormat));
  return days.map((day) => {
    const endsAt = startOf(addDays(day, 1), store.timeZone);
    const confirmed = <Report extends TrafficDay | AdDay>(report: Report): Report => {
      const files = rows.reportFiles.filter((file) => file.reportFormat === report.reportFormat && covers(file, day));
      return { ...report, evidenceAt: files.reduce((at, file) => Math.max(at, file.evidenceAt), report.evidenceAt) };
    };
    return {
      day,
      endsAt,
      coverage: coverage(day, endsAt, known, spans),
      orders: orders.get(day) ?? [],
      traffic: (traffic.get(day) ?? []).map(confirmed),
      ads: (ads.get(day) ?? silentAds(day, adFormats, rows)).map(confirmed),
    };
  });
}

function coverage(
  day: Day,
  endsAt: number,
  known: ReadonlySet<Day>,
  files: readonly (FileSpan & { readonly evidenceAt: number })[],
): Coverage {
  if (!known.has(day)) return 'none';
  const newest = files.reduce((at, file) => (file.from <= day ? Math.max(at, file.evidenceAt) : at), 0);
  return newest >= endsAt ? 'whole' : 'part';
}

function silentAds(day: Day, formats: ReadonlySet<string>, rows: StoreRows): AdDay[] {
  const file = rows.reportFiles.find((each) => formats.has(each.reportFormat) && covers(each, day));
  const like = rows.ads.find((row) => row.reportFormat === file?.reportFormat);
  return like ? [{ ...like, day, costMicros: 0, salesMicros: 0, evidenceAt: 0 }] : [];
}

function covers(file: ReportFile, day: Day): boolean {
  return file.from <= day && day <= file.to;
}

/** The newest day that is over in the newest file, and of which something is known. */
function newestDay(rows: StoreRows): Day | null {
  const made = rows.orderFiles.map((file) => addDays(madeOn(file.evidenceAt, rows.store.timeZone), -1)).sort();
  const ordered = rows.orderDays.at(-1);
  const sold = ordered !== undefined && made.length > 0 ? [ordered < (made.at(-1) as Day) ? ordered : (made.at(-1) as Day)] : [];
  return [...sold, ...rows.subjects.map(({ newest }) => newest)].sort().at(-1) ?? null;
}

/** Orders name a thing by its SKU, traffic by its ASIN. Where no listing says that they are one, the ASIN of the orders does. */
function listingDays(rows: readonly ListingRow[]): ListingDays[] {
  const sold = rows.filter((row) => row.sales !== null);
  const things = new Set(sold.map((row) => row.thing));
  const byItem = new Map(sold.map((row) => [row.platformItem, row.thing]));
  const thingOf = (row: ListingRow) =>
    things.has(row.thing) || row.platformItem === null ? row.thing : (byItem.get(row.platformItem) ?? row.thing);
  return [...groupBy(rows, thingOf).values()].map((ofThing) => {
    const days = new Map<Day, ListingDay>();
    for (const { day, sales, sessions, buyBox } of ofThing) {
      const before = days.get(day);
      days.set(day, {
        sales: (before?.sales ?? 0) + (sales ?? 0),
        sessions: sessions ?? before?.sessions ?? null,
        buyBox: buyBox ?? before?.buyBox ?? null,
      });
    }
    return { label: (ofThing[0] as ListingRow).label, days };
  });
}

function madeOn(evidenceAt: number, timeZone: string): Day {
  return zone(timeZone).dayOf(evidenceAt) as Day;
}

/** The first moment of a day in a zone, epoch seconds. */
function startOf(day: Day, timeZone: string): number {
  const local = Date.parse(`${day}T00:00:00Z`) / 1000;
  return local - zone(timeZone).offsetAtLocal(local);
}
