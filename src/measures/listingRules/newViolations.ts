/**
 * Which violations an edit would create: no edit may, unless it is allowed. A rule of the platform counts as newly broken when the text
 * before did not break it, broke it in fewer places, or by less (a title that was too long and became longer).
 */
import type { ListingFieldName } from '../../core/listingField.js';
import { type LintOptions, type LintSubject, lintText, type Violation } from './lint.js';
import { meansRule } from './textRules.js';

/** Rules that are newly broken, each once with its message. */
export function newViolations(
  subject: LintSubject,
  field: ListingFieldName,
  before: string | null,
  after: string,
  options: LintOptions,
  allow: readonly string[],
): Violation[] {
  const now = lintText(subject, field, after, options);
  if (now.length === 0) return [];
  const then = lintText(subject, field, before, options);
  const broken = now.filter((violation) => {
    const same = then.filter(({ rule }) => rule === violation.rule);
    const count = now.filter(({ rule }) => rule === violation.rule).length;
    return same.length === 0 || same.length < count || worsened(violation, same);
  });
  const first = new Map<string, Violation>();
  for (const violation of broken) if (!first.has(violation.rule) && !isAllowed(violation.rule, allow)) first.set(violation.rule, violation);
  return [...first.values()];
}

/** Further beyond the limit, whether that is a most or a least. */
function worsened({ found, limit }: Violation, before: readonly Violation[]): boolean {
  if (typeof found !== 'number' || limit === null) return false;
  const known = before.flatMap((violation) => (typeof violation.found === 'number' ? [violation.found] : []));
  return known.length > 0 && (found > limit ? found > Math.max(...known) : found < Math.min(...known));
}

/** `all`, or a rule as `meansRule` reads it: `amazon/title-length`, `amazon`, `length`. */
export function isAllowed(rule: string, allow: readonly string[]): boolean {
  return allow.some((word) => word === 'all' || meansRule(word, rule));
}
