/** Sessions, views and the platform's own sales of a period, out of reports by item or, where there are none, by shop. */
import type { Day, Period } from '../../core/day.js';
import { sumKnown } from '../../measures/grouping.js';
import { daysWithout, tile } from '../../measures/tiling.js';
import type { Figures } from './figures.js';
import { isOwn } from './orderFigures.js';
import { newestOf, type StoreFacts } from './storeFacts.js';

export interface Traffic {
  readonly figures: Pick<
    Figures,
    'sessions' | 'pageViews' | 'trafficUnits' | 'unitsRefunded' | 'boxViews' | 'boxWon' | 'reportedSales' | 'reportedRefunds'
  >;
  readonly orders: number | null;
  readonly evidenceAt: number;
  readonly missing: readonly Day[];
}

const TRAFFIC_GRAINS = ['child', 'sku', 'parent', 'shop', 'property'];
const SHOP_GRAINS = ['shop', 'property'];

/** Sessions, views and the platform's own sales; of the whole period or, where days are missing, of the days that are known. */
export function trafficOf(facts: StoreFacts, period: Period): Traffic {
  const byItem = facts.traffic.map((unit) => ({ ...unit, orders: null, refunded: null }));
  const ofShop = facts.shop
    .filter((unit) => SHOP_GRAINS.includes(unit.grain) && unit.about === '')
    .map((unit) => ({ ...unit, unitsRefunded: null, boxViews: null, boxWon: null }));
  const own = [...byItem, ...ofShop].filter((unit) => isOwn(unit.currency, facts.currency));
  const { chosen } = tile(own, period, (grain) => TRAFFIC_GRAINS.indexOf(grain));
  const missing = daysWithout(chosen, period);
  const sum = (of: (unit: (typeof chosen)[number]) => number | null) =>
    chosen.some((unit) => of(unit) === null) ? null : sumKnown(chosen.map(of));
  return {
    figures: {
      sessions: sum((unit) => unit.sessions),
      pageViews: sum((unit) => unit.pageViews),
      trafficUnits: sum((unit) => unit.units),
      unitsRefunded: sum((unit) => unit.unitsRefunded),
      boxViews: sumKnown(chosen.map((unit) => unit.boxViews)),
      boxWon: sumKnown(chosen.map((unit) => unit.boxWon)),
      reportedSales: missing.length > 0 ? null : sum((unit) => unit.sales),
      reportedRefunds: missing.length > 0 ? null : sum((unit) => unit.refunded),
    },
    orders: sum((unit) => unit.orders),
    evidenceAt: newestOf(chosen, facts),
    missing,
  };
}
