/**
 * What the units of one thing cost when they are sold, from dated costs and deliveries, in millionths of one currency.
 *
 * - `period`: the cost that holds on the day of the order.
 * - `fifo`: deliveries are used up in the order in which they came (IAS 2, first in, first out).
 * - `average`: every delivery changes the mean cost of what lies there; units leave at that mean (IAS 2, moving weighted average).
 *
 * On one day deliveries come first, then returns, then sales. Units beyond what was delivered have no layer: they are costed by period,
 * and counted. What goes in equals what goes out and what is left, to the millionth.
 */
import type { Day } from '../../core/day.js';
import { roundHalfAway } from './rates.js';

export type CostMethod = 'period' | 'average' | 'fifo';

export interface Delivery {
  readonly day: Day;
  readonly batch: string | null;
  readonly quantity: number;
  readonly unitMicros: number;
}

export interface Flow {
  readonly day: Day;
  /** Units that were sold, or that came back sellable. */
  readonly units: number;
  /** For units that came back: the day on which they were sold. */
  readonly soldOn?: Day | null;
}

/** Units that left a layer (or came back into one) on a day. `from` null: no delivery covers them. */
export interface Layer {
  readonly from: Day | null;
  readonly batch: string | null;
  readonly units: number;
  readonly micros: number;
}

export interface DayCost {
  readonly day: Day;
  readonly units: number;
  /** Of the units that layers or the period cost; null where none of them has a cost. */
  readonly micros: number | null;
  /** Units that no delivery covers. */
  readonly uncovered: number;
  /** Units without any cost. */
  readonly unknown: number;
  readonly layers: readonly Layer[];
}

export interface Costed {
  readonly sold: readonly DayCost[];
  readonly returned: readonly DayCost[];
  /** What lies there at the end. */
  readonly left: { readonly quantity: number; readonly micros: number };
}

/** The cost of a unit on a day, or null where nobody told. */
export type PeriodCost = (day: Day) => number | null;

interface Lot {
  readonly from: Day;
  readonly batch: string | null;
  quantity: number;
  micros: number;
}

export function costUnits(
  method: CostMethod,
  deliveries: readonly Delivery[],
  sales: readonly Flow[],
  returns: readonly Flow[],
  periodCost: PeriodCost,
): Costed {
  const lots: Lot[] = [];
  const sold: DayCost[] = [];
  const returned: DayCost[] = [];
  for (const event of inTime(method === 'period' ? [] : deliveries, sales, returns)) {
    if (event.kind === 'delivery') receive(method, lots, event.delivery);
    else if (event.kind === 'sale')
      sold.push(method === 'period' ? byPeriod(event.flow, event.flow.day, periodCost) : take(lots, event.flow, periodCost));
    else {
      const cost = comeBack(sold, event.flow, periodCost);
      returned.push(cost);
      if (method !== 'period' && cost.micros !== null)
        receive(method, lots, {
          day: event.flow.day,
          batch: 'returned',
          quantity: event.flow.units - cost.unknown,
          unitMicros: null,
          micros: cost.micros,
        });
    }
  }
  return { sold, returned, left: { quantity: sum(lots.map((lot) => lot.quantity)), micros: sum(lots.map((lot) => lot.micros)) } };
}

type Event =
  | { readonly kind: 'delivery'; readonly day: Day; readonly delivery: Delivery }
  | { readonly kind: 'return' | 'sale'; readonly day: Day; readonly flow: Flow };

const KINDS = ['delivery', 'return', 'sale'];

function inTime(deliveries: readonly Delivery[], sales: readonly Flow[], returns: readonly Flow[]): Event[] {
  const events: Event[] = [
    ...deliveries.map((delivery) => ({ kind: 'delivery', day: delivery.day, delivery }) as const),
    ...returns.filter(({ units }) => units > 0).map((flow) => ({ kind: 'return', day: flow.day, flow }) as const),
    ...sales.filter(({ units }) => units > 0).map((flow) => ({ kind: 'sale', day: flow.day, flow }) as const),
  ];
  // The sort is stable: deliveries of one day keep the order of their batches.
  return events.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)));
}

/** A delivery makes a layer of its own; with a moving average it is poured into the one that is there. */
function receive(
  method: CostMethod,
  lots: Lot[],
  { day, batch, quantity, ...cost }: { day: Day; batch: string | null; quantity: number; unitMicros: number | null; micros?: number },
): void {
  const micros = cost.micros ?? quantity * (cost.unitMicros as number);
  const standing = method === 'average' ? lots.find((lot) => lot.quantity > 0) : undefined;
  if (standing) {
    standing.quantity += quantity;
    standing.micros += micros;
  } else lots.push({ from: day, batch: method === 'average' ? null : batch, quantity, micros });
}

function take(lots: Lot[], { day, units }: Flow, periodCost: PeriodCost): DayCost {
  const layers: Layer[] = [];
  let open = units;
  while (open > 0 && lots.length > 0) {
    const lot = lots[0] as Lot;
    const part = Math.min(open, lot.quantity);
    // The last unit of a layer takes what is left of it, so nothing is lost to rounding.
    const micros = part === lot.quantity ? lot.micros : roundHalfAway((lot.micros * part) / lot.quantity);
    layers.push({ from: lot.from, batch: lot.batch, units: part, micros });
    lot.quantity -= part;
    lot.micros -= micros;
    open -= part;
    if (lot.quantity === 0) lots.shift();
  }
  return dayCost(day, units, layers, open, open, periodCost(day));
}

function byPeriod({ day, units }: Flow, on: Day, periodCost: PeriodCost): DayCost {
  return dayCost(day, units, [], units, 0, periodCost(on));
}

/** `open` units beyond the layers cost what the period says. */
function dayCost(day: Day, units: number, layers: readonly Layer[], open: number, uncovered: number, unitMicros: number | null): DayCost {
  const costed =
    open > 0 && unitMicros !== null ? [...layers, { from: null, batch: null, units: open, micros: open * unitMicros }] : layers;
  return {
    day,
    units,
    micros: costed.length === 0 ? null : sum(costed.map((layer) => layer.micros)),
    uncovered,
    unknown: unitMicros === null ? open : 0,
    layers: costed,
  };
}

/** What the units sold on a day had cost on average, in millionths; where that is not known, what the period says. */
export function soldUnitCost(sold: readonly DayCost[], day: Day, periodCost: PeriodCost): number | null {
  const sale = sold.findLast((cost) => cost.day === day);
  return sale && sale.micros !== null && sale.unknown === 0 ? sale.micros / sale.units : periodCost(day);
}

/** Units that come back are worth what those of the day of their sale had cost. */
function comeBack(sold: readonly DayCost[], flow: Flow, periodCost: PeriodCost): DayCost {
  const soldOn = flow.soldOn ?? flow.day;
  const known = soldUnitCost(sold, soldOn, periodCost);
  if (known === null) return dayCost(flow.day, flow.units, [], flow.units, 0, null);
  const micros = roundHalfAway(known * flow.units);
  return {
    day: flow.day,
    units: flow.units,
    micros,
    uncovered: 0,
    unknown: 0,
    layers: [{ from: soldOn, batch: 'returned', units: flow.units, micros }],
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
