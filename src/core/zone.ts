/**
 * Time zones: the calendar day of an instant, and the offset of a local time. An offset is worked out once for each day of UTC, and
 * on the rare days on which it changes once for each quarter of an hour, where alone it can change: a million order dates cost a
 * million look-ups, not a million calendars.
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
const DAY = 86_400;
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

/** The day of an instant in UTC, for readers that only look at keys. */
export function utcDay(epochSeconds: number): string {
  return new Date(epochSeconds * 1000).toISOString().slice(0, 10);
}

export function zone(name: string): Zone {
  let known = zones.get(name);
  if (!known) {
    known = makeZone(name);
    zones.set(name, known);
  }
  return known;
}

/** The first instant of a day, `YYYY-MM-DD`, in a zone, epoch seconds. */
export function startOfDay(day: string, timeZone: string): number {
  const local = Date.parse(`${day}T00:00:00Z`) / 1000;
  return local - zone(timeZone).offsetAtLocal(local);
}

function makeZone(name: string): Zone {
  const offset = (epochSeconds: number) => ruledOffset(name, epochSeconds) ?? tzOffset(name, new Date(epochSeconds * 1000)) * 60;
  const ofUtcDay = new Map<number, number | null>();
  const ofQuarter = new Map<number, number>();
  const days = new Map<number, string>();

  function offsetAt(epochSeconds: number): number {
    const utcDay = Math.floor(epochSeconds / DAY);
    const constant = remembered(ofUtcDay, utcDay, () => {
      const atStart = offset(utcDay * DAY);
      return atStart === offset((utcDay + 1) * DAY) ? atStart : null;
    });
    if (constant !== null) return constant;
    const quarter = Math.floor(epochSeconds / QUARTER_HOUR);
    return remembered(ofQuarter, quarter, () => offset(quarter * QUARTER_HOUR));
  }

  return {
    name,
    dayOf(epochSeconds) {
      const day = Math.floor((epochSeconds + offsetAt(epochSeconds)) / DAY);
      return remembered(days, day, () => new Date(day * DAY * 1000).toISOString().slice(0, 10));
    },
    offsetAtLocal(local) {
      const guess = offset(local);
      const earlier = offset(local - Math.max(guess, offset(local - guess)));
      return local - earlier === local - guess ? guess : earlier;
    },
  };
}

function remembered<Value>(known: Map<number, Value>, key: number, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
