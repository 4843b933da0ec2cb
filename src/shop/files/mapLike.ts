/** What `eco files map` does without a file: a format as a profile to edit, a profile that is not used any more. */
import { existsSync, rmSync } from 'node:fs';
import { UsageError, UserError } from '../../core/errors.js';
import { nearestName } from '../../core/nearest.js';
import { keptProfiles } from '../../facts/profiles.js';
import { BUILT_IN } from '../../platforms/formats.js';
import { writeProfile } from '../../platforms/profile/writeProfile.js';
import type { Session } from '../../session.js';
import { profileFile } from '../profileFolder.js';

/** Writes a format as a profile, to standard output or to `--output`. One of the seller's own is written as it was, comments and all. */
export async function writeLike(session: Session, id: string): Promise<void> {
  const db = await session.databaseIfAny();
  const own = db ? keptProfiles(db).find(({ name }) => name === id) : undefined;
  const format = BUILT_IN.find(id);
  if (!own && !format) {
    const names = [...BUILT_IN.all.map((each) => each.id), ...(db ? keptProfiles(db).map(({ name }) => name) : [])];
    throw new UsageError(
      `--like ${id}: there is no such report. The nearest is "${nearestName(id, names)}"; "eco files formats" lists all.`,
    );
  }
  session.printText(own?.yaml ?? writeProfile(format as NonNullable<typeof format>));
  if (session.flags.output !== undefined)
    session.note(`Edit it, then: eco import FILE --map ${session.flags.output}   (or put it into ${profileFile(session, id)})`);
}

/** Takes a profile out of use; what eco has built in under its name counts again. */
export async function forget(session: Session, id: string): Promise<void> {
  const db = await session.existingDatabase();
  if (!keptProfiles(db).some(({ name }) => name === id))
    throw new UserError(
      `There is no profile ${id}. Yours: ${
        keptProfiles(db)
          .map(({ name }) => name)
          .join(', ') || 'none yet'
      }`,
    );
  const { forgetProfile } = await import('../../importing/keepProfile.js');
  forgetProfile(db, id, Math.floor(session.context.now() / 1000));
  const file = profileFile(session, id);
  if (existsSync(file)) rmSync(file);
  session.note(`${id} is not used any more. What it said is kept in the database (table report_profiles).`);
}
