/**
 * Settlement (对账, 货款): one row a fee or payment of an order under its name (货款, 佣金, 运费保险服务费 …), with a sign. Two forms: until July 2026 with
 * 收支方向 and 结算状态, a note in the first row; from August 2026 with 费用分类 in its place, the number of the settlement and no state.
 *
 * Rows that are not settled yet (结算状态) have no day of their own there: they count on the day on which the bill was made.
 */
import { column, defineReport, required } from '../define.js';

export const jdSettlement = defineReport({
  id: 'jd.settlement',
  platform: 'jd',
  report: '对账单, 结算明细',
  fills: ['transactions'],
  certainty: 'A-',
  source: 'both headers whole in the tests of a program that reads real files, with rows',
  download: '京麦 (商家后台) > 结算管理 > 订单结算明细 / 结算单 > 下载',
  notes: [
    'money back for returned goods stands under the name of what was paid (货款) with a minus',
    'the report until July 2026 also lists what is not settled yet',
  ],
  columns: [
    required('orderId', '订单编号', '订单号'),
    required('postedAt', '结算时间', '到账时间', '预计结算时间'),
    { ...column('day', '账单生成时间', '结算时间'), strip: /\s.*$/ },
    column('settlementId', '结算单号'),
    column('transactionId', '商户订单号'),
    required('transactionType', '费用名称'),
    column('amountType', '费用分类', '收支方向'),
    column('description', '资金动账备注'),
    column('productId', '商品编号'),
    column('title', '商品名称'),
    column('quantity', '商品数量'),
    required('amount', '应结金额'),
    column('currency', '币种'),
  ],
  hasOneOf: ['父单号', '商户订单号', '结算主体'],
  not: ['账务流水号', '动账方向'],
  people: {},
  noText: /^-+$/,
  ignore: [{ rule: 'totals', firstCell: /^\s*(总计|合计|汇总)\s*[:：]?/ }],
  unit: ['day'],
  currency: 'CNY',
  period: 'rows',
  grain: 'transaction',
});
