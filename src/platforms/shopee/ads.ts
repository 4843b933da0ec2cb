/**
 * Reports of Shopee Ads (`All CPC Ads Report`, a CSV with a byte order mark): six lines above an empty one say the shop, when the report was made and its
 * period, in the language of the seller. A row is an advertisement over the whole period: what promotes the whole shop (Shop GMV Max) has no product, and a group of
 * products has none either. Where several advertisements are called alike, Shopee puts [2] behind the name.
 *
 * The report of one group lists the group and then each of its products, whose figures are in the group's: its column is called `Ad Name/Product`, and
 * it is not this report.
 *
 * English, Indonesian, Vietnamese, Portuguese (Brazil) and Thai headers of real files of 2026 in public readers of them.
 */
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, required } from '../define.js';

const AD = required('campaign', 'Ad Name', 'Nama Iklan', 'Tên Dịch vụ Hiển thị', 'Nome do Anúncio', 'ชื่อโฆษณา');
const KEYWORD = ['Keywords', 'Keyword'];

const METRICS: readonly ColumnSpec[] = [
  column('biddingStrategy', 'Bidding Method', 'Mode Bidding', 'Phương thức đấu thầu', 'Método de Lance', 'การตั้งราคาประมูล'),
  column('placement', 'Placement', 'Penempatan Iklan', 'Vị trí', 'Posicionamento'),
  column('impressions', 'Impression', 'Impressions', 'Dilihat', 'Số lượt xem', 'Impressões', 'การมองเห็น'),
  column('clicks', 'Clicks', 'Jumlah Klik', 'Số lượt click', 'Cliques', 'จำนวนคลิก'),
  column('adCarts', 'Add to Cart', 'Tambah ke Keranjang', 'Thêm vào giỏ hàng', 'Adicionar ao carrinho'),
  column('adOrders', 'Conversions', 'Konversi', 'Lượt chuyển đổi', 'Conversões', 'การสั่งซื้อ'),
  column(
    'adOrdersSameSku',
    ...['Direct Conversions', 'Konversi Langsung', 'Lượt chuyển đổi trực tiếp', 'Conversões Diretas', 'การสั่งซื้อโดยตรง'],
  ),
  column('adUnits', 'Items Sold', 'Produk Terjual', 'Sản phẩm đã bán', 'Itens Vendidos', 'สินค้าที่ขายแล้ว'),
  column('adUnitsSameSku', 'Direct Items Sold', 'Terjual Langsung', 'Sản phẩm đã bán trực tiếp', 'Itens Vendidos Diretos'),
  column('adSales', 'GMV', 'Omzet Penjualan', 'Doanh số', 'ยอดขาย'),
  column('adSalesSameSku', ...['Direct GMV', 'Penjualan Langsung (GMV Langsung)', 'Doanh số trực tiếp', 'Receita direta', 'ยอดขายโดยตรง']),
  required('adCost', 'Expense', 'Biaya', 'Chi phí', 'Despesas', 'ค่าโฆษณา'),
];

const RATIOS: readonly RatioSpec[] = [
  { names: ['CTR', 'Persentase Klik', 'Tỷ Lệ Click', 'อัตราการคลิก (CTR)'], of: ['clicks'], by: ['impressions'] },
  { names: ['ROAS', 'Efektifitas Iklan', 'ยอดขาย/รายจ่าย (ROAS)'], of: ['adSales'], by: ['adCost'] },
  {
    names: ['Conversion Rate', 'Tingkat konversi', 'Tỷ lệ chuyển đổi', 'Taxa de Conversão', 'อัตราการสั่งซื้อ'],
    of: ['adOrders'],
    by: ['clicks'],
  },
];

const COMMON = {
  platform: 'shopee',
  fills: ['ads'],
  certainty: 'A-',
  ratios: RATIOS,
  noText: /^-$/,
  unit: AD_UNIT,
  period: 'preamble',
  periodIn: /^(?:Date Period|Periode|Khoảng thời gian|Período|ระยะเวลา),(?<period>.+)$/,
  dateOrder: 'dmy',
  notes: [
    'orders and sales are those within seven days of a click, of the advertised product and of others of the shop; "direct" ones are of the product itself',
    'amounts are in the currency of the country, which the file does not name',
  ],
} as const;

export const shopeeAds = defineReport({
  ...COMMON,
  id: 'shopee.ads',
  report: 'Shopee Ads: all CPC ads',
  source: 'whole headers of real files of five countries, 2026, in the tests of public readers',
  download: 'Seller Centre > Shopee Ads > choose the days > Export Data > Overall Data; a day at a time for a line of days',
  columns: [
    AD,
    column('campaignType', 'Ads Type', 'Jenis Iklan', 'Loại Dịch vụ Hiển thị', 'Tipos de Anúncios', 'ประเภทโฆษณา'),
    required('productId', 'Product ID', 'Kode Produk', 'Mã sản phẩm', 'ID do produto', 'รหัสสินค้า'),
    ...METRICS,
  ],
  not: KEYWORD,
  grain: 'item',
});

export const shopeeAdKeywords = defineReport({
  ...COMMON,
  id: 'shopee.ads-keywords',
  report: 'Shopee Ads: keywords',
  certainty: 'B',
  source: 'the Thai header of a real file of 2026 in the tests of a public reader; other languages as in the report of all ads',
  download: 'Seller Centre > Shopee Ads > choose the days > Export Data > Keyword Data',
  columns: [AD, required('targeting', ...KEYWORD), ...METRICS],
  grain: 'keyword',
});
