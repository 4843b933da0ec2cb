import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/measures/words/words.js';

describe('words of plain text', () => {
  it('are the same whether or not a letter of another script follows', () => {
    const text = fc.string({ unit: fc.constantFrom(...`aZ09.,'- /&!"`), maxLength: 20 });
    fc.assert(
      fc.property(text, (plain) => {
        // With a Cyrillic word the whole text goes the way of all other scripts.
        expect(wordsOf(`${plain} ж`).slice(0, -1)).toEqual(wordsOf(plain));
      }),
      { numRuns: 2000 },
    );
  });

  it('join figures, and apostrophes in words', () => {
    const words = (text: string) => wordsOf(text).map((word) => word.text);
    expect(words("Women's 1.7L T-shirt, M,L 1,000.5 v2.0.1")).toEqual(["Women's", '1.7L', 'T', 'shirt', 'M', 'L', '1,000.5', 'v2', '0.1']);
    expect(wordsOf('a Tea').at(1)).toEqual({ text: 'Tea', key: 'tea', start: 2, end: 5 });
  });
});
