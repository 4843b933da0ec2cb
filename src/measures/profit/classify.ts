/** Which line of the statement a booking belongs to: the words of its report, else its own name. */
import { unknownFee } from './lines.js';
import { AMAZON } from './words/amazon.js';
import { CHINESE } from './words/chinese.js';
import { SOUTHEAST_ASIA } from './words/southeastAsia.js';
import { WESTERN } from './words/western.js';
import type { MoneyReport, MoneyWord } from './words/word.js';

/** Every report about money whose words are known. */
export const MONEY_REPORTS: readonly MoneyReport[] = [...AMAZON, ...WESTERN, ...CHINESE, ...SOUTHEAST_ASIA];

const BY_FORMAT = new Map(MONEY_REPORTS.map((report) => [report.format, report]));

/** The names under which a report books an amount. */
export interface Booking {
  readonly reportFormat: string;
  readonly type: string | null;
  readonly amountType: string | null;
  readonly part: string | null;
  readonly description: string | null;
}

export interface BookingClass {
  readonly line: string;
  /** What it is estimated by when its past does not say. */
  readonly per: 'sales' | 'unit';
}

export function moneyReport(format: string): MoneyReport | undefined {
  return BY_FORMAT.get(format);
}

/** The line of a booking; `isRefund` where its type gives money back to a buyer. */
export function classify(booking: Booking, isRefund: boolean): BookingClass {
  const word = BY_FORMAT.get(booking.reportFormat)?.words.find((each) => fits(each, booking));
  if (word) return { line: (isRefund ? word.refunded : undefined) ?? word.line, per: word.per ?? 'unit' };
  return { line: unknownFee(nameOf(booking)), per: 'unit' };
}

function fits(word: MoneyWord, { type, amountType, part, description }: Booking): boolean {
  return matches(word.type, type) && matches(word.amountType, amountType) && matches(word.part, part) && matches(word.text, description);
}

function matches(pattern: RegExp | undefined, text: string | null): boolean {
  return pattern === undefined || pattern.test(text ?? '');
}

/** Columns whose name says nothing of what is booked. */
const EMPTY_NAMES = /^(Amount|Fees & Taxes|Fee|收入|支出|other|other transaction fees|other-transaction|TransactionTotalAmount)$/;

/** The platform's own name of an amount: its description, else its column, else its type. */
function nameOf({ type, amountType, part, description }: Booking): string {
  // What a report's columns leave of a row's total.
  if (part === 'not itemised') return `${description || type || amountType || 'without a name'}, not itemised`;
  const names = [part, description?.replace(/:.*$/, ''), amountType, type].map((name) => (name ?? '').trim());
  return (
    names.find((name) => name !== '' && name !== '-' && !EMPTY_NAMES.test(name)) ?? names.find((name) => name !== '') ?? 'without a name'
  );
}
