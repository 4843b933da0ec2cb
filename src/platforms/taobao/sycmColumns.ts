/**
 * What the reports of 生意参谋 (Sycm) have in common. They are BIFF workbooks (.xls), later .xlsx, with a title and notes in the first four or
 * five rows, older ones GBK text. Percentages are text (`0.67%`), `-` is missing, some amounts group their thousands.
 *
 * Visitors and buyers are people: they add up over neither days nor items nor sources.
 */
import { type ColumnSpec, column, type RatioSpec } from '../define.js';

const DAY = ['统计日期', '日期', '统计时间'];

/** `2026-11-01`, or `2026-11-01 ~ 2026-11-07` in reports of a week or month. */
export const SYCM_DAYS: readonly ColumnSpec[] = [
  { ...column('day', ...DAY), only: /^[^至~～]*$/ },
  { ...column('fromDay', ...DAY), strip: /\s*[至~～].*$/s },
  { ...column('toDay', ...DAY), strip: /^.*[至~～]\s*/s },
];

/** Where the rows do not tell their days, a cell above them may; not the one that says when the file was made. */
export const SYCM_PERIOD =
  /(?<!(?:导出|下载|更新|生成)(?:时间|日期)?\s*[:：]?\s*)(?<period>\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?(?:\s*[至~～]\s*\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?)?)/;

export const CARTS_AND_ORDERS: readonly ColumnSpec[] = [
  column('placedBuyers', '下单买家数'),
  column('placedUnits', '下单件数', '下单商品件数'),
  column('placedSales', '下单金额'),
  column('buyers', '支付买家数', '支付人数'),
  column('newBuyers', '支付新买家数', '新买家数'),
  column('returningBuyers', '支付老买家数', '老买家数'),
  column('returningSales', '老买家支付金额'),
];

export const SYCM_RATIOS: readonly RatioSpec[] = [
  { names: ['下单转化率', '下单转换率'], of: ['placedBuyers'], by: ['visitors'] },
  { names: ['商品支付转化率', '支付转化率', '支付转换率'], of: ['buyers'], by: ['visitors'] },
  { names: ['访客平均价值', 'UV价值'], of: ['orderedSales'], by: ['visitors'] },
  { names: ['客单价'], of: ['orderedSales'], by: ['buyers'] },
];
