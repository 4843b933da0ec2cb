/**
 * What the title audit reads and what it finds.
 */
import type { LintSubject, Violation } from '../measures/listingRules/lint.js';
import type { ListingField } from '../measures/listingRules/rule.js';

/** A listing, or a product whose variations share their texts, as far as its texts go. Null is unknown: no import told it. */
export interface AuditListing {
  readonly store: string;
  readonly platform: string;
  /** A country code or the platform's own name for the place (`Amazon.ae`). */
  readonly marketplace: string | null;
  /** The product's id where its variations share the texts. */
  readonly listingId: string;
  /** Shared by the variations of one product; the listing's own id where it is not given. */
  readonly productId?: string;
  readonly sku: string | null;
  readonly title: string | null;
  readonly productType: string | null;
  readonly brand?: string | null;
  readonly variation?: string | null;
  readonly role?: string | null;
  /** Of a parent: the variations of its children. */
  readonly childVariations?: readonly string[];
  /** Other texts that have rules, where the imports carry them. */
  readonly otherFields?: Readonly<Partial<Record<ListingField, string | null>>>;
}

export interface Finding extends Omit<Violation, 'basis'> {
  readonly listing: AuditListing;
  readonly field: ListingField;
  readonly text: string;
  /** Since when the rule holds, how certain it is and by which source; null for what no rule's data states. */
  readonly basis: Violation['basis'] | null;
}

/** What the rules need to know of a listing. */
export function subjectOf(listing: AuditListing): LintSubject {
  const subject: LintSubject = {
    platform: listing.platform,
    marketplace: listing.marketplace,
    productType: listing.productType,
    brand: listing.brand ?? null,
    variation: listing.variation ?? null,
    role: listing.role ?? null,
  };
  // Nearly all have neither: no object is made of nothing a hundred thousand times.
  if (!hasOthers(listing) && listing.childVariations === undefined) return subject;
  return {
    ...subject,
    ...(hasOthers(listing) ? { texts: { ...listing.otherFields, title: listing.title } } : {}),
    ...(listing.childVariations ? { childVariations: listing.childVariations } : {}),
  };
}

/** The texts of a listing that are known. */
export function textsOf(listing: AuditListing): [ListingField, string][] {
  const texts: [ListingField, string][] = listing.title === null ? [] : [['title', listing.title]];
  if (listing.otherFields) {
    for (const [field, text] of Object.entries(listing.otherFields)) if (text != null) texts.push([field as ListingField, text]);
  }
  return texts;
}

/** How many of them there are, without making a list of them. */
export function countTexts({ title, otherFields }: AuditListing): number {
  let count = title === null ? 0 : 1;
  for (const field in otherFields) if (otherFields[field as ListingField] != null) count++;
  return count;
}

function hasOthers({ otherFields }: AuditListing): boolean {
  for (const _ in otherFields) return true;
  return false;
}
