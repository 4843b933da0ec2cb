/** What of a header varies without meaning. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineReport, type ReportFormat, required } from '../../src/platforms/define.js';
import { bareHeader, foldHeader, isMatch, matchHeader, mayMatch } from '../../src/platforms/header.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';

describe('foldHeader', () => {
  test.each([
    ['Buy Box 🚚: Current', 'buy box: current'],
    ['🚚 Buy Box: Current', 'buy box: current'],
    ['Sessions – Total', 'sessions - total'],
    ['#1 Keyword (5 *)', '#1 keyword (5 *)'],
  ])('%s', (header, folded) => {
    expect(foldHeader(header).trim()).toBe(folded);
  });

  test('a header without anything unusual is folded like one with a byte order mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (cell) => {
        expect(foldHeader(cell)).toBe(foldHeader(`\uFEFF${cell}`));
      }),
    );
  });
});

describe('the currency of a header', () => {
  const format = defineReport({
    ...{ id: 'etsy.test', platform: 'etsy', report: 'A test', certainty: 'M', source: 'this test', download: 'nowhere' },
    ...{ fills: ['offers'], unit: [], period: 'snapshot' },
    columns: [required('price', 'Price ({currency})', '价格({currency})')],
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

  test('needs no space before it', () => {
    const match = matchHeader(format, ['价格(USD)']);
    expect([match.bound.get('price'), match.currency, isMatch(match)]).toEqual([0, 'USD', true]);
  });
});

test('every format that matches a header passes the first look', () => {
  const isEvery = (format: ReportFormat) => {
    const header = format.columns.map(({ names }) => (names.at(-1) as string).replace('{currency}', 'USD'));
    return mayMatch(format, new Set(header.map(foldHeader))) || !isMatch(matchHeader(format, header));
  };
  expect(REPORT_FORMATS.filter((format) => !isEvery(format)).map(({ id }) => id)).toEqual([]);
});
