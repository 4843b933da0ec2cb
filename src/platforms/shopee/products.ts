/**
 * Product performance (`parentskudetail.20260901_20260930.xlsx`): a row a product, and below it a row each of its variations with what was ordered of it and nothing
 * of visits. The row of the product has `-` for the variation and sums its variations up, so these are left out. The name of the file says the days.
 *
 * Sales are told three times over: placed; confirmed (paid, or to be paid on delivery); and in older files paid. Where the file has confirmed ones, they count.
 * The last row may say that today's figures are not checked yet.
 *
 * English names of three generations, Indonesian of three, Vietnamese, Portuguese (Brazil, where paid sales count): from public readers of real files.
 */
import { column, defineReport, required } from '../define.js';

/** The same with and without the plural of `Placed Order`, which older files have. */
function ofOrders(...names: string[]): string[] {
  return names.flatMap((name) => [name, name.replace(/ Order\)/, ' Orders)')]);
}

export const shopeeProducts = defineReport({
  id: 'shopee.products',
  platform: 'shopee',
  report: 'Product performance (parentskudetail….xlsx)',
  fills: ['traffic'],
  certainty: 'A-',
  source: 'headers of Indonesia and Vietnam stated to be of real files, 2026; the columns of six generations in public readers',
  download: 'Seller Centre > Business Insights > Product > Product Performance > Export Data',
  notes: [
    'sales are those of confirmed orders: paid, or to be paid on delivery; what was ordered is told apart',
    'visitors are those of the product’s page',
  ],
  columns: [
    required('productId', 'Item ID', 'Kode Produk', 'Mã sản phẩm', 'ID do Item'),
    required('title', 'Product', 'Produk', 'Sản phẩm', 'Produto'),
    required('variationId', 'Variation ID', 'Kode Variasi', 'Mã phân loại hàng', 'ID da Variação'),
    {
      ...column(
        'sku',
        ...['SKU', 'SKU phân loại', 'SKU da Variação', 'Parent SKU', 'SKU Induk', 'SKU sản phẩm', 'SKU Principle', 'SKU Principal'],
      ),
      firstFilled: true,
    },
    column('impressions', 'Product Impression', 'Lượt xem sản phẩm', 'Impressão do Produto'),
    column('clicks', 'Product Clicks', 'Lượt nhấp vào sản phẩm', 'Cliques Por Produto'),
    column(
      'visitors',
      ...['Product Visitors (Visit)', 'Product Visitors', 'Pengunjung Produk (Kunjungan)', 'Pengunjung Produk'],
      'Visitantes do Produto (Visita)',
    ),
    column('pageViews', 'Product Page Views', 'Halaman Produk Dilihat', 'Visualizações da Página do Produto'),
    column('favourites', 'Likes', 'Suka', 'Curtidas'),
    column(
      'cartUsers',
      'Product Visitors (Add to Cart)',
      'Pengunjung Produk (Menambahkan Produk ke Keranjang)',
      'Visitantes do Produto (Adicionar ao Carrinho)',
    ),
    column('cartUnits', 'Units (Add to Cart)', 'Dimasukkan ke Keranjang (Produk)', 'Unidades (adicionar ao carrinho)'),
    column(
      'placedBuyers',
      ...ofOrders('Buyers (Placed Order)'),
      'Total Pembeli (Pesanan Dibuat)',
      'Người mua đã đặt hàng',
      'Compradores (Pedido realizado)',
    ),
    column(
      'placedUnits',
      ...ofOrders('Units (Placed Order)'),
      'Produk (Pesanan Dibuat)',
      'Sản phẩm (Đơn đã đặt)',
      'Unidades (Pedido realizado)',
    ),
    column(
      'placedSales',
      ...ofOrders('Sales (Placed Order) ({currency})'),
      ...[
        'Total Penjualan (Pesanan Dibuat) ({currency})',
        'Penjualan (Pesanan Dibuat) ({currency})',
        'Doanh số (Đơn đã đặt) ({currency})',
        'Vendas (Pedido realizado) ({currency})',
      ],
    ),
    {
      ...column(
        'buyers',
        ...ofOrders('Buyers (Confirmed Order)'),
        ...['Total Pembeli (Pesanan Siap Dikirim)', 'Người mua có đơn đã xác nhận'],
        ...[
          ...ofOrders('Buyers (Paid Order)'),
          'Total Pembeli (Pesanan Dibayar)',
          'Compradores (Pedido pago)',
          'Compradores (Pedidos pago)',
        ],
      ),
      firstFilled: true,
    },
    column('paidOrders', 'Confirmed Order', 'Đơn đã xác nhận', 'Produto Pago'),
    {
      ...column(
        'unitsOrdered',
        ...ofOrders('Units (Confirmed Order)'),
        ...['Produk (Pesanan Siap Dikirim)', 'Sản phẩm (Đơn đã xác nhận)'],
        ...[...ofOrders('Units (Paid Order)'), 'Total Produk Dibayar', 'Unidades (Pedido pago)'],
      ),
      firstFilled: true,
    },
    {
      ...required(
        'orderedSales',
        ...ofOrders('Sales (Confirmed Order) ({currency})'),
        ...['Penjualan (Pesanan Siap Dikirim) ({currency})', 'Doanh số (Đơn đã xác nhận) ({currency})'],
        ...[
          ...ofOrders('Sales (Paid Order) ({currency})'),
          'Total Penjualan (Pesanan Dibayar) ({currency})',
          'Vendas (Pedido pago) ({currency})',
        ],
      ),
      firstFilled: true,
    },
  ],
  ratios: [
    { names: ['Conversion Rate (Add to Cart)'], of: ['cartUsers'], by: ['visitors'] },
    { names: ['CTR'], of: ['clicks'], by: ['impressions'] },
  ],
  ignore: [
    { rule: 'rows of variations', where: { field: 'variationId', matches: /[^\s-]/ } },
    { rule: 'notes', blank: ['productId'], filled: ['title'] },
  ],
  noText: /^-$/,
  twoDecimals: true,
  unit: [],
  period: 'none',
  grain: 'item',
});
