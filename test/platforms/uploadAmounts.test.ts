import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/plan.js';
import { amountStyleOf, amountText, pairChange } from '../../src/platforms/uploadAmounts.js';

function change(field: 'price' | 'compare_at_price', after: string | null): Change {
  return {
    id: field,
    action: 'set',
    target: { platform: 'woocommerce', store: 'shop', entity: 'listing', id: '1' },
    sku: null,
    field,
    before: null,
    after,
    currency: 'EUR',
    reason: { code: 'test', text: 'test' },
    expected: null,
    inverse: 'exact',
  };
}

describe('the style of a catalogue’s amounts', () => {
  it.each([
    [['20.00', '18.50'], { comma: false, short: false }],
    [['20', '18.5'], { comma: false, short: true }],
    [['12,5', '1249,9'], { comma: true, short: true }],
    [['12,50', '3'], { comma: true, short: false }],
    [['19.99', '5.25'], { comma: false, short: false }],
    [['39.00 GBP', 'abc', ''], { comma: false, short: false }],
    [['4980', '480'], { comma: false, short: true }],
  ])('%j is %j', (cells, style) => {
    expect(amountStyleOf(cells)).toEqual(style);
  });

  it.each([
    ['20.00', { comma: false, short: true }, '20'],
    ['18.50', { comma: false, short: true }, '18.5'],
    ['18.50', { comma: true, short: false }, '18,50'],
    ['1200', { comma: true, short: true }, '1200'],
    ['100.00', { comma: false, short: true }, '100'],
  ])('%s as %j is %s', (amount, style, text) => {
    expect(amountText(amount, style)).toBe(text);
  });
});

const text = (each: Change) => each.after ?? '';

describe('which price column a change is about', () => {
  const price = (after: string) => change('price', after);
  const compareAt = (after: string | null) => change('compare_at_price', after);

  it.each([
    ['without a sale, the regular price', { regular: '20', sale: '' }, price('18.00'), undefined, { regular: '18.00' }],
    ['a sale price of 0 is none', { regular: '20', sale: '0' }, price('18.00'), undefined, { regular: '18.00' }],
    ['a sale price that is the regular one is none', { regular: '20', sale: '20.00' }, price('18.00'), undefined, { regular: '18.00' }],
    ['while a sale is on, the sale price', { regular: '20', sale: '15' }, price('14.00'), undefined, { sale: '14.00' }],
    ['while a sale is on, what it is compared with', { regular: '20', sale: '15' }, undefined, compareAt('25.00'), { regular: '25.00' }],
    ['both', { regular: '20', sale: '15' }, price('14.00'), compareAt('25.00'), { regular: '25.00', sale: '14.00' }],
    ['a sale begins', { regular: '20', sale: '' }, price('14.00'), compareAt('20.00'), { regular: '20.00', sale: '14.00' }],
    [
      'a sale begins at the price that stands',
      { regular: '20', sale: '' },
      undefined,
      compareAt('25.00'),
      { regular: '25.00', sale: '20' },
    ],
    ['a sale ends: what was paid stays', { regular: '20', sale: '15' }, undefined, compareAt(null), { regular: '15', sale: '' }],
    ['a sale ends with a new price', { regular: '20', sale: '15' }, price('19.00'), compareAt(null), { regular: '19.00', sale: '' }],
  ])('%s', (_, pair, ofPrice, ofCompareAt, expected) => {
    expect(pairChange(pair, ofPrice, ofCompareAt, text)).toEqual(expected);
  });

  it('is left alone where it is not known, or where the sale would be none', () => {
    expect(pairChange({ regular: '20', sale: null }, price('18.00'), undefined, text)).toEqual({
      problem: 'whether a sale price is in force is not known',
    });
    expect(pairChange({ regular: '20', sale: '15' }, price('20.00'), undefined, text)).toEqual({
      problem: 'a sale price of 20.00 is not below the regular price of 20; change the compare_at_price too',
    });
  });
});
