/** Check digits worked by hand: 400638133393 → 4+0·3+0+6·3+3+8·3+1+3·3+3+3·3+9+3·3 = 89, so 1. */
import { describe, expect, it } from 'vitest';
import { gtin14 } from '../../../src/measures/identity/gtin.js';

describe('gtin14', () => {
  it.each([
    ['4006381333931', '04006381333931', 'an EAN-13'],
    ['036000291452', '00036000291452', 'a UPC-12'],
    ['0036000291452', '00036000291452', 'the same as an EAN-13'],
    ['00036000291452', '00036000291452', 'the same as a GTIN-14'],
    ['0 36000 29145 2', '00036000291452', 'as it is printed'],
    ['96385074', '00000096385074', 'a GTIN-8'],
    ['978-3-16-148410-0', '09783161484100', 'an ISBN-13'],
    // 1 400638133393 + check: 1·3+4+0·3+0+6·3+3+8·3+1+3·3+3+3·3+9+3·3 = 92, so 8.
    ['14006381333938', '14006381333938', 'a case of the EAN-13: another product'],
  ])('%s is %s: %s', (text, expected) => {
    expect(gtin14(text)).toBe(expected);
  });

  it.each<[string | null, string]>([
    [null, 'unknown'],
    ['', 'empty'],
    ['4006381333932', 'a wrong check digit'],
    ['36000291452', 'a UPC-12 without its first zero: eleven digits may be anything'],
    ['0000000000000', 'no number: zeros'],
    ['00000000', 'no number: zeros'],
    ['2000000000008', "a shop's own range"],
    ['0200000000004', "a shop's own range, as a UPC"],
    ['0400000000008', "a company's own range"],
    ['02345673', "a GTIN-8 of a shop's own range"],
    ['9900000000004', 'a coupon'],
    ['MUG-4', 'no digits'],
    ['4.00638E+12', 'what a spreadsheet left of one'],
  ])('%s joins nothing: %s', (text) => {
    expect(gtin14(text)).toBe(null);
  });
});
