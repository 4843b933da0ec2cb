/** What `plan export` does: which changes go out, their files, the page that says what is in them, the events. */
import { basename } from 'node:path';
import { UserError } from '../../core/errors.js';
import type { PlanEvent } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { sameTargetNotes } from '../../plans/export/sameTarget.js';
import { type OfPlan, runId } from '../../plans/export/sent.js';
import { type ChecklistOf, type PreparedExport, prepareExport } from '../../plans/export/uploads.js';
import { appendEvents, type KeptPlan, listPlans } from '../../plans/kept/keep.js';
import { type ChangeState, countStatuses } from '../../plans/kept/status.js';
import { staleAdvice, statusWord } from '../../plans/shown/planPage.js';
import type { UploadFormat } from '../../platforms/upload.js';
import type { Session } from '../../session.js';
import { checklistFiles } from './checklist.js';
import { chosenPlans } from './choose.js';
import { chooseChanges } from './exportChoice.js';
import { type Exported, type ExportOfPlans, exportPage, staleText } from './exportPage.js';
import { filledTemplate } from './exportTemplate.js';
import { type NewFile, placeFiles, writeFiles } from './exportWrite.js';
import { isPlanFile, lookAtPlan, nowOf } from './openPlan.js';
import type { ExportFlags } from './runExport.js';

export async function exportVerb(
  session: Session,
  word: string | undefined,
  flags: ExportFlags,
  upload: UploadFormat | null,
): Promise<void> {
  const db = await session.existingDatabase();
  if (word !== undefined && isPlanFile(session, word)) refuseUndecided(session, db, word, flags);
  const plans = chosenPlans(session, db, word, flags.group);
  const made = await exportPlans(session, db, plans, flags, upload);
  if (made.files.length === 0) throw new UserError(made.plans.map(nothingMessage).join('\n'));
  const placed = placeFiles(session.context.cwd, session.flags.output, made.files);
  writeFiles(placed);
  const now = nowOf(session);
  for (const each of made.plans) record(db, each, made.files, now);
  await session.print(exportPage(made, placed, session.context.cwd), { toStdout: true });
  for (const each of made.plans) tellLeftOut(session, each);
  if (made.plans.some(({ chosen, leftOut }) => chosen.stale.length + leftOut.length > 0)) session.setExitCode(4);
}

/** A plan file is kept when it is worked on; one of which nothing can go out is left as it is. */
function refuseUndecided(session: Session, db: Database, word: string, flags: ExportFlags): void {
  const { states } = lookAtPlan(session, db, word);
  if (flags.all || states.some(({ status }) => status !== 'proposed' && status !== 'declined')) return;
  throw new UserError(
    `Nothing in ${basename(word)} is accepted, so there is nothing to export. Write accepted into its column status, or: eco plan review ${word} --accept all   (or all of it unreviewed: --all)`,
  );
}

/** Plans that are exported together go into the same files: apart, each would carry what the others change. */
async function exportPlans(
  session: Session,
  db: Database,
  plans: readonly KeptPlan[],
  flags: ExportFlags,
  upload: UploadFormat | null,
): Promise<ExportOfPlans> {
  const chosen = plans.map((kept) => ({
    kept,
    chosen: chooseChanges(db, kept, { all: flags.all === true, byTemplate: flags.template !== undefined }),
  }));
  const items = chosen.flatMap(({ kept: { plan }, chosen: { states } }) =>
    states.map(
      ({ change }): OfPlan => ({ planId: plan.id, change: { ...change, id: runId(plan.id, change.id) }, restores: plan.kind === 'undo' }),
    ),
  );
  const going = [...new Set(items.map(({ planId }) => planId))];
  // A group has one name; a single plan of it goes by its own.
  const name = going.length > 1 && flags.group !== undefined ? flags.group : (going[0] ?? (plans[0] as KeptPlan).plan.id);
  const prepared = items.length === 0 ? NOTHING : await filesFor(session, db, items, name, flags, upload);
  const others = listPlans(db).filter(({ plan }) => !going.includes(plan.id));
  const ofPlan = new Map(items.map(({ planId, change }) => [change.id, planId]));
  const own = <T extends { readonly change: { readonly id: string } }>(all: readonly T[], planId: string) =>
    all.filter(({ change }) => ofPlan.get(change.id) === planId);
  return {
    ...prepared,
    notes: [...prepared.notes, ...chosen.flatMap((each) => sameElsewhere(each, others))],
    plans: chosen.map((each) => ({
      ...each,
      leftOut: own(prepared.leftOut, each.kept.plan.id),
      respelled: own(prepared.respelled, each.kept.plan.id),
    })),
  };
}

/** Which plans that do not go out now change the same. */
function sameElsewhere({ kept, chosen }: Pick<Exported, 'kept' | 'chosen'>, others: readonly KeptPlan[]): string[] {
  return sameTargetNotes(
    kept.plan.id,
    chosen.states.map(({ change }) => change),
    others,
  );
}

