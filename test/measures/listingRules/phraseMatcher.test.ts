import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseMatcher } from '../../../src/measures/listingRules/phraseMatcher.js';
import { fold } from '../../../src/measures/listingRules/prepared.js';

const find = (phrases: readonly (readonly [string, string | null])[], text: string) =>
  phraseMatcher(phrases)
    .find(fold(text))
    .map(({ start, end, value }) => [text.slice(start, end), value]);

describe('phraseMatcher', () => {
  it('takes the longest phrase, and hides what an allowed one covers', () => {
    const phrases = [
      ['第一', 'first'],
      ['第一品牌', 'brand'],
      ['第一次', null],
      ['最', 'most'],
    ] as const;
    expect(find(phrases, '第一品牌 第一次 第一 最')).toEqual([
      ['第一品牌', 'brand'],
      ['第一', 'first'],
      ['最', 'most'],
    ]);
  });

  it('wants words of Latin letters whole, in any case, width and with any hyphen', () => {
    const phrases = [['best seller', 'x']] as const;
    expect(find(phrases, 'Best-Seller BEST SELLER ｂｅｓｔ　ｓｅｌｌｅｒ best sellers a_best_seller')).toEqual([
      ['Best-Seller', 'x'],
      ['BEST SELLER', 'x'],
      ['ｂｅｓｔ　ｓｅｌｌｅｒ', 'x'],
      ['best_seller', 'x'],
    ]);
    expect(find([['sale', 'x']], 'wholesale salée SALE')).toEqual([['SALE', 'x']]);
    expect(find([['no.1', 'x']], 'NO.15 NO.1')).toEqual([['NO.1', 'x']]);
  });

  it('finds what a plain search finds, for any text', () => {
    const words = ['ab', 'abc', '最', '最大', '100%'];
    const matcher = phraseMatcher(words.map((word) => [word, word] as const));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '最', '大', '1', '0', '%', '-') }), (text) => {
        const isWord = (at: number) => /[a-z0-9]/.test(text[at] ?? ' ');
        const expected: string[] = [];
        for (let at = 0; at < text.length; ) {
          const fits = words.filter(
            (word) =>
              text.startsWith(word, at) &&
              !(/^[a-z0-9]/.test(word) && at > 0 && isWord(at - 1)) &&
              !(/[a-z0-9]$/.test(word) && isWord(at + word.length)),
          );
          const longest = fits.sort((a, b) => b.length - a.length)[0];
          if (longest !== undefined) expected.push(longest);
          at += longest?.length ?? 1;
        }
        expect(matcher.find(fold(text)).map(({ value }) => value)).toEqual(expected);
      }),
    );
  });

  it('folds to a text of the same length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });
});
