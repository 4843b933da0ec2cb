/** Texts by number come back as they went in, whatever they hold. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextTable } from '../../src/files/textTable.js';

/** Any code units, halves of surrogate pairs among them. */
const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 40 });
const text = fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constant(''), fc.constant('杯子 😀'.repeat(9000)));

it('come back as they went in', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
      const table = new TextTable();
      for (const each of texts) table.push(each);
      expect(texts.map((_, at) => table.at(at))).toEqual(texts);
      expect([table.at(texts.length), table.at(-1), table.at(0.5), table.at(Number.NaN)]).toEqual(['', '', '', '']);
    }),
  );
});

it('are as many as there are', () => {
  const table = new TextTable();
  for (let at = 0; at < 20_000; at++) table.push(`Ü ${at}`);
  expect(Array.from({ length: 20_000 }, (_, at) => table.at(at)).every((each, at) => each === `Ü ${at}`)).toBe(true);
});
