/** Rules that hold everywhere: slips that no shop means, most with a certain mending. */
import { PROSE_FIELDS, TEXT_FIELDS } from './checkListing.js';
import type { RuleBasis } from './rule.js';
import type { TextRule } from './textRule.js';

const SLIP: RuleBasis = {
  effectiveFrom: null,
  severity: 'warning',
  certainty: 'memory',
  source: 'a slip of the keyboard or of a program, whatever the platform says',
};

export const UNIVERSAL_RULES: readonly TextRule[] = [
  {
    name: 'missing',
    platforms: 'all',
    fields: ['title'],
    check: { kind: 'missing' },
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: 'every platform demands a title',
  },
  { ...SLIP, name: 'spaces', platforms: 'all', fields: TEXT_FIELDS, check: { kind: 'spaces' } },
  { ...SLIP, name: 'invisible', platforms: 'all', fields: TEXT_FIELDS, check: { kind: 'invisible' } },
  { ...SLIP, name: 'html', platforms: 'all', fields: TEXT_FIELDS, check: { kind: 'html' } },
  { ...SLIP, name: 'mojibake', platforms: 'all', fields: TEXT_FIELDS, check: { kind: 'mojibake' } },
  {
    ...SLIP,
    name: 'half-width-katakana',
    platforms: 'all',
    fields: PROSE_FIELDS,
    check: { kind: 'half-width-katakana' },
  },
];
