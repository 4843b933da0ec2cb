import { describe, expect, test } from 'vitest';
import { CellProblem, cleanText, decodeEntities, isMissing, parseBoolean, parseIdentifier } from '../../../src/platforms/cells/index.js';

const DESTROYED = new CellProblem('identifier', 'destroyed by Excel: export again and do not open the file in Excel before the import');

describe('parseIdentifier', () => {
  test.each([
    ['468170906203317', '468170906203317'],
    ['="468170906203317"', '468170906203317'],
    ['"=""468170906203317"""', '468170906203317'],
    ['\t6917926768823643751', '6917926768823643751'],
    ['583870900000000001\t', '583870900000000001'],
    ["'8720602828605", '8720602828605'],
    ["'123'", '123'],
    ['10160070484512.0', '10160070484512'],
    ['10160070484512.000', '10160070484512'],
    ['12345.0', '12345.0'],
    ['0012', '0012'],
    ['\u00a0B0BGPMD867 ', 'B0BGPMD867'],
    ['OIL02H - 001', 'OIL02H - 001'],
    ['260531-662941284701219', '260531-662941284701219'],
    ['TV-55"', 'TV-55"'],
    ["PIPE-5'", "PIPE-5'"],
    ['A+B', 'A+B'],
    ['1E10', '1E10'],
    ['#1001', '#1001'],
    ['辣-1', '辣-1'],
    ['1.0', '1.0'],
  ])('%j is %j', (cell, expected) => {
    expect(parseIdentifier(cell)).toBe(expected);
  });

  test.each(['4.68E+14', '5.11E+18', '5,11E+18', '5E+18', "'5.11E+18", '5118609024991031000.0', '#NAME?', '########'])(
    '%j is destroyed',
    (cell) => {
      expect(parseIdentifier(cell)).toEqual(DESTROYED);
    },
  );

  test.each(['', '-', '--', ' ', '\t', "'", '""', '=""', 'N/A', 'null'])('%j is missing', (cell) => {
    expect(parseIdentifier(cell)).toBeNull();
  });
});

describe('parseBoolean', () => {
  test.each(['true', 'TRUE', 'True', 'yes', 'Yes', 'y', 'Y', '1', '是', ' true ', "'1"])('%j is true', (cell) => {
    expect(parseBoolean(cell)).toBe(true);
  });

  test.each(['false', 'FALSE', 'no', 'No', 'n', 'N', '0', '否'])('%j is false', (cell) => {
    expect(parseBoolean(cell)).toBe(false);
  });

  test('missing and refused', () => {
    expect(parseBoolean('')).toBeNull();
    expect(parseBoolean('--')).toBeNull();
    expect(parseBoolean('notify')).toEqual(new CellProblem('yes or no'));
    expect(parseBoolean('2')).toEqual(new CellProblem('yes or no'));
  });
});

describe('cleanText', () => {
  test.each([
    ['Olive Oil', 'Olive Oil'],
    ['  Olive Oil \u3000', 'Olive Oil'],
    ['\t辣丝丝', '辣丝丝'],
    ['multi\nline', 'multi\nline'],
    ['None', 'None'],
    ['-', '-'],
    ["'quoted", "'quoted"],
    ['é', 'é'],
    ['', null],
    [' \t\u00a0', null],
  ])('%j is %j', (cell, expected) => {
    expect(cleanText(cell)).toBe(expected);
  });
});

describe('decodeEntities', () => {
  test.each([
    ['3&quot; Pot &#39;A&#39; &amp; &#x42;', "3\" Pot 'A' & B"],
    ['&amp;quot;', '&quot;'],
    ['I &hearts; tea &rarr; &check; &sup2; &Eacute;', 'I ♥ tea → ✓ ² É'],
    ['TEA &AMP; CUPS&TRADE; &EACUTE;', 'TEA & CUPS™ &EACUTE;'],
    ['R&B; fish &chips; &ampere;', 'R&B; fish &chips; &ampere;'],
    ['&#128512;', '😀'],
    ['a & b; &unknown; &#0; &#xD800; &#9999999;', 'a & b; &unknown; &#0; &#xD800; &#9999999;'],
    ['&toString;', '&toString;'],
    ['plain', 'plain'],
  ])('%j is %j', (text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });
});

test('zero and words are values, not missing', () => {
  expect(['0', '0.00', 'no', 'n', 'A/B'].filter(isMissing)).toEqual([]);
});
