/** Every rule about words and characters that eco knows, and the names under which people speak of rules. */
import { LENGTH_RULES, PLATFORMS_WITHOUT_TITLE_LIMIT } from './rules.js';
import { type TextRule, textRuleId } from './textRule.js';
import { AMAZON_TEXT_RULES } from './textRulesAmazon.js';
import { ASIAN_TEXT_RULES } from './textRulesAsian.js';
import { UNIVERSAL_RULES } from './textRulesUniversal.js';
import { WESTERN_TEXT_RULES } from './textRulesWestern.js';

export const TEXT_RULES: readonly TextRule[] = [...UNIVERSAL_RULES, ...AMAZON_TEXT_RULES, ...WESTERN_TEXT_RULES, ...ASIAN_TEXT_RULES];

/** Platforms of which a rule is known. */
export const RULED_PLATFORMS: readonly string[] = [
  ...new Set([
    ...LENGTH_RULES.map((rule) => rule.platform),
    ...Object.keys(PLATFORMS_WITHOUT_TITLE_LIMIT),
    ...TEXT_RULES.flatMap(({ platforms }) => (platforms === 'all' ? [] : platforms)),
  ]),
].sort();

/** The ids of all rules that a single text can break. */
export const RULE_IDS: readonly string[] = [
  ...new Set([
    ...LENGTH_RULES.map((rule) => rule.id),
    ...TEXT_RULES.flatMap(({ platforms, fields, name }) =>
      (platforms === 'all' ? RULED_PLATFORMS : platforms).flatMap((platform) => fields.map((field) => textRuleId(platform, field, name))),
    ),
  ]),
].sort();

/** Rules that are checked only where they are asked for. */
export const OPTIONAL_RULE_IDS: readonly string[] = [
  ...new Set(
    TEXT_RULES.filter(({ optional }) => optional).flatMap(({ platforms, fields, name }) =>
      (platforms === 'all' ? RULED_PLATFORMS : platforms).flatMap((platform) => fields.map((field) => textRuleId(platform, field, name))),
    ),
  ),
].sort();

/**
 * Whether a word means a rule: its id, its platform ("amazon", "amazon/"), a beginning of its id, its name on every platform
 * ("title-length", "length"), or in short with the platform ("amazon/length").
 */
export function meansRule(word: string, id: string): boolean {
  const wanted = word.trim().toLowerCase();
  const rule = id.replace(/-upcoming$/, '');
  if (wanted === rule || wanted === id) return true;
  const [platform = '', name = ''] = rule.split('/') as [string, string];
  const slash = wanted.indexOf('/');
  if (slash === -1) return wanted === platform || wanted === name || name.endsWith(`-${wanted}`);
  if (wanted.slice(0, slash) !== platform) return false;
  const rest = wanted.slice(slash + 1);
  return name.startsWith(rest) || name.endsWith(`-${rest}`);
}
