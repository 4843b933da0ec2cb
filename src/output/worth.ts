/** What a step is worth, in the few words that fit beside it: "≈$120 margin a day", "$840 sales"; ≈ where fees are estimated. */
import { currencyDigits } from '../core/money.js';
import type { Worth } from '../core/todo.js';
import { displayMoney } from './amount.js';

/** From ten units of the currency on, its fraction says nothing. */
const WHOLE_FROM = 10;

export function worthText({ amountMinor, currency, of, per, estimated }: Worth): string {
  const isLarge = Math.abs(amountMinor) >= WHOLE_FROM * 10 ** currencyDigits(currency);
  const amount = displayMoney(amountMinor, currency, { sign: true, ...(isLarge ? { digits: 0 } : {}) });
  return `${estimated ? '≈' : ''}${amount} ${of}${per === 'day' ? ' a day' : ''}`;
}
