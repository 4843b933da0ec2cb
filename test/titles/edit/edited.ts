/** One text through the rules of a rule file, as a user would write them. */
import type { Day } from '../../../src/core/day.js';
import { type EditResult, editTexts } from '../../../src/titles/edit/engine.js';
import { type EditFacts, NO_FACTS } from '../../../src/titles/edit/facts.js';
import { readRuleFile } from '../../../src/titles/edit/ruleFile.js';
import { ownedTexts, type TextListing } from '../../../src/titles/textListing.js';

export const TODAY = '2026-11-22' as Day;

export function listing(title: string | null, changes: Partial<TextListing> = {}): TextListing {
  return {
    storeId: 1,
    store: 'us',
    platform: 'amazon',
    marketplace: 'US',
    currency: 'USD',
    listingPk: 1,
    listingId: 'KETTLE-17',
    productId: changes.listingId ?? 'KETTLE-17',
    role: null,
    sku: changes.listingId ?? 'KETTLE-17',
    title,
    variation: null,
    options: null,
    brand: null,
    category: null,
    productType: null,
    priceMinor: null,
    compareAtMinor: null,
    status: null,
    url: null,
    attributes: null,
    ...changes,
  };
}

/** `rules`: the YAML of a rule file, or only the list of its rules. */
export function editAll(rules: string, listings: readonly TextListing[], facts: Partial<EditFacts> = {}, asOf = TODAY): EditResult {
  const file = readRuleFile(rules.includes('rules:') ? rules : `rules:\n${rules.replace(/^/gm, '  ')}`, 'rules.yaml');
  const field = file.field ?? 'title';
  const { where, settings } = file;
  const order = { field, where, rules: file.rules, settings, allow: settings.allow, asOf };
  return editTexts(ownedTexts(listings, field), order, { ...NO_FACTS, ...facts });
}

/** The title afterwards; in brackets why it stays: `[no brand known]`, `[amazon/title-length]`. */
export function edited(rules: string, title: string, changes: Partial<TextListing> = {}, facts: Partial<EditFacts> = {}): string {
  const result = editAll(rules, [listing(title, changes)], facts);
  const refused = result.notChanged[0];
  if (refused) return `[${refused.reason}]`;
  const prevented = result.prevented[0];
  if (prevented) return `[${prevented.violations.map(({ rule }) => rule).join(', ')}]`;
  return result.changed.find(({ field }) => field === 'title')?.after ?? title;
}

/** Search terms of store 1 over 30 days: sales in dollars by term. */
export function terms(sales: Readonly<Record<string, number>>): Partial<EditFacts> {
  const sums = Object.entries(sales).map(([term, dollars]) => ({
    term,
    clicks: 100,
    costMicros: null,
    orders: null,
    salesMicros: dollars * 1e6,
  }));
  return { terms: new Map([[1, { terms: sums, days: 30, currency: 'USD' }]]) };
}
