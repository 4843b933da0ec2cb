import { describe, expect, test } from 'vitest';
import { CellProblem, parseMicros, parseMicrosPlain } from '../../../src/platforms/cells/index.js';

describe('parseMicros', () => {
  test.each([
    ['12.50', 12_500_000, null],
    ['0.54', 540_000, null],
    ['-3', -3_000_000, null],
    ['-0.00', 0, null],
    ['$1,234.56', 1_234_560_000, null],
    ['$ 10.69', 10_690_000, null],
    ['US$5', 5_000_000, 'USD'],
    ['US $12.99', 12_990_000, 'USD'],
    ['$12.99 USD', 12_990_000, 'USD'],
    ['CA$3.20', 3_200_000, 'CAD'],
    ['C $5.00', 5_000_000, 'CAD'],
    ['AU $3,000.00', 3_000_000_000, 'AUD'],
    ['A$7', 7_000_000, 'AUD'],
    ['MX$199.00', 199_000_000, 'MXN'],
    ['R$ 1.234,56', 1_234_560_000, 'BRL'],
    ['£12,894.53', 12_894_530_000, 'GBP'],
    ['-£4.80', -4_800_000, 'GBP'],
    ['£-4.80', -4_800_000, 'GBP'],
    ['($25.99)', -25_990_000, null],
    ['$(25.99)', -25_990_000, null],
    ['4.80-', -4_800_000, null],
    ['−4.80', -4_800_000, null],
    ['116,99 €', 116_990_000, 'EUR'],
    ['116,99\u00a0€', 116_990_000, 'EUR'],
    ['1.234,56\u202f€', 1_234_560_000, 'EUR'],
    ['EUR 90,00', 90_000_000, 'EUR'],
    ['15.00 GBP', 15_000_000, 'GBP'],
    ['USD12', 12_000_000, 'USD'],
    ["CHF 1'234.50", 1_234_500_000, 'CHF'],
    ['Rs.1000.0', 1_000_000_000, null],
    ['Rs 20', 20_000_000, null],
    ['₹1,13,529.99', 113_529_990_000, 'INR'],
    ['12,50 zł', 12_500_000, 'PLN'],
    ['1 299 kr', 1_299_000_000, null],
    ['¥1,280', 1_280_000_000, null],
    ['￥1,280', 1_280_000_000, null],
    ['CN¥9.9', 9_900_000, 'CNY'],
    ['JP¥500', 500_000_000, 'JPY'],
    ['28.90元', 28_900_000, 'CNY'],
    ['1,280円', 1_280_000_000, 'JPY'],
    ['￥9.9元', 9_900_000, 'CNY'],
    ['1.2万元', 12_000_000_000, 'CNY'],
    ['4,918.00', 4_918_000_000, null],
    ['1,234', 1_234_000_000, null],
    ['1.234', 1_234_000, null],
    ['0.210729', 210_729, null],
    ['1.50000000', 1_500_000, null],
    ['1e-6', 1, null],
    ['1.5E-05', 15, null],
    ['9007199254.740991', 9_007_199_254_740_991, null],
    // What binary arithmetic in a workbook leaves behind.
    ['0.30000000000000004', 300_000, null],
    ['19.990000000000002', 19_990_000, null],
    ['1234.5600000000001', 1_234_560_000, null],
  ])('%j is %d millionths of %j', (cell, micros, currency) => {
    expect(parseMicros(cell)).toEqual({ micros, currency });
  });

  test.each(['', ' --', '--', '-', '—', 'N/A'])('%j is missing', (cell) => {
    expect(parseMicros(cell)).toBeNull();
  });

  test.each([
    'n/a%',
    '5%',
    'abc',
    '$',
    'USD',
    '1.2.3',
    '1,2,3',
    '--5',
    '-(5)',
    '-5-',
    '$5 CAD EUR',
    'US$5 CAD',
    '12 pcs',
    '1 2',
    '= 5',
    'XXQ 5',
    '5e3',
    '5~6',
  ])('%j is refused', (cell) => {
    expect(parseMicros(cell)).toBeInstanceOf(CellProblem);
  });

  test('more than six decimals are refused, not rounded, unless the report divided the amount itself', () => {
    expect(parseMicros('15.5138462')).toEqual(new CellProblem('money', 'more than six decimals: an amount is never rounded on import'));
    expect(parseMicros('15.5138462', { round: true })).toEqual({ micros: 15_513_846, currency: null });
    expect(parseMicros('-0.0000005', { round: true })).toEqual({ micros: -1, currency: null });
    expect(parseMicros('0.00000049', { round: true })).toEqual({ micros: 0, currency: null });
    expect(parseMicros('1e-7', { round: true })).toEqual({ micros: 0, currency: null });
    expect(parseMicros('0.5438461538461539')).toBeInstanceOf(CellProblem);
    expect(parseMicros('1234.560000000123')).toBeInstanceOf(CellProblem);
    expect(parseMicros('0.5438461538461539', { round: true })).toEqual({ micros: 543_846, currency: null });
  });

  test('amounts beyond exact integers are refused', () => {
    expect(parseMicros('9007199254.740992')).toEqual(new CellProblem('money', 'too large: amounts end at 9,007,199,254.740991'));
  });

  test('scientific notation with a positive exponent has lost digits', () => {
    expect(parseMicros('1.5E+3')).toEqual(
      new CellProblem('money', 'destroyed by Excel: export again and do not open the file in Excel before the import'),
    );
  });

  test('a decimal comma turns both readings round', () => {
    expect(parseMicros('1.234', { decimal: ',' })).toEqual({ micros: 1_234_000_000, currency: null });
    expect(parseMicros('1,234', { decimal: ',' })).toEqual({ micros: 1_234_000, currency: null });
    expect(parseMicros('95,00', { decimal: ',' })).toEqual({ micros: 95_000_000, currency: null });
    expect(parseMicros('95.00', { decimal: ',' })).toBeInstanceOf(CellProblem);
  });
});

describe('parseMicrosPlain', () => {
  test.each([
    ['12.50', 12_500_000],
    ['3', 3_000_000],
    ['-4.8', -4_800_000],
    ['0.000001', 1],
    ['999999999.99', 999_999_999_990_000],
  ])('%j is %d', (cell, expected) => {
    expect(parseMicrosPlain(cell)).toBe(expected);
  });

  test.each(['', '-', '.5', '5.', '1,234', '$5', ' 5', '5 ', '1.2.3', '1.2345678', '+5', '１', '9999999999', '1234567890123456'])(
    '%j is not plain',
    (cell) => {
      expect(parseMicrosPlain(cell)).toBeNaN();
    },
  );
});
