/** Where the files of an export go, and writing them: all or none. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { UsageError, UserError } from '../../core/errors.js';

/** A file to be written, and what is to be said of it. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly uploadId: string;
  readonly steps: readonly string[];
  readonly store: string;
  readonly rows: number;
  readonly changeIds: readonly string[];
  readonly changed: readonly string[];
  readonly carried: readonly string[];
  /** Goes with another file and is not counted by itself: the HTML of a checklist. */
  readonly beside?: boolean;
  /** The platform's own template, filled: what it carries is as old as the template. */
  readonly template?: boolean;
}

export interface PlacedFile {
  readonly file: NewFile;
  readonly path: string;
}

/** `--output` is the file where there is one, else the folder; without it the working folder. */
export function placeFiles(cwd: string, output: string | undefined, files: readonly NewFile[]): PlacedFile[] {
  if (output === undefined) return files.map((file) => ({ file, path: join(cwd, file.name) }));
  const target = resolve(cwd, output);
  const isFolder = /[/\\]$/.test(output) || (existsSync(target) && statSync(target).isDirectory());
  const main = files.filter((file) => !file.beside);
  if (isFolder || (main.length > 1 && extname(output) === '')) return files.map((file) => ({ file, path: join(target, file.name) }));
  if (main.length > 1) {
    const names = files.map(({ name }) => name).join(', ');
    throw new UsageError(
      `--output ${output}: the plan makes ${files.length} files (${names}). Name a folder: --output ${output.slice(0, -extname(output).length)}/`,
    );
  }
  const stem = target.slice(0, target.length - extname(target).length);
  return files.map((file) => ({ file, path: file.beside ? `${stem}${extname(file.name)}` : target }));
}

/** Writes every file under a temporary name first, then renames all. */
export function writeFiles(placed: readonly PlacedFile[]): void {
  const written: { temporary: string; path: string }[] = [];
  let at = '';
  try {
    for (const { file, path } of placed) {
      at = path;
      // Found while renaming, it would be too late for the files before.
      if (existsSync(path) && statSync(path).isDirectory()) throw Object.assign(new Error(), { code: 'it is a folder' });
      mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}.tmp`;
      written.push({ temporary, path });
      writeFileSync(temporary, file.bytes);
    }
    for (const { temporary, path } of written) {
      at = path;
      renameSync(temporary, path);
    }
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    throw new UserError(
      `${at} cannot be written: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}. Nothing is exported.`,
    );
  }
}
