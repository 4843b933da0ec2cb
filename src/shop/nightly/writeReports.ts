/** Writes the reports that are due, each in every format, into the folder of its morning. What is there already stays as it is. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../core/day.js';
import { UserError } from '../../core/errors.js';
import type { Page, Step } from '../../core/page.js';
import type { Table } from '../../core/table.js';
import { render } from '../../output/index.js';
import { writeWhole } from '../../printing.js';
import { type GlobalFlags, openSession, type Session } from '../../session.js';
import { type DueReport, dueReports } from './due.js';
import type { Failures } from './failures.js';
import type { Group } from './groups.js';
import { type Headline, headlineOf, plainFigure } from './headline.js';
import { type IndexedMorning, joined, type NightlyIndex } from './indexFile.js';
import { reportPage } from './runReport.js';
import type { NightlySettings } from './settings.js';

export interface WrittenReport {
  readonly client: string | null;
  readonly morning: Day;
  readonly report: string;
  readonly title: string;
  /** Below the folder of all reports. */
  readonly files: readonly string[];
  /** Another text than the one that was there, if any. */
  readonly isChanged: boolean;
}

/** What a night says of a group, out of its daily report. */
export interface GroupMorning {
  readonly client: string | null;
  readonly morning: Day;
  readonly headline: Headline | null;
  readonly steps: readonly Step[];
}

export interface Written {
  readonly index: NightlyIndex;
  readonly reports: readonly WrittenReport[];
  readonly mornings: readonly GroupMorning[];
  /** Mornings that were missed and are too old to be caught up. */
  readonly tooOld: number;
}

export async function writeReports(
  session: Session,
  settings: NightlySettings,
  groups: readonly Group[],
  before: NightlyIndex,
  failures: Failures,
): Promise<Written> {
  let index = before;
  let tooOld = 0;
  const reports: WrittenReport[] = [];
  const mornings: GroupMorning[] = [];
  for (const group of groups) {
    const morning = session.asOf(group.stores);
    const own = before.mornings.filter(({ client, folder }) => client === group.client && folder === folderOf(group, folder.slice(-10)));
    const due = dueReports(morning, own, settings.reports);
    tooOld = Math.max(tooOld, due.tooOld);
    let told: GroupMorning = { client: group.client, morning, headline: null, steps: [] };
    for (const each of due.reports) {
      const isToday = each.morning === morning;
      const subject = [each.report, each.morning, ...(group.client === null ? [] : [group.client])].join(' ');
      const made = await failures.attempt('report', subject, () => writeReport(session, settings, group, each, isToday));
      index = joined(index, indexed(group, each, made));
      if (made === null) continue;
      reports.push(made.written);
      if (isToday && made.headline !== null) told = { ...told, headline: made.headline, steps: made.steps };
    }
    mornings.push(told);
  }
  return { index, reports, mornings, tooOld };
}

interface Made {
  readonly written: WrittenReport;
  readonly headline: Headline | null;
  readonly steps: readonly Step[];
}

async function writeReport(
  session: Session,
  { out, formats }: NightlySettings,
  group: Group,
  { morning, report }: DueReport,
  isToday: boolean,
): Promise<Made> {
  const page = await pageOf(session, group, report, isToday ? session.flags.asOf : morning);
  const folder = folderOf(group, morning);
  const files: string[] = [];
  let isChanged = false;
  makeFolder(join(out, folder));
  for (const format of formats) {
    const file = `${report}.${format}`;
    const text = await render(page, format, { color: false, width: null });
    if (writeChanged(join(out, folder, file), text)) isChanged = true;
    files.push(`${folder}/${file}`);
  }
  const data = 'blocks' in page ? page.data : page;
  const steps = 'blocks' in page ? page.blocks.flatMap((block) => (block.type === 'steps' ? block.steps : [])) : [];
  const written = { client: group.client, morning, report, title: page.title ?? report, files, isChanged };
  return { written, headline: headlineOf(data), steps };
}

/** The report in a session of its own: of this group, on that morning, in no format. */
async function pageOf(session: Session, group: Group, report: string, asOf: string | undefined): Promise<Page | Table> {
  const { db, verbose } = session.flags;
  const stores = group.client === null && group.folder !== '' ? group.stores.map(({ name }) => name) : session.flags.store;
  const flags: GlobalFlags = { db, verbose, quiet: true, asOf, store: stores, client: group.client ?? session.flags.client };
  const own = await openSession(session.context, flags);
  try {
    return await reportPage(own, report);
  } finally {
    own.close();
  }
}

function folderOf(group: Group, morning: string): string {
  return group.folder === '' ? morning : `${group.folder}/${morning}`;
}

function indexed(group: Group, { morning, report }: DueReport, made: Made | null): IndexedMorning {
  const folder = folderOf(group, morning);
  const headline = made?.headline?.lines.map(({ store, figures }) => ({
    store,
    figures: figures.flatMap((figure, at) => {
      const said = plainFigure(figure);
      return said === null ? [] : [[made.headline?.headers[at] as string, said] as const];
    }),
  }));
  const reports =
    made === null ? [] : [{ report, title: made.written.title, files: made.written.files.map((file) => file.slice(folder.length + 1)) }];
  return { morning, client: group.client, folder, reports, failed: made === null ? [report] : [], headline: headline ?? [] };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UserError(`${folder} cannot be made: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}. Name another with --out`);
  }
}

/** Writes where the text is another one; what is the same keeps its times. Whether it wrote. */
export function writeChanged(file: string, text: string): boolean {
  if (textOf(file) === text) return false;
  writeWhole(file, text);
  return true;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
