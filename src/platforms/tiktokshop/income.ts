/**
 * Income report (`income_….xlsx`): a workbook, of which the sheet `Order details` (`Detail pesanan`, `รายละเอียดคำสั่งซื้อ`) has a row for each order or
 * adjustment that was settled; in America and some other countries one for each SKU, with the day of the statement. The other sheets (Reports, Withdrawal
 * records) tell the same money in sums and are not read. Headers end with spaces and change their capitals; `Ajustment amount` is how it was spelled.
 */
import { column, defineReport, required } from '../define.js';
import { INCOME_PARTS } from './incomeColumns.js';

export const tiktokshopIncome = defineReport({
  id: 'tiktokshop.income',
  platform: 'tiktokshop',
  report: 'Income report, settled (income_….xlsx)',
  fills: ['transactions'],
  certainty: 'A-',
  source: 'headers whole in inventories and public readers of real files of 2023 to 2026 (English, Indonesian, Thai)',
  download: 'Seller Center > Finance > Settlements > Settled > Export',
  notes: [
    'the day is that of the settlement; an adjustment is told of the order that it belongs to',
    'shipping is what is left of nine amounts, of which what buyers and the platform paid are some',
    'what is not settled yet is another report and not read',
  ],
  columns: [
    required('transactionId', 'Order/adjustment ID', 'Order\\adjustment ID', 'ID Pesanan/Penyesuaian', 'หมายเลขคำสั่งซื้อ/การปรับ'),
    {
      ...column(
        'orderId',
        ...['Related order ID', 'ID pesanan terkait', 'หมายเลขคำสั่งซื้อที่เกี่ยวข้อง'],
        ...['Order/adjustment ID', 'Order\\adjustment ID', 'ID Pesanan/Penyesuaian', 'หมายเลขคำสั่งซื้อ/การปรับ'],
      ),
      firstFilled: true,
    },
    required('transactionType', 'Type', 'Transaction type', 'Jenis transaksi', 'ประเภทธุรกรรม'),
    {
      ...required(
        'day',
        ...['Order settled time', 'Order settled time(UTC)', 'Statement Date', 'Waktu pembayaran pesanan', 'เวลาที่ชำระคำสั่งซื้อ'],
      ),
      strip: /\s.*$/,
    },
    column('settlementId', 'Statement ID'),
    column('variationId', 'SKU ID'),
    column('title', 'Product name'),
    column('quantity', 'Quantity'),
    required('amount', ...['Total settlement amount', 'Jumlah penyelesaian pembayaran', 'ยอดการชำระเงินทั้งหมด', 'จำนวนเงินที่ชำระทั้งหมด']),
    column('currency', 'Currency', 'Mata uang', 'สกุลเงิน'),
  ],
  parts: { kind: 'money', columns: INCOME_PARTS },
  not: ['unsettled reasons', 'Estimated Settle time', 'Total estimated settlement amount'],
  people: {},
  noText: /^[-/]+$/,
  unit: ['day'],
  twoDecimals: true,
  period: 'rows',
  grain: 'transaction',
});
