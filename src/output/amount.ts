/**
 * Amounts of money as people read them: thousands separators, a true minus sign (U+2212) and, in sentences, the
 * currency's sign. Built from the exact decimal text, never through a floating-point division.
 *
 * Signs are those of Unicode CLDR for English: USD is $, and every other dollar is told apart (CA$, A$, MX$); CNY is
 * CN¥, JPY ¥.
 */
import { currencyDigits, decimalFromMicros, decimalFromMinor } from '../core/money.js';

interface AmountStyle {
  /** Print the currency's sign. */
  readonly sign: boolean;
  /** Fewer fraction digits than the currency has: 0 prints whole units. */
  readonly digits?: number;
}

/**
 * Above this (0.01 of the unit) a unit amount is rounded to four fraction digits; below it every digit says something.
 */
const SMALL_UNIT_AMOUNT = 10_000;

/** Minor units for people: −481240, USD → "−4,812.40", with its sign "−$4,812.40". */
export function displayMoney(minor: number, currency: string | null, style: AmountStyle): string {
  requireWhole(minor, 'money in minor units');
  const full = currencyDigits(currency);
  const digits = Math.min(style.digits ?? full, full);
  const units = Math.round(Math.abs(minor) / 10 ** (full - digits));
  const text = digits === full ? decimalFromMinor(units, currency) : fixed(units, digits);
  return dressed(text, minor < 0 && units > 0, style.sign ? currency : null);
}

/**
 * Millionths for people, with at most four fraction digits where the amount is not tiny: 540000 → "0.54", 538461 →
 * "0.5385".
 */
export function displayUnitAmount(micros: number, currency: string | null, style: AmountStyle): string {
  requireWhole(micros, 'a unit amount in millionths');
  const size = Math.abs(micros);
  const step = style.digits !== undefined ? 10 ** (6 - Math.min(style.digits, 6)) : size < SMALL_UNIT_AMOUNT ? 1 : 100;
  const rounded = Math.round(size / step) * step;
  const text = style.digits !== undefined ? fixed(rounded / step, Math.min(style.digits, 6)) : decimalFromMicros(rounded, currency);
  return dressed(text, micros < 0 && rounded > 0, style.sign ? currency : null);
}

/**
 * A rounded half of a cent is a wrong figure that looks right, so an amount that is not whole is a defect of its maker.
 */
export function requireWhole(amount: number, what: string): void {
  if (!Number.isSafeInteger(amount)) throw new TypeError(`${what} must be a whole number, found ${amount}`);
}

function fixed(units: number, digits: number): string {
  const text = String(units).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function dressed(plain: string, negative: boolean, currency: string | null): string {
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  return (negative ? '−' : '') + (currency === null ? '' : currencySign(currency)) + grouped;
}

/**
 * Signs of the currencies that shops mostly sell in, as CLDR has them in English (a test asks Intl); those that follow are their code. Intl tells
 * all others: its first use in a process costs as much as a short command may take for all of its output.
 */
const CLDR =
  'USD $ EUR € GBP £ JPY ¥ CNY CN¥ CAD CA$ AUD A$ MXN MX$ BRL R$ INR ₹ KRW ₩ NZD NZ$ HKD HK$ TWD NT$ PHP ₱ VND ₫ ILS ₪ ' +
  'SEK SEK NOK NOK DKK DKK PLN PLN CHF CHF CZK CZK SGD SGD TRY TRY THB THB MYR MYR IDR IDR AED AED SAR SAR ZAR ZAR HUF HUF RON RON';
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map(
  CLDR.match(/\S+ \S+/g)?.map((pair) => pair.split(' ') as [string, string]),
);

const signs = new Map<string, string>();

/** "$", "CA$", "€"; a currency without a sign is its code and a no-break space ("SEK 12.00"). */
function currencySign(currency: string): string {
  const known = signs.get(currency);
  if (known !== undefined) return known;
  const symbol = /^[A-Z]{3}$/.test(currency) ? (CURRENCY_SIGNS.get(currency) ?? cldrSymbol(currency)) : currency;
  const sign = /\p{L}$/u.test(symbol) ? `${symbol}\u00a0` : symbol;
  signs.set(currency, sign);
  return sign;
}

function cldrSymbol(currency: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
