/** Days as people read them, in English whatever the machine's language: Friday 20 November 2026. */
import { type Day, weekday } from '../../core/day.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "Friday". */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekday(day)] as string;
}

/** "Fri". */
export function shortWeekday(day: Day): string {
  return weekdayName(day).slice(0, 3);
}

/** "20 November 2026". */
export function longDate(day: Day): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** "20 Nov". */
export function shortDate(day: Day): string {
  return `${Number(day.slice(8))} ${(MONTHS[Number(day.slice(5, 7)) - 1] as string).slice(0, 3)}`;
}

/** "November". */
export function monthName(day: Day): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] as string;
}
