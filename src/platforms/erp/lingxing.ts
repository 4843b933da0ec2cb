/**
 * Stock of 领星 (库存明细 of own and overseas warehouses): one row a SKU in a warehouse, with the cost of a unit (purchase and, apart, 头程). The names come from two
 * public programs that read or write the table, and from the fields of the API.
 */
import { column, defineReport, required } from '../define.js';

export const erpLingxingStock = defineReport({
  id: 'erp.lingxing-stock',
  platform: 'erp',
  report: '领星 库存明细',
  fills: ['stock', 'costs'],
  certainty: 'B',
  source: 'thirty columns of the export in a public reader of it, cost and supplier in another program and the API’s words',
  download: '领星 ERP > 仓库 > 库存明细 > 导出',
  notes: [
    'the cost is 单位库存成本 (purchase and fees), else the purchase price; 头程 is told apart and left out',
    'what is on its way to Amazon (FBA标发在途数量) and the ages are left out: Amazon’s own reports tell them',
  ],
  columns: [
    required('sku', 'SKU', '本地SKU'),
    column('title', '品名', '产品名称'),
    column('asin', 'ASIN'),
    column('brand', '品牌'),
    required('location', '仓库', '仓库名称'),
    column('onHand', '总库存', '实际总量', '实际库存总量'),
    required('available', '可用量'),
    column('reserved', '预留量/锁定量', '锁定量', '可用锁定量'),
    column('unsellable', '次品量'),
    column('inbound', '待到货量'),
    column('inboundShipped', '调拨在途', '调拨在途量'),
    column('unitCost', '单位库存成本', '采购单价'),
    column('supplier', '供应商'),
  ],
  hasOneOf: ['待到货量', '待检待上架量', '预留量/锁定量', '单位库存成本', 'FBA发货单待配货量'],
  not: ['商家编码', '订单占有数'],
  ignore: [
    { rule: 'totals', blank: ['sku'] },
    { rule: 'totals', firstCell: /^\s*(总计|合计|汇总)/ },
  ],
  noText: /^-+$/,
  unit: ['sku'],
  currency: 'CNY',
  period: 'snapshot',
  grain: 'cost',
  stock: [
    {
      location: { field: 'location' },
      onHand: ['onHand'],
      available: ['available'],
      reserved: ['reserved'],
      unsellable: ['unsellable'],
      inbound: ['inbound', 'inboundShipped'],
    },
  ],
});
