/**
 * Dates as numbers, in the 1900 system of workbooks: days since 1899-12-30, the fraction is the time of day.
 * Right from 61 (1900-03-01) on; before that Excel counts a 29 February 1900 that never was, so 1 to 60 are refused.
 * Leaves out: the 1904 system of old Macintosh files, which a number alone does not show.
 */
import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';

/** Days from 1899-12-30 to 1970-01-01. */
const EPOCH = 25569;
const FIRST = 61;
/** 2200-12-31. */
const LAST = 109938;
const SECONDS = 86_400;

interface Serial {
  readonly day: Day;
  /** Epoch seconds of what the number writes, as if it were UTC; rounded, because 1/86400 has no exact double. */
  readonly epochSeconds: number;
  readonly hasTime: boolean;
}

/** What a number such as `45383` or `45383.5` writes, or null where it is none that a date could have. */
export function readSerial(text: string): Serial | null {
  const value = Number(text);
  if (!(value >= FIRST && value < LAST + 1)) return null;
  const whole = Math.floor(value);
  const epochSeconds = Math.round((value - EPOCH) * SECONDS);
  return { day: addDays('1970-01-01' as Day, whole - EPOCH), epochSeconds, hasTime: whole !== value };
}
