/**
 * The figures of a store in another currency: every amount at one dated rate, that of the last day that is told, rounded each. What
 * they are compared with goes by the same rate, so that a change is the shop's and not the exchange rate's; ratios stay as they are.
 */
import type { Day } from '../../core/day.js';
import { convertMinor, type RateThen } from '../../measures/profit/rates.js';
import type { Figure, FigureOf } from './compared.js';
import type { Figures, Profit } from './figures.js';
import { kpi, type Metric } from './kpi.js';

/** One currency into another. */
export interface Exchange extends RateThen {
  readonly from: string;
  readonly to: string;
}

export type RateThenOn = (from: string, to: string, day: Day) => RateThen | null;

/** From each of the currencies into `to` on a day; left out are those that no table has a rate of. */
export function exchangesOn(currencies: readonly (string | null)[], to: string, day: Day, rates: RateThenOn): Map<string, Exchange> {
  const found = new Map<string, Exchange>();
  for (const from of [...new Set(currencies)].sort()) {
    const rate = from === null || from === to ? null : rates(from, to, day);
    if (from !== null && rate) found.set(from, { from, to, ...rate });
  }
  return found;
}

/** A period's figures in the other currency. */
export function figuresIn<Kind extends Figures>(figures: Kind, exchange: Exchange): Kind {
  const amount = <Amount extends number | null>(minor: Amount) => exchanged(minor, exchange);
  return {
    ...figures,
    sales: amount(figures.sales),
    refunded: amount(figures.refunded),
    reportedSales: amount(figures.reportedSales),
    reportedRefunds: amount(figures.reportedRefunds),
    adSpend: amount(figures.adSpend),
    adSales: amount(figures.adSales),
    profit: profitIn(figures.profit, exchange),
  };
}

/** KPIs with what they are compared with, in the other currency. */
export function comparedIn(figures: FigureOf, exchange: Exchange): FigureOf {
  const amount = <Amount extends number | null>(minor: Amount) => exchanged(minor, exchange);
  const converted = (figure: Figure): Figure => ({
    ...figure,
    value: amount(figure.value),
    previous: amount(figure.previous),
    usual: amount(figure.usual),
    lastYear: amount(figure.lastYear),
    target: amount(figure.target),
  });
  return Object.fromEntries(
    Object.entries(figures).map(([metric, figure]) => [metric, kpi(metric as Metric).unit === 'amount' ? converted(figure) : figure]),
  ) as FigureOf;
}

function profitIn(profit: Profit | null, exchange: Exchange): Profit | null {
  const amount = <Amount extends number | null>(minor: Amount) => exchanged(minor, exchange);
  return profit === null ? null : { ...profit, minor: amount(profit.minor), sales: amount(profit.sales) };
}

/** Minor units in the other currency; what is unknown stays so. */
export function exchanged<Amount extends number | null>(minor: Amount, { from, to, rate }: Exchange): Amount {
  return (minor === null ? minor : convertMinor(minor, from, to, rate)) as Amount;
}

/** "EUR at 1.1642 USD, the rate of 2026-11-20" */
export function exchangeText({ from, to, rate, day }: Exchange): string {
  return `${from} at ${Number(rate.toPrecision(6))} ${to}, the rate of ${day}`;
}

/** Beside amounts that are compared with earlier ones. */
export const SAME_RATE = "what is compared is taken at the same rate: a change is the shop's, not the exchange rate's";

/** What is to be said of stores whose amounts were asked for in one currency: the rates, and of whom there is none. */
export function exchangeNotes(
  stores: readonly { readonly name: string; readonly currency: string | null }[],
  to: string,
  day: Day,
  exchanges: ReadonlyMap<string, Exchange>,
): string[] {
  const without = stores.filter(({ currency }) => currency !== to && (currency === null || !exchanges.has(currency)));
  const named = [...new Set(without.map(({ currency }) => currency))].sort().map((currency) => {
    const names = without.filter((store) => store.currency === currency).map(({ name }) => name);
    return currency === null
      ? `the currency of ${names.join(', ')} is not known, so nothing is converted: eco store edit ${names[0]} --currency CODE`
      : noRateText(currency, to, day, names);
  });
  return [...[...exchanges.values()].map(exchangeText), ...named];
}

function noRateText(from: string, to: string, day: Day, names: readonly string[]): string {
  return `${names.join(', ')}: in ${from}, since no imported table has a rate to ${to} of ${day} or the ten days before: eco products costs rates import eurofxref-hist.zip`;
}
