import { describe, expect, test } from 'vitest';
import { CellProblem, parseBand, parseDecimal, parseInteger, parseRatio } from '../../../src/platforms/cells/index.js';

const PROBLEM = 'problem';

function shown<T>(value: T | CellProblem): T | string {
  return value instanceof CellProblem ? PROBLEM : value;
}

describe('parseInteger', () => {
  test.each([
    ['3', 3],
    ['0', 0],
    ['-3', -3],
    ['-0', 0],
    ['007', 7],
    ['5,824', 5824],
    ['"5,824"', 5824],
    ['12,131', 12131],
    ['1,13,529', 113529],
    ['1.234.567', 1234567],
    ['1.234', 1234],
    ["1'234'567", 1234567],
    ['1’234', 1234],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['1\u202f234\u202f567', 1234567],
    ['１２，３４５', 12345],
    ['35188 ', 35188],
    ['\t1730\t', 1730],
    ["'-1", -1],
    ['="123"', 123],
    ['12.0', 12],
    ['12.00', 12],
    ['1,234.00', 1234],
    ['+5', 5],
    ['−5', -5],
    ['(5)', -5],
    ['5-', -5],
    ['1.2万', 12000],
    ['3w', 30000],
    ['1W', 10000],
    ['1.5亿', 150000000],
    ['2億', 200000000],
    ['1K', 1000],
    ['1.25k', 1250],
    ['2m', 2000000],
    ['9007199254740991', 9007199254740991],
  ])('%j is %d', (cell, expected) => {
    expect(shown(parseInteger(cell))).toBe(expected);
  });

  test.each(['', '-', '--', ' --', '—', '–', 'N/A', 'n/a', 'N/R', '/', 'null', 'NULL', 'None', 'NaN', '\u00a0', '\t'])(
    '%j is missing',
    (cell) => {
      expect(parseInteger(cell)).toBeNull();
    },
  );

  test.each([
    '1万+',
    '10w+',
    '600 ~ 1200',
    '> 5',
    '<1',
    '12.5',
    '1.25',
    '1,23',
    '12,34,5',
    '5 pcs',
    'abc',
    '$5',
    '5%',
    '--5',
    '(-5)',
    '9007199254740993',
    '4.68E+14',
    '1e5',
    '0x10',
    '1_000',
    '٣',
    '5²',
    '①',
    '∞',
    '#N/A',
    '1.2345k',
  ])('%j is refused', (cell) => {
    expect(parseInteger(cell)).toBeInstanceOf(CellProblem);
  });

  test('a dot before three zeros is one or a thousand: refused until the decimal mark is given', () => {
    expect(parseInteger('1.000')).toEqual(
      new CellProblem('integer', 'the dot may group thousands or end the whole part: give the decimal mark of the file'),
    );
    expect(parseInteger('1.000', { decimal: ',' })).toBe(1000);
    expect(parseInteger('1.000', { decimal: '.' })).toBe(1);
    expect(parseInteger('1.234', { decimal: '.' })).toEqual(new CellProblem('integer', 'it has decimals'));
  });

  test('an identifier that Excel has shortened is named as such', () => {
    expect(parseInteger('4.68E+14')).toEqual(
      new CellProblem('integer', 'destroyed by Excel: export again and do not open the file in Excel before the import'),
    );
  });
});

