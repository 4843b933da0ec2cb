/**
 * A bulk edit as a change plan: one change a text, with the rules that made it, its length before and after, and the limit; and what was
 * left out and why. Texts can be put back as they were, so every change of a known text has an exact inverse. Nothing is claimed about
 * what a change will bring: that is `titles suggest` and `titles effect`.
 */
import type { Day } from '../../core/day.js';
import type { Change, ChangePlan } from '../../core/plan.js';
import { PLAN_SCHEMA } from '../../core/plan.js';
import { groupBy } from '../../measures/grouping.js';
import { countLength } from '../../measures/listingRules/length.js';
import type { OwnedText } from '../textListing.js';
import type { Edited, EditResult } from './engine.js';

export interface PlanOrigin {
  readonly asOf: Day;
  readonly imports: readonly string[];
  readonly params: ChangePlan['createdFrom']['params'];
}

export function editPlan(result: EditResult, origin: PlanOrigin): ChangePlan {
  const changes = result.changed.map((edit, at) => changeOf(edit, String(at + 1)));
  return {
    schema: PLAN_SCHEMA,
    id: null,
    kind: 'titles',
    title: planTitle(result.changed),
    group: null,
    asOf: origin.asOf,
    createdFrom: { imports: origin.imports, params: origin.params },
    changes,
    notes: notesOf(result),
  };
}

function changeOf(edit: Edited, id: string): Change {
  const { owned, field, before, after, told, limit } = edit;
  const [listing] = owned.listings;
  const unit = limit?.unit ?? 'characters';
  return {
    id,
    action: 'set',
    target: { platform: listing.platform, store: listing.store, entity: owned.owner, id: owned.id },
    sku: owned.sku,
    field,
    before,
    after,
    currency: null,
    reason: {
      code: told.code,
      text: told.did,
      values: {
        rules: told.rules,
        length_before: before === null ? null : countLength(before, unit),
        length_after: countLength(after, unit),
        limit: limit?.limit ?? null,
      },
    },
    expected: null,
    inverse: before === null ? 'none' : 'exact',
  };
}

const NOUNS: Readonly<Record<string, string>> = {
  title: 'title',
  item_highlights: 'item highlight',
  search_terms: 'search terms text',
  tags: 'tags text',
};

function planTitle(changed: readonly Edited[]): string {
  const [first] = changed;
  if (!first) return 'no titles';
  const fields = [...new Set(changed.map(({ field }) => field))];
  const noun = fields.length === 1 ? (NOUNS[first.field] ?? first.field.replaceAll('_', ' ')) : 'text';
  const stores = [...new Set(changed.map(({ owned }) => owned.listings[0].store))].sort();
  const places = stores.length <= 3 ? stores.join(', ') : `${stores.slice(0, 2).join(', ')} and ${stores.length - 2} more stores`;
  return `${changed.length.toLocaleString('en')} ${noun}${changed.length === 1 ? '' : 's'} of ${places}`;
}

/** Sentences: how many were looked at, what was not changed and why, which violations were prevented. */
function notesOf(result: EditResult): string[] {
  const { chosen, changed, untouched, notChanged, prevented, unknown } = result;
  // What a text offers to another field follows it.
  const texts = changed.filter(({ owned }, at) => owned !== changed[at - 1]?.owned).length;
  const counts = `${many(chosen, 'text')} chosen: ${texts.toLocaleString('en')} to change, ${untouched.toLocaleString('en')} with nothing to do.`;
  const refused = [...groupBy(notChanged, ({ reason }) => reason)].sort(([, a], [, b]) => b.length - a.length);
  const broken = groupBy(
    prevented.flatMap((edit) => edit.violations.map(({ rule }) => ({ rule, owned: edit.owned }))),
    ({ rule }) => rule,
  );
  return [
    counts,
    ...refused.map(
      ([reason, same]) => `${many(same.length, 'text')} not changed: ${reason} (${examples(same.map(({ owned }) => owned))}).`,
    ),
    ...[...broken]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, same]) => {
        const names = examples(same.map(({ owned }) => owned));
        return `${many(same.length, 'change')} left out, which would newly break ${rule} (${names}). To make them all the same: --allow ${rule}`;
      }),
    ...(unknown.length === 0 ? [] : [`${many(unknown.length, 'text')} unknown: no import tells the field (${examples(unknown)}).`]),
  ];
}

const SHOWN = 3;

function examples(owned: readonly OwnedText[]): string {
  const names = owned.map(({ sku, id }) => sku ?? id);
  return names.length <= SHOWN ? names.join(', ') : `${names.slice(0, SHOWN).join(', ')}, …`;
}

function many(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
