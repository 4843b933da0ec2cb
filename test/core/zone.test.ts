import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../src/core/zone.js';

const at = (text: string) => Date.parse(text) / 1000;

describe('the first instant of a day', () => {
  it.each([
    ['2026-11-28', 'Asia/Shanghai', '2026-11-27T16:00Z'],
    ['2026-03-08', 'America/Los_Angeles', '2026-03-08T08:00Z'],
    ['2026-03-09', 'America/Los_Angeles', '2026-03-09T07:00Z'],
    ['2026-11-01', 'America/Los_Angeles', '2026-11-01T07:00Z'],
    ['2026-11-02', 'America/Los_Angeles', '2026-11-02T08:00Z'],
  ])('%s in %s', (day, timeZone, instant) => {
    expect(startOfDay(day, timeZone)).toBe(at(instant));
  });

  it('is one o’clock where the clock skips midnight', () => {
    expect(startOfDay('2026-09-06', 'America/Santiago')).toBe(at('2026-09-06T04:00Z'));
  });
});
