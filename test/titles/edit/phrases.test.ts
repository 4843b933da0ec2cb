import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseFinder } from '../../../src/titles/edit/phrases.js';

/** More brands than are looked for one by one. */
const BRANDS = ['ACME', 'Tarn & Kettle', 'Tarn', 'LG', "L'Oréal", 'iForm', '小米', 'T-Shirt Co', 'Nordvik', 'Größe', 'İnci'];

function found(text: string, phrases = BRANDS) {
  return phraseFinder(phrases)(text).map(({ span, phrase }) => [text.slice(...span), phrase]);
}

describe('many phrases', () => {
  it.each([
    ['tarn & kettle Mug by Acme', ['tarn & kettle', 'Tarn & Kettle'], ['Acme', 'ACME']],
    ['Tarn Kettle', ['Tarn', 'Tarn']],
    ['Tarn  &\u00a0Kettle, LG', ['Tarn  &\u00a0Kettle', 'Tarn & Kettle'], ['LG', 'LG']],
    ['ACMEs ACME2 ACME-Mug bulgur algLG'],
    ['【小米】GRÖSSE GRÖẞE Größe', ['小米', '小米'], ['GRÖẞE', 'Größe'], ['Größe', 'Größe']],
    ['İnci İNCi lg', ['İnci', 'İnci'], ['İNCi', 'İnci'], ['lg', 'LG']],
  ])('are found in "%s" as whole words, the longest of several', (text, ...expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('the last of two that differ in their case is what was asked for', () => {
    expect(found('acme', [...BRANDS, 'Acme'])).toEqual([['acme', 'Acme']]);
  });

  it('are those that a pattern of all of them finds', () => {
    const body = [...BRANDS].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map((phrase) => phrase.replaceAll(' ', '\\s+'));
    const bounded = body.map((phrase) =>
      phrase === '小米'
        ? phrase
        : `(?<![\\p{L}\\p{N}\\p{M}])(?<![\\p{L}\\p{N}\\p{M}]-)${phrase}(?![\\p{L}\\p{N}\\p{M}])(?!-[\\p{L}\\p{N}\\p{M}])`,
    );
    const pattern = new RegExp(bounded.join('|'), 'giu');
    const bits = fc.constantFrom(
      ...BRANDS,
      'acme',
      'TARN',
      'lg',
      '小',
      '米',
      ' ',
      '  ',
      '\u3000',
      '-',
      ', ',
      's',
      'é',
      'İ',
      '1',
      '😀',
      '&',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const spans = phraseFinder(BRANDS)(text).map(({ span }) => span);
        expect(spans).toEqual([...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]));
      }),
    );
  });
});
