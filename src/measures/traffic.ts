/**
 * Traffic of one listing over a period, out of reports about days and longer periods (tiling.ts chooses which).
 *
 * Within one report an item may stand in several rows that repeat its visits: they count once, its units and sales are added.
 * Visits (sessions) and page views add over disjoint periods; visitors would not. Conversion = units ÷ sessions. The buy box
 * share is weighted with page views, since a day with ten times the views counts ten times.
 */
import { sumKnown } from './grouping.js';

export interface ItemTraffic {
  readonly sessions: number | null;
  readonly pageViews: number | null;
  readonly buyBoxRatio: number | null;
  readonly units: number | null;
}

export interface TrafficSums {
  readonly sessions: number | null;
  readonly pageViews: number | null;
  readonly units: number | null;
  readonly unitsPerSession: number | null;
  readonly buyBoxRatio: number | null;
}

/** Sums over rows of disjoint reports, one row an item and report. */
export function trafficSums(rows: readonly ItemTraffic[]): TrafficSums {
  const sessions = sumKnown(rows.map((row) => row.sessions));
  const units = sumKnown(rows.map((row) => row.units));
  const weighed = rows.filter((row) => row.buyBoxRatio !== null && row.pageViews !== null);
  const views = weighed.reduce((sum, row) => sum + (row.pageViews as number), 0);
  const held = weighed.reduce((sum, row) => sum + (row.buyBoxRatio as number) * (row.pageViews as number), 0);
  return {
    sessions,
    pageViews: sumKnown(rows.map((row) => row.pageViews)),
    units,
    unitsPerSession: sessions === null || units === null || sessions === 0 ? null : units / sessions,
    buyBoxRatio: views === 0 ? null : held / views,
  };
}
