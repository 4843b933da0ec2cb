/** How the reports about money name what they book: as data, report by report. */

/** What kind of event a booking's type names: a buyer's order, money back to a buyer, or something else. */
export interface MoneyReport {
  /** The report's format. */
  readonly format: string;
  /**
   * `itemised`: sales, shipping and tax stand in it, so a settled order needs nothing else. `payments`: it tells what the buyer paid
   * in one sum, and the order tells what that was for.
   */
  readonly tells: 'itemised' | 'payments';
  /**
   * Types that are a buyer's order (or its payment), as written; `type/amount type` where one type is both. Empty: rows have no type. A row
   * may be named only once, here or below.
   */
  readonly sale: readonly string[];
  /** Types that give money back to a buyer, as written. */
  readonly refund: readonly string[];
  /** Whether texts say what a booking is, not only the type and the name of the amount. */
  readonly readsTexts?: boolean;
  /** A report that tells the same money better: where it tells the settlement or the order, this one's rows are left out. */
  readonly yieldsTo?: { readonly format: string; readonly by: 'settlement' | 'order' | 'store' };
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
