/**
 * Holds an imported demo against the truth that it was drawn from, to the cent: what SQL adds up of the files is computed here again from
 * the orders, without the code that wrote the files.
 */
import { expect } from 'vitest';
import { addDays, type Day } from '../../../src/core/day.js';
import type { Database } from '../../../src/db/connection.js';
import { WITHOUT_COST } from '../../../src/shop/demo/costs.js';
import { localTime } from '../../../src/shop/demo/days.js';
import type { ListingMoney } from '../../../src/shop/demo/truth.js';
import { createWorld, type World } from '../../../src/shop/demo/world.js';

/** Days after an order in which it is sent, and in which all that comes back has come back and arrived. */
const SENT_DAYS = 4;
const RETURNED_DAYS = 28;

export function expectTheTruth(db: Database, seed: number, lastDay: Day): void {
  const world = createWorld(seed, lastDay);
  settlementsClose(db);
  salesAndFees(db, world);
  adCharges(db, world);
  unitCosts(db, world);
  profits(db, world);
  payments(db, world);
  tmall(db, world);
}

function settlementsClose(db: Database): void {
  const rows = db
    .prepare(
      `SELECT s.settlement_id AS id, s.total_minor AS total,
         (SELECT sum(t.amount_minor) FROM transactions t WHERE t.unit_pk = s.unit_pk) AS sum FROM settlements s ORDER BY 1`,
    )
    .all() as { id: string; total: number; sum: number }[];
  expect(rows).toHaveLength(12);
  for (const { id, total, sum } of rows) expect(sum, id).toBe(total);
}

/** The days of orders of which everything is settled. */
function settledDays(db: Database, store: string, until: number): { from: Day; to: Day } {
  const days = db
    .prepare(
      `SELECT min(u.period_from) AS "from", max(u.period_to) AS "to" FROM settlements JOIN period_units u USING (unit_pk) JOIN stores s USING (store_id) WHERE s.name = ?`,
    )
    .get(store) as { from: Day; to: Day };
  return { from: days.from, to: addDays(days.to, -until) };
}

/** Cents by SKU and day of the order, of the amounts that `kept` keeps. */
function amountsBySkuAndDay(db: Database, store: string, days: { from: Day; to: Day }, kept: string): Map<string, number> {
  const rows = db
    .prepare(
      `SELECT i.sku || ' ' || o.ordered_on AS key, sum(t.amount_minor) AS minor
       FROM transactions t JOIN orders o ON o.order_id = t.order_id JOIN stores s ON s.store_id = o.store_id JOIN items i ON i.item_pk = t.item_pk
       WHERE s.name = @store AND o.ordered_on BETWEEN @from AND @to AND ${kept} GROUP BY 1`,
    )
    .all({ store, ...days }) as { key: string; minor: number }[];
  return new Map(rows.filter(({ minor }) => minor !== 0).map(({ key, minor }) => [key, minor]));
}

/** The same from the truth. */
function truthBySkuAndDay(
  world: World,
  store: string,
  days: { from: Day; to: Day },
  of: (money: ListingMoney, t: number) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const money of world.truth.money) {
    const listing = world.listings[money.listing];
    if (listing?.store !== store) continue;
    for (let t = world.axis.indexOf(days.from); t <= world.axis.indexOf(days.to); t++) {
      const minor = of(money, t);
      if (minor !== 0) sums.set(`${listing.code} ${world.axis.day(t)}`, minor);
    }
  }
  return sums;
}

const at = (list: readonly number[], t: number) => list[t] as number;

function salesAndFees(db: Database, world: World): void {
  for (const store of ['us', 'ca']) {
    const sent = settledDays(db, store, SENT_DAYS);
    const back = settledDays(db, store, RETURNED_DAYS);
    const order = "t.type = 'Order' AND";
    const cases: [string, { from: Day; to: Day }, (money: ListingMoney, t: number) => number][] = [
      [`${order} t.amount_type = 'ItemPrice' AND t.part = 'Principal'`, sent, (money, t) => at(money.salesMinor, t)],
      [`${order} t.amount_type = 'Promotion' AND t.part = 'Principal'`, sent, (money, t) => -at(money.discountMinor, t)],
      [`${order} t.part = 'Shipping'`, sent, (money, t) => at(money.shippingMinor, t)],
      [`${order} t.amount_type = 'ItemFees'`, sent, (money, t) => -at(money.feesMinor, t)],
      ["t.part IN ('Tax', 'MarketplaceFacilitatorTax-Principal')", sent, () => 0],
      ["t.type = 'Refund' AND t.part = 'Principal'", back, (money, t) => -at(money.refundsMinor, t)],
      ["t.type = 'Refund' AND t.amount_type = 'ItemFees'", back, (money, t) => at(money.feesBackMinor, t)],
    ];
    for (const [kept, days, of] of cases) {
      expect(amountsBySkuAndDay(db, store, days, kept), `${store}: ${kept}`).toEqual(truthBySkuAndDay(world, store, days, of));
    }
    expect(truthBySkuAndDay(world, store, sent, (money, t) => at(money.salesMinor, t)).size).toBeGreaterThan(store === 'us' ? 1500 : 150);
  }
}

