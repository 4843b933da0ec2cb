/**
 * Time zones: the calendar day of an instant, and the offset of a local time. Offsets change only on quarter hours, so a day is
 * worked out once for each quarter of an hour and remembered: a million order dates cost a million look-ups, not a million calendars.
 */
import { tzOffset } from '@date-fns/tz/tzOffset';
import { ruledOffset } from './zoneRules.js';

export interface Zone {
  readonly name: string;
  /** The day, `YYYY-MM-DD`, on which the instant falls here. */
  readonly dayOf: (epochSeconds: number) => string;
  /** Seconds east of UTC at a local time (given as if it were UTC). In the hour that occurs twice, the earlier one. */
  readonly offsetAtLocal: (localEpochSeconds: number) => number;
}

const QUARTER_HOUR = 900;
const zones = new Map<string, Zone>();

/** Whether the platform knows an IANA time zone of this name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export function zone(name: string): Zone {
  let known = zones.get(name);
  if (!known) {
    known = makeZone(name);
    zones.set(name, known);
  }
  return known;
}

function makeZone(name: string): Zone {
  const days = new Map<number, string>();
  const offset = (epochSeconds: number) => ruledOffset(name, epochSeconds) ?? tzOffset(name, new Date(epochSeconds * 1000)) * 60;
  return {
    name,
    dayOf(epochSeconds) {
      const quarter = Math.floor(epochSeconds / QUARTER_HOUR);
      let day = days.get(quarter);
      if (day === undefined) {
        const start = quarter * QUARTER_HOUR;
        day = new Date((start + offset(start)) * 1000).toISOString().slice(0, 10);
        days.set(quarter, day);
      }
      return day;
    },
    offsetAtLocal(local) {
      const guess = offset(local);
      const earlier = offset(local - Math.max(guess, offset(local - guess)));
      return local - earlier === local - guess ? guess : earlier;
    },
  };
}
