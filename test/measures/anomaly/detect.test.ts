/** What the detector says of series that were made for it: a steady shop into which one change is put. */
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import { addDays, weekday } from '../../../src/core/day.js';
import { detect, type Finding, HISTORY_DAYS } from '../../../src/measures/anomaly/detect.js';
import { beganOn, episodesOf } from '../../../src/measures/anomaly/episodes.js';
import { SHARES } from '../../../src/measures/anomaly/judge.js';
import type { DailySeries, Days } from '../../../src/measures/anomaly/series.js';

const LENGTH = HISTORY_DAYS + 60;
const CHANGE = LENGTH - 30;
const DAYS: Days = (() => {
  const days = Array.from({ length: LENGTH }, (_, index) => addDays('2025-01-05' as Day, index));
  return { days, weekdays: days.map(weekday) };
})();
const WEEK = [0.7, 1.1, 1.2, 1.1, 1, 1, 0.9];

/** Numbers between 0 and 1, the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Revenue of about 1,000 a day with a weekly profile and a quarter of noise; `change` multiplies. */
function revenue(seed: number, change: (day: number) => number = () => 1): DailySeries {
  const next = chance(seed);
  const values = DAYS.weekdays.map((each, day) => {
    const noise = Math.exp(0.25 * (next() + next() + next() + next() - 2) * Math.sqrt(3));
    return Math.round(100_000 * (WEEK[each] as number) * noise * change(day));
  });
  return { key: 'revenue', model: 'amount', values };
}

/** Units of a Poisson with the mean of `of(day)`. */
function units(key: string, seed: number, of: (day: number) => number): DailySeries {
  const next = chance(seed);
  const values = DAYS.days.map((_, day) => {
    let count = 0;
    for (let product = next(), bound = Math.exp(-of(day)); product > bound; count += 1) product *= next();
    return count;
  });
  return { key, model: 'count', values };
}

function told(series: readonly DailySeries[], from = CHANGE - 10, to = LENGTH - 1): readonly Finding[] {
  return detect({ days: DAYS, groups: [{ series }], from, to, perMonth: 1 }).findings;
}

const kinds = (findings: readonly Finding[]) => [...new Set(findings.map(({ look }) => `${look.kind} ${look.score > 0 ? 'up' : 'down'}`))];

/** Page views of a Poisson, and how many of them saw the own offer: each with the chance of its day. */
function box(key: string, seed: number, shareOn: (day: number, next: () => number) => number): DailySeries {
  const next = chance(seed);
  const views = units(key, seed + 100, () => 60).values as number[];
  const values = views.map((count, day) => {
    const share = shareOn(day, next);
    return Array.from({ length: count }, next).filter((each) => each < share).length;
  });
  return { key, model: 'rate', values, trials: views };
}

describe('a share', () => {
  const steady = Array.from({ length: 8 }, (_, at) => box(`steady ${at}`, at + 1, () => 0.97));
  const shared = box('shared', 50, (_, next) => (next() < 0.5 ? 0.05 : 0.95));

  test('that is lost for three days is told; one that changes hands from day to day is not', () => {
    const lost = box('lost', 40, (day) => (day >= LENGTH - 3 ? 0.02 : 0.97));
    const found = told([...steady, shared, lost]);
    expect([...new Set(found.map(({ key }) => key))]).toEqual(['lost']);
    expect(found.map(({ day }) => day)).toContain(LENGTH - 1);
  });

  test('of few hits out of many is judged by the hits: none where four are expected is nothing', () => {
    const rare = (key: string, seed: number, on: (day: number) => number): DailySeries => ({
      ...units(key, seed, on),
      model: 'rate',
      trials: DAYS.days.map(() => 700),
    });
    const quiet = Array.from({ length: 8 }, (_, at) => rare(`quiet ${at}`, at + 60, () => 0.5));
    const none = told([...quiet, rare('none', 70, (day) => (day >= LENGTH - 8 ? 0 : 0.5))]);
    expect(none.filter(({ key }) => key === 'none')).toEqual([]);
    expect(kinds(told([...quiet, rare('many', 71, (day) => (day >= LENGTH - 8 ? 4 : 0.5))]).filter(({ key }) => key === 'many'))).toContain(
      'level up',
    );
  });
});

