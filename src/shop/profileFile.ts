/** A profile that the user names on the command line. */
import { decodeWritten, readNamedFile } from '../namedFile.js';
import type { ReportFormat } from '../platforms/define.js';
import { readProfile } from '../platforms/profile/readProfile.js';
import type { Session } from '../session.js';

export interface ProfileFile {
  readonly format: ReportFormat;
  readonly text: string;
}

export function readProfileFile(session: Session, file: string): ProfileFile {
  const text = decodeWritten(readNamedFile(session.context.cwd, file, 'a profile (YAML): docs/PROFILES.md'), file);
  return { format: readProfile(text, file), text };
}
