/**
 * Which ad reports to add up for a period: never two that overlap, campaign by campaign (measures/tiling.ts). A campaign that one
 * report knows by number and another by name only goes by its name.
 */
import type { Day, Period } from '../../core/day.js';
import { daysOf } from '../../measures/coverage.js';
import { groupBy } from '../../measures/grouping.js';
import { daysWithout, type PeriodUnit, tile } from '../../measures/tiling.js';

export interface AdReport extends PeriodUnit {
  readonly campaign: string | null;
}

export interface ChosenReports {
  readonly ids: readonly number[];
  /** Days of the period that the chosen reports speak of, by store. */
  readonly days: ReadonlyMap<number, number>;
  /** Days of the period without any figure, by store. */
  readonly missing: ReadonlyMap<number, readonly Day[]>;
  /** Reports that reach beyond the period and were not used. */
  readonly reachOut: readonly AdReport[];
}

export function chooseReports(reports: readonly AdReport[], storeIds: readonly number[], period: Period): ChosenReports {
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

/** The same rule as `bids performance`: reports of one campaign compete, whatever they call it. */
function underOneName(reports: readonly AdReport[]): AdReport[] {
  const byName = groupBy(reports, (report) => `${report.storeId}\u001f${report.campaign ?? report.about}`);
  return [...byName.values()].flatMap((ofName) => {
    const isNamedOnly = ofName.some((report) => report.about === (report.campaign ?? report.about));
    return isNamedOnly ? ofName.map((report) => ({ ...report, about: report.campaign ?? report.about })) : ofName;
  });
}
