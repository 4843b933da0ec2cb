/**
 * Runs `eco nightly`: one lock, then import, verify, reports, index, delivery, each a step whose failure is said and does not stop
 * the others; at the end the digest, and one exit code.
 */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError } from '../../core/errors.js';
import type { Database } from '../../db/connection.js';
import { verifyPlans } from '../../plans/verified/verify.js';
import type { Session } from '../../session.js';
import { nowOf } from '../plan/openPlan.js';
import { deliver, receiverOf } from './deliver.js';
import { type Delivered, digestPage, hasNews, type Night } from './digest.js';
import { type Failures, failuresOf } from './failures.js';
import { groupsOf } from './groups.js';
import { importNew } from './importNew.js';
import { INDEX_JSON, indexText, type NightlyIndex, readIndex } from './indexFile.js';
import { indexPage } from './indexPage.js';
import { takeLock } from './lock.js';
import { type Scheduler, scheduleText } from './schedule.js';
import { type NightlyFlags, type NightlySettings, nightlySettings } from './settings.js';
import { writeChanged, writeReports } from './writeReports.js';

export async function runNightly(session: Session, flags: NightlyFlags): Promise<void> {
  const settings = await nightlySettings(session, flags);
  if (flags.printSchedule !== undefined) {
    printSchedule(session, settings, flags.printSchedule as Scheduler);
    return;
  }
  const db = settings.inbox.length > 0 ? await session.writableDatabase() : await session.existingDatabase();
  const release = takeLock(session, db);
  try {
    await runLocked(session, db, settings);
  } finally {
    release();
  }
}

async function runLocked(session: Session, db: Database, settings: NightlySettings): Promise<void> {
  const failures = failuresOf(session);
  const imported = await importNew(session, db, settings, failures);
  const verified = (await failures.attempt('verify', 'plans', () => verifyPlans(db, nowOf(session)))) ?? [];
  const stores = (await failures.attempt('report', 'stores', () => session.stores(db))) ?? [];
  if (stores.length === 0 && failures.list.length === 0)
    failures.add({
      step: 'report',
      subject: settings.reports.join(', '),
      message: 'nothing has been imported yet: put exports into the inbox',
    });
  const before = readIndex(settings.out, session.warn);
  const written = await writeReports(session, settings, groupsOf(stores), before, failures);
  await failures.attempt('index', settings.out, () => writeIndex(settings.out, written.index));
  const { out } = settings;
  const night: Omit<Night, 'failures' | 'delivered'> = {
    morning: session.asOf(stores),
    hasInbox: settings.inbox.length > 0,
    imported,
    verified,
    mornings: written.mornings,
    reports: written.reports,
    tooOld: written.tooOld,
    out,
    cwd: session.context.cwd,
    verbose: session.flags.verbose === true,
  };
  const delivered = await deliverNight(session, db, night, written.index, failures);
  await session.print(digestPage(db, { ...night, failures: failures.list, delivered }));
  session.setExitCode(exitCodeOf({ ...night, failures: failures.list }));
}

async function deliverNight(
  session: Session,
  db: Database,
  night: Omit<Night, 'failures' | 'delivered'>,
  index: NightlyIndex,
  failures: Failures,
): Promise<Delivered[]> {
  const { mail, webhook } = session.config;
  if (!mail && !webhook) return [];
  const soFar = { ...night, failures: [...failures.list] };
  const delivery = {
    page: digestPage(db, { ...soFar, delivered: [] }),
    morning: night.morning,
    reports: night.reports,
    out: night.out,
    index,
    hasNews: hasNews(soFar),
    failed: soFar.failures.length + refusedNow(night),
  };
  const delivered = await deliver(session, delivery, failures);
  const to = delivered.map(receiverOf);
  await failures.attempt('index', night.out, () => {
    writeChanged(join(night.out, INDEX_JSON), indexText({ ...index, delivered: { morning: night.morning, to } }));
  });
  return delivered;
}

function writeIndex(out: string, index: NightlyIndex): void {
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    throw new UserError(`${out} cannot be made: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}. Name another with --out`);
  }
  writeChanged(join(out, 'index.html'), indexPage(index.mornings));
  writeChanged(join(out, INDEX_JSON), indexText(index));
}

/** Files that this night refused. Those of earlier nights were said then. */
function refusedNow({ imported }: Pick<Night, 'imported'>): number {
  return imported.filter(({ status, isKnown }) => (status === 'rejected' || status === 'partial') && isKnown !== true).length;
}

/** 4: something failed and something was done; 1: all of it failed. */
function exitCodeOf(night: Omit<Night, 'delivered'>): number {
  if (night.failures.length + refusedNow(night) === 0) return 0;
  const taken = night.imported.some(({ status }) => status === 'imported' || status === 'partial' || status === 'unchanged');
  return taken || night.reports.length > 0 ? 4 : 1;
}

function printSchedule(session: Session, settings: NightlySettings, scheduler: Scheduler): void {
  const { context, databaseFile, flags, configFile } = session;
  const command = [
    ...context.program,
    'nightly',
    ...['--db', databaseFile],
    ...(flags.client === undefined ? [] : ['--client', flags.client]),
    ...(flags.store ?? []).flatMap((store) => ['--store', store]),
    ...settings.inbox.flatMap((folder) => ['--inbox', folder]),
    ...['--out', settings.out],
  ];
  const folder = configFile === null ? context.cwd : dirname(configFile);
  session.printText(scheduleText(scheduler, { command, folder, home: context.env.HOME ?? homedir() }));
}
