import { describe, expect, it } from 'vitest';
import { parseLocated } from '../../src/core/located.js';

function outcome(text: string): unknown {
  try {
    return parseLocated(text, 'rules.yaml').value;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

const NESTED = 'aliases (&, *) nest too deeply or contain themselves. Write the values out';
/** Ten lists, each of ten times the one before: ten thousand million values in ten lines. */
const BOMB = [
  'a0: &a0 [x]',
  ...Array.from({ length: 10 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`),
].join('\n');

describe('a file that people write', () => {
  it.each([
    ['rules: &r [*r]', `UserError: rules.yaml, line 1, column 12: ${NESTED}`],
    ['name: x\nrules: &r { where: { where: *r } }', `UserError: rules.yaml, line 2, column 29: ${NESTED}`],
    [BOMB, `UserError: rules.yaml, line 2, column 10: ${NESTED}`],
    ['rules:\n  - *shared', 'UserError: rules.yaml, line 2, column 5: *shared stands for nothing: no &shared before it'],
    [
      'rules:\n  - append: !!js/function x',
      'UserError: rules.yaml, line 2, column 13: Unresolved tag: tag:yaml.org,2002:js/function. Plain texts, numbers, lists and keys expected: take the tag (!…) out',
    ],
    [
      'rules:\n  - case: title\n---\nrules: []',
      'UserError: rules.yaml, line 3, column 1: a second document begins here ("---"). One expected: take the line out, or make two files',
    ],
  ])('is told what is wrong with it: %s', (text, message) => {
    expect(outcome(text)).toBe(message);
  });

  it('may write a value once and use it again', () => {
    expect(outcome('---\nbrands: &b [ACME]\nothers: [*b, *b]')).toEqual({ brands: ['ACME'], others: [['ACME'], ['ACME']] });
  });
});
