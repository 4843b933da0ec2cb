/**
 * What a reader of the title audit must know beside the findings: how much was judged, what could not be, and why.
 */
import type { Day } from '../core/day.js';
import type { LengthRule } from '../measures/listingRules/rule.js';
import { platformName, ruleInForce, upcomingRule } from '../measures/listingRules/rule.js';
import { PLATFORMS_WITHOUT_TITLE_LIMIT } from '../measures/listingRules/rules.js';
import type { AuditListing, Finding } from './finding.js';

/** Sentences, in a fixed order; the first counts what was judged. */
export function auditNotes(
  listings: readonly AuditListing[],
  findings: readonly Finding[],
  rules: readonly LengthRule[],
  asOf: Day,
): string[] {
  return [
    summary(listings, findings),
    ...withoutRule(listings, rules, asOf),
    ...unknownTitles(listings),
    ...unknownTypes(listings, rules, asOf),
  ];
}

function summary(listings: readonly AuditListing[], findings: readonly Finding[]): string {
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.length - errors;
  return `${many(listings.length, 'listing')}: ${many(errors, 'error')}, ${many(warnings, 'warning')}.`;
}

/** A platform without findings must not look checked when there was no rule to check it by. */
function withoutRule(listings: readonly AuditListing[], rules: readonly LengthRule[], asOf: Day): string[] {
  const unruled = listings.filter((listing) => ruleInForce(rules, 'title', listing, asOf) === null);
  return counted(unruled.map((listing) => platformName(listing.platform))).map(([platform, count]) => {
    const reason = PLATFORMS_WITHOUT_TITLE_LIMIT[platform];
    return reason === undefined
      ? `No title length rule of ${platform} is known: ${many(count, 'listing')} not checked for length.`
      : `${platform} has no title limit to check (${reason}): ${many(count, 'listing')}.`;
  });
}

function unknownTitles(listings: readonly AuditListing[]): string[] {
  const unknown = listings.filter((listing) => listing.title === null).map((listing) => listing.listingId);
  if (unknown.length === 0) return [];
  return [`${many(unknown.length, 'listing')} without a title in any import, not judged: ${examples(unknown)}.`];
}

/** Media keep Amazon's longer limit, but only a listing whose product type is known can be told to be one. */
function unknownTypes(listings: readonly AuditListing[], rules: readonly LengthRule[], asOf: Day): string[] {
  const judged = listings.filter((listing) => {
    if (listing.productType !== null || listing.title === null) return false;
    const rule = ruleInForce(rules, 'title', listing, asOf) ?? upcomingRule(rules, 'title', listing, asOf);
    return (rule?.exceptProductTypes?.length ?? 0) > 0;
  });
  return counted(judged.map((listing) => platformName(listing.platform))).map(
    ([platform, count]) =>
      `${many(count, 'listing')} of ${platform} without a product type, judged as no media (books, music, video and software may be longer).`,
  );
}

function counted(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function examples(ids: readonly string[]): string {
  const sorted = [...ids].sort();
  return sorted.length <= 3 ? sorted.join(', ') : `${sorted.slice(0, 3).join(', ')}, …`;
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
