/**
 * The plan of `titles audit --fix`: every text with its certain mendings made (spaces, invisible characters, HTML, wrong encoding, wrong
 * width), one after the other. A mending that would break another rule (a title that grows beyond its limit) is left out.
 */
import type { Day } from '../core/day.js';
import { ownerOf } from '../core/listingField.js';
import { type Change, type ChangePlan, PLAN_SCHEMA } from '../core/plan.js';
import { mendedText } from '../measures/listingRules/lint.js';
import { type AuditOptions, lintOptionsByStore } from './auditTexts.js';
import { type AuditListing, subjectOf, textsOf } from './finding.js';

export interface FixSources {
  /** Hashes of the imports whose catalogues were read. */
  readonly imports: readonly string[];
  readonly params: ChangePlan['createdFrom']['params'];
  /** Only mendings of these rules; all when not given. */
  readonly only?: (rule: string) => boolean;
}

export function fixPlan(listings: readonly AuditListing[], options: AuditOptions, sources: FixSources): ChangePlan {
  const changes = changesOf(listings, options, sources);
  const stores = [...new Set(changes.map(({ target }) => target.store))].sort();
  return {
    schema: PLAN_SCHEMA,
    id: null,
    kind: 'titles',
    title: `${changes.length} ${changes.length === 1 ? 'text' : 'texts'} mended${stores.length === 0 ? '' : ` of ${stores.join(', ')}`}`,
    group: null,
    asOf: options.asOf as Day,
    createdFrom: { imports: sources.imports, params: sources.params },
    changes,
    notes: [
      `${listings.length} ${listings.length === 1 ? 'listing' : 'listings'} looked at. Only what has one certain mending is changed; the rest is for you: eco titles audit`,
    ],
  };
}

function changesOf(listings: readonly AuditListing[], options: AuditOptions, { only }: FixSources): Change[] {
  const lint = lintOptionsByStore({ ...options, errorsOnly: false });
  const changes: Change[] = [];
  for (const listing of listings) {
    const subject = subjectOf(listing);
    for (const [field, before] of textsOf(listing)) {
      const { text: after, rules } = mendedText(subject, field, before, { ...lint(listing.store), upcoming: false }, only);
      if (after === before) continue;
      const entity = ownerOf(listing.platform, field);
      const names = rules.map((rule) => rule.split('/')[1]).join(', ');
      changes.push({
        id: `c${changes.length + 1}`,
        action: 'set',
        target: { platform: listing.platform, store: listing.store, entity, id: listing.listingId },
        sku: listing.sku,
        field,
        before,
        after,
        currency: null,
        reason: { code: 'titles.audit.fix', text: `mends ${names}`, values: { rules: rules.join(' ') } },
        expected: null,
        inverse: 'exact',
      });
    }
  }
  return changes;
}
