/**
 * The tests that a rule file brings along: a listing as its writer imagines it, and what the rules must make of it. The rules run on the
 * listing whether or not the file's `where` chooses it, so that a short example will do; `chosen` tests `where` itself.
 */

import { complain, filledText, flag, found, isMapping, mapping, type Spot, text, within } from '../../core/spot.js';
import { rulesMeant } from '../chosen.js';
import { nameOf } from './attributes.js';
import { isTestPlatform, unknownPlatform, unknownRule } from './closedNames.js';

export interface FileTest {
  readonly line: number;
  /** Attribute → value, names as `nameOf` gives them. */
  readonly listing: Readonly<Record<string, string | number>>;
  /** Sales a month by search term, in the store's currency. */
  readonly searchTerms: Readonly<Record<string, number>>;
  readonly expected: Expected;
  /** Whether `where` chooses the listing; null where the test does not say. */
  readonly chosen: boolean | null;
}

export type Expected =
  | { readonly kind: 'out'; readonly text: string }
  | { readonly kind: 'unchanged' }
  /** The change is left out because of this rule of the platform. */
  | { readonly kind: 'violation'; readonly rule: string }
  /** Only `chosen` is tested. */
  | { readonly kind: 'none' };

const KEYS = ['listing', 'search_terms', 'out', 'unchanged', 'violation', 'chosen'];
const EXAMPLE = '{ listing: { title: "ACME kettle kettle" }, out: "ACME Kettle" }';

export function readTests(spot: Spot): FileTest[] {
  if (!Array.isArray(spot.value)) return complain(spot, `a list of tests expected, such as - ${EXAMPLE}, found ${found(spot.value)}`);
  return spot.value.map((_, at) => testAt(within(spot, at)));
}

function testAt(spot: Spot): FileTest {
  const keys = mapping(spot, KEYS, EXAMPLE);
  if (!('listing' in keys)) complain(spot, `"listing" is missing: ${EXAMPLE}`);
  return {
    line: spot.line,
    listing: listingAt(within(spot, 'listing')),
    searchTerms: 'search_terms' in keys ? searchTermsAt(within(spot, 'search_terms')) : {},
    expected: expectedAt(spot, keys),
    chosen: 'chosen' in keys ? flag(within(spot, 'chosen')) : null,
  };
}

function listingAt(spot: Spot): Record<string, string | number> {
  if (!isMapping(spot.value))
    return complain(spot, `fields with values expected, such as { title: "ACME kettle" }, found ${found(spot.value)}`);
  const entries = Object.entries(spot.value).map(([key, value]) => {
    if (typeof value !== 'string' && typeof value !== 'number')
      return complain(within(spot, key), `a text or a number expected, found ${found(value)}`);
    if (nameOf(key) === 'platform' && !isTestPlatform(String(value))) complain(within(spot, key), unknownPlatform(String(value)));
    return [nameOf(key), value] as const;
  });
  return Object.fromEntries(entries);
}

function violationAt(spot: Spot): string {
  const rule = filledText(spot, 'a rule such as amazon/title-length');
  return rulesMeant(rule).includes(rule) ? rule : complain(spot, unknownRule(rule));
}

function searchTermsAt(spot: Spot): Record<string, number> {
  if (!isMapping(spot.value))
    return complain(spot, `search terms with their sales a month expected, such as { tea: 31 }, found ${found(spot.value)}`);
  const entries = Object.entries(spot.value).map(([term, value]) => {
    if (typeof value !== 'number') return complain(within(spot, term), `sales a month as a number expected, found ${found(value)}`);
    return [term, value] as const;
  });
  return Object.fromEntries(entries);
}

function expectedAt(spot: Spot, keys: Record<string, unknown>): Expected {
  const said = ['out', 'unchanged', 'violation'].filter((key) => key in keys);
  if (said.length > 1) complain(spot, `one of out, unchanged, violation expected, found ${said.join(' and ')}`);
  if ('out' in keys) return { kind: 'out', text: text(within(spot, 'out')) };
  if ('violation' in keys) return { kind: 'violation', rule: violationAt(within(spot, 'violation')) };
  if ('unchanged' in keys) {
    const unchanged = within(spot, 'unchanged');
    if (!flag(unchanged)) complain(unchanged, 'true expected; where a change is expected, write it with "out"');
    return { kind: 'unchanged' };
  }
  if (!('chosen' in keys)) complain(spot, `"out", "unchanged" or "violation" is missing: ${EXAMPLE}`);
  return { kind: 'none' };
}
