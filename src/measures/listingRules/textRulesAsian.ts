/** Rules about words and characters of the Asian platforms, with their sources. Collected in November 2026. */
import { PROSE_FIELDS } from './checkListing.js';
import type { RuleBasis } from './rule.js';
import type { TextRule } from './textRule.js';

const FROM_MEMORY = 'general knowledge of the trade; no published source kept';
const CHINESE = ['taobao', 'jd', 'pdd', 'douyin', 'kuaishou', '1688', 'youzan'];
const LAW = '中华人民共和国广告法 article 9 (3); 市场监管总局 公告 2023 no. 6, 广告绝对化用语执法指南';
const LISTS = 'published lists of risky advertising words (2015 to 2023); 市场监管总局 公告 2023 no. 6';

const memory: RuleBasis = { effectiveFrom: null, severity: 'warning', certainty: 'memory', source: FROM_MEMORY };

const CHINA: readonly TextRule[] = [
  {
    name: 'ad-law',
    platforms: CHINESE,
    fields: PROSE_FIELDS,
    check: { kind: 'ad-words', levels: ['law'] },
    effectiveFrom: '2015-09-01',
    severity: 'error',
    certainty: 'quoted',
    source: LAW,
  },
  {
    name: 'ad-words',
    platforms: CHINESE,
    fields: PROSE_FIELDS,
    check: { kind: 'ad-words', levels: ['high'] },
    effectiveFrom: '2015-09-01',
    severity: 'warning',
    certainty: 'quoted',
    source: LISTS,
  },
  {
    name: 'ad-words-risky',
    platforms: CHINESE,
    fields: PROSE_FIELDS,
    check: { kind: 'ad-words', levels: ['medium', 'platform', 'check'] },
    effectiveFrom: '2015-09-01',
    severity: 'hint',
    certainty: 'quoted',
    source: LISTS,
  },
  {
    name: 'ad-words-low',
    platforms: CHINESE,
    fields: PROSE_FIELDS,
    check: { kind: 'ad-words', levels: ['low'] },
    effectiveFrom: '2015-09-01',
    severity: 'hint',
    certainty: 'quoted',
    source: LISTS,
    optional: true,
  },
  {
    ...memory,
    name: 'full-width',
    platforms: CHINESE,
    fields: PROSE_FIELDS,
    check: { kind: 'full-width' },
    remark: 'A full-width letter costs two bytes.',
  },
  { ...memory, name: 'symbols', platforms: CHINESE, fields: ['title'], check: { kind: 'symbols' }, severity: 'hint' },
  { ...memory, name: 'contact', platforms: CHINESE, fields: PROSE_FIELDS, check: { kind: 'contact' } },
  { ...memory, name: 'other-platform', platforms: CHINESE, fields: ['title'], check: { kind: 'other-platform' }, severity: 'hint' },
  {
    ...memory,
    name: 'repeated-word',
    platforms: CHINESE,
    fields: ['title'],
    check: { kind: 'repeated-word', most: 2, forms: false },
    severity: 'hint',
    remark: 'A word that stands once is found; the others cost bytes.',
  },
  {
    ...memory,
    name: 'short',
    platforms: ['taobao', 'pdd'],
    fields: ['title'],
    check: { kind: 'short', least: 40, unit: 'gbk-bytes' },
    severity: 'hint',
    remark: 'Of 60 bytes; unused ones are searched for by nobody.',
  },
  {
    ...memory,
    name: 'short',
    platforms: ['douyin'],
    fields: ['title'],
    check: { kind: 'short', least: 16, unit: 'gbk-bytes' },
  },
];

const RAKUTEN_GUIDE = 'Rakuten, 商品名登録ガイドライン of 2017-09-21, quoted by cyber-records.co.jp 27457';

/** NEC's special characters and marks that only look alike on every machine today: numbers in circles, Roman numerals, ㌔, ㈱, №. */
const MACHINE_DEPENDENT =
  /[\u2160-\u217f\u2460-\u2473\u3220-\u32ff\u3300-\u33ff\u2116\u2121\u301d\u301f★☆◆◇■□●○◎▲△▼▽♪♥♡※\u{1f000}-\u{1faff}]/u;

const JAPAN: readonly TextRule[] = [
  {
    name: 'machine-dependent-characters',
    platforms: ['rakuten'],
    fields: ['title'],
    check: { kind: 'outside-class', outside: MACHINE_DEPENDENT, asked: '機種依存文字 and marks such as ★◇ are not allowed in a name' },
    effectiveFrom: '2017-09-21',
    severity: 'warning',
    certainty: 'quoted',
    source: RAKUTEN_GUIDE,
  },
  {
    name: 'full-width',
    platforms: ['rakuten'],
    fields: ['title'],
    check: { kind: 'full-width' },
    effectiveFrom: '2017-09-21',
    severity: 'warning',
    certainty: 'quoted',
    source: RAKUTEN_GUIDE,
    remark: 'Letters, digits and spaces are of half width.',
  },
  {
    name: 'promotion-outside-brackets',
    platforms: ['rakuten'],
    fields: ['title'],
    check: { kind: 'bracketed-promotion' },
    effectiveFrom: '2017-09-21',
    severity: 'warning',
    certainty: 'quoted',
    source: RAKUTEN_GUIDE,
  },
  {
    name: 'brand-first',
    platforms: ['rakuten'],
    fields: ['title'],
    check: { kind: 'brand-first' },
    effectiveFrom: '2017-09-21',
    severity: 'hint',
    certainty: 'quoted',
    source: RAKUTEN_GUIDE,
  },
  {
    ...memory,
    name: 'repeated-word',
    platforms: ['rakuten', 'yahoojp', 'qoo10'],
    fields: ['title'],
    check: { kind: 'repeated-word', most: 2, forms: false },
    severity: 'hint',
  },
  { ...memory, name: 'symbols', platforms: ['yahoojp', 'qoo10'], fields: ['title'], check: { kind: 'symbols' }, severity: 'hint' },
  { ...memory, name: 'full-width', platforms: ['yahoojp', 'qoo10'], fields: ['title'], check: { kind: 'full-width' }, severity: 'hint' },
  {
    ...memory,
    name: 'contact',
    platforms: ['rakuten', 'yahoojp', 'qoo10'],
    fields: PROSE_FIELDS,
    check: { kind: 'contact' },
  },
  {
    ...memory,
    name: 'other-platform',
    platforms: ['rakuten', 'yahoojp', 'qoo10'],
    fields: ['title'],
    check: { kind: 'other-platform' },
    severity: 'hint',
  },
];

export const ASIAN_TEXT_RULES: readonly TextRule[] = [...CHINA, ...JAPAN];
