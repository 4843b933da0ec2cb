/**
 * What the title audit reads and what it finds.
 */
import type { LengthRule, ListingField, Severity } from '../measures/listingRules/rule.js';

/** A listing as far as its texts go. Null is unknown: no import told it. */
export interface AuditListing {
  readonly store: string;
  readonly platform: string;
  /** A country code or the platform's own name for the place (`Amazon.ae`). */
  readonly marketplace: string | null;
  readonly listingId: string;
  readonly sku: string | null;
  readonly title: string | null;
  readonly productType: string | null;
  /** Other texts that have limits, where the imports carry them. */
  readonly otherFields?: Readonly<Partial<Record<ListingField, string | null>>>;
}

export interface Finding {
  readonly listing: AuditListing;
  readonly field: ListingField;
  readonly text: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly found: number;
  /** null where the rule is no limit: a missing title. */
  readonly limit: LengthRule | null;
}
