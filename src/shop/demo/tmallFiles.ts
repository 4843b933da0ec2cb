/**
 * Tmall: the item package (UTF-16LE with byte order mark, tabs, three header rows) at two dates, and the order detail list
 * (宝贝报表; GBK, CRLF, ids guarded as ="…") by quarter and for the last 30 days. An unpaid order closes after a day, a sent
 * one is confirmed by itself after ten; a return shows as 退款成功 with its amount.
 */
import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';
import { BRAND_ZH } from './catalogue.js';
import { localTime } from './days.js';
import { type DemoFile, demoFile, downloadInstant } from './demoFile.js';
import { csv, encoded, money } from './encode.js';
import { identifier, type Listing } from './listings.js';
import { at } from './rng.js';
import { orderDownloads } from './shopifyOrders.js';
import { LAUNCH } from './stories.js';
import type { DemoOrder, DemoOrderLine } from './truth.js';
import type { World } from './world.js';

export const ITEM_KEYS =
  'title,cid,seller_cids,stuff_status,location_state,location_city,item_type,price,auction_increment,num,valid_thru,freight_payer,post_fee,ems_fee,express_fee,has_invoice,has_warranty,approve_status,has_showcase,list_time,description,cateProps,postage_id,has_discount,modified,upload_fail_msg,picture_status,auction_point,picture,video,skuProps,inputPids,inputValues,outer_id,propAlias,auto_fill,num_id,local_cid,navigation_type,user_name,syncStatus,is_lighting_consigment,is_xinpin,foodparame,features,buyareatype,global_stock_type,global_stock_country,sub_stock_type,item_size,item_weight,sell_promise,custom_design_flag,wireless_desc,barcode,sku_barcode,newprepay,subtitle,cpv_memo,input_custom_cpv,qualification,add_qualification,o2o_bind_service,tmall_extend,product_combine,tmall_item_prop_combine,taoschema_extend'.split(
    ',',
  );
export const ITEM_NAMES =
  '宝贝名称,宝贝类目,店铺类目,新旧程度,省,城市,出售方式,宝贝价格,加价幅度,宝贝数量,有效期,运费承担,平邮,EMS,快递,发票,保修,放入仓库,橱窗推荐,开始时间,宝贝描述,宝贝属性,邮费模版ID,会员打折,修改时间,上传状态,图片状态,返点比例,新图片,视频,销售属性组合,用户输入ID串,用户输入名-值对,商家编码,销售属性别名,代充类型,数字ID,本地ID,宝贝分类,用户名称,宝贝状态,闪电发货,新品,食品专项,尺码库,采购地,库存类型,国家地区,库存计数,物流体积,物流重量,退换货承诺,定制工具,无线详情,商品条形码,sku 条形码,7天退货,宝贝卖点,属性值备注,自定义属性值,商品资质,增加商品资质,关联线下服务,tmall扩展字段,产品组合,tmall属性组合,taoschema扩展字段'.split(
    ',',
  );
export const TMALL_ORDER_HEADER =
  '子订单编号,主订单编号,商家编码,外部系统编号,商品标题,商品价格,购买数量,商品属性,套餐信息,订单状态,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,物流单号,物流公司'.split(
    ',',
  );

const CONFIRMED_AFTER = 10 * 86_400;

export function tmallFiles(world: World): DemoFile[] {
  const morning = addDays(world.axis.last, 1);
  const days = [addDays(morning, -90), morning];
  const packages = days.map((day) => demoFile(`tmall/item_package_${day}.csv`, itemPackage(world, day), 'tmall', day));
  const orders = world.truth.orders.filter((order) => order.store === 'tmall');
  const downloads = orderDownloads(world.axis.first, world.axis.last).map(({ from, to, on }) => {
    const bytes = orderReport(world, orders, world.axis.indexOf(from), world.axis.indexOf(to), on);
    return demoFile(`tmall/ExportItemlList${on.replaceAll('-', '')}0600.csv`, bytes, 'tmall', on);
  });
  return [...packages, ...uniquePaths(downloads)];
}

/** Two downloads in the same minute: the browser numbers the second. */
function uniquePaths(files: readonly DemoFile[]): DemoFile[] {
  return files.map((file, i) => {
    const earlier = files.slice(0, i).filter((other) => other.path === file.path).length;
    return earlier === 0 ? file : { ...file, path: file.path.replace('0600.csv', `060${earlier}.csv`) };
  });
}

function itemPackage(world: World, day: Day): Uint8Array {
  const t = world.axis.indexOf(day) - 1;
  const items = new Map<string, Listing[]>();
  for (const listing of world.listings) {
    if (listing.store !== 'tmall') continue;
    if (listing.code === LAUNCH.code && t < world.axis.count - 1 - LAUNCH.daysBeforeLast - 10) continue;
    items.set(listing.itemId, [...(items.get(listing.itemId) ?? []), listing]);
  }
  const rows = [...items.values()].map((variants) => itemRow(world, variants, t, day));
  const lines = [['version 1.00'], ITEM_KEYS, ITEM_NAMES, ...rows].map((row) => row.map(quoteTab).join('\t'));
  return encoded(`${lines.join('\r\n')}\r\n`, 'utf-16le');
}

