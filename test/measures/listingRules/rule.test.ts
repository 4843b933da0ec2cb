import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '../../../src/core/day.js';
import type { LengthRule, RuleSubject } from '../../../src/measures/listingRules/rule.js';
import { countryOf, ruleInForce, upcomingRule } from '../../../src/measures/listingRules/rule.js';
import { LENGTH_RULES } from '../../../src/measures/listingRules/rules.js';
import { meansRule, OPTIONAL_RULE_IDS, RULE_IDS, RULED_PLATFORMS, TEXT_RULES } from '../../../src/measures/listingRules/textRules.js';

const subject = (platform: string, marketplace: string | null = null, productType: string | null = null): RuleSubject => ({
  platform,
  marketplace,
  productType,
});
const titleLimit = (of: RuleSubject, day: string) => ruleInForce(LENGTH_RULES, 'title', of, day as Day)?.limit ?? null;

describe('the title limits', () => {
  it.each([
    ['amazon', 'US', '2026-07-26', 200],
    ['amazon', 'US', '2026-07-27', 75],
    ['amazon', 'Amazon.de', '2026-11-22', 75],
    ['amazon', null, '2026-11-22', 75],
    ['amazon', 'AE', '2026-11-22', 200],
    ['amazon', 'Amazon.sa', '2026-11-22', 200],
    ['amazon', 'amazon.com.tr', '2026-11-22', 200],
    ['amazon', 'eg', '2026-11-22', 200],
    ['etsy', null, '2026-11-22', 140],
    ['ebay', 'US', '2026-11-22', 80],
    ['shopify', null, '2026-11-22', 255],
    ['taobao', 'CN', '2026-11-22', 60],
    ['tmall', 'CN', '2026-11-22', 60],
    ['rakuten', 'JP', '2026-11-22', 255],
    ['walmart', 'US', '2026-11-22', 200],
    ['google', null, '2026-11-22', 150],
    ['shopee', 'TW', '2026-11-22', 60],
    ['shopee', 'SG', '2026-11-22', 120],
    ['woocommerce', null, '2026-11-22', null],
    ['ozon', null, '2026-11-22', null],
  ])('%s %s on %s: %s', (platform, marketplace, day, expected) => {
    expect(titleLimit(subject(platform, marketplace), day)).toBe(expected);
  });

  it('leave Amazon’s media their 200 characters, and nothing that only sounds like media', () => {
    const on = (type: string) => titleLimit(subject('amazon', 'US', type), '2026-11-22');
    expect([on('ABIS_BOOK'), on('abis_music'), on('SOFTWARE'), on('BOOKS_1973_AND_LATER')]).toEqual([200, 200, 200, 200]);
    expect([on('BOOKEND'), on('VIDEO_CARD'), on('KETTLE'), on('')]).toEqual([75, 75, 75, 75]);
  });

  it('know of the rule to come until it has come', () => {
    const upcoming = (of: RuleSubject, day: string) => upcomingRule(LENGTH_RULES, 'title', of, day as Day)?.limit ?? null;
    expect(upcoming(subject('amazon', 'US'), '2026-07-26')).toBe(75);
    expect(upcoming(subject('amazon', 'US'), '2026-07-27')).toBeNull();
    expect(upcoming(subject('amazon', 'AE'), '2026-07-26')).toBeNull();
    expect(upcoming(subject('ebay'), '2026-07-26')).toBeNull();
  });
});

describe('ruleInForce', () => {
  const base: LengthRule = {
    id: 'x/title-length',
    platform: 'x',
    field: 'title',
    limit: 10,
    unit: 'characters',
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: 'x',
  };

  it('takes the version that came last, whatever the order of the rows', () => {
    const newer = { ...base, limit: 20, effectiveFrom: '2026-01-01' };
    for (const rules of [
      [base, newer],
      [newer, base],
    ]) {
      expect(ruleInForce(rules, 'title', subject('x'), '2026-01-01' as Day)?.limit).toBe(20);
      expect(ruleInForce(rules, 'title', subject('x'), '2025-12-31' as Day)?.limit).toBe(10);
    }
  });

  it('lets a rule end after its last day', () => {
    const ended = [{ ...base, effectiveUntil: '2026-03-31' }];
    expect(ruleInForce(ended, 'title', subject('x'), '2026-03-31' as Day)?.limit).toBe(10);
    expect(ruleInForce(ended, 'title', subject('x'), '2026-04-01' as Day)).toBeNull();
  });

  it('keeps fields and platforms apart', () => {
    expect(ruleInForce([base], 'subtitle', subject('x'), '2026-01-01' as Day)).toBeNull();
    expect(ruleInForce([base], 'title', subject('y'), '2026-01-01' as Day)).toBeNull();
  });
});

describe('countryOf', () => {
  it.each([
    ['Amazon.co.uk', 'GB'],
    ['UK', 'GB'],
    ['amazon.com', 'US'],
    ['Amazon.ae', 'AE'],
    ['de', 'DE'],
    ['', null],
    [null, null],
  ])('%s is %s', (marketplace, expected) => {
    expect(countryOf(marketplace)).toBe(expected);
  });
});

describe('the rule data', () => {
  it('has real days, positive limits, a source, and ids that say what they are', () => {
    for (const rule of LENGTH_RULES) {
      expect(rule.id).toBe(`${rule.platform}/${rule.field.replaceAll('_', '-')}-length`);
      expect(rule.effectiveFrom === null || parseDay(rule.effectiveFrom) !== null, rule.id).toBe(true);
      expect(rule.limit, rule.id).toBeGreaterThan(0);
      expect(rule.source, rule.id).not.toBe('');
    }
  });

  it('never fails a shop on a rule without a source', () => {
    const unsourced = [...LENGTH_RULES, ...TEXT_RULES].filter((rule) => rule.certainty === 'memory');
    expect(new Set(unsourced.map((rule) => rule.severity))).toEqual(new Set(['warning', 'hint']));
  });
});

describe('the text rules', () => {
  it('have real days, a source, fields, and one version a platform, field and place', () => {
    for (const rule of TEXT_RULES) {
      for (const day of [rule.effectiveFrom, rule.effectiveUntil ?? null])
        expect(day === null || parseDay(day) !== null, rule.name).toBe(true);
      expect(rule.source, rule.name).not.toBe('');
      expect(rule.fields.length, rule.name).toBeGreaterThan(0);
      expect(rule.name).toMatch(/^[a-z-]+$/);
    }
    const keys = TEXT_RULES.flatMap((rule) =>
      (rule.platforms === 'all' ? RULED_PLATFORMS : rule.platforms).flatMap((platform) =>
        rule.fields.map((field) => [platform, field, rule.name, rule.onlyMarketplaces?.join(), rule.exceptMarketplaces?.join()].join(' ')),
      ),
    );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('have ids that people can name', () => {
    expect(RULE_IDS).toContain('amazon/title-banned-characters');
    expect(RULE_IDS).toContain('amazon/item-highlights-title-too-long');
    expect(OPTIONAL_RULE_IDS.filter((id) => id.startsWith('taobao/title'))).toEqual(['taobao/title-ad-words-low']);
    expect(meansRule('amazon/length', 'amazon/title-length')).toBe(true);
    expect(meansRule('amazon/title-length', 'amazon/title-length-upcoming')).toBe(true);
    expect(meansRule('Amazon', 'amazon/title-length')).toBe(true);
    expect(meansRule('length', 'etsy/title-length')).toBe(true);
    expect(meansRule('etsy/length', 'amazon/title-length')).toBe(false);
    expect(meansRule('', 'amazon/title-length')).toBe(false);
  });
});
