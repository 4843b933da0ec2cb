/** Why sales moved, in a sentence with numbers: "−$148:  visits +$402 · conversion −$611 · order value +$61". */
import type { Sentence, Value } from '../../core/page.js';
import type { Why } from './why.js';

/** `against`: "a usual Friday". */
export function whySentence(why: Why, against: string, currency: string | null): Sentence {
  const change = (minor: number): Value => ({ value: minor, kind: 'money', currency, digits: 0, signed: true });
  const pending: Sentence = why.pending === 0 ? [] : [' · no price yet ', change(why.pending)];
  return [
    `Why sales moved against ${against}, `,
    { ...change(why.total), tone: 'strong' },
    ':  visits ',
    change(why.visits),
    ' · conversion ',
    change(why.conversion),
    ' · order value ',
    change(why.orderValue),
    ...pending,
  ];
}
