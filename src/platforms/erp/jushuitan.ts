/**
 * Stock of 聚水潭 (商品库存): one row a SKU (商品编码) of a 款式, over all warehouses or, where the export says it, in one (仓库). The cost price is in some exports. The names
 * come from seven public readers of real files; which columns there are is the user's choice.
 *
 * 可用数 is what may still be sold: on hand and virtual stock without what orders hold. 进货仓 and 销退仓 are other places and not in it.
 */
import { column, defineReport, required } from '../define.js';

export const erpJushuitanStock = defineReport({
  id: 'erp.jushuitan-stock',
  platform: 'erp',
  report: '聚水潭 商品库存',
  fills: ['stock', 'costs'],
  certainty: 'B',
  source: 'names of the columns in seven public readers of real files; cost and supplier from exports of product data',
  download: '聚水潭 (erp321.com) > 库存 > 商品库存 > 导出',
  notes: [
    'stock that is only promised (虚拟库存) is in what is available',
    'of 可用数 and 公有可用数 the first counts: the second leaves out what is set aside for a channel',
  ],
  columns: [
    required('sku', '商品编码', '商品代码'),
    column('parentSku', '款式编码', '款式编号'),
    column('title', '商品名称', '名称'),
    column('option1', '颜色'),
    column('option2', '规格', '颜色规格'),
    column('gtin', '国标码', '条形码'),
    column('location', '仓库', '仓储方', '仓库名称'),
    required('onHand', '实际库存数', '主仓实际库存数', '主仓实际库存', '实际库存', '数量'),
    column('available', '可用数', '公有可用数'),
    column('committed', '订单占有数', '订单占有'),
    column('reserved', '库存锁定数', '库存锁定'),
    column('unsellable', '次品库存', '次品仓库存'),
    column('inbound', '采购在途数', '采购在途'),
    column('unitCost', '成本价', '采购价'),
    column('supplier', '供应商名称', '供应商'),
  ],
  hasOneOf: ['订单占有数', '订单占有', '公有可用数', '进货仓库存', '销退仓库存'],
  not: ['销售数量', '可发库存', '货品编号', '待到货量'],
  ignore: [
    { rule: 'totals', blank: ['sku'] },
    { rule: 'totals', firstCell: /^\s*(总计|合计|汇总)/ },
  ],
  unit: ['sku'],
  currency: 'CNY',
  period: 'snapshot',
  grain: 'cost',
  stock: [
    {
      location: { field: 'location' },
      onHand: ['onHand'],
      available: ['available'],
      committed: ['committed'],
      reserved: ['reserved'],
      unsellable: ['unsellable'],
      inbound: ['inbound'],
    },
  ],
});
