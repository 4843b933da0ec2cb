/**
 * `titles audit`: which texts of which listings break which rule of their platform on a day.
 *
 * One row a finding. Beside the rules in force, those that are known to come are warnings (`-upcoming`), so that titles can be
 * mended before they do. A blank title is an error on every platform; an unknown one (null) is none, and is counted in a note.
 * `fix` is the whole text mended, where one mending is certain. The rules: measures/listingRules; what needs the whole store
 * (the same title twice, words that nobody searches) is here.
 */
import type { Day } from '../core/day.js';
import type { Column, Row, Table } from '../core/table.js';
import { type LintOptions, lintText } from '../measures/listingRules/lint.js';
import type { ListingField, Severity } from '../measures/listingRules/rule.js';
import { meansRule } from '../measures/listingRules/textRules.js';
import { duplicateTitles } from './auditDuplicates.js';
import { auditNotes } from './auditNotes.js';
import { type Searched, storeSearchHints } from './auditSearched.js';
import { type AuditListing, type Finding, subjectOf, textsOf } from './finding.js';

export type { AuditListing } from './finding.js';

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

const COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text', yields: true },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'field', header: 'Field', kind: 'text', yields: true },
  { key: 'text', header: 'Text', kind: 'text', yields: true },
  { key: 'rule', header: 'Rule', kind: 'text' },
  { key: 'severity', header: 'Severity', kind: 'text' },
  { key: 'message', header: 'Message', kind: 'text', wraps: true },
  { key: 'found', header: 'Found', kind: 'integer', yields: true },
  { key: 'limit', header: 'Limit', kind: 'integer', yields: true },
  { key: 'fix', header: 'Fix', kind: 'text', detail: true },
  { key: 'platform', header: 'Platform', kind: 'text', detail: true },
  { key: 'matched', header: 'Found words', kind: 'text', detail: true },
  { key: 'span_start', header: 'From', kind: 'integer', detail: true },
  { key: 'span_end', header: 'To', kind: 'integer', detail: true },
  { key: 'level', header: 'Level', kind: 'text', detail: true },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'effective_from', header: 'In force from', kind: 'day', detail: true },
  { key: 'certainty', header: 'Certainty', kind: 'text', detail: true },
  { key: 'source', header: 'Source', kind: 'text', detail: true },
];

/** The findings of all listings: errors first, then by store, listing, SKU, field and rule. */
export function auditTitles(listings: readonly AuditListing[], options: AuditOptions): Table {
  const findings = auditFindings(listings, options);
  return auditTable(findings, auditNotes(listings, findings, options), options);
}

/** The findings alone, in their order. */
export function auditFindings(listings: readonly AuditListing[], options: AuditOptions): Finding[] {
  const lint = lintOptionsByStore(options);
  const isWanted = options.only ?? (() => true);
  const findings: Finding[] = [];
  for (const listing of listings) {
    const settings = lint(listing.store);
    const subject = subjectOf(listing);
    for (const [field, text] of textsOf(listing)) {
      for (const violation of lintText(subject, field, text, settings)) {
        const finding = { listing, field, text, ...violation };
        if (isWanted(finding)) findings.push(finding);
      }
    }
  }
  for (const finding of ofTheStore(listings, options, lint)) if (isWanted(finding)) findings.push(finding);
  return findings.sort(byOrder);
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

/** Hints that need all listings of a store. */
function ofTheStore(listings: readonly AuditListing[], options: AuditOptions, lint: (store: string) => LintOptions): Finding[] {
  if (options.errorsOnly) return [];
  const { searched } = options;
  const hints = [...(searched ?? [])].flatMap(([store, words]) =>
    storeSearchHints(
      listings.filter((listing) => listing.store === store),
      words,
    ),
  );
  return [...duplicateTitles(listings), ...hints].flatMap((finding) => {
    const { disabled, severity } = lint(finding.listing.store);
    if ((disabled ?? []).some((word) => meansRule(word, finding.rule))) return [];
    return [{ ...finding, severity: severityIn(severity, finding) }];
  });
}

function severityIn(settings: LintOptions['severity'], { rule, severity }: Finding): Severity {
  const own = Object.entries(settings ?? {}).filter(([word]) => meansRule(word, rule));
  return own.at(-1)?.[1] ?? severity;
}

/** Findings as the table that every format prints. */
export function auditTable(findings: readonly Finding[], notes: readonly string[], { asOf, params }: AuditOptions): Table {
  return { id: 'titles.audit/1', columns: COLUMNS, rows: findings.map(toRow), notes, asOf, ...(params ? { params } : {}) };
}

function toRow({ listing, field, text, rule, severity, message, found, limit, fix, span, level, basis }: Finding): Row {
  return {
    store: listing.store,
    listing_id: listing.listingId,
    sku: listing.sku,
    field,
    text,
    rule,
    severity,
    message,
    found: typeof found === 'number' ? found : null,
    limit,
    fix,
    platform: listing.platform,
    matched: typeof found === 'string' ? found : span === null ? null : text.slice(...span),
    span_start: span?.[0] ?? null,
    span_end: span?.[1] ?? null,
    level,
    unit: basis !== null && 'unit' in basis ? (basis.unit as string) : null,
    effective_from: basis?.effectiveFrom ?? null,
    certainty: basis?.certainty ?? null,
    source: basis?.source ?? null,
  };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

function byOrder(a: Finding, b: Finding): number {
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

/** The text fields that can be asked for. */
export const AUDIT_FIELDS: readonly ListingField[] = [
  'title',
  'subtitle',
  'short_title',
  'shopping_title',
  'item_highlights',
  'seo_title',
  'search_terms',
  'tags',
];
