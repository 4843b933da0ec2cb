/** The part of the audit that looks at one text at a time, without what needs the whole store or knows how words are stemmed. */
import type { Day } from '../core/day.js';
import type { Table } from '../core/table.js';
import { type LintOptions, lintText, type Violation } from '../measures/listingRules/lint.js';
import type { ListingField, Severity } from '../measures/listingRules/rule.js';
import type { Searched } from './auditSearched.js';
import { type AuditListing, type Finding, subjectOf, textsOf } from './finding.js';

/** Settings of a store, as `eco.config.yaml` and the command line have them. */
export type StoreSettings = Pick<LintOptions, 'disabled' | 'enabled' | 'severity' | 'allowWords'>;

export interface AuditOptions {
  readonly asOf: Day;
  /** Settings by the store's name; those of '' for all others. */
  readonly settings?: Readonly<Record<string, StoreSettings>>;
  /** What was searched, by the store's name; a store without is not judged by it. */
  readonly searched?: ReadonlyMap<string, Searched>;
  /** Only errors: what is less is not looked for. */
  readonly errorsOnly?: boolean;
  /** Only findings that this holds for. */
  readonly only?: (finding: Finding) => boolean;
  readonly params?: Table['params'];
}

/** What the rules say of each text of each listing, in the order of the listings. */
export function textFindings(listings: readonly AuditListing[], options: AuditOptions): Finding[] {
  const lint = lintOptionsByStore(options);
  const findings: Finding[] = [];
  for (const listing of listings) {
    const settings = lint(listing.store);
    const subject = subjectOf(listing);
    for (const [field, text] of textsOf(listing)) {
      for (const violation of lintText(subject, field, text, settings)) findings.push(findingOf(listing, field, text, violation));
    }
  }
  return findings;
}

/** Field by field: a copy takes several times as long, and there are a hundred thousand. */
function findingOf(listing: AuditListing, field: ListingField, text: string, violation: Violation): Finding {
  const { rule, severity, message, found, limit, span, fix, level, basis } = violation;
  return { listing, field, text, rule, severity, message, found, limit, span, fix, level, basis };
}

/** The options of `lintText` for each store, each made once. */
export function lintOptionsByStore({ asOf, settings, errorsOnly }: AuditOptions): (store: string) => LintOptions {
  const known = new Map<string, LintOptions>();
  return (store) => {
    let options = known.get(store);
    if (!options) {
      options = { asOf, upcoming: !errorsOnly, errorsOnly: errorsOnly === true, ...(settings?.[store] ?? settings?.['']) };
      known.set(store, options);
    }
    return options;
  };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Errors first, then by store, listing, SKU, field and rule. */
export function byOrder(a: Finding, b: Finding): number {
  if (a.severity !== b.severity) return RANK[a.severity] - RANK[b.severity];
  if (a.listing === b.listing) return compare(a.field, b.field) || compare(a.rule, b.rule) || (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1);
  return (
    compare(a.listing.store, b.listing.store) ||
    compare(a.listing.listingId, b.listing.listingId) ||
    compare(a.listing.sku ?? '', b.listing.sku ?? '') ||
    compare(a.field, b.field) ||
    compare(a.rule, b.rule) ||
    (a.span?.[0] ?? -1) - (b.span?.[0] ?? -1)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