/** Each charge is what the reports of the seven days before say in the end; the days of a campaign report add up to the same. */
function adCharges(db: Database, world: World): void {
  const charges = db
    .prepare(
      "SELECT posted_on AS day, sum(amount_minor) AS minor FROM transactions WHERE amount_type = 'Cost of Advertising' GROUP BY 1 ORDER BY 1",
    )
    .all() as { day: Day; minor: number }[];
  expect(charges.length).toBe(12);
  const spendOn = (day: Day) => world.truth.money.reduce((sum, { adSpendMinor }) => sum + at(adSpendMinor, world.axis.indexOf(day)), 0);
  const reported = db
    .prepare(
      `SELECT u.period_from AS day, sum(a.cost_micros) / 10000 AS minor FROM ads a JOIN period_units u USING (unit_pk)
       WHERE u.superseded_by IS NULL AND u.period_from = u.period_to AND u.period_from BETWEEN ? AND ? GROUP BY 1`,
    )
    .all(addDays(charges[0]?.day as Day, -7), addDays(charges.at(-1)?.day as Day, -1)) as { day: Day; minor: number }[];
  expect(reported.length).toBe(84);
  for (const { day, minor } of reported) expect(minor, day).toBe(spendOn(day));
  for (const { day, minor } of charges) {
    const week = Array.from({ length: 7 }, (_, i) => addDays(day, i - 7));
    expect(-minor, day).toBe(week.reduce((sum, each) => sum + spendOn(each), 0));
  }
}

/** SQL of a list of costs, read once, and of what a unit of `sku` costs on `day`, in cents: the last cost that holds by then. */
const TOLD = `told AS MATERIALIZED (SELECT c.listing_id, coalesce(c.from_day, '') AS since, coalesce(c.batch, '') AS batch, CAST(round(c.cost * 100) AS INTEGER) AS minor
  FROM v_costs c WHERE c.store = @store AND c.counts = 1 AND c.said_by = 'file')`;
const COST_ON = '(SELECT t.minor FROM told t WHERE t.listing_id = sku AND t.since <= day ORDER BY t.since DESC, t.batch DESC LIMIT 1)';

function unitCosts(db: Database, world: World): void {
  for (const store of ['us', 'ca'] as const) {
    for (const t of [0, 300, world.axis.count - 100, world.axis.count - 1]) {
      const day = world.axis.day(t);
      const said = db
        .prepare(
          `WITH ${TOLD} SELECT sku, ${COST_ON} AS minor FROM (SELECT l.listing_key AS sku, @day AS day FROM listings l JOIN stores s USING (store_id) WHERE s.name = @store) ORDER BY sku`,
        )
        .all({ store, day }) as { sku: string; minor: number | null }[];
      const truth = world.truth.money
        .map((money) => ({ listing: world.listings[money.listing], minor: at(money.unitCostMinor, t) }))
        .filter(({ listing }) => listing?.store === store)
        .map(({ listing, minor }) => ({
          sku: listing?.code as string,
          minor: WITHOUT_COST.includes(listing?.code as string) ? null : minor,
        }))
        .sort((a, b) => (a.sku < b.sku ? -1 : 1));
      expect(said, `${store} ${day}`).toEqual(truth);
    }
  }
}

/** Profit before ads of each SKU and day of the order in us, from settlements, returns and costs alone. */
function profits(db: Database, world: World): void {
  const days = settledDays(db, 'us', RETURNED_DAYS);
  const rows = db
    .prepare(
      `WITH ${TOLD}, booked AS MATERIALIZED (
         SELECT i.sku, o.ordered_on AS day, sum(t.amount_minor) AS minor,
           sum(CASE WHEN t.type = 'Order' AND t.amount_type = 'ItemPrice' AND t.part = 'Principal' THEN t.quantity ELSE 0 END) AS units
         FROM transactions t JOIN orders o ON o.order_id = t.order_id JOIN stores s ON s.store_id = o.store_id JOIN items i ON i.item_pk = t.item_pk
         WHERE s.name = @store AND o.ordered_on BETWEEN @from AND @to GROUP BY 1, 2),
       restocked AS MATERIALIZED (
         SELECT i.sku, o.ordered_on AS day, sum(m.quantity) AS units
         FROM movements m CROSS JOIN orders o ON o.order_id = m.order_id JOIN stores s ON s.store_id = o.store_id JOIN items i ON i.item_pk = m.item_pk
         WHERE s.name = @store AND o.ordered_on BETWEEN @from AND @to AND m.movement = 'return' AND m.disposition = 'SELLABLE' GROUP BY 1, 2)
       SELECT sku || ' ' || day AS key, b.minor - (b.units - coalesce(r.units, 0)) * ${COST_ON} AS minor
       FROM booked b LEFT JOIN restocked r USING (sku, day)`,
    )
    .all({ store: 'us', ...days }) as { key: string; minor: number | null }[];
  const known = new Map(rows.flatMap(({ key, minor }) => (minor === null || minor === 0 ? [] : [[key, minor] as const])));
  const truth = truthBySkuAndDay(world, 'us', days, (money, t) => {
    const isTold = !WITHOUT_COST.includes(world.listings[money.listing]?.code as string);
    return isTold ? at(money.profitMinor as number[], t) + at(money.adSpendMinor, t) : 0;
  });
  expect(known).toEqual(truth);
  expect(known.size).toBeGreaterThan(1000);
  expect(rows.some(({ minor }) => minor === null)).toBe(true);
}

