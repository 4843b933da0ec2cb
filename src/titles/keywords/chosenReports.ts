/**
 * Which ad reports tell what shoppers typed in a period: never two that overlap, campaign by campaign (measures/adReports.ts).
 */
import type { Day, Period } from '../../core/day.js';
import { type AdUnit, adGrainRank, competingReports } from '../../measures/adReports.js';
import { daysOf } from '../../measures/coverage.js';
import { daysWithout, tile } from '../../measures/tiling.js';

export interface ChosenReports {
  readonly ids: readonly number[];
  /** Days of the period that the chosen reports speak of, by store. */
  readonly days: ReadonlyMap<number, number>;
  /** Days of the period without any figure, by store. */
  readonly missing: ReadonlyMap<number, readonly Day[]>;
  /** Reports that reach beyond the period and were not used. */
  readonly reachOut: readonly AdUnit[];
}

export function chooseReports(reports: readonly AdUnit[], storeIds: readonly number[], period: Period): ChosenReports {
  const { chosen, reachOut } = tile(competingReports(reports, ['search_term']), period, adGrainRank);
  const missing = new Map(
    storeIds.map((storeId) => [
      storeId,
      daysWithout(
        chosen.filter((unit) => unit.storeId === storeId),
        period,
      ),
    ]),
  );
  const all = daysOf(period).length;
  return {
    ids: chosen.map((unit) => unit.id),
    days: new Map([...missing].map(([storeId, days]) => [storeId, all - days.length])),
    missing,
    reachOut,
  };
}
