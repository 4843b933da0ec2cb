/**
 * `titles audit`: which texts of which listings break which rule of their platform on a day.
 *
 * One row a finding. Beside the rules in force, those that are known to come are warnings (`-upcoming`), so that titles can be
 * mended before they do. A blank title is an error on every platform; an unknown one (null) is none, and is counted in a note.
 * `fix` is the whole text mended, where one mending is certain. The rules: measures/listingRules; what needs the whole store
 * (the same title twice, words that nobody searches) is here.
 */
import type { Column, Row, Table } from '../core/table.js';
import type { LintOptions } from '../measures/listingRules/lint.js';
import type { ListingField, Severity } from '../measures/listingRules/rule.js';
import { meansRule } from '../measures/listingRules/textRules.js';
import { duplicateTitles } from './auditDuplicates.js';
import { auditNotes } from './auditNotes.js';
import { storeSearchHints } from './auditSearched.js';
import { type AuditOptions, byOrder, lintOptionsByStore, textFindings } from './auditTexts.js';
import type { AuditListing, Finding } from './finding.js';

export type { AuditListing } from './finding.js';

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
  const found = [...textFindings(listings, options), ...ofTheStore(listings, options, lintOptionsByStore(options))];
  return found.filter(options.only ?? (() => true)).sort(byOrder);
}

/** Hints that need all listings of a store. */
function ofTheStore(listings: readonly AuditListing[], options: AuditOptions, lint: (store: string) => LintOptions): Finding[] {
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

/** Findings as the table that every format prints. Its rows are made when they are asked for: a page shows twenty of a hundred thousand. */
export function auditTable(findings: readonly Finding[], notes: readonly string[], { asOf, params }: AuditOptions): Table {
  let rows: readonly Row[] | null = null;
  return {
    id: 'titles.audit/1',
    columns: COLUMNS,
    get rows() {
      rows ??= findings.map(rowOf);
      return rows;
    },
    notes,
    asOf,
    ...(params ? { params } : {}),
  };
}

export function rowOf({ listing, field, text, rule, severity, message, found, limit, fix, span, level, basis }: Finding): Row {
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
