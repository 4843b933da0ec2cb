/**
 * The rules of a rule file by name: what each takes, checked, as a function of the text. `docs/TITLE-RULES.md` is their manual.
 */

import { complain, filledText, flag, found, isMapping, mapping, oneOf, type Spot, text, texts, within } from '../../core/spot.js';
import { compilePattern, readReplacement } from '../../measures/pattern.js';
import { nameOf } from './attributes.js';
import type { Apply } from './rule.js';
import { affix } from './rules/affix.js';
import { CASES, changeCase } from './rules/caseRule.js';
import { halfWidth, trimPunctuation, trimSpaces } from './rules/cleanRules.js';
import { dedupe } from './rules/dedupe.js';
import { reorder } from './rules/reorder.js';
import { regex, replace, translate } from './rules/replaceRules.js';
import { shorten } from './rules/shorten.js';
import { namesIn, parseTemplate, type TemplatePart, template } from './rules/template.js';
import { units } from './rules/units.js';
import { remove } from './rules/wordRules.js';

export interface ReadRule {
  readonly apply: Apply;
  /** Attributes that it names and that must exist. */
  readonly attributes: readonly string[];
  /** Words or attributes that it leaves where they are. */
  readonly keep?: readonly string[];
}

export const RULE_KINDS: Readonly<Record<string, (spot: Spot) => ReadRule>> = {
  replace: readReplace,
  regex: readRegex,
  template: (spot) => ofTemplate(spot, template),
  prepend: (spot) => ofTemplate(spot, (parts) => affix('prepend', parts)),
  append: (spot) => ofTemplate(spot, (parts) => affix('append', parts)),
  case: (spot) => plain(changeCase(oneOf(spot, CASES))),
  remove: (spot) => plain(remove(straight(spot, texts(spot, '["best price", sale]')))),
  dedupe: readDedupe,
  reorder: readReorder,
  shorten: readShorten,
  units: readUnits,
  trim: (spot) => plain(oneOf(spot, ['spaces', 'punctuation']) === 'spaces' ? trimSpaces() : trimPunctuation()),
  fullwidth: (spot) => {
    oneOf(spot, ['half']);
    return plain(halfWidth());
  },
  translate: readTranslate,
};

function plain(apply: Apply, attributes: readonly string[] = []): ReadRule {
  return { apply, attributes };
}

/** A word processor makes “best price” of "best price": the quotes would be looked for. */
function straight(spot: Spot, phrases: string[]): string[] {
  phrases.forEach((phrase, at) => {
    if (!/^[“”„«].*[“”»]$/u.test(phrase)) return;
    complain(
      Array.isArray(spot.value) ? within(spot, at) : spot,
      `straight quotes expected, found ${phrase}: write "${phrase.slice(1, -1)}"`,
    );
  });
  return phrases;
}

const EQUAL_BY = ['words', 'stems'] as const;

function readDedupe(spot: Spot): ReadRule {
  if (!isMapping(spot.value)) return plain(dedupe({ by: oneOf(spot, EQUAL_BY), most: 1 }));
  const keys = mapping(spot, ['by', 'most'], '{ by: words, most: 2 }');
  const most = 'most' in keys ? within(spot, 'most') : null;
  if (most !== null && most.value !== 1 && most.value !== 2) complain(most, `1 or 2 expected, found ${found(most.value)}`);
  return plain(
    dedupe({ by: 'by' in keys ? oneOf(within(spot, 'by'), EQUAL_BY) : 'words', most: most === null ? 1 : (most.value as number) }),
  );
}

const REPLACE_EXAMPLE = '{ find: "Tea-pot", with: "Teapot" }';

function readReplace(spot: Spot): ReadRule {
  const keys = mapping(spot, ['find', 'with', 'words', 'case'], REPLACE_EXAMPLE);
  if (!('find' in keys)) complain(spot, `"find" is missing: ${REPLACE_EXAMPLE}`);
  if (!('with' in keys)) complain(spot, `"with" is missing: ${REPLACE_EXAMPLE}. Write with: "" to take it out`);
  return plain(
    replace({
      find: filledText(within(spot, 'find')),
      with: text(within(spot, 'with')),
      words: 'words' in keys && flag(within(spot, 'words')),
      ignoreCase: 'case' in keys && oneOf(within(spot, 'case'), ['ignore', 'match']) === 'ignore',
    }),
  );
}

const REGEX_EXAMPLE = `{ find: '(\\d+) pack', with: 'Set of $1' }`;

