/**
 * What is wrong with one text of a listing, by the rules of its platform on a day. The audit lists what this finds; an edit may not
 * add to it.
 */
import type { Day } from '../../core/day.js';
import type { ListingFieldName } from '../../core/listingField.js';
import { countLength } from './length.js';
import { type ListingField, ruleInForce } from './rule.js';
import { LENGTH_RULES } from './rules.js';

/** What the rules need to know of a listing beside the text. Null is unknown. */
export interface LintSubject {
  readonly platform: string;
  readonly marketplace: string | null;
  readonly productType: string | null;
  readonly brand: string | null;
  /** "Black / S": what tells the listing from its siblings. */
  readonly variation: string | null;
  /** `parent` holds variations and is not sold itself. */
  readonly role: string | null;
  /** Other texts of the listing that a rule looks at: item highlights need a short title. */
  readonly texts?: Readonly<Partial<Record<ListingFieldName, string | null>>>;
}

export interface Violation {
  /** `amazon/title-length`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'hint';
  /** A sentence: what was found, and what is asked. */
  readonly message: string;
  /** The count or the words found, and the limit, where the rule has one. */
  readonly found: number | string | null;
  readonly limit: number | null;
  /** Where in the text, UTF-16 offsets, end exclusive; null for the whole. */
  readonly span: readonly [number, number] | null;
  /** The whole text mended, where one mending is certain. */
  readonly fix: string | null;
}

export interface LintOptions {
  readonly asOf: Day;
  /** Rule ids or prefixes ("amazon/", "amazon/title-length") that are switched off. */
  readonly disabled?: readonly string[];
}

/** The violations of one text, errors first. A null text is unknown and breaks nothing. */
export function lintText(subject: LintSubject, field: ListingFieldName, text: string | null, options: LintOptions): Violation[] {
  if (text === null) return [];
  const rule = ruleInForce(LENGTH_RULES, field as ListingField, subject, options.asOf);
  if (rule === null) return [];
  const found = countLength(text, rule.unit);
  if (found <= rule.limit) return [];
  return [{ rule: rule.id, severity: rule.severity, message: `${found} of ${rule.limit}`, found, limit: rule.limit, span: null, fix: null }];
}

/** The length limit of a field in force, and how long a text is in its unit; null where no rule is known. */
export function lengthLimit(
  subject: LintSubject,
  field: ListingFieldName,
  asOf: Day,
): { readonly limit: number; readonly unit: 'characters' | 'utf8-bytes' | 'gbk-bytes' | 'cp932-bytes' } | null {
  const rule = ruleInForce(LENGTH_RULES, field as ListingField, subject, asOf);
  return rule === null ? null : { limit: rule.limit, unit: rule.unit };
}
