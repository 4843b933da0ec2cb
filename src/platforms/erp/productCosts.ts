/** Product data with costs of an ERP (聚水潭 普通商品资料, 领星 产品管理): one row a SKU, the cost of a piece, no stock. Names from public readers and from memory. */
import { column, defineReport, required } from '../define.js';

export const erpProductCosts = defineReport({
  id: 'erp.product-costs',
  platform: 'erp',
  report: '商品资料 with costs (聚水潭, 领星, 旺店通)',
  fills: ['costs'],
  certainty: 'B',
  source: 'names of the columns in public readers of exports of 聚水潭; those of 领星 and 旺店通 from memory',
  download: '聚水潭 > 商品 > 普通商品资料 > 导出; 领星 > 产品 > 产品管理 > 导出; 旺店通 > 货品 > 货品档案 > 导出',
  columns: [
    required('sku', '商品编码', 'SKU', '商家编码'),
    column('parentSku', '款式编码', 'SPU', '货品编号'),
    column('title', '商品名称', '品名', '货品名称'),
    column('gtin', '国标码', '条码'),
    required('unitCost', '成本价', '采购成本', '采购成本(CNY)', '采购单价', '采购价'),
    column('supplier', '供应商名称', '供应商', '默认供应商', '主供应商'),
    column('currency', '采购币种', '币种'),
  ],
  hasOneOf: ['款式编码', '默认供应商', '供应商名称', '采购交期', '采购成本(CNY)', '主供应商', '基本售价'],
  not: [
    ...[
      '实际库存数',
      '主仓实际库存数',
      '可用数',
      '可用量',
      '库存',
      '可发库存',
      '在庫残数',
      '订单号',
      '订单编号',
      '子订单编号',
      '内部订单号',
    ],
    ...['销售数量', '销售金额', '商品ID', '宝贝ID', '线上订单号', '采购单号', '仓库'],
  ],
  ignore: [
    { rule: 'totals', blank: ['sku'] },
    { rule: 'totals', firstCell: /^\s*(总计|合计|汇总)/ },
  ],
  noText: /^-+$/,
  unit: ['sku'],
  currency: 'CNY',
  period: 'snapshot',
  grain: 'cost',
});
