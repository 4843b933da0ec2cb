/** What a text owes to the listing it belongs to: its brand first, its variation, a fair length. */

import type { Check } from './checkCharacters.js';
import { countLength, type LengthUnit } from './length.js';
import { fold } from './prepared.js';
import type { ListingField } from './rule.js';
import { type Hit, NO_HITS } from './subject.js';

/** Brands that stand for none. */
const NO_BRAND = new Set([
  'generic',
  'unbranded',
  'n/a',
  'na',
  'none',
  'no brand',
  'does not apply',
  'unbekannt',
  'markenlos',
  'sans marque',
  'ノーブランド品',
  'ノーブランド',
  '无',
  '无品牌',
  '其他',
]);

/** The brand stands first. "CHANDO/自然堂" is met by either name. */
export const brandFirst: Check = ({ text, folded }, { brand }) => {
  if (brand === null || folded.startsWith(fold(brand)) || brand.trim() === '' || NO_BRAND.has(brand.trim().toLowerCase())) return NO_HITS;
  const names = [brand, ...brand.split(/[/／|]/)].map((name) => bare(fold(name))).filter((name) => name.length > 0);
  // Sales words in brackets at the head may come before it.
  const title = bare(folded.replace(/^(?:\s*[【[][^】\]]*[】\]])+/, ''));
  if (names.some((name) => title.startsWith(name))) return NO_HITS;
  const isThere = names.some((name) => title.includes(name));
  const message = isThere ? `The brand "${brand}" does not stand first.` : `The brand "${brand}" is missing; it should stand first.`;
  return [{ message, found: text.slice(0, 20), limit: null, span: null, fix: null }];
};

function bare(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The values of a variation: "Color: Black / S" is ["Black", "S"]. */
function valuesOf(variation: string): string[] {
  return variation
    .split(/\s*[/;,]\s*/)
    .map((part) => part.replace(/^[^:=]*[:=]\s*/, '').trim())
    .filter((value) => value !== '' && !/^(default title|default|default option)$/i.test(value));
}

function says(folded: string, value: string): boolean {
  const spaced = ` ${folded.replace(/[^\p{L}\p{N}.]+/gu, ' ')} `;
  return fold(value)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '')
    .every((word) => spaced.includes(` ${word} `) || (word.length > 3 && folded.includes(word)));
}

/** What tells a listing from its siblings stands in its title. */
export const variationInTitle: Check = ({ folded }, { variation, role }) => {
  if (variation === null || role === 'parent') return NO_HITS;
  const lacking = valuesOf(variation).filter((value) => !says(folded, value));
  if (lacking.length === 0) return NO_HITS;
  const found = lacking.join(', ');
  return [
    { message: `The title does not say what tells this variation from the others: ${found}.`, found, limit: null, span: null, fix: null },
  ];
};

/** The title of a parent names no variation of its children, unless all of them have it. */
export const variationOnParent: Check = ({ folded }, { role, childVariations }) => {
  if (role !== 'parent' || !childVariations || childVariations.length < 2) return NO_HITS;
  const values = childVariations.map(valuesOf);
  const common = values.reduce((kept, each) => kept.filter((value) => each.includes(value)));
  const found = [...new Set(values.flat())].filter((value) => !common.includes(value) && value.length > 1 && isWord(folded, value));
  if (found.length === 0) return NO_HITS;
  const message = `The title of a parent names a variation of its children: ${found.join(', ')}.`;
  return [{ message, found: found.join(', '), limit: null, span: null, fix: null }];
};

function isWord(folded: string, value: string): boolean {
  const spaced = ` ${folded.replace(/[^\p{L}\p{N}.]+/gu, ' ').trim()} `;
  return spaced.includes(` ${fold(value).trim()} `);
}

/** Shorter than is worth showing. */
export function short(least: number, unit: LengthUnit): Check {
  return ({ text }) => {
    const found = countLength(text, unit);
    if (found >= least || text.trim() === '') return NO_HITS;
    const of = unit === 'characters' ? 'characters' : 'bytes';
    return [{ message: `${found} ${of}: ${least} or more are recommended.`, found, limit: least, span: null, fix: null }];
  };
}

/** More words than the platform advises. */
export function wordCount(most: number): Check {
  return (text) => {
    const found = text.words().length;
    if (found <= most) return NO_HITS;
    return [{ message: `${found} words: at most ${most} are advised.`, found, limit: most, span: null, fix: null }];
  };
}

/** A comma-separated list of tags: how many, how long, none twice. */
export function tags(most: number, longest: number): Check {
  return ({ text }) => {
    const each = text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
    const hits: Hit[] = [];
    if (each.length > most) {
      hits.push({ message: `${each.length} tags; at most ${most} are allowed.`, found: each.length, limit: most, span: null, fix: null });
    }
    for (const tag of each) {
      const found = countLength(tag, 'characters');
      const start = text.indexOf(tag);
      const span = [start, start + tag.length] as const;
      if (found > longest)
        hits.push({ message: `The tag "${tag}" has ${found} characters, ${longest} are allowed.`, found, limit: longest, span, fix: null });
    }
    const doubled = each.find((tag, at) => each.findIndex((other) => other.toLowerCase() === tag.toLowerCase()) < at);
    if (doubled !== undefined)
      hits.push({ message: `The tag "${doubled}" stands twice.`, found: doubled, limit: null, span: null, fix: null });
    return hits;
  };
}

/** A field that the platform takes only beside a short title. */
export function needsTitleWithin(limit: number): Check {
  return ({ text }, { texts }) => {
    const title = texts?.title ?? null;
    if (title === null || text.trim() === '') return NO_HITS;
    const found = countLength(title, 'characters');
    if (found <= limit) return NO_HITS;
    return [
      { message: `Taken only with a title of at most ${limit} characters; this one has ${found}.`, found, limit, span: null, fix: null },
    ];
  };
}

/** Fields whose words are read by people, as against lists of search words. */
export const PROSE_FIELDS: readonly ListingField[] = ['title', 'subtitle', 'short_title', 'shopping_title', 'item_highlights', 'seo_title'];
/** All text fields. */
export const TEXT_FIELDS: readonly ListingField[] = [...PROSE_FIELDS, 'search_terms', 'tags'];
