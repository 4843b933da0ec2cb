/**
 * Currency glyphs and codes in front of or behind an amount, and what they say about the currency.
 *
 * A glyph that several currencies share says nothing (null), and the account's marketplace decides: `$`, `¥` and `￥` (CNY or JPY), `kr`, `Rs`.
 * Seen: `$ £ €` with and without space, `MX$`, `CA$`, `AU $`, `Rs.1000.0`, `EUR 90,00`, `116,99 €`, `15.00 GBP`.
 */

import { plainText } from './plainText.js';

const GLYPHS: Readonly<Record<string, string | null>> = {
  $: null,
  '¥': null,
  kr: null,
  'kr.': null,
  Rs: null,
  'Rs.': null,
  US$: 'USD',
  USD$: 'USD',
  U$S: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  CAD$: 'CAD',
  CDN$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  AUD$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  NT$: 'TWD',
  S$: 'SGD',
  SG$: 'SGD',
  MX$: 'MXN',
  MEX$: 'MXN',
  R$: 'BRL',
  '£': 'GBP',
  '€': 'EUR',
  '₹': 'INR',
  'CN¥': 'CNY',
  'JP¥': 'JPY',
  元: 'CNY',
  人民币: 'CNY',
  RMB: 'CNY',
  円: 'JPY',
  원: 'KRW',
  '₩': 'KRW',
  zł: 'PLN',
  'Fr.': 'CHF',
  SFr: 'CHF',
  Kč: 'CZK',
  Ft: 'HUF',
  lei: 'RON',
  лв: 'BGN',
  'лв.': 'BGN',
  '₺': 'TRY',
  TL: 'TRY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₱': 'PHP',
  '฿': 'THB',
  '₫': 'VND',
  đ: 'VND',
  Rp: 'IDR',
  'Rp.': 'IDR',
  RM: 'MYR',
  '₪': 'ILS',
  '₦': 'NGN',
};

const CODES: ReadonlySet<string> = new Set(
  (
    'AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GHS HKD HUF IDR ILS INR ISK JOD JPY KES KRW KWD KZT LKR MAD MOP MXN MYR ' +
    'NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR'
  ).split(' '),
);

// eBay writes "US $12.99", "C $5.00", "AU $3,000.00": letters and the sign may stand apart.
const ALTERNATIVES = Object.keys(GLYPHS)
  .sort((left, right) => right.length - left.length)
  .map((glyph) => glyph.replace(/[.$]/g, '\\$&').replace(/^([A-Z]+)\\\$$/, '$1 ?\\$'))
  .join('|');
const LEADING = new RegExp(`^(?:([A-Z]{3})(?![A-Za-z$])|(${ALTERNATIVES})(?![a-z])) *`);
const TRAILING = new RegExp(` *(?:(?<![A-Za-z])([A-Z]{3})|(${ALTERNATIVES}))$`);

/** The currencies that a shared glyph may mean: of all others it is no sign. */
const SHARED: Readonly<Record<string, string>> = {
  $: 'USD CAD AUD NZD MXN SGD HKD TWD BRL ARS CLP COP UYU MOP',
  '¥': 'CNY JPY',
  kr: 'SEK NOK DKK ISK',
  'kr.': 'SEK NOK DKK ISK',
  Rs: 'INR PKR LKR NPR',
  'Rs.': 'INR PKR LKR NPR',
};

/** The glyph at an amount that several currencies share, null where there is none. */
export function sharedGlyph(cell: string): string | null {
  const text = plainText(cell).replace(/^[-+(]+|[)-]+$/g, '');
  const glyph = (LEADING.exec(text) ?? TRAILING.exec(text))?.[2]?.replace(' ', '');
  return glyph !== undefined && Object.hasOwn(SHARED, glyph) ? glyph : null;
}

/** Whether an amount with this shared glyph can be in a currency. */
export function mayMean(glyph: string, currency: string): boolean {
  return (SHARED[glyph] ?? currency).split(' ').includes(currency);
}

interface Glyph {
  /** ISO 4217, or null where several currencies use the glyph. */
  readonly currency: string | null;
  /** The text without the glyph. */
  readonly rest: string;
}

/** The glyph in front of the amount, or null where there is none. */
export function leadingGlyph(text: string): Glyph | null {
  const match = LEADING.exec(text);
  return match && glyphOf(match, text.slice(match[0].length));
}

/** The glyph behind the amount, or null where there is none. */
export function trailingGlyph(text: string): Glyph | null {
  const match = TRAILING.exec(text);
  return match && glyphOf(match, text.slice(0, match.index));
}

function glyphOf(match: RegExpExecArray, rest: string): Glyph | null {
  const code = match[1];
  if (code !== undefined && CODES.has(code)) return { currency: code, rest };
  const glyph = code ?? match[2]?.replace(' ', '');
  if (glyph === undefined || !Object.hasOwn(GLYPHS, glyph)) return null;
  return { currency: GLYPHS[glyph] ?? null, rest };
}
