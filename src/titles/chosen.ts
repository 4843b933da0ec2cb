/** Rules by the words with which people name them, for `--rule`, `--disable` and the configuration. */
import { nearestName } from '../core/nearest.js';
import { meansRule, RULE_IDS, RULED_PLATFORMS } from '../measures/listingRules/textRules.js';

/** What only the audit of a whole store finds. */
const STORE_RULES = ['title-duplicate', 'title-unsearched-words', 'title-head'];

const KNOWN: readonly string[] = [
  ...RULE_IDS,
  ...RULED_PLATFORMS.flatMap((platform) => STORE_RULES.map((rule) => `${platform}/${rule}`)),
].sort();

/**
 * The rules that a word means: `amazon/title-length`, all of `amazon`, in short `amazon/length`, or `length` on every platform. Empty
 * where it means none.
 */
export function rulesMeant(word: string): string[] {
  return KNOWN.filter((rule) => meansRule(word, rule));
}

/** What could have been meant by a word that names no rule: rules of its platform, else names of rules and platforms. */
export function likelyRules(word: string): string[] {
  const platform = word.trim().toLowerCase().split('/')[0] ?? '';
  const ofPlatform = rulesMeant(platform);
  if (ofPlatform.length > 0) return ofPlatform;
  const names = [...new Set(KNOWN.map((rule) => rule.split('/')[1] as string))];
  const near = nearestName(word, [...names, ...RULED_PLATFORMS]);
  return near === null ? [...RULED_PLATFORMS] : [near, ...RULED_PLATFORMS.filter((name) => name !== near)];
}
