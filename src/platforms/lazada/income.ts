/**
 * Account statement (`Income Overview`, also as text with semicolons): one row an amount under the name of a fee, several to an order, in the
 * language of the seller's account; the fees' names too. Released rows belong to a weekly statement. The older transaction overview has other headers
 * and the same names of fees, and calls the fee's kind `Transaction Type`.
 *
 * Tax that is withheld stands beside the amount (WHT) and is not taken off it unless the row says so; it is left out. `Lazada SKU` is made of the product's and the
 * SKU's number. Daraz exports the same file.
 */
import { column, defineReport, required } from '../define.js';

export const lazadaIncome = defineReport({
  id: 'lazada.income',
  platform: 'lazada',
  report: 'Account statement, transaction overview (Income Overview)',
  fills: ['transactions'],
  certainty: 'A-',
  source:
    'headers whole in public readers and inventories of real files of 2021 to 2026 (English, Indonesian); Thai in three readers, of which one lists the names of its fees',
  download: 'Seller Center > Finance > My Income > Export (Income Overview), or Transaction Overview > Export',
  notes: [
    'the day is that of the transaction; where the export of a language does not tell it under a known name, the day of the release',
    'tax that Lazada withholds beside the amount (WHT Amount) is not in it',
    'amounts are in the currency of the country, which the file does not name',
  ],
  columns: [
    {
      ...required(
        'postedAt',
        ...['Transaction Date', 'Tanggal Transaksi', 'วันที่ทำรายการ', 'Release Date', 'Tanggal Dilepas', 'วันที่ปรับปรุงเข้ายอดของฉัน'],
      ),
      firstFilled: true,
    },
    required('transactionType', 'Fee Name', 'Nama Biaya', 'ชื่อรายการธุรกรรม'),
    column('amountType', 'Transaction Type'),
    required('amount', 'Amount(Include Tax)', 'Amount', 'Jumlah (Termasuk Pajak)', 'จำนวนเงิน(รวมภาษี)'),
    column('orderId', 'Order Number', 'Order No.', 'Nomor Pesanan', 'หมายเลขคำสั่งซื้อ'),
    column('settlementId', 'Statement Number', 'Statement', 'Nomor Laporan', 'รหัสรอบบิล'),
    column('transactionId', 'Transaction Number'),
    column('status', 'Release Status', 'Paid Status', 'Status Pelepasan Dana', 'สถานะการโอนเงิน'),
    column('sku', 'Seller SKU', 'SKU Penjual'),
    { ...column('productId', 'Lazada SKU'), strip: /_.*$/, only: /^\d+$/ },
    { ...column('variationId', 'Lazada SKU'), strip: /^.*-/, only: /^\d+$/ },
    column('title', 'Product Name', 'Details', 'Nama Produk', 'ชื่อสินค้า'),
  ],
  hasOneOf: ['Statement Number', 'Paid Status', 'WHT Amount', 'Nomor Laporan', 'รหัสรอบบิล', 'สถานะการโอนเงิน'],
  people: {},
  noText: /^-+$/,
  days: [{ day: 'day', of: 'postedAt' }],
  unit: ['day'],
  period: 'rows',
  grain: 'transaction',
});
