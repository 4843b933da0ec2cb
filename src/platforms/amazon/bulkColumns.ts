/**
 * Headers that the sheets of a bulk file share. Campaign and ad group stand in one of two columns: under their own name in the rows
 * of campaigns and ad groups, "(Informational only)" in all others. English; the headers of bulk files follow the account's language only
 * in the old form.
 */
import { type ColumnSpec, column } from '../define.js';

/** The first of the columns that is filled in a row counts. */
export function firstOf(...args: Parameters<typeof column>): ColumnSpec {
  return { ...column(...args), firstFilled: true };
}

export const BULK_CAMPAIGN: readonly ColumnSpec[] = [
  column('campaignType', 'Product', '产品'),
  column('campaignId', 'Campaign ID', '广告活动编号', '广告活动 ID'),
  column('adGroupId', 'Ad Group ID', '广告组编号', '广告组 ID'),
  firstOf('campaign', 'Campaign Name', 'Campaign Name (Informational only)', '广告活动名称', '广告活动名称(仅供参考)'),
  firstOf('adGroup', 'Ad Group Name', 'Ad Group Name (Informational only)', '广告组名称', '广告组名称(仅供参考)'),
  firstOf('portfolio', 'Portfolio Name', 'Portfolio Name (Informational only)', '广告组合名称(仅供参考)'),
];

export const BULK_TARGET: readonly ColumnSpec[] = [
  firstOf('targetId', 'Keyword ID', 'Product Targeting ID', 'Targeting ID', 'Ad ID', '关键词编号', '商品投放编号', '广告编号'),
  firstOf(
    'targeting',
    ...['Keyword Text', 'Product Targeting Expression', 'Targeting Expression', '关键词文本', '商品投放表达式'],
    ...['Resolved Product Targeting Expression (Informational only)', 'Resolved Targeting Expression (Informational only)'],
  ),
  column('matchType', 'Match Type', '匹配类型'),
];
