/** What a profit is made of: amounts, each with its line, its listing, its day and where it comes from. */
import type { Day, Period } from '../../core/day.js';
import type { AdCost, Evidence, FeeLessons, ItemName, LossRow, MoneyRow, OrderGroup, ReturnRow } from '../../core/profitFacts.js';
import type { CostMethod } from './costing.js';
import type { DatedRate } from './rates.js';
import type { SaidCost } from './unitCosts.js';

/** Refunds count on the day of the refund, or on the day of the order that they undo. */
export type RefundView = 'by-refund-date' | 'by-order-date';

export interface ProfitStore {
  readonly storeId: number;
  readonly name: string;
  readonly platform: string;
  readonly client: string | null;
  readonly marketplace: string | null;
  readonly currency: string | null;
}

export interface ProfitOptions {
  readonly period: Period;
  readonly view: RefundView;
  readonly method: CostMethod;
  /** Amounts in this currency, at the rate of their day; null: each in its own. */
  readonly currency: string | null;
}

export interface ListingCost extends SaidCost {
  readonly storeId: number;
  readonly listingPk: number | null;
  readonly sku: string | null;
}

/** Everything that a profit is computed from. */
export interface ProfitFacts {
  readonly stores: readonly ProfitStore[];
  readonly items: readonly ItemName[];
  readonly money: readonly MoneyRow[];
  readonly orders: readonly OrderGroup[];
  readonly returns: readonly ReturnRow[];
  readonly losses: readonly LossRow[];
  readonly storesWithReturns: readonly number[];
  readonly ads: readonly AdCost[];
  /** What settled orders teach about fees: by now, and before the period. */
  readonly lessons: FeeLessons;
  readonly lessonsBefore: FeeLessons;
  readonly costs: readonly ListingCost[];
  readonly rates: readonly DatedRate[];
  /** Sales and returns since the first delivery, for layers; empty with costs by period. */
  readonly history: {
    readonly sales: readonly { readonly itemPk: number; readonly day: Day; readonly units: number }[];
    readonly returns: readonly ReturnRow[];
  };
}

export type EntrySource = 'settlement' | 'orders' | 'estimate' | 'ads' | 'costs';

export interface Entry {
  readonly storeId: number;
  /** The listing (or SKU, or item); null where the amount belongs to the store as a whole. */
  readonly thing: string | null;
  readonly channel: string | null;
  /** Null where a report of several days does not tell its days apart. */
  readonly day: Day | null;
  readonly line: string;
  readonly currency: string | null;
  readonly amountMinor: number;
  /** Not booked yet, or from a cost of a later day: replaced when the facts come. */
  readonly estimated: boolean;
  readonly source: EntrySource;
  /** How it was computed, in words; null for what is booked. */
  readonly how: string | null;
  readonly rows: number;
  readonly evidence: Evidence | null;
}

/** Units sold, and those of them without a cost, by listing, channel and day. */
export interface UnitCount {
  readonly storeId: number;
  readonly thing: string | null;
  readonly channel: string | null;
  readonly day: Day | null;
  readonly currency: string | null;
  readonly units: number;
  readonly withoutCost: number;
  /** Sales of the units without a cost. */
  readonly salesWithoutCostMinor: number;
}

/** What settled orders were estimated to cost before their settlement, and what it became. */
export interface Variance {
  readonly storeId: number;
  readonly line: string;
  readonly currency: string | null;
  readonly estimatedMinor: number;
  readonly becameMinor: number;
}

/** What is missing, by store: what the notes say. */
export interface Gaps {
  readonly storeId: number;
  unpricedUnits: number;
  unpricedWithoutEstimate: number;
  /** Lines that were sold and do not tell how many: their goods are in no cost. */
  linesWithoutUnits: number;
  /** Lines whose fees are estimated, by what they were learned from. */
  estimatedLines: { listing: number; store: number; table: number; none: number };
  settledLines: number;
  hasRefundsByOrders: boolean;
  paymentsWithoutOrder: number;
  returnedWithoutCondition: number;
  assumedCostUnits: number;
  uncoveredUnits: number;
  costsWithoutRate: Set<string>;
  amountsWithoutRate: Set<string>;
}

export interface Profit {
  readonly entries: readonly Entry[];
  readonly units: readonly UnitCount[];
  readonly variances: readonly Variance[];
  readonly gaps: readonly Gaps[];
}

export function noGaps(storeId: number): Gaps {
  return {
    storeId,
    unpricedUnits: 0,
    unpricedWithoutEstimate: 0,
    linesWithoutUnits: 0,
    estimatedLines: { listing: 0, store: 0, table: 0, none: 0 },
    settledLines: 0,
    hasRefundsByOrders: false,
    paymentsWithoutOrder: 0,
    returnedWithoutCondition: 0,
    assumedCostUnits: 0,
    uncoveredUnits: 0,
    costsWithoutRate: new Set(),
    amountsWithoutRate: new Set(),
  };
}

/** Names of things: of the items that make one up, what its listing says, else what the first item says. */
export class Things {
  private readonly byItem: ReadonlyMap<number, ItemName>;
  private readonly byThing = new Map<string, ItemName>();

  constructor(items: readonly ItemName[]) {
    this.byItem = new Map(items.map((item) => [item.itemPk, item]));
    for (const item of items) {
      const standing = this.byThing.get(item.thing);
      if (!standing || (standing.sku === null && item.sku !== null)) this.byThing.set(item.thing, item);
    }
  }

  /** The thing that an item is. */
  of(itemPk: number): string {
    return this.byItem.get(itemPk)?.thing ?? `i${itemPk}`;
  }

  ofMaybe(itemPk: number | null): string | null {
    return itemPk === null ? null : this.of(itemPk);
  }

  /** The SKU under which reports have an item. */
  reportedSku(itemPk: number): string | null {
    return this.byItem.get(itemPk)?.reportedSku ?? null;
  }

  named(thing: string): ItemName | undefined {
    return this.byThing.get(thing);
  }
}
