/** How long a title may be on its platform, and in which unit that is counted; characters where no rule is known. */
import type { Day } from '../../core/day.js';
import type { LengthUnit } from '../../measures/listingRules/length.js';
import { type LintSubject, lengthLimit } from '../../measures/listingRules/lint.js';
import type { ListingText } from './listingText.js';

/** What the rules need to know of a title. */
export function lintSubject({ owned }: ListingText): LintSubject {
  const [first] = owned.listings;
  return {
    platform: first.platform,
    marketplace: first.marketplace,
    productType: first.productType,
    brand: first.brand,
    variation: owned.listings.length === 1 ? first.variation : null,
    role: first.role,
  };
}

export function titleUnit(text: ListingText, asOf: Day): LengthUnit {
  return lengthLimit(lintSubject(text), 'title', asOf)?.unit ?? 'characters';
}
