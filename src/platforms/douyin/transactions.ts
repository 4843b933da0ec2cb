/**
 * Movements of the money of a 抖店 (动账明细): one row a movement, its amount in 动账金额, with or without a minus: 动账方向 says whether it came in (入账)
 * or went out (出账). What a settlement is made of (the buyer's payment, subsidies, commission, fees) stands in further columns, which are left out: the
 * amount is the net of them. 视频号 exports a table with the same first columns.
 *
 * Names in several public readers; that the sign may be missing is held by the tests of one.
 */
import { column, defineReport, required } from '../define.js';

export const douyinTransactions = defineReport({
  id: 'douyin.transactions',
  platform: 'douyin',
  report: '抖店 动账明细',
  fills: ['transactions'],
  certainty: 'B',
  source: 'names of the columns in several public readers of 2026; both ways to write an amount in the tests of one',
  download: '抖店 > 资金 > 账单 > 动账明细 > 下载',
  notes: [
    'what came in is positive and what went out negative (动账方向), whatever sign the amount was written with',
    'the parts that the report lists beside the amount (fees, subsidies, refunds) are not kept: the amount is the net of them',
  ],
  columns: [
    required('postedAt', '动账时间'),
    required('transactionId', '动帐流水号', '动账流水号'),
    required('transactionType', '动账场景'),
    column('amountType', '计费类型'),
    column('orderId', '子订单号', '订单号'),
    column('settlementId', '结算单号'),
    required('description', '动账方向'),
    required('amount', '动账金额'),
  ],
  signedBy: { field: 'description', came: /入/, went: /出/ },
  people: {},
  noText: /^-+$/,
  ignore: [{ rule: 'totals', firstCell: /^\s*(总计|合计|汇总)/ }],
  days: [{ day: 'day', of: 'postedAt' }],
  unit: ['day'],
  currency: 'CNY',
  period: 'rows',
  grain: 'transaction',
});
