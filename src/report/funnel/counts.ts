/** The steps of a store, its listings and its campaigns, out of what is known of a period. */
import type { Day, Period } from '../../core/day.js';
import { groupBy, sumKnown } from '../../measures/grouping.js';
import { chosenAds } from '../kpis/adFigures.js';
import { type Figures, visitsOf } from '../kpis/figures.js';
import type { StoreFacts } from '../kpis/storeFacts.js';
import { type Counts, UNKNOWN } from './funnel.js';
import type { KeptOrders, SourceRow } from './queries.js';

/**
 * What is known of a whole period: of one with days missing of a step, that step is unknown, since a rate of a step of thirty days to
 * one of twenty would be wrong. Carts are people, as the shop report of exactly this period counts them.
 */
export function storeCounts(figures: Figures, kept: KeptOrders | undefined, returnsUntil: Day | null): Counts {
  const { missing } = figures;
  const whole = <Value>(part: keyof Figures['missing'], value: Value) => (missing[part].length === 0 ? value : null);
  const orders = whole('sales', figures.orders);
  return {
    impressions: whole('ads', figures.adImpressions),
    clicks: whole('ads', figures.adClicks),
    visits: figures.sessions === null ? figures.visitors : whole('traffic', visitsOf(figures)),
    carts: figures.cartUsers,
    orders,
    kept: orders === null || figures.salesSource !== 'orders' ? null : keptOf(kept, figures, returnsUntil),
  };
}

/** Orders without a refund, where their report tells refunds; without a return, where a report of returns reaches beyond the period. */
function keptOf(kept: KeptOrders | undefined, period: Period, returnsUntil: Day | null): number | null {
  if (!kept) return null;
  if (kept.told > 0) return kept.orders - kept.refunded;
  return returnsUntil !== null && returnsUntil >= period.to ? kept.orders - kept.returned : null;
}

/** Ads by campaign: the orders are those that the reports attribute to it. */
export function campaignCounts(facts: StoreFacts, period: Period): { name: string; counts: Counts }[] {
  const chosen = chosenAds(facts.ads, facts.currency, period, ['campaign']);
  return [...groupBy(chosen, (unit) => unit.campaign ?? unit.about)].map(([name, units]) => ({
    name,
    counts: {
      ...UNKNOWN,
      impressions: sumKnown(units.map((unit) => unit.impressions)),
      clicks: sumKnown(units.map((unit) => unit.clicks)),
      orders: sumKnown(units.map((unit) => unit.orders)),
    },
  }));
}

/** People by where they came from: who bought are buyers. */
export function sourceCounts(rows: readonly SourceRow[]): { name: string; counts: Counts }[] {
  return rows.map(({ source, visitors, carts, buyers }) => ({
    name: source,
    counts: { ...UNKNOWN, visits: visitors, carts, orders: buyers },
  }));
}
