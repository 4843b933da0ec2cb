/**
 * Sheet of items with their SKUs (商品发布模板) as Tmall's batch editing exports it: the header in the third row, one row a SKU, the item's cells on each.
 * The item and the SKU both have a 商家编码: the later column is the SKU's. An export of items without variations lacks all SKU columns; it is
 * another report. From the tests of a program that reads the download.
 */
import { column, defineReport, required } from '../define.js';

export const taobaoItemSheet = defineReport({
  id: 'taobao.item-sheet',
  platform: 'taobao',
  report: '商品发布模板 (items with SKUs)',
  fills: ['listings', 'stock'],
  certainty: 'B',
  source: 'headers in the tests of a program that reads the download',
  download: '千牛 > 商品 > 批量工具 > 批量编辑 > 导出商品',
  columns: [
    required('productId', '商品Id', '商品ID', '宝贝ID'),
    required('variationId', 'skuId', 'SKU ID'),
    required('title', '商品标题', '宝贝标题'),
    column('category', '类目名称'),
    column('variation', '销售属性'),
    { ...column('sku', '商家编码'), lastOfName: true },
    required('price', '价格 ({currency})', '价格'),
    required('available', '数量', '库存'),
  ],
  hasOneOf: ['一口价', '导购标题', '销售属性', '属性对'],
  unit: ['productId'],
  listingKey: ['productId', 'variationId'],
  productKey: 'productId',
  currency: 'CNY',
  stock: [{ location: { name: 'Taobao' }, available: ['available'] }],
});
