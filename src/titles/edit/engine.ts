/**
 * A bulk edit: the rules of a file on the texts it chooses, one text after the other, each rule on what the one before left. Of a text it
 * tells every step. A text stays as it is, and is named, where a rule needs what nobody knows of the listing, where nothing would be left,
 * where it is unknown itself, or where the result would break a rule of the platform that the text before did not break.
 */
import type { Day } from '../../core/day.js';
import type { ListingFieldName } from '../../core/listingField.js';
import { type Condition, type ConditionValue, holds } from '../../measures/condition.js';
import { countLength } from '../../measures/listingRules/length.js';
import type { LintOptions, LintSubject } from '../../measures/listingRules/lint.js';
import { newViolations } from '../../measures/listingRules/newViolations.js';
import { wordsOf } from '../../measures/words/words.js';
import type { StoreSettings } from '../auditTexts.js';
import type { OwnedText } from '../textListing.js';
import { nameOf } from './attributes.js';
import { withoutTwins } from './duplicates.js';
import type { EditFacts } from './facts.js';
import { contextMaker } from './makeContext.js';
import { offered } from './offers.js';
import type { EditContext, EditRule, Offer, TextLimit } from './rule.js';
import type { EditSettings, PlacedCondition } from './ruleFile.js';
import { type Told, toldOf } from './told.js';

export interface EditOrder {
  readonly field: ListingFieldName;
  /** All of them must hold. */
  readonly where: readonly PlacedCondition[];
  readonly rules: readonly EditRule[];
  readonly settings: EditSettings;
  /** Rules of platforms that may be broken. */
  readonly allow: readonly string[];
  readonly asOf: Day;
  /** Which rules of platforms a store has switched off or added, as for the audit. */
  readonly lint?: Readonly<Record<string, StoreSettings>>;
  /** Also keep the steps of each text, which for a hundred thousand texts take 50 MB. */
  readonly keepsSteps?: boolean;
}

export interface EditStep {
  readonly rule: string;
  /** The text after it. */
  readonly after: string;
  readonly did: string;
}

export interface Edited {
  readonly owned: OwnedText;
  readonly field: ListingFieldName;
  /** Null is unknown: only words offered to another field. */
  readonly before: string | null;
  readonly after: string;
  readonly told: Told;
  /** None where they are not kept (`EditOrder.keepsSteps`). */
  readonly steps: readonly EditStep[];
  readonly limit: TextLimit | null;
}

export interface NotChanged {
  readonly owned: OwnedText;
  readonly reason: string;
}

export interface Prevented extends Edited {
  readonly violations: readonly { readonly rule: string; readonly message: string }[];
}

export interface EditResult {
  /** Texts that the conditions choose. */
  readonly chosen: number;
  readonly changed: readonly Edited[];
  readonly notChanged: readonly NotChanged[];
  readonly prevented: readonly Prevented[];
  /** Chosen texts on which no rule had anything to do. */
  readonly untouched: number;
  /** Listings of which no import tells the text. */
  readonly unknown: readonly OwnedText[];
}

