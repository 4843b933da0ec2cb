/**
 * The files that the given paths mean: a folder means every file in it and below, hidden ones left out. Links to files are
 * followed, links to folders are not: they might lead in circles.
 */
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { UserError } from '../../core/errors.js';

export interface FoundFile {
  readonly path: string;
  /** As the user would write it: relative to the folder that was named. */
  readonly name: string;
  readonly bytes: number;
  readonly modifiedAt: number;
  /** Whether the user named the file itself, not a folder that it lies in. */
  readonly named: boolean;
}

/** Oldest evidence first, so that each file is newer than what stands; ties by name. */
export function findFiles(paths: readonly string[]): FoundFile[] {
  const found = paths.flatMap((path) => {
    const stat = look(path);
    return stat.isDirectory() ? filesBelow(path, path) : [fileOf(path, basename(path), stat, true)];
  });
  const unique = [...new Map(found.map((file) => [file.path, file])).values()];
  return unique.sort((a, b) => a.modifiedAt - b.modifiedAt || (a.name < b.name ? -1 : 1));
}

function look(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM')
      throw new UserError(`${path}: you may not look there. Change the permissions of its folder.`);
    throw new UserError(`${path} does not exist. Give the path of an export, or of the folder that you download to.`);
  }
}

function filesBelow(root: string, folder: string): FoundFile[] {
  return entriesOf(folder)
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(root, path);
      const stat = entry.isFile() || entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : undefined;
      return stat?.isFile() ? [fileOf(path, relative(root, path), stat, false)] : [];
    });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(
      `The folder ${folder} cannot be read (${code ?? 'unknown error'}). Change its permissions, or give its files one by one.`,
    );
  }
}

function fileOf(path: string, name: string, stat: Stats, named: boolean): FoundFile {
  return { path, name, bytes: stat.size, modifiedAt: Math.floor(stat.mtimeMs / 1000), named };
}
