/**
 * What the database says about one day of a store, before anything is decided about it, and the decisions: which source a
 * figure comes from, and whether it can still change.
 *
 * Orders count where an order file covers the day whole (measures/coverage.ts), or in part when nothing better is known. Traffic and ads
 * come from reports of that single day only: a report of a longer period never feeds a day. Of several grains of a report one is
 * taken, never two added: for traffic child, then SKU, then parent; for ads the one with the highest spend, of each channel (Amazon, Google, Meta …).
 */
import type { Day } from '../../core/day.js';
import { currencyDigits } from '../../core/money.js';
import { groupBy, sumKnown } from '../../measures/grouping.js';
import type { DayFigures } from './figures.js';

/** Orders of a day that count, in one currency. */
export interface OrderFacts {
  readonly currency: string | null;
  readonly orders: number;
  readonly units: number | null;
  readonly sales: number | null;
  readonly unpriced: number;
}

/** A traffic report of a single day. */
export interface TrafficFacts {
  readonly grain: string;
  readonly currency: string | null;
  readonly sessions: number | null;
  readonly pageViews: number | null;
  readonly units: number | null;
  readonly sales: number | null;
  readonly evidenceAt: number;
}

/** What ad reports say of a single day, in one channel, grain and currency. */
export interface AdFacts {
  /** Whose report it is, where that is not the store's own platform. */
  readonly channel: string;
  readonly grain: string;
  readonly currency: string | null;
  readonly costMicros: number | null;
  readonly salesMicros: number | null;
  readonly attributionDays: number | null;
  readonly evidenceAt: number;
}

/** What the order files know of a day. `part`: the newest of them was made before the day was over. */
export type Coverage = 'whole' | 'part' | 'none';

export interface DayFacts {
  readonly day: Day;
  /** The first moment after it, epoch seconds. */
  readonly endsAt: number;
  readonly coverage: Coverage;
  readonly orders: readonly OrderFacts[];
  readonly traffic: readonly TrafficFacts[];
  readonly ads: readonly AdFacts[];
}

/** The longest window that Amazon's ad reports use, taken where a report does not say. */
const LONGEST_ATTRIBUTION = 14;
const DAY_SECONDS = 86_400;
const TRAFFIC_GRAINS = ['child', 'sku', 'parent'];

/** The figures of a day in the store's currency. */
export function figuresOf(facts: DayFacts, currency: string | null): DayFigures {
  const traffic = chosenTraffic(facts, currency);
  const ads = chosenAds(facts, currency);
  const attributionDays = ads?.attributionDays ?? LONGEST_ATTRIBUTION;
  return {
    day: facts.day,
    ...salesOf(facts, traffic, currency),
    reportedSales: traffic?.sales ?? null,
    sessions: traffic?.sessions ?? null,
    pageViews: traffic?.pageViews ?? null,
    trafficUnits: traffic?.units ?? null,
    adSpend: minorOf(ads?.costMicros, currency),
    adSales: minorOf(ads?.salesMicros, currency),
    attributionDays,
    finished: {
      sales: salesFinished(facts, traffic, currency),
      traffic: traffic !== null && traffic.evidenceAt >= facts.endsAt,
      ads: ads !== null && ads.evidenceAt >= facts.endsAt + attributionDays * DAY_SECONDS,
    },
  };
}

type Sales = Pick<DayFigures, 'salesSource' | 'sales' | 'units' | 'orders' | 'unpriced' | 'inPart'>;

function salesOf(facts: DayFacts, traffic: TrafficFacts | null, currency: string | null): Sales {
  if (usesReport(facts, traffic)) {
    const { sales, units } = traffic as TrafficFacts;
    return { salesSource: 'business report', sales, units, orders: null, unpriced: 0, inPart: false };
  }
  if (facts.coverage === 'none') return { salesSource: null, sales: null, units: null, orders: null, unpriced: 0, inPart: false };
  const own = facts.orders.filter((order) => isOwn(order.currency, currency));
  return {
    salesSource: 'orders',
    sales: total(own.map((order) => order.sales ?? 0)),
    units: total(own.map((order) => order.units ?? 0)),
    orders: total(own.map((order) => order.orders)),
    unpriced: total(own.map((order) => order.unpriced)),
    inPart: facts.coverage === 'part',
  };
}

/** Where the orders of the day are not all known, the platform's own report of the whole day is the better witness. */
function usesReport(facts: DayFacts, traffic: TrafficFacts | null): boolean {
  return (
    facts.coverage !== 'whole' &&
    traffic !== null &&
    traffic.sales !== null &&
    (facts.coverage === 'none' || traffic.evidenceAt >= facts.endsAt)
  );
}

function salesFinished(facts: DayFacts, traffic: TrafficFacts | null, currency: string | null): boolean {
  if (usesReport(facts, traffic)) return (traffic as TrafficFacts).evidenceAt >= facts.endsAt;
  return facts.coverage === 'whole' && facts.orders.every((order) => !isOwn(order.currency, currency) || order.unpriced === 0);
}

function chosenTraffic(facts: DayFacts, currency: string | null): TrafficFacts | null {
  const own = facts.traffic.filter((report) => isOwn(report.currency, currency));
  for (const grain of TRAFFIC_GRAINS) {
    const found = own.find((report) => report.grain === grain);
    if (found) return found;
  }
  return null;
}

/** Of each channel the grain with the highest spend; channels add up. */
function chosenAds(facts: DayFacts, currency: string | null): AdFacts | null {
  const own = facts.ads.filter((report) => isOwn(report.currency, currency));
  const chosen = [...groupBy(own, (report) => report.channel).values()].map((ofChannel) =>
    ofChannel.reduce((most, report) => ((report.costMicros ?? 0) > (most.costMicros ?? 0) ? report : most)),
  );
  const [first] = chosen;
  if (!first) return null;
  const known = chosen.map((report) => report.attributionDays).filter((days) => days !== null);
  return {
    ...first,
    costMicros: sumKnown(chosen.map((report) => report.costMicros)),
    salesMicros: sumKnown(chosen.map((report) => report.salesMicros)),
    attributionDays: known.length === 0 ? null : Math.max(...known),
    evidenceAt: Math.min(...chosen.map((report) => report.evidenceAt)),
  };
}

/** What names no currency is in the store's. */
export function isOwn(found: string | null, currency: string | null): boolean {
  return found === null || found === currency;
}

/** Ad reports have fractions of a cent: the sum of the day is rounded, once. */
function minorOf(micros: number | null | undefined, currency: string | null): number | null {
  return micros === null || micros === undefined ? null : Math.round(micros / 10 ** (6 - currencyDigits(currency)));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
