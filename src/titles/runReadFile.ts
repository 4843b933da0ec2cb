/** Reads a file that the command line names; what stands in the way is told in words, with what to do. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../core/errors.js';

/** `what` is what should be there: `a rule file (YAML)`. */
export function readNamedFile(cwd: string, file: string, what: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (error) {
    throw new UserError(unreadable(file, what, error as NodeJS.ErrnoException));
  }
}

function unreadable(file: string, what: string, { code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no file ${file}. Expected: ${what}; check its name and folder`;
    case 'EISDIR':
      return `${file} is a folder. Expected: ${what}; name a file in it`;
    case 'EACCES':
    case 'EPERM':
      return `${file} may not be read by you. Expected: ${what}; change its permissions, or copy it`;
    default:
      return `${file} cannot be read: ${code ?? message}. Expected: ${what}`;
  }
}
