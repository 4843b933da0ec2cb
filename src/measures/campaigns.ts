/** Ad reports and the campaigns they speak of: which of them compete for the same days (tiling.ts). */
import { groupBy } from './grouping.js';
import type { PeriodUnit } from './tiling.js';

export interface AdUnit extends PeriodUnit {
  /** The campaign by name: one report knows campaigns by number, another by name only. */
  readonly campaign: string | null;
}

/**
 * Units of one campaign compete, whatever they call it: where some know a campaign by its name only, those that know its number
 * go by its name, too. Two campaigns of one name are told apart as long as every report knows their numbers.
 */
export function underOneName(units: readonly AdUnit[]): AdUnit[] {
  const byName = groupBy(units, (unit) => `${unit.storeId}\u001f${unit.campaign ?? unit.about}`);
  return [...byName.values()].flatMap((ofName) => {
    const isNamedOnly = ofName.some((unit) => unit.about === (unit.campaign ?? unit.about));
    return isNamedOnly ? ofName.map((unit) => ({ ...unit, about: unit.campaign ?? unit.about })) : ofName;
  });
}
