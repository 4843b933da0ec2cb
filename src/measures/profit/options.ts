/** What one asks a profit for, as typed: days, the view of refunds, how goods are costed, the currency, the keys. */
import { addDays, type Day, dayOf, type Period, parseDay } from '../../core/day.js';
import { UsageError } from '../../core/errors.js';
import type { CostMethod } from './costing.js';
import type { ProfitOptions, RefundView } from './entries.js';
import { PROFIT_KEYS, type ProfitKey } from './rollup.js';

export interface ProfitFlags {
  readonly from?: string;
  readonly to?: string;
  readonly period?: string;
  readonly refunds?: string;
  readonly cost?: string;
  readonly currency?: string;
  readonly by?: string;
}

/** Finished days that are asked for where nobody says which. */
const USUAL_DAYS = 30;

const VIEWS: readonly RefundView[] = ['by-refund-date', 'by-order-date'];
const METHODS: readonly CostMethod[] = ['period', 'average', 'fifo'];

export function profitOptions(flags: ProfitFlags, asOf: Day): ProfitOptions {
  return {
    period: begun(periodOption(flags, asOf), asOf),
    view: oneOf('--refunds', flags.refunds ?? 'by-refund-date', VIEWS),
    method: oneOf('--cost', flags.cost ?? 'period', METHODS),
    currency: flags.currency === undefined ? null : currencyOption(flags.currency),
  };
}

/** The code of a currency, as typed after `--currency`. */
export function currencyOption(text: string): string {
  const currency = text.toUpperCase();
  if (/^[A-Z]{3}$/.test(currency)) return currency;
  throw new UsageError(`--currency ${text}: a currency such as EUR expected`);
}

export function profitKeys(text: string): ProfitKey[] {
  return [...new Set(text.split(',').map((word) => oneOf('--by', word.trim(), PROFIT_KEYS)))];
}

function periodOption({ from, to, period }: ProfitFlags, asOf: Day): Period {
  if (period !== undefined) {
    if (from !== undefined || to !== undefined) throw new UsageError('--period says both days: leave out --from and --to');
    return namedPeriod(period);
  }
  const last = dayOption('--to', to) ?? addDays(asOf, -1);
  const first = dayOption('--from', from) ?? addDays(to === undefined ? asOf : addDays(last, 1), -USUAL_DAYS);
  if (first > last) throw new UsageError(`--from ${first} lies after --to ${last}: the earlier day first`);
  return { from: first, to: last };
}

/** Of days that have not begun nothing can be earned yet. */
function begun(period: Period, asOf: Day): Period {
  if (period.from < asOf) return period;
  throw new UsageError(`the days from ${period.from} to ${period.to} are not over on the morning of ${asOf}: earlier ones expected`);
}

/** `2026-10` is a month, `2026` a year, `2026-10-01..2026-10-15` what it says. */
function namedPeriod(text: string): Period {
  const expected = () => new UsageError(`--period ${text}: a month (2026-10), a year (2026) or days (2026-10-01..2026-10-15) expected`);
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year !== undefined) {
    const first = dayOf(Number(year), Number(month ?? 1), 1);
    const next = month === undefined || month === '12' ? dayOf(Number(year) + 1, 1, 1) : dayOf(Number(year), Number(month) + 1, 1);
    if (!first || !next) throw expected();
    return { from: first, to: addDays(next, -1) };
  }
  const [from, to] = text.split('..').map((day) => parseDay(day));
  if (!from || !to || from > to) throw expected();
  return { from, to };
}

function dayOption(name: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (!day) throw new UsageError(`${name} ${text}: a day such as 2026-11-22 expected`);
  return day;
}

function oneOf<Word extends string>(name: string, word: string, words: readonly Word[]): Word {
  if (!(words as readonly string[]).includes(word)) throw new UsageError(`${name} ${word}: one of ${words.join(', ')} expected`);
  return word as Word;
}
