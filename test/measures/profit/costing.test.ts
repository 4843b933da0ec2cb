/**
 * What goods cost, worked by hand. Deliveries: 10 pieces at 2.00 on 1 May, 10 at 3.00 on 1 June.
 *
 * Sold 4 on 10 May, 10 on 10 June.
 *
 * | | 10 May | 10 June | left |
 * |---|---|---|---|
 * | FIFO | 4 × 2 = 8 | 6 × 2 + 4 × 3 = 24 | 6 × 3 = 18 |
 * | average | 4 × 2 = 8 | (6 × 2 + 10 × 3) ÷ 16 = 2.625; × 10 = 26.25 | 6 × 2.625 = 15.75 |
 *
 * Both ways 50.00 came in. Two of the May pieces come back sellable on 20 May at 2.00 each: FIFO then has 6 × 2 of May, 2 × 2 of those, 10 × 3; the
 * ten of June take 6 + 2 at 2.00 and 2 at 3.00 = 22.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/core/day.js';
import { costUnits, type Delivery, type Flow } from '../../../src/measures/profit/costing.js';
import { costOn, deliveriesOf, type SaidCost } from '../../../src/measures/profit/unitCosts.js';

const day = (text: string) => `2026-${text}` as Day;
const DELIVERIES: readonly Delivery[] = [
  { day: day('05-01'), batch: null, quantity: 10, unitMicros: 2_000_000 },
  { day: day('06-01'), batch: null, quantity: 10, unitMicros: 3_000_000 },
];
const SALES: readonly Flow[] = [
  { day: day('05-10'), units: 4 },
  { day: day('06-10'), units: 10 },
];
const unknown = () => null;
const micros = (costed: ReturnType<typeof costUnits>) => costed.sold.map((cost) => cost.micros);

describe('costs of goods', () => {
  it('first in, first out, with the layers that each sale took', () => {
    const costed = costUnits('fifo', DELIVERIES, SALES, [], unknown);
    expect(micros(costed)).toEqual([8_000_000, 24_000_000]);
    expect(costed.sold[1]?.layers).toEqual([
      { from: day('05-01'), batch: null, units: 6, micros: 12_000_000 },
      { from: day('06-01'), batch: null, units: 4, micros: 12_000_000 },
    ]);
    expect(costed.left).toEqual({ quantity: 6, micros: 18_000_000 });
  });

  it('moving average', () => {
    const costed = costUnits('average', DELIVERIES, SALES, [], unknown);
    expect(micros(costed)).toEqual([8_000_000, 26_250_000]);
    expect(costed.left).toEqual({ quantity: 6, micros: 15_750_000 });
  });

  it('takes back what comes back at what it had cost', () => {
    const back = [{ day: day('05-20'), units: 2, soldOn: day('05-10') }];
    const costed = costUnits('fifo', DELIVERIES, SALES, back, unknown);
    expect(costed.returned[0]?.micros).toBe(4_000_000);
    expect(micros(costed)).toEqual([8_000_000, 22_000_000]);
    expect(costed.left).toEqual({ quantity: 8, micros: 24_000_000 });
  });

  it('costs what no delivery covers by period, and counts it', () => {
    const costed = costUnits('fifo', DELIVERIES.slice(0, 1), [{ day: day('05-10'), units: 12 }], [], () => 5_000_000);
    expect(costed.sold[0]).toMatchObject({ units: 12, micros: 30_000_000, uncovered: 2, unknown: 0 });
    const without = costUnits('fifo', DELIVERIES.slice(0, 1), [{ day: day('05-10'), units: 12 }], [], unknown);
    expect(without.sold[0]).toMatchObject({ micros: 20_000_000, uncovered: 2, unknown: 2 });
  });

  it('by period knows nothing of deliveries', () => {
    const costed = costUnits('period', DELIVERIES, SALES, [], (on) => (on < day('06-01') ? 2_000_000 : 3_000_000));
    expect(micros(costed)).toEqual([8_000_000, 30_000_000]);
  });

  it('neither loses nor makes value: what comes in is what goes out and what is left', () => {
    const at = fc.integer({ min: 0, max: 30 }).map((offset) => addDays(day('05-01'), offset));
    const delivery = fc.record({
      day: at,
      batch: fc.constant(null),
      quantity: fc.integer({ min: 1, max: 30 }),
      unitMicros: fc.integer({ min: 0, max: 9_999_999 }),
    });
    const flows = fc.uniqueArray(fc.record({ day: at, units: fc.integer({ min: 1, max: 20 }) }), { selector: (flow) => flow.day });
    fc.assert(
      fc.property(
        fc.constantFrom('fifo' as const, 'average' as const),
        fc.array(delivery),
        flows,
        flows,
        (method, deliveries, sales, back) => {
          const costed = costUnits(
            method,
            deliveries,
            sales,
            back.map((flow) => ({ ...flow, soldOn: flow.day })),
            unknown,
          );
          const sum = (values: readonly (number | null)[]) => values.reduce((total: number, value) => total + (value ?? 0), 0);
          const came =
            sum(deliveries.map(({ quantity, unitMicros }) => quantity * unitMicros)) + sum(costed.returned.map((cost) => cost.micros));
          expect(sum(costed.sold.map((cost) => cost.micros)) + costed.left.micros).toBe(came);
          const units = sum(deliveries.map(({ quantity }) => quantity)) + sum(costed.returned.map((cost) => cost.units - cost.unknown));
          expect(sum(costed.sold.map((cost) => cost.units - cost.unknown)) + costed.left.quantity).toBe(units);
        },
      ),
    );
  });
});

describe('which cost counts', () => {
  const said = (
    saidBy: SaidCost['saidBy'],
    from: string | null,
    cost: number,
    currency = 'USD',
    quantity: number | null = null,
  ): SaidCost => ({
    ...{
      from: from === null ? null : day(from),
      quantity,
      batch: null,
      unitCostMicros: cost,
      currency,
      parts: [],
      saidBy,
      file: null,
      line: null,
    },
  });
  const rate = (from: string, to: string, on: Day) => (from === 'CNY' && to === 'USD' && on >= day('02-01') ? 0.14 : null);
  const found = (costs: readonly SaidCost[], on: string) => {
    const cost = costOn(costs, 'USD', rate)(day(on));
    return cost === null || cost === 'noRate' ? cost : [cost.unitMicros, cost.assumed];
  };

  it('people before reports before catalogues, each by its days', () => {
    const costs = [said('file', '03-01', 3), said('report', '02-01', 2), said('catalogue', '01-01', 1)];
    expect(found(costs, '03-01')).toEqual([3, false]);
    expect(found(costs, '02-28')).toEqual([2, false]);
    expect(found(costs, '01-31')).toEqual([1, false]);
  });

  it('takes a catalogue for days before it, and says so; never a word of people', () => {
    expect(found([said('catalogue', '05-01', 7)], '04-30')).toEqual([7, true]);
    expect(found([said('hand', '05-01', 7)], '04-30')).toBeNull();
    expect(found([], '04-30')).toBeNull();
  });

  it('by hand counts more than a file of the same day', () => {
    expect(found([said('hand', '05-01', 8), said('file', '05-01', 7)], '05-02')).toEqual([8, false]);
  });

  it('converts at the rate of the day, and does not guess one', () => {
    expect(found([said('hand', null, 50_000_000, 'CNY')], '03-01')).toEqual([7_000_000, false]);
    expect(found([said('hand', null, 50_000_000, 'CNY')], '01-15')).toBe('noRate');
  });

  it('deliveries are those with a quantity', () => {
    const costs = [said('file', '03-01', 50_000_000, 'CNY', 20), said('file', '01-15', 50_000_000, 'CNY', 5), said('hand', null, 9)];
    expect(deliveriesOf(costs, 'USD', rate)).toEqual([{ day: day('03-01'), batch: null, quantity: 20, unitMicros: 7_000_000 }]);
  });
});
