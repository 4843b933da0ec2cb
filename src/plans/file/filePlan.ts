/**
 * A plan file that is not kept yet, as a plan: every row is held against the shop, and each mistake is named by its line. A file made
 * by hand (no column `plan`) is a plan of kind `edits`, whose `before` is what stands in the database.
 */
import type { Day } from '../../core/day.js';
import { LISTING_FIELDS, type ListingFieldName } from '../../core/listingField.js';
import { nearestName } from '../../core/nearest.js';
import { type Change, type ChangePlan, PLAN_SCHEMA } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { type TextJudge, textJudge } from '../handText.js';
import { PLAN_STATUSES } from '../kept/status.js';
import { lintSubjects } from '../shown/subjectQueries.js';
import type { OptionsOf } from '../shown/textCheck.js';
import { targetKey } from '../sound.js';
import { type CurrentValue, currentValues } from '../standing/current.js';
import { checkedValue, sameValue, shown, typedValue } from '../values.js';
import { type Mistake, refuseMistake, refuseMistakes } from './fileMistakes.js';
import { type Found, targetFinder } from './fileTargets.js';
import { type ChangeKey, type Draft, type DraftChange, figuresProblem, reasonOf } from './planKeys.js';
import { restoredValues } from './restored.js';

/** What a file says about changes that were decided on in it. */
export type Decision = 'accepted' | 'declined';
const DECISIONS = ['accepted', 'declined', 'proposed'];

export interface FilePlan {
  readonly plan: ChangePlan;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly notes: readonly string[];
}

interface Row {
  readonly draft: DraftChange;
  readonly field: ListingFieldName;
  readonly found: Found;
  /** What stood there before the plan that the file takes back; null in other files. */
  readonly restored: string | null;
}

type Wrong = (row: DraftChange, key: ChangeKey | null, text: string) => void;

/** The plan that a file is, or an error that names every mistake in it. `optionsOf`: the settings of the rules for texts. */
export function planOfFile(db: Database, draft: Draft, asOf: Day, optionsOf: OptionsOf): FilePlan {
  const mistakes: Mistake[] = [];
  const wrong: Wrong = (row, key, text) => mistakes.push({ line: row.lineOf(key), key, text });
  if (draft.changes.length === 0) refuseMistake(draft.name, { line: 1, key: null, text: 'there is no change in it' });
  if (draft.envelope !== null && !draft.keys.has('before')) {
    // Without it every change would look stale, as if the shop had changed since.
    const text = 'there is no "before", which says what a change takes the place of: write the plan again with it';
    refuseMistake(draft.name, { line: 1, key: null, text });
  }
  const rows = resolvedRows(db, draft, wrong);
  const current = currentValues(
    db,
    rows.map(({ found, field }) => ({ target: found.target, field })),
  );
  const judge = judgeOf(db, draft, rows, optionsOf);
  const ids = idsOf(draft);
  const lines: number[] = [];
  const changes = rows.flatMap((row, at) => {
    const change = changeOf(row, current[at] as CurrentValue, ids.get(row.draft) as string, draft, wrong);
    if (change === null) return [];
    if (!sameValue(change.before, change.after)) {
      const problem = change.after === row.restored ? null : judge(change);
      if (problem !== null) wrong(row.draft, 'after', problem);
      return [change];
    }
    if (fromDatabase(row.draft, draft)) lines.push(row.draft.lineOf('after'));
    else wrong(row.draft, 'after', `found ${shown(change.after)}, which is what stood there before: nothing would change`);
    return [];
  });
  refuseTwice(rows, ids, wrong);
  refuseMistakes(draft.name, mistakes);
  const notes = [...draft.notes, ...(lines.length === 0 ? [] : [leftOut(lines)])];
  if (changes.length === 0)
    refuseMistake(draft.name, { line: lines[0] ?? 1, key: 'after', text: 'every value stands there already: nothing would change' });
  return { plan: assembled(draft, changes, asOf), decisions: decisionsOf(draft, ids, changes), notes };
}

function judgeOf(db: Database, { envelope }: Draft, rows: readonly Row[], optionsOf: OptionsOf): TextJudge {
  const subjects = () =>
    lintSubjects(
      db,
      rows.map(({ found }) => found.target),
    );
  return textJudge(envelope?.created_from ?? { imports: [], params: {} }, optionsOf, subjects);
}

function leftOut(lines: readonly number[]): string {
  const some = lines.slice(0, 5).join(', ');
  return `${lines.length} left out, whose value stands there already (line ${some}${lines.length > 5 ? ', …' : ''})`;
}

function resolvedRows(db: Database, draft: Draft, wrong: Wrong): Row[] {
  const find = targetFinder(db, draft.changes);
  const restored = restoredValues(db, draft.envelope);
  return draft.changes.flatMap((row) => {
    const field = row.cells.field ?? null;
    if (field === null || !(field in LISTING_FIELDS)) {
      const nearest = nearestName(field ?? '', Object.keys(LISTING_FIELDS));
      wrong(
        row,
        'field',
        field === null ? 'a field such as title expected, found nothing' : `there is no field "${field}". The nearest is "${nearest}"`,
      );
      return [];
    }
    const found = find(row, field as ListingFieldName);
    if ('target' in found) {
      const key = targetKey({ target: found.target, field: field as ListingFieldName });
      return [{ draft: row, field: field as ListingFieldName, found, restored: restored.get(key) ?? null }];
    }
    wrong(row, found.key, found.problem);
    return [];
  });
}

/** What the row calls its target. */
function nameOf(row: DraftChange, found: Found): string {
  return row.cells.entity_id == null && row.cells.sku != null ? `SKU "${row.cells.sku}"` : `"${found.target.id}"`;
}

