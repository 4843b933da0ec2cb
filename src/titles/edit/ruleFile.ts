/**
 * A rule file: which texts (`where`, `field`), what is done to them (`rules`, in their order), and what must come of it (`tests`).
 * `docs/TITLE-RULES.md` describes it for people. Everything is checked before anything is done.
 */
import { LISTING_FIELDS, type ListingFieldName } from '../../core/listingField.js';
import { type Located, parseLocated } from '../../core/located.js';
import {
  complain,
  filledText,
  found,
  isMapping,
  mapping,
  nearWord,
  rootSpot,
  type Spot,
  text,
  texts,
  unknownWord,
  within,
} from '../../core/spot.js';
import type { Condition } from '../../measures/condition.js';
import { parseCondition } from '../../measures/conditionParse.js';
import { rulesMeant } from '../chosen.js';
import { nameOf } from './attributes.js';
import { platformSlip, unknownRule } from './closedNames.js';
import type { EditRule } from './rule.js';
import { RULE_KINDS } from './ruleKinds.js';
import { type FileTest, readTests } from './testCases.js';

export interface EditSettings {
  /** Brands with their capitals, beside those of the catalogue. */
  readonly brands: readonly string[];
  /** Abbreviations that stay in capitals, beside the common ones. */
  readonly acronyms: readonly string[];
  /** ISO 639-1; null: as the listing's marketplace tells. */
  readonly language: string | null;
  /** Rules of platforms that an edit may break; `all` for every one. */
  readonly allow: readonly string[];
  /** Values of attributes that the catalogue does not tell. */
  readonly defaults: Readonly<Record<string, string>>;
}

/** A condition with its place, for messages about fields that do not exist. */
export interface PlacedCondition {
  readonly condition: Condition;
  /** `shorten.yaml, line 1: where`, or `--only`. */
  readonly place: string;
}

export interface RuleFile {
  readonly name: string;
  readonly field: ListingFieldName | null;
  readonly where: readonly PlacedCondition[];
  readonly rules: readonly PlacedRule[];
  readonly tests: readonly FileTest[];
  readonly settings: EditSettings;
}

export interface PlacedRule extends EditRule {
  /** `shorten.yaml, line 5`, or `--template`. */
  readonly place: string;
}

export const NO_SETTINGS: EditSettings = { brands: [], acronyms: [], language: null, allow: [], defaults: {} };

const KEYS = ['name', 'where', 'field', 'settings', 'rules', 'tests'];
const EXAMPLE = 'rules: [ { case: title } ]';

/** Fields of texts that can be edited. */
export const TEXT_FIELD_NAMES = Object.entries(LISTING_FIELDS)
  .filter(([, kind]) => kind === 'text')
  .map(([name]) => name as ListingFieldName);

/** Reads a rule file. `file` is what messages call it. */
export function readRuleFile(content: string, file: string): RuleFile {
  return ruleFileOf(parseLocated(content, file), file);
}

function ruleFileOf(located: Located, file: string): RuleFile {
  const spot = rootSpot(located, file);
  const keys = mapping(spot, KEYS, EXAMPLE);
  if (!('rules' in keys)) complain(spot, `"rules" is missing: ${EXAMPLE}`);
  const rules = within(spot, 'rules');
  if (!Array.isArray(rules.value) || rules.value.length === 0)
    complain(rules, `a list of rules expected, such as - case: title, found ${found(rules.value)}`);
  return {
    name: 'name' in keys ? filledText(within(spot, 'name')) : (file.split(/[\\/]/u).at(-1) as string),
    field: 'field' in keys ? fieldAt(within(spot, 'field')) : null,
    where: 'where' in keys ? [conditionAt(within(spot, 'where'))] : [],
    rules: (rules.value as unknown[]).map((_, at) => ruleAt(within(rules, at))),
    tests: 'tests' in keys ? readTests(within(spot, 'tests')) : [],
    settings: 'settings' in keys ? settingsAt(within(spot, 'settings')) : NO_SETTINGS,
  };
}

