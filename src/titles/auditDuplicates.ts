/**
 * Titles that different products of one store share: compared in NFKC, lower case and single spaces. One finding a product; the first
 * other product is named. Variations of one product may share a title.
 */
import type { Severity } from '../measures/listingRules/rule.js';
import { platformName } from '../measures/listingRules/rule.js';
import type { AuditListing, Finding } from './finding.js';

/** Platforms that act against the same offer twice. Elsewhere it is a hint: shoppers cannot tell them apart. */
const FORBIDDEN: ReadonlySet<string> = new Set(['ebay', 'taobao', 'jd', 'pdd', 'douyin', '1688']);

export function duplicateTitles(listings: readonly AuditListing[]): Finding[] {
  const byStore = new Map<string, Map<string, AuditListing>>();
  const groups = new Map<AuditListing, AuditListing[]>();
  for (const listing of listings) {
    if (listing.title === null || listing.title.trim() === '') continue;
    let titles = byStore.get(listing.store);
    if (!titles) {
      titles = new Map();
      byStore.set(listing.store, titles);
    }
    const key = keyOf(listing.title);
    const first = titles.get(key);
    if (first === undefined) titles.set(key, listing);
    else {
      const group = groups.get(first);
      if (group) group.push(listing);
      else groups.set(first, [first, listing]);
    }
  }
  return [...groups.values()].flatMap(findingsOf);
}

function keyOf(title: string): string {
  const lower = title.toLowerCase();
  // Most titles are plain: nothing to normalise.
  return /^(?! )(?!.*(?: {2}| $))[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function findingsOf(group: readonly AuditListing[]): Finding[] {
  const products = new Map(group.map((listing) => [productOf(listing), listing]));
  if (products.size < 2) return [];
  const ids = [...products.keys()].sort();
  return [...products.values()].map((listing) => {
    const [other] = ids.filter((id) => id !== productOf(listing));
    const more = ids.length === 2 ? '' : ` and ${ids.length - 2} more`;
    return {
      listing,
      field: 'title',
      text: listing.title as string,
      rule: `${platformName(listing.platform)}/title-duplicate`,
      severity: severityOf(listing),
      message: `Same title as ${other}${more}.`,
      found: ids.length,
      limit: 1,
      span: null,
      fix: null,
      level: null,
      basis: null,
    };
  });
}

function productOf({ productId, listingId }: AuditListing): string {
  return productId ?? listingId;
}

function severityOf({ platform }: AuditListing): Severity {
  return FORBIDDEN.has(platformName(platform)) ? 'warning' : 'hint';
}
