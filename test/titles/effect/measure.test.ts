import { describe, expect, it } from 'vitest';
import { type BeforeAfter, effectOf, LEAST_CONTROLS, logChange, randomEffects } from '../../../src/titles/effect/measure.js';
import { seeded } from '../seeded.js';

const counts = (before: number, after: number): BeforeAfter => ({
  before: { value: before, events: before, exposure: 1 },
  after: { value: after, events: after, exposure: 1 },
});

describe('the change of one listing', () => {
  it('is the log of after ÷ before with half an event on both sides', () => {
    const { theta, noise } = logChange(counts(100, 150), 1);
    expect(theta).toBeCloseTo(Math.log(150.5 / 100.5), 12);
    expect(noise).toBeCloseTo(1 / 150.5 + 1 / 100.5, 12);
    expect(logChange(counts(0, 0), 1).theta).toBe(0);
    // Half an order is worth half of what an order is worth: 20.00 here.
    const sales = { before: { value: 2000, events: 100, exposure: 1 }, after: { value: 0, events: 0, exposure: 1 } };
    expect(logChange(sales, 1).theta).toBeCloseTo(Math.log(10 / 2010), 12);
    // A ratio: 10 of 200 against 10 of 100.
    const conversion = { before: { value: 10, events: 10, exposure: 100 }, after: { value: 10, events: 10, exposure: 200 } };
    expect(logChange(conversion, 2)).toEqual({ theta: expect.closeTo(Math.log(1 / 2), 12), noise: 2 * (2 / 10.5) });
  });
});

describe('the change of the others', () => {
  it('is weighed by noise where they agree', () => {
    // w = 100, 25; mean (10 + 7.5) ÷ 125; Q = 100 × 0.04² + 25 × 0.16² = 0.8 < 1.
    const { mean, between, error } = randomEffects([
      { theta: 0.1, noise: 0.01 },
      { theta: 0.3, noise: 0.04 },
    ]);
    expect([mean, between, error]).toEqual([expect.closeTo(0.14, 12), 0, expect.closeTo(1 / 125, 12)]);
  });

  it('varies more than noise where they do not', () => {
    // w = 100, 100; Q = 50; τ² = 49 ÷ (200 − 100) = 0.49; w* = 2, 2.
    const { mean, between, error } = randomEffects([
      { theta: 0, noise: 0.01 },
      { theta: 1, noise: 0.01 },
    ]);
    expect([mean, between, error]).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.49, 12), expect.closeTo(0.25, 12)]);
  });
});

describe('the effect', () => {
  const steady = Array.from({ length: 19 }, () => counts(100, 100));

  it('is the difference to the others, with an interval of all that varies', () => {
    const effect = effectOf(counts(100, 150), steady, 1);
    expect(effect?.effect).toBeCloseTo(150.5 / 100.5 - 1, 9);
    expect(effect?.others).toBeCloseTo(0, 12);
    // se² = 1 ÷ 150.5 + 1 ÷ 100.5 + (2 ÷ 100.5) ÷ 19 = 0.017642, t for 18 degrees 2.1009: exp(0.40378 ± 2.1009 × 0.13282) − 1
    expect(effect?.low).toBeCloseTo(0.1329, 3);
    expect(effect?.high).toBeCloseTo(0.9795, 3);
  });

  it('takes away what happened to all', () => {
    const doubled = Array.from({ length: 19 }, () => counts(1000, 2000));
    expect(effectOf(counts(100, 200), doubled, 1)?.effect).toBeCloseTo(0, 2);
  });

  it('is not told against fewer listings than one in twenty needs, or against such without events', () => {
    expect(LEAST_CONTROLS).toBe(19);
    expect(effectOf(counts(100, 150), steady.slice(1), 1)).toBeNull();
    expect(effectOf(counts(100, 150), [...steady.slice(1), counts(2, 3)], 1)).toBeNull();
  });

  it('gets a wider interval from a shop with wild listings', () => {
    const wild = [...steady, counts(100, 1000), counts(1000, 100)];
    const [calm, rough] = [effectOf(counts(100, 150), steady, 1), effectOf(counts(100, 150), wild, 1)];
    expect(rough?.high).toBeGreaterThan((calm?.high ?? 0) * 2);
    expect(rough?.low).toBeLessThan(0);
  });
});

describe('false alarms', () => {
  it('come in at most one case of twenty, however much listings vary, and true changes are seen', () => {
    const random = seeded(20261122);
    const shop = (spread: number, own: number) => {
      const listing = (change: number): BeforeAfter => {
        const mean = 20 + random.next() * 200;
        const shape = spread === 0 ? 1 : random.gamma(1 / spread ** 2) * spread ** 2;
        return counts(random.poisson(mean), random.poisson(mean * 1.3 * shape * change));
      };
      return effectOf(
        listing(own),
        Array.from({ length: 40 }, () => listing(1)),
        1,
      );
    };
    const share = (of: (effect: NonNullable<ReturnType<typeof shop>>) => boolean, spread: number, own: number) => {
      const effects = Array.from({ length: 1000 }, () => shop(spread, own));
      return effects.filter((effect) => effect !== null && of(effect)).length / effects.length;
    };
    // Two standard errors of 1,000 draws at 5 % are 1.4 points.
    expect(share(({ low, high }) => low > 0 || high < 0, 0, 1)).toBeLessThan(0.064);
    expect(share(({ low, high }) => low > 0 || high < 0, 0.3, 1)).toBeLessThan(0.064);
    expect(share(({ low }) => low > 0, 0, 1.8)).toBeGreaterThan(0.8);
  });
});
