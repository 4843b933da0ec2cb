/**
 * Why sales moved: sales = visits × (orders ÷ visits) × (sales ÷ priced orders), less what the orders without a price will still
 * bring (at the average of those that have one). The four parts add up to the difference, to the cent (decompose.ts).
 *
 * Only where orders and visits of all days of both sides are known. Visits are sessions, or visitors where the platform counts
 * people.
 */
import { decompose, wholeParts } from './decompose.js';
import { type Figures, visitsOf } from './figures.js';
import { measure } from './kpi.js';

/** Minor units; they add up to `total`, sales less the sales that they are compared with. */
export interface Why {
  readonly total: number;
  readonly visits: number;
  readonly conversion: number;
  readonly orderValue: number;
  readonly pending: number;
}

/** `before`: the periods whose mean it is compared with. */
export function whyOf(now: Figures, before: readonly Figures[]): Why | null {
  const after = factorsOf([now]);
  const earlier = factorsOf(before);
  if (!earlier || !after) return null;
  const valueBefore = earlier.orderValue ?? after.orderValue;
  const valueAfter = after.orderValue ?? earlier.orderValue;
  if (valueBefore === null || valueAfter === null) return null;
  const total = (measure('sales', [now]) as number) - (measure('sales', before) as number);
  const parts = decompose([earlier.visits, earlier.conversion, valueBefore], [after.visits, after.conversion, valueAfter]);
  const whole = wholeParts([...parts, after.pending - earlier.pending], total);
  const [visits, conversion, orderValue, pending] = whole as [number, number, number, number];
  return { total, visits, conversion, orderValue, pending };
}

interface Factors {
  readonly visits: number;
  readonly conversion: number;
  /** Null where no order has a price. */
  readonly orderValue: number | null;
  /** What the orders without a price lack, below zero. */
  readonly pending: number;
}

function factorsOf(periods: readonly Figures[]): Factors | null {
  if (periods.length === 0 || !periods.every((each) => hasOrders(each) && hasVisits(each))) return null;
  const mean = (of: (each: Figures) => number | null) => periods.reduce((sum, each) => sum + (of(each) as number), 0) / periods.length;
  const [visits, orders, sales] = [mean(visitsOf), mean((each) => each.orders), mean((each) => each.sales)];
  const priced = orders - mean((each) => each.unpriced);
  if (visits === 0 || (priced === 0 && orders > 0)) return null;
  const orderValue = priced === 0 ? null : sales / priced;
  return { visits, conversion: orders / visits, orderValue, pending: orderValue === null ? 0 : sales - orders * orderValue };
}

/** Orders of all its days, whether order files tell them or the shop report. */
export function hasOrders(each: Figures): boolean {
  return each.sales !== null && each.orders !== null && each.missing.sales.length === 0;
}

function hasVisits(each: Figures): boolean {
  if (each.sessions === null) return each.visitors !== null;
  return each.missing.traffic.length === 0;
}
