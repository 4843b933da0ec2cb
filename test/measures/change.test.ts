import { describe, expect, it } from 'vitest';
import { changeRatio } from '../../src/measures/change.js';

describe('changeRatio', () => {
  it('is the difference over what was before', () => {
    expect(changeRatio(108, 100)).toBe(0.08);
    expect(changeRatio(50, 200)).toBe(-0.75);
    expect(changeRatio(100, 100)).toBe(0);
    expect(changeRatio(0, 40)).toBe(-1);
    expect(changeRatio(-50, 100)).toBe(-1.5);
  });

  it('is unknown from nothing, from a loss and from the unknown', () => {
    expect(changeRatio(5, 0)).toBeNull();
    expect(changeRatio(0, 0)).toBeNull();
    expect(changeRatio(5, null)).toBeNull();
    expect(changeRatio(null, 5)).toBeNull();
    expect(changeRatio(50, -100)).toBeNull();
  });
});
