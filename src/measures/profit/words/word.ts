/** How the reports about money name what they book: as data, report by report. */
import type { MoneyNames } from '../../../core/profitFacts.js';

/** What the bookings of a report are, name by name. */
export interface MoneyReport extends MoneyNames {
  /** First match counts. */
  readonly words: readonly MoneyWord[];
  /** From which day the words are known to hold, and from where. */
  readonly effectiveFrom: string;
  readonly source: string;
  readonly certainty: 'A' | 'B' | 'C';
}

export interface MoneyWord {
  readonly line: string;
  /** The line in rows that give money back; the same line where left out. */
  readonly refunded?: string;
  readonly type?: RegExp;
  readonly amountType?: RegExp;
  readonly part?: RegExp;
  readonly text?: RegExp;
  /** What estimates it by when a listing's own past does not say: its share of sales, or an amount a unit. */
  readonly per?: 'sales' | 'unit';
}
