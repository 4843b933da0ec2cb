/**
 * Stock of 马帮 (库存明细): one row a SKU (库存SKU编号) in a warehouse and bin. What may be sold (可用库存量) is what lies in the bin without what orders (未发货量) and transfers
 * (分仓调拨未发货) hold. Costs are there for who may see them. A workbook, or a web page called .xls.
 *
 * The header stands whole in five public readers of real files of 2026, with costs in two.
 */
import { column, defineReport, required } from '../define.js';

export const erpMabangStock = defineReport({
  id: 'erp.mabang-stock',
  platform: 'erp',
  report: '马帮 库存明细',
  fills: ['stock', 'costs'],
  certainty: 'A-',
  source: 'the header whole in five public readers of real files of 2026',
  download: '马帮 ERP > 仓库 > 库存明细 > 导出',
  notes: ['inbound is what was ordered (在途量) and what is on its way from another warehouse (预调入量) together'],
  columns: [
    required('sku', '库存SKU编号', '库存SKU'),
    column('title', '中文名称', '商品名称'),
    column('brand', '一级品牌'),
    required('location', '仓库', '仓库名称'),
    column('onHand', '仓位库存', '库存总量'),
    required('available', '可用库存量', '可用库存'),
    column('committed', '未发货量'),
    column('reservedTransfers', '分仓调拨未发货', '分仓调拨未发货量'),
    column('inbound', '在途量'),
    column('inboundShipped', '分仓调拨预调入量'),
    column('inboundWorking', '海外仓预调入量'),
    column('unitCost', '成本价(RMB)', '成本价', '统一成本价'),
  ],
  personal: ['采购员'],
  not: ['订单占有数', '商家编码', '待到货量', '订单编号'],
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
      committed: ['committed'],
      reserved: ['reservedTransfers'],
      inbound: ['inbound', 'inboundShipped', 'inboundWorking'],
    },
  ],
});
