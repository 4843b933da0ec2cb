/** The orders that a grouper has begun and not yet emitted: typed arrays that are filled, taken as they are, and filled again. */
import type { OrderGroups, Profile } from './orderGroups.js';

/** Rows that there is room for at once; an order with more makes room. */
const ROOM = 1 << 12;

/** What was met first among the orders taken. */
interface Met {
  readonly profiles: readonly Profile[];
  readonly items: readonly string[];
  readonly statuses: readonly string[];
}

export class OrderBuffers {
  orders = 0;
  rows = 0;
  readonly profiles = new Int32Array(ROOM);
  readonly orderedAt = new Float64Array(ROOM);
  /** Stands in where no row says when the order was made. */
  readonly paidAt = new Float64Array(ROOM);
  readonly stamp = new Float64Array(ROOM);
  readonly line = new Float64Array(ROOM);
  readonly hash = new Float64Array(ROOM);
  readonly heads: readonly Float64Array[];
  items = new Int32Array(ROOM);
  quantity = new Float64Array(ROOM);
  amount = new Float64Array(ROOM);
  lines: Float64Array[];
  lineStatus = new Int32Array(ROOM);
  buyers: (string | null)[] = [];
  private units: string[] = [];
  private readonly firstRow = new Int32Array(ROOM + 1);

  constructor(
    private readonly headNames: readonly string[],
    private readonly lineNames: readonly string[],
    private readonly has: { readonly buyers: boolean; readonly lineStatus: boolean },
  ) {
    this.heads = headNames.map(() => new Float64Array(ROOM));
    this.lines = lineNames.map(() => new Float64Array(ROOM));
  }

  /** The index of a new order. */
  begin(unit: string): number {
    this.units.push(unit);
    this.firstRow[this.orders] = this.rows;
    return this.orders++;
  }

  /** The index of a new row of the last order. */
  nextRow(): number {
    if (this.rows === this.items.length) this.makeRoom();
    return this.rows++;
  }

  /** Everything that is there, and empty buffers after. */
  taken(met: Met): OrderGroups {
    const { orders, rows, units, buyers } = this;
    this.firstRow[orders] = rows;
    const orderedAt = this.orderedAt.slice(0, orders);
    for (let order = 0; order < orders; order++) {
      if (Number.isNaN(orderedAt[order])) orderedAt[order] = this.paidAt[order] as number;
    }
    this.units = [];
    this.buyers = [];
    this.orders = 0;
    this.rows = 0;
    return {
      count: orders,
      units,
      firstRow: this.firstRow.slice(0, orders + 1),
      profiles: this.profiles.slice(0, orders),
      newProfiles: met.profiles,
      orderedAt,
      stamp: this.stamp.slice(0, orders),
      line: this.line.slice(0, orders),
      hash: this.hash.slice(0, orders),
      headNames: this.headNames,
      heads: this.heads.map((values) => values.slice(0, orders)),
      buyers: this.has.buyers ? buyers : null,
      items: this.items.slice(0, rows),
      newItems: met.items,
      quantity: this.quantity.slice(0, rows),
      amount: this.amount.slice(0, rows),
      lineNames: this.lineNames,
      lines: this.lines.map((values) => values.slice(0, rows)),
      lineStatus: this.has.lineStatus ? this.lineStatus.slice(0, rows) : null,
      newStatuses: met.statuses,
    };
  }

  private makeRoom(): void {
    const size = 2 * this.items.length;
    const largerInts = (array: Int32Array) => {
      const larger = new Int32Array(size);
      larger.set(array);
      return larger;
    };
    const largerNumbers = (array: Float64Array) => {
      const larger = new Float64Array(size);
      larger.set(array);
      return larger;
    };
    this.items = largerInts(this.items);
    this.lineStatus = largerInts(this.lineStatus);
    this.quantity = largerNumbers(this.quantity);
    this.amount = largerNumbers(this.amount);
    this.lines = this.lines.map(largerNumbers);
  }
}
