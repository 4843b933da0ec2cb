import { describe, expect, it } from 'vitest';
import { checkedValue, likelySame, sameValue, typedValue } from '../../src/plans/values.js';

describe('values of fields', () => {
  it.each([
    ['price', '12.5', 'USD', '12.50'],
    ['price', '12', 'USD', '12.00'],
    ['price', '012.500', 'USD', '12.50'],
    ['price', '1250', 'JPY', '1250'],
    ['price', '1250.00', 'JPY', '1250'],
    ['price', '1.2345', 'KWD', null],
    ['price', '1.234', 'KWD', '1.234'],
    ['price', '0', 'USD', '0.00'],
    ['price', '12.505', 'USD', null],
    ['price', '-1', 'USD', null],
    ['price', '12,50', 'USD', null],
    ['price', '$12.50', 'USD', null],
    ['price', '1e3', 'USD', null],
    ['price', '12345678901234', 'USD', null],
    ['quantity', '007', null, '7'],
    ['quantity', '-1', null, null],
    ['quantity', '1.5', null, null],
    ['title', ' Tea ', null, ' Tea '],
    ['title', '  ', null, null],
    ['title', 'a\0b', null, null],
    ['title', 'a\ud800', null, null],
    ['subtitle', '', null, null],
  ] as const)('%s %j in %s is %j', (field, value, currency, expected) => {
    const checked = checkedValue(field, value, currency);
    expect('value' in checked ? checked.value : null).toBe(expected);
  });

  it('have no control characters where somebody types them, and are left alone where an export has them', () => {
    for (const [text, what] of [
      ['A\nB', 'a line break'],
      ['A\u2028B', 'a line break'],
      ['A\tB', 'a tab'],
      ['A\u001b[2J', 'a control character (U+001B)'],
    ] as const) {
      expect(typedValue('title', text, null, null)).toEqual({ problem: `found ${what} after "A": a title is one line of text` });
      expect(checkedValue('title', text, null)).toEqual({ value: text });
    }
    expect(typedValue('title', 'Tea – 水', null, null)).toEqual({ value: 'Tea – 水' });
    expect(typedValue('price', '12.5', 'USD', null)).toEqual({ value: '12.50' });
  });

  it('can be nothing only where the field can be emptied', () => {
    expect(checkedValue('compare_at_price', null, 'USD')).toEqual({ value: null });
    expect(checkedValue('title', null, null)).toEqual({ problem: 'a title cannot be emptied: a value is missing' });
  });

  it('are the same to the platform', () => {
    expect(sameValue('', null)).toBe(true);
    expect(sameValue('a', 'a ')).toBe(false);
    expect(likelySame('Caf\u00e9 ', 'Cafe\u0301')).toBe(true);
    expect(likelySame('Cafe', 'Caf\u00e9')).toBe(false);
  });
});
