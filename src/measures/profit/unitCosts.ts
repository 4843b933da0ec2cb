/**
 * Which of the dated costs of a thing count: people's words before reports, reports before catalogues. A catalogue or a report that was
 * exported later than the sale is taken for the time before its first export, too, as an assumption that is said.
 */
import type { Day } from '../../core/day.js';
import type { DatedCost } from '../../core/unitCost.js';
import type { Delivery } from './costing.js';
import { convertMicros, type RateOn } from './rates.js';

export interface SaidCost extends DatedCost {
  readonly saidBy: 'hand' | 'file' | 'report' | 'catalogue';
  readonly file: string | null;
  readonly line: number | null;
}

export interface FoundCost {
  /** In the currency asked for. */
  readonly unitMicros: number;
  readonly said: SaidCost;
  /** Taken for a day before the day from which it is said. */
  readonly assumed: boolean;
}

/** The cost of a unit on a day; `noRate`: it is told in a currency without a rate. */
export type CostOn = (day: Day) => FoundCost | 'noRate' | null;

const RANKS: readonly (readonly SaidCost['saidBy'][])[] = [['hand', 'file'], ['report'], ['catalogue']];

/** The costs of one thing by day, in one currency at the rate of the day. */
export function costOn(said: readonly SaidCost[], currency: string | null, rateOn: RateOn): CostOn {
  const ranks = RANKS.map((sources) => said.filter((cost) => sources.includes(cost.saidBy)).sort(byDay));
  return (day) => {
    for (const ofRank of ranks) {
      const holds = ofRank.findLast((cost) => cost.from === null || cost.from <= day);
      if (holds) return converted(holds, false, day);
    }
    const [, reports, catalogues] = ranks as [SaidCost[], SaidCost[], SaidCost[]];
    const later = reports[0] ?? catalogues[0];
    return later ? converted(later, true, day) : null;
  };

  function converted(cost: SaidCost, assumed: boolean, day: Day): FoundCost | 'noRate' {
    const unitMicros = inCurrency(cost, currency, day, rateOn);
    return unitMicros === null ? 'noRate' : { unitMicros, said: cost, assumed };
  }
}

/** Those of the costs that are deliveries, by day and batch, at the rate of their day. */
export function deliveriesOf(said: readonly SaidCost[], currency: string | null, rateOn: RateOn): Delivery[] {
  return said
    .filter((cost) => cost.quantity !== null && cost.from !== null)
    .flatMap((cost) => {
      const unitMicros = inCurrency(cost, currency, cost.from as Day, rateOn);
      if (unitMicros === null) return [];
      return [{ day: cost.from as Day, batch: cost.batch, quantity: cost.quantity as number, unitMicros }];
    });
}

function inCurrency(cost: SaidCost, currency: string | null, day: Day, rateOn: RateOn): number | null {
  if (cost.currency === currency || cost.currency === null || currency === null) return cost.unitCostMicros;
  const rate = rateOn(cost.currency, currency, day);
  return rate === null ? null : convertMicros(cost.unitCostMicros, rate);
}

/** Of one day, people's last word (the list has words by hand first) and a delivery's batches in their order. */
function byDay(a: SaidCost, b: SaidCost): number {
  const [first, second] = [a.from ?? '', b.from ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  return RANK[b.saidBy] - RANK[a.saidBy];
}

const RANK = { hand: 0, file: 1, report: 2, catalogue: 3 } as const;
