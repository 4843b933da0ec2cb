import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { untilMorning } from '../../src/measures/morning.js';
import { trafficSums } from '../../src/measures/traffic.js';
import { daysOfCover, stockOutOn, velocityPerDay } from '../../src/measures/velocity.js';

const TODAY = '2026-11-22' as Day;

describe('velocity and cover', () => {
  it('is units by counted days, and unknown without such days', () => {
    expect(velocityPerDay(12, 23)).toBe(12 / 23);
    expect(velocityPerDay(0, 30)).toBe(0);
    expect(velocityPerDay(0, 0)).toBeNull();
  });

  it('lasts available by velocity, is unknown without either, and none when oversold', () => {
    expect(daysOfCover(38, 12 / 23)).toBeCloseTo(72.8333, 4);
    expect(daysOfCover(0, 2)).toBe(0);
    expect(daysOfCover(-3, 2)).toBe(0);
    expect(daysOfCover(10, 0)).toBeNull();
    expect(daysOfCover(10, null)).toBeNull();
    expect(daysOfCover(null, 2)).toBeNull();
  });

  it('runs out after the whole days that it lasts', () => {
    expect(stockOutOn(TODAY, 0.9)).toBe(TODAY);
    expect(stockOutOn(TODAY, 72.83)).toBe('2027-02-02');
    expect(stockOutOn(TODAY, null)).toBeNull();
    expect(stockOutOn(TODAY, 1e9)).toBeNull();
  });
});

describe('trafficSums', () => {
  it('adds disjoint reports and weighs the buy box with page views', () => {
    expect(
      trafficSums([
        { sessions: 290, pageViews: 380, buyBoxRatio: 0.5, units: 9 },
        { sessions: 10, pageViews: 20, buyBoxRatio: 1, units: 1 },
      ]),
    ).toEqual({ sessions: 300, pageViews: 400, units: 10, unitsPerSession: 10 / 300, buyBoxRatio: 0.525 });
  });

  it('knows no conversion without sessions', () => {
    expect(trafficSums([{ sessions: 0, pageViews: 0, buyBoxRatio: 0, units: 0 }])).toMatchObject({
      unitsPerSession: null,
      buyBoxRatio: null,
    });
    expect(trafficSums([{ sessions: null, pageViews: null, buyBoxRatio: null, units: 3 }])).toMatchObject({
      sessions: null,
      unitsPerSession: null,
    });
  });
});

describe('untilMorning', () => {
  const stores = [{ storeId: 1, timeZone: 'America/Los_Angeles' }];

  it('ends at noon of the store', () => {
    expect(untilMorning(stores, TODAY, Date.parse('2026-12-24T12:00:00Z'))).toEqual([
      { storeId: 1, until: Date.parse('2026-11-22T20:00:00Z') / 1000 },
    ]);
  });

  it('goes on until now where the day is today', () => {
    const now = Date.parse('2026-11-22T23:30:00Z');
    expect(untilMorning(stores, TODAY, now)[0]?.until).toBe(now / 1000 + 1);
    expect(untilMorning(stores, TODAY, Date.parse('2026-11-22T15:00:00Z'))[0]?.until).toBe(Date.parse('2026-11-22T20:00:00Z') / 1000);
  });
});
