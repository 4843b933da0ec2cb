/**
 * A rule about the length of a listing's text, as dated data, and which of them holds for a listing on a day.
 *
 * Platforms change their limits (Amazon's title limit twice in 19 months), so a limit is a row with the day from which
 * it holds, not a number in code. Several rows may share an id: they are versions of one rule.
 */
import type { Day } from '../../core/day.js';
import type { LengthUnit } from './length.js';

export type ListingField = 'title' | 'item_highlights' | 'subtitle' | 'seo_title' | 'short_title' | 'search_terms';

export type Severity = 'error' | 'warning';

export interface LengthRule {
  /** `<platform>/<field>-length`. */
  readonly id: string;
  /** Platform name as eco writes it; `taobao` stands for Tmall too. */
  readonly platform: string;
  readonly field: ListingField;
  readonly limit: number;
  readonly unit: LengthUnit;
  /** First day on which it holds, `YYYY-MM-DD`; null: as far back as eco looks. */
  readonly effectiveFrom: string | null;
  /** Last day on which it holds; left out or null: until a newer version takes over. */
  readonly effectiveUntil?: string | null;
  /**
   * `error`: the platform refuses or rewrites a longer text. `warning`: it shows only a part, or the limit is not certain.
   * A limit from memory only warns: a check must not fail on a number that nobody can look up.
   */
  readonly severity: Severity;
  /** `official`: the platform's own text. `quoted`: a third party that quotes or tests it. `memory`: general knowledge. */
  readonly certainty: 'official' | 'quoted' | 'memory';
  readonly source: string;
  /** What else a reader of a finding should know; a sentence. */
  readonly remark?: string;
  /** ISO 3166 codes of the only marketplaces in which it holds, or of those in which it does not. */
  readonly onlyMarketplaces?: readonly string[];
  readonly exceptMarketplaces?: readonly string[];
  /** Product types to which it does not apply; `*` at the end stands for any rest. */
  readonly exceptProductTypes?: readonly string[];
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

function holdsOn(rule: LengthRule, day: Day): boolean {
  if (rule.effectiveFrom !== null && rule.effectiveFrom > day) return false;
  return rule.effectiveUntil === undefined || rule.effectiveUntil === null || rule.effectiveUntil >= day;
}

function appliesTo(rule: LengthRule, subject: RuleSubject): boolean {
  if (rule.platform !== platformName(subject.platform)) return false;
  const country = countryOf(subject.marketplace);
  if (rule.onlyMarketplaces && (country === null || !rule.onlyMarketplaces.includes(country))) return false;
  if (country !== null && rule.exceptMarketplaces?.includes(country)) return false;
  return !isProductType(subject.productType, rule.exceptProductTypes ?? []);
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