function readRegex(spot: Spot): ReadRule {
  const keys = mapping(spot, ['find', 'with', 'case', 'flags'], REGEX_EXAMPLE);
  if (!('find' in keys)) complain(spot, `"find" is missing: ${REGEX_EXAMPLE}`);
  if (!('with' in keys)) complain(spot, `"with" is missing: ${REGEX_EXAMPLE}. Write with: "" to take it out`);
  const isFlagged = 'flags' in keys && oneOf(within(spot, 'flags'), ['i']) === 'i';
  const ignoreCase = isFlagged || ('case' in keys && oneOf(within(spot, 'case'), ['ignore', 'match']) === 'ignore');
  const pattern = compilePattern(filledText(within(spot, 'find')), { ignoreCase });
  if ('problem' in pattern) return complain(within(spot, 'find'), pattern.problem);
  const replacement = readReplacement(text(within(spot, 'with')), pattern);
  if ('problem' in replacement) return complain(within(spot, 'with'), replacement.problem);
  return plain(regex(pattern, replacement));
}

function ofTemplate(spot: Spot, make: (parts: readonly TemplatePart[]) => Apply): ReadRule {
  const parts = parseTemplate(filledText(spot, 'a template such as "{brand} {product_type}"'));
  if (typeof parts === 'string') return complain(spot, parts);
  return plain(make(parts), namesIn(parts));
}

function readReorder(spot: Spot): ReadRule {
  const isShort = !isMapping(spot.value);
  if (!isShort) mapping(spot, ['order', 'separator'], '{ order: [brand, rest], separator: ", " }');
  const order = texts(isShort ? spot : within(spot, 'order'), '[brand, product_type, rest]').map(nameOf);
  const repeated = order.find((name, at) => order.indexOf(name) !== at);
  if (repeated !== undefined) complain(spot, `${repeated} stands twice in the order`);
  const hasSeparator = !isShort && 'separator' in (spot.value as object);
  const separator = hasSeparator ? text(within(spot, 'separator')) : ' ';
  return plain(
    reorder({ order, separator }),
    order.filter((name) => name !== 'rest'),
  );
}

const SHORTEN_EXAMPLE = '{ to: 75, keep: [brand, product_type] }';
const OFFERS = ['item_highlights', 'subtitle', 'search_terms'] as const;
const UNITS_OF_LENGTH = ['characters', 'utf8-bytes', 'gbk-bytes', 'cp932-bytes'] as const;

function readShorten(spot: Spot): ReadRule {
  if (!isMapping(spot.value)) return plain(shorten({ to: lengthAt(spot), keep: [], unit: null, offer: null }));
  const keys = mapping(spot, ['to', 'keep', 'unit', 'offer'], SHORTEN_EXAMPLE);
  if (!('to' in keys)) complain(spot, `"to" is missing: ${SHORTEN_EXAMPLE}`);
  const keep = 'keep' in keys ? texts(within(spot, 'keep'), '[brand, product_type]') : [];
  const unit = 'unit' in keys ? oneOf(within(spot, 'unit'), UNITS_OF_LENGTH) : null;
  const offer = 'offer' in keys ? oneOf(within(spot, 'offer'), OFFERS) : null;
  return { ...plain(shorten({ to: lengthAt(within(spot, 'to')), keep, unit, offer })), keep };
}

function lengthAt(spot: Spot): number | 'limit' {
  if (spot.value === 'limit') return 'limit';
  if (typeof spot.value === 'number' && Number.isInteger(spot.value) && spot.value > 0) return spot.value;
  return complain(spot, `a whole number above 0 or "limit" (the platform's own) expected, found ${found(spot.value)}`);
}

const OUNCES = ['g', 'ml'] as const;

function readUnits(spot: Spot): ReadRule {
  const systems = ['metric', 'imperial'] as const;
  if (!isMapping(spot.value)) return plain(units({ to: oneOf(spot, systems), mode: 'replace', ounces: null }));
  const keys = mapping(spot, ['to', 'mode', 'ounces'], '{ to: metric, mode: append }');
  if (!('to' in keys)) complain(spot, '"to" is missing: { to: metric, mode: append }');
  return plain(
    units({
      to: oneOf(within(spot, 'to'), systems),
      mode: 'mode' in keys ? oneOf(within(spot, 'mode'), ['replace', 'append']) : 'replace',
      ounces: 'ounces' in keys ? oneOf(within(spot, 'ounces'), OUNCES) : null,
    }),
  );
}

function readTranslate(spot: Spot): ReadRule {
  if (!isMapping(spot.value) || Object.keys(spot.value).length === 0) {
    return complain(spot, `words with their translations expected, such as { kettle: Wasserkocher }, found ${found(spot.value)}`);
  }
  const words = Object.keys(spot.value).map((word) => [word.trim(), text(within(spot, word))] as const);
  return plain(translate(Object.fromEntries(words)));
}
