/**
 * Orders of Qoo10 in Japan (配送/キャンセル/未受取 list, as it is downloaded to ship): CP932, a row an item with an order number of its own; カート番号 is what was
 * paid together. 45 columns. The price is that of one piece, with what its options add; 割引額 is taken off.
 *
 * The header comes from three public programs that read or write the file; real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const qoo10Orders = defineReport({
  id: 'qoo10.orders',
  platform: 'qoo10',
  report: '注文情報 (配送管理)',
  fills: ['orders'],
  certainty: 'B',
  source: 'header in several public programs that read or write the file',
  download: 'QSM > 配送/キャンセル/未受取 > 配送管理 > 詳細照会 > エクセルダウンロード (CSV)',
  notes: [
    'the amount of a line is 販売価格 × quantity, before discounts; total is 注文金額の合計, paid what the buyer settled',
    'cancelled orders are in another list: those that are cancelled after the download stay sold until it says so',
  ],
  columns: [
    required('orderId', '注文番号'),
    required('orderStatus', '配送状態'),
    required('orderedAt', '注文日'),
    column('paidAt', '入金日'),
    required('productId', '商品番号'),
    required('title', '商品名'),
    required('quantity', '数量'),
    { ...column('sku', 'オプションコード', '販売者商品コード'), firstFilled: true },
    column('variation', 'オプション情報'),
    { ...column('gtin', 'JANコード'), only: /^\d{8,14}$/ },
    column('unitPrice', '販売価格'),
    column('orderDiscount', '割引額'),
    column('orderTotal', '注文金額の合計'),
    column('orderPaid', '購入者決済金額'),
    column('currency', '通貨'),
  ],
  hasOneOf: ['カート番号', '販売者商品コード', '供給原価の合計'],
  not: ['商品管理番号'],
  people: { buyer: ['購入者名', '購入者電話番号'] },
  unit: ['orderId'],
  currency: 'JPY',
  states: { cancelled: /キャンセル|取消/, pending: /入金待ち/ },
});
