/**
 * Order export (`Order.all.….xlsx`, also Order.toship, Order.completed): a workbook with one header row in the language of the country, a row an item
 * of an order. What belongs to the order (vouchers, shipping, totals) is repeated on each of its rows and counts once. Prices have the
 * currency of the country, in Indonesia and Vietnam as text with points between the thousands.
 *
 * The deal price is after the seller's own discount of the item; the seller's voucher is taken off the order.
 *
 * In Vietnam two headers differ by a capital letter only: `Tổng số tiền Người mua thanh toán` is what was paid for the line, with `người` behind it what was
 * paid for the order. In Indonesia `Dibayar Pembeli`, in 2026 in the place of `Total Harga Produk`, is another amount and not read. English names of the
 * Philippines carry the currency: `Seller Voucher(PHP)`.
 *
 * English, Thai, Indonesian, Vietnamese, Chinese (Taiwan) and Portuguese (Brazil) names from public readers of the file and inventories of the headers
 * of real files of 2022 to 2026; real files hold buyers and were not opened.
 */
import { column, defineReport, required } from '../define.js';

export const shopeeOrders = defineReport({
  id: 'shopee.orders',
  platform: 'shopee',
  report: 'Order export (Order.all….xlsx)',
  fills: ['orders'],
  certainty: 'A-',
  source:
    'several public readers of the file for each of seven countries; headers of real files of Indonesia, Thailand and Vietnam, 2022 to 2026',
  download: 'Seller Centre > My Orders > Export (all orders, a month at most)',
  notes: [
    'the amount of a line is the deal price × quantity: after the seller’s discount of the item, before vouchers',
    'the discount of an order is the seller’s voucher; what Shopee gives is not in it',
    'amounts are in the currency of the country, which the file does not name: eco store add NAME --platform shopee --currency SGD',
  ],
  columns: [
    required('orderId', 'Order ID', 'หมายเลขคำสั่งซื้อ', 'No. Pesanan', 'Mã đơn hàng', '訂單編號', 'ID do pedido'),
    required('orderStatus', 'Order Status', 'สถานะการสั่งซื้อ', 'Status Pesanan', 'Trạng Thái Đơn Hàng', '訂單狀態', 'Status do pedido'),
    required(
      'orderedAt',
      ...['Order Creation Date', 'วันที่ทำการสั่งซื้อ', 'Waktu Pesanan Dibuat', 'Ngày đặt hàng', '訂單成立日期', 'Data de criação do pedido'],
    ),
    column(
      'paidAt',
      ...['Order Paid Time', 'เวลาการชำระสินค้า', 'Waktu Pembayaran Dilakukan', 'Thời gian đơn hàng được thanh toán'],
      ...['買家付款時間', 'Hora do pagamento do pedido'],
    ),
    required('title', 'Product Name', 'ชื่อสินค้า', 'Nama Produk', 'Tên sản phẩm', '商品名稱', 'Nome do Produto'),
    column('variation', 'Variation Name', 'ชื่อตัวเลือก', 'Nama Variasi', 'Tên phân loại hàng', '商品選項名稱', 'Nome da variação'),
    {
      ...required(
        'sku',
        ...['SKU Reference No.', 'เลขอ้างอิง SKU (SKU Reference No.)', 'Nomor Referensi SKU', 'SKU phân loại hàng', '商品選項貨號'],
        ...['Número de referência SKU', 'Parent SKU Reference No.', 'เลขอ้างอิง Parent SKU', 'SKU Induk', 'SKU sản phẩm', '主商品貨號'],
        'Nº de referência do SKU principal',
      ),
      firstFilled: true,
    },
    { ...column('productId', '商品ID', '蝦皮商品編碼 (商品ID_規格ID)'), strip: /_.*$/ },
    { ...column('variationId', '規格ID', '蝦皮商品編碼 (商品ID_規格ID)'), strip: /^.*_/ },
    required('quantity', 'Quantity', 'จำนวน', 'Jumlah', 'Số lượng', '數量', 'Quantidade'),
    column('unitPrice', 'Deal Price', 'ราคาขาย', 'Harga Setelah Diskon', 'Giá ưu đãi', '商品活動價格', 'Preço acordado'),
    column('lineAmount', ...['Product Subtotal', 'ราคาขายสุทธิ', 'Total Harga Produk', 'Tổng giá bán (sản phẩm)', 'Subtotal do produto']),
    column('orderSubtotal', '商品總價'),
    column(
      'orderDiscount',
      ...['Discount Voucher Amount Sponsored by Seller', 'Seller Voucher', 'Seller Voucher ({currency})'],
      ...['โค้ดส่วนลดชำระโดยผู้ขาย', 'Voucher Ditanggung Penjual', 'Mã giảm giá của Shop'],
      ...['賣家負擔優惠券', '賣場負擔優惠券', '賣場優惠券', 'Cupom do vendedor'],
    ),
    column(
      'orderShipping',
      ...['Buyer Paid Shipping Fee', 'ค่าจัดส่งที่ชำระโดยผู้ซื้อ', 'Ongkos Kirim Dibayar oleh Pembeli'],
      ...['Phí vận chuyển mà người mua trả', '買家支付運費', 'Taxa de envio pagas pelo comprador'],
    ),
    {
      ...column(
        'orderTotal',
        ...['Total Amount', 'จำนวนเงินทั้งหมด', 'Total Pembayaran', 'Tổng số tiền người mua thanh toán', '買家總支付金額', 'Valor Total'],
      ),
      lastOfName: true,
    },
  ],
  not: ['SKU ID', 'Seller SKU', 'orderNumber'],
  people: { buyer: ['Username (Buyer)', 'ชื่อผู้ใช้ (ผู้ซื้อ)', 'Username (Pembeli)', 'Người Mua', '買家帳號', 'Nome de usuário (comprador)'] },
  unit: ['orderId'],
  twoDecimals: true,
  states: {
    cancelled: /cancel|ยกเลิก|batal|đã hủy|đã huỷ|不成立/i,
    pending: /^(unpaid|ที่ต้องชำระ|belum bayar|chờ thanh toán|尚未付款|não pago)/i,
  },
});
