/**
 * The folder `formats` beside the database: the profiles in use as files that people edit and share. The database keeps what they say
 * (a fold must not depend on a file that may vanish); what was changed or put there since is taken over by whatever reads files next.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../core/errors.js';
import type { Database } from '../db/connection.js';
import { keptProfiles } from '../facts/profiles.js';
import type { KeepResult } from '../importing/keepProfile.js';
import type { ReportFormat } from '../platforms/define.js';
import type { Session } from '../session.js';

/** Where the profile of a format stands. */
export function profileFile(session: Session, id: string): string {
  return join(folderOf(session), `${id}.yaml`);
}

function folderOf(session: Session): string {
  return join(dirname(session.databaseFile), 'formats');
}

/** Takes over what people changed in the folder. A file with a mistake is said and left: what it said before counts. */
export async function adoptProfiles(session: Session, db: Database): Promise<void> {
  const texts = new Map(keptProfiles(db).map(({ name, yaml }) => [yaml, name]));
  const files = profileTexts(folderOf(session));
  const taken = new Map(files.flatMap(({ file, text }) => (texts.has(text) ? [[texts.get(text) as string, file] as const] : [])));
  for (const { file, text } of files) {
    if (texts.has(text)) continue;
    try {
      const { readProfile } = await import('../platforms/profile/readProfile.js');
      const format = readProfile(text, file);
      const other = taken.get(format.id);
      if (other !== undefined) throw new UserError(`${file} and ${other} are both ${format.id}: take one of them away`);
      taken.set(format.id, file);
      await keep(session, db, format, text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      session.warn(`${error.message}. Until that is mended, what was kept of it before counts.`);
    }
  }
}

/** Keeps a profile in the database and as a file in the folder. */
export async function keepWithFile(session: Session, db: Database, format: ReportFormat, text: string): Promise<void> {
  await keep(session, db, format, text);
  const file = profileFile(session, format.id);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function keep(session: Session, db: Database, format: ReportFormat, text: string): Promise<void> {
  const { keepProfile } = await import('../importing/keepProfile.js');
  const result = keepProfile(db, format, text, Math.floor(session.context.now() / 1000));
  const told = toldOf(format.id, result);
  if (told !== null) session.note(told);
  for (const note of result.notes) session.note(note);
}

function toldOf(id: string, { outcome, imports }: KeepResult): string | null {
  if (outcome === 'same') return null;
  const again =
    imports === 0
      ? ''
      : `: ${imports === 1 ? 'the file that was' : `the ${imports} files that were`} imported with it ${imports === 1 ? 'is' : 'are'} read again`;
  return `${id} is ${outcome === 'new' ? 'a format of yours now' : 'changed'}${again}.`;
}

function profileTexts(folder: string): { file: string; text: string }[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => /\.ya?ml$/i.test(name))
    .sort();
  return names.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    // Other files may lie there.
    return /^eco\s*:/m.test(text) ? [{ file: join('formats', name), text }] : [];
  });
}
