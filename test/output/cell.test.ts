import { describe, expect, test } from 'vitest';
import type { Cell, Column, PlainKind } from '../../src/core/table.js';
import { displayCell, displayValue, machineCell, machineText } from '../../src/output/cell.js';

function people(cell: Cell, kind: PlainKind, currency: string | null = null, more: Partial<Omit<Column, 'kind'>> = {}): string {
  return displayCell(cell, { kind, ...more }, currency);
}

describe('for people', () => {
  test.each<[string, string]>([
    [people('as  it is', 'text'), 'as  it is'],
    [people(1234567, 'integer'), '1,234,567'],
    [people(-3, 'integer'), '−3'],
    [people(1.5, 'decimal'), '1.5'],
    [people(1234.5678, 'decimal'), '1,234.57'],
    [people(1.5, 'decimal', null, { digits: 2 }), '1.50'],
    [people(-0.004, 'decimal', null, { digits: 2 }), '0.00'],
    [people(12, 'integer', null, { unit: 'd' }), '12 d'],
    [people(null, 'integer', null, { unit: 'd' }), '–'],
    [people(123450, 'money', 'USD'), '1,234.50'],
    [people(500, 'money', 'JPY'), '500'],
    [people(-1234567, 'money', 'BHD'), '−1,234.567'],
    [people(-5, 'money', 'EUR'), '−0.05'],
    [people(540000, 'unitAmount', 'USD'), '0.54'],
    [people(12500, 'unitAmount', 'USD'), '0.0125'],
    [people(538461, 'unitAmount', 'USD'), '0.5385'],
    [people(1, 'unitAmount', 'USD'), '0.000001'],
    [people(-1234567890, 'unitAmount', 'USD'), '−1,234.5679'],
    [people(0.31, 'ratio'), '31.0 %'],
    [people(0.285, 'ratio', null, { digits: 0 }), '29 %'],
    [people(-0.285, 'ratio'), '−28.5 %'],
    [people('2026-11-22', 'day'), '2026-11-22'],
    [people(1_795_327_200, 'instant'), '2026-11-22 06:00 UTC'],
    [people(true, 'boolean'), 'yes'],
    [people(false, 'boolean'), 'no'],
    [people([0, 1, null, 7], 'trend'), '▁▂ █'],
    [people([5, 5], 'trend'), '▄▄'],
    [people([0, 0], 'trend'), '▁▁'],
    [people([], 'trend'), ''],
    [people(Number.NaN, 'decimal'), '–'],
  ])('%s', (printed, expected) => {
    expect(printed).toBe(expected);
  });
});

describe('in a sentence an amount has its currency', () => {
  test.each([
    ['USD', '$4,812.40'],
    ['CAD', 'CA$4,812.40'],
    ['EUR', '€4,812.40'],
    ['GBP', '£4,812.40'],
    ['INR', '₹4,812.40'],
    ['JPY', '¥481,240'],
    ['CNY', 'CN¥4,812.40'],
    ['SEK', 'SEK\u00a04,812.40'],
    ['BHD', 'BHD\u00a0481.240'],
    ['XYZ', 'XYZ\u00a04,812.40'],
    ['pts', 'pts\u00a04,812.40'],
    [null, '4,812.40'],
  ])('%s', (currency, expected) => {
    expect(displayValue({ value: 481_240, kind: 'money', currency })).toBe(expected);
  });

  test('the minus sign stands before the currency, and goes where nothing is left of the amount', () => {
    expect(displayValue({ value: -148_50, kind: 'money', currency: 'USD', digits: 0 })).toBe('−$149');
    expect(displayValue({ value: -49, kind: 'money', currency: 'USD', digits: 0 })).toBe('$0');
    expect(displayValue({ value: 540_000, kind: 'unitAmount', currency: 'USD' })).toBe('$0.54');
  });
});

describe('for machines', () => {
  test.each<[Cell, PlainKind, string | null, Cell, string]>([
    ['00123', 'text', null, '00123', '00123'],
    [1234567, 'integer', null, 1234567, '1234567'],
    [123450, 'money', 'USD', '1234.50', '1234.50'],
    [-500, 'money', 'JPY', '-500', '-500'],
    [-5, 'money', 'BHD', '-0.005', '-0.005'],
    [538461, 'unitAmount', 'USD', '0.538461', '0.538461'],
    [0.31, 'ratio', null, 0.31, '0.31'],
    [1_795_327_200, 'instant', null, '2026-11-22T06:00:00Z', '2026-11-22T06:00:00Z'],
    [false, 'boolean', null, false, 'false'],
    [[1, null, 2.5], 'trend', null, [1, null, 2.5], '1 null 2.5'],
    [null, 'trend', null, null, ''],
    [Number.POSITIVE_INFINITY, 'ratio', null, null, ''],
  ])('%j of kind %s', (cell, kind, currency, json, csv) => {
    expect(machineCell(cell, kind, currency)).toEqual(json);
    expect(machineText(cell, kind, currency)).toBe(csv);
  });
});

test('a cell that is not what its column promises is not printed', () => {
  expect(() => people('12', 'integer')).toThrow('a cell of kind integer must be a number, found "12"');
  expect(() => machineCell(12.5, 'money', 'USD')).toThrow('money in minor units must be a whole number, found 12.5');
});
