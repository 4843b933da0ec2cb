/**
 * From rules as data to one function a text: which rules hold for a platform, a marketplace and a field on a day, chosen once
 * and kept, so that a hundred thousand titles cost no choosing and no building of expressions.
 */
import type { Day } from '../../core/day.js';
import { languageOf } from '../words/language.js';
import { bannedCharacters, type Check, decorativeCharacters, onceOnly, outsideClass, symbols } from './checkCharacters.js';
import { fullWidth, halfWidthKatakana, html, invisible, missing, spaces } from './checkHygiene.js';
import { brandFirst, needsTitleWithin, short, tags, variationInTitle, variationOnParent, wordCount } from './checkListing.js';
import { adWords, bracketedPromotion, contact, otherPlatform, phrases } from './checkPhrases.js';
import { allCaps, repeatedWord } from './checkWords.js';
import { exemptWords } from './exemptWords.js';
import { lengthCheck, upcomingLengthCheck } from './lengthCheck.js';
import { mojibake } from './mojibake.js';
import { fold } from './prepared.js';
import { countryOf, holdsIn, holdsOn, isExcepted, type ListingField, platformName, type RuleBasis, type Severity } from './rule.js';
import { LENGTH_RULES } from './rules.js';
import type { LintSubject } from './subject.js';
import { type TextRule, textRuleId } from './textRule.js';
import { meansRule, TEXT_RULES } from './textRules.js';

/** See LintOptions. */
export interface CompileOptions {
  readonly asOf: Day;
  readonly disabled?: readonly string[];
  readonly enabled?: readonly string[];
  readonly severity?: Readonly<Record<string, Severity>>;
  readonly allowWords?: readonly string[];
  readonly upcoming?: boolean;
  readonly errorsOnly?: boolean;
}

/** A rule that holds, ready to be asked. */
export interface Compiled {
  readonly id: string;
  readonly basis: RuleBasis;
  /** What the shop's settings make of the rule's severity. */
  readonly severity: Severity | null;
  readonly upcoming: boolean;
  readonly check: Check;
  /** Whether the rule speaks of this listing at all. */
  applies(subject: LintSubject): boolean;
}

const EVERYWHERE = (): boolean => true;

/** The rules for one platform, marketplace and field. */
export function compiled(platform: string, marketplace: string | null, field: ListingField, options: CompileOptions): Compiled[] {
  const name = platformName(platform);
  const country = countryOf(marketplace);
  const rules = [...lengthRules(name, country, field, options), ...textRules(name, country, field, options)];
  return rules.flatMap((rule) => {
    if ((options.disabled ?? []).some((word) => meansRule(word, rule.id))) return [];
    const severity = severityFor(rule.id, options.severity);
    if (options.errorsOnly && (severity ?? (rule.upcoming ? 'warning' : rule.basis.severity)) !== 'error') return [];
    return [{ ...rule, severity }];
  });
}

function severityFor(id: string, settings: CompileOptions['severity']): Severity | null {
  let found: Severity | null = null;
  for (const [word, severity] of Object.entries(settings ?? {})) if (meansRule(word, id)) found = severity;
  return found;
}

type Ready = Omit<Compiled, 'severity'>;

/** Length limits come in versions: the check itself takes the one for the product type. */
function lengthRules(platform: string, country: string | null, field: ListingField, { asOf, upcoming }: CompileOptions): Ready[] {
  const all = LENGTH_RULES.filter((rule) => rule.platform === platform && rule.field === field && holdsIn(rule, country));
  const inForce = all.filter((rule) => holdsOn(rule, asOf)).sort((a, b) => compare(b.effectiveFrom ?? '', a.effectiveFrom ?? ''));
  const later = all
    .filter((rule) => (rule.effectiveFrom ?? '') > asOf)
    .sort((a, b) => compare(a.effectiveFrom ?? '', b.effectiveFrom ?? ''));
  const [current] = inForce;
  const [next] = later;
  return [
    ...(current ? [{ id: current.id, basis: current, upcoming: false, check: lengthCheck(inForce), applies: EVERYWHERE }] : []),
    ...(next && upcoming
      ? [{ id: `${next.id}-upcoming`, basis: next, upcoming: true, check: upcomingLengthCheck(later), applies: EVERYWHERE }]
      : []),
  ];
}

function textRules(platform: string, country: string | null, field: ListingField, options: CompileOptions): Ready[] {
  const { asOf, upcoming } = options;
  return TEXT_RULES.filter(
    (rule) => speaksOf(rule, platform, field) && holdsIn(rule, country) && isAsked(rule, platform, field, options),
  ).flatMap((rule) => {
    const isLater = rule.effectiveFrom !== null && rule.effectiveFrom > asOf;
    if (isLater ? !upcoming : !holdsOn(rule, asOf)) return [];
    const id = textRuleId(platform, field, rule.name);
    const applies = rule.exceptProductTypes ? exceptFor(rule) : EVERYWHERE;
    const check = checkOf(rule, platform, languageOf(platform, country), options);
    return [{ id: isLater ? `${id}-upcoming` : id, basis: rule, upcoming: isLater, check, applies }];
  });
}

/** A catalogue has few product types. */
function exceptFor(rule: TextRule): (subject: LintSubject) => boolean {
  const known = new Map<string | null, boolean>();
  return ({ productType }) => {
    let applies = known.get(productType);
    if (applies === undefined) {
      applies = !isExcepted(rule, productType);
      known.set(productType, applies);
    }
    return applies;
  };
}

function speaksOf({ platforms, fields }: TextRule, platform: string, field: ListingField): boolean {
  return fields.includes(field) && (platforms === 'all' || platforms.includes(platform));
}

function isAsked(rule: TextRule, platform: string, field: ListingField, { enabled }: CompileOptions): boolean {
  return !rule.optional || (enabled ?? []).some((word) => meansRule(word, textRuleId(platform, field, rule.name)));
}

function checkOf({ check }: TextRule, platform: string, language: string, options: CompileOptions): Check {
  const allowed = new Set((options.allowWords ?? []).map(fold));
  switch (check.kind) {
    case 'missing':
      return missing;
    case 'spaces':
      return spaces;
    case 'invisible':
      return invisible;
    case 'html':
      return html;
    case 'mojibake':
      return mojibake;
    case 'full-width':
      return fullWidth;
    case 'half-width-katakana':
      return halfWidthKatakana;
    case 'symbols':
      return symbols;
    case 'banned-characters':
      return bannedCharacters(check.characters, check.brand);
    case 'decorative-characters':
      return decorativeCharacters(check.characters);
    case 'outside-class':
      return outsideClass(check.outside, check.asked);
    case 'once-only':
      return onceOnly(check.characters);
    case 'all-caps':
      return allCaps(allowed);
    case 'repeated-word':
      return repeatedWord({ ...check, language, exempt: new Set([...exemptWords(language === 'en' ? null : language), ...allowed]) });
    case 'phrases':
      return phrases(check.list, language, allowed);
    case 'bracketed-promotion':
      return bracketedPromotion(allowed);
    case 'ad-words':
      return adWords(check.levels, allowed);
    case 'contact':
      return contact(language);
    case 'other-platform':
      return otherPlatform(platform, allowed);
    case 'brand-first':
      return brandFirst;
    case 'variation-in-title':
      return variationInTitle;
    case 'variation-on-parent':
      return variationOnParent;
    case 'short':
      return short(check.least, check.unit);
    case 'words':
      return wordCount(check.most);
    case 'tags':
      return tags(check.most, check.longest);
    case 'needs-title-within':
      return needsTitleWithin(check.limit);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
