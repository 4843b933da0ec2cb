/** The files that the given paths mean: a folder means every file in it and below, hidden ones left out. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { UserError } from '../../core/errors.js';

export interface FoundFile {
  readonly path: string;
  /** As the user would write it: relative to the folder that was named. */
  readonly name: string;
  readonly bytes: number;
  readonly modifiedAt: number;
}

/** Oldest evidence first, so that each file is newer than what stands; ties by name. */
export function findFiles(paths: readonly string[]): FoundFile[] {
  const found = paths.flatMap((path) => {
    let stat: ReturnType<typeof statSync>;
    try {
      stat = statSync(path);
    } catch {
      throw new UserError(`${path} does not exist. Give the path of an export, or of the folder that you download to.`);
    }
    return stat.isDirectory() ? filesBelow(path, path) : [fileAt(path, basename(path))];
  });
  const unique = [...new Map(found.map((file) => [file.path, file])).values()];
  return unique.sort((a, b) => a.modifiedAt - b.modifiedAt || (a.name < b.name ? -1 : 1));
}

function filesBelow(root: string, folder: string): FoundFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(root, path);
      return entry.isFile() ? [fileAt(path, relative(root, path))] : [];
    });
}

function fileAt(path: string, name: string): FoundFile {
  const stat = statSync(path);
  return { path, name, bytes: stat.size, modifiedAt: Math.floor(stat.mtimeMs / 1000) };
}
