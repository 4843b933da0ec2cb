/**
 * What the income report of Shopee tells an order's payout apart into, by country: English (Malaysia, the Philippines, Singapore), Thai, Indonesian,
 * Vietnamese, Chinese (Taiwan). What is taken off has a minus. The parts come to the amount that was paid out; what an unknown column holds is kept
 * as "not itemised".
 *
 * Thai, Indonesian and Vietnamese names whole in public readers of real files of 2022 to 2026; English in four readers, the tax behind a fee's name
 * (`(incl. SST)`) is Malaysia's; of Taiwan only what two readers name.
 */
import type { PartSpec } from '../define.js';

/** A fee in English, with the notes on tax that some countries put behind it. */
function taxed(fee: string): string[] {
  return [fee, `${fee} (incl. SST)`, `${fee} (incl. GST)`, `${fee} (incl. VAT)`];
}

export const INCOME_PARTS: readonly PartSpec[] = [
  {
    part: 'Product price',
    names: ['Product Price', 'Original Product Price', 'สินค้าราคาปกติ', 'Harga Asli Produk', 'Giá sản phẩm', '商品原價'],
  },
  {
    part: 'Seller product promotion',
    names: [
      ...['Seller Product Promotion', 'Your Seller Product Promotion', 'ส่วนลดสินค้าจากผู้ขาย', 'Total Diskon Produk', '你的賣家商品促銷'],
    ],
  },
  {
    part: 'Refund amount',
    names: [
      ...['Refund Amount', 'Refund Amount to Buyer', 'จำนวนเงินที่ทำการคืนให้ผู้ซื้อ', 'Jumlah Pengembalian Dana ke Pembeli'],
      ...['Số tiền hoàn lại', '買家退款金額'],
    ],
  },
  {
    part: 'Product discount rebate from Shopee',
    names: [
      ...['Product Discount Rebate from Shopee', 'ส่วนลดสินค้าที่ออกโดย Shopee', 'Diskon Produk dari Shopee'],
      'Sản phẩm được trợ giá từ Shopee',
    ],
  },
  {
    part: 'Voucher sponsored by seller',
    names: [
      ...['Voucher Sponsored by Seller', 'โค้ดส่วนลดที่ออกโดยผู้ขาย', 'Voucher disponsor oleh Penjual', 'Mã ưu đãi do Người Bán chịu'],
      '賣家負擔優惠券',
    ],
  },
  {
    part: 'Cofund voucher sponsored by seller',
    names: [
      ...['Cofund Voucher Sponsored by Seller', 'โค้ดส่วนลดร่วมที่ออกโดยผู้ขาย', 'Voucher co-fund disponsor oleh Penjual'],
      'Mã ưu đãi Đồng Tài Trợ do Người Bán chịu',
    ],
  },
  {
    part: 'Coin cashback sponsored by seller',
    names: [
      ...['Coin Cashback Sponsored by Seller', 'Coins Cashback ที่สนับสนุนโดยผู้ขาย', 'Cashback Koin disponsori Penjual'],
      ...['Mã hoàn xu do Người Bán chịu', '賣家負擔蝦幣回饋券'],
    ],
  },
  {
    part: 'Cofund coin cashback sponsored by seller',
    names: [
      ...['Cofund Coin Cashback Sponsored by Seller', 'Coins Cashback ร่วมที่สนับสนุนโดยผู้ขาย'],
      ...['Cashback Koin Co-fund disponsori Penjual', 'Mã hoàn xu Đồng Tài Trợ do Người Bán chịu'],
    ],
  },
  {
    part: 'Trade-in bonus by seller',
    names: ['Trade-in Bonus by Seller', 'โบนัสส่วนลดเครื่องเก่าแลกใหม่จากผู้ขาย'],
  },
  {
    part: 'Shipping fee paid by buyer',
    names: [
      ...['Shipping Fee Paid by Buyer', 'Shipping Fee Paid by Buyer (excl. SST)', 'ค่าจัดส่งที่ชำระโดยผู้ซื้อ', 'Ongkir Dibayar Pembeli'],
      ...['Phí vận chuyển Người mua trả', '買家支付的運費'],
    ],
  },
  {
    part: 'Shipping fee charged by carrier',
    names: [
      ...['Shipping Fee Charged by Logistic Provider', 'Shipping Fee Paid by Shopee on Your Behalf', 'ค่าจัดส่งที่ Shopee ชำระโดยชื่อของคุณ'],
      ...['Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim', 'Phí vận chuyển thực tế', '蝦皮代付運費'],
    ],
  },
  { part: 'Shipping fee discount from carrier', names: ['Shipping Fee Discount From 3PL', 'Diskon Ongkir Ditanggung Jasa Kirim'] },
  {
    part: 'Shipping rebate from Shopee',
    names: [
      ...['Shipping Rebate From Shopee', 'ค่าจัดส่งสินค้าที่ออกโดย Shopee', 'Gratis Ongkir dari Shopee', '蝦皮運費補助'],
      'Phí vận chuyển được trợ giá từ Shopee',
    ],
  },
  {
    part: 'Reverse shipping fee',
    names: [
      ...['Reverse Shipping Fee', 'ค่าจัดส่งสินค้าคืน', 'Ongkos Kirim Pengembalian Barang', '退貨運費'],
      'Phí vận chuyển trả hàng (đơn Trả hàng/hoàn tiền)',
    ],
  },
  {
    part: 'Return to seller fee',
    names: ['ค่าจัดส่งสินค้าคืนผู้ขาย', 'Kembali ke Biaya Pengiriman Pengirim', 'Phí vận chuyển trả hàng (đơn giao không thành công)'],
  },
  {
    part: 'Return shipping paid back',
    names: ['โปรแกรมประหยัดค่าจัดส่งคืนสินค้า', 'Pengembalian Biaya Kirim', 'Phí vận chuyển được hoàn bởi PiShip'],
  },
  {
    part: 'AMS commission fee',
    names: ['AMS Commission Fee', 'ค่าคอมมิชชั่น AMS', 'Biaya Komisi AMS', 'Phí hoa hồng Tiếp thị liên kết'],
  },
  {
    part: 'Commission fee',
    names: [
      ...[...taxed('Commission Fee'), 'ค่าคอมมิชชั่น', 'Biaya Administrasi', 'Biaya Administrasi (termasuk PPN 11%)', 'Phí cố định'],
      '成交手續費',
    ],
  },
  { part: 'Service fee', names: [...taxed('Service Fee'), 'ค่าบริการ', 'Biaya Layanan', 'Phí Dịch Vụ', '活動服務費', '其他服務費'] },
  { part: 'Platform infrastructure fee', names: ['ค่าธรรมเนียมโครงสร้างพื้นฐานแพลตฟอร์ม'] },
  { part: 'Order processing fee', names: ['Biaya Proses Pesanan'] },
  {
    part: 'Shipping saver programme fee',
    names: [
      ...[...taxed('Saver Programme Fee'), 'ค่าธรรมเนียม ของโปรแกรมประหยัดค่าจัดส่ง', 'Biaya Program Hemat Biaya Kirim'],
      'Phí dịch vụ PiShip',
    ],
  },
  {
    part: 'Transaction fee',
    names: [
      ...[...taxed('Transaction Fee'), 'ค่าธุรกรรมการชำระเงิน', 'Biaya Transaksi', 'Phí xử lý giao dịch', 'Phí thanh toán'],
      ...['金流與系統處理費', '金流服務費', '信用卡手續費'],
    ],
  },
  { part: 'Campaign fee', names: ['Biaya Kampanye'] },
  { part: 'Insurance premium', names: ['Premi'] },
  { part: 'Tax', names: ['ภาษี', 'Bea Masuk, PPN & PPh'] },
  { part: 'VAT withheld', names: ['Thuế GTGT'] },
  { part: 'Income tax withheld', names: ['Thuế TNCN'] },
  {
    part: 'Ads top-up from income',
    names: [
      ...['Ads Escrow Top Up Fee', 'ค่าธรรมเนียมเติมเงินโฆษณาจากเงิน Escrow', 'Biaya Isi Saldo Otomatis (dari Penghasilan)'],
      'Phí dịch vụ hiển thị NTTD (từ doanh thu đơn hàng)',
    ],
  },
  { part: 'Installation fee paid by buyer', names: ['ค่าบริการติดตั้งที่ชำระโดยผู้ซื้อ', 'Phí lắp đặt người mua trả'] },
  { part: 'Actual installation fee', names: ['ค่าบริการติดตั้งจริงจากผู้ให้บริการ', 'Phí lắp đặt thực tế'] },
];
