/** Alipay (Taobao, Tmall), JD, Pinduoduo and Douyin: how their bills name what they book. */
import type { MoneyReport, MoneyWord } from './word.js';

/** Names of fees that the bills share. */
const FEES: readonly MoneyWord[] = [
  { line: 'transfers', type: /提现|转账|充值|保证金|余额宝|理财/ },
  { line: 'transfers', text: /提现|保证金|转账|充值/ },
  { line: 'insurance', type: /保险|运费险|保费/, per: 'unit' },
  { line: 'insurance', text: /保险|运费险|保费/, per: 'unit' },
  { line: 'ads', type: /推广|直通车|万相台|广告|京准通|千川/ },
  { line: 'ads', text: /推广|直通车|万相台|广告费|京准通|千川/ },
  { line: 'affiliate_commission', type: /淘宝客|淘客|达人|带货|多多进宝|联盟/, per: 'sales' },
  { line: 'affiliate_commission', text: /淘宝客|淘客|达人|带货|多多进宝|联盟/, per: 'sales' },
  { line: 'subsidies', type: /补贴|立减|红包补/ },
  { line: 'subsidies', text: /补贴|平台立减/ },
  { line: 'penalties', type: /罚款|违规|赔付|违约/ },
  { line: 'penalties', text: /罚款|违规|赔付|违约|小额打款/ },
  { line: 'shipping_costs', type: /运费|快递|物流|取件/ },
  { line: 'commission', refunded: 'commission_returned', type: /佣金|扣点|软件服务费|技术服务费/, per: 'sales' },
  { line: 'commission', refunded: 'commission_returned', text: /佣金|扣点|软件服务费|技术服务费|积分/, per: 'sales' },
  { line: 'payment_fees', type: /手续费|交易服务费|支付服务费/, per: 'sales' },
  { line: 'payment_fees', text: /手续费|交易服务费|花呗|信用卡|支付服务费/, per: 'sales' },
  { line: 'subscription', text: /年费|软件订购|服务市场/ },
];

export const CHINESE: readonly MoneyReport[] = [
  {
    format: 'taobao.alipay-statement',
    tells: 'payments',
    sale: ['交易付款', '在线支付', '交易收款'],
    refund: ['交易退款', '退款', '退款（交易退款）'],
    readsTexts: true,
    words: [
      { line: 'payments', refunded: 'refunds', type: /^(交易付款|在线支付|交易收款|交易退款|退款（交易退款）|退款)$/ },
      ...FEES,
      { line: 'shipping_costs', text: /运费|快递|物流/ },
    ],
    effectiveFrom: '2015-01-01',
    source: '业务类型 and 业务描述 in public readers of the file, 2015 to 2026',
    certainty: 'B',
  },
  {
    format: 'jd.settlement',
    tells: 'payments',
    sale: ['货款/收入'],
    refund: ['货款/支出', '退货金额', '售后卖家赔付费', '价保扣款', '价保返佣'],
    words: [
      { line: 'payments', refunded: 'refunds', type: /^(货款|退货金额)$/ },
      { line: 'shipping_income', type: /^(代收)?配送费$|^运费$/ },
      { line: 'refunds', type: /^价保/ },
      ...FEES,
    ],
    effectiveFrom: '2020-01-01',
    source: '费用名称 in the tests of a program that reads real files',
    certainty: 'B',
  },
  {
    format: 'pinduoduo.bill',
    tells: 'payments',
    sale: ['交易收入'],
    refund: ['交易退款', '退款'],
    readsTexts: true,
    words: [{ line: 'payments', refunded: 'refunds', type: /^(交易收入|交易退款|退款)$/ }, ...FEES],
    effectiveFrom: '2022-01-01',
    source: '账务类型 and 业务描述 in the tests of a program that reads real files of 2026',
    certainty: 'B',
  },
  {
    format: 'douyin.transactions',
    // An order's settlement is what is left of it after all fees: the order would tell more than what came.
    tells: 'itemised',
    sale: ['货款结算入账', '订单结算'],
    refund: ['订单退款', '货款退款', '退款'],
    readsTexts: true,
    words: [{ line: 'sales', refunded: 'refunds', type: /^(货款结算入账|订单结算|订单退款|货款退款|退款)$/ }, ...FEES],
    effectiveFrom: '2024-01-01',
    source: '动账场景 in public readers of 2026; the amount of a settlement is the net of its fees',
    certainty: 'C',
  },
];
