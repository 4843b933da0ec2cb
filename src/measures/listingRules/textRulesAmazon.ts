/**
 * Amazon's rules about words and characters, with their sources. Collected in November 2026.
 *
 * Left out: what only a category's style guide asks, the order of elements beyond the brand. "Item highlights and title together
 * at most 200" needs no rule: 75 and 125 are 200.
 */
import type { TextRule } from './textRule.js';
import { AMAZON_75, AMAZON_MEDIA } from './western.js';

const AMAZON_HELP =
  'Amazon, "Product title requirements and guidelines", sellercentral-europe.amazon.com/help/hub/reference/external/201100890';
const AMAZON_US_HELP = 'Amazon, "Product title requirements", sellercentral.amazon.com/gp/help/external/YTR6SYGFA5E3EQC';
const AMAZON_2025 =
  'Amazon, title rules of 2025-01-21, sellercentral.amazon.com/seller-forums/discussions/t/b2b15728-0d43-453e-974f-59eb63f73059';

const amazon = { platforms: ['amazon'], fields: ['title'], exceptProductTypes: AMAZON_MEDIA } as const;

export const AMAZON_TEXT_RULES: readonly TextRule[] = [
  {
    ...amazon,
    name: 'banned-characters',
    check: { kind: 'banned-characters', characters: '!$?_{}^¬¦', brand: true },
    effectiveFrom: '2025-01-21',
    severity: 'error',
    certainty: 'official',
    source: AMAZON_2025,
  },
  {
    ...amazon,
    name: 'decorative-characters',
    check: { kind: 'decorative-characters', characters: '~#<>*' },
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'official',
    source: AMAZON_HELP,
  },
  {
    ...amazon,
    name: 'symbols',
    check: { kind: 'symbols' },
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'official',
    source: 'Amazon, "Creating product titles", sellercentral.amazon.co.uk/gp/help/external/YYX9DD4VB6XKQRC',
  },
  {
    ...amazon,
    name: 'repeated-word',
    check: { kind: 'repeated-word', most: 2, forms: false },
    effectiveFrom: '2025-01-21',
    severity: 'error',
    certainty: 'official',
    source: AMAZON_2025,
    remark: 'Brand names count; prepositions, articles and conjunctions do not.',
    // Words of Japanese are a matter of opinion: see the hint for Japan.
    exceptMarketplaces: ['JP'],
  },
  {
    ...amazon,
    name: 'repeated-word',
    check: { kind: 'repeated-word', most: 2, forms: false },
    effectiveFrom: '2025-01-21',
    severity: 'warning',
    certainty: 'quoted',
    source: AMAZON_2025,
    onlyMarketplaces: ['JP'],
  },
  {
    ...amazon,
    name: 'repeated-form',
    check: { kind: 'repeated-word', most: 2, forms: true },
    effectiveFrom: '2025-01-21',
    severity: 'warning',
    certainty: 'quoted',
    source: `${AMAZON_2025}; whether singular and plural are one word is not said`,
  },
  {
    ...amazon,
    name: 'promotional-phrase',
    check: { kind: 'phrases', list: 'promotional' },
    effectiveFrom: null,
    severity: 'error',
    certainty: 'official',
    source: AMAZON_HELP,
  },
  {
    ...amazon,
    name: 'subjective-phrase',
    check: { kind: 'phrases', list: 'subjective' },
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'official',
    source: AMAZON_US_HELP,
  },
  {
    ...amazon,
    name: 'all-caps',
    check: { kind: 'all-caps' },
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'official',
    source: AMAZON_US_HELP,
  },
  {
    ...amazon,
    name: 'brand-first',
    check: { kind: 'brand-first' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'quoted',
    source: 'order of elements: brand, style, product type, key attribute, colour, size, model (skills built on Amazon’s style guides)',
  },
  {
    ...amazon,
    name: 'variation-missing',
    check: { kind: 'variation-in-title' },
    effectiveFrom: null,
    severity: 'hint',
    certainty: 'official',
    source: `${AMAZON_US_HELP}: size and colour belong in the title of the child`,
  },
  {
    ...amazon,
    name: 'variation-on-parent',
    check: { kind: 'variation-on-parent' },
    effectiveFrom: null,
    severity: 'warning',
    certainty: 'official',
    source: `${AMAZON_US_HELP}: size and colour do not belong in the title of the parent`,
  },
  {
    name: 'title-too-long',
    platforms: ['amazon'],
    fields: ['item_highlights'],
    check: { kind: 'needs-title-within', limit: 75 },
    effectiveFrom: '2026-07-27',
    severity: 'error',
    certainty: 'quoted',
    source: AMAZON_75,
    exceptMarketplaces: ['SA', 'EG', 'TR', 'AE'],
  },
];
