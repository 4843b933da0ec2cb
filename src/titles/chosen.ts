/** The findings of chosen rules. */
import type { Table } from '../core/table.js';
import { LENGTH_RULES } from '../measures/listingRules/rules.js';

/** Every rule of the title audit by name. */
export function ruleNames(): string[] {
  const names = LENGTH_RULES.flatMap((rule) => [rule.id, `${rule.platform}/title-missing`]);
  return [...new Set(names)].sort();
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
