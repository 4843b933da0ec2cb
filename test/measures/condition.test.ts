import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, type ConditionValue, conditionText, fieldsIn, holds } from '../../src/measures/condition.js';
import { parseCondition } from '../../src/measures/conditionParse.js';

function condition(text: string): Condition {
  const parsed = parseCondition(text);
  if ('problem' in parsed) throw new Error(`${parsed.at}: ${parsed.problem}`);
  return parsed;
}

const KETTLE: Readonly<Record<string, ConditionValue>> = {
  platform: 'amazon',
  length: 93,
  title: 'ACME Set of Kettles',
  acos: 0.31,
  brand: null,
};
const test = (text: string, values = KETTLE) => holds(condition(text), (name) => values[name] ?? null);

describe('conditions', () => {
  it.each([
    ['platform = amazon and length > 75', true],
    ['platform = Amazon', true],
    ['platform != amazon', false],
    ['length >= 93 and length <= 93', true],
    ['length < 9', false],
    ['title ~ "set of"', true],
    ['not title ~ "set of"', false],
    ['platform in (ebay, "amazon")', true],
    ['platform not in (ebay, amazon)', false],
    ['acos > 30%', true],
    ['acos > 0.5', false],
    // "and" binds before "or", "not" before both.
    ['platform = ebay and length > 1 or length = 93', true],
    ['platform = ebay and (length > 1 or length = 93)', false],
    ['not platform = ebay and length = 93', true],
    ['not (platform = ebay or length = 93)', false],
  ])('%s is %s', (text, expected) => {
    expect(test(text)).toBe(expected);
  });

  it('never hold by what is unknown', () => {
    expect(test('brand = ACME')).toBe(false);
    expect(test('brand != ACME')).toBe(false);
    expect(test('not brand = ACME')).toBe(false);
    expect(test('brand not in (ACME)')).toBe(false);
    expect(test('brand = ACME or length > 75')).toBe(true);
    expect(test('brand is unknown and length is known')).toBe(true);
  });

  it('compare numbers as numbers, and texts as texts', () => {
    expect(test('length > 9')).toBe(true);
    expect(test('weight > 9', { weight: '10' })).toBe(true);
    expect(test('weight = "10"', { weight: '10' })).toBe(true);
    expect(test('sku = 007', { sku: '7' })).toBe(true);
    expect(test('sku = "007"', { sku: '7' })).toBe(false);
    expect(test('"Variant Grams" > 500', { 'Variant Grams': '620.0' })).toBe(true);
  });

  it.each([
    ['', 0, 'the name of a field expected, found the end'],
    ['length 75', 7, 'an operator expected after "length" (!= <= >= = < > ~, in, is known, is unknown), found "75"'],
    ['length > ', 9, 'a value expected after ">", found the end'],
    ['length > 75 brand = ACME', 12, '"and" or "or" expected, found "brand". A value with spaces stands in quotes'],
    ['brand = Tarn & Kettle', 13, '"and" or "or" expected, found "&". A value with spaces stands in quotes'],
    ['(length > 75', 12, 'the "(" at column 1 is not closed: ")" expected, found the end'],
    ['length > 75)', 11, 'this ")" closes nothing'],
    ['title ~ "set of', 8, 'the quote " is not closed'],
    ['platform in amazon', 12, '"(" expected after "in", found "amazon": in (a, b)'],
    ['platform in (a b)', 15, '"," or ")" expected in the list, found "b". A value with spaces stands in quotes'],
    ['brand is empty', 9, '"known" or "unknown" expected after "is", found "empty"'],
    ['brand not like x', 10, '"in" expected after "brand not", found "like"'],
    ['length !> 75', 7, '! stands for nothing here. Operators: != <= >= = < > ~'],
    ['and length > 1', 0, 'the name of a field expected, found "and"'],
  ])('%s: column %i', (text, at, problem) => {
    expect(parseCondition(text)).toEqual({ problem, at });
  });

  it('a number in quotes stays a text when it is written again', () => {
    const text = 'sku in ("2", 3) and size < "10%"';
    expect(conditionText(condition(text))).toBe(text);
  });

  it('read back as they are written', () => {
    const word = fc.oneof(
      fc.constantFrom('brand', 'length', 'and', 'Set of 4', 'a"b', '30%', '7', 'x\\y', '尺寸'),
      fc.string({ minLength: 1, maxLength: 6 }),
    );
    const leaf = fc.oneof(
      fc
        .record({ name: word, operator: fc.constantFrom('=', '!=', '<', '>=', '~'), value: word })
        .map(({ name, operator, value }) => `${quote(name)} ${operator} ${quote(value)}`),
      fc
        .record({ name: word, values: fc.array(word, { minLength: 1, maxLength: 3 }) })
        .map(({ name, values }) => `${quote(name)} in (${values.map(quote).join(',')})`),
      word.map((name) => `${quote(name)} is unknown`),
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.tuple(tie('tree'), fc.constantFrom('and', 'or'), tie('tree')).map(([a, joint, b]) => `(${a}) ${joint} (${b})`),
        tie('tree').map((part) => `not (${part})`),
      ),
    }));
    const values = fc.dictionary(fc.constantFrom('brand', 'length', 'and'), fc.oneof(fc.integer(), fc.string(), fc.constant(null)));
    fc.assert(
      fc.property(tree, values, (text, known) => {
        const first = condition(text);
        const second = condition(conditionText(first));
        expect(conditionText(second)).toBe(conditionText(first));
        expect(fieldsIn(second).map(({ name }) => name)).toEqual(fieldsIn(first).map(({ name }) => name));
        const lookup = (name: string) => (Object.hasOwn(known, name) ? (known[name] as ConditionValue) : null);
        expect(holds(second, lookup)).toBe(holds(first, lookup));
      }),
    );
  });
});

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