/** The field that a word names: `title`, `item-highlights`, `highlights`, `导购标题`. */
export function textFieldNamed(word: string): ListingFieldName | null {
  const name = nameOf(word);
  const field = ALIASES[name] ?? name;
  return TEXT_FIELD_NAMES.find((known) => known === field) ?? null;
}

const ALIASES: Readonly<Record<string, string>> = {
  highlights: 'item_highlights',
  keywords: 'search_terms',
  导购标题: 'shopping_title',
  卖点: 'subtitle',
  キャッチコピー: 'subtitle',
};

function fieldAt(spot: Spot): ListingFieldName {
  const word = text(spot);
  return textFieldNamed(word) ?? complain(spot, unknownWord('text field', word, TEXT_FIELD_NAMES, 'Text fields'));
}

export function conditionAt(spot: Spot): PlacedCondition {
  const source = filledText(spot, 'a condition such as platform = amazon and length > 75');
  const condition = parseCondition(source);
  if ('problem' in condition) return complain(spot, `column ${condition.at + 1} of the condition: ${condition.problem}`);
  const slip = platformSlip(condition);
  if (slip !== null) return complain(spot, `column ${slip.at + 1} of the condition: ${slip.problem}`);
  return { condition, place: `${spot.file}, line ${spot.line}: ${spot.path.at(-1)}` };
}

function ruleAt(spot: Spot): PlacedRule {
  if (!isMapping(spot.value)) complain(spot, `a rule such as "case: title" expected, found ${found(spot.value)}`);
  const keys = Object.keys(spot.value as object).filter((key) => key !== 'where');
  const kinds = Object.keys(RULE_KINDS);
  for (const key of keys)
    if (!(key in RULE_KINDS))
      complain(within(spot, key), unknownWord('rule', key, nearWord(key, ['where']) === null ? kinds : ['where', ...kinds]));
  if (keys.length !== 1) {
    const what = keys.length === 0 ? 'no rule' : `${keys.join(' and ')} in one`;
    complain(spot, `one rule an item expected, found ${what}. Each begins with its own "-"`);
  }
  const name = keys[0] as string;
  const read = (RULE_KINDS[name] as (typeof RULE_KINDS)[string])(within(spot, name));
  const where = 'where' in (spot.value as object) ? conditionAt(within(spot, 'where')) : null;
  return { name, where: where?.condition ?? null, ...read, line: spot.line, place: `${spot.file}, line ${spot.line}` };
}

function settingsAt(spot: Spot): EditSettings {
  const keys = mapping(spot, ['brands', 'acronyms', 'language', 'allow', 'defaults'], '{ brands: [ACME] }');
  const listAt = (key: string, example: string) => (key in keys ? texts(within(spot, key), example) : []);
  return {
    brands: listAt('brands', '[ACME, iPhone]'),
    acronyms: listAt('acronyms', '[BPA, LED]'),
    language: 'language' in keys ? languageAt(within(spot, 'language')) : null,
    allow: 'allow' in keys ? allowedAt(within(spot, 'allow')) : [],
    defaults: 'defaults' in keys ? defaultsAt(within(spot, 'defaults')) : {},
  };
}

/** A rule that does not exist allows nothing: most likely a slip. */
function allowedAt(spot: Spot): string[] {
  const words = texts(spot, '[amazon/title-length]');
  words.forEach((word, at) => {
    if (word === 'all' || rulesMeant(word).length > 0) return;
    complain(Array.isArray(spot.value) ? within(spot, at) : spot, unknownRule(word, ['all']));
  });
  return words;
}

function languageAt(spot: Spot): string {
  const word = text(spot).toLowerCase();
  // Names every language of ISO 639-1, and nothing that is none.
  const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return /^[a-z]{2}$/u.test(word) && languages.of(word) !== undefined
    ? word
    : complain(spot, `a language of two letters (ISO 639-1) such as en, de, zh expected, found ${found(spot.value)}`);
}

function defaultsAt(spot: Spot): Record<string, string> {
  if (!isMapping(spot.value)) return complain(spot, `attributes with values expected, such as { brand: ACME }, found ${found(spot.value)}`);
  return Object.fromEntries(Object.keys(spot.value).map((key) => [nameOf(key), filledText(within(spot, key))]));
}
