/**
 * Dated exchange rates. A rate counts from its day until the next of its pair, ten days at most (tables skip weekends and holidays); older
 * than that it is none. A pair without a rate of its own goes the other way round, or over one currency that both have rates with.
 */
import { type Day, daysBetween } from '../../core/day.js';
import { currencyDigits } from '../../core/money.js';
import { groupBy } from '../grouping.js';

export interface DatedRate {
  readonly from: string;
  readonly to: string;
  readonly day: Day;
  /** Units of `to` for one of `from`, a plain decimal. */
  readonly rate: string;
}

/** Units of `to` for one of `from` on a day, or null where no rate is known. */
export type RateOn = (from: string, to: string, day: Day) => number | null;

export interface RateThen {
  readonly rate: number;
  /** The day that the tables tell it of; of a rate over a third currency the earlier one. */
  readonly day: Day;
}

const LONGEST_DAYS = 10;

export function rateTable(rates: readonly DatedRate[]): RateOn {
  const then = datedRateTable(rates);
  return (from, to, day) => then(from, to, day)?.rate ?? null;
}

/** As `rateTable`, with the day of the rate. */
export function datedRateTable(rates: readonly DatedRate[]): (from: string, to: string, day: Day) => RateThen | null {
  const pairs = new Map(
    [...groupBy(rates, ({ from, to }) => `${from} ${to}`)].map(([pair, ofPair]) => [
      pair,
      [...ofPair].sort((a, b) => (a.day < b.day ? -1 : 1)).map(({ day, rate }) => ({ day, rate: Number(rate) })),
    ]),
  );
  const currencies = [...new Set(rates.flatMap(({ from, to }) => [from, to]))].sort();
  const told = (from: string, to: string, day: Day): RateThen | null => {
    const found = (pairs.get(`${from} ${to}`) ?? []).findLast((rate) => rate.day <= day);
    return found && daysBetween(found.day, day) <= LONGEST_DAYS ? found : null;
  };
  const direct = (from: string, to: string, day: Day): RateThen | null => {
    const there = told(from, to, day);
    if (there !== null) return there;
    const back = told(to, from, day);
    return back === null || back.rate === 0 ? null : { rate: 1 / back.rate, day: back.day };
  };
  return (from, to, day) => {
    if (from === to) return { rate: 1, day };
    const own = direct(from, to, day);
    if (own !== null) return own;
    for (const over of currencies) {
      if (over === from || over === to) continue;
      const first = direct(from, over, day);
      const second = direct(over, to, day);
      if (first !== null && second !== null)
        return { rate: first.rate * second.rate, day: first.day < second.day ? first.day : second.day };
    }
    return null;
  };
}

/** Minor units of one currency in minor units of another, half a unit away from zero. 10.00 EUR at 1.1642: 11.64 USD. */
export function convertMinor(minor: number, from: string, to: string, rate: number): number {
  const scale = 10 ** (currencyDigits(to) - currencyDigits(from));
  return roundHalfAway(minor * rate * scale);
}

/** Millionths of one currency in millionths of another. */
export function convertMicros(micros: number, rate: number): number {
  return roundHalfAway(micros * rate);
}

/** The nearest integer; halves away from zero, so that a fee and its refund round alike. */
export function roundHalfAway(value: number): number {
  // Binary fractions lie a hair below the decimal half that they stand for: 1.005 × 100.
  const rounded = Math.sign(value) * Math.round(Math.abs(value) * (1 + Number.EPSILON));
  return rounded === 0 ? 0 : rounded;
}
