/** The order of the morning list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TODO_KINDS, type Worth } from '../../../src/core/todo.js';
import { type RankedStep, ranked } from '../../../src/report/todo/rank.js';

const step = (
  name: string,
  worth: readonly [amount: number, per: Worth['per'], currency?: string] | null,
  kind: RankedStep['kind'] = 'title',
): RankedStep => ({
  text: [name],
  kind,
  store: null,
  department: 'test',
  worth:
    worth === null ? null : { amountMinor: worth[0], per: worth[1], currency: worth[2] ?? 'USD', of: 'sales', estimated: false, how: '' },
});
const names = (steps: readonly RankedStep[], sold: readonly (readonly [string, number])[] = [['USD', 100_000]]) =>
  ranked(steps, { soldADay: new Map(sold), converted: noRate }).map(({ text }) => text[0]);
const noRate = () => null;

describe('the order', () => {
  it('counts what is lost every day for thirty days', () => {
    // 120.00 a day is 3,600; 840 once; 29 a day is 870.
    expect(
      names([step('once', [84_000, 'once']), step('a day', [12_000, 'day']), step('small', [2900, 'day']), step('less', [2700, 'day'])]),
    ).toEqual(['a day', 'small', 'once', 'less']);
  });

  it('puts what nobody knows last, the urgent kinds first, else as the departments have it', () => {
    const steps = [
      step('titles', null),
      step('more titles', null),
      step('plan', null, 'plan'),
      step('cent', [1, 'once']),
      step('down', null, 'listing_down'),
    ];
    expect(names(steps)).toEqual(['cent', 'down', 'plan', 'titles', 'more titles']);
  });

  it('compares currencies by days of sales in each', () => {
    // Shops sell 1,000 USD and 5,000 CNY a day: 300 USD are 0.3 days, 2,000 CNY 0.4, 1,000 CNY 0.2.
    const sold = [
      ['USD', 100_000],
      ['CNY', 500_000],
    ] as const;
    const steps = [
      step('usd', [30_000, 'once']),
      step('less', [100_000, 'once', 'CNY']),
      step('cny', [200_000, 'once', 'CNY']),
      step('eur', [900_000, 'once', 'EUR']),
    ];
    expect(names(steps, sold)).toEqual(['cny', 'usd', 'less', 'eur']);
  });

  it('compares currencies at their rates where there are any', () => {
    const perDollar: Record<string, number> = { USD: 1, CNY: 7, EUR: 0.9 };
    const converted = (minor: number, currency: string | null, to: string) =>
      (minor / (perDollar[currency as string] as number)) * (perDollar[to] as number);
    const steps = [step('usd', [30_000, 'once']), step('cny', [200_000, 'once', 'CNY']), step('eur', [28_000, 'once', 'EUR'])];
    // 300, 285.71 and 311.11 dollars.
    expect(ranked(steps, { soldADay: new Map(), converted }).map(({ text }) => text[0])).toEqual(['eur', 'usd', 'cny']);
  });

  it('needs no sales where all is in one currency', () => {
    expect(names([step('a', [1, 'once']), step('b', [2, 'once'])], [])).toEqual(['b', 'a']);
  });

  it('keeps every step, and is the same however they come within a weight', () => {
    const any = fc.record({
      amount: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
      per: fc.constantFrom('day', 'once'),
      currency: fc.constantFrom('USD', 'CNY', 'EUR'),
      kind: fc.constantFrom(...TODO_KINDS),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (list) => {
        const steps = list.map(({ amount, per, currency, kind }, at) =>
          step(String(at), amount === null ? null : [amount, per as Worth['per'], currency], kind),
        );
        const order = ranked(steps, {
          soldADay: new Map([
            ['USD', 3],
            ['CNY', 7],
          ]),
          converted: noRate,
        });
        expect([...order].map(({ text }) => text[0]).sort()).toEqual(steps.map(({ text }) => text[0]).sort());
        const unknownFrom = order.findIndex(({ worth }) => worth === null);
        if (unknownFrom >= 0)
          for (const later of order.slice(unknownFrom)) expect(later.worth === null || later.worth.currency === 'EUR').toBe(true);
      }),
    );
  });
});
