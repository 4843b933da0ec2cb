import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { displayWidth, measureGraphemesWith } from '../../src/output/width.js';

measureGraphemesWith(stringWidth);

describe('displayWidth', () => {
  it('is what string-width says of every character of the basic plane', () => {
    const wrong: string[] = [];
    for (let code = 0x20; code < 0xd800; code++) {
      const character = String.fromCharCode(code);
      if (displayWidth(character) !== stringWidth(character)) wrong.push(code.toString(16));
    }
    for (let code = 0xe000; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      if (displayWidth(character) !== stringWidth(character)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('is what string-width says of any text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('a', 'é', '–', '漢', 'カ', '゛', '\u0301', '👍', '🏽', '▅', '１', ' ') }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(displayWidth(text)).toBe(stringWidth(text));
      }),
    );
  });
});
