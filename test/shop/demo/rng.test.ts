import { describe, expect, it } from 'vitest';
import { at, createRng } from '../../../src/shop/demo/rng.js';

const PINNED = [0.553596249083057, 0.18225840642116964, 1.2819882934471147, 8.616592565602812];

/** Mean and variance of 20,000 draws. */
function moments(draw: () => number): { mean: number; variance: number } {
  const draws = Array.from({ length: 20_000 }, draw);
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  return { mean, variance: draws.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / draws.length };
}

describe('the seeded random numbers', () => {
  it('are the same on every machine: the first draws of a stream are pinned to the last bit', () => {
    const rng = createRng(1, 'x');
    expect([rng.next(), rng.next(), rng.normal(), rng.gamma(2.5, 2)]).toEqual(PINNED);
  });

  it('gives every seed and every label a stream of its own', () => {
    const first = (seed: number, label: string) => createRng(seed, label).next();
    expect(new Set([first(1, 'a'), first(1, 'b'), first(2, 'a'), first(2, 'b')]).size).toBe(4);
    expect(first(1, 'a')).toBe(first(1, 'a'));
  });

  it('has the mean and variance that each distribution promises', () => {
    const rng = createRng(11, 'moments');
    const close = (found: { mean: number; variance: number }, mean: number, variance: number) => {
      expect(Math.abs(found.mean - mean)).toBeLessThan(4.5 * Math.sqrt(variance / 20_000));
      expect(found.variance / variance).toBeGreaterThan(0.93);
      expect(found.variance / variance).toBeLessThan(1.07);
    };
    close(
      moments(() => rng.next()),
      0.5,
      1 / 12,
    );
    close(
      moments(() => rng.normal()),
      0,
      1,
    );
    close(
      moments(() => rng.gamma(4, 0.5)),
      2,
      1,
    );
    close(
      moments(() => rng.gamma(0.7, 2)),
      1.4,
      2.8,
    );
    close(
      moments(() => rng.poisson(2.5)),
      2.5,
      2.5,
    );
    close(
      moments(() => rng.poisson(90)),
      90,
      90,
    );
    close(
      moments(() => rng.binomial(300, 0.08)),
      24,
      22.08,
    );
    close(
      moments(() => rng.binomial(12, 0.8)),
      9.6,
      1.92,
    );
    // Poisson mixed by a gamma of shape 5: negative binomial, variance = mean + mean² / 5.
    close(
      moments(() => rng.poisson(10 * rng.gamma(5, 1 / 5))),
      10,
      30,
    );
  });

  it('draws nothing from nothing', () => {
    const rng = createRng(1, 'zero');
    expect([rng.poisson(0), rng.binomial(0, 0.5), rng.binomial(9, 0), rng.binomial(9, 1)]).toEqual([0, 0, 0, 9]);
    expect(rng.weighted([0, 1, 0])).toBe(1);
    expect(() => at([1, 2], 2)).toThrow('no element 2');
  });
});
