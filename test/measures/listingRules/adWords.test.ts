import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.js';
import { AD_LEVELS } from '../../../src/measures/listingRules/adWords.js';
import { AD_WORDS } from '../../../src/measures/listingRules/adWordsData.js';
import { lintText } from '../../../src/measures/listingRules/lint.js';

const SUBJECT = { platform: 'taobao', marketplace: 'CN', productType: null, brand: null, variation: null, role: null };
const adWordsIn = (title: string) =>
  lintText(SUBJECT, 'title', title, { asOf: '2026-11-22' as Day, enabled: ['ad-words-low'] })
    .filter(({ rule }) => rule.includes('-ad-'))
    .map(({ rule, level, found, severity }) => [rule.replace('taobao/title-', ''), level, found, severity]);

describe('words of the advertising law', () => {
  it.each([
    ['国家级大师保温杯', [['ad-law', 'law', '国家级', 'error']]],
    ['最佳保温杯', [['ad-law', 'law', '最佳', 'error']]],
    ['全网销量第一保温杯', [['ad-words', 'high', '全网销量第一', 'warning']]],
    ['最新款最便宜的保温杯', [['ad-words', 'high', '最便宜', 'warning']]],
    ['独家保温杯', [['ad-words-risky', 'medium', '独家', 'hint']]],
    ['秒杀保温杯', [['ad-words-risky', 'platform', '秒杀', 'hint']]],
    ['最暖保温杯', [['ad-words-risky', 'check', '最', 'hint']]],
    ['NO.1保温杯', [['ad-words-risky', 'check', 'NO.1', 'hint']]],
    ['100%保温', [['ad-words-risky', 'check', '100%', 'hint']]],
    ['正品保温杯', [['ad-words-low', 'low', '正品', 'hint']]],
  ])('%s', (title, expected) => {
    expect(adWordsIn(title)).toEqual(expected);
  });

  it.each([
    '最后一件 最近 最终 最新款 最小起订量10件',
    '第一次 第一步 第一代 第一人称 第一季',
    '唯一性 唯一码',
    '首饰盒 首页',
    '顶级域名',
    '国家级高新技术企业',
    '100%棉 T恤 100%纯棉',
    '半永久眉笔 永久牌自行车 万能胶 绝对值',
    '最佳食用时间 本店最大号',
    'NO.15 色号',
    '消毒柜 消毒湿巾',
  ])('nothing in: %s', (title) => {
    expect(adWordsIn(title)).toEqual([]);
  });

  it('claims about the body are for cosmetics; elsewhere they are to be checked', () => {
    expect(adWordsIn('抗敏精华面霜')).toEqual([['ad-words', 'high', '抗敏', 'warning']]);
    expect(adWordsIn('抗菌袜子')).toEqual([['ad-words-risky', 'check', '抗菌', 'hint']]);
  });

  it('says the reason and when it is allowed, and each word once', () => {
    const found = lintText(SUBJECT, 'title', '最佳最佳保温杯不锈钢便携大容量办公室家用学生女', { asOf: '2026-11-22' as Day });
    expect(found.map(({ message }) => message)).toEqual([
      '"最佳" is an absolute word (Advertising Law, article 9). Allowed for one’s own range, tips, terms of a standard, names and trade marks, and with proof.',
    ]);
  });

  it('holds from the day of the law, on Chinese platforms only', () => {
    const on = (platform: string, day: string) =>
      lintText({ ...SUBJECT, platform }, 'title', '最佳', { asOf: day as Day }).some(({ rule }) => rule.endsWith('ad-law'));
    expect([on('taobao', '2015-08-31'), on('taobao', '2015-09-01'), on('jd', '2026-11-22'), on('rakuten', '2026-11-22')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('the word list', () => {
  it('has each word once, at a known level, and only the law’s own words as errors', () => {
    const words = AD_WORDS.flatMap(({ words: text, level }) => text.split(' ').map((word) => ({ word, level })));
    expect(new Set(words.map(({ word }) => word)).size).toBe(words.length);
    for (const { word, level } of words) {
      expect(word).not.toBe('');
      expect(AD_LEVELS).toContain(level);
    }
    expect(words.filter(({ level }) => level === 'law').map(({ word }) => word)).toEqual(['国家级', '最高级', '最佳']);
  });
});
