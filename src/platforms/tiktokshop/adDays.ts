/**
 * Campaign overview of TikTok Ads Manager for GMV Max (`Campaign overview data 20260901 - 20260930.xlsx`): a row a day for all campaigns of the shop, product and LIVE
 * together; the last row, with `-` for the day, sums them up. Days are text with a time (`2026-09-01 00:00:00`); cost and revenue are in the currency of the
 * advertising account, which is a column and need not be the shop's. A file of one day has hours (`Time`) instead of days and is not read.
 *
 * English, Vietnamese and Thai headers of real files of 2026 in public readers; the Chinese one has its last columns in English.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';

export const tiktokshopAdDays = defineReport({
  id: 'tiktokshop.ads-days',
  platform: 'tiktokshop',
  report: 'TikTok Ads Manager: GMV Max campaign overview by day',
  fills: ['ads'],
  certainty: 'A-',
  source: 'whole headers of real files in three languages, 2026, in public readers and their tests; the Chinese header in part',
  download: 'TikTok Ads Manager > GMV Max > Overview > Export, more than one day',
  notes: [
    'revenue is of all orders of the shop while GMV Max runs that TikTok attributes, organic ones too',
    'product and LIVE campaigns are not told apart',
  ],
  columns: [
    required('day', 'By Day', 'Theo ngày', 'ตามวัน', '按天'),
    required('adCost', 'Cost', 'Chi phí', 'ต้นทุน', '成本'),
    required(
      'adOrders',
      ...[
        'SKU orders (Current shop)',
        'Số lượng đơn hàng SKU (Cửa hàng hiện tại)',
        'คำสั่งซื้อ SKU (ร้านค้าปัจจุบัน)',
        'Pesanan SKU (Toko saat ini)',
      ],
    ),
    required(
      'adSales',
      ...[
        'Gross revenue (Current shop)',
        'Doanh thu gộp (Cửa hàng hiện tại)',
        'รายได้ขั้นต้น (ร้านค้าปัจจุบัน)',
        'Penghasilan bruto (Toko saat ini)',
      ],
    ),
    column('currency', 'Currency', 'Tiền tệ', 'สกุลเงิน', '币种', '货币', 'Mata uang'),
  ],
  ratios: [
    { names: ['ROI (Current shop)', 'ROI (Cửa hàng hiện tại)', 'ROI (ร้านค้าปัจจุบัน)'], of: ['adSales'], by: ['adCost'] },
    {
      names: ['Cost per order (Current shop)', 'Chi phí mỗi đơn hàng (Cửa hàng hiện tại)', 'ค่าใช้จ่ายต่อคำสั่งซื้อ (ร้านค้าปัจจุบัน)'],
      of: ['adCost'],
      by: ['adOrders'],
    },
  ],
  not: ['Campaign name', 'Campaign ID'],
  ignore: [{ rule: 'totals', where: { field: 'day', matches: /^\s*-?\s*$/ } }],
  unit: AD_UNIT,
  period: 'rows',
  grain: 'account',
});