describe('a series of amounts', () => {
  test('a tripled day is a spike, with what it was and what was expected', () => {
    const found = told([revenue(1, (day) => (day === CHANGE ? 3 : 1))]);
    const spike = found.find(({ day }) => day === CHANGE) as Finding;
    expect(spike.look.kind).toBe('spike');
    expect(spike.look.observed / spike.look.expected).toBeGreaterThan(2);
    expect(spike.look.observed).toBeGreaterThan(spike.high);
    expect(spike.low).toBeLessThan(spike.look.expected);
    expect(spike.high).toBeGreaterThan(spike.look.expected);
  });

  test('40 % less from a day on is a new level within two weeks, and since when is found', () => {
    const series = revenue(2, (day) => (day >= CHANGE ? 0.6 : 1));
    const found = told([series]).filter(({ day }) => day >= CHANGE && day < CHANGE + 14);
    expect(kinds(found)).toContain('level down');
    const began = beganOn(series, DAYS, CHANGE + 13, 28, false) as number;
    expect(Math.abs(began - CHANGE)).toBeLessThanOrEqual(3);
  });

  test('a weekday that breaks is told as one', () => {
    const broken = DAYS.weekdays[CHANGE];
    const found = told([revenue(3, (day) => (day >= CHANGE && DAYS.weekdays[day] === broken ? 0.35 : 1))]);
    expect(kinds(found)).toContain('weekday down');
    expect(found.filter(({ look }) => look.kind === 'weekday').every(({ day }) => DAYS.weekdays[day] === broken)).toBe(true);
  });

  test('is the same in another unit', () => {
    const series = revenue(4, (day) => (day >= CHANGE ? 0.5 : 1));
    const inYen = { ...series, values: series.values.map((value) => (value === null ? null : value * 150)) };
    const [one, other] = [told([series]), told([inYen])];
    expect(other.map(({ day, look }) => [day, look.kind])).toEqual(one.map(({ day, look }) => [day, look.kind]));
    other.forEach(({ p }, index) => {
      expect(p).toBeCloseTo((one[index] as Finding).p, 9);
    });
  });

  test('selling much on a promotion is no finding, nor anything on a holiday', () => {
    const mark = (kind: 'promotion' | 'holiday') => DAYS.days.map((_, day) => (day === CHANGE ? kind : null));
    const high = revenue(5, (day) => (day === CHANGE ? 4 : 1));
    const low = revenue(5, (day) => (day === CHANGE ? 0.1 : 1));
    const onDay = (series: DailySeries) => told([series], CHANGE, CHANGE).length;
    expect([onDay(high), onDay(low)]).toEqual([1, 1]);
    expect([onDay({ ...high, outOfOrdinary: mark('promotion') }), onDay({ ...low, outOfOrdinary: mark('promotion') })]).toEqual([0, 1]);
    expect([onDay({ ...high, outOfOrdinary: mark('holiday') }), onDay({ ...low, outOfOrdinary: mark('holiday') })]).toEqual([0, 0]);
  });

  test('too short a past is not judged, an unknown day neither', () => {
    const series = revenue(6);
    const young = { ...series, values: series.values.map((value, day) => (day < CHANGE - 40 ? null : value)) };
    const answer = detect({ days: DAYS, groups: [{ series: [young] }], from: CHANGE, to: CHANGE, perMonth: 1 });
    expect(answer.judged.size).toBe(0);
    const gap = { ...series, values: series.values.map((value, day) => (day === CHANGE ? null : value)) };
    expect(detect({ days: DAYS, groups: [{ series: [gap] }], from: CHANGE, to: CHANGE, perMonth: 1 }).judged.size).toBe(0);
  });
});

describe('many small series', () => {
  const shop = (change: (sku: number, day: number) => number) =>
    Array.from({ length: 60 }, (_, sku) => units(`sku ${sku}`, 100 + sku, (day) => (0.2 + (sku % 10) * 0.4) * change(sku, day)));

  test('a steady shop has next to nothing to tell in two months', () => {
    expect(
      episodesOf(
        told(
          shop(() => 1),
          LENGTH - 60,
        ),
      ).length,
    ).toBeLessThanOrEqual(4);
  });

  test('the one that stops selling is found among sixty', () => {
    const found = told(shop((sku, day) => (sku === 9 && day >= CHANGE ? 0 : 1)));
    expect(new Set(found.filter(({ look }) => look.score < 0).map(({ key }) => key))).toEqual(new Set(['sku 9']));
    expect(found.some(({ look, key }) => key === 'sku 9' && look.kind === 'level' && look.observed === 0)).toBe(true);
  });

  test('a rate that halves is told against the rate of its past', () => {
    const next = chance(7);
    const series = Array.from({ length: 20 }, (_, sku): DailySeries => {
      const trials = DAYS.days.map(() => 60);
      const values = trials.map((count, day) => {
        const rate = sku === 3 && day >= CHANGE ? 0.05 : 0.12;
        return Array.from({ length: count }, next).filter((each) => each < rate).length;
      });
      return { key: `sku ${sku}`, model: 'rate', values, trials };
    });
    const found = told(series).filter(({ key }) => key === 'sku 3');
    expect(kinds(found)).toContain('level down');
    const level = found.find(({ look }) => look.kind === 'level') as Finding;
    expect(level.look.expected).toBeCloseTo(0.12, 1);
    expect(level.look.observed).toBeLessThan(level.low);
  });
});

test('the shares of the kinds and sides are the whole budget', () => {
  expect(
    Object.values(SHARES)
      .flat()
      .reduce((sum, share) => sum + share, 0),
  ).toBeCloseTo(1, 12);
});

test('findings of neighbouring days about one change are one episode', () => {
  const finding = (day: number, score: number, kind: 'spike' | 'level', p: number): Finding =>
    ({
      key: 'a',
      day,
      p,
      q: p,
      low: 0,
      high: 0,
      look: { kind, score, from: day, observed: 0, expected: 0, valueAt: () => 0, count: 1 },
    }) as Finding;
  const found = episodesOf([
    finding(1, 3, 'spike', 0.02),
    finding(4, 3, 'spike', 0.01),
    finding(8, 3, 'spike', 0.03),
    finding(9, -3, 'level', 0.001),
    finding(16, -3, 'level', 0.002),
  ]);
  expect(found.map(({ first, last, strongest }) => [first, last, strongest.p])).toEqual([
    [9, 16, 0.001],
    [1, 4, 0.01],
    [8, 8, 0.03],
  ]);
});
