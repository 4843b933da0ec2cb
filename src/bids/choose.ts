/**
 * Which ad reports to add up for a period, by campaign (measures/tiling.ts), and in which calendar period each belongs when the
 * answer is by day, week or month: a report that reaches beyond one is not cut.
 */
import type { Day, Period } from '../core/day.js';
import { type AdKey, type AdUnit, adGrainRank, competingReports } from '../measures/adReports.js';
import { daysWithout, tile } from '../measures/tiling.js';
import { type CalendarGrouping, type Grouping, isCalendar, periodAround, periodKey } from './grouping.js';

export interface Choice {
  /** Units to add up, each with the calendar period it belongs to (null where the answer has none). */
  readonly chosen: readonly { readonly unit: number; readonly bucket: string | null }[];
  /** Units that reach beyond the period or beyond one day, week or month of it. */
  readonly reachOut: readonly AdUnit[];
  /** Days of the period without any ad figure, for each of the asked stores. */
  readonly missing: readonly { readonly storeId: number; readonly days: readonly Day[] }[];
}

/** `storeIds`: the stores that have ad reports at all. */
export function chooseUnits(units: readonly AdUnit[], storeIds: readonly number[], period: Period, groupings: readonly Grouping[]): Choice {
  const calendar = groupings.find(isCalendar) ?? null;
  const keys = groupings.filter((grouping): grouping is AdKey => grouping !== 'store' && !isCalendar(grouping));
  const usable = competingReports(units, keys).filter((unit) => calendar === null || isWithinOne(unit, calendar));
  const tiling = tile(usable, period, adGrainRank);
  const isUsable = new Set(usable.map((unit) => unit.id));
  const cut =
    calendar === null
      ? []
      : units.filter((unit) => !isUsable.has(unit.id) && !isWithinOne(unit, calendar) && unit.from <= period.to && unit.to >= period.from);
  return {
    chosen: tiling.chosen.map((unit) => ({ unit: unit.id, bucket: calendar === null ? null : periodKey(unit.from, calendar) })),
    reachOut: [...tiling.reachOut, ...cut],
    missing: storeIds.map((storeId) => ({
      storeId,
      days: daysWithout(
        tiling.chosen.filter((unit) => unit.storeId === storeId),
        period,
      ),
    })),
  };
}

function isWithinOne(unit: AdUnit, calendar: CalendarGrouping): boolean {
  return unit.to <= periodAround(unit.from, calendar).to;
}
