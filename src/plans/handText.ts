/**
 * Which texts nobody may write into a plan by hand: those that the platform refuses or cuts for certain, by rules that leave nothing to
 * judge (length in the unit that it counts, characters, numbers of tags) and that it states as errors. What the other rules say of a
 * text is shown beside it (`shown/textCheck.ts`).
 *
 * A text may stay as wrong as the one that it replaces, as wrong as what eco proposed, and may break what the plan was made to break
 * (`titles edit --allow`).
 */
import { LISTING_FIELDS } from '../core/listingField.js';
import type { Change, ChangePlan } from '../core/plan.js';
import type { LintOptions, Violation } from '../measures/listingRules/lint.js';
import { newViolations } from '../measures/listingRules/newViolations.js';
import type { OptionsOf, SubjectOf } from './shown/textCheck.js';

/** What is wrong with the text of a change ("found … expected …"); null where nothing is. */
export type TextJudge = (change: Change) => string | null;

/** Names of rules, behind platform and field, that a form checks by counting. */
const CERTAIN: readonly string[] = ['length', 'characters', 'once-only', 'limits'];

/** `subjects` is asked once, for the first text. */
export function textJudge(from: ChangePlan['createdFrom'], optionsOf: OptionsOf, subjects: () => SubjectOf): TextJudge {
  const allow = allowedRules(from);
  const strict = new Map<string, LintOptions>();
  let subjectOf: SubjectOf | null = null;
  return (change) => {
    const { field, before, after, target } = change;
    if (LISTING_FIELDS[field] !== 'text' || after === null) return null;
    subjectOf ??= subjects();
    const options = strict.get(target.store) ?? { ...optionsOf(target.store), errorsOnly: true };
    strict.set(target.store, options);
    const broken = newViolations(subjectOf(change), field, before, after, options, allow);
    const found = broken.find((violation) => isCertain(violation, change) && !isAsProposed(violation, change));
    return found === undefined ? null : told(found);
  };
}

/** Rules that the verb that made the plan was allowed to break; `titles suggest --allow` names words instead. */
function allowedRules({ params }: ChangePlan['createdFrom']): readonly string[] {
  return 'rules' in params && Array.isArray(params.allow) ? (params.allow as readonly string[]) : [];
}

function isCertain({ rule, severity }: Violation, { field }: Change): boolean {
  const [, name = ''] = rule.split('/');
  return severity === 'error' && CERTAIN.includes(name.slice(field.length + 1));
}

/** The rule may have come into force after the plan was made. */
function isAsProposed({ rule, found }: Violation, { reason }: Change): boolean {
  return rule.endsWith('-length') && found === reason.values?.length_after;
}

function told({ rule, message, limit }: Violation): string {
  const expected = rule.endsWith('-length') ? ` Write at most ${limit}` : '';
  return `found ${message}${expected} (${rule})`;
}