describe('parseDecimal', () => {
  test.each([
    ['12.50', 12.5],
    ['-0.1', -0.1],
    ['.5', 0.5],
    ['5.', 5],
    ['453.59237', 453.59237],
    ['34000.0', 34000],
    ['2.9935483871', 2.9935483871],
    ['0.30000000000000004', 0.30000000000000004],
    ['1e-7', 1e-7],
    ['1.5E-05', 0.000015],
    ['0,123', 0.123],
    ['1,234', 1234],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['3,75', 3.75],
    ['(1.5)', -1.5],
    ['1.5万', 15000],
    ['0.1k', 100],
  ])('%j is %d', (cell, expected) => {
    expect(shown(parseDecimal(cell))).toBe(expected);
  });

  test.each([
    ['1.234', ',', 1234],
    ['1,234', ',', 1.234],
    ['1.234,56', ',', 1234.56],
    ['12.50', ',', PROBLEM],
    ['90,00', '.', PROBLEM],
    ['1,234', '.', 1234],
    ['1.234,56', '.', PROBLEM],
  ] as const)('%j in a file with decimal %j is %j', (cell, decimal, expected) => {
    expect(shown(parseDecimal(cell, { decimal }))).toBe(expected);
  });

  test('separators that do not fit are named', () => {
    expect(parseDecimal('12.50', { decimal: ',' })).toEqual(
      new CellProblem('number', 'its separators do not fit a file whose decimal mark is ","'),
    );
    expect(parseDecimal('1,2,3')).toEqual(new CellProblem('number', 'its separators fit no way of writing numbers'));
  });
});

describe('parseRatio', () => {
  test.each([
    ['3.88%', 0.0388],
    ['0.00%', 0],
    ['"1,500.00%"', 15],
    ['31.0 %', 0.31],
    ['15 %', 0.15],
    ['50％', 0.5],
    ['%45', 0.45],
    ['-12.5%', -0.125],
    ['900%', 9],
    ['0.03331', 0.03331],
    ['0,5 %', 0.005],
    ['1e-7', 1e-7],
    ['', null],
    ['-', null],
    [' --', null],
    ['∞', null],
    ['< 10%', PROBLEM],
    ['5% ~ 7.5%', PROBLEM],
    ['n/a%', PROBLEM],
  ])('%j is %j', (cell, expected) => {
    expect(shown(parseRatio(cell))).toBe(expected);
  });

  test('under a header with (%) a bare number is a percentage, and a % in the cell divides once', () => {
    expect(parseRatio('3.96', { percentHeader: true })).toBe(0.0396);
    expect(parseRatio('3.96%', { percentHeader: true })).toBe(0.0396);
    expect(parseRatio(' 3,96 ', { percentHeader: true, decimal: ',' })).toBe(0.0396);
  });
});

describe('parseBand', () => {
  test.each([
    ['< 10%', null, 0.1],
    ['> 90%', 0.9, null],
    ['<1', null, 1],
    ['>306', 306, null],
    ['$0.41', 0.41, 0.41],
    ['$0.84-$1.35', 0.84, 1.35],
    ['≥ 5', 5, null],
    ['600 ~ 1200', 600, 1200],
    ['5% ~ 7.5%', 0.05, 0.075],
    ['5 ~ 7.5%', 0.05, 0.075],
    ['1K – 10K', 1000, 10000],
    ['10–100', 10, 100],
    ['10w+', 100000, null],
    ['1万+', 10000, null],
    ['1,000+', 1000, null],
    ['5000~1.0万', 5000, 10000],
    ['5000～1.0万', 5000, 10000],
    ['1-3万', 10000, 30000],
    ['100以上', 100, null],
    ['10至20', 10, 20],
    ['-5 ~ -2', -5, -2],
    ['1234', 1234, 1234],
    ['12.5%', 0.125, 0.125],
  ])('%j is from %j to %j', (cell, low, high) => {
    expect(parseBand(cell)).toEqual({ low, high, text: cell });
  });

  test('a missing band, one that is upside down, and no band', () => {
    expect(parseBand('-')).toBeNull();
    expect(parseBand('1200 ~ 600')).toEqual(new CellProblem('band', 'its lower end is above its upper end'));
    expect(parseBand('high')).toEqual(new CellProblem('number or band'));
  });

  test('a percent header holds for bands too', () => {
    expect(parseBand('5 ~ 7.5', { percentHeader: true })).toEqual({ low: 0.05, high: 0.075, text: '5 ~ 7.5' });
  });
});