/** What was charged for an order is its total; what was given back is what its refunds say. */
function payments(db: Database, world: World): void {
  const differing = db
    .prepare(
      `SELECT o.order_id, o.total_minor, sum(CASE WHEN t.type = 'charge' AND t.part = 'Amount' THEN t.amount_minor END) AS charged
       FROM orders o JOIN stores s USING (store_id) JOIN transactions t ON t.order_id = o.order_id WHERE s.name = 'web' GROUP BY 1 HAVING charged <> o.total_minor`,
    )
    .all();
  expect(differing).toEqual([]);
  const sums = db
    .prepare(
      `SELECT sum(CASE WHEN t.type = 'refund' AND t.part = 'Amount' THEN t.amount_minor END) AS refunded, sum(CASE WHEN t.type = 'charge' AND t.part = 'Amount' THEN 1 END) AS charges,
         sum(CASE WHEN t.part = 'Fee' THEN t.amount_minor END) AS fees FROM transactions t JOIN period_units u USING (unit_pk) JOIN stores s USING (store_id)
       WHERE s.name = 'web' AND u.grain = 'transaction'`,
    )
    .get() as { refunded: number; charges: number; fees: number };
  const paid = world.truth.orders.filter(({ store }) => store === 'web');
  const returned = paid.flatMap(({ lines }) => lines).reduce((sum, line) => sum + (line.returned?.amountMinor ?? 0), 0);
  const totals = new Map(
    db.prepare("SELECT order_id, total_minor FROM orders JOIN stores s USING (store_id) WHERE s.name = 'web'").raw().all() as [
      string,
      number,
    ][],
  );
  const beforeEnd = (instant: number | null) => instant !== null && localTime(instant, 'pacific').day <= world.axis.last;
  const cancelled = paid.filter(({ cancelledAt }) => beforeEnd(cancelledAt)).reduce((sum, { id }) => sum + (totals.get(id) as number), 0);
  const charged = paid.filter(({ paidAt }) => beforeEnd(paidAt));
  expect(sums.refunded).toBe(-(returned + cancelled));
  expect(sums.charges).toBe(charged.length);
  expect(-sums.fees).toBe(charged.reduce((sum, { id }) => sum + Math.round((totals.get(id) as number) * 0.029) + 30, 0));
}

/** The shop's own figures are those of its orders: paid sales and units by the day of payment. */
function tmall(db: Database, world: World): void {
  const rows = db
    .prepare(
      `SELECT u.period_from AS day, h.sales_minor AS sales, h.units, h.buyers, h.visitors FROM shop h JOIN period_units u USING (unit_pk)
       WHERE u.superseded_by IS NULL ORDER BY 1`,
    )
    .all() as { day: Day; sales: number; units: number; buyers: number; visitors: number }[];
  expect(rows.map(({ day }) => day)).toEqual([...world.axis.days]);
  const paid = new Map<string, { sales: number; units: number; buyers: Set<number> }>(
    world.axis.days.map((day) => [day, { sales: 0, units: 0, buyers: new Set() }]),
  );
  for (const { store, paidAt, buyer, lines } of world.truth.orders) {
    const day = store === 'tmall' && paidAt !== null ? paid.get(localTime(paidAt, 'shanghai').day) : undefined;
    day?.buyers.add(buyer);
    for (const line of day === undefined ? [] : lines) {
      if (day === undefined) continue;
      day.sales += line.unitPriceMinor * line.quantity - line.discountMinor;
      day.units += line.quantity;
    }
  }
  expect(rows.map(({ day, sales, units, buyers }) => [day, sales, units, buyers])).toEqual(
    [...paid].map(([day, { sales, units, buyers }]) => [day, sales, units, buyers.size]),
  );
  for (const { day, buyers, visitors } of rows) expect(visitors, day).toBeGreaterThanOrEqual(buyers);
}
