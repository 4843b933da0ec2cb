/**
 * Stock of 旺店通 (库存管理, 库存明细): one row a SKU (商家编码) in a warehouse. Some sixty columns, all named in one public reader of real files; the cost price is
 * there for who may see it.
 */
import { column, defineReport, required } from '../define.js';

export const erpWangdiantongStock = defineReport({
  id: 'erp.wangdiantong-stock',
  platform: 'erp',
  report: '旺店通 库存明细',
  fills: ['stock', 'costs'],
  certainty: 'B',
  source: 'column titles in the program’s own public source, its API’s words and one public reader of real files; cost from memory',
  download: '旺店通 > 库存 > 库存管理 > 导出',
  notes: ['what orders hold is 未付款量, 待审核量 and 待发货量 together'],
  columns: [
    required('sku', '商家编码'),
    column('gtin', '条码', '主条码'),
    column('parentSku', '货品编号'),
    column('title', '货品名称', '货品简称'),
    column('variation', '规格名称'),
    column('brand', '品牌'),
    column('location', '仓库', '仓库名称', '仓库编号'),
    required('onHand', '库存', '库存量', '库存数量'),
    required('available', '可发库存', '可发货库存', '可用库存', '实际可发库存'),
    column('reservedOrders', '未付款量'),
    column('reservedProcessing', '待审核量'),
    column('committed', '待发货量'),
    column('reserved', '锁定量'),
    column('inbound', '采购在途', '采购在途量'),
    column('unitCost', '成本价', '库存成本价', '平均成本价'),
    column('supplier', '主供应商', '供应商'),
  ],
  hasOneOf: ['货品编号', '货品名称', '规格名称', '警戒库存下限'],
  not: ['订单占有数', '待到货量', '订单编号', '货品标题', '销售属性'],
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
      committed: ['reservedOrders', 'reservedProcessing', 'committed'],
      reserved: ['reserved'],
      inbound: ['inbound'],
    },
  ],
});
