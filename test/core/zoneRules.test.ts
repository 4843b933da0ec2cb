import { tzOffset } from '@date-fns/tz/tzOffset';
import { describe, expect, it } from 'vitest';
import { zone } from '../../src/core/zone.js';
import { RULED_ZONES, ruledOffset } from '../../src/core/zoneRules.js';

const HOUR = 3600;
const DAY = 86_400;
const at = (text: string) => Date.parse(text) / 1000;

describe('rules of time zones', () => {
  it.each(RULED_ZONES)('%s: are what Intl says', (name) => {
    const intl = (seconds: number) => tzOffset(name, new Date(seconds * 1000)) * 60;
    const wrong: string[] = [];
    const check = (seconds: number) => {
      if (ruledOffset(name, seconds) !== intl(seconds)) wrong.push(new Date(seconds * 1000).toISOString());
    };
    let before = intl(at('2008-01-01'));
    for (let seconds = at('2008-01-01'); seconds < at('2030-01-01'); seconds += DAY) {
      check(seconds);
      const offset = intl(seconds);
      // Every quarter of an hour of a day on which the clock was changed.
      if (offset !== before) for (let quarter = seconds - DAY; quarter < seconds; quarter += HOUR / 4) check(quarter);
      before = offset;
    }
    check(at('2029-12-31T23:59:59Z'));
    expect(wrong).toEqual([]);
  });

  it('leave other zones and years to Intl, and nothing of it shows', () => {
    expect(ruledOffset('Asia/Kathmandu', at('2026-01-01'))).toBeNull();
    expect(ruledOffset('America/Los_Angeles', at('2007-12-31T23:59:59Z'))).toBeNull();
    expect(ruledOffset('America/Los_Angeles', at('2030-01-01'))).toBeNull();
    // In 2006 summer time ended on 29 October; by the present rule it would have lasted to 5 November.
    expect(zone('America/Los_Angeles').dayOf(at('2006-11-01T07:30:00Z'))).toBe('2006-10-31');
    expect(zone('America/Los_Angeles').dayOf(at('2026-11-01T07:30:00Z'))).toBe('2026-11-01');
    expect(zone('Asia/Kathmandu').dayOf(at('2026-01-01T18:20:00Z'))).toBe('2026-01-02');
  });

  it.each([
    ['America/Los_Angeles', '2026-03-08T09:59:59Z', -8],
    ['America/Los_Angeles', '2026-03-08T10:00:00Z', -7],
    ['America/Los_Angeles', '2026-11-01T08:59:59Z', -7],
    ['America/Los_Angeles', '2026-11-01T09:00:00Z', -8],
    ['Europe/Berlin', '2026-03-29T00:59:59Z', 1],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 2],
    ['Europe/Berlin', '2026-10-25T00:59:59Z', 2],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', 1],
    ['Asia/Shanghai', '2026-07-01T00:00:00Z', 8],
  ])('%s at %s is %i hours east', (name, instant, hours) => {
    expect(ruledOffset(name, at(instant))).toBe(hours * HOUR);
  });
});
