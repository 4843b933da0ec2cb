/**
 * The time zones of the large marketplaces by their rules, for the years in which these hold: without them the first question to
 * Intl costs 15 ms, more than the answers to most commands. Every other zone and year is left to Intl (zone.ts).
 *
 * Source: the IANA time zone database. European Union: summer time from the last Sunday of March to the last Sunday of October,
 * 01:00 UTC (since 1996, directive 2000/84/EC). United States and Canada: from the second Sunday of March, 02:00 standard time, to
 * the first Sunday of November, 02:00 summer time (since 2007, Energy Policy Act of 2005). A test holds all of it against Intl.
 */

type SummerTime = 'none' | 'Europe' | 'America';

/** Hours east of UTC in winter, by rule. */
const ZONES: Readonly<Record<string, readonly [standardHours: number, summerTime: SummerTime]>> = {
  UTC: [0, 'none'],
  'America/Los_Angeles': [-8, 'America'],
  'America/New_York': [-5, 'America'],
  'America/Toronto': [-5, 'America'],
  'Europe/London': [0, 'Europe'],
  'Europe/Berlin': [1, 'Europe'],
  'Europe/Paris': [1, 'Europe'],
  'Europe/Rome': [1, 'Europe'],
  'Europe/Madrid': [1, 'Europe'],
  'Europe/Amsterdam': [1, 'Europe'],
  'Europe/Brussels': [1, 'Europe'],
  'Europe/Vienna': [1, 'Europe'],
  'Europe/Stockholm': [1, 'Europe'],
  'Europe/Warsaw': [1, 'Europe'],
  'Asia/Shanghai': [8, 'none'],
  'Asia/Singapore': [8, 'none'],
  'Asia/Tokyo': [9, 'none'],
};

/** The rules hold in these years of UTC; what laws of later years will say is left to Intl. */
const FIRST_YEAR = 2008;
const LAST_YEAR = 2029;

export const RULED_ZONES = Object.keys(ZONES);

/** Seconds east of UTC at an instant, or null where no rule here says it. */
export function ruledOffset(zone: string, epochSeconds: number): number | null {
  const rule = ZONES[zone];
  if (rule === undefined) return null;
  const year = new Date(epochSeconds * 1000).getUTCFullYear();
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  const [standardHours, summerTime] = rule;
  const standard = standardHours * 3600;
  if (summerTime === 'none') return standard;
  const [begins, ends] = summerTime === 'Europe' ? europeanSummer(year) : americanSummer(year, standard);
  return epochSeconds >= begins && epochSeconds < ends ? standard + 3600 : standard;
}

function europeanSummer(year: number): [begins: number, ends: number] {
  return [sundayFrom(year, 3, 25) + 3600, sundayFrom(year, 10, 25) + 3600];
}

/** 02:00 by the clock of the day before: standard time in spring, summer time in autumn. */
function americanSummer(year: number, standard: number): [begins: number, ends: number] {
  return [sundayFrom(year, 3, 8) + 7200 - standard, sundayFrom(year, 11, 1) + 3600 - standard];
}

/** Midnight UTC of the first Sunday on or after a day; of a month of 31 days, that after the 25th is the last. */
function sundayFrom(year: number, month: number, day: number): number {
  const first = Date.UTC(year, month - 1, day);
  return first / 1000 + ((7 - new Date(first).getUTCDay()) % 7) * 86_400;
}
