/** Which ad reports tell what ads cost: as whole as they are, and by advertised item where a report that names it is as whole as the others. */
import type { Period } from '../../core/day.js';
import { type AdUnit, adGrainRank, competingReports } from '../adReports.js';
import { tile } from '../tiling.js';

export function chooseAds(reports: readonly AdUnit[], period: Period): number[] {
  const rank = (grain: string) => (grain.startsWith('item') ? -1 : adGrainRank(grain));
  return tile(competingReports(reports, []), period, rank).chosen.map(({ id }) => id);
}
