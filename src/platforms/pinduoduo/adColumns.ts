/**
 * What the reports of 拼多多推广 have in common. Of two costs, 总花费 is what was paid; 成交花费 leaves out what was spent on collecting, following and
 * asking (收藏, 关注, 询单). The report's own ROI (实际投产比) divides by 成交花费, while our cost is
 * what was paid, so the two differ where something was spent on the rest.
 *
 * 净 leaves out orders that were paid back within a day or so, 结算 counts what is settled: both are left out here.
 */
import { inYuan, TOTALS } from '../chineseColumns.js';
import { type ColumnSpec, column, type IgnoreRule, type RatioSpec, required } from '../define.js';

export const PDD_METRICS: readonly ColumnSpec[] = [
  required('adCost', ...inYuan('总花费', '成交花费')),
  column('adSales', ...inYuan('交易额')),
  column('adOrders', '成交笔数'),
  column('adSalesSameSku', ...inYuan('直接交易额')),
  column('adSalesOtherSku', ...inYuan('间接交易额')),
  column('adOrdersSameSku', '直接成交笔数'),
  column('adOrdersOtherSku', '间接成交笔数'),
  column('impressions', '曝光量'),
  column('clicks', '点击量'),
  column('adFavourites', '收藏量'),
];

export const PDD_RATIOS: readonly RatioSpec[] = [
  { names: ['点击率'], of: ['clicks'], by: ['impressions'] },
  { names: ['点击转化率'], of: ['adOrders'], by: ['clicks'] },
  { names: ['每笔成交金额'], of: ['adSales'], by: ['adOrders'] },
];

/** `* 2026/06/05 至 2026/06/30 的数据；…` stands above the header of reports without days. */
export const PDD_PERIOD = /(?<period>\d{4}[-/]\d{1,2}[-/]\d{1,2}\s*(?:至|~|到)\s*\d{4}[-/]\d{1,2}[-/]\d{1,2})/;

/** What no other ad system has. */
export const PDD_OWN = ['成交花费(元)', '成交花费', '实际投产比', '净实际投产比', '净交易额(元)'];

export const PDD_IGNORE: readonly IgnoreRule[] = [...TOTALS, { rule: 'notes', firstCell: /^\s*(说明|注|备注)\s*[:：]|^\s*\*/ }];
