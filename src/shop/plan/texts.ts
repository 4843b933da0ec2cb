/**
 * What rules say of texts that people write into a plan: refused where the platform takes them for certain not, else shown beside the
 * change and said when it is taken over.
 */

import { LISTING_FIELDS } from '../../core/listingField.js';
import type { Change, ChangePlan } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { storesOf } from '../../facts/stores.js';
import type { LintOptions } from '../../measures/listingRules/lint.js';
import { type TextJudge, textJudge } from '../../plans/handText.js';
import type { KeptPlan } from '../../plans/kept/keep.js';
import type { ChangeState } from '../../plans/kept/status.js';
import { lintSubjects } from '../../plans/shown/subjectQueries.js';
import { checkText, checkTexts, type OptionsOf, type TextCheck } from '../../plans/shown/textCheck.js';
import type { Session } from '../../session.js';

const MOST_SAID = 10;

/** What is to know of the texts of a plan as it was proposed (`plan`) and as it is now. */
export function textsOf(session: Session, db: Database, plan: ChangePlan, states: readonly ChangeState[]): Map<string, TextCheck> {
  const subjects = lintSubjects(
    db,
    states.map(({ change }) => change.target),
  );
  return checkTexts(plan, states, lintSettings(session, db), subjects);
}

/** What refuses texts in a kept plan. */
export function judgeOf(session: Session, db: Database, { plan, states }: Pick<KeptPlan, 'plan' | 'states'>): TextJudge {
  const subjects = () =>
    lintSubjects(
      db,
      states.map(({ change }) => change.target),
    );
  return textJudge(plan.createdFrom, lintSettings(session, db), subjects);
}

/** Warns of rules that texts break which stood in no plan before. */
export function tellBroken(session: Session, db: Database, changes: readonly Change[]): void {
  const texts = changes.filter(({ field }) => LISTING_FIELDS[field] === 'text');
  if (texts.length === 0) return;
  const subjects = lintSubjects(
    db,
    texts.map(({ target }) => target),
  );
  const optionsOf = lintSettings(session, db);
  const lines = texts.flatMap((change) =>
    checkText(change, optionsOf(change.target.store), subjects(change)).broken.map(
      (rule) => `${change.sku ?? change.target.id} ${change.field}: ${rule}`,
    ),
  );
  for (const line of lines.slice(0, MOST_SAID)) session.warn(line);
  if (lines.length > MOST_SAID) session.warn(`and ${lines.length - MOST_SAID} more of this kind`);
}

/** The day, and what the configuration says of the title audit: for all stores, and the store's own on top. */
export function lintSettings(session: Session, db: Database): OptionsOf {
  const asOf = session.asOf(storesOf(db, {}));
  const all = session.config.titles;
  const made = new Map<string, LintOptions>();
  return (store) => {
    const own = all?.stores?.[store];
    const options = made.get(store) ?? {
      asOf,
      disabled: [...(all?.disable ?? []), ...(own?.disable ?? [])],
      severity: { ...all?.severity, ...own?.severity },
      allowWords: [...(all?.allow_words ?? []), ...(own?.allow_words ?? [])],
    };
    made.set(store, options);
    return options;
  };
}
