/**
 * Money is integer minor units with its ISO 4217 currency; unit amounts (a CPC, a unit cost) are integer millionths.
 * Nothing in this file rounds: an amount that its currency cannot write is an error of the caller.
 */

/** Fraction digits of the currencies that do not have two (ISO 4217, as Unicode CLDR 45 uses them for cash-free amounts). */
const DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}; // prettier-ignore

export const MICRO = 1_000_000;

/** Fraction digits of a currency. An unknown currency (null) has two, the most common number. */
export function currencyDigits(currency: string | null): number {
  return currency === null ? 2 : (DIGITS[currency] ?? 2);
}

/** Minor units (cents) of an amount in millionths, or null where the currency has too few digits to write it exactly. */
export function minorFromMicros(micros: number, currency: string | null): number | null {
  const step = 10 ** (6 - currencyDigits(currency));
  // Cheaper than a remainder, and as exact: both factors and their product are safe integers.
  const minor = Math.round(micros / step);
  return minor * step === micros ? minor : null;
}

/** An amount as a plain decimal string: 123450, USD → "1234.50"; 500, JPY → "500". */
export function decimalFromMinor(minor: number, currency: string | null): string {
  const digits = currencyDigits(currency);
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Millionths as a plain decimal string, with the currency's digits at least: 540000, USD → "0.54"; 15513846, INR → "15.513846". */
export function decimalFromMicros(micros: number, currency: string | null): string {
  const sign = micros < 0 ? '-' : '';
  const text = String(Math.abs(micros)).padStart(7, '0');
  const fraction = text.slice(-6).replace(/0+$/, '').padEnd(currencyDigits(currency), '0');
  return sign + text.slice(0, -6) + (fraction ? `.${fraction}` : '');
}
