/** Which listings are down, and what they sold before. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { downAs, usualUnits } from '../../src/products/down.js';

describe('a listing is down', () => {
  it.each([
    ['amazon', 'Active', null],
    ['amazon', 'Inactive', 'inactive'],
    ['amazon', 'Incomplete', 'suppressed'],
    ['amazon', '停止中', 'inactive'],
    ['shopify', 'active', null],
    ['shopify', 'unlisted', null],
    ['shopify', 'draft', 'draft'],
    ['taobao', '上架', null],
    ['taobao', '下架', 'off sale'],
    ['rakuten', '倉庫', 'off sale'],
    ['etsy', 'Inactive', null],
    ['amazon', null, null],
  ])('%s %j: %j', (platform, status, as) => {
    expect(downAs({ platform, status, removed: false })).toBe(as);
  });

  it('stranded where it is gone from the catalogue', () => {
    expect(downAs({ platform: 'amazon', status: 'Active', removed: true })).toBe('stranded');
  });
});

describe('what it sold', () => {
  const on = (day: string, units: number) => ({ day: day as Day, units });

  it('is told from the 30 days up to its last sale', () => {
    // 2 + 4 + 9 in 30 days; the 31st day before is out.
    expect(usualUnits([on('2026-10-30', 9), on('2026-10-01', 4), on('2026-10-10', 2), on('2026-09-30', 70)])).toBe(15 / 30);
    expect(usualUnits([])).toBeNull();
  });
});