function quoteTab(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function itemRow(world: World, variants: readonly Listing[], t: number, day: Day): string[] {
  const first = at(variants, 0);
  const price = (listing: Listing) => at(at(world.prices, listing.index).listMinor, t);
  const stock = (listing: Listing) => at(world.pools.get(listing.pool)?.closing ?? [], t);
  const skus = variants.map((listing, i) => `${money(price(listing))}:${stock(listing)}:${listing.code}:1627207:${28_320 + i};`);
  const names = variants.map((listing, i) => `1627207:${28_320 + i}:${listing.variant[7] ?? ''};`);
  const isSingle = variants.length === 1;
  // biome-ignore format: columns of one subject stand together
  const cells: Readonly<Record<string, string>> = {
    title: first.title, cid: `5000${identifier(`cid/${first.family.type}`, '0123456789', 4)}`, stuff_status: '1',
    location_state: '浙江', location_city: '杭州', item_type: '1', price: money(Math.min(...variants.map(price))),
    num: String(variants.reduce((sum, listing) => sum + stock(listing), 0)), valid_thru: '7', freight_payer: '2', has_invoice: '1',
    approve_status: '0', has_showcase: '0', description: `<p>${BRAND_ZH} ${first.family.zhTitle ?? ''}</p>`, postage_id: '11420056870',
    modified: `${day} 05:50:00`, picture: `${identifier(`picture/${first.itemId}`, '0123456789abcdef', 32)}:1:0:|;`,
    skuProps: isSingle ? '' : skus.join(''), propAlias: isSingle ? '' : names.join(''),
    outer_id: isSingle ? first.code : first.family.code, num_id: first.itemId, syncStatus: '1', sub_stock_type: '2',
    item_weight: String(first.family.grams / 1000), newprepay: '1', subtitle: '厂家直发 破损包赔',
  };
  return ITEM_KEYS.map((key) => cells[key] ?? '');
}

function orderReport(world: World, orders: readonly DemoOrder[], first: number, last: number, on: Day): Uint8Array {
  const knownAt = downloadInstant(on, 'tmall');
  const knownDay = world.axis.indexOf(on) - 1;
  const rows = orders
    .filter((order) => order.day >= first && order.day <= last)
    .sort((a, b) => b.createdAt - a.createdAt)
    .flatMap((order) => order.lines.map((line, i) => orderRow(world, order, line, i, knownAt, knownDay)));
  return encoded(csv([TMALL_ORDER_HEADER, ...rows], '\r\n'), 'gbk');
}

function orderRow(world: World, order: DemoOrder, line: DemoOrderLine, i: number, knownAt: number, knownDay: number): string[] {
  const listing = at(world.listings, line.listing);
  const due = line.unitPriceMinor * line.quantity - line.discountMinor;
  const returned = line.returned && line.returned.day <= knownDay ? line.returned : null;
  const isSent = order.shippedAt !== null && order.shippedAt <= knownAt;
  const isPaid = order.paidAt !== null && order.paidAt <= knownAt;
  const property = listing.variant[7] ?? '';
  return [
    guard(order.lines.length === 1 ? order.id : childId(order.id, i)),
    guard(order.id),
    listing.code,
    listing.code,
    listing.title,
    money(line.unitPriceMinor),
    String(line.quantity),
    property === '' ? '' : `颜色分类:${property}`,
    '',
    statusOf(order, knownAt),
    money(due),
    isPaid ? money(due) : '0.00',
    returned ? '退款成功' : '没有申请退款',
    returned ? money(returned.amountMinor) : '0.00',
    stamp(order.createdAt),
    isPaid ? stamp(order.paidAt) : '',
    isSent ? `SF${identifier(`parcel/${order.id}`, '0123456789', 13)}` : '',
    isSent ? '顺丰速运' : '',
  ];
}

function statusOf(order: DemoOrder, knownAt: number): string {
  if (order.cancelledAt !== null && order.cancelledAt <= knownAt) return '交易关闭';
  if (order.paidAt === null || order.paidAt > knownAt) return '等待买家付款';
  if (order.shippedAt === null || order.shippedAt > knownAt) return '买家已付款，等待卖家发货';
  return order.shippedAt + CONFIRMED_AFTER <= knownAt ? '交易成功' : '卖家已发货，等待买家确认';
}

/** The lines of an order of several have numbers of their own: the order's, its counter one and more higher. */
function childId(orderId: string, position: number): string {
  return `${orderId.slice(0, 1)}${Number(orderId.slice(1, 13)) + position + 1}${orderId.slice(13)}`;
}

function guard(id: string): string {
  return `="${id}"`;
}

function stamp(instant: number | null): string {
  if (instant === null) return '';
  const { day, time } = localTime(instant, 'shanghai');
  return `${day} ${time}`;
}
