/**
 * What is to know of the texts that a plan writes and that no rule of the audit has seen: how long they are in the unit that the
 * platform counts, and which rules they break that the text before did not (errors and warnings; hints are the audit's). Counted for
 * what was written by hand: hand-made plans, edited changes; a plan-making verb counts for itself.
 *
 * Not looked at: rules that need other listings (duplicates, titles of siblings).
 */
import { LISTING_FIELDS } from '../../core/listingField.js';
import type { Change, ChangePlan } from '../../core/plan.js';
import { countLength } from '../../measures/listingRules/length.js';
import { type LintOptions, type LintSubject, lengthLimit, lintText } from '../../measures/listingRules/lint.js';
import type { ChangeState } from '../kept/status.js';

export interface TextCheck {
  /** Under the names that a plan-making verb uses in its reason; null where nothing has a length. */
  readonly length: { readonly length_before: number; readonly length_after: number; readonly limit: number | null } | null;
  /** Sentences, the rule's id at the end. */
  readonly broken: readonly string[];
  /** What was proposed, where somebody edited it; undefined where nobody did. */
  readonly proposed?: string | null;
}

/** What the rules know of a change's target. */
export type SubjectOf = (change: Change) => LintSubject;
/** The settings of the rules for a store. */
export type OptionsOf = (store: string) => LintOptions;

/** The checks of what was written by hand or edited in a plan, by the change's id. States stand in the order of the changes. */
export function checkTexts(
  plan: ChangePlan,
  states: readonly ChangeState[],
  optionsOf: OptionsOf,
  subjectOf: SubjectOf,
): Map<string, TextCheck> {
  const checks = new Map<string, TextCheck>();
  states.forEach(({ change }, at) => {
    const original = plan.changes[at] as Change;
    const isEdited = original.after !== change.after;
    const isText = LISTING_FIELDS[change.field] === 'text';
    const isOther = isEdited || original.before !== change.before || (isText && !isAsCounted(change, subjectOf(change), optionsOf));
    if (!isOther) return;
    const check = isText ? checkText(change, optionsOf(change.target.store), subjectOf(change)) : { length: null, broken: [] };
    checks.set(change.id, isEdited ? { ...check, proposed: original.after } : check);
  });
  return checks;
}

/** A text of another length than the verb that proposed it counted was edited in the file. */
function isAsCounted({ field, after, target, reason }: Change, subject: LintSubject, optionsOf: OptionsOf): boolean {
  const counted = reason.values?.length_after;
  if (counted === undefined) return false;
  const unit = lengthLimit(subject, field, optionsOf(target.store).asOf)?.unit ?? 'characters';
  return counted === countLength(after ?? '', unit);
}

/** The check of one text. */
export function checkText({ field, before, after }: Change, options: LintOptions, subject: LintSubject): TextCheck {
  const limit = lengthLimit(subject, field, options.asOf);
  const unit = limit?.unit ?? 'characters';
  const length = (text: string | null) => countLength(text ?? '', unit);
  return {
    length: { length_before: length(before), length_after: length(after), limit: limit?.limit ?? null },
    broken: newlyBroken(subject, field, before, after, options),
  };
}

function newlyBroken(
  subject: LintSubject,
  field: Change['field'],
  before: string | null,
  after: string | null,
  options: LintOptions,
): string[] {
  const had = new Set(lintText(subject, field, before, options).map(({ rule }) => rule));
  return lintText(subject, field, after, options)
    .filter(({ rule, severity }) => severity !== 'hint' && !had.has(rule))
    .map(({ rule, message }) => `${message} (${rule})`);
}
