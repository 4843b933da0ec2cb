import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, hasWord, normalTerm, searchText, searchWords, termWords } from '../../../src/measures/words/searchWords.js';
import { dictionaryOf } from '../../../src/measures/words/words.js';

const isCovered = (title: string, term: string, language = 'en') => covers(searchText([title], language), termWords(term, language));

describe('whether a title covers a search term', () => {
  it('asks for all words, in any order and form, and for no function words', () => {
    expect(isCovered('ACME Electric Kettle, 1.7 L, Black', 'black electric kettles')).toBe(true);
    expect(isCovered('ACME Electric Kettle, 1.7 L, Black', 'electric kettle for tea')).toBe(false);
    expect(isCovered('Kettle and Tea Set', 'set for tea with a kettle')).toBe(true);
    expect(isCovered('Bouilloire électrique inox', 'bouilloires electriques', 'fr')).toBe(true);
    expect(isCovered('Wasserkocher aus Edelstahl', 'edelstahl wasserkocher', 'de')).toBe(true);
  });

  it('knows figures with their units however they are written', () => {
    for (const term of ['kettle 1.7l', 'kettle 1.7 l', 'kettle 1.7 liter', 'kettle 1,7L'])
      expect(isCovered('Kettle 1.7 L', term)).toBe(true);
    expect(isCovered('Kettle 1.7 L', 'kettle 1.7 oz')).toBe(false);
    expect(isCovered('Pour Over Dripper V60', 'v60 dripper')).toBe(true);
    expect(isCovered('Tea Filters, 100 pcs', 'tea filters 100 count')).toBe(true);
  });

  it('leaves marks out where shoppers do, and keeps them where they make another letter', () => {
    expect(isCovered('Café Mug', 'cafe mug')).toBe(true);
    expect(isCovered('Räkor 500 g', 'rakor', 'sv')).toBe(false);
  });

  it('finds a Chinese or Japanese word inside a longer one', () => {
    expect(isCovered('塘壶不锈钢保温杯500ml', '保温杯', 'zh')).toBe(true);
    expect(isCovered('塘壶不锈钢保温杯500ml', '保温袋', 'zh')).toBe(false);
    expect(isCovered('ステンレス 水筒 500ml 保温', '保温 水筒', 'ja')).toBe(true);
  });

  it("cuts by the seller's own words first", () => {
    const words = (text: string) => searchWords(text, 'zh', dictionaryOf(['保温水杯'])).map((word) => word.key);
    expect(words('不锈钢保温水杯')).toContain('保温水杯');
  });

  it('always covers what the title itself says', () => {
    const word = fc.constantFrom('kettle', 'Mugs', 'tea', '1.7 L', 'for', 'Set of 4', 'gooseneck', 'café', '300 pcs');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (parts) => {
        const title = parts.join(' ');
        expect(isCovered(title, [...parts].reverse().join(' '))).toBe(true);
      }),
    );
  });
});

it('normalises terms and marks function words', () => {
  expect(normalTerm('  Ｅlectric   KETTLE ')).toBe('electric kettle');
  expect(termWords('the for of', 'en').map((word) => word.key)).toEqual(['the', 'for', 'of']);
  expect(hasWord(searchText([null, 'Mug'], 'en'), { stem: 'mug', key: 'mug' })).toBe(true);
});
