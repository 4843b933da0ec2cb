/** Which reports of periods a profit adds up. */
import type { Period } from '../../core/day.js';
import { type AdUnit, adGrainRank, competingReports } from '../adReports.js';
import { type PeriodUnit, tile } from '../tiling.js';

/** Ad reports: as whole as they are, and by advertised item where a report that names it is as whole as the others. */
export function chooseAds(reports: readonly AdUnit[], period: Period): number[] {
  const rank = (grain: string) => (grain.startsWith('item') ? -1 : adGrainRank(grain));
  return tile(competingReports(reports, []), period, rank).chosen.map(({ id }) => id);
}

/** Ledgers of warehouses, of which days and months may overlap. */
export function chooseLedgers(reports: readonly PeriodUnit[], period: Period): number[] {
  return tile(reports, period).chosen.map(({ id }) => id);
}
