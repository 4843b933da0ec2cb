/**
 * The targets that people set in `eco.config.yaml`, by store and metric:
 *
 *     targets:
 *       us:
 *         sales: { day: 2500, month: 75000, 2026-11: 120000 }
 *         acos: 0.3
 *
 * A sum has a target of a day, a week or a month; the one of a certain day, week or month goes before. Nothing is prorated: a month
 * without a target has none, whatever its days have. A ratio may be one number for all periods. Amounts are in the store's currency.
 */
import type { Period } from '../../core/day.js';
import { UserError } from '../../core/errors.js';
import { currencyDigits } from '../../core/money.js';
import { isoWeek } from './calendar.js';
import { kpi, METRIC_NAMES, type Metric } from './kpi.js';

export type Span = 'day' | 'week' | 'month';
type Targets = Readonly<Record<string, Readonly<Record<string, number | Readonly<Record<string, number>>>>>>;

const KEY = /^(?:day|week|month|\d{4}-\d{2}(?:-\d{2})?|\d{4}-W\d{2})$/;

/** Says what is wrong with targets, in words of the file that they stand in. */
export function checkTargets(targets: Targets, stores: readonly string[], file: string): void {
  for (const [store, metrics] of Object.entries(targets)) {
    if (!stores.includes(store))
      throw new UserError(`${file}: key "targets.${store}": there is no store "${store}". Known: ${stores.join(', ')}`);
    for (const [metric, target] of Object.entries(metrics)) {
      const key = `${file}: key "targets.${store}.${metric}"`;
      if (!METRIC_NAMES.includes(metric as Metric))
        throw new UserError(`${key}: there is no metric "${metric}". Known: ${METRIC_NAMES.join(', ')}`);
      if (typeof target === 'number') {
        if (kpi(metric as Metric).adds) throw new UserError(`${key}: of which period? Such as "{ day: 2500 }" or "{ month: 75000 }"`);
        continue;
      }
      const wrong = Object.keys(target).find((when) => !KEY.test(when));
      if (wrong !== undefined)
        throw new UserError(`${key}: day, week, month, or one of them such as 2026-11-27, 2026-W48 or 2026-11 expected, found "${wrong}"`);
    }
  }
}

/** A store's target of a metric in a period, minor units where it is an amount; null where none is set. */
export function targetOf(
  targets: Targets | undefined,
  store: { readonly name: string; readonly currency: string | null },
  period: Period,
  span: Span,
): (metric: Metric) => number | null {
  return (metric) => {
    const target = targets?.[store.name]?.[metric];
    const value = typeof target === 'object' ? (target[keyOf(period, span)] ?? target[span] ?? null) : (target ?? null);
    if (value === null || kpi(metric).unit !== 'amount') return value;
    return Math.round(value * 10 ** currencyDigits(store.currency));
  };
}

/** What the file calls this day, week or month. */
function keyOf({ from }: Period, span: Span): string {
  if (span === 'week') return isoWeek(from);
  return span === 'day' ? from : from.slice(0, 7);
}
