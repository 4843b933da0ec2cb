/**
 * List of items on sale (出售中的宝贝, 千牛 商品管理), one row an item, by alias: no real download was seen. An item's variations are not in it.
 */
import { column, defineReport, required } from '../define.js';

export const taobaoItemsOnSale = defineReport({
  id: 'taobao.items-on-sale',
  platform: 'taobao',
  report: '出售中的宝贝 (商品列表)',
  fills: ['listings', 'stock'],
  certainty: 'M',
  source: 'names of the columns as 千牛 shows them, from memory, and in a public reader',
  download: '千牛 > 商品 > 我的宝贝 (出售中) > 导出',
  columns: [
    required('productId', '宝贝ID', '商品ID', '商品数字ID'),
    required('title', '宝贝标题', '商品标题', '宝贝名称', '商品名称'),
    required('price', '一口价', '价格', '宝贝价格', '商品价格'),
    required('available', '库存', '宝贝数量', '商品库存', '总库存', '库存数量'),
    column('sku', '商家编码', '外部编码', '商品编码'),
    column('gtin', '商品条形码', '条形码'),
    column('brand', '品牌'),
    column('category', '类目名称', '宝贝类目', '商品类目', '类目'),
    column('status', '宝贝状态', '商品状态', '状态'),
    column('url', '宝贝链接', '商品链接'),
  ],
  not: ['SKUID', 'SKU ID', 'skuId', '活动价格', '活动名称', '商品访客数', '订单编号', '访客数', '子订单编号', '月销量(件)', '店铺名称'],
  unit: ['productId'],
  listingKey: ['productId'],
  currency: 'CNY',
  stock: [{ location: { name: 'Taobao' }, available: ['available'] }],
});
