import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { LengthUnit } from '../../../src/measures/listingRules/length.js';
import { countLength } from '../../../src/measures/listingRules/length.js';

describe('countLength', () => {
  it.each<[string, LengthUnit, number]>([
    ['', 'characters', 0],
    ['ACME Kettle', 'characters', 11],
    ['é', 'characters', 1],
    ['e\u0301', 'characters', 2],
    ['😀', 'characters', 1],
    ['👨‍👩‍👧', 'characters', 5],
    [' a ', 'characters', 3],
    ['é', 'utf8-bytes', 2],
    ['中文', 'utf8-bytes', 6],
    ['😀', 'utf8-bytes', 4],
    ['\ud83d', 'utf8-bytes', 3],
    ['春装', 'gbk-bytes', 4],
    ['ACME 保温杯 500ml', 'gbk-bytes', 17],
    ['Ａ', 'gbk-bytes', 2],
    ['é', 'gbk-bytes', 2],
    ['ç', 'gbk-bytes', 4],
    ['😀', 'gbk-bytes', 4],
    ['ｱ', 'gbk-bytes', 4],
    ['電気ケトル 1.7L', 'cp932-bytes', 15],
    ['ｹﾄﾙ', 'cp932-bytes', 3],
    ['ケトル', 'cp932-bytes', 6],
    ['①', 'cp932-bytes', 2],
    ['😀', 'cp932-bytes', 2],
  ])('%j in %s is %d', (text, unit, expected) => {
    expect(countLength(text, unit)).toBe(expected);
  });

  it('counts the bytes that Node writes in UTF-8, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(countLength(text, 'utf8-bytes')).toBe(Buffer.byteLength(text, 'utf8'));
        expect(countLength(text, 'characters')).toBe([...text].length);
      }),
    );
  });

  it('counts the bytes that iconv-lite writes in GB18030, for every code point', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      // Beyond the Basic Multilingual Plane every character takes 4; a sample is enough there.
      if (code > 0xffff && code % 997 !== 0) continue;
      if (countLength(character, 'gbk-bytes') !== iconv.encode(character, 'gb18030').length) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('counts the bytes that iconv-lite writes in CP932, for every character that CP932 has', () => {
    const wrong: string[] = [];
    let known = 0;
    for (let code = 0; code <= 0xffff; code += 1) {
      // 0x80 is a control that iconv-lite passes through; no title has it.
      if ((code >= 0xd800 && code <= 0xdfff) || code === 0x80) continue;
      const character = String.fromCodePoint(code);
      const bytes = iconv.encode(character, 'cp932');
      const replaced = bytes.length === 1 && bytes[0] === 0x3f && character !== '?';
      if (replaced) continue;
      known += 1;
      if (countLength(character, 'cp932-bytes') !== bytes.length) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
    expect(known).toBeGreaterThan(7000);
  });
});
