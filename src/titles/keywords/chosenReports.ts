/**
 * Which ad reports to add up for a period: never two that overlap, campaign by campaign (measures/tiling.ts). A campaign that one
 * report knows by number and another by name only goes by its name.
 */
import type { Day, Period } from '../../core/day.js';
import { type AdUnit, underOneName } from '../../measures/campaigns.js';
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
  const { chosen, reachOut } = tile(underOneName(reports), period);
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