/** `among`: the only texts to change; the others still count where titles would become equal. */
export function editTexts(texts: readonly OwnedText[], order: EditOrder, facts: EditFacts, among?: ReadonlySet<OwnedText>): EditResult {
  const make = contextMaker(texts, order, facts);
  const changed: Edited[] = [];
  const notChanged: NotChanged[] = [];
  const prevented: Prevented[] = [];
  const unknown: OwnedText[] = [];
  const lintOf = lintOptions(order);
  let chosen = 0;
  let untouched = 0;
  for (const owned of texts) {
    if (among && !among.has(owned)) continue;
    const context = make(owned);
    if (!order.where.every(({ condition }) => chooses(condition, owned.text, context))) continue;
    chosen++;
    if (owned.text === null) {
      unknown.push(owned);
      continue;
    }
    const edit = editText(owned.text, order.rules, context);
    if ('refusal' in edit) notChanged.push({ owned, reason: edit.refusal });
    else if (edit.text === owned.text) untouched++;
    else {
      const steps = order.keepsSteps ? edit.steps : NO_STEPS;
      const told = toldOf(edit.steps);
      const main: Edited = { owned, field: order.field, before: owned.text, after: edit.text, told, steps, limit: context.limit };
      for (const change of [main, ...offered(main, edit.offers, make)]) {
        const violations = violationsOf(change, edit.text, context, order, lintOf(owned));
        if (violations.length > 0) prevented.push({ ...change, violations });
        else changed.push(change);
        // Words are offered by a title that gives them up, not by one that keeps them.
        if (violations.length > 0 && change === main) break;
      }
    }
  }
  const twins = withoutTwins(texts, changed, order);
  return { chosen, changed: twins.changed, notChanged, prevented: [...prevented, ...twins.prevented], untouched, unknown };
}

const NO_STEPS: readonly EditStep[] = [];

/** The rules on one text. */
export function editText(
  text: string,
  rules: readonly EditRule[],
  context: EditContext,
): { readonly text: string; readonly steps: readonly EditStep[]; readonly offers: readonly Offer[] } | { readonly refusal: string } {
  const steps: EditStep[] = [];
  const offers: Offer[] = [];
  let current = text;
  for (const rule of rules) {
    if (rule.where !== null && !chooses(rule.where, current, context)) continue;
    const outcome = rule.apply(current, context);
    if (outcome === null) continue;
    if ('refusal' in outcome) return outcome;
    if (outcome.text.trim() === '') return { refusal: `${rule.name} would leave nothing` };
    steps.push({ rule: rule.name, after: outcome.text, did: outcome.did });
    if (outcome.offer) offers.push(outcome.offer);
    current = outcome.text;
  }
  return { text: current, steps, offers };
}

/** Whether a condition holds; `text`, `length`, `words` and `limit` speak of the text as it stands now. */
function chooses(condition: Condition, text: string | null, context: EditContext): boolean {
  return holds(condition, (name) => valueIn(nameOf(name), text, context));
}

function valueIn(name: string, text: string | null, { subject, limit }: EditContext): ConditionValue {
  switch (name) {
    case 'text':
      return text;
    case 'length':
      return text === null ? null : countLength(text, limit?.unit ?? 'characters');
    case 'words':
      return text === null ? null : wordsOf(text).length;
    case 'limit':
      return limit?.limit ?? null;
    default:
      return subject.value(name);
  }
}

/** One object a store: the rules of the platform are chosen once for each. */
function lintOptions({ asOf, lint }: EditOrder): (owned: OwnedText) => LintOptions {
  const plain: LintOptions = { asOf };
  const byStore = new Map(Object.entries(lint ?? {}).map(([store, settings]) => [store, { ...settings, asOf }]));
  return ({ listings: [listing] }) => byStore.get(listing.store) ?? plain;
}

function violationsOf(change: Edited, newText: string, context: EditContext, order: EditOrder, lint: LintOptions): Prevented['violations'] {
  const { owned, field } = change;
  const plain = lintSubjectOf(owned, context);
  const subject = field === order.field ? plain : { ...plain, texts: { [order.field]: newText } };
  return newViolations(subject, field, change.before, change.after, lint, order.allow);
}

/** What the platform's rules look at. */
function lintSubjectOf(owned: OwnedText, context: EditContext): LintSubject {
  const [listing] = owned.listings;
  const brand = context.subject.value('brand');
  return {
    platform: listing.platform,
    marketplace: listing.marketplace,
    productType: listing.productType,
    brand: brand === null ? null : String(brand),
    // A text of several variations says none of them.
    variation: owned.listings.length === 1 ? listing.variation : null,
    role: owned.listings.length === 1 ? listing.role : 'parent',
  };
}
