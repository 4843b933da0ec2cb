/**
 * What a KPI says of itself, and the two kinds of value it can have over several periods: the mean of what is counted, over the periods
 * that know it, and the ratio of sums, over the periods that know both.
 */
import type { MeasureUnit } from '../../core/table.js';
import type { Figures } from './figures.js';

/** What must be known of every day for a KPI to be about the whole period. */
export type Part = 'sales' | 'traffic' | 'ads';

export interface Kpi {
  readonly label: string;
  readonly unit: MeasureUnit;
  readonly formula: string;
  /** Which reports tell it. */
  readonly source: string;
  /** What the platform calls it, by platform. */
  readonly names?: Readonly<Partial<Record<string, string>>>;
  /** The direction that is good; null where more is neither. */
  readonly good: 'up' | 'down' | null;
  /** Only on these platforms; everywhere when not given. */
  readonly only?: readonly string[];
  readonly needs: readonly Part[];
  /** People and snapshots stand for themselves: of a period they are no sum of its days. */
  readonly adds: boolean;
  readonly of: (periods: readonly Figures[]) => number | null;
}

export type Of = (each: Figures) => number | null;
type Key = { [K in keyof Figures]: Figures[K] extends number | null ? K : never }[keyof Figures];

/** The mean of what is counted. */
export function mean(of: Key | Of): Kpi['of'] {
  const value = reader(of);
  return (periods) => {
    const known = periods.flatMap((each) => value(each) ?? []);
    return known.length === 0 ? null : sum(known) / known.length;
  };
}

/** The mean of an amount, a whole number of minor units. */
export function amount(of: Key | Of): Kpi['of'] {
  const value = mean(of);
  return (periods) => whole(value(periods));
}

/** The ratio of sums; null where the divisor is 0. */
export function ratio(above: Key | Of, below: Key | Of): Kpi['of'] {
  const [upper, lower] = [reader(above), reader(below)];
  return (periods) => {
    const known = periods.filter((each) => upper(each) !== null && lower(each) !== null);
    const divisor = sum(known.map((each) => lower(each) as number));
    return divisor > 0 ? sum(known.map((each) => upper(each) as number)) / divisor : null;
  };
}

/** A ratio that is an amount. */
export function amountRatio(above: Key | Of, below: Key | Of): Kpi['of'] {
  const value = ratio(above, below);
  return (periods) => whole(value(periods));
}

function reader(of: Key | Of): Of {
  return typeof of === 'function' ? of : (each) => each[of];
}

function whole(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
