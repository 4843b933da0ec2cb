/**
 * How fast a thing sells, and how long its stock lasts at that speed.
 *
 * velocity = units of the counted days ÷ number of those days, where the counted days are the finished days whose orders are
 * known (coverage.ts) and on which the thing could be bought (stock.ts): days without stock would make it look slow just when
 * it must be ordered again. Cover = available ÷ velocity. Left out: trend, season and promotions (that is the forecast), and
 * demand that was lost on days that began with some stock.
 */
import { addDays, type Day } from '../core/day.js';

/** Finished days that a velocity looks at. */
export const VELOCITY_DAYS = 30;
/** Beyond ten years a day on which stock runs out says nothing. */
const LONGEST_COVER_DAYS = 3650;

/** Units a day; null where no day counts. */
export function velocityPerDay(units: number, countedDays: number): number | null {
  return countedDays === 0 ? null : units / countedDays;
}

/** Days until nothing is available; null where the velocity is unknown or zero. Oversold stock lasts 0 days. */
export function daysOfCover(available: number | null, velocity: number | null): number | null {
  if (available === null || velocity === null || velocity <= 0) return null;
  return Math.max(0, available) / velocity;
}

/** The day on which the last unit is sold, counted from the morning of `asOf`. */
export function stockOutOn(asOf: Day, days: number | null): Day | null {
  return days === null || days > LONGEST_COVER_DAYS ? null : addDays(asOf, Math.floor(days));
}

/** Rounded to ten thousandths for a row: the rest is noise of the division. */
export function measured(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
