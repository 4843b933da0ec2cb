/**
 * Length rules of the Asian platforms, with their sources. Collected in November 2026.
 *
 * Chinese platforms count bytes (60 bytes are 30 汉字), Rakuten bytes of CP932 (255 bytes are 127 full-width characters).
 * Most of these limits are known from the trade only: they warn. Left out: limits that differ by category (Tmall's books
 * may have 120). Shortest lengths are among the text rules (textRules*.ts).
 */
import type { LengthUnit } from './length.js';
import type { LengthRule, ListingField } from './rule.js';

const FROM_MEMORY = 'general knowledge of the trade; no published source kept';

/** A limit that no source at hand states: it warns. */
function remembered(platform: string, field: ListingField, limit: number, unit: LengthUnit): LengthRule {
  return {
    id: `${platform}/${field.replaceAll('_', '-')}-length`,
    platform,
    field,
    limit,
    unit,
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'memory',
    source: FROM_MEMORY,
  };
}

export const ASIAN_RULES: readonly LengthRule[] = [
  {
    id: 'taobao/title-length',
    platform: 'taobao',
    field: 'title',
    limit: 60,
    unit: 'gbk-bytes',
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: 'Taobao Open Platform, item title: at most 60 characters (30 汉字); the longest of 27,598 Tmall titles has 60 bytes',
    remark: 'Books on Tmall may have 120.',
  },
  {
    id: 'rakuten/title-length',
    platform: 'rakuten',
    field: 'title',
    limit: 255,
    unit: 'cp932-bytes',
    effectiveFrom: null,
    severity: 'error',
    certainty: 'quoted',
    source: 'brain-trust.jp: 商品名 at most 127 full-width characters (255 bytes)',
  },
  {
    ...remembered('youzan', 'title', 100, 'characters'),
    severity: 'error',
    certainty: 'quoted',
    source: 'Youzan API reference, item title: at most 100 characters',
  },
  remembered('taobao', 'shopping_title', 30, 'gbk-bytes'),
  remembered('rakuten', 'subtitle', 174, 'cp932-bytes'),
  remembered('yahoojp', 'subtitle', 60, 'cp932-bytes'),
  remembered('qoo10', 'subtitle', 20, 'characters'),
  remembered('jd', 'title', 90, 'gbk-bytes'),
  remembered('pdd', 'title', 60, 'gbk-bytes'),
  remembered('douyin', 'title', 60, 'gbk-bytes'),
  remembered('kuaishou', 'title', 60, 'gbk-bytes'),
  remembered('1688', 'title', 60, 'gbk-bytes'),
  remembered('yahoojp', 'title', 150, 'cp932-bytes'),
  remembered('qoo10', 'title', 100, 'characters'),
  { ...remembered('shopee', 'title', 120, 'characters'), exceptMarketplaces: ['TW'] },
  { ...remembered('shopee', 'title', 60, 'characters'), onlyMarketplaces: ['TW'] },
  remembered('lazada', 'title', 255, 'characters'),
  remembered('aliexpress', 'title', 128, 'characters'),
  remembered('tiktokshop', 'title', 255, 'characters'),
];
