/**
 * From the rows of queries.ts to the figures of a period of a store: which source a figure comes from, and whether it can still
 * change.
 *
 * Reports of traffic, ads and the shop are chosen by measures/tiling.ts: disjoint ones that lie fully inside the period, never two
 * grains added; a report of a longer period feeds no day. Of ads, measures/adReports.ts says which compete; channels add up.
 * A day on which a file of daily ad rows says nothing is a day without ads: 0, not unknown.
 *
 * A report is as new as the newest active file of the same format that covers its days, even where that file only confirmed what
 * stood there.
 */
import type { Day, Period } from '../../core/day.js';
import { daysOf } from '../../measures/coverage.js';
import { type Ads, adsOf } from './adFigures.js';
import { type Figures, unknownFigures } from './figures.js';
import { endOf, orderCoverage, ordersOf, type PeriodOrders } from './orderFigures.js';
import { buyersOf, reviewsOf, shopOf } from './shopFigures.js';
import { isSame, type StoreFacts } from './storeFacts.js';
import { type Traffic, trafficOf } from './trafficFigures.js';

export interface PeriodFigures extends Figures {
  /** Orders in other currencies than the store's, which no figure holds. */
  readonly foreignOrders: number;
}

/** What tells the figures of any period of the store. `end`: the last day that will be asked for. */
export function figuresOfStore(facts: StoreFacts, end: Day): (period: Period) => PeriodFigures {
  const coverage = orderCoverage(end, facts.orderFiles, facts.orderDays, facts.timeZone);
  return (period) => {
    const orders = ordersOf(facts.orders, coverage, period, facts.currency);
    const traffic = trafficOf(facts, period);
    const ads = adsOf(facts, period);
    const byReport = usesReport(facts, orders, traffic, period);
    return {
      ...unknownFigures(period),
      ...traffic.figures,
      ...shopOf(facts, period),
      ...salesOf(facts, byReport ? null : orders, byReport ? traffic : null),
      ...ads.figures,
      ...buyersOf(facts, period),
      ...reviewsOf(facts, period),
      profit: facts.profit.find((each) => isSame(each, period))?.profit ?? null,
      finished: finishedParts(facts, byReport ? null : orders, traffic, ads, period),
      missing: { sales: byReport ? [] : (orders?.missing ?? daysOf(period)), traffic: traffic.missing, ads: ads.missing },
      foreignOrders: orders?.foreign ?? 0,
    };
  };
}

/** Where the orders of the period are not all known, the platform's own report of all of it is the better witness. */
function usesReport(facts: StoreFacts, orders: PeriodOrders | null, traffic: Traffic, period: Period): boolean {
  if (traffic.figures.reportedSales === null) return false;
  if (orders === null) return true;
  return (orders.missing.length > 0 || orders.inPart) && traffic.evidenceAt >= endOf(period.to, facts.timeZone);
}

type Sales = Pick<Figures, 'salesSource' | 'sales' | 'units' | 'orders' | 'unpriced' | 'refunded' | 'inPart'>;

/** By the platform's report where it is given, else by the orders. */
function salesOf(facts: StoreFacts, orders: PeriodOrders | null, report: Traffic | null): Sales {
  if (report) {
    const salesSource = facts.platform === 'amazon' ? 'business report' : 'shop report';
    const { reportedSales, trafficUnits } = report.figures;
    return { salesSource, sales: reportedSales, units: trafficUnits, orders: report.orders, unpriced: 0, refunded: null, inPart: false };
  }
  if (orders === null) return { salesSource: null, sales: null, units: null, orders: null, unpriced: 0, refunded: null, inPart: false };
  const { missing: _, foreign: __, ...sums } = orders;
  return { salesSource: 'orders', ...sums };
}

function finishedParts(facts: StoreFacts, orders: PeriodOrders | null, traffic: Traffic, ads: Ads, period: Period): Figures['finished'] {
  const end = endOf(period.to, facts.timeZone);
  const byReport = traffic.missing.length === 0 && traffic.evidenceAt >= end;
  return {
    sales:
      orders === null
        ? traffic.figures.reportedSales !== null && byReport
        : orders.missing.length === 0 && !orders.inPart && orders.unpriced === 0,
    traffic: byReport,
    ads: ads.missing.length === 0 && ads.evidenceAt >= end + ads.figures.attributionDays * DAY_SECONDS,
  };
}

const DAY_SECONDS = 86_400;
