/**
 * Item package (数据包) of 淘宝助理 and of 千牛's batch editing: UTF-16 with tabs, from other tools with commas. Three rows of
 * header: `version 1.00`, machine names, Chinese names; the machine names are read. 68 columns in older files, 80 in newer.
 *
 * An item is known by its number on Taobao (`num_id`); one that was never uploaded has none, or 0, and is known by the seller's
 * own code, else by its title. The variations with their prices and quantities stand in one cell (`skuProps`) and stay as
 * written. Descriptions and pictures are left out.
 *
 * The columns come from public programs that write and read the file.
 */
import { column, defineReport, required } from '../define.js';

export const taobaoItemPackage = defineReport({
  id: 'taobao.item-package',
  platform: 'taobao',
  report: '宝贝数据包 (淘宝助理 CSV)',
  fills: ['listings', 'stock'],
  certainty: 'B',
  source: 'public programs that write and read the file',
  download: '千牛 > 商品 > 批量编辑 > 导出数据包',
  notes: ['price and quantity are those of the item; its variations stand in one cell, as written'],
  columns: [
    { ...required('productId', 'num_id'), only: /[1-9]/ },
    required('title', 'title'),
    required('price', 'price'),
    required('available', 'num'),
    required('sku', 'outer_id'),
    column('category', 'cid'),
    { ...required('status', 'approve_status'), words: { 0: '上架', 1: '仓库', onsale: '上架', instock: '仓库' } },
    { ...column('condition', 'stuff_status'), words: { 1: '全新', 2: '二手' } },
    { ...column('gtin', 'barcode'), only: /^[\s'"=]*\d/ },
  ],
  rowsAfterHeader: 1,
  unit: ['productId'],
  keyOr: ['sku', 'title'],
  listingKey: ['productId'],
  currency: 'CNY',
  stock: [{ location: { name: 'Taobao' }, available: ['available'] }],
  noAttributes: [
    /^(description|wireless_desc|picture|video|picture_status|upload_fail_msg|user_name)$/i,
    /^(syncStatus|local_cid|list_time|modified|valid_thru|auction_increment|taoschema_extend|tmall_extend)$/i,
  ],
});
