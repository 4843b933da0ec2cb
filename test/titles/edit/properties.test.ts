import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintText } from '../../../src/measures/listingRules/lint.js';
import { editPlan } from '../../../src/titles/edit/plan.js';
import { editAll, edited, listing, TODAY } from './edited.js';

const WORDS =
  'kettle Kettle KETTLE tea coffee for with and BPA 1.7L 500 ml ACME black, – (set of 4) best price mug-set 水壶 不锈钢 Größe café | & free !! 12 "large" 10 in'.split(
    ' ',
  );
const title = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 14 })
  .map((words) => words.join(' '))
  .filter((text) => text.trim() !== '');
const platform = fc.constantFrom('amazon', 'ebay', 'etsy', 'shopify', 'woocommerce', 'taobao', 'rakuten');

const RULES = [
  '- case: title',
  '- dedupe: words',
  '- trim: punctuation',
  '- remove: [tea, best price]',
  '- prepend: ACME',
  '- append: "!"',
  '- shorten: 30',
  '- template: "{brand} {text}, {color?} – {best_terms}"',
  '- replace: { find: kettle, with: "Electric Kettle Kettle" }',
  `- regex: { find: '(\\w+) (\\w+)', with: '$2 $1' }`,
  '- case: upper',
  '- units: { to: metric, mode: append }',
];

describe('a bulk edit', () => {
  it('proposes no change that changes nothing or leaves nothing, and creates no violation', () => {
    const some = fc.uniqueArray(fc.constantFrom(...RULES), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(some, fc.array(fc.tuple(title, platform), { minLength: 1, maxLength: 4 }), (rules, titles) => {
        const listings = titles.map(([text, name], at) =>
          listing(text, { platform: name, storeId: at, store: `s${at}`, brand: 'ACME', listingId: `L${at}` }),
        );
        const result = editAll(rules.join('\n'), listings);
        const { changes } = editPlan(result, { asOf: TODAY, imports: [], params: {} });
        for (const { before, after, target } of changes) {
          expect(after).not.toBe(before);
          expect(after?.trim()).not.toBe('');
          const subject = { platform: target.platform, marketplace: 'US', productType: null, brand: 'ACME', variation: null, role: null };
          const broken = (text: string | null) => new Set(lintText(subject, 'title', text, { asOf: TODAY }).map(({ rule }) => rule));
          for (const rule of broken(after)) expect(broken(before)).toContain(rule);
        }
        const seen = result.changed.length + result.notChanged.length + result.prevented.length + result.untouched;
        expect(seen).toBe(listings.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    'case: title',
    'case: sentence',
    'case: upper',
    'case: lower',
    'dedupe: words',
    'dedupe: stems',
    'trim: spaces',
    'trim: punctuation',
    'fullwidth: half',
    'remove: [tea, best price]',
    'shorten: 30',
    'prepend: ACME',
    'append: ", Set of 4"',
    'units: { to: metric, mode: append }',
  ])('does nothing the second time: %s', (rule) => {
    const once = (text: string) => {
      const after = edited(`settings: { allow: [all] }\nrules: [{ ${rule} }]`, text, {
        platform: 'woocommerce',
        marketplace: null,
        brand: 'ACME',
      });
      return /^\[(cannot|remove|trim|dedupe|holds)/.test(after) ? text : after;
    };
    fc.assert(
      fc.property(title, (text) => {
        const first = once(text);
        expect(once(first)).toBe(first);
      }),
      { numRuns: 300 },
    );
  });

  it('makes no two titles of a shop equal', () => {
    const two = [listing('Mug Blue', { listingId: 'A' }), listing('Mug Red', { listingId: 'B' }), listing('Cup Red', { listingId: 'C' })];
    const result = editAll('- remove: [blue, red]', two);
    expect(result.changed.map(({ after }) => after)).toEqual(['Cup']);
    expect(result.prevented.map(({ owned, violations }) => [owned.id, violations[0]?.rule])).toEqual([
      ['A', 'amazon/title-duplicate'],
      ['B', 'amazon/title-duplicate'],
    ]);
    // A title that another one gives up is free, unless that one keeps it after all.
    const swap = editAll('- translate: { red: blue, blue: green }', [
      listing('Mug blue', { listingId: 'A' }),
      listing('Mug red', { listingId: 'B' }),
    ]);
    expect(swap.changed.map(({ after }) => after)).toEqual(['Mug green', 'Mug blue']);
    // Titles that were equal before may stay so.
    const twins = editAll('- case: upper', [
      listing('mug', { listingId: 'A', platform: 'woocommerce' }),
      listing('mug', { listingId: 'B', platform: 'woocommerce' }),
    ]);
    expect(twins.changed).toHaveLength(2);
  });
});
