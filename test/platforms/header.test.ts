/** What of a header varies without meaning. */
import { describe, expect, test } from 'vitest';
import { column, defineReport } from '../../src/platforms/define.js';
import { bareHeader, foldHeader, matchHeader } from '../../src/platforms/header.js';

describe('foldHeader', () => {
  test.each([
    ['Buy Box 🚚: Current', 'buy box: current'],
    ['🚚 Buy Box: Current', 'buy box: current'],
    ['Sessions – Total', 'sessions - total'],
    ['#1 Keyword (5 *)', '#1 keyword (5 *)'],
  ])('%s', (header, folded) => {
    expect(foldHeader(header).trim()).toBe(folded);
  });
});

describe('the currency of a header', () => {
  const format = defineReport({
    ...{ id: 'etsy.test', platform: 'etsy', report: 'A test', certainty: 'M', source: 'this test', download: 'nowhere' },
    ...{ fills: ['offers'], unit: [], period: 'snapshot' },
    columns: [column('price', 'Price ({currency})')],
  });
  test.each([
    ['Price (EGP)', 'EGP'],
    ['Price  ₹', 'INR'],
    ['Price (RM)', 'MYR'],
    ['Price (฿)', 'THB'],
    ['Price (Rp)', 'IDR'],
    ['Price US$', 'USD'],
    ['Price €', 'EUR'],
    ['Price $', null],
  ])('%s', (header, currency) => {
    const match = matchHeader(format, [header]);
    expect([match.bound.get('price'), match.currency]).toEqual([0, currency]);
    expect(bareHeader(header)).toBe('price');
  });
});
