/** What `plan export` does: which changes go out, their files, the page that says what is in them, the events. */
import { basename, extname } from 'node:path';
import { UserError } from '../../core/errors.js';
import type { PlanEvent } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { type ChecklistOf, type PreparedExport, prepareExport } from '../../plans/exportUploads.js';
import { appendEvents, type KeptPlan } from '../../plans/keep.js';
import { statusWord } from '../../plans/planPage.js';
import { type ChangeState, countStatuses } from '../../plans/status.js';
import type { UploadFormat } from '../../platforms/upload.js';
import type { Session } from '../../session.js';
import { checklistFiles } from './checklist.js';
import { chosenPlans } from './choose.js';
import { type Chosen, chooseChanges } from './exportChoice.js';
import { type Exported, exportPage } from './exportPage.js';
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
  const exports: Exported[] = [];
  for (const kept of plans) exports.push(await exportOne(session, db, kept, word, flags, upload));
  const nothing = exports.filter(({ files }) => files.length === 0);
  if (nothing.length === exports.length) throw new UserError(exports.map(nothingMessage).join('\n'));
  const placed = placeFiles(
    session.context.cwd,
    session.flags.output,
    exports.flatMap(({ files }) => files),
  );
  writeFiles(placed);
  const now = nowOf(session);
  for (const each of exports) record(db, each, now);
  await session.print(exportPage(exports, placed, session.context.cwd), { toStdout: true });
  for (const each of exports) tellLeftOut(session, each);
  if (exports.some(({ chosen, leftOut }) => chosen.stale.length + leftOut.length > 0)) session.setExitCode(4);
}

/** A plan file is kept when it is worked on; one of which nothing can go out is left as it is. */
function refuseUndecided(session: Session, db: Database, word: string, flags: ExportFlags): void {
  const { states } = lookAtPlan(session, db, word);
  if (flags.all || states.some(({ status }) => status !== 'proposed' && status !== 'declined')) return;
  throw new UserError(
    `Nothing in ${basename(word)} is accepted, so there is nothing to export. Write accepted into its column status, or: eco plan review ${word} --accept all   (or all of it unreviewed: --all)`,
  );
}

async function exportOne(
  session: Session,
  db: Database,
  kept: KeptPlan,
  word: string | undefined,
  flags: ExportFlags,
  upload: UploadFormat | null,
): Promise<Exported> {
  const chosen = chooseChanges(db, kept, { all: flags.all === true, byTemplate: flags.template !== undefined });
  const changes = chosen.states.map(({ change }) => change);
  if (changes.length === 0) return { kept, chosen, files: [], leftOut: [], respelled: [], notes: [], carriedFrom: new Map() };
  if (flags.template !== undefined) return { kept, chosen, ...(await filledTemplate(session, db, kept, changes, flags.template)) };
  const file = word !== undefined && isPlanFile(session, word) ? basename(word, extname(word)) : kept.plan.id;
  const prepared = prepareExport(db, { changes, upload, plan: kept.plan.id ?? file, restores: kept.plan.kind === 'undo' });
  return { kept, chosen, ...prepared, files: [...prepared.files.map(fileOf), ...(await listFiles(prepared, kept))] };
}

function fileOf(file: PreparedExport['files'][number]): NewFile {
  return { ...file, steps: file.upload.steps, uploadId: file.upload.id };
}

async function listFiles({ lists }: PreparedExport, { plan }: KeptPlan): Promise<NewFile[]> {
  const made: NewFile[] = [];
  const several = new Set(lists.map(({ store }) => store)).size > 1;
  for (const list of lists) made.push(...(await checklistFiles(plan, list as ChecklistOf, several)));
  return made;
}

/** What was written otherwise than planned becomes the plan's value, so that verification looks for what was written. */
function record(db: Database, { kept, files, respelled }: Exported, now: number): void {
  const sent = new Map(files.flatMap((file) => file.changeIds.map((id) => [id, file] as const)));
  const open = new Set(kept.states.filter(({ status }) => status === 'accepted' || status === 'proposed').map(({ change }) => change.id));
  const edited = respelled
    .filter(({ change }) => open.has(change.id))
    .map(
      ({ change, written, replaced }): PlanEvent => ({
        changeId: change.id,
        event: 'edited',
        at: now,
        details: { before: change.before, after: written, why: `the upload's encoding: ${replaced.join(', ')}` },
      }),
    );
  const exported = [...sent].map(
    ([changeId, file]): PlanEvent => ({ changeId, event: 'exported', at: now, details: { file: file.name, upload: file.uploadId } }),
  );
  appendEvents(db, kept.plan.id, [...edited, ...exported], now);
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

function staleText({ state, now, problem }: Chosen['stale'][number]): string {
  const { change } = state;
  const what = `${change.sku ?? change.target.id} ${change.field}`;
  return problem === null ? `${what} is "${now ?? ''}" now and not "${change.before ?? ''}"` : `${what}: it ${problem}`;
}

function tellLeftOut(session: Session, { kept, chosen, leftOut, respelled, notes }: Exported): void {
  const { id } = kept.plan;
  if (chosen.stale.length > 0)
    session.warn(
      `${count(chosen.stale.length, 'change')} of ${id} kept out, because something else stands there now: eco plan rebase ${id}\n${listed(chosen.stale.map(staleText))}`,
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
  for (const note of notes) session.note(note);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
