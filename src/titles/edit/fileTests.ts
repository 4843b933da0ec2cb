/** Runs the tests that a rule file brings along: each listing as the file states it, nothing else is known of it. */
import type { Day } from '../../core/day.js';
import { headersOf, type ListingFieldName } from '../../core/listingField.js';
import type { Row, Table } from '../../core/table.js';
import type { ConditionValue } from '../../measures/condition.js';
import type { OwnedText, TextListing } from '../textListing.js';
import { type EditResult, editTexts } from './engine.js';
import { type EditFacts, NO_FACTS } from './facts.js';
import type { RuleFile } from './ruleFile.js';
import { FIGURE_FIELDS, TERM_FIELDS } from './subject.js';
import type { FileTest } from './testCases.js';

export interface TestRun {
  readonly table: Table;
  readonly failed: number;
}

/** What `titles edit --test` prints. */
export const TEST_COLUMNS: Table['columns'] = [
  { key: 'line', header: 'Line', kind: 'integer' },
  { key: 'result', header: 'Result', kind: 'text' },
  { key: 'before', header: 'Text', kind: 'text' },
  { key: 'expected', header: 'Expected', kind: 'text' },
  { key: 'found', header: 'Found', kind: 'text' },
  { key: 'steps', header: 'Steps', kind: 'text', detail: true },
];

/** The failing tests as rows; with `all` the passing ones, too. */
export function runFileTests(file: RuleFile, field: ListingFieldName, asOf: Day, all: boolean): TestRun {
  const outcomes = file.tests.map((test) => ({ test, ...judged(test, file, field, asOf) }));
  const failed = outcomes.filter((outcome) => outcome.problem !== null);
  const rows = outcomes.flatMap(({ test, problem, before, steps }): Row[] => {
    if (problem === null && !all) return [];
    const found = problem?.found ?? null;
    return [{ line: test.line, result: problem === null ? 'passed' : 'failed', before, expected: problem?.expected ?? null, found, steps }];
  });
  const many = `${outcomes.length} test${outcomes.length === 1 ? '' : 's'} of ${file.name}`;
  return {
    failed: failed.length,
    table: {
      id: 'titles.edit-tests/1',
      columns: TEST_COLUMNS,
      rows,
      notes: [
        outcomes.length === 0
          ? `${file.name} has no tests.`
          : `${many}: ${outcomes.length - failed.length} passed, ${failed.length} failed.`,
      ],
      params: { rules: file.name, field },
    },
  };
}

interface Judged {
  readonly problem: { readonly expected: string; readonly found: string } | null;
  readonly before: string | null;
  readonly steps: string | null;
}

function judged(test: FileTest, file: RuleFile, field: ListingFieldName, asOf: Day): Judged {
  const owned = ownedOf(test, field);
  const facts = factsOf(test);
  const order = { field, rules: file.rules, settings: file.settings, allow: file.settings.allow, asOf, keepsSteps: true };
  const wanted = test.chosen;
  if (wanted !== null) {
    const { chosen } = editTexts([owned], { ...order, rules: [], where: file.where }, facts);
    const isChosen = chosen === 1;
    if (isChosen !== wanted) {
      return { problem: { expected: chosenText(wanted), found: chosenText(isChosen) }, before: owned.text, steps: null };
    }
  }
  const result = editTexts([owned], { ...order, where: [] }, facts);
  const steps = [...result.changed, ...result.prevented].find((edit) => edit.field === field)?.steps ?? [];
  return {
    problem: problemIn(test, result, field),
    before: owned.text,
    steps: steps.length === 0 ? null : steps.map((step) => `${step.rule}: ${step.after}`).join('\n'),
  };
}

function chosenText(isChosen: boolean): string {
  return isChosen ? 'chosen by where' : 'not chosen by where';
}

function problemIn({ expected }: FileTest, result: EditResult, field: ListingFieldName): Judged['problem'] {
  const change = result.changed.find((edit) => edit.field === field);
  const prevented = result.prevented.find((edit) => edit.field === field);
  const found = foundText(result, change?.after ?? null, prevented);
  switch (expected.kind) {
    case 'none':
      return null;
    case 'out':
      return change?.after === expected.text ? null : { expected: expected.text, found };
    case 'unchanged':
      return change === undefined && prevented === undefined ? null : { expected: 'unchanged', found };
    case 'violation': {
      const rules = prevented?.violations.map(({ rule }) => rule) ?? [];
      return rules.includes(expected.rule) ? null : { expected: `left out because of ${expected.rule}`, found };
    }
  }
}

function foundText(result: EditResult, after: string | null, prevented: EditResult['prevented'][number] | undefined): string {
  if (after !== null) return after;
  if (prevented) return `left out because of ${prevented.violations.map(({ rule }) => rule).join(', ')}: ${prevented.after}`;
  const refused = result.notChanged[0];
  if (refused) return `unchanged: ${refused.reason}`;
  return result.unknown.length > 0 ? 'unchanged: the listing of the test has no such text' : 'unchanged';
}

/** What a test says of a listing besides its columns. */
const STATED: ReadonlySet<string> = new Set([...FIGURE_FIELDS, ...TERM_FIELDS, 'price', 'compare_at_price']);

function ownedOf({ listing }: FileTest, field: ListingFieldName): OwnedText {
  const textAt = (name: string) => (listing[name] === undefined ? null : String(listing[name]));
  const platform = textAt('platform') ?? 'any';
  const attributes = Object.entries(listing).filter(([name]) => !COLUMNS_OF_LISTING.has(name) && !STATED.has(name));
  const headers = attributes.map(([name, value]) => [headersOf(platform, name as ListingFieldName)[0] ?? name, String(value)]);
  const made: TextListing = {
    storeId: 0,
    store: textAt('store') ?? 'test',
    platform,
    marketplace: textAt('marketplace'),
    currency: textAt('currency'),
    listingPk: 0,
    listingId: textAt('listing_id') ?? textAt('sku') ?? 'test',
    productId: textAt('product_id') ?? 'test',
    role: textAt('role'),
    sku: textAt('sku'),
    title: textAt('title'),
    variation: textAt('variation'),
    options: null,
    brand: textAt('brand'),
    category: textAt('category'),
    productType: textAt('product_type'),
    priceMinor: null,
    compareAtMinor: null,
    status: textAt('status'),
    url: null,
    attributes: headers.length === 0 ? null : JSON.stringify(Object.fromEntries(headers)),
  };
  const text = textAt(field) ?? textAt('text');
  return { owner: 'listing', id: made.listingId, sku: made.sku, text, listings: [made] };
}

const COLUMNS_OF_LISTING: ReadonlySet<string> = new Set(
  'store platform marketplace currency listing_id product_id role sku title text variation brand category product_type status'.split(' '),
);

function factsOf({ listing, searchTerms }: FileTest): EditFacts {
  const stated: Record<string, ConditionValue> = {};
  for (const [name, value] of Object.entries(listing)) if (STATED.has(name)) stated[name] = value;
  const terms = Object.entries(searchTerms).map(([term, sales]) => ({
    term,
    clicks: null,
    costMicros: null,
    orders: null,
    salesMicros: Math.round(sales * 1e6),
  }));
  const currency = listing.currency === undefined ? 'USD' : String(listing.currency);
  return { ...NO_FACTS, stated, terms: new Map(terms.length === 0 ? [] : [[0, { terms, days: 30, currency }]]) };
}
