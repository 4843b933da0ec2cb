/**
 * What a reader of the title audit must know beside the findings: how much was judged and found, what could not be judged, and why.
 */
import type { Day } from '../core/day.js';
import { compiled } from '../measures/listingRules/compile.js';
import { platformName, type Severity } from '../measures/listingRules/rule.js';
import { PLATFORMS_WITHOUT_TITLE_LIMIT } from '../measures/listingRules/rules.js';
import { meansRule, OPTIONAL_RULE_IDS } from '../measures/listingRules/textRules.js';
import { LEAST_TERMS } from './auditSearched.js';
import type { AuditOptions } from './auditTexts.js';
import { type AuditListing, countTexts, type Finding } from './finding.js';

/** Sentences, in a fixed order; the first counts what was judged. */
export function auditNotes(listings: readonly AuditListing[], findings: readonly Finding[], options: AuditOptions): string[] {
  const limits = titleLimits(options.asOf);
  return [
    summary(listings, findings),
    ...byRule(findings),
    ...withoutLimit(listings, limits),
    ...unknownTitles(listings),
    ...unknownTypes(listings, limits),
    ...unasked(listings, options),
    ...unsearched(listings, options),
  ];
}

function summary(listings: readonly AuditListing[], findings: readonly Finding[]): string {
  const count: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const { severity } of findings) count[severity]++;
  const others = listings.reduce((sum, listing) => sum + countTexts(listing) - (listing.title === null ? 0 : 1), 0);
  const besides = others === 0 ? '' : `, ${many(others, 'other text')}`;
  return `${many(listings.length, 'listing')}${besides}: ${many(count.error, 'error')}, ${many(count.warning, 'warning')}, ${many(count.hint, 'hint')}.`;
}

const RULES_NAMED = 8;

function byRule(findings: readonly Finding[]): string[] {
  const rules = counted(findings.map(({ rule }) => rule)).sort((a, b) => b[1] - a[1]);
  if (rules.length < 2) return [];
  const named = rules.slice(0, RULES_NAMED).map(([rule, count]) => `${rule} ${count}`);
  return [`By rule: ${named.join(', ')}${rules.length > RULES_NAMED ? `, and ${rules.length - RULES_NAMED} more rules` : ''}.`];
}

/** A platform without findings must not look checked when there was no rule to check it by. */
function withoutLimit(listings: readonly AuditListing[], limits: TitleLimits): string[] {
  const unruled = listings.filter((listing) => listing.title !== null && limits(listing).length === 0);
  return counted(unruled.map((listing) => platformName(listing.platform))).map(([platform, count]) => {
    const reason = PLATFORMS_WITHOUT_TITLE_LIMIT[platform];
    return reason === undefined
      ? `No title length rule of ${platform} is known: ${many(count, 'listing')} not checked for length.`
      : `${platform} has no title limit to check (${reason}): ${many(count, 'listing')}.`;
  });
}

/** The length rules for a listing's title, chosen once a place. */
type TitleLimits = (listing: AuditListing) => ReturnType<typeof compiled>;

function titleLimits(asOf: Day): TitleLimits {
  const known = new Map<string, ReturnType<typeof compiled>>();
  let last: { platform: string; marketplace: string | null; limits: ReturnType<typeof compiled> } | null = null;
  return ({ platform, marketplace }) => {
    if (last?.platform === platform && last.marketplace === marketplace) return last.limits;
    const place = `${platform}\u001f${marketplace ?? ''}`;
    const limits =
      known.get(place) ?? compiled(platform, marketplace, 'title', { asOf, upcoming: true }).filter(({ basis }) => 'unit' in basis);
    known.set(place, limits);
    last = { platform, marketplace, limits };
    return limits;
  };
}

function unknownTitles(listings: readonly AuditListing[]): string[] {
  const unknown = listings.filter((listing) => countTexts(listing) === 0).map((listing) => listing.listingId);
  if (unknown.length === 0) return [];
  return [`${many(unknown.length, 'listing')} without a title in any import, not judged: ${examples(unknown)}.`];
}

/** Media keep Amazon's longer limit, but only a listing whose product type is known can be told to be one. */
function unknownTypes(listings: readonly AuditListing[], limits: TitleLimits): string[] {
  const judged = listings.filter((listing) => {
    if (listing.productType !== null || listing.title === null) return false;
    return limits(listing).some(({ basis }) => (basis.exceptProductTypes?.length ?? 0) > 0);
  });
  return counted(judged.map((listing) => platformName(listing.platform))).map(
    ([platform, count]) =>
      `${many(count, 'listing')} of ${platform} without a product type, judged as no media (books, music, video and software may be longer).`,
  );
}

function unasked(listings: readonly AuditListing[], { settings }: AuditOptions): string[] {
  const platforms = new Set(listings.map((listing) => platformName(listing.platform)));
  const enabled = Object.values(settings ?? {}).flatMap((each) => each.enabled ?? []);
  const rules = OPTIONAL_RULE_IDS.filter(
    (id) => platforms.has(id.split('/')[0] as string) && id.includes('/title-') && !enabled.some((word) => meansRule(word, id)),
  );
  return rules.length === 0 ? [] : [`Checked only where asked for: ${rules.map((rule) => `--rule ${rule}`).join(', ')}.`];
}

function unsearched(listings: readonly AuditListing[], { searched, errorsOnly }: AuditOptions): string[] {
  if (!searched || errorsOnly) return [];
  const without = [...new Set(listings.map(({ store }) => store))].filter((store) => !searched.has(store)).sort();
  if (without.length === 0) return [];
  return [
    `Fewer than ${LEAST_TERMS} search terms of ${without.join(', ')} are known: words that nobody searches were not looked for there.`,
  ];
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
