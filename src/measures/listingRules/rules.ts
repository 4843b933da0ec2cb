/**
 * Every length rule that eco knows, and the platforms of which it knows that they have none.
 */
import { ASIAN_RULES } from './asian.js';
import type { LengthRule } from './rule.js';
import { WESTERN_RULES } from './western.js';

export const LENGTH_RULES: readonly LengthRule[] = [...WESTERN_RULES, ...ASIAN_RULES];

/** Platforms without a limit on titles, and why: their absence from the rules is knowledge, not a gap. */
export const PLATFORMS_WITHOUT_TITLE_LIMIT: Readonly<Record<string, string>> = {
  woocommerce: 'WooCommerce keeps a product’s name as a WordPress post title, a text column of 65,535 bytes',
};
