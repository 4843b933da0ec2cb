/** What a report says of the stock of one thing at one place and moment. Null is not told, 0 is none. */
export interface StockQuantities {
  readonly onHand: number | null;
  readonly available: number | null;
  /** For customers' orders. */
  readonly committed: number | null;
  /** For other reasons than customers' orders. */
  readonly reserved: number | null;
  readonly unsellable: number | null;
  readonly inbound: number | null;
}
