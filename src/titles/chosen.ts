/** The findings of chosen rules. */
import type { Table } from '../core/table.js';
import { LENGTH_RULES, PLATFORMS_WITHOUT_TITLE_LIMIT } from '../measures/listingRules/rules.js';

/** Every rule of the title audit by name. */
function ruleNames(): string[] {
  const platforms = [...LENGTH_RULES.map((rule) => rule.platform), ...Object.keys(PLATFORMS_WITHOUT_TITLE_LIMIT)];
  return [...new Set([...LENGTH_RULES.map((rule) => rule.id), ...platforms.map((platform) => `${platform}/title-missing`)])].sort();
}

/** What could have been meant by a word that names no rule: the rules of its platform, else the platforms. */
export function likelyRules(word: string): string[] {
  const platform = word.trim().toLowerCase().split('/')[0] ?? '';
  const ofPlatform = rulesMeant(platform);
  return ofPlatform.length > 0 ? ofPlatform : [...new Set(ruleNames().map((rule) => rule.split('/')[0] as string))];
}

/**
 * The rules that a word means: `amazon/title-length`, all of `amazon`, or in short `amazon/length`. Empty where it means none.
 * A limit that is known to come belongs to its rule.
 */
export function rulesMeant(word: string): string[] {
  const [platform = '', name] = word.trim().toLowerCase().split('/');
  return ruleNames().filter((rule) => {
    const [rulePlatform, ruleName = ''] = rule.split('/');
    return rulePlatform === platform && (name === undefined || ruleName === name || ruleName.endsWith(`-${name}`));
  });
}

/** The audit with the findings of these rules only. */
export function onlyRules(audit: Table, rules: readonly string[]): Table {
  const rows = audit.rows.filter((row) => rules.includes(String(row.rule).replace(/-upcoming$/, '')));
  return { ...audit, rows, params: { ...audit.params, rules } };
}
