/**
 * What is wrong with one text of a listing, by the rules of its platform on a day. The audit lists what this finds; an edit may not
 * add to it.
 */
import type { Day } from '../../core/day.js';
import type { ListingFieldName } from '../../core/listingField.js';
import type { Dictionary } from '../words/words.js';
import { type Compiled, compiled } from './compile.js';
import { PreparedText } from './prepared.js';
import { type ListingField, type RuleBasis, ruleInForce, type Severity } from './rule.js';
import { LENGTH_RULES } from './rules.js';
import type { LintSubject } from './subject.js';

export type { LintSubject } from './subject.js';

export interface Violation {
  /** `amazon/title-length`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'hint';
  /** A sentence: what was found, and what is asked. */
  readonly message: string;
  /** The count or the words found, and the limit, where the rule has one. */
  readonly found: number | string | null;
  readonly limit: number | null;
  /** Where in the text, UTF-16 offsets, end exclusive; null for the whole. */
  readonly span: readonly [number, number] | null;
  /** The whole text mended, where one mending is certain. */
  readonly fix: string | null;
  /** How serious an advertising word is: law, high, medium, platform, check, low. */
  readonly level: string | null;
  /** What the rule states: since when, how certain, by which source. */
  readonly basis: RuleBasis;
}

export interface LintOptions {
  readonly asOf: Day;
  /** Rules that are switched off, by id, beginning of an id, platform or name (`meansRule`). */
  readonly disabled?: readonly string[];
  /** Optional rules that are switched on. */
  readonly enabled?: readonly string[];
  /** Severities of the shop's own, by rule as in `disabled`; the last that fits counts. */
  readonly severity?: Readonly<Record<string, Severity>>;
  /** Words that no rule about words minds. */
  readonly allowWords?: readonly string[];
  /** Also what only comes into force: warnings whose rule ends in `-upcoming`. */
  readonly upcoming?: boolean;
  /** Only errors: what is less is not looked for. */
  readonly errorsOnly?: boolean;
  /** Only rules of whose id this holds. */
  readonly only?: (rule: string) => boolean;
  /** Words of languages that are written without spaces: the shop's own keywords. */
  readonly dictionary?: Dictionary;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };
/** More than there are kinds of mendings, so that each may follow each. */
const MOST_MENDINGS = 12;
const NONE: readonly Violation[] = [];

/** The violations of one text, errors first. A null text is unknown and breaks nothing. */
export function lintText(subject: LintSubject, field: ListingFieldName, text: string | null, options: LintOptions): Violation[] {
  if (text === null) return [];
  const rules = rulesFor(subject, field, options);
  const ready = new PreparedText(text, options.dictionary);
  let found: Violation[] | null = null;
  for (const rule of rules) {
    if (!rule.applies(subject)) continue;
    for (const hit of rule.check(ready, subject)) {
      found ??= [];
      found.push({
        rule: rule.id,
        severity: rule.severity ?? (rule.upcoming ? 'warning' : (hit.severity ?? rule.basis.severity)),
        message: rule.upcoming && !rule.id.includes('-length') ? `${hit.message} In force from ${rule.basis.effectiveFrom}.` : hit.message,
        found: hit.found,
        limit: hit.limit,
        span: hit.span,
        fix: hit.fix,
        level: hit.level ?? null,
        basis: hit.basis ?? rule.basis,
      });
    }
  }
  if (found === null) return NONE as Violation[];
  return found.length === 1 ? found : found.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/** Chosen rules by options and, in them, by platform, marketplace and field. */
const chosen = new WeakMap<LintOptions, Map<string, readonly Compiled[]>>();
const byText = new Map<string, readonly Compiled[]>();
/** A store has a handful of settings; whoever asks with thousands of different ones pays for it. */
const MOST_KEPT = 500;

/** What was asked for last: listings of one place follow each other. */
let last: {
  readonly platform: string;
  readonly marketplace: string | null;
  readonly field: ListingFieldName;
  readonly options: LintOptions;
  readonly rules: readonly Compiled[];
} | null = null;

function rulesFor({ platform, marketplace }: LintSubject, field: ListingFieldName, options: LintOptions): readonly Compiled[] {
  const isSame = last?.options === options && last.field === field && last.platform === platform && last.marketplace === marketplace;
  if (last === null || !isSame) last = { platform, marketplace, field, options, rules: chosenRules(platform, marketplace, field, options) };
  return last.rules;
}

function chosenRules(platform: string, marketplace: string | null, field: ListingFieldName, options: LintOptions): readonly Compiled[] {
  let mine = chosen.get(options);
  if (!mine) {
    mine = new Map();
    chosen.set(options, mine);
  }
  const place = `${platform}\u001f${marketplace ?? ''}\u001f${field}`;
  let rules = mine.get(place);
  if (!rules) {
    const { asOf, disabled, enabled, severity, allowWords, upcoming, errorsOnly, only } = options;
    const key = JSON.stringify([place, asOf, disabled, enabled, severity, allowWords, upcoming, errorsOnly]);
    rules = byText.get(key) ?? compiled(platform, marketplace, field as ListingField, options);
    if (byText.size >= MOST_KEPT) byText.clear();
    byText.set(key, rules);
    if (only) rules = rules.filter(({ id }) => only(id));
    mine.set(place, rules);
  }
  return rules;
}

/**
 * A text with all certain mendings made, one after the other, as long as none adds a violation (full-width katakana may pass the
 * limit). The text itself where there is nothing to mend. `only`: the rules whose mendings are made.
 */
export function mendedText(
  subject: LintSubject,
  field: ListingFieldName,
  text: string,
  options: LintOptions,
  only: (rule: string) => boolean = () => true,
): { text: string; rules: string[] } {
  const rules: string[] = [];
  const refused = new Set<string>();
  let current = text;
  for (let round = 0; round < MOST_MENDINGS; round++) {
    const violations = lintText(subject, field, current, options);
    const mendable = violations.filter(({ fix, rule }) => fix !== null && fix !== current && !refused.has(rule) && only(rule));
    // First the encoding: what looks like a space or like nothing is often a byte of a letter.
    const next = mendable.find(({ rule }) => rule.endsWith('-mojibake')) ?? mendable[0];
    if (!next) break;
    const mended = next.fix as string;
    const before = new Set(violations.map(({ rule }) => rule));
    const breaksAnother = lintText(subject, field, mended, options).some(({ rule }) => !before.has(rule));
    if (mended.trim() === '' || breaksAnother) refused.add(next.rule);
    else {
      current = mended;
      rules.push(next.rule);
    }
  }
  return { text: current, rules: [...new Set(rules)] };
}

/** The length limit of a field in force, and how long a text is in its unit; null where no rule is known. */
export function lengthLimit(
  subject: LintSubject,
  field: ListingFieldName,
  asOf: Day,
): { readonly limit: number; readonly unit: 'characters' | 'utf8-bytes' | 'gbk-bytes' | 'cp932-bytes' } | null {
  const rule = ruleInForce(LENGTH_RULES, field as ListingField, subject, asOf);
  return rule === null ? null : { limit: rule.limit, unit: rule.unit };
}
