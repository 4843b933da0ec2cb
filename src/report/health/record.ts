/** `--record METRIC=VALUE`: a figure that the platform shows on a page only, checked against the limits that its store has. */
import type { Day } from '../../core/day.js';
import { parseDay } from '../../core/day.js';
import { UsageError } from '../../core/errors.js';
import { nearestName } from '../../core/nearest.js';
import type { HealthReading } from '../../facts/ownHealth.js';
import type { HealthLimit } from './limits/limit.js';

export interface RecordFlags {
  readonly record?: readonly string[];
  readonly day?: string;
}

/** `none` takes a reading back. `asOf`: the day that is meant where none is said. */
export function readingsOf({ record = [], day }: RecordFlags, limits: readonly HealthLimit[], asOf: Day): HealthReading[] {
  if (record.length === 0) {
    if (day !== undefined) throw new UsageError('--day says of which day a figure is that --record names');
    return [];
  }
  const on = day === undefined ? asOf : parseDay(day);
  if (!on) throw new UsageError(`--day ${day}: a day such as 2026-11-20 expected`);
  if (on > asOf) throw new UsageError(`--day ${day}: that day is still to come on the morning of ${asOf}`);
  // What holds everywhere is of products, not of the shop.
  const own = limits.filter(({ platform }) => platform !== '*');
  if (own.length === 0) throw new UsageError('--record: eco knows no limits of the platform of this store');
  return record.map((text) => readingOf(text, own, on));
}

function readingOf(text: string, limits: readonly HealthLimit[], day: Day): HealthReading {
  const [metric = '', value, ...rest] = text.split('=').map((part) => part.trim());
  if (value === undefined || rest.length > 0)
    throw new UsageError(`--record ${text}: a metric and its value expected, such as order_defect_rate=0.8%`);
  const limit = limits.find((each) => each.metric === metric);
  if (!limit) {
    const names = limits.map((each) => each.metric);
    throw new UsageError(`--record ${text}: did you mean ${nearestName(metric, names)}? This platform has ${names.join(', ')}`);
  }
  return { metric, day, value: value === 'none' ? null : figureOf(text, value, limit) };
}

function figureOf(text: string, value: string, { unit, limit }: HealthLimit): number {
  const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(value) ?? [];
  const parsed = Number(number) / (percent ? 100 : 1);
  const isRatio = unit === 'ratio';
  // 0.8 of a rate may be 0.8 % or 80 %: nobody guesses.
  const isClear = isRatio ? percent === '%' && parsed <= 1 : percent === '';
  if (number === undefined || !isClear)
    throw new UsageError(
      `--record ${text}: ${isRatio ? 'a share in per cent, such as 0.8%' : `a number such as ${limit}`} expected, or none`,
    );
  return parsed;
}
