/**
 * Tmall's figures of the whole shop by day, as 生意参谋 › 取数 exports them (CSV, GBK, CRLF), a file a quarter and one of the last 30 days:
 * visitors, what was placed and paid, refunds, followers, and the scores that buyers give.
 *
 * Visitors are people: fewer than the visits of all items together. Paid figures are those of the day of payment, before refunds.
 */
import type { Day } from '../../core/day.js';
import { localTime } from './days.js';
import { type DemoFile, demoFile } from './demoFile.js';
import { csv, encoded, money } from './encode.js';
import { at, createRng } from './rng.js';
import { orderDownloads } from './shopifyOrders.js';
import { tmallReviews } from './tmallReviews.js';
import type { DemoOrder } from './truth.js';
import type { World } from './world.js';

export const SYCM_SHOP_HEADER =
  '统计日期,访客数,浏览量,加购人数,商品收藏人数,下单买家数,下单件数,下单金额,支付买家数,支付新买家数,支付老买家数,支付件数,支付父订单数,支付金额,支付转化率,客单价,成功退款金额,店铺粉丝数,关注店铺人数,评价数,正面评价数,负面评价数,描述相符评分,服务态度评分,物流服务评分,综合体验分'.split(
    ',',
  );

const VISITORS_PER_VISIT = 0.78;
const PAGES_PER_VISITOR = 2.6;
const FOLLOWERS_AT_FIRST = 18_420;
const SCORES = [4.86, 4.88, 4.83, 4.7];

export interface ShopDay {
  readonly day: Day;
  readonly visitors: number;
  readonly placed: { readonly buyers: number; readonly units: number; readonly salesMinor: number };
  readonly paid: {
    readonly buyers: number;
    readonly newBuyers: number;
    readonly units: number;
    readonly orders: number;
    readonly salesMinor: number;
  };
  readonly refundedMinor: number;
  readonly newFollowers: number;
  readonly followers: number;
  /** Description, service, shipping, and the experience score. */
  readonly scores: readonly number[];
}

/** Every day of the shop. */
export function tmallShopDays(world: World): ShopDay[] {
  const { axis } = world;
  const orders = world.truth.orders.filter((order) => order.store === 'tmall');
  const paidOn = (order: DemoOrder) => (order.paidAt === null ? -1 : axis.indexOf(localTime(order.paidAt, 'shanghai').day));
  const [placed, paid, refunded] = [byDay(axis.count, orders, ({ day }) => day), byDay(axis.count, orders, paidOn), axis.days.map(() => 0)];
  for (const { returned } of orders.flatMap((order) => order.lines))
    if (returned) refunded[returned.day] = at(refunded, returned.day) + returned.amountMinor;
  const known = new Set<number>();
  const rng = createRng(world.truth.seed, 'tmall/shop');
  let followers = FOLLOWERS_AT_FIRST;
  let scores = SCORES;
  return axis.days.map((day, t) => {
    const payers = new Set(at(paid, t).map(({ buyer }) => buyer));
    const newBuyers = [...payers].filter((buyer) => !known.has(buyer)).length;
    for (const buyer of payers) known.add(buyer);
    const placers = new Set(at(placed, t).map(({ buyer }) => buyer)).size;
    const visits = world.truth.listings.filter(({ store }) => store === 'tmall').reduce((sum, { daily }) => sum + at(daily.sessions, t), 0);
    const visitors = Math.max(placers, payers.size, Math.round(visits * VISITORS_PER_VISIT));
    const newFollowers = Math.round(visitors * rng.between(0.008, 0.016)) + Math.round(payers.size * 0.2);
    followers += newFollowers;
    scores = scores.map((score) => Math.min(4.95, Math.max(4.55, score + rng.between(-0.004, 0.004))));
    return {
      ...{ day, visitors, newFollowers, followers, refundedMinor: at(refunded, t), scores },
      placed: { buyers: placers, ...sums(at(placed, t)) },
      paid: { buyers: payers.size, newBuyers, orders: at(paid, t).length, ...sums(at(paid, t)) },
    };
  });
}

function byDay(count: number, orders: readonly DemoOrder[], dayOf: (order: DemoOrder) => number): DemoOrder[][] {
  const days: DemoOrder[][] = Array.from({ length: count }, () => []);
  for (const order of orders) days[dayOf(order)]?.push(order);
  return days;
}

function sums(orders: readonly DemoOrder[]): { units: number; salesMinor: number } {
  const lines = orders.flatMap((order) => order.lines);
  return {
    units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    salesMinor: lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity - line.discountMinor, 0),
  };
}

export function tmallShopFiles(world: World): DemoFile[] {
  const days = tmallShopDays(world);
  const reviews = tmallReviews(world);
  return orderDownloads(world.axis.first, world.axis.last).map(({ from, to, on }) => {
    const rows = days
      .filter(({ day }) => day >= from && day <= to)
      .map((day) =>
        shopRow(
          day,
          reviews.filter((review) => review.day === day.day),
        ),
      );
    return demoFile(`tmall/生意参谋 店铺 ${from}..${to}.csv`, encoded(csv([SYCM_SHOP_HEADER, ...rows], '\r\n'), 'gbk'), 'tmall', on);
  });
}

function shopRow(
  { day, visitors, placed, paid, refundedMinor, followers, newFollowers, scores }: ShopDay,
  reviews: readonly { stars: number }[],
): string[] {
  const count = (isCounted: (stars: number) => boolean) => String(reviews.filter(({ stars }) => isCounted(stars)).length);
  const conversion = visitors === 0 ? '-' : `${((paid.buyers / visitors) * 100).toFixed(2)}%`;
  const perBuyer = paid.buyers === 0 ? '-' : money(Math.round(paid.salesMinor / paid.buyers));
  return [
    ...[day, visitors, Math.round(visitors * PAGES_PER_VISITOR), Math.round(visitors * 0.09), Math.round(visitors * 0.04)].map(String),
    ...[String(placed.buyers), String(placed.units), money(placed.salesMinor)],
    ...[paid.buyers, paid.newBuyers, paid.buyers - paid.newBuyers, paid.units, paid.orders].map(String),
    ...[money(paid.salesMinor), conversion, perBuyer, money(refundedMinor), String(followers), String(newFollowers)],
    ...[String(reviews.length), count((stars) => stars >= 4), count((stars) => stars <= 2)],
    ...scores.map((score) => score.toFixed(2)),
  ];
}