/** A row of a hand-made file that leaves `before` empty takes it from the database. */
function fromDatabase(row: DraftChange, draft: Draft): boolean {
  return draft.envelope === null && (row.cells.before ?? null) === null;
}

function changeOf(
  { draft: row, field, found, restored }: Row,
  current: CurrentValue,
  id: string,
  draft: Draft,
  wrong: Wrong,
): Change | null {
  const { cells } = row;
  const isAmount = LISTING_FIELDS[field] === 'money';
  // The store's own beside a text says nothing wrong: spreadsheets are filled down.
  if (cells.currency != null && cells.currency !== found.currency) {
    const expected = isAmount ? '' : `, and a ${field} is no amount: leave the cell empty`;
    wrong(
      row,
      'currency',
      `found ${shown(cells.currency)}, but ${found.target.store} sells in ${found.currency ?? 'an unknown currency'}${expected}`,
    );
    return null;
  }
  const status = cells.status ?? 'proposed';
  if (!(PLAN_STATUSES as readonly string[]).includes(status))
    wrong(
      row,
      'status',
      `found ${shown(status)}, expected accepted, declined or proposed. The nearest is "${nearestName(status, DECISIONS)}"`,
    );
  if ((cells.action ?? 'set') !== 'set') wrong(row, 'action', `found ${shown(cells.action ?? null)}, "set" expected`);
  if (!['exact', 'partial', 'none'].includes(cells.inverse ?? 'exact')) wrong(row, 'inverse', 'exact, partial or none expected');
  for (const key of ['reason_values', 'expected_values'] as const) {
    const problem = figuresProblem(cells[key] ?? null);
    if (problem === null) continue;
    wrong(row, key, problem);
    return null;
  }
  if (current.problem !== null && fromDatabase(row, draft)) {
    wrong(row, row.cells.entity_id == null ? 'sku' : 'entity_id', `${nameOf(row, found)} ${current.problem}`);
    return null;
  }
  const before = fromDatabase(row, draft) ? current.value : canonical(field, cells.before ?? null, found.currency);
  const after = typedValue(field, cells.after ?? null, found.currency, restored ?? before);
  if ('problem' in after) {
    wrong(row, 'after', after.problem);
    return null;
  }
  return {
    id,
    action: 'set',
    target: found.target,
    sku: found.sku,
    field,
    before,
    after: after.value,
    currency: isAmount ? found.currency : null,
    reason: reasonOf(cells.reason ?? null, cells.reason_code ?? null, cells.reason_values ?? null) ?? BY_HAND,
    expected: reasonOf(cells.expected ?? null, cells.expected_code ?? null, cells.expected_values ?? null),
    // An export that has the column and leaves the cell empty tells that nothing stood there.
    inverse: (cells.inverse as Change['inverse'] | null | undefined) ?? (before === null && current.evidenceAt === null ? 'none' : 'exact'),
  };
}

const BY_HAND = { code: 'by_hand', text: 'written by hand' };

/** What stood there is not for the reader to judge; only amounts are brought into one form. */
function canonical(field: ListingFieldName, value: string | null, currency: string | null): string | null {
  if (value === null || LISTING_FIELDS[field] === 'text') return value;
  const checked = checkedValue(field, value, currency);
  return 'value' in checked ? checked.value : value;
}

/** Ids as the file gives them; rows without one are numbered. */
function idsOf(draft: Draft): Map<DraftChange, string> {
  return new Map(draft.changes.map((row, at) => [row, row.cells.change_id ?? `c${at + 1}`]));
}

function refuseTwice(rows: readonly Row[], ids: ReadonlyMap<DraftChange, string>, wrong: Wrong): void {
  const byId = new Map<string, number>();
  const byTarget = new Map<string, number>();
  for (const { draft, found, field } of rows) {
    const id = ids.get(draft) as string;
    const key = targetKey({ target: found.target, field });
    const earlier = byId.get(id);
    const same = byTarget.get(key);
    if (earlier !== undefined) wrong(draft, 'change_id', `"${id}" is also on line ${earlier}`);
    else byId.set(id, draft.lineOf('change_id'));
    if (same !== undefined)
      wrong(draft, 'field', `the ${field} of ${nameOf(draft, found)} is also changed on line ${same}: one of them must go`);
    else byTarget.set(key, draft.lineOf('field'));
  }
}

function assembled(draft: Draft, changes: readonly Change[], asOf: Day): ChangePlan {
  const stores = [...new Set(changes.map((change) => change.target.store))].sort().join(', ');
  const { envelope } = draft;
  const title = `${changes.length.toLocaleString('en')} ${changes.length === 1 ? 'edit' : 'edits'} of ${stores}, from ${draft.name}`;
  return {
    schema: PLAN_SCHEMA,
    id: draft.planId,
    kind: envelope?.kind ?? 'edits',
    title: envelope?.title ?? title,
    group: envelope?.group ?? null,
    asOf: envelope?.as_of ?? asOf,
    createdFrom: envelope?.created_from ?? { imports: [], params: { file: draft.name } },
    changes,
    notes: envelope?.notes ?? [],
  };
}

function decisionsOf(draft: Draft, ids: ReadonlyMap<DraftChange, string>, changes: readonly Change[]): Map<string, Decision> {
  const kept = new Set(changes.map((change) => change.id));
  return new Map(
    draft.changes.flatMap((row): [string, Decision][] => {
      const id = ids.get(row) as string;
      const { status } = row.cells;
      return kept.has(id) && (status === 'accepted' || status === 'declined') ? [[id, status]] : [];
    }),
  );
}
