/**
 * What the ad reports of Rakuten have in common: CP932 text under a preamble (実行日時, 検索条件, 集計単位, 集計期間), of which the rows repeat the
 * period: `2023年12月11日` a day, `2026年06月` a month, `2023年12月01日～2023年12月11日` the whole span. Amounts are whole yen, with tax or without as
 * the shop is charged; `-` is nothing. Ratios are in percent.
 */
import { type ColumnSpec, required } from '../define.js';

/** The period of a row, which makes its first and last day. */
export const AD_PERIOD: ColumnSpec = required('dateRange', '日付');
export const AD_PERIOD_DAYS = [
  { day: 'fromDay', of: 'dateRange' },
  { day: 'toDay', of: 'dateRange' },
] as const;

export const ITEM_NUMBER = '商品管理番号';
export const COUPONS_TAKEN = 'クーポン獲得数';
export const VIEWABLE_IMPRESSIONS = 'ビューアブルインプレッション数';

/** Totals that somebody may have put below. */
export const AD_TOTALS = [{ rule: 'totals', firstCell: /^\s*(合計|総計|総合計)\s*$/ }];
