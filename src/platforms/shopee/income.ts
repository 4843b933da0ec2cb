/**
 * Income report (`Income.released.….xlsx`, `Income.sudah dilepas.id.….xlsx`): a workbook, of which the sheet `Income` has a row for each order that was paid
 * out and, in newer files, another for each of its items (`View By`: Order, Sku), which would count twice. One to five rows stand above the header. The
 * other sheets (Summary, Service Fee Details, Adjustment) tell the same money in other ways and are not read.
 *
 * What stands right of the amount paid out (vouchers by code, what was paid back pro rata) is no part of it.
 */
import { column, defineReport, required } from '../define.js';
import { INCOME_PARTS } from './incomeColumns.js';

export const shopeeIncome = defineReport({
  id: 'shopee.income',
  platform: 'shopee',
  report: 'Income report, released (Income.released….xlsx)',
  fills: ['transactions'],
  certainty: 'A-',
  source:
    'headers whole in public readers and inventories of real files of Thailand, Indonesia and Vietnam, 2022 to 2026; English in four readers',
  download: 'Seller Centre > Finance > My Income > Released > Export',
  notes: [
    'the day is that on which the order was paid out; a refund after that day is a row of its own day',
    'corrections that belong to no order are in the sheet Adjustment and not read',
    'money that was moved to the ad account is a row of its order: leave it out of a profit',
  ],
  columns: [
    required('orderId', 'Order ID', 'หมายเลขคำสั่งซื้อ', 'No. Pesanan', 'Mã đơn hàng', '訂單編號'),
    required(
      'day',
      ...['Payout Completed Date', 'วันที่โอนชำระเงินสำเร็จ', 'Tanggal Dana Dilepaskan', 'Ngày hoàn thành thanh toán'],
      ...['錢包入帳日期', '撥款完成日期'],
    ),
    column('transactionId', 'Refund ID', 'รหัสคืนสินค้า', 'No. Pengajuan', 'Mã yêu cầu hoàn tiền', '退款編號'),
    column('amountType', 'View By', 'Lihat berdasarkan', 'Đơn hàng / Sản phẩm'),
    required(
      'amount',
      ...['Total Released Amount ({currency})', 'Total Released Amount', 'จำนวนเงินทั้งหมดที่โอนแล้ว ({currency})', 'Total Penghasilan'],
      ...['Tổng tiền đã thanh toán', 'Tổng tiền đã thanh toán ({currency})', '全部入帳金額 ({currency})', '全部入帳金額'],
    ),
  ],
  parts: { kind: 'money', columns: INCOME_PARTS },
  people: {},
  noText: /^-+$/,
  ignore: [
    { rule: 'items of an order', where: { field: 'amountType', matches: /^sku$/i } },
    { rule: 'totals', blank: ['orderId', 'day'] },
  ],
  unit: ['day'],
  twoDecimals: true,
  period: 'rows',
  grain: 'transaction',
});
