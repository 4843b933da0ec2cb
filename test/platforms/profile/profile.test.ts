/** What is said of a profile that is none: file, line, key, what was found and what to do. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/platforms/profile/readProfile.js';
import { BODY } from '../../../src/platforms/profile/shape.js';
import { yamlEntry } from '../../../src/platforms/profile/yamlText.js';

const GOOD = `# a comment
eco: profile/1
name: my-erp
platform: other
report: Stock list
fills: [listings, stock]
columns:
  sku: { names: [Art.-Nr.], required: true }
  price: { names: [VK], required: true }
  available: Bestand
unit: [sku]
listing_key: [sku]
stock: [{ location: Warehouse, available: [available] }]
`;

it('reads what people write: one name instead of a list, words instead of a pattern, what goes without saying left out', () => {
  const text = `${GOOD}ignore:\n  - rule: totals\n    first_cell: [Summe, Total (all)]\n`;
  const format = readProfile(text, 'my.yaml');
  expect(format).toMatchObject({
    id: 'my-erp',
    certainty: 'yours',
    download: 'where you make or download the file',
    columns: [{ field: 'sku' }, { field: 'price' }, { field: 'available', names: ['Bestand'], required: false }],
  });
  const rule = format.ignore?.[0]?.firstCell as RegExp;
  expect(['summe', 'Total (all)', 'Totals'].map((cell) => rule.test(cell))).toEqual([true, true, false]);
});

const MISTAKES: readonly (readonly [what: string, from: string, to: string, message: string])[] = [
  ['no profile', 'eco: profile/1\n', '', 'my.yaml, line 2: "eco: profile/1" is missing: this is no profile of eco'],
  ['a newer one', 'profile/1', 'profile/2', 'my.yaml, line 2: eco: profile/1 expected, found "profile/2". A newer eco may have written it'],
  ['no name', 'name: my-erp\n', '', 'my.yaml, line 2: "name" is missing, such as my-erp'],
  [
    'a name of eco’s',
    'my-erp',
    'amazon.orders',
    'my.yaml, line 3: name: eco has a report "amazon.orders" of its own. To take its place: "replaces: amazon.orders" instead of "name"',
  ],
  [
    'a name that is none',
    'my-erp',
    'my erp',
    'my.yaml, line 3: name: a name of letters, digits, ".", "-" and "_" expected, found "my erp"',
  ],
  [
    'a report that is none',
    'name: my-erp',
    'replaces: amazon.order',
    'my.yaml, line 3: replaces: there is no report "amazon.order". "eco files formats" lists them',
  ],
  ['an unknown key', 'unit:', 'units:', 'my.yaml, line 11: units: there is no key "units". Did you mean unit? Keys: '],
  [
    'an unknown platform',
    'platform: other',
    'platform: amazn',
    'my.yaml, line 4: platform: there is no platform "amazn". Did you mean amazon? One of ',
  ],
  [
    'an unknown field',
    '  sku:',
    '  skuu:',
    'my.yaml, line 8: columns.skuu: there is no field "skuu". Did you mean sku? "eco files map --fields" lists them all.',
  ],
  ['an unknown subject', '[listings, stock]', '[listing]', 'my.yaml, line 6: fills[1]: one of '],
  ['no names', 'names: [VK], ', '', 'my.yaml, line 9: columns.price: "names" is missing: { names: [Art.-Nr.], required: true }'],
  [
    'a flag that is none',
    'required: true }\n  price',
    'required: yes }\n  price',
    'my.yaml, line 8: columns.sku.required: true or false expected, found "yes"',
  ],
  ['a field without a column', 'unit: [sku]', 'unit: [orderId]', 'my.yaml, line 11: unit: "orderId" has no column'],
  [
    'too little to tell it',
    '[VK], required: true',
    '[VK]',
    'my.yaml, line 7: columns: mark two columns as required at least, or any file would be taken for this one: { names: […], required: true }',
  ],
  [
    'listings without a key',
    'listing_key: [sku]\n',
    '',
    'my.yaml, line 2: "listing_key" is missing, such as [sku]: what tells one listing from another',
  ],
  [
    'stock without a place',
    'stock: [{ location: Warehouse, available: [available] }]\n',
    '',
    'my.yaml, line 2: "stock" is missing, such as { location: Warehouse, available: [available] }',
  ],
  ['orders without people', '[listings, stock]', '[orders]', 'my.yaml, line 2: "people" is missing: reports of orders hold people'],
  [
    'ads without days',
    '[listings, stock]',
    '[ads]',
    'my.yaml, line 2: "period" is missing: "rows" where a column holds the day, "none" where the file does not say',
  ],
  [
    'a pattern that is none',
    'unit: [sku]',
    'unit: [sku]\nparent_role: parent',
    'my.yaml, line 12: parent_role: a pattern between slashes, such as /^total/i, or a list of words expected, found "parent"',
  ],
  ['a broken pattern', 'unit: [sku]', 'unit: [sku]\nparent_role: /(/i', 'my.yaml, line 12: parent_role: "/(/i" is no pattern: '],
  [
    'a currency that is none',
    'unit: [sku]',
    'unit: [sku]\ncurrency: euro',
    'my.yaml, line 12: currency: three letters such as EUR expected, found "euro"',
  ],
  [
    'two things of one name',
    '  available: Bestand',
    '  available: Bestand\n  available: Menge',
    'my.yaml, line 11, column 3: Map keys must be unique',
  ],
];

describe('a mistake', () => {
  it.each(MISTAKES)('%s', (_, from, to, message) => {
    expect(GOOD).toContain(from);
    expect(() => readProfile(GOOD.replace(from, to), 'my.yaml')).toThrow(message);
  });
});

describe('docs/PROFILES.md', () => {
  it('describes every key', () => {
    const page = readFileSync('docs/PROFILES.md', 'utf8');
    expect(['eco', 'name', 'replaces', ...BODY.keys].filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
  });

  it('has an example that is a profile', () => {
    const example = /```yaml\n(eco: profile[^`]*)```/.exec(readFileSync('docs/PROFILES.md', 'utf8'))?.[1] ?? '';
    expect(readProfile(example, 'PROFILES.md').id).toBe('my-erp.stock');
  });
});

it('writes long values over several lines', () => {
  const names = Array.from({ length: 12 }, (_, at) => `A long name of a column ${at}`);
  expect(yamlEntry('names', names).split('\n')).toHaveLength(13);
  expect(yamlEntry('names', ['A', 'yes', '12', 'b: c'])).toBe('names: [A, "yes", "12", "b: c"]');
});
