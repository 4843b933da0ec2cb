/**
 * Alipay statement (支付宝账务明细): every movement of the account that Taobao pays into. GBK, four lines of notes above the header and some below,
 * each starting with `#`. What came in and what went out stand in two columns, the second with or without a sign. An order of Taobao is named
 * by 业务基础订单号, older downloads have only the merchant's number: `T200P` and the order.
 *
 * Names from several public readers of the file, 2015 to 2026. The other party's account and the notes are dropped.
 */
import { column, defineReport, required } from '../define.js';

export const taobaoAlipayStatement = defineReport({
  id: 'taobao.alipay-statement',
  platform: 'taobao',
  report: '支付宝 账务明细',
  fills: ['transactions'],
  certainty: 'B',
  source: 'public readers of the file, 2015 to 2026',
  download: 'b.alipay.com > 对账中心 > 账务明细 > 下载 (CSV)',
  notes: ['a day is told whole: a download that ends within a day is replaced by the next that holds the day'],
  columns: [
    required('transactionId', '账务流水号'),
    column('reference', '业务流水号'),
    required('postedAt', '发生时间', '入账时间'),
    { ...column('orderId', '业务基础订单号', '商户订单号'), firstFilled: true, strip: /^[\s"'=]*T200P/i },
    column('transactionType', '业务类型', '账务类型'),
    column('description', '业务描述', '业务账单来源'),
    column('balance', '账户余额 ({currency})', '账户余额'),
  ],
  parts: {
    kind: 'money',
    columns: [
      { part: '收入', names: ['收入金额(+元)', '收入金额', '收入(+元)'] },
      { part: '支出', names: ['支出金额(-元)', '支出金额', '支出(-元)'], isDeducted: 'either' },
    ],
  },
  hasOneOf: ['收入金额(+元)', '收入金额', '收入(+元)'],
  not: ['原始金额', '商户实收金额'],
  ignore: [{ rule: 'notes of the statement', firstCell: /^\s*#/ }],
  people: {},
  days: [{ day: 'day', of: 'postedAt' }],
  unit: ['day'],
  currency: 'CNY',
  period: 'rows',
  grain: 'transaction',
});
