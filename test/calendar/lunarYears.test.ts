/**
 * The table of lunar years, held against the library that it is made of.
 * `UPDATE_GOLDEN=1 npx vitest run test/calendar/lunarYears.test.ts` writes it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Lunar, LunarYear } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/core/day.js';
import { LUNAR_YEARS } from '../../src/measures/calendar/lunarYears.js';
import { dayIn } from '../../src/measures/calendar/rules.js';

const FILE = new URL('../../src/measures/calendar/lunarYears.ts', import.meta.url);
const FIRST = 2000;
const LAST = 2060;
const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at);

function ofLibrary(year: number, month: number, day: number): string {
  return Lunar.fromYmd(year, month, day).getSolar().toYmd();
}

function lengthsOf(year: number): string {
  const months = LunarYear.fromYear(year).getMonthsInYear();
  return months.map((month) => (month.getDayCount() === 30 ? 'L' : 'S')[month.getMonth() < 0 ? 'toLowerCase' : 'toString']()).join('');
}

function page(): string {
  const lines = YEARS.map((year) => `  ${year}: '${ofLibrary(year, 1, 1).slice(5)} ${lengthsOf(year)}',`);
  return `/**
 * Chinese lunar years: the month and day of New Year, and how long the months are (L: 30 days, S: 29; small letters: a leap month, behind
 * the month whose number it shares). Generated from lunar-typescript (test/calendar/lunarYears.test.ts), which takes 35 ms to load and
 * is asked about all other years.
 */
export const LUNAR_YEARS: Readonly<Record<number, string>> = {
${lines.join('\n')}
};
`;
}

describe('the table of lunar years', () => {
  it('is what the library says', () => {
    const expected = page();
    if (process.env.UPDATE_GOLDEN) writeFileSync(FILE, expected);
    expect(readFileSync(FILE, 'utf8')).toBe(expected);
  });

  it('gives the days that the library gives, of every month, and of the years around it', () => {
    for (const year of [FIRST - 1, ...YEARS, LAST + 1]) {
      for (const month of LunarYear.fromYear(year).getMonthsInYear()) {
        if (month.getMonth() < 0) continue;
        const on = (day: number) => dayIn({ on: 'lunar', month: month.getMonth(), day }, year);
        expect(on(1)).toBe(ofLibrary(year, month.getMonth(), 1));
        expect(on(month.getDayCount())).toBe(addDays(on(1) as Day, month.getDayCount() - 1));
        expect(on(month.getDayCount() + 1)).toBeNull();
      }
      expect(dayIn({ on: 'lunar', month: 13, day: 1 }, year)).toBeNull();
    }
  });

  it('covers the years that anyone plans for', () => {
    expect(Object.keys(LUNAR_YEARS).map(Number)).toEqual(YEARS);
  });
});
