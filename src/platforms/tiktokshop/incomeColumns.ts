/**
 * What the income report of TikTok Shop tells a row's settlement apart into: English, Indonesian (2026), Thai. Of sums and what they are made of, one is taken:
 * the prices and discounts for the revenue, each fee for the fees, the sum for shipping, which is made of nine amounts. What is taken off has a minus;
 * what is left of the settlement is kept as "not itemised".
 *
 * English and Indonesian names whole in an inventory of the headers of real files of 2023 to 2026; Thai in a reader that held them against all
 * 1,766 orders of a real file, and in another.
 */
import type { PartSpec } from '../define.js';

export const INCOME_PARTS: readonly PartSpec[] = [
  {
    part: 'Subtotal before discounts',
    names: ['Subtotal before discounts', 'Subtotal sebelum diskon', 'ยอดรวมค่าสินค้าก่อนหักส่วนลด'],
  },
  { part: 'Seller discounts', names: ['Seller discounts', 'Diskon penjual', 'ส่วนลดจากร้านค้า'] },
  {
    part: 'Refund subtotal before seller discounts',
    names: [
      ...['Refund subtotal before seller discounts', 'Subtotal pengembalian dana sebelum diskon penjual'],
      'ยอดรวมเงินคืนก่อนหักส่วนลดจากร้านค้า',
    ],
  },
  {
    part: 'Refund of seller discounts',
    names: ['Refund of seller discounts', 'Pengembalian dana diskon penjual', 'เงินคืนจากส่วนลดร้านค้า'],
  },
  {
    part: 'Platform commission fee',
    names: ['Platform commission fee', 'TikTok Shop commission fee', 'Biaya komisi platform', 'ค่าคอมมิชชั่น TikTok Shop'],
  },
  {
    part: 'Transaction fee',
    names: ['Transaction fee', 'Payment Fee', 'Biaya Pembayaran', 'ค่าธรรมเนียมคำสั่งซื้อ'],
  },
  {
    part: 'Credit card installment',
    names: [
      ...['Credit card installment - Interest rate cost', 'Credit card installment - Handling fee'],
      'การผ่อนชำระด้วยบัตรเครดิต - มีอัตราดอกเบี้ย',
    ],
  },
  {
    part: 'Shipping cost',
    names: ['Shipping cost', 'Seller shipping fee', 'Ongkir', 'ยอดรวมค่าจัดส่งที่ร้านค้าจ่ายจริง'],
  },
  { part: 'Affiliate commission', names: ['Affiliate Commission', 'Komisi Afiliasi', 'ค่าคอมมิชชั่นแอฟฟิลิเอต'] },
  {
    part: 'Affiliate partner commission',
    names: ['Affiliate partner commission', 'Komisi mitra afiliasi', 'ค่าคอมมิชชั่นของพาร์ทเนอร์แอฟฟิลิเอต'],
  },
  {
    part: 'Affiliate shop ads commission',
    names: [
      ...['Affiliate Shop Ads commission', 'Komisi Iklan Toko afiliasi', 'ค่าคอมมิชชั่นแอฟฟิลิเอตสำหรับโฆษณาร้านค้า'],
      'ค่าคอมมิชชั่นโฆษณาร้านค้าแอฟฟิลิเอต',
    ],
  },
  {
    part: 'Affiliate partner shop ads commission',
    names: [...['Affiliate Partner shop ads commission', 'Komisi iklan toko Mitra Afiliasi'], 'ค่าคอมมิชชั่นโฆษณาร้านค้าพาร์ทเนอร์แอฟฟิลิเอต'],
  },
  {
    part: 'Affiliate commission deposit',
    names: ['Affiliate commission deposit', 'Deposit komisi afiliasi', 'เงินมัดจำค่าคอมมิชชั่นของแอฟฟิลิเอต'],
  },
  {
    part: 'Affiliate commission refund',
    names: ['Affiliate commission refund', 'Pengembalian dana komisi afiliasi', 'การคืนเงินค่าคอมมิชชั่นแอฟฟิลิเอต'],
  },
  { part: 'Pre-order service fee', names: ['Pre-order service fee', 'Biaya layanan pre-order', 'ค่าธรรมเนียมพรีออเดอร์'] },
  { part: 'Mall service fee', names: ['Mall service fee', 'Biaya layanan Mall'] },
  {
    part: 'Shipping fee programme service fee',
    names: [...['Shipping Fee Program service fee', 'SFP service fee', 'Biaya layanan Program Bebas Ongkir', 'ค่าธรรมเนียมการบริการ SFP']],
  },
  { part: 'Growth support fee', names: ['ค่าธรรมเนียมสนับสนุนการเติบโตของร้านค้า'] },
  { part: 'Infrastructure fee', names: ['Infrastructure fee', 'ค่าธรรมเนียมโครงสร้างพื้นฐาน'] },
  { part: 'Dynamic commission', names: ['Dynamic commission', 'Komisi dinamis'] },
  {
    part: 'Bonus cashback service fee',
    names: ['Bonus cashback service fee', 'Biaya layanan cashback bonus', 'ค่าธรรมเนียมบริการคืนเงินโบนัส'],
  },
  {
    part: 'LIVE specials service fee',
    names: ['LIVE Specials service fee', 'Biaya layanan Khusus LIVE', 'ค่าบริการของคูปองไลฟ์คุ้ม'],
  },
  { part: 'Voucher Xtra service fee', names: ['Voucher Xtra service fee', 'ค่าบริการคูปอง Xtra'] },
  { part: 'Order processing fee', names: ['Order processing fee', 'Biaya pemrosesan pesanan'] },
  { part: 'EAMS programme service fee', names: ['EAMS Program service fee', 'Biaya layanan Program EAMS', 'ค่าบริการโปรแกรม EAMS'] },
  {
    part: 'Flash sale service fee',
    names: [...['Brands Crazy Deals/Flash Sale service fee', 'Biaya layanan Brands Crazy Deal/Flash Sale'], 'ค่าบริการแบรนด์ดัง ลดแรง/แฟลชเซล'],
  },
  {
    part: 'PayLater programme fee',
    names: ['PayLater program fee', 'TikTok PayLater program fee', 'Biaya program PayLater', 'ค่าธรรมเนียมโปรแกรม TikTok PayLater'],
  },
  { part: 'Dilayani Tokopedia fee', names: ['Dilayani Tokopedia fee', 'Biaya Dilayani Tokopedia'] },
  {
    part: 'Dilayani Tokopedia handling fee',
    names: ['Dilayani Tokopedia handling fee', 'Biaya penanganan Dilayani Tokopedia'],
  },
  { part: 'Campaign resource fee', names: ['Campaign resource fee', 'Biaya sumber daya campaign', 'ค่าทรัพยากรแคมเปญ'] },
  { part: 'Installation service fee', names: ['Installation service fee', 'Biaya layanan penginstalan'] },
  { part: 'Platform special service fee', names: ['Platform special service fee', 'Biaya layanan khusus platform'] },
  {
    part: 'Article 22 income tax withheld',
    names: ['Article 22 Income Tax withheld', 'PPh Pasal 22 dipungut'],
  },
  { part: 'GMV Max ad fee', names: ['GMV Max ad fee', 'Biaya iklan GMV Max', 'ค่าโฆษณา GMV Max'] },
  { part: 'GMV Max coupon', names: ['GMV Max Coupon', 'Voucher GMV Max', 'คูปอง GMV Max'] },
  {
    part: 'GMV Max coupon sales tax',
    names: ['GMV Max coupon sales tax', 'Pajak penjualan atas voucher GMV Max', 'ภาษีการขายสำหรับคูปอง GMV Max'],
  },
  {
    part: 'Adjustment amount',
    names: ['Adjustment amount', 'Ajustment amount', 'Jumlah penyesuaian', 'จำนวนการปรับยอด'],
  },
];
