/**
 * Keeps a profile in the database, and reads what was imported with it again: a better reader reads old files better. In one
 * transaction; a profile with which rows would be lost that are stored now is refused, and nothing changes.
 */
import { counted } from '../core/count.js';
import { UserError } from '../core/errors.js';
import type { Subject } from '../core/fields.js';
import { type Database, inTransaction } from '../db/connection.js';
import { markFoldDue } from '../facts/imports.js';
import { type ImportReadWith, importsReadWith, insertProfile, keptProfiles } from '../facts/profiles.js';
import type { ReportFormat } from '../platforms/define.js';
import { BUILT_IN } from '../platforms/formats.js';
import { matchHeader } from '../platforms/header.js';
import { profileValues } from '../platforms/profile/profile.js';
import { foldDue } from './folding.js';
import { formatsOf } from './formats.js';
import { keptChunks } from './keptCells.js';
import { type ReadTask, readKept } from './reading.js';

export interface KeepResult {
  readonly outcome: 'new' | 'changed' | 'same';
  /** Imports that were read again. */
  readonly imports: number;
  /** What the earlier imports cannot show, since it was not kept of them. */
  readonly notes: readonly string[];
}

type StoredTask = ReadTask & { readonly fileHeader?: readonly string[] };

export function keepProfile(db: Database, format: ReportFormat, yaml: string, now: number): KeepResult {
  return inTransaction(db, () => {
    const kept = keptProfiles(db).find(({ name }) => name === format.id);
    if (kept?.yaml === yaml) return { outcome: 'same', imports: 0, notes: [] };
    const before = formatsOf(db).find(format.id);
    const values = JSON.stringify(profileValues(format));
    insertProfile(db, { name: format.id, yaml, format: values, keptAt: now });
    // Only its comments changed.
    if (kept?.format === values) return { outcome: 'same', imports: 0, notes: [] };
    const imports = before ? importsReadWith(db, format.id) : [];
    if (before && imports.length > 0) readAgain(db, before, format, imports);
    return { outcome: kept ? 'changed' : 'new', imports: imports.length, notes: before ? notKept(before, format, imports) : [] };
  });
}

/**
 * Takes a profile out of use. What was imported with it is read as eco has it built in; where eco has nothing built in, those imports
 * must be taken back first, since nothing else could read them.
 */
export function forgetProfile(db: Database, id: string, now: number): void {
  inTransaction(db, () => {
    const before = formatsOf(db).find(id) as ReportFormat;
    const imports = importsReadWith(db, id);
    const builtIn = BUILT_IN.find(id);
    if (imports.length > 0 && !builtIn) {
      const ids = imports.map(({ importId }) => importId).join(' ');
      throw new UserError(
        `${counted(imports.length, 'import was', 'imports were')} read with ${id} and could not be read without it. Take ${imports.length === 1 ? 'it' : 'them'} back first: eco files undo ${ids}`,
      );
    }
    const yaml = keptProfiles(db).find(({ name }) => name === id)?.yaml ?? '';
    insertProfile(db, { name: id, yaml, format: null, keptAt: now });
    if (builtIn && imports.length > 0) readAgain(db, before, builtIn, imports);
  });
}

function readAgain(db: Database, before: ReportFormat, format: ReportFormat, imports: readonly ImportReadWith[]): void {
  const problems = imports.flatMap((each) => {
    const problem = problemOf(db, format, each);
    return problem === null ? [] : [`import ${each.importId} (${each.file}) ${problem}`];
  });
  if (problems.length > 0) {
    const ids = imports.map(({ importId }) => importId).join(' ');
    throw new UserError(
      `The changed ${format.id} does not read what was imported with it: ${problems.slice(0, 3).join('; ')}${problems.length > 3 ? ` and ${problems.length - 3} more` : ''}. Nothing was changed. If the change is right, take them back first (eco files undo ${ids}), then import the files again`,
    );
  }
  const subjects = new Set<Subject>([...before.fills, ...format.fills]);
  for (const accountId of new Set(imports.map((each) => each.accountId)))
    for (const subject of subjects) markFoldDue(db, accountId, subject);
  foldDue(db);
}

function problemOf(db: Database, format: ReportFormat, { importId, platform, dialect }: ImportReadWith): string | null {
  if (platform !== format.platform) return `is of a store on ${platform}, not on ${format.platform}`;
  const task = JSON.parse(dialect) as StoredTask;
  const { missing } = matchHeader(format, task.header);
  if (missing.length > 0) return `lacks ${missing.map((name) => `"${name}"`).join(', ')}`;
  let first: string | null = null;
  const stats = readKept({ ...task, format }, keptChunks(db, importId), {
    batch: () => undefined,
    rejected: ({ line, column, reason }) => {
      first ??= `line ${line}${column === null ? '' : `, column "${column}"`}: ${reason}`;
    },
  });
  return stats.rejected > 0 ? `has ${stats.rejected} rows that it cannot read (${first})` : null;
}

/** Columns that the profile reads now and that were dropped at the door; rows that were ignored. */
function notKept(before: ReportFormat, format: ReportFormat, imports: readonly ImportReadWith[]): string[] {
  const sameRules = JSON.stringify(profileValues(before).ignore) === JSON.stringify(profileValues(format).ignore);
  return imports.flatMap(({ importId, file, dialect, rowsIgnored }) => {
    const { header, fileHeader = header } = JSON.parse(dialect) as StoredTask;
    const here = matchHeader(format, header).bound;
    const gone = [...matchHeader(format, fileHeader).bound].filter(([field]) => !here.has(field)).map(([, at]) => `"${fileHeader[at]}"`);
    const rows = sameRules || rowsIgnored === 0 ? [] : [`${rowsIgnored} rows that were ignored`];
    const lost = [...gone, ...rows];
    if (lost.length === 0) return [];
    return [`${file}: ${lost.join(', ')} were not kept. To read them: eco files undo ${importId}, then import the file again`];
  });
}
