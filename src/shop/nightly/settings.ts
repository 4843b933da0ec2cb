/** What a night does: options over `eco.config.yaml` over what is usual. All paths are absolute. */
import { dirname, join, resolve } from 'node:path';
import { UsageError, UserError } from '../../core/errors.js';
import type { OutputFormatName } from '../../output/index.js';
import type { Session } from '../../session.js';
import { reportVerbs } from './runReport.js';

export interface NightlyFlags {
  readonly inbox?: readonly string[];
  readonly out?: string;
  readonly printSchedule?: string;
}

export interface NightlySettings {
  /** Folders that exports are downloaded to; none: nothing is imported. */
  readonly inbox: readonly string[];
  readonly out: string;
  /** Verbs of `eco report`. */
  readonly reports: readonly string[];
  readonly formats: readonly OutputFormatName[];
}

/** Those of them that there are. */
const USUAL_REPORTS = ['daily', 'weekly', 'monthly'];
const USUAL_FORMATS: readonly OutputFormatName[] = ['html', 'md', 'json'];

export async function nightlySettings(session: Session, flags: NightlyFlags): Promise<NightlySettings> {
  const { nightly = {} } = session.config;
  if (session.flags.knownAt !== undefined)
    throw new UsageError('--known-at: a night imports and writes; it cannot be run as of earlier imports');
  const at = (path: string) => resolve(session.context.cwd, path);
  return {
    inbox: flags.inbox?.map(at) ?? nightly.inbox ?? [],
    out: flags.out === undefined ? (nightly.out ?? join(dirname(session.databaseFile), 'reports')) : at(flags.out),
    reports: await reportsOf(session, nightly.reports),
    formats: (nightly.formats as OutputFormatName[] | undefined) ?? USUAL_FORMATS,
  };
}

async function reportsOf(session: Session, named: readonly string[] | undefined): Promise<readonly string[]> {
  const known = await reportVerbs();
  if (named === undefined) return USUAL_REPORTS.filter((report) => known.includes(report));
  const strange = named.find((report) => !known.includes(report));
  if (strange !== undefined)
    throw new UserError(`${session.configFile}: key "nightly.reports": there is no report "${strange}". Known: ${known.join(', ')}`);
  return [...new Set(named)];
}
