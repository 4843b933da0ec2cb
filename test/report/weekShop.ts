/**
 * Two stores worked out by hand, as their exports. Their morning is Monday 16 November 2026, 6 a.m. in Los Angeles.
 *
 * `us` (Amazon): the worked example of the decomposition, in two weeks.
 *
 * | | W45, 2–8 Nov | W46, 9–15 Nov |
 * |---|---|---|
 * | orders | 200 of 50.00: KETTLE 120, MUG 80 | 216 of 55.00: KETTLE 96, MUG 120 |
 * | sales | 10,000.00 | 11,880.00 |
 * | sessions | 10,000 (KETTLE 6,000, MUG 4,000) | 12,000 (KETTLE 6,000, MUG 6,000) |
 * | ads | no report | 140.00 spent, 7,000 impressions, 350 clicks, 420.00 and 7 orders attributed |
 *
 * `shop` (Tmall): a 订单报表 of whole orders that does not tell pieces, and 生意参谋: one row a day and one of the week.
 *
 * | | W45 | W46 |
 * |---|---|---|
 * | orders | 7 of 100.00 | 14 of 100.00, of which 1 refunded |
 * | visitors | 140 a day, no report of the week | 200 a day; of the week 900, of whom 90 put into the cart, 12 bought |
 * | sources | | search 500 visitors, 50 carts, 8 buyers; ads 300, 12, 2 |
 */
import { addDays, type Day } from '../../src/core/day.js';
import type { TestContext } from '../cli/testContext.js';
import { ordersFile, type TinyOrder, trafficFile, writeExport } from './tinyShop.js';

export const MONDAY = '2026-11-16T14:00:00Z';
const DOWNLOADED = Date.parse('2026-11-16T13:00:00Z') / 1000;
const MONDAY_45 = '2026-11-02' as Day;
const MONDAY_46 = '2026-11-09' as Day;

function week(monday: Day, kettles: number, mugs: number, price: string): TinyOrder[] {
  return Array.from({ length: kettles + mugs }, (_, at) => ({
    id: `${monday}-${at}`,
    day: addDays(monday, at % 7),
    sku: at < kettles ? 'KETTLE' : 'MUG',
    price,
  }));
}

function traffic(kettle: number, mug: number, kettles: number, mugs: number, price: number): string {
  const row = (child: string, sessions: number, units: number) => ({
    parent: 'B0PARENT',
    child,
    sessions,
    views: sessions,
    buyBox: '90.00%',
    units,
    sales: (units * price).toFixed(2),
  });
  return trafficFile([row('B0KETTLE', kettle, kettles), row('B0MUG', mug, mugs)]);
}

function ads(): string {
  const header =
    'Date,Portfolio name,Currency,Campaign Name,Ad Group Name,Targeting,Match Type,Customer Search Term,Impressions,Clicks,Spend,7 Day Total Sales ,7 Day Total Orders (#)';
  const rows = Array.from({ length: 7 }, (_, at) => `"Nov ${9 + at}, 2026",All,USD,Mugs,One,mug,EXACT,mug,1000,50,$20.00,$60.00,1`);
  return `${[header, ...rows].join('\n')}\n`;
}

function tmallOrders(): string {
  const header =
    '订单编号,买家会员名,买家应付货款,买家应付邮费,总金额,买家实际支付金额,退款金额,订单状态,订单创建时间,订单付款时间,宝贝标题';
  const rows = Array.from({ length: 21 }, (_, at) => {
    const day = at < 7 ? addDays(MONDAY_45, at) : addDays(MONDAY_46, (at - 7) % 7);
    // Every second buyer of the second week had ordered in the first.
    const buyer = at < 7 ? `b${at}` : `b${at % 2 === 0 ? at - 7 : at}`;
    const refund = at === 20 ? '100.00' : '0.00';
    return `26000000000${100 + at},${buyer},100.00,0.00,100.00,100.00,${refund},交易成功,${day} 10:00:00,${day} 10:01:00,茶壶`;
  });
  return `${[header, ...rows].join('\n')}\n`;
}

function sycm(): string {
  const header =
    '统计日期,访客数,浏览量,加购人数,支付买家数,支付新买家数,支付老买家数,支付父订单数,支付件数,支付金额,成功退款金额,店铺粉丝数,直播间访客数,评价数,描述相符评分,服务态度评分,物流服务评分,综合体验分';
  const days = Array.from({ length: 14 }, (_, at) => {
    const isSecond = at >= 7;
    const figures = isSecond ? [200, 500, 20, 2, 1, 1, 2, 4] : [140, 300, 10, 1, 1, 0, 1, 2];
    const money = isSecond ? ['200.00', at === 13 ? '100.00' : '0.00'] : ['100.00', '0.00'];
    return [addDays(MONDAY_45, at), ...figures, ...money, 5000 + at, isSecond ? 30 : 20, 1, '4.80', '4.70', '4.60', '4.50'].join(',');
  });
  const whole = [
    '2026-11-09 ~ 2026-11-15',
    900,
    3500,
    90,
    12,
    5,
    7,
    14,
    28,
    '1400.00',
    '100.00',
    5013,
    150,
    7,
    '4.80',
    '4.70',
    '4.60',
    '4.50',
  ];
  return `${[header, ...days, whole.join(',')].join('\n')}\n`;
}

/** Sources of the week; of single days they are not added. */
function sources(): string {
  const header = '统计日期,流量来源,来源明细,访客数,浏览量,加购人数,支付买家数,支付金额';
  const week = '2026-11-09 ~ 2026-11-15';
  const rows = [
    [week, '手淘搜索', '搜索', 500, 2000, 50, 8, '900.00'],
    [week, '直通车', '关键词', 300, 1000, 12, 2, '250.00'],
    ['2026-11-09', '手淘搜索', '搜索', 90, 300, 9, 1, '100.00'],
  ];
  return `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;
}

export function writeWeekShop(context: TestContext): void {
  writeExport(
    context,
    'amazon/1234567890.txt',
    ordersFile([...week(MONDAY_45, 120, 80, '50.00'), ...week(MONDAY_46, 96, 120, '55.00')]),
    DOWNLOADED,
  );
  writeExport(context, 'us/BusinessReport 2026-11-02..2026-11-08.csv', traffic(6000, 4000, 120, 80, 50), DOWNLOADED + 60);
  writeExport(context, 'us/BusinessReport 2026-11-09..2026-11-15.csv', traffic(6000, 6000, 96, 120, 55), DOWNLOADED + 60);
  writeExport(context, 'us/Sponsored Products Search term report.csv', ads(), DOWNLOADED + 120);
  writeExport(context, 'shop/ExportOrderList.csv', tmallOrders(), DOWNLOADED + 180);
  writeExport(context, 'shop/sycm.csv', sycm(), DOWNLOADED + 240);
  writeExport(context, 'shop/sources.csv', sources(), DOWNLOADED + 300);
}
