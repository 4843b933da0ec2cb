/** Every title change with the verdicts on its figures, and which listings of the store it is compared with. */
import type { Day } from '../../core/day.js';
import { type Bounds, boundsOf, type DatedChange } from './change.js';
import { type Judged, judge } from './judge.js';
import { METRICS, type ShopSeries } from './series.js';

export interface EffectInput {
  readonly asOf: Day;
  readonly series: ShopSeries;
  readonly changes: readonly DatedChange[];
  /** Days on which a text could not be bought. */
  readonly outOfStock: (text: number) => readonly Day[];
  /** The longest window. */
  readonly mostDays: number;
}

export interface ChangeEffect {
  readonly change: DatedChange;
  readonly bounds: Bounds;
  readonly judged: readonly Judged[];
}

/** The effect of one change. It need not be one of `changes`: a made-up one is a placebo. */
export function changeEffect(change: DatedChange, input: EffectInput): ChangeEffect {
  const { asOf, series, changes, outOfStock, mostDays } = input;
  const bounds = boundsOf(change, changes, outOfStock(change.text), asOf, mostDays);
  const untouched = untouchedTexts(change.text, input);
  return { change, bounds, judged: METRICS.map((metric) => judge(metric, { series, change, bounds, mostDays, untouched })) };
}

/** Other texts of the store without a change and always in stock between two days. */
function untouchedTexts(text: number, { series, changes, outOfStock }: EffectInput): (from: Day, to: Day) => number[] {
  const store = series.stores[text];
  const known = new Map<string, number[]>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const before = known.get(key);
    if (before) return before;
    const touched = new Set(changes.filter((change) => change.from <= to && change.to >= from).map((change) => change.text));
    const found = series.stores.flatMap((of, other) => {
      const isOther = of === store && other !== text && !touched.has(other);
      return isOther && !outOfStock(other).some((day) => day >= from && day <= to) ? [other] : [];
    });
    known.set(key, found);
    return found;
  };
}
