/**
 * What the ad reports of Alimama (直通车, 引力魔方, 钻展, 万相台, 品销宝) have in common: how a day or a span of days is written, and what names a
 * campaign, a unit, an item. Names of columns are kept as the platform writes them; newest first.
 */
import { inYuan } from '../chineseColumns.js';
import { type ColumnSpec, column, type RatioSpec, required } from '../define.js';

export { inYuan };

const DAY = ['日期', '统计日期', '数据日期', '统计时间', '时间'];

/** `2026-07-31` (分天) or `20260701至20260731` (汇总): one column, of which a row fills the day or both ends. */
export const AD_DAYS: readonly ColumnSpec[] = [
  { ...required('day', ...DAY), only: /^[^至~～]*$/ },
  { ...column('fromDay', ...DAY), strip: /\s*[至~～].*$/s },
  { ...column('toDay', ...DAY), strip: /^.*[至~～]\s*/s },
];

export const CAMPAIGN_ID = column('campaignId', '计划ID', '推广计划ID');
export const CAMPAIGN_NAMES = ['计划名字', '计划名称', '推广计划名称', '推广计划', '计划'];
export const AD_GROUP_ID = column('adGroupId', '单元ID', '推广单元ID');
export const AD_GROUP_NAMES = ['单元名字', '单元名称', '推广单元名称', '推广单元', '单元'];
export const ITEM_IDS = ['主体ID', '宝贝ID', '商品ID'];
export const ITEM_NAMES = ['主体名称', '宝贝名称', '商品名称', '宝贝标题', '商品标题', '推广宝贝'];
export const KEYWORD_NAMES = ['词名字/词包名字', '词名字', '关键词', '词包名称', '关键词名称', '流量包名称'];
export const AUDIENCE_NAMES = ['人群名字', '人群名称', '定向人群名称', '定向人群', '定向名称'];
export const CREATIVE_NAMES = ['创意名字', '创意名称', '创意标题'];
export const CREATIVE_IDS = ['创意ID'];
export const PLACEMENT_NAMES = ['资源位名称', '资源位', '资源名称'];
export const REGION_NAMES = ['市', '城市', '省', '省份', '地域', '地区', '省/市'];

/** Totals that some downloads add to the rows. */
export const AD_TOTALS = [{ rule: 'totals', firstCell: /^\s*(总计|合计|汇总|小计|全部|总和)\s*$/ }];

/** The ratios that all of Alimama's reports print in the same sense. */
export const CLICK_RATIOS: readonly RatioSpec[] = [
  { names: ['点击率', '点击率(%)'], of: ['clicks'], by: ['impressions'] },
  { names: inYuan('平均点击花费', '点击成本', '点击单价', '单次点击成本'), of: ['adCost'], by: ['clicks'] },
  { names: inYuan('千次展现花费', '千次展现成本'), of: ['adCost'], by: ['impressions'], times: 1000 },
];
