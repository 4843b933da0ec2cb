/**
 * What the facts tell about money: the questions of a profit, put so that SQL can add up and TypeScript decides. Amounts are minor units
 * of the row's currency, as booked: income is positive, fees are negative.
 */
import type { Day, Period } from './day.js';

/** Where figures come from: one import's lines, of which the first and the last are named. Null where nobody asked. */
export interface Evidence {
  readonly importId: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** What an order is that a booking names: a sale that counts, none, excluded by hand, or unknown (null). */
export type OrderStanding = 'counts' | 'none' | 'excluded' | null;

/** Bookings of settlements and statements that share everything below, added up. */
export interface MoneyRow {
  readonly storeId: number;
  /** The item that is booked or that the order is about; null where neither tells. */
  readonly itemPk: number | null;
  readonly channel: string | null;
  readonly reportFormat: string;
  readonly type: string | null;
  readonly amountType: string | null;
  readonly part: string | null;
  readonly description: string | null;
  /** By its type: a buyer's order, money back to a buyer, or neither. */
  readonly event: 'sale' | 'refund' | null;
  readonly order: OrderStanding;
  /** The day of the order and the day of the booking, each null where it is unknown or not in the period asked for. */
  readonly orderDay: Day | null;
  readonly postedDay: Day | null;
  readonly currency: string | null;
  readonly amountMinor: number;
  readonly quantity: number | null;
  readonly rows: number;
  readonly evidence: Evidence | null;
}

/** Order lines that count, of one item, day, channel and state of settlement. */
export interface OrderGroup {
  readonly storeId: number;
  readonly itemPk: number;
  readonly day: Day;
  readonly channel: string | null;
  readonly currency: string | null;
  /** What settlements told of these lines: everything, that they were paid, or nothing yet. */
  readonly settled: 'itemised' | 'payments' | null;
  readonly lines: number;
  /** Each line counts the share that it is of the lines of its order. */
  readonly orders: number;
  readonly units: number;
  /** Null where no line has a price. */
  readonly salesMinor: number | null;
  readonly unpricedUnits: number;
  readonly unpricedLines: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  /** Paid back as the order tells it, of orders of which no booking gives money back. */
  readonly refundedMinor: number;
  readonly evidence: Evidence | null;
}

/** Units that came back in the period: by the day on which they came and by the day of their order. */
export interface ReturnRow {
  readonly storeId: number;
  readonly itemPk: number;
  readonly channel: string | null;
  readonly movedDay: Day | null;
  readonly orderDay: Day | null;
  /** Null where the report tells none. */
  readonly disposition: string | null;
  readonly units: number;
  readonly evidence: Evidence | null;
}

/** Past bookings of one item under one name, order line by order line, in sums that a fee can be learned from. */
export interface FeePast {
  readonly storeId: number;
  readonly itemPk: number;
  readonly reportFormat: string;
  readonly type: string | null;
  readonly amountType: string | null;
  readonly part: string | null;
  readonly description: string | null;
  readonly lines: number;
  readonly fee: number;
  readonly fee2: number;
  readonly feeSales: number;
  readonly feeUnits: number;
}

/** What the settled order lines of one item come to: what fees are divided by. */
export interface SettledPast {
  readonly storeId: number;
  readonly itemPk: number;
  readonly lines: number;
  readonly units: number;
  readonly salesMinor: number;
  readonly units2: number;
  readonly sales2: number;
}

/** What settled orders teach. */
export interface FeeLessons {
  readonly fees: readonly FeePast[];
  readonly settled: readonly SettledPast[];
}

/** The cost of ads in one report, of the item that it names. */
export interface AdCost {
  readonly storeId: number;
  readonly itemPk: number | null;
  readonly channel: string;
  readonly from: Day;
  readonly to: Day;
  readonly currency: string | null;
  readonly costMicros: number;
  readonly rows: number;
  readonly evidence: Evidence | null;
}

/** Units of an item that the warehouse lost, damaged or found again, and those that it paid for as lost or damaged. */
export interface LossRow {
  readonly storeId: number;
  readonly itemPk: number;
  /** Of the ledger: what left without a buyer is negative; null where no ledger of the period is there. */
  readonly ledgerUnits: number | null;
  readonly reimbursedUnits: number;
}

/** What a thing is called, for every item that any row names. */
export interface ItemName {
  readonly itemPk: number;
  readonly storeId: number;
  /** What reports call it, brought together: a listing, else all of one SKU, else the item. */
  readonly thing: string;
  readonly listingPk: number | null;
  readonly listingId: string | null;
  readonly sku: string | null;
  /** As the report has it: a variation that is sold under the listing of its product has a SKU, and maybe a cost, of its own. */
  readonly reportedSku: string | null;
  readonly title: string | null;
  readonly category: string | null;
  readonly priceMinor: number | null;
  readonly priceCurrency: string | null;
}

/** How finely rows are to be told: added up; by import; one by one. */
export type Detail = 'sum' | 'file' | 'row';

export interface ProfitAsk {
  readonly storeIds: readonly number[];
  readonly period: Period;
  readonly detail: Detail;
}

/** How a report about money names a buyer's order and money back, and which report tells its money better. */
export interface MoneyNames {
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
}

/** One settlement's bookings of one name, and what the settlement says of itself. */
export interface SettlementRow {
  readonly storeId: number;
  readonly settlementId: string;
  readonly reportFormat: string;
  readonly from: Day;
  readonly to: Day;
  /** Epoch seconds; null where the report tells none. */
  readonly depositedAt: number | null;
  /** The total that the settlement says it pays; null where the report tells none. */
  readonly totalMinor: number | null;
  readonly currency: string | null;
  readonly type: string | null;
  readonly amountType: string | null;
  readonly part: string | null;
  readonly description: string | null;
  readonly event: 'sale' | 'refund' | null;
  readonly amountMinor: number;
  readonly rows: number;
}
