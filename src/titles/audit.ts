/**
 * `titles audit`: which texts of which listings break a length rule of their platform.
 *
 * One row a finding: the length in the platform's own unit (`found`), the limit in force on `asOf`, and how far over it
 * the text is. Beside the limit in force, a limit that is known to come is a warning, so that titles can be mended before
 * it does. A blank title is an error on every platform; an unknown one (null) is none, and is counted in a note.
 *
 * Left out: words, characters, repetitions and word order; limits that only a category has. `fix` is null: no shorter
 * text is certain to be right.
 */
import type { Day } from '../core/day.js';
import type { Column, Row, Table } from '../core/table.js';
import { countLength, type LengthUnit } from '../measures/listingRules/length.js';
import type { LengthRule, ListingField } from '../measures/listingRules/rule.js';
import { platformName, ruleInForce, upcomingRule } from '../measures/listingRules/rule.js';
import { LENGTH_RULES } from '../measures/listingRules/rules.js';
import { auditNotes } from './auditNotes.js';
import type { AuditListing, Finding } from './finding.js';

export type { AuditListing } from './finding.js';

export interface AuditOptions {
  readonly asOf: Day;
  /** The rules to hold the listings against; all that eco knows when not given. */
  readonly rules?: readonly LengthRule[];
}

const COLUMNS: readonly Column[] = [
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing_id', header: 'Listing', kind: 'text' },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'field', header: 'Field', kind: 'text' },
  { key: 'text', header: 'Text', kind: 'text' },
  { key: 'rule', header: 'Rule', kind: 'text' },
  { key: 'severity', header: 'Severity', kind: 'text' },
  { key: 'message', header: 'Message', kind: 'text' },
  { key: 'found', header: 'Found', kind: 'integer' },
  { key: 'limit', header: 'Limit', kind: 'integer' },
  { key: 'fix', header: 'Fix', kind: 'text', detail: true },
  { key: 'platform', header: 'Platform', kind: 'text', detail: true },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'effective_from', header: 'In force from', kind: 'day', detail: true },
  { key: 'certainty', header: 'Certainty', kind: 'text', detail: true },
  { key: 'source', header: 'Source', kind: 'text', detail: true },
];

/** The findings of all listings: errors first, then by store, listing, SKU, field and rule. */
export function auditTitles(listings: readonly AuditListing[], options: AuditOptions): Table {
  const rules = options.rules ?? LENGTH_RULES;
  const findings = listings.flatMap((listing) => findingsOf(listing, rules, options.asOf)).sort(byOrder);
  return {
    id: 'titles.audit/1',
    columns: COLUMNS,
    rows: findings.map(toRow),
    notes: auditNotes(listings, findings, rules, options.asOf),
    asOf: options.asOf,
  };
}

function findingsOf(listing: AuditListing, rules: readonly LengthRule[], asOf: Day): Finding[] {
  const texts = [['title', listing.title], ...Object.entries(listing.otherFields ?? {})] as [ListingField, string | null][];
  return texts.flatMap(([field, text]) => {
    if (text === null || text === undefined) return [];
    if (field === 'title' && text.trim() === '') return [missing(listing, text)];
    const inForce = ruleInForce(rules, field, listing, asOf);
    const upcoming = upcomingRule(rules, field, listing, asOf);
    return [
      ...(inForce ? overLimit(listing, field, text, inForce) : []),
      ...(upcoming ? overUpcoming(listing, field, text, upcoming) : []),
    ];
  });
}

function missing(listing: AuditListing, text: string): Finding {
  return {
    listing,
    field: 'title',
    text,
    rule: `${platformName(listing.platform)}/title-missing`,
    severity: 'error',
    message: 'The title is empty.',
    found: 0,
    limit: null,
  };
}

function overLimit(listing: AuditListing, field: ListingField, text: string, limit: LengthRule): Finding[] {
  const found = countLength(text, limit.unit);
  if (found <= limit.limit) return [];
  const since = limit.effectiveFrom === null ? '' : ` since ${limit.effectiveFrom}`;
  const message = `${found} ${UNITS[limit.unit]}, ${found - limit.limit} over the limit of ${limit.limit}${since}.`;
  return [{ listing, field, text, rule: limit.id, severity: limit.severity, message: tail(message, limit), found, limit }];
}

function overUpcoming(listing: AuditListing, field: ListingField, text: string, limit: LengthRule): Finding[] {
  const found = countLength(text, limit.unit);
  if (found <= limit.limit) return [];
  const message =
    `${found} ${UNITS[limit.unit]}, longer than the limit of ${limit.limit} ` + `that comes into force on ${limit.effectiveFrom}.`;
  return [
    {
      listing,
      field,
      text,
      rule: `${limit.id}-upcoming`,
      severity: 'warning',
      message: tail(message, limit),
      found,
      limit,
    },
  ];
}

const UNITS: Readonly<Record<LengthUnit, string>> = {
  characters: 'characters',
  'utf8-bytes': 'bytes (UTF-8)',
  'gbk-bytes': 'bytes (a Chinese character counts 2)',
  'cp932-bytes': 'bytes (a full-width character counts 2)',
};

function tail(message: string, limit: LengthRule): string {
  const doubt = limit.certainty === 'memory' ? ' No source for this limit is at hand: check it.' : '';
  return `${message}${limit.remark ? ` ${limit.remark}` : ''}${doubt}`;
}

function toRow({ listing, field, text, rule, severity, message, found, limit }: Finding): Row {
  return {
    store: listing.store,
    listing_id: listing.listingId,
    sku: listing.sku,
    field,
    text,
    rule,
    severity,
    message,
    found,
    limit: limit?.limit ?? null,
    fix: null,
    platform: listing.platform,
    unit: limit?.unit ?? null,
    effective_from: limit?.effectiveFrom ?? null,
    certainty: limit?.certainty ?? null,
    source: limit?.source ?? null,
  };
}

function byOrder(a: Finding, b: Finding): number {
  return (
    compare(a.severity, b.severity) ||
    compare(a.listing.store, b.listing.store) ||
    compare(a.listing.listingId, b.listing.listingId) ||
    compare(a.listing.sku ?? '', b.listing.sku ?? '') ||
    compare(a.field, b.field) ||
    compare(a.rule, b.rule)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
