/** The reports that a database knows: what eco has built in and the profiles that it keeps. */
import type { Database } from '../db/connection.js';
import { keptProfiles, profileChanges } from '../facts/profiles.js';
import { type Formats, formatsWith } from '../platforms/formats.js';
import { profileOf } from '../platforms/profile/profile.js';

const known = new WeakMap<Database, { readonly changes: number; readonly formats: Formats }>();

/** Made once for a database and every change of its profiles. */
export function formatsOf(db: Database): Formats {
  const changes = profileChanges(db);
  const before = known.get(db);
  if (before?.changes === changes) return before.formats;
  const formats = formatsWith(keptProfiles(db).map(({ name, format }) => profileOf(JSON.parse(format), name)));
  known.set(db, { changes, formats });
  return formats;
}
