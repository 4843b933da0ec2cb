/**
 * Which ad reports to add up for a period, by campaign (measures/tiling.ts), and in which calendar period each belongs when the
 * answer is by day, week or month: a report that reaches beyond one is not cut.
 */
import type { Day, Period } from '../core/day.js';
import { groupBy } from '../measures/grouping.js';
import { daysWithout, type PeriodUnit, tile } from '../measures/tiling.js';
import { type CalendarGrouping, periodAround, periodKey } from './grouping.js';

export interface AdUnit extends PeriodUnit {
  /** The campaign by name: one report knows campaigns by number, another by name only. */
  readonly campaign: string | null;
}

export interface Choice {
  /** Units to add up, each with the calendar period it belongs to (null where the answer has none). */
  readonly chosen: readonly { readonly unit: number; readonly bucket: string | null }[];
  /** Units that reach beyond the period or beyond one day, week or month of it. */
  readonly reachOut: readonly AdUnit[];
  /** Days of the period without any ad figure, for each of the asked stores. */
  readonly missing: readonly { readonly storeId: number; readonly days: readonly Day[] }[];
}

/** `calendar`: the grouping by time, if there is one. `storeIds`: the stores that have ad reports at all. */
export function chooseUnits(
  units: readonly AdUnit[],
  storeIds: readonly number[],
  period: Period,
  calendar: CalendarGrouping | null,
): Choice {
  const usable = underOneName(units).filter((unit) => calendar === null || isWithinOne(unit, calendar));
  const tiling = tile(usable, period);
  const isUsable = new Set(usable.map((unit) => unit.id));
  const cut = units.filter((unit) => !isUsable.has(unit.id) && unit.from <= period.to && unit.to >= period.from);
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

/**
 * Units of one campaign compete, whatever they call it: where some know a campaign by its name only, those that know its number
 * go by its name, too. Two campaigns of one name are told apart as long as every report knows their numbers.
 */
function underOneName(units: readonly AdUnit[]): AdUnit[] {
  const byName = groupBy(units, (unit) => `${unit.storeId}\u001f${unit.campaign ?? unit.about}`);
  return [...byName.values()].flatMap((ofName) => {
    const isNamedOnly = ofName.some((unit) => unit.about === (unit.campaign ?? unit.about));
    return isNamedOnly ? ofName.map((unit) => ({ ...unit, about: unit.campaign ?? unit.about })) : ofName;
  });
}

function isWithinOne(unit: AdUnit, calendar: CalendarGrouping): boolean {
  return unit.to <= periodAround(unit.from, calendar).to;
}
