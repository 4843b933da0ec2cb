/**
 * Bill of the shop's account (账务明细): every movement of the money that buyers paid. GBK; the title, the period and a dashed line stand above the
 * header, notes may stand below. It shares its columns with the statement of Alipay, which has a number for each movement and this has not. The order is
 * the 商户订单号; what the movement is stands in 业务描述 (`0010002|交易收入-订单收入`).
 *
 * Transfers to the bank, to the ad account and deposits are movements too: leave them out of a profit.
 */
import { column, defineReport, required } from '../define.js';

export const pinduoduoBill = defineReport({
  id: 'pinduoduo.bill',
  platform: 'pinduoduo',
  report: '账务明细 (货款明细)',
  fills: ['transactions'],
  certainty: 'A-',
  source: 'header, lines above it and rows in the tests of a program that reads real files of 2026',
  download: '拼多多商家后台 > 账户资金 > 货款账户 > 账务明细 > 导出',
  notes: [
    'withdrawals (提现), money moved to the ad account and deposits are rows too: leave them out of a profit',
    'a day is told whole: a download that ends within a day is replaced by the next that holds the day',
  ],
  columns: [
    required('orderId', '商户订单号'),
    required('postedAt', '发生时间'),
    required('transactionType', '账务类型'),
    column('description', '业务描述'),
    column('amountType', '费项'),
  ],
  parts: {
    kind: 'money',
    columns: [
      { part: '收入', names: ['收入金额(+元)', '收入金额'] },
      { part: '支出', names: ['支出金额(-元)', '支出金额'], isDeducted: 'either' },
    ],
  },
  hasOneOf: ['收入金额(+元)', '收入金额'],
  not: ['账务流水号', '业务流水号', '账户余额(元)', '业务类型', '业务基础订单号'],
  ignore: [{ rule: 'notes of the bill', firstCell: /^\s*(#|-{4,}|导出时间|起始时间|(总|合)计|(收入|支出)(合计|总)|共)/ }],
  people: {},
  noText: /^-+$/,
  days: [{ day: 'day', of: 'postedAt' }],
  unit: ['day'],
  currency: 'CNY',
  period: 'rows',
  grain: 'transaction',
});
