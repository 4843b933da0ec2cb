import { describe, expect, it } from 'vitest';
import { RULED_PLATFORMS } from '../../../src/measures/listingRules/textRules.js';
import { checkNames, keepSlips } from '../../../src/titles/edit/checkNames.js';
import { readRuleFile } from '../../../src/titles/edit/ruleFile.js';
import { ownedTexts } from '../../../src/titles/textListing.js';
import { listing } from './edited.js';

const RULED = [...new Set([...RULED_PLATFORMS, 'google'])].sort();

function message(yaml: string): string {
  try {
    const file = readRuleFile(yaml, 'rules.yaml');
    checkNames(file, ownedTexts([listing('Kettle', { attributes: '{"Variant Grams":"620"}' })], 'title'));
  } catch (error) {
    return (error as Error).message;
  }
  return 'no mistake';
}

const RULES = 'replace, regex, template, prepend, append, case, remove, dedupe, reorder, shorten, units, trim, fullwidth, translate';

const PLATFORMS = RULED.join(', ');

describe('a mistake in a rule file', () => {
  it.each([
    ['', `rules.yaml, line 1: keys with values expected, such as rules: [ { case: title } ], found nothing`],
    ['where: length > 1', `rules.yaml, line 1: "rules" is missing: rules: [ { case: title } ]`],
    ['rules: []', `rules.yaml, line 1: rules: a list of rules expected, such as - case: title, found []`],
    [
      'rule:\n  - case: title',
      `rules.yaml, line 1: rule: there is no key "rule". Did you mean rules? Keys: name, where, field, settings, rules, tests`,
    ],
    [
      'rules:\n  - case: title\n  - dedup: words',
      `rules.yaml, line 3: rules[2].dedup: there is no rule "dedup". Did you mean dedupe? Rules: ${RULES}`,
    ],
    [
      'rules:\n  - case: titel',
      `rules.yaml, line 2: rules[1].case: one of title, sentence, upper, lower, first expected, found "titel" (did you mean title?)`,
    ],
    [
      'rules:\n  - case: title\n    trim: spaces',
      `rules.yaml, line 2: rules[1]: one rule an item expected, found case and trim in one. Each begins with its own "-"`,
    ],
    [
      'rules:\n  - where: length > 1',
      `rules.yaml, line 2: rules[1]: one rule an item expected, found no rule. Each begins with its own "-"`,
    ],
    ['rules:\n  - title', `rules.yaml, line 2: rules[1]: a rule such as "case: title" expected, found "title"`],
    [
      'rules:\n  - replace: { find: a, by: b }',
      `rules.yaml, line 2: rules[1].replace.by: there is no key "by". Keys: find, with, words, case`,
    ],
    [
      'rules:\n  - replace: { find: a }',
      `rules.yaml, line 2: rules[1].replace: "with" is missing: { find: "Tea-pot", with: "Teapot" }. Write with: "" to take it out`,
    ],
    [
      'rules:\n  - replace: { find: a, with: b, words: maybe }',
      `rules.yaml, line 2: rules[1].replace.words: true or false expected, found "maybe"`,
    ],
    [
      `rules:\n  - regex: { find: '(a', with: b }`,
      'rules.yaml, line 2: rules[1].regex.find: the pattern "(a" cannot be used: missing closing ): `(a`',
    ],
    [
      `rules:\n  - regex:\n      find: '(a)'\n      with: '$2'`,
      'rules.yaml, line 4: rules[1].regex.with: $2 names no group: the pattern has 1 group. A group is what stands in ( )',
    ],
    ['rules:\n  - template: "{brand"', `rules.yaml, line 2: rules[1].template: a brace is not closed in "{brand": {brand}`],
    ['rules:\n  - template: "{}"', `rules.yaml, line 2: rules[1].template: {} names nothing: {brand}, {color?} …`],
    [
      'rules:\n  - shorten: 0',
      `rules.yaml, line 2: rules[1].shorten: a whole number above 0 or "limit" (the platform's own) expected, found 0`,
    ],
    [
      'rules:\n  - shorten: { keep: [brand] }',
      `rules.yaml, line 2: rules[1].shorten: "to" is missing: { to: 75, keep: [brand, product_type] }`,
    ],
    [
      'rules:\n  - units: metrisch',
      `rules.yaml, line 2: rules[1].units: one of metric, imperial expected, found "metrisch" (did you mean metric?)`,
    ],
    ['rules:\n  - remove: []', `rules.yaml, line 2: rules[1].remove: a list expected, such as ["best price", sale], found []`],
    ['rules:\n  - reorder: [brand, brand]', `rules.yaml, line 2: rules[1].reorder: brand stands twice in the order`],
    [
      'rules:\n  - translate: [a]',
      `rules.yaml, line 2: rules[1].translate: words with their translations expected, such as { kettle: Wasserkocher }, found ["a"]`,
    ],
    [
      'where: length > \nrules:\n  - case: title',
      `rules.yaml, line 1: where: column 9 of the condition: a value expected after ">", found the end`,
    ],
    [
      'rules:\n  - case: title\n    where: length 75',
      `rules.yaml, line 3: rules[1].where: column 8 of the condition: an operator expected after "length" (!= <= >= = < > ~, in, is known, is unknown), found "75"`,
    ],
    [
      'field: price\nrules:\n  - case: title',
      `rules.yaml, line 1: field: there is no text field "price". Text fields: title, subtitle, short_title, shopping_title, item_highlights, search_terms, tags, seo_title`,
    ],
    [
      'settings: { language: german }\nrules:\n  - case: title',
      `rules.yaml, line 1: settings.language: a language of two letters (ISO 639-1) such as en, de, zh expected, found "german"`,
    ],
    [
      'settings: { language: xx }\nrules:\n  - case: title',
      `rules.yaml, line 1: settings.language: a language of two letters (ISO 639-1) such as en, de, zh expected, found "xx"`,
    ],
    [
      'rules:\n  - case: title\nwhere: price > 5 and platform = amazn',
      `rules.yaml, line 3: where: column 26 of the condition: there is no platform "amazn". Did you mean amazon? Platforms: ${PLATFORMS}`,
    ],
    [
      'rules:\n  - case: title\n    where: not platform in (ebay, tmall)',
      `rules.yaml, line 3: rules[1].where: column 24 of the condition: there is no platform "tmall". Platforms: ${PLATFORMS}. Stores of Tmall are of the platform taobao`,
    ],
    [
      'rules:\n  - case: title\ntests:\n  - listing: { title: a, platform: amazn }\n    out: A',
      `rules.yaml, line 4: tests[1].listing.platform: there is no platform "amazn". Did you mean amazon? Platforms: ${PLATFORMS}`,
    ],
    ['rules: &r [*r]', 'rules.yaml, line 1, column 12: aliases (&, *) nest too deeply or contain themselves. Write the values out'],
    [
      'rules:\n  - case: title\ntests:\n  - listing: { title: a }',
      `rules.yaml, line 4: tests[1]: "out", "unchanged" or "violation" is missing: { listing: { title: "ACME kettle kettle" }, out: "ACME Kettle" }`,
    ],
    [
      'rules:\n  - case: title\ntests:\n  - out: a',
      `rules.yaml, line 4: tests[1]: "listing" is missing: { listing: { title: "ACME kettle kettle" }, out: "ACME Kettle" }`,
    ],
    [
      'rules:\n  - case: title\ntests:\n  - { listing: { title: a }, out: A, unchanged: true }',
      `rules.yaml, line 4: tests[1]: one of out, unchanged, violation expected, found out and unchanged`,
    ],
    [
      'rules:\n  - append: Size: L',
      'rules.yaml, line 2, column 13: Nested mappings are not allowed in compact mappings, found "- append: Size: L". A text with a colon in it stands in quotes: "Size: L"',
    ],
    [
      'rules:\n  - remove: ["sale, new]\n  - case: title',
      'rules.yaml, line 2, column 14: Missing closing "quote, found "- remove: [\\"sale, new]". Close it, or put a text that has such a sign in it in quotes of the other kind',
    ],
    [
      'rules:\n  - case: title\n    were: length > 5',
      'rules.yaml, line 3: rules[1].were: there is no rule "were". Did you mean where? Rules: where, replace, regex, template, prepend, append, case, remove, dedupe, reorder, shorten, units, trim, fullwidth, translate',
    ],
    [
      'rules:\n  - remove: [“best price”]',
      'rules.yaml, line 2: rules[1].remove[1]: straight quotes expected, found “best price”: write "best price"',
    ],
    [
      'rules:\n  - case: title\n   - dedupe: words',
      'rules.yaml, line 3, column 4: All sequence items must start at the same column, found "- dedupe: words". Lines that belong together begin in the same column, with spaces before them; a bracket that is opened is closed',
    ],
    [
      'rules:\n  - case: title\nwhere: lenght > 75',
      'rules.yaml, line 3: where, column 1: there is no field "lenght". Did you mean length? Fields: store, platform, marketplace, currency, sku, listing_id, product_id, title, variation, category, product_type, status, role, url, price, compare_at_price, brand, size, color, option1, option2, option3, subtitle, short_title, shopping_title, item_highlights, search_terms, tags, seo_title, text, length, words, limit, units_30d, sales_30d, available, searched_words, clicks, orders, ad_cost, ad_sales, acos, variant_grams',
    ],
    [
      'rules:\n  - case: title\nwhere: length > long',
      'rules.yaml, line 3: where, column 10: length is a number: a number such as 75 or 30% expected, found "long"',
    ],
  ])('%j', (yaml, expected) => {
    expect(message(yaml)).toBe(expected);
  });

  it.each([
    [
      'settings: { allow: amazon/titel-length }\nrules:\n  - case: title',
      /^rules\.yaml, line 1: settings\.allow: there is no rule "amazon\/titel-length"\. Did you mean amazon\/title-length\?$/,
    ],
    [
      'settings:\n  allow:\n    - ebay/title-length\n    - amazon/nix\nrules:\n  - case: title',
      /^rules\.yaml, line 4: settings\.allow\[2\]: there is no rule "amazon\/nix"\. Known: all, amazon\//,
    ],
    [
      'rules:\n  - case: title\ntests:\n  - listing: { title: a }\n    violation: amazon/nix',
      /^rules\.yaml, line 5: tests\[1\]\.violation: there is no rule "amazon\/nix"\. Known: amazon\//,
    ],
  ])('names a rule that there is none of: %j', (yaml, expected) => {
    expect(message(yaml)).toMatch(expected);
  });

  it('takes platforms and rules by the names they have', () => {
    const tests = 'tests:\n  - { listing: { platform: tmall, title: a }, violation: taobao/title-length }';
    expect(message(`where: platform in (Amazon, google) or platform ~ ama\nrules:\n  - case: title\n${tests}`)).toBe('no mistake');
  });

  it('warns of a word to keep that is most likely an attribute misspelt', () => {
    const slips = (keep: string) =>
      keepSlips(
        readRuleFile(`rules:\n  - shorten: { to: 20, keep: ${keep} }`, 'rules.yaml'),
        ownedTexts([listing('Kettle for the office, colour blue')], 'title'),
      );
    expect(slips('[brand, produkt_type]')).toEqual([
      'rules.yaml, line 2: shorten.keep: no text has the word "produkt_type". Did you mean the attribute product_type?',
    ]);
    // A word of a text is one, however near; a word that is near nothing may be of texts to come.
    expect(slips('[brand, colour, Wasserkocher]')).toEqual([]);
  });

  it('tells a name in a template that nothing has, and knows the columns of the catalogue', () => {
    expect(message('rules:\n  - template: "{brnad} {title}"')).toMatch(
      /^rules.yaml, line 2: template: there is no field "brnad". Did you mean brand\? Fields: store, /,
    );
    expect(message('rules:\n  - append: " {Variant Grams} g"')).toBe('no mistake');
    expect(message('rules:\n  - case: title\nwhere: \'"Variant Grams" > 500 and Product-Type is unknown\'')).toBe('no mistake');
    expect(message('settings: { defaults: { fabric: Linen } }\nrules:\n  - append: " {fabric}"')).toBe('no mistake');
  });
});
