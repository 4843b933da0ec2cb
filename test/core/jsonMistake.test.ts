import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonMistake } from '../../src/core/jsonMistake.js';

describe('what is wrong with a text that should be JSON', () => {
  it.each([
    ['{"a": 1 "b": 2}', 8, 'found "\\"", expected a comma or "}"'],
    ['{"a" 1}', 5, 'found "1", expected a colon after the key'],
    ['{a: 1}', 1, 'found "a", expected a key in quotation marks'],
    ['[1, 2,]', 6, 'found "]" after a comma: the comma must go'],
    ['[1, 2', 0, 'a list that begins here is never closed: "]" is missing'],
    ['{"a": [1, {"b": "c}]}', 16, 'the text that begins here is not closed: a quotation mark is missing'],
    ['{"a": "b\n"}', 6, 'the text that begins here is not closed: a quotation mark is missing'],
    ['["a\tb"]', 3, 'found a control character in a text: write it as an escape, such as \\t'],
    ['["C:\\files"]', 5, null],
    ['["3\\" pipe", "C:\\q"]', 16, 'found a backslash that begins no escape: write it twice'],
    ['[yes]', 1, 'found "yes", expected a value: a text in quotation marks, a number, true, false or null'],
    ['[01]', 1, 'found "01", expected a value: a text in quotation marks, a number, true, false or null'],
    ['{} }', 3, 'found "}" after the end of the value: a brace or bracket closes too early'],
    ['', 0, 'found the end of the file, expected a value: a text in quotation marks, a number, true, false or null'],
  ])('%j', (text, at, words) => {
    expect(jsonMistake(text)).toEqual(words === null ? null : { at, text: words });
  });

  it('is found exactly where the engine refuses the text', () => {
    const engineTakes = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      ' ',
      '\n',
      '1',
      '-',
      '.5',
      'e3',
      'null',
      'tru',
      '\\',
      '\\n',
      '\t',
    );
    const text = fc.oneof(
      fc.json(),
      fc.array(part, { maxLength: 10 }).map((parts) => parts.join('')),
      fc.tuple(fc.json(), fc.nat(60), part).map(([json, at, more]) => json.slice(0, at) + more + json.slice(at)),
    );
    fc.assert(
      fc.property(text, (each) => {
        expect(jsonMistake(each) === null).toBe(engineTakes(each));
      }),
      { numRuns: 3000 },
    );
  });
});
