/** Why sales moved, in a sentence with numbers: "−$148:  visits +$402 · conversion −$611 · order value +$61". */
import type { Sentence, Value } from '../../core/page.js';
import type { Why } from './why.js';

/** `against`: "a usual Friday"; `what`: "Why sales moved against", or how two stores differ. */
export function whySentence(why: Why, against: string, currency: string | null, what = 'Why sales moved against'): Sentence {
  const change = (minor: number): Value => ({ value: minor, kind: 'money', currency, digits: 0, signed: true });
  const pending: Sentence = why.pending === 0 ? [] : [' · no price yet ', change(why.pending)];
  return [
    `${what} ${against}, `,
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
