/**
 * A rule about the words and characters of a text, as dated data. One row holds for several platforms and fields; the id
 * that people see is made of platform, field and name: `amazon/title-banned-characters`.
 */
import type { AdLevel } from './adWords.js';
import type { LengthUnit } from './length.js';
import type { ListingField, RuleBasis } from './rule.js';

/** What is checked. Every kind has one function (compile.ts). */
export type Check =
  | { readonly kind: 'missing' }
  | { readonly kind: 'spaces' }
  | { readonly kind: 'invisible' }
  | { readonly kind: 'html' }
  | { readonly kind: 'mojibake' }
  | { readonly kind: 'full-width' }
  | { readonly kind: 'half-width-katakana' }
  | { readonly kind: 'symbols' }
  /** Characters that are not allowed; `brand`: but as part of the brand's name. */
  | { readonly kind: 'banned-characters'; readonly characters: string; readonly brand: boolean }
  /** Characters allowed as part of a measure or number ("Style #4301", "<10 lb"), not as decoration. */
  | { readonly kind: 'decorative-characters'; readonly characters: string }
  /** Everything but the characters of a class, a regular expression's `[^…]`. */
  | { readonly kind: 'outside-class'; readonly outside: RegExp; readonly asked: string }
  | { readonly kind: 'once-only'; readonly characters: string }
  | { readonly kind: 'all-caps' }
  /** The same word more often than `most`. `forms`: singular and plural are one word. */
  | { readonly kind: 'repeated-word'; readonly most: number; readonly forms: boolean }
  | { readonly kind: 'phrases'; readonly list: 'promotional' | 'subjective' }
  /** Sales words that may stand only in 【】 at the head. */
  | { readonly kind: 'bracketed-promotion' }
  | { readonly kind: 'ad-words'; readonly levels: readonly AdLevel[] }
  | { readonly kind: 'contact' }
  | { readonly kind: 'other-platform' }
  | { readonly kind: 'brand-first' }
  | { readonly kind: 'variation-in-title' }
  | { readonly kind: 'variation-on-parent' }
  | { readonly kind: 'short'; readonly least: number; readonly unit: LengthUnit }
  | { readonly kind: 'words'; readonly most: number }
  | { readonly kind: 'tags'; readonly most: number; readonly longest: number }
  | { readonly kind: 'needs-title-within'; readonly limit: number };

export interface TextRule extends RuleBasis {
  /** `banned-characters`; with platform and field it is the rule's id. */
  readonly name: string;
  /** `all`: every platform, also one that no other rule knows. */
  readonly platforms: readonly string[] | 'all';
  readonly fields: readonly ListingField[];
  readonly check: Check;
  /** Checked only where it is asked for by name. */
  readonly optional?: boolean;
}

/** `amazon/title-banned-characters`. */
export function textRuleId(platform: string, field: ListingField, name: string): string {
  return `${platform}/${field.replaceAll('_', '-')}-${name}`;
}