type Prepared = Pick<PreparedExport, 'leftOut' | 'respelled' | 'notes' | 'carriedFrom'> & { readonly files: readonly NewFile[] };

const NOTHING: Prepared = { files: [], leftOut: [], respelled: [], notes: [], carriedFrom: new Map() };

async function filesFor(
  session: Session,
  db: Database,
  items: readonly OfPlan[],
  name: string,
  flags: ExportFlags,
  upload: UploadFormat | null,
): Promise<Prepared> {
  if (flags.template !== undefined) return filledTemplate(session, db, items, name, flags.template);
  const prepared = prepareExport(db, { items, upload, name });
  const files = prepared.files.map((file): NewFile => ({ ...file, steps: file.upload.steps, uploadId: file.upload.id }));
  return { ...prepared, files: [...files, ...(await listFiles(prepared, name, [...new Set(items.map(({ planId }) => planId))]))] };
}

async function listFiles({ lists }: PreparedExport, name: string, planIds: readonly string[]): Promise<NewFile[]> {
  const made: NewFile[] = [];
  const several = new Set(lists.map(({ store }) => store)).size > 1;
  for (const list of lists) made.push(...(await checklistFiles({ name, planIds }, list as ChecklistOf, several)));
  return made;
}

/** What was written otherwise than planned becomes the plan's value, so that verification looks for what was written. */
function record(db: Database, { kept, respelled }: Exported, files: readonly NewFile[], now: number): void {
  const fileOf = new Map(files.flatMap((file) => file.changeIds.map((id) => [id, file] as const)));
  const writtenAs = new Map(respelled.map((each) => [each.change.id, each]));
  const events = kept.states.flatMap(({ change, status }): PlanEvent[] => {
    const id = runId(kept.plan.id, change.id);
    const file = fileOf.get(id);
    if (!file) return [];
    const other = status === 'accepted' || status === 'proposed' ? writtenAs.get(id) : undefined;
    const why = other && `the upload's encoding: ${other.replaced.join(', ')}`;
    const edited = other && { before: change.before, after: other.written, why: why as string };
    return [
      ...(edited ? [{ changeId: change.id, event: 'edited' as const, at: now, details: edited }] : []),
      { changeId: change.id, event: 'exported', at: now, details: { file: file.name, upload: file.uploadId } },
    ];
  });
  appendEvents(db, kept.plan.id, events, now);
}

function nothingMessage({ kept, chosen, leftOut }: Exported): string {
  const { id } = kept.plan;
  if (leftOut.length + chosen.stale.length > 0) {
    const reasons = [
      ...leftOut.map(({ change, reason }) => `${change.sku ?? change.target.id}: ${reason}`),
      ...chosen.stale.map(staleText),
    ];
    return `Nothing of ${id} can be exported:\n${listed(reasons)}`;
  }
  const counts = countStatuses(kept.states.map(({ status }) => status));
  const found = counts.map(({ status, count }) => `${count} ${statusWord(status)}`).join(', ');
  const has = (status: ChangeState['status']) => counts.some((each) => each.status === status);
  const hint = has('proposed')
    ? `First: eco plan review ${id}   (or all of it unreviewed: --all)`
    : has('not_applied') || has('refused') || has('overridden') || has('drifted')
      ? `To send again what did not come out: eco plan rebase ${id} --again`
      : `eco plan show ${id} says what became of them.`;
  return `Nothing of ${id} is accepted, so there is nothing to export (${found}). ${hint}`;
}

const SHOWN = 10;

function listed(lines: readonly string[]): string {
  const shown = lines.slice(0, SHOWN).map((line) => `  ${line}`);
  return (lines.length > SHOWN ? [...shown, `  and ${lines.length - SHOWN} more`] : shown).join('\n');
}

function tellLeftOut(session: Session, { kept, chosen, leftOut, respelled }: Exported): void {
  const { id } = kept.plan;
  if (chosen.stale.length > 0)
    session.warn(
      `${count(chosen.stale.length, 'change')} of ${id} kept out, because something else stands there now: ${staleAdvice(id, chosen.stale)}\n${listed(chosen.stale.map(staleText))}`,
    );
  if (leftOut.length > 0)
    session.warn(
      `${count(leftOut.length, 'change')} of ${id} left out:\n${listed(leftOut.map(({ change, reason }) => `${change.sku ?? change.target.id} ${change.field}: ${reason}`))}`,
    );
  if (respelled.length > 0)
    session.note(
      `${count(respelled.length, 'change')} written with other characters, which the encoding has instead: ${[...new Set(respelled.flatMap(({ replaced }) => replaced))].join(', ')}`,
    );
  if (chosen.unreviewed > 0) session.note(`${count(chosen.unreviewed, 'change')} of ${id} exported without review (--all)`);
  if (chosen.again > 0)
    session.note(`${count(chosen.again, 'change')} of ${id} had been exported before and ${chosen.again === 1 ? 'is' : 'are'} in it again`);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
