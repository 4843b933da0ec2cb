/** Which targets spend in vain, by hand. */
import { describe, expect, it } from 'vitest';
import { priorOf, type Target, wastedTargets, worthClicking } from '../../src/bids/wasted.js';

const MICRO = 1_000_000;
const target = (clicks: number, orders: number, cost = clicks, sales: number | null = orders * 20): Target => {
  return { clicks, orders, cost: cost * MICRO, sales: sales === null ? null : sales * MICRO };
};
/** Forty alike: 20 clicks and 2 orders each, 20.00 an order. */
const ALIKE = Array.from({ length: 40 }, () => target(20, 2));

describe('how conversion is spread', () => {
  it('has the mean of all clicks; targets that are alike get the weight of many clicks, those that differ of few', () => {
    expect(priorOf(ALIKE)).toEqual({ mean: 0.1, clicks: 1000 });
    const mixed = Array.from({ length: 40 }, (_, at) => target(20, at % 4 === 0 ? 8 : 0));
    const prior = priorOf(mixed);
    expect(prior?.mean).toBe(0.1);
    expect(prior?.clicks).toBeLessThan(10);
  });

  it('is the maximum of the likelihood as Gamma functions have it', () => {
    // Of whole shapes by factorials: Γ(s + y) ÷ Γ(s) = s (s + 1) … (s + y − 1).
    const targets = Array.from({ length: 30 }, (_, at) => target(10, at < 20 ? 1 : 0));
    const mean = 20 / 300;
    const likelihood = (b: number) =>
      targets.reduce((sum, { clicks, orders }) => {
        let rising = 1;
        for (let y = 0; y < orders; y++) rising *= mean * b + y;
        return sum + Math.log(rising) + mean * b * Math.log(b / (b + clicks)) + orders * Math.log(clicks / (b + clicks));
      }, 0);
    const grid = Array.from({ length: 31 }, (_, at) => 10 ** (at / 10));
    const best = grid.reduce((most, b) => (likelihood(b) > likelihood(most) ? b : most));
    expect(priorOf(targets)).toEqual({ mean, clicks: best });
  });

  it('is not told from too little', () => {
    expect(priorOf(ALIKE.slice(0, 29))).toBeNull();
    expect(priorOf(Array.from({ length: 40 }, (_, at) => target(20, at < 19 ? 1 : 0)))).toBeNull();
  });
});

describe('a target without an order', () => {
  it('is worth its clicks with a probability that falls with them', () => {
    // Mean 10 % with the weight of 10 clicks: CVR ~ Gamma(1, 10 + n), so P(CVR ≥ c) = e^−c(10 + n).
    const prior = { mean: 0.1, clicks: 10 };
    expect(worthClicking({ clicks: 40 }, prior, 0.05)).toBeCloseTo(Math.exp(-2.5), 12);
    expect(worthClicking({ clicks: 50 }, prior, 0.05)).toBeCloseTo(Math.exp(-3), 12);
  });

  it('is named where that is below 5 %, the costliest first', () => {
    const mixed = [
      ...Array.from({ length: 40 }, (_, at) => target(20, at % 4)),
      target(5, 0),
      target(30, 0),
      target(90, 0),
      target(60, 0),
      target(200, 0, 0),
    ];
    const prior = priorOf(mixed);
    if (!prior) throw new Error('there is a prior');
    // 20.00 an order and 1.00 a click: break-even at a margin of a half is 1 ÷ (20 × 0.5) = 10 %, at a whole one 5 %.
    for (const [margin, breakEven] of [
      [0.5, 0.1],
      [1, 0.05],
    ] as const) {
      const named = wastedTargets(mixed, margin).map(({ clicks }) => clicks);
      const idle = [90, 60, 30, ...Array(10).fill(20), 5];
      expect(named).toEqual(idle.filter((clicks) => worthClicking({ clicks }, prior, breakEven) < 0.05));
      expect(named).toContain(90);
      expect(named).not.toContain(5);
    }
  });

  it('is not named where sales or a margin are not known', () => {
    const untold = ALIKE.map((each) => ({ ...each, sales: null }));
    expect(wastedTargets([...untold, target(500, 0)], 0.5)).toEqual([]);
    expect(wastedTargets([...ALIKE, target(500, 0)], 0)).toEqual([]);
    expect(wastedTargets([...ALIKE, target(500, 0)], 0.5)).toHaveLength(1);
  });
});
