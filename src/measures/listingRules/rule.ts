/**
 * What every rule about a listing's text states as dated data, and which of them hold for a listing on a day.
 *
 * Platforms change their rules (Amazon's title limit twice in 19 months), so a rule is a row with the days on which it
 * holds, not a number in code. Several length rules may share an id: they are versions of one rule.
 */
import type { Day } from '../../core/day.js';
import type { ListingFieldName } from '../../core/listingField.js';
import type { LengthUnit } from './length.js';

/** A text field that rules may speak of. */
export type ListingField = Exclude<ListingFieldName, 'price' | 'compare_at_price' | 'quantity'>;

export type Severity = 'error' | 'warning' | 'hint';

/** `official`: the platform's own text. `quoted`: a third party that quotes or tests it. `memory`: general knowledge. */
export type Certainty = 'official' | 'quoted' | 'memory';

/** What every rule states beside what it checks. */
export interface RuleBasis {
  /** First day on which it holds, `YYYY-MM-DD`; null: as far back as eco looks. */
  readonly effectiveFrom: string | null;
  /** Last day on which it holds; left out or null: until a newer version takes over. */
  readonly effectiveUntil?: string | null;
  /**
   * `error`: the platform refuses or rewrites the text. `warning`: it shows only a part, may act on it, or the rule is not
   * certain. `hint`: advice. A rule from memory never is an error: a check must not fail on what nobody can look up.
   */
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly source: string;
  /** What else a reader of a finding should know; a sentence. */
  readonly remark?: string;
  /** ISO 3166 codes of the only marketplaces in which it holds, or of those in which it does not. */
  readonly onlyMarketplaces?: readonly string[];
  readonly exceptMarketplaces?: readonly string[];
  /** Product types to which it does not apply; `*` at the end stands for any rest. */
  readonly exceptProductTypes?: readonly string[];
}

export interface LengthRule extends RuleBasis {
  /** `<platform>/<field>-length`. */
  readonly id: string;
  /** Platform name as eco writes it; `taobao` stands for Tmall too. */
  readonly platform: string;
  readonly field: ListingField;
  readonly limit: number;
  readonly unit: LengthUnit;
}

/** What a rule may depend on. Unknown (null) never makes an exception. */
export interface RuleSubject {
  readonly platform: string;
  readonly marketplace: string | null;
  readonly productType: string | null;
}

/** The rule that holds on a day: of those that apply, the one that came into force last. */
export function ruleInForce(rules: readonly LengthRule[], field: ListingField, subject: RuleSubject, day: Day): LengthRule | null {
  let found: LengthRule | null = null;
  for (const rule of rules) {
    if (rule.field !== field || !appliesTo(rule, subject) || !holdsOn(rule, day)) continue;
    if (found === null || (rule.effectiveFrom ?? '') > (found.effectiveFrom ?? '')) found = rule;
  }
  return found;
}

/** The next rule to come into force after a day, or null where none is known. */
export function upcomingRule(rules: readonly LengthRule[], field: ListingField, subject: RuleSubject, day: Day): LengthRule | null {
  let found: LengthRule | null = null;
  for (const rule of rules) {
    if (rule.effectiveFrom === null || rule.effectiveFrom <= day) continue;
    if (rule.field !== field || !appliesTo(rule, subject)) continue;
    if (found === null || rule.effectiveFrom < (found.effectiveFrom as string)) found = rule;
  }
  return found;
}

/** Whether a rule is in force on a day. */
export function holdsOn(rule: RuleBasis, day: Day): boolean {
  if (rule.effectiveFrom !== null && rule.effectiveFrom > day) return false;
  return rule.effectiveUntil === undefined || rule.effectiveUntil === null || rule.effectiveUntil >= day;
}

function appliesTo(rule: LengthRule, subject: RuleSubject): boolean {
  if (rule.platform !== platformName(subject.platform)) return false;
  return holdsIn(rule, countryOf(subject.marketplace)) && !isExcepted(rule, subject.productType);
}

/** Whether a rule holds in a marketplace's country. An unknown one makes no exception. */
export function holdsIn(rule: RuleBasis, country: string | null): boolean {
  if (rule.onlyMarketplaces && (country === null || !rule.onlyMarketplaces.includes(country))) return false;
  return country === null || !rule.exceptMarketplaces?.includes(country);
}

/** Whether a rule leaves a product type out. An unknown one makes no exception. */
export function isExcepted(rule: RuleBasis, productType: string | null): boolean {
  return rule.exceptProductTypes !== undefined && isProductType(productType, rule.exceptProductTypes);
}

/** The name under which a platform's rules are kept. */
export function platformName(platform: string): string {
  const name = platform.trim().toLowerCase();
  return name === 'tmall' ? 'taobao' : name;
}

/** The country of a marketplace however it is written: `AE`, `Amazon.ae`, `amazon.com.tr`, `UK`; `Amazon.com` is the US. */
export function countryOf(marketplace: string | null): string | null {
  const code = marketplace?.trim().split('.').at(-1)?.toUpperCase() ?? '';
  if (code === '') return null;
  if (code === 'UK') return 'GB';
  return code === 'COM' ? 'US' : code;
}

function isProductType(productType: string | null, patterns: readonly string[]): boolean {
  if (productType === null) return false;
  const type = productType.trim().toUpperCase();
  return patterns.some((pattern) => (pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern));
}
