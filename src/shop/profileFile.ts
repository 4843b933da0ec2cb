/** A profile that the user names on the command line. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../core/errors.js';
import type { ReportFormat } from '../platforms/define.js';
import { readProfile } from '../platforms/profile/readProfile.js';
import type { Session } from '../session.js';

export interface ProfileFile {
  readonly format: ReportFormat;
  readonly text: string;
}

export function readProfileFile(session: Session, file: string): ProfileFile {
  const text = textOf(resolve(session.context.cwd, file), file);
  return { format: readProfile(text, file), text };
}

function textOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`${name} cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`);
  }
}
