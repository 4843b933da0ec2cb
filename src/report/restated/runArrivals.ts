/** Learns from a store's own files how much of a young day is there yet: of sales and orders, and of what ads brought and cost. */
import { addDays, type Day } from '../../core/day.js';
import { startOfDay } from '../../core/zone.js';
import type { Database } from '../../db/connection.js';
import { adVersions, filesOfReport, orderFiles, orderVersions, type VersionSums } from '../../facts/arrivalQueries.js';
import { learnArrival, type Sighting, sightingsOf } from '../../measures/arrival.js';
import { groupBy } from '../../measures/grouping.js';
import type { ArrivalMetric, LearnedArrival } from './arrived.js';

/** Days back that it is learned from: a month of settled days and the young ones. */
const WINDOW_DAYS = 45;
const DAY_SECONDS = 86_400;
/** Orders are cancelled and paid for two weeks. */
const ORDERS_SETTLED = 14;
/** After the last day on which a sale counts for a click, platforms still take out invalid clicks. */
const ADS_SETTLED_AFTER = 3;
const LONGEST_ATTRIBUTION = 14;

export interface ArrivalStore {
  readonly storeId: number;
  readonly currency: string | null;
  readonly timeZone: string;
}

export function learnedArrivals(db: Database, store: ArrivalStore, asOf: Day): LearnedArrival[] {
  const period = { from: addDays(asOf, -WINDOW_DAYS), to: addDays(asOf, -1) };
  const endOf = (day: Day) => startOfDay(addDays(day, 1), store.timeZone);
  return [...ofOrders(db, store, period, endOf), ...ofAds(db, store, period, endOf)];
}

type Period = { readonly from: Day; readonly to: Day };
type EndOf = (day: Day) => number;

function ofOrders(db: Database, { storeId, currency }: ArrivalStore, period: Period, endOf: EndOf): LearnedArrival[] {
  const files = orderFiles(db, storeId).filter(({ to }) => to >= period.from);
  // A day is learned from when it was seen young and seen again later: files of one day have nothing to teach.
  const made = files.map(({ evidenceAt }) => evidenceAt);
  if (Math.max(...made) - Math.min(...made) < DAY_SECONDS) return [];
  const versions = orderVersions(db, storeId, period, currency);
  const seen = (key: 'first' | 'second') => sightingsOf(valued(versions, key), files, endOf);
  return [learned('sales', seen('first'), ORDERS_SETTLED), learned('orders', seen('second'), ORDERS_SETTLED)];
}

/** Of each channel the grain with the highest spend; what is seen of a day in two channels is told of each by itself. */
function ofAds(db: Database, { storeId, currency }: ArrivalStore, period: Period, endOf: EndOf): LearnedArrival[] {
  const reports = adVersions(db, storeId, period, currency);
  const costOf = ({ versions }: (typeof reports)[number]) =>
    versions.filter(({ until }) => until === null).reduce((sum, { second }) => sum + second, 0);
  const chosen = [...groupBy(reports, (report) => report.channel).values()].map((ofChannel) =>
    ofChannel.reduce((most, report) => (costOf(report) > costOf(most) ? report : most)),
  );
  if (chosen.length === 0) return [];
  const settled = Math.max(...chosen.map(({ attributionDays }) => attributionDays ?? LONGEST_ATTRIBUTION)) + ADS_SETTLED_AFTER;
  const seen = (key: 'first' | 'second') =>
    chosen.flatMap(({ channel, reportFormat, versions }) =>
      sightingsOf(valued(versions, key), filesOfReport(db, storeId, reportFormat), endOf).map((each) => ({
        ...each,
        of: channel === '' ? each.of : `${each.of} ${channel}`,
      })),
    );
  return [learned('ad_sales', seen('first'), settled), learned('ad_spend', seen('second'), settled)];
}

function valued(versions: readonly VersionSums[], key: 'first' | 'second') {
  return versions.map(({ day, since, until, ...sums }) => ({ day, since, until, value: sums[key] }));
}

function learned(metric: ArrivalMetric, sightings: readonly Sighting[], settledAge: number): LearnedArrival {
  return {
    metric,
    curve: learnArrival(sightings, settledAge),
    ageOf: (day) => {
      // A day that two channels tell is as old as the older of their files.
      const ages = [
        ...groupBy(
          sightings.filter((each) => each.of.startsWith(day)),
          (each) => each.of,
        ).values(),
      ].map((ofOne) => Math.max(...ofOne.map(({ age }) => age)));
      return ages.length === 0 ? null : Math.min(...ages);
    },
  };
}
