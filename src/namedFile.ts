/** Reads a file that the command line names; what stands in the way is told in words, with what to do. */
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from './core/errors.js';

/** `what` is what should be there: `a rule file (YAML)`. */
export function readNamedFile(cwd: string, file: string, what: string): Uint8Array {
  try {
    return readFileSync(resolve(cwd, file));
  } catch (error) {
    throw new UserError(unreadable(file, what, error as NodeJS.ErrnoException));
  }
}

/** The text of a file that a person wrote: UTF-8, or UTF-16 as Windows' Notepad marks it. Others are refused: their letters cannot be told. */
export function decodeWritten(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const text = new TextDecoder().decode(bytes);
  const nul = text.indexOf('\0');
  if (nul !== -1) throw new UserError(`${file}, line ${lineOf(text, nul)}: a NUL stands here, so this is no text file`);
  const wrong = isUtf8(bytes) ? -1 : text.indexOf('\ufffd');
  if (wrong === -1) return text;
  throw new UserError(
    `${file}, line ${lineOf(text, wrong)}: the file is not in UTF-8, so its letters cannot be told for sure. Save it as UTF-8 (in Notepad: Save as, Encoding)`,
  );
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
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
