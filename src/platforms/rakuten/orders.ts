/**
 * Order file of RMS (受注データ CSV): CP932, a row an item of an order; what belongs to the order is repeated on each of its rows. 158 columns, of
 * which the seller may choose fewer in a template.
 *
 * The price is that of one unit as the item page has it, with tax or without (税込別). An amount that is not settled yet is -9999. Coupons of the
 * shop are its discount; those of Rakuten, and points, are paid to the shop by Rakuten. 合計金額 is before both, 請求金額 what the buyer still pays.
 * 項目・選択肢 is left out: buyers may write there.
 *
 * Until 2018 (R-Backoffice) orders were called 受注, an item was told by its page (商品URL) and an amount without value was -99999, as those headers
 * say themselves: 送料(-99999=無効値). Orders that were shipped together (同梱) keep amounts of their own.
 *
 * The header is that of a real file, whose rows hold buyers and were not opened; codes of states are those of the platform's order API. The header
 * until 2018 stands whole in two public programs that read and write the file.
 */
import { column, defineReport, required } from '../define.js';
import { ITEM_NAME, SKU_NUMBER } from './names.js';

/** Amounts that are not settled yet are -9999; until 2018, -99999. */
const SETTLED = /^(?!-9{1,2},?999$)/;

/** Until 2018. */
const OLD = '(-99999=無効値)';

export const rakutenOrders = defineReport({
  id: 'rakuten.orders',
  platform: 'rakuten',
  report: '受注データ CSV',
  fills: ['orders'],
  certainty: 'A-',
  source: 'the header of a real file, that until 2018 in two public programs; codes of states in the platform’s API documentation',
  download: 'RMS > 受注・決済管理 > 受注管理 > データダウンロード: 通常注文データ',
  notes: [
    'the amount of a line is price × quantity, with tax or without as the item page has it (税込別), before coupons and points',
    'the discount is the shop’s own coupons; total is 合計金額, paid is 請求金額: what is left after points and all coupons, which Rakuten pays out',
  ],
  columns: [
    required('orderId', '注文番号', '受注番号'),
    column('orderStatus', 'ステータス', '受注ステータス'),
    required('orderedAt', '注文日時'),
    { ...column('orderSubtotal', '商品合計金額'), only: SETTLED },
    { ...column('orderShipping', '送料合計', `送料${OLD}`), only: SETTLED },
    { ...column('orderTax', '外税合計', `消費税${OLD}`), only: SETTLED },
    { ...column('orderDiscount', '店舗発行クーポン利用額'), only: SETTLED },
    { ...column('orderTotal', '合計金額', `合計金額${OLD}`), only: SETTLED },
    { ...column('orderPaid', '請求金額', `請求金額${OLD}`), only: SETTLED },
    required('title', ...ITEM_NAME),
    required('productId', '商品管理番号', '商品URL'),
    column('variationId', ...SKU_NUMBER),
    { ...column('sku', 'システム連携用SKU番号', ...SKU_NUMBER, '商品番号'), firstFilled: true },
    column('variation', 'SKU情報'),
    required('unitPrice', '単価'),
    required('quantity', '個数'),
  ],
  people: { buyer: ['注文者メールアドレス', 'メールアドレス'] },
  unit: ['orderId'],
  currency: 'JPY',
  // 900: キャンセル確定; 200: 楽天処理中, the payment is not through yet.
  states: { cancelled: /^900$|キャンセル確定(?!待ち)|^キャンセル$/, pending: /^200$|楽天処理中|発送前入金待ち/ },
});
