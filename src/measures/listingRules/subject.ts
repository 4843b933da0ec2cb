/** What a rule sees of a listing, and what it says. */
import type { ListingFieldName } from '../../core/listingField.js';
import type { RuleBasis, Severity } from './rule.js';

/** What the rules need to know of a listing beside the text. Null is unknown. */
export interface LintSubject {
  readonly platform: string;
  readonly marketplace: string | null;
  readonly productType: string | null;
  readonly brand: string | null;
  /** "Black / S": what tells the listing from its siblings. */
  readonly variation: string | null;
  /** `parent` holds variations and is not sold itself. */
  readonly role: string | null;
  /** Other texts of the listing that a rule looks at: item highlights need a short title. */
  readonly texts?: Readonly<Partial<Record<ListingFieldName, string | null>>>;
  /** Of a parent: the variations of its children. */
  readonly childVariations?: readonly string[];
}

/** A place where a rule is broken. */
export interface Hit {
  /** A sentence: what was found, and what is asked. */
  readonly message: string;
  /** The count or the words found, and the limit, where the rule has one. */
  readonly found: number | string | null;
  readonly limit: number | null;
  /** Where in the text, UTF-16 offsets, end exclusive; null for the whole. */
  readonly span: readonly [number, number] | null;
  /** The whole text mended, where one mending is certain. */
  readonly fix: string | null;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** How serious an advertising word is: law, high, medium, platform, check, low. */
  readonly level?: string;
  /** The version of the rule that it breaks, where there are several. */
  readonly basis?: RuleBasis;
}

export const NO_HITS: readonly Hit[] = [];
